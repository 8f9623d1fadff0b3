#include "audit_report.h"

#include <stdlib.h>
#include <string.h>

#include "csv_writer.h"
#include "mem.h"
#include "number.h"
#include "text_table.h"

/* Columns that paragraphs take; a width that a terminal has and a page too. */
enum { COLUMNS = 100 };

static void csv_sentence(struct csv_writer *csv, const struct sentence *sentence)
{
    csv_writer_text(csv, sentence->text[CHINESE]);
    csv_writer_text(csv, sentence->text[ENGLISH]);
}

void audit_report_table(struct csv_writer *csv, const struct audit *audit)
{
    static const char *const NAMES[] = { "rule",          "weight",     "subject_zh", "subject_en",
                                         "found",         "expected",   "difference", "arithmetic_zh",
                                         "arithmetic_en", "reading_zh", "reading_en", "projects" };

    csv_writer_header(csv, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t index = 0; index < audit->finding_count; index++) {
        const struct finding *finding = &audit->findings[index];
        const struct audit_rule_words *rule = &audit_rules[finding->rule];

        csv_writer_text(csv, rule->id);
        csv_writer_text(csv, audit_weight_words[rule->weight].id);
        csv_sentence(csv, &finding->subject);
        csv_writer_known(csv, finding->found);
        csv_writer_known(csv, finding->expected);
        csv_writer_known(csv, finding->difference);
        csv_sentence(csv, &finding->arithmetic);
        csv_sentence(csv, &finding->reading);
        csv_writer_text(csv, finding->rows);
        csv_writer_row(csv);
    }
}

bool audit_report_csv(FILE *stream, const struct audit *audit)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    csv_writer_begin(csv, stream);
    csv_writer_bom(csv);
    audit_report_table(csv, audit);
    const bool good = csv_writer_end(csv);

    free(csv);
    return good;
}

static size_t count_of(const struct audit *audit, size_t rule)
{
    size_t count = 0;

    for (size_t index = 0; index < audit->finding_count; index++) {
        count += audit->findings[index].rule == rule;
    }
    return count;
}

static enum text_style weight_style(enum audit_weight weight)
{
    switch (weight) {
    case WEIGHT_HEADLINE:
        return STYLE_SHORTAGE;
    case WEIGHT_REMARK:
        return STYLE_FAINT;
    default:
        return STYLE_PLAIN;
    }
}

/* Prints the message in a style, with a line end. */
static void print_message(FILE *stream, enum message message, enum language language, const struct slot *slots,
                          bool colour, enum text_style style)
{
    char *text = message_text(message, language, slots);

    text_styled(stream, colour, style, text);
    fprintf(stream, "\n");
    free(text);
}

static void print_counts(FILE *stream, const struct audit *audit, enum language language, bool colour)
{
    const size_t disagree = audit_disagreements(audit);
    const struct number_text agreed = number_whole((double)audit->agreed_count);
    const struct number_text disagreed = number_whole((double)disagree);
    const struct number_text remarks = number_whole((double)(audit->finding_count - disagree));
    const struct number_text checks = number_whole((double)(audit->agreed_count + disagree));

    print_message(stream, MESSAGE_AUDIT_TITLE, language, SLOTS({ "district", audit->district.text[language] }), colour,
                  STYLE_STRONG);
    print_message(stream, MESSAGE_AUDIT_COUNTS, language,
                  SLOTS({ "checks", checks.text }, { "agreed", agreed.text }, { "disagree", disagreed.text },
                        { "remarks", remarks.text }),
                  colour, STYLE_PLAIN);
}

/* The rules that found something or agreed with something: found, agreed. */
static void print_rules(FILE *stream, const struct audit *audit, enum language language, bool colour)
{
    static const char *const HEADS[LANGUAGES][5] = { { "规则", "内容", "分量", "发现", "相符" },
                                                     { "rule", "what", "weight", "found", "agreed" } };
    struct text_table table = { .gap = 2 };

    text_table_row(&table);
    for (size_t head = 0; head < 5; head++) {
        (head < 3 ? text_table_left : text_table_right)(&table, HEADS[language][head], STYLE_STRONG);
    }
    text_table_rule(&table);
    for (size_t rule = 0; rule < AUDIT_RULES; rule++) {
        const size_t found = count_of(audit, rule);
        const enum text_style style = found > 0 ? weight_style(audit_rules[rule].weight) : STYLE_PLAIN;

        if (found + audit->agreed_by[rule] == 0) {
            continue;
        }
        text_table_row(&table);
        text_table_left(&table, audit_rules[rule].id, style);
        text_table_left(&table, audit_rules[rule].title[language], STYLE_PLAIN);
        text_table_left(&table, audit_weight_words[audit_rules[rule].weight].text[language], style);
        text_table_right(&table, number_whole((double)found).text, style);
        text_table_right(&table, number_whole((double)audit->agreed_by[rule]).text, STYLE_PLAIN);
    }
    text_table_print(&table, stream, colour);
    text_table_free(&table);
}

static void print_rule_head(FILE *stream, const struct audit *audit, size_t rule, enum language language, bool colour)
{
    const struct audit_rule_words *words = &audit_rules[rule];
    const struct number_text count = number_whole((double)count_of(audit, rule));
    char *many =
        message_text(MESSAGE_AUDIT_HOW_MANY, language,
                     SLOTS({ "weight", audit_weight_words[words->weight].text[language] }, { "count", count.text }));

    fprintf(stream, "\n");
    text_styled(stream, colour, STYLE_STRONG, words->id);
    fprintf(stream, " ");
    text_styled(stream, colour, STYLE_STRONG, words->title[language]);
    fprintf(stream, "%s\n", many);
    free(many);
}

/* Whether the finding after this one has the same rule and the same reading, which is then said once for both. */
static bool reading_goes_on(const struct audit *audit, size_t index, enum language language)
{
    const struct finding *finding = &audit->findings[index];

    return index + 1 < audit->finding_count && finding[1].rule == finding->rule &&
           strcmp(finding[1].reading.text[language], finding->reading.text[language]) == 0;
}

static void print_finding(FILE *stream, const struct audit *audit, size_t index, enum language language)
{
    const struct finding *finding = &audit->findings[index];

    text_paragraph(stream, COLUMNS, "  ", finding->subject.text[language]);
    text_paragraph(stream, COLUMNS, "    ", finding->arithmetic.text[language]);
    if (!reading_goes_on(audit, index, language)) {
        char *reading =
            message_text(MESSAGE_AUDIT_READING, language, SLOTS({ "reading", finding->reading.text[language] }));

        text_paragraph(stream, COLUMNS, "  > ", reading);
        free(reading);
    }
}

void audit_report_print(FILE *stream, const struct audit *audit, enum language language, bool colour)
{
    print_counts(stream, audit, language, colour);
    fprintf(stream, "\n");
    print_rules(stream, audit, language, colour);
    for (size_t index = 0; index < audit->finding_count; index++) {
        if (index == 0 || audit->findings[index - 1].rule != audit->findings[index].rule) {
            print_rule_head(stream, audit, audit->findings[index].rule, language, colour);
        }
        print_finding(stream, audit, index, language);
    }
}

void audit_report_print_agreed(FILE *stream, const struct audit *audit, enum language language, bool colour)
{
    struct text_table table = { .gap = 2, .indent = 2 };

    fprintf(stream, "\n");
    print_message(stream, MESSAGE_AUDIT_AGREED_TITLE, language, NULL, colour, STYLE_STRONG);
    for (size_t index = 0; index < audit->agreed_count; index++) {
        const struct finding *check = &audit->agreed[index];

        text_table_row(&table);
        text_table_left(&table, audit_rules[check->rule].id, STYLE_PLAIN);
        text_table_left(&table, check->subject.text[language], STYLE_PLAIN);
        text_table_left(&table, check->arithmetic.text[language], STYLE_FAINT);
    }
    text_table_print(&table, stream, colour);
    text_table_free(&table);
}
