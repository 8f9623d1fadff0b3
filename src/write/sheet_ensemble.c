#include <math.h>
#include <stdlib.h>

#include "gap_path.h"
#include "mem.h"
#include "move_text.h"
#include "number.h"
#include "workbook_parts.h"

enum { VARIANT_COLUMNS = 7, PIXELS_OF_A_ROW = 24 };

/* The gap of the high, middle and low variant, and what stands beside it. */
static void variant_row(const struct tables *self, struct sheet *sheet, const char *name, int year, size_t place,
                        size_t level)
{
    const struct series_summary *gap = tables_summary(self, MEASURE_GAP, year, place, level);
    const unsigned strong = place >= self->inputs->model.town_count ? MARK_SUM : MARK_NONE;

    sheet_row(sheet, 0);
    sheet_text(sheet, name, LOOK_CENTRED, strong);
    sheet_text(sheet, tables_name(self, &self->inputs->model.levels[level].name), LOOK_CENTRED, strong);
    sheet_number(sheet, year, LOOK_YEAR, strong);
    sheet_number(sheet, gap->quantile[VARIANT_HIGH], LOOK_GAP, strong);
    sheet_number(sheet, gap->quantile[VARIANT_MIDDLE], LOOK_GAP, strong);
    sheet_number(sheet, gap->quantile[VARIANT_LOW], LOOK_GAP, strong);
    sheet_number(sheet, gap->above.probability, LOOK_PERCENT, strong);
    sheet_number(sheet, gap->above.probability * gap->above.excess, LOOK_WHOLE, strong);
}

/* The years of a place and level; those of the district with a chart beside them. */
static void variant_block(const struct tables *self, struct sheet *sheet, size_t place, size_t level,
                          size_t *next_chart)
{
    enum { YEAR = 2, HIGH, MIDDLE, LOW, AFTER = 8, LEAST = 12, MOST = 24 };
    const struct scenario *scenario = &self->inputs->scenario;
    const size_t first = sheet->rows;
    char *name = tables_place(self, place);

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        variant_row(self, sheet, name, year, place, level);
    }
    if (place == tables_place_at(self, 0)) {
        const size_t years = sheet->rows - first;
        const size_t rows = years < LEAST ? LEAST : years > MOST ? MOST : years;
        const struct chart_cells cells = { first, sheet->rows - 1, YEAR, HIGH, MIDDLE, LOW };
        const struct chart_place at = { *next_chart > first ? *next_chart : first, AFTER, 560,
                                        (double)(rows * PIXELS_OF_A_ROW) };
        char *begins = tables_joined(name, " ");
        char *title = tables_joined(begins, tables_name(self, &self->inputs->model.levels[level].name));

        chart_variants(self, sheet, &cells, &at, title);
        *next_chart = at.row + rows;
        free(title);
        free(begins);
    }
    free(name);
}

void sheet_variants(struct tables *self)
{
    static const enum workbook_word HEADS[] = { TERM_PLACE,  TERM_LEVEL, TERM_YEAR,   TERM_HIGH,
                                                TERM_MIDDLE, TERM_LOW,   TERM_CHANCE, TERM_EXPECTED_SHORTAGE };
    static const double WIDTHS[] = { 20, 22, 11, 11, 11, 11, 11, 11 };
    enum { COLUMNS = sizeof HEADS / sizeof *HEADS, HIGH = 3, LOW = 5, CHANCE = 6 };
    struct sheet sheet;
    char *legend = tables_message(self, MESSAGE_WORKBOOK_VARIANTS, NULL);
    size_t next_chart = 0;

    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_VARIANTS), TAB_MANY, WIDTHS, COLUMNS);
    tables_title(self, &sheet, NULL, TERM_TITLE_VARIANTS);
    sheet_paragraph(&sheet, legend, LOOK_LEGEND);
    const size_t heads = sheet.rows;

    tables_heads(self, &sheet, HEADS, COLUMNS);
    sheet_freeze(&sheet, 0, HIGH);
    for (size_t index = 0; index < tables_places_listed(self); index++) {
        for (size_t level = 0; level < self->inputs->model.level_count; level++) {
            if (tables_has_anything(self, tables_place_at(self, index), level)) {
                variant_block(self, &sheet, tables_place_at(self, index), level, &next_chart);
            }
        }
    }
    if (sheet.rows > heads + 1) {
        sheet_tint_gaps(&sheet, heads + 1, sheet.rows - 1, HIGH, LOW);
        sheet_tint_above(&sheet, heads + 1, sheet.rows - 1, CHANCE, CHANCE, self->inputs->scenario.ensemble.alarm);
        sheet_filter(&sheet, heads, COLUMNS);
    }
    sheet_end(&sheet);
    free(legend);
}

/* A row for each place, a column for each school year: how likely a shortage is. */
static void chances(const struct tables *self, struct sheet *sheet, size_t level)
{
    const struct scenario *scenario = &self->inputs->scenario;
    const size_t years = (size_t)(scenario->last_year - scenario->first_year) + 1;

    sheet_row(sheet, 0);
    sheet_text(sheet, tables_name(self, &self->inputs->model.levels[level].name), LOOK_HEAD, MARK_NONE);
    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        sheet_number(sheet, year, LOOK_PLAIN, MARK_SUM);
    }
    const size_t first = sheet->rows;

    for (size_t index = 0; index < tables_places_listed(self); index++) {
        const size_t place = tables_place_at(self, index);

        if (!tables_has_anything(self, place, level)) {
            continue;
        }
        char *name = tables_place(self, place);

        sheet_row(sheet, 0);
        sheet_text(sheet, name, LOOK_CENTRED, index <= self->inputs->model.area_count ? MARK_SUM : MARK_NONE);
        for (int year = scenario->first_year; year <= scenario->last_year; year++) {
            sheet_number(sheet, tables_summary(self, MEASURE_GAP, year, place, level)->above.probability, LOOK_PERCENT,
                         MARK_NONE);
        }
        free(name);
    }
    if (sheet->rows > first) {
        sheet_tint_above(sheet, first, sheet->rows - 1, 1, years, scenario->ensemble.alarm);
    }
}

void sheet_probability(struct tables *self)
{
    const struct scenario *scenario = &self->inputs->scenario;
    const size_t columns = (size_t)(scenario->last_year - scenario->first_year) + 2;
    double *widths = mem_array(columns, sizeof *widths);
    struct sheet sheet;
    char *legend = tables_message(self, MESSAGE_WORKBOOK_CHANCES,
                                  SLOTS({ "alarm", number_whole(100 * scenario->ensemble.alarm).text }));

    widths[0] = 16;
    for (size_t column = 1; column < columns; column++) {
        widths[column] = 7;
    }
    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_PROBABILITY), TAB_MANY, widths, columns);
    tables_title(self, &sheet, NULL, TERM_TITLE_PROBABILITY);
    sheet_paragraph(&sheet, legend, LOOK_LEGEND);
    sheet_freeze(&sheet, 0, 1);
    const size_t levels = self->inputs->model.level_count;
    size_t *begins = mem_array(levels, sizeof *begins);

    for (size_t level = 0; level < levels; level++) {
        if (level > 0) {
            sheet_skip(&sheet, 1);
        }
        begins[level] = sheet.rows;
        chances(self, &sheet, level);
    }
    /* each level has its years above it on paper, too */
    sheet_breaks(&sheet, begins + 1, levels - 1);
    sheet_end(&sheet);
    free(begins);
    free(legend);
    free(widths);
}

/* An estimated share as it is shown: what is known to lie between 0 and 1 does. */
static double shown_share(double share)
{
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

static void input_row(const struct tables *self, struct sheet *sheet, size_t series, int year, size_t level,
                      size_t input)
{
    const struct ensemble_input *of = &self->inputs->scenario.ensemble.inputs[input];
    const struct influence *influence = ensemble_influence(self->ensemble, series, input);
    const bool shares = ensemble_has_shares(self->ensemble);
    const char *name = of->move.name[self->language];
    char *low = move_figure_shown(self->inputs, &of->move, design_end(of, 0, year));
    char *high = move_figure_shown(self->inputs, &of->move, design_end(of, 1, year));
    const double name_width = 28;

    sheet_row(sheet, sheet_height(sheet_lines(name, name_width)));
    sheet_text(sheet, tables_name(self, &self->inputs->model.levels[level].name), LOOK_CENTRED, MARK_NONE);
    sheet_number(sheet, year, LOOK_YEAR, MARK_NONE);
    sheet_text(sheet, name, LOOK_WRAPPED, MARK_NONE);
    sheet_text(sheet, low, LOOK_CENTRED, MARK_NONE);
    sheet_number(sheet, influence->low, LOOK_GAP, MARK_NONE);
    sheet_text(sheet, high, LOOK_CENTRED, MARK_NONE);
    sheet_number(sheet, influence->high, LOOK_GAP, MARK_NONE);
    sheet_number(sheet, fabs(influence->high - influence->low), LOOK_WHOLE, MARK_NONE);
    sheet_number(sheet, shares ? shown_share(influence->first.share) : (double)NAN, LOOK_PERCENT, MARK_NONE);
    sheet_number(sheet, shares ? shown_share(influence->total.share) : (double)NAN, LOOK_PERCENT, MARK_NONE);
    free(high);
    free(low);
}

/** An input and by how much its ends move the gap apart. */
struct swing {
    size_t input;
    double width;
};

/* The widest first; of equals, as the scenario has them. */
static int compare_swings(const void *left, const void *right)
{
    const struct swing *a = left;
    const struct swing *b = right;

    if (a->width != b->width) {
        return a->width > b->width ? -1 : 1;
    }
    return a->input < b->input ? -1 : 1;
}

/* A row for each input that moves the series by half a child or explains any of its variance. */
static void series_rows(const struct tables *self, struct sheet *sheet, size_t series, int year, size_t level)
{
    const size_t inputs = self->inputs->scenario.ensemble.input_count;
    const double half_a_child = 0.5;
    const double half_a_percent = 0.005;
    struct swing *swings = mem_array(inputs, sizeof *swings);

    for (size_t input = 0; input < inputs; input++) {
        const struct influence *influence = ensemble_influence(self->ensemble, series, input);

        swings[input] = (struct swing) { input, fabs(influence->high - influence->low) };
    }
    qsort(swings, inputs, sizeof *swings, compare_swings);
    for (size_t at = 0; at < inputs; at++) {
        const struct influence *influence = ensemble_influence(self->ensemble, series, swings[at].input);
        const bool explains = ensemble_has_shares(self->ensemble) && influence->total.share >= half_a_percent;

        if (swings[at].width >= half_a_child || explains) {
            input_row(self, sheet, series, year, level, swings[at].input);
        }
    }
    free(swings);
}

/* The years that are told: the first in which all inputs act, round ones, and the last. */
static bool is_told(const struct scenario *scenario, int year)
{
    const int round = 5;

    return year == gap_path_first(scenario) || year == scenario->last_year ||
           (year > gap_path_first(scenario) && year % round == 0);
}

void sheet_sensitivity(struct tables *self)
{
    static const enum workbook_word HEADS[] = { TERM_LEVEL,      TERM_YEAR,         TERM_ASSUMPTION,  TERM_AT_LOW,
                                                TERM_GAP_AT_LOW, TERM_AT_HIGH,      TERM_GAP_AT_HIGH, TERM_SWING,
                                                TERM_EXPLAINS,   TERM_EXPLAINS_WITH };
    static const double WIDTHS[] = { 12, 11, 30, 12, 12, 12, 12, 10, 10, 10 };
    enum { COLUMNS = sizeof HEADS / sizeof *HEADS, GAP_LOW = 4, GAP_HIGH = 6, SWING = 7 };
    const struct scenario *scenario = &self->inputs->scenario;
    struct sheet sheet;
    char *legend = tables_message(self, MESSAGE_WORKBOOK_SENSITIVITY, NULL);

    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_SENSITIVITY), TAB_MANY, WIDTHS, COLUMNS);
    tables_title(self, &sheet, NULL, TERM_TITLE_SENSITIVITY);
    sheet_paragraph(&sheet, legend, LOOK_LEGEND);
    const size_t heads = sheet.rows;

    tables_heads(self, &sheet, HEADS, COLUMNS);
    sheet_freeze(&sheet, 0, 3);
    for (size_t level = 0; level < self->inputs->model.level_count; level++) {
        for (int year = scenario->first_year; year <= scenario->last_year; year++) {
            const size_t series =
                many_runs_series_at(self->ensemble->runs, MEASURE_GAP, (size_t)(year - scenario->first_year),
                                    tables_place_at(self, 0), level);

            if (is_told(scenario, year)) {
                series_rows(self, &sheet, series, year, level);
            }
        }
    }
    sheet_tint_gaps(&sheet, heads + 1, sheet.rows - 1, GAP_LOW, GAP_LOW);
    sheet_tint_gaps(&sheet, heads + 1, sheet.rows - 1, GAP_HIGH, GAP_HIGH);
    sheet_bars(&sheet, heads + 1, sheet.rows - 1, SWING);
    sheet_filter(&sheet, heads, COLUMNS);
    sheet_end(&sheet);
    free(legend);
}
