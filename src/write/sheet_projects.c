#include <math.h>
#include <stdlib.h>

#include "mem.h"
#include "norms.h"
#include "number.h"
#include "supply.h"
#include "workbook_parts.h"

static const enum workbook_word HEADS[] = {
    TERM_PROJECT,    TERM_NAME,        TERM_PLACE,         TERM_KIND,           TERM_BUILDER,    TERM_COMPLETION,
    TERM_USABLE,     TERM_SEATS_ADDED, TERM_CLASSES_GIVEN, TERM_SCALE,          TERM_LAND_GIVEN, TERM_LAND_NORM,
    TERM_LAND_SHARE, TERM_COST,        TERM_COST_A_SEAT,   TERM_WHAT_IS_ASSUMED
};

static const double WIDTHS[] = { 9, 30, 12, 8, 9, 9, 11, 8.5, 7, 13, 10, 10, 8, 10, 10, 34 };

enum { COLUMNS = sizeof HEADS / sizeof *HEADS, NAME = 1, SHARE = 12, ASSUMED_TEXT = 15 };

/** A project and what it is held against. */
struct project_row {
    const struct project *of;
    struct project_norms norms;
    double usable;
    size_t town;
    enum status town_status;
    double cost; /**< 10,000 yuan; NAN: not known. */
};

static struct project_row project_row(const struct tables *self, size_t index)
{
    const double *values = self->inputs->scenario.values;
    const struct project *of = &self->inputs->model.projects[index];

    return (struct project_row) { .of = of,
                                  .norms = norms_project(&self->inputs->model, index),
                                  .usable = supply_usable_year(self->inputs, values, index),
                                  .town = supply_town(self->inputs, values, index),
                                  .town_status = supply_town_status(self->inputs, values, index),
                                  .cost = isnan(of->cost_wan_yuan) ? of->cost_text : of->cost_wan_yuan };
}

/* Adds to a list of words. */
static void add(const struct tables *self, char **list, enum workbook_word word)
{
    char *longer = tables_joined(*list, **list == '\0' ? "" : tables_word(self, TERM_SEMICOLON));

    free(*list);
    *list = tables_joined(longer, tables_word(self, word));
    free(longer);
}

/* In words, what of the row does not stand in the plan. free(). */
static char *assumed_text(const struct tables *self, const struct project_row *row)
{
    char *text = mem_text("");

    if (row->town_status == ASSUMED) {
        add(self, &text, TERM_TOWN_ASSUMED);
    }
    if (row->of->completion == NO_YEAR) {
        add(self, &text, row->usable == NEVER ? TERM_NO_DATE : TERM_DATE_BY_SCENARIO);
    }
    if (isnan(row->of->cost_wan_yuan) && !isnan(row->of->cost_text)) {
        add(self, &text, TERM_COST_FROM_TEXT);
    }
    return text;
}

static const char *scale_text(const struct tables *self, const struct project_norms *norms)
{
    if (!norms->is_school || norms->type == NULL || isnan(norms->classes)) {
        return NULL;
    }
    return tables_word(self, norms->below_minimum   ? TERM_TOO_SMALL
                             : norms->above_maximum ? TERM_TOO_LARGE
                                                    : TERM_SIZE_GOOD);
}

/* When its seats count; those complete by the base year are in the base seats. */
static void usable_cell(const struct tables *self, struct sheet *sheet, const struct project_row *row)
{
    if (row->usable == NEVER) {
        sheet_text(sheet, tables_word(self, TERM_NEVER), LOOK_CENTRED, MARK_NONE);
    } else if (row->usable <= self->inputs->model.base_year) {
        sheet_text(sheet, tables_word(self, TERM_IN_BASE), LOOK_CENTRED, MARK_NONE);
    } else {
        sheet_number(sheet, row->usable, LOOK_YEAR,
                     row->of->completion == NO_YEAR ? (unsigned)MARK_ASSUMED : (unsigned)MARK_NONE);
    }
}

static void write_row(const struct tables *self, struct sheet *sheet, const struct project_row *row)
{
    const double yuan = 1e4;
    const struct project_norms *norms = &row->norms;
    const unsigned town = row->town_status == ASSUMED ? MARK_ASSUMED : MARK_NONE;
    const bool has_norm = norms->land_norm_m2 > 0;
    char *assumed = assumed_text(self, row);
    const double names = sheet_lines(row->of->name, WIDTHS[NAME] - 2);
    const double words = sheet_lines(assumed, WIDTHS[ASSUMED_TEXT] - 2);

    sheet_row(sheet, sheet_height(names > words ? names : words));
    sheet_text(sheet, row->of->id, LOOK_CENTRED, MARK_NONE);
    sheet_text(sheet, row->of->name, LOOK_WRAPPED, MARK_NONE);
    sheet_text(sheet, tables_name(self, &self->inputs->model.towns[row->town].name), LOOK_CENTRED, town);
    sheet_text(sheet, tables_name(self, &kind_words[row->of->kind]), LOOK_CENTRED, MARK_NONE);
    sheet_text(sheet, tables_name(self, &builder_words[row->of->builder]), LOOK_CENTRED, MARK_NONE);
    sheet_number(sheet, row->of->completion == NO_YEAR ? (double)NAN : row->of->completion, LOOK_PLAIN, MARK_NONE);
    usable_cell(self, sheet, row);
    sheet_number(sheet, norms->seats, LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, norms->classes > 0 ? norms->classes : (double)NAN, LOOK_WHOLE, MARK_NONE);
    sheet_text(sheet, scale_text(self, norms), LOOK_CENTRED, MARK_NONE);
    sheet_number(sheet, norms->land_m2, LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, norms->land_norm_m2, LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, has_norm ? norms->land_m2 / norms->land_norm_m2 : (double)NAN, LOOK_PERCENT, MARK_NONE);
    sheet_number(sheet, row->cost, LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, norms->seats > 0 ? row->cost * yuan / norms->seats : (double)NAN, LOOK_WHOLE, MARK_NONE);
    sheet_text(sheet, assumed, LOOK_WRAPPED, MARK_ASSUMED);
    free(assumed);
}

void sheet_projects(struct tables *self)
{
    const size_t all = self->inputs->model.project_count;
    const size_t count = all < PLAN_ROWS_LISTED ? all : PLAN_ROWS_LISTED;
    struct sheet sheet;
    char *legend = tables_message(self, MESSAGE_WORKBOOK_PROJECTS, NULL);

    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_PROJECTS), TAB_PLAN, WIDTHS, COLUMNS);
    tables_title(self, &sheet, NULL, TERM_TITLE_PROJECTS);
    sheet_paragraph(&sheet, legend, LOOK_LEGEND);
    const size_t heads = sheet.rows;

    tables_heads(self, &sheet, HEADS, COLUMNS);
    sheet_freeze(&sheet, 0, NAME + 1);
    for (size_t project = 0; project < count; project++) {
        const struct project_row row = project_row(self, project);

        write_row(self, &sheet, &row);
    }
    sheet_tint_below(&sheet, heads + 1, sheet.rows - 1, SHARE, SHARE, 1);
    sheet_filter(&sheet, heads, COLUMNS);
    tables_more(self, &sheet, all, count, "projects.csv");
    sheet_end(&sheet);
    free(legend);
}
