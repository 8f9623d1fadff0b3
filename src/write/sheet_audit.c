#include <math.h>
#include <stdlib.h>

#include "number.h"
#include "workbook_parts.h"

static const enum workbook_word HEADS[] = { TERM_RULE,       TERM_WEIGHT,     TERM_SUBJECT, TERM_FOUND,  TERM_EXPECTED,
                                            TERM_DIFFERENCE, TERM_ARITHMETIC, TERM_READING, TERM_PROJECT };

static const double WIDTHS[] = { 18, 12, 30, 10, 10, 10, 55, 34, 14 };

enum { COLUMNS = sizeof HEADS / sizeof *HEADS, TITLE = 0, SUBJECT = 2, ARITHMETIC = 6, READING = 7, ROWS = 8 };

/* A figure of the plan: with its decimals where it has any. */
static void figure(struct sheet *sheet, double value)
{
    sheet_number(sheet, value, floor(value) == value ? LOOK_WHOLE : LOOK_DECIMAL, MARK_NONE);
}

static void write_finding(const struct tables *self, struct sheet *sheet, const struct finding *finding)
{
    const struct audit_rule_words *rule = &audit_rules[finding->rule];
    const char *texts[COLUMNS] = { [TITLE] = rule->title[self->language],
                                   [SUBJECT] = finding->subject.text[self->language],
                                   [ARITHMETIC] = finding->arithmetic.text[self->language],
                                   [READING] = finding->reading.text[self->language],
                                   [ROWS] = finding->rows };
    double lines = 1;

    for (size_t column = 0; column < COLUMNS; column++) {
        const double here = texts[column] == NULL ? 1 : sheet_lines(texts[column], WIDTHS[column] - 2);

        lines = here > lines ? here : lines;
    }
    sheet_row(sheet, sheet_height(lines));
    sheet_text(sheet, texts[TITLE], LOOK_WRAPPED, MARK_NONE);
    sheet_text(sheet, audit_weight_words[rule->weight].text[self->language], LOOK_WRAPPED,
               rule->weight == WEIGHT_HEADLINE ? (unsigned)MARK_SUM : (unsigned)MARK_NONE);
    sheet_text(sheet, texts[SUBJECT], LOOK_WRAPPED, MARK_NONE);
    figure(sheet, finding->found);
    figure(sheet, finding->expected);
    figure(sheet, finding->difference);
    sheet_text(sheet, texts[ARITHMETIC], LOOK_WRAPPED, MARK_NONE);
    sheet_text(sheet, texts[READING], LOOK_WRAPPED, MARK_NONE);
    sheet_text(sheet, texts[ROWS], LOOK_WRAPPED, MARK_NONE);
}

void sheet_audit(struct tables *self)
{
    const struct audit *audit = self->audit;
    const size_t count = audit->finding_count < PLAN_ROWS_LISTED ? audit->finding_count : PLAN_ROWS_LISTED;
    const size_t disagree = audit_disagreements(audit);
    struct sheet sheet;
    char *counts = tables_message(self, MESSAGE_AUDIT_COUNTS,
                                  SLOTS({ "checks", number_whole((double)(audit->agreed_count + disagree)).text },
                                        { "agreed", number_whole((double)audit->agreed_count).text },
                                        { "disagree", number_whole((double)disagree).text },
                                        { "remarks", number_whole((double)(audit->finding_count - disagree)).text }));

    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_AUDIT), TAB_PLAN, WIDTHS, COLUMNS);
    tables_title(self, &sheet, NULL, TERM_TITLE_AUDIT);
    sheet_paragraph(&sheet, counts, LOOK_LEGEND);
    const size_t heads = sheet.rows;

    tables_heads(self, &sheet, HEADS, COLUMNS);
    sheet_freeze(&sheet, 0, 0);
    for (size_t index = 0; index < count; index++) {
        write_finding(self, &sheet, &audit->findings[index]);
    }
    if (audit->finding_count > 0) {
        sheet_filter(&sheet, heads, COLUMNS);
    }
    tables_more(self, &sheet, audit->finding_count, count, "audit.csv");
    sheet_end(&sheet);
    free(counts);
}
