#include <stdlib.h>

#include "mem.h"
#include "workbook_parts.h"

/* Years that a page across has room for; of a longer horizon the last ones stand on further pages' width. */
static void years_row(const struct tables *self, struct sheet *sheet, const char *level)
{
    const struct scenario *scenario = &self->inputs->scenario;

    sheet_row(sheet, 0);
    sheet_text(sheet, level, LOOK_HEAD, MARK_NONE);
    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        sheet_number(sheet, year, LOOK_PLAIN, MARK_SUM);
    }
}

static void place_row(const struct tables *self, struct sheet *sheet, size_t place, size_t level)
{
    const struct scenario *scenario = &self->inputs->scenario;
    const unsigned strong = place >= self->inputs->model.town_count ? MARK_SUM : MARK_NONE;
    char *name = tables_place(self, place);

    sheet_row(sheet, 0);
    sheet_text(sheet, name, LOOK_CENTRED, strong);
    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        sheet_number(sheet, tables_gap(self, year, place, level)->gap, LOOK_GAP, strong);
    }
    free(name);
}

/* The gap of a level: a row for each place, a column for each school year. */
static void matrix(const struct tables *self, struct sheet *sheet, size_t level)
{
    const struct scenario *scenario = &self->inputs->scenario;

    years_row(self, sheet, tables_name(self, &self->inputs->model.levels[level].name));
    const size_t first = sheet->rows;

    for (size_t index = 0; index < tables_places_listed(self); index++) {
        const size_t place = tables_place_at(self, index);

        if (tables_has_anything(self, place, level)) {
            place_row(self, sheet, place, level);
        }
    }
    if (sheet->rows > first) {
        sheet_tint_gaps(sheet, first, sheet->rows - 1, 1, (size_t)(scenario->last_year - scenario->first_year) + 1);
    }
}

void sheet_glance(struct tables *self)
{
    const struct scenario *scenario = &self->inputs->scenario;
    const size_t columns = (size_t)(scenario->last_year - scenario->first_year) + 2;
    double *widths = mem_array(columns, sizeof *widths);
    struct sheet sheet;
    char *legend = tables_message(self, MESSAGE_WORKBOOK_GLANCE, NULL);

    widths[0] = 16;
    for (size_t column = 1; column < columns; column++) {
        widths[column] = 8.5;
    }
    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_GLANCE), TAB_SUMMARY, widths, columns);
    tables_title(self, &sheet, NULL, TERM_TITLE_GLANCE);
    sheet_paragraph(&sheet, legend, LOOK_LEGEND);
    sheet_freeze(&sheet, 0, 1);
    for (size_t level = 0; level < self->inputs->model.level_count; level++) {
        if (level > 0) {
            sheet_skip(&sheet, 1);
        }
        matrix(self, &sheet, level);
    }
    sheet_end(&sheet);
    free(legend);
    free(widths);
}
