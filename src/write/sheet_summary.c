#include <math.h>
#include <stdlib.h>

#include "mem.h"
#include "number.h"
#include "workbook_parts.h"

/** What a level's years come to, for its headline. */
struct outlook {
    int first_short; /**< First year in which a town is short; only where there is a shortage. */
    int worst_year;  /**< Of the greatest shortage, towns added up. */
    double worst;
    int peak_year; /**< Of the greatest demand. */
    double peak;
    double last; /**< Gap of the district in the last year. */
};

static struct outlook outlook(const struct tables *self, size_t level)
{
    const double half_a_child = 0.5;
    const struct scenario *scenario = &self->inputs->scenario;
    struct outlook of = { .worst = 0, .peak = -1 };

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        const struct gap *gap = tables_gap(self, year, tables_place_at(self, 0), level);

        if (gap->shortage >= half_a_child && of.worst < half_a_child) {
            of.first_short = year;
        }
        if (gap->shortage > of.worst) {
            of.worst = gap->shortage;
            of.worst_year = year;
        }
        if (gap->demand > of.peak) {
            of.peak = gap->demand;
            of.peak_year = year;
        }
        of.last = gap->gap;
    }
    return of;
}

/* In a sentence: when how many seats are missing, when most are asked for, and what is left in the end. */
static void headline(const struct tables *self, struct sheet *sheet, size_t level)
{
    const double half_a_child = 0.5;
    const struct outlook of = outlook(self, level);
    const int last = self->inputs->scenario.last_year;
    char *end = tables_message(
        self, of.last >= half_a_child ? MESSAGE_WORKBOOK_END_SHORT : MESSAGE_WORKBOOK_END_SPARE,
        SLOTS({ "last", number_text(last).text }, { "seats", number_whole(of.last < 0 ? -of.last : of.last).text }));
    char *text = tables_message(
        self, of.worst >= half_a_child ? MESSAGE_WORKBOOK_SHORT : MESSAGE_WORKBOOK_NEVER_SHORT,
        SLOTS({ "level", tables_name(self, &self->inputs->model.levels[level].name) },
              { "first", number_text(of.first_short).text }, { "worst", number_text(of.worst_year).text },
              { "seats", number_whole(of.worst).text }, { "peak", number_text(of.peak_year).text },
              { "demand", number_whole(of.peak).text }, { "end", end }));

    sheet_paragraph(sheet, text, LOOK_SAID);
    free(text);
    free(end);
}

/* Seats of the target's levels in the year, less those of the base year. */
static double added(const struct tables *self, const struct target *target, int year, bool nominal)
{
    const struct model *model = &self->inputs->model;
    const size_t place = tables_place_at(self, 0);
    double seats = 0;

    for (size_t level = 0; level < model->level_count; level++) {
        const struct gap *now = tables_gap(self, year, place, level);
        const struct gap *base = tables_gap(self, model->base_year, place, level);

        if (target->has_level[level]) {
            seats += nominal ? now->seats_nominal - base->seats_nominal : now->seats - base->seats;
        }
    }
    return seats;
}

/* Names of the levels in a set. free(). */
static char *levels_text(const struct tables *self, const bool *has_level)
{
    char *text = mem_text("");

    for (size_t level = 0; level < self->inputs->model.level_count; level++) {
        if (has_level[level]) {
            char *comma = tables_joined(text, *text == '\0' ? "" : tables_word(self, TERM_COMMA));

            free(text);
            text = tables_joined(comma, tables_name(self, &self->inputs->model.levels[level].name));
            free(comma);
        }
    }
    return text;
}

static void target_row(const struct tables *self, struct sheet *sheet, const struct target *target)
{
    const struct model *model = &self->inputs->model;
    const bool inside = model->base_year <= target->year && target->year <= self->inputs->scenario.last_year;
    const double nominal = inside ? added(self, target, target->year, true) : (double)NAN;
    const double opened = inside ? added(self, target, target->year, false) : (double)NAN;
    char *levels = levels_text(self, target->has_level);

    sheet_row(sheet, 0);
    sheet_text(sheet, levels, LOOK_CENTRED, MARK_NONE);
    sheet_number(sheet, target->year, LOOK_YEAR, MARK_NONE);
    sheet_number(sheet, target->seats, LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, nominal, LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, opened, LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, target->seats - nominal, LOOK_GAP, MARK_NONE);
    free(levels);
}

static void targets(const struct tables *self, struct sheet *sheet)
{
    static const enum workbook_word HEADS[] = { TERM_LEVEL,         TERM_TARGET_YEAR, TERM_TARGET,
                                                TERM_ADDED_NOMINAL, TERM_ADDED,       TERM_MISSING };
    const struct model *model = &self->inputs->model;
    const size_t missing = 5;

    if (model->target_count == 0) {
        return;
    }
    sheet_skip(sheet, 1);
    sheet_across(sheet, tables_word(self, TERM_TITLE_TARGETS), LOOK_SECTION);
    tables_heads(self, sheet, HEADS, sizeof HEADS / sizeof *HEADS);
    const size_t first = sheet->rows;

    for (size_t index = 0; index < model->target_count; index++) {
        target_row(self, sheet, &model->targets[index]);
    }
    sheet_tint_gaps(sheet, first, sheet->rows - 1, missing, missing);
}

void sheet_summary(struct tables *self)
{
    const size_t levels = self->inputs->model.level_count;
    struct sheet sheet;
    struct gap_list list;

    gap_list_begin(&list, self, &sheet, tables_word(self, TERM_SHEET_SUMMARY), TAB_SUMMARY, NULL, TERM_TITLE_SUMMARY,
                   TERM_LEVEL, true);
    for (size_t level = 0; level < levels; level++) {
        headline(self, &sheet, level);
    }
    if (levels == 0) {
        char *text = tables_message(self, MESSAGE_WORKBOOK_NO_LEVELS, NULL);

        sheet_paragraph(&sheet, text, LOOK_SAID);
        free(text);
    }
    gap_list_heads(&list, self);
    for (size_t level = 0; level < levels; level++) {
        gap_list_block(&list, self, tables_place_at(self, 0), level, true);
    }
    gap_list_end(&list);
    sheet_skip(&sheet, list.next_chart > sheet.rows ? list.next_chart - sheet.rows + 1 : 1);
    targets(self, &sheet);
    sheet_end(&sheet);
}
