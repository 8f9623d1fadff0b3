#include <stdlib.h>

#include "gap_path.h"
#include "mem.h"
#include "move_text.h"
#include "number.h"
#include "workbook_parts.h"

/* Values of an axis that a sheet shows. */
enum { MOST_ACROSS = 60, MOST_DOWN = 2000 };

/** A matrix of a level: of the greatest gap, or of the gap of one school year. */
struct matrix {
    size_t level;
    bool greatest;
    int year;
};

static const struct ensemble *sweep_of(const struct tables *self)
{
    return &self->inputs->scenario.ensemble;
}

static double figure(const struct tables *self, const struct matrix *matrix, size_t point)
{
    const size_t district = tables_place_at(self, 0);

    if (matrix->greatest) {
        return gap_path(self->ensemble, point, district, matrix->level).greatest;
    }
    return ensemble_figure(self->ensemble,
                           many_runs_series_at(self->ensemble->runs, MEASURE_GAP,
                                               (size_t)(matrix->year - self->inputs->scenario.first_year), district,
                                               matrix->level),
                           point);
}

/* The figures of the axes that go down at a point: all but the last. free(). */
static char *row_text(const struct tables *self, size_t point)
{
    const struct ensemble *sweep = sweep_of(self);
    char *text = mem_text("");

    for (size_t axis = 0; axis + 1 < sweep->axis_count; axis++) {
        char *value =
            move_figure_shown(self->inputs, &sweep->axes[axis].move, gap_path_axis_figure(sweep, point, axis));
        char *begins = tables_joined(text, axis == 0 ? "" : tables_word(self, TERM_COMMA));

        free(text);
        text = tables_joined(begins, value);
        free(begins);
        free(value);
    }
    return text;
}

static size_t across_count(const struct tables *self)
{
    const struct ensemble *sweep = sweep_of(self);
    const size_t count = sweep->axes[sweep->axis_count - 1].value_count;

    return count < MOST_ACROSS ? count : MOST_ACROSS;
}

static void heads_row(const struct tables *self, struct sheet *sheet)
{
    const struct ensemble *sweep = sweep_of(self);
    const struct sweep_axis *across = &sweep->axes[sweep->axis_count - 1];

    sheet_row(sheet, 0);
    sheet_text(sheet, NULL, LOOK_HEAD, MARK_NONE);
    for (size_t value = 0; value < across_count(self); value++) {
        char *text = move_figure_shown(self->inputs, &across->move, across->values[value]);

        sheet_text(sheet, text, LOOK_HEAD, MARK_NONE);
        free(text);
    }
}

static void write_matrix(const struct tables *self, struct sheet *sheet, const struct matrix *matrix)
{
    const struct ensemble *sweep = sweep_of(self);
    const size_t wide = sweep->axes[sweep->axis_count - 1].value_count;
    const char *level = tables_name(self, &self->inputs->model.levels[matrix->level].name);
    char *begins = tables_joined(level, tables_word(self, TERM_COLON));
    char *title =
        tables_joined(begins, matrix->greatest ? tables_word(self, TERM_GREATEST_GAP) : number_text(matrix->year).text);

    sheet_skip(sheet, 1);
    sheet_across(sheet, title, LOOK_SECTION);
    heads_row(self, sheet);
    const size_t first = sheet->rows;

    for (size_t row = 0; row * wide < self->ensemble->runs->design.runs && row < MOST_DOWN; row++) {
        char *text = row_text(self, row * wide);

        sheet_row(sheet, 0);
        sheet_text(sheet, text, LOOK_HEAD, MARK_NONE);
        for (size_t value = 0; value < across_count(self); value++) {
            sheet_number(sheet, figure(self, matrix, row * wide + value), LOOK_GAP, MARK_NONE);
        }
        free(text);
    }
    sheet_scale(sheet, first, sheet->rows - 1, 1, across_count(self));
    free(title);
    free(begins);
}

/* What goes down and what goes across, in words. */
static void say_axes(const struct tables *self, struct sheet *sheet)
{
    const struct ensemble *sweep = sweep_of(self);
    char *down = mem_text("");

    for (size_t axis = 0; axis + 1 < sweep->axis_count; axis++) {
        char *begins = tables_joined(down, axis == 0 ? "" : tables_word(self, TERM_COMMA));

        free(down);
        down = tables_joined(begins, sweep->axes[axis].move.name[self->language]);
        free(begins);
    }
    char *text = tables_message(self, MESSAGE_WORKBOOK_MATRIX,
                                SLOTS({ "down", *down == '\0' ? tables_word(self, TERM_NOT_GIVEN) : down },
                                      { "across", sweep->axes[sweep->axis_count - 1].move.name[self->language] },
                                      { "from", number_text(gap_path_first(&self->inputs->scenario)).text },
                                      { "most", number_text(MOST_ACROSS).text }));

    sheet_paragraph(sheet, text, LOOK_LEGEND);
    free(text);
    free(down);
}

void sheet_matrix(struct tables *self)
{
    const struct scenario *scenario = &self->inputs->scenario;
    const size_t columns = across_count(self) + 1;
    const int round = 5;
    double *widths = mem_array(columns, sizeof *widths);
    struct sheet sheet;

    widths[0] = 24;
    for (size_t column = 1; column < columns; column++) {
        widths[column] = 12;
    }
    sheet_begin(&sheet, self->book, tables_word(self, TERM_SHEET_MATRIX), TAB_MANY, widths, columns);
    tables_title(self, &sheet, NULL, TERM_TITLE_MATRIX);
    say_axes(self, &sheet);
    sheet_freeze(&sheet, 0, 1);
    for (size_t level = 0; level < self->inputs->model.level_count; level++) {
        write_matrix(self, &sheet, &(struct matrix) { level, true, 0 });
        for (int year = gap_path_first(scenario); year <= scenario->last_year; year++) {
            if (year % round == 0 || year == scenario->last_year) {
                write_matrix(self, &sheet, &(struct matrix) { level, false, year });
            }
        }
    }
    sheet_end(&sheet);
    free(widths);
}
