#include <stdlib.h>
#include <string.h>

#include "gap_path.h"
#include "mem.h"
#include "move_text.h"
#include "number.h"
#include "terminal_ensemble_parts.h"

/* Points of a list that anybody reads. */
enum { LISTED = 60 };

/** A sweep's table of one level. */
struct level_sweep {
    const struct ensemble_result *ensemble;
    size_t level;
};

static const struct ensemble *sweep_of(const struct view *view)
{
    return &view->inputs->scenario.ensemble;
}

static char *figure_shown(const struct view *view, size_t axis, size_t index)
{
    const struct sweep_axis *of = &sweep_of(view)->axes[axis];

    return move_figure_shown(view->inputs, &of->move, of->values[index]);
}

/* The years of which the gap is told: the first that the sweep moves, round ones, and the last. */
static struct years told_years(const struct view *view)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const int first = gap_path_first(scenario);

    return (struct years) { .first = first, .every_until = first, .step = 5, .last = scenario->last_year };
}

static double gap_in(const struct view *view, const struct level_sweep *of, size_t point, int year, size_t place)
{
    return ensemble_figure(of->ensemble, view_series(view, of->ensemble, year, place, of->level), point);
}

/* The greatest gap and, in brackets, the first short year. */
static void add_greatest(struct text_table *table, const struct gap_path *path)
{
    const struct number_text gap = signed_whole(path->greatest);
    const char *year = path->short_years > 0 ? number_text(path->first_short).text : "-";
    char *text = mem_array(strlen(gap.text) + strlen(year) + sizeof " ()", 1);

    strcat(strcat(strcat(strcat(text, gap.text), " ("), year), ")");
    text_table_right(table, text, path->short_years > 0 ? STYLE_SHORTAGE : STYLE_SURPLUS);
    free(text);
}

/* What a matrix is of: the gap of a year, or of all years the greatest gap or the first short year. */
enum matrix_kind { MATRIX_YEAR, MATRIX_GREATEST, MATRIX_FIRST_SHORT };

struct matrix {
    const struct level_sweep *of;
    enum matrix_kind kind;
    int year; /* Of MATRIX_YEAR. */
    size_t place;
    size_t rows;
    size_t columns;
};

static struct matrix matrix_of(const struct view *view, const struct level_sweep *of, enum matrix_kind kind, int year,
                               size_t place)
{
    const struct sweep_axis *axes = sweep_of(view)->axes;

    return (struct matrix) { of, kind, year, place, axes[0].value_count, axes[1].value_count };
}

/* A cell as it is shown. */
static struct number_text cell_text(const struct view *view, const struct matrix *self, size_t row, size_t column)
{
    const size_t point = row * self->columns + column;

    if (self->kind == MATRIX_YEAR) {
        return signed_whole(gap_in(view, self->of, point, self->year, self->place));
    }
    const struct gap_path path = gap_path(self->of->ensemble, point, self->place, self->of->level);

    if (self->kind == MATRIX_GREATEST) {
        return signed_whole(path.greatest);
    }
    return path.short_years > 0 ? number_text(path.first_short) : (struct number_text) { "-" };
}

static bool same_rows(const struct view *view, const struct matrix *self, size_t row, size_t other)
{
    for (size_t column = 0; column < self->columns; column++) {
        if (strcmp(cell_text(view, self, row, column).text, cell_text(view, self, other, column).text) != 0) {
            return false;
        }
    }
    return true;
}

/* The row behind those from `row` on that show the same. */
static size_t rows_alike(const struct view *view, const struct matrix *self, size_t row)
{
    size_t end = row + 1;

    while (end < self->rows && same_rows(view, self, row, end)) {
        end++;
    }
    return end;
}

/* Whether all points show the same. */
static bool is_one_figure(const struct view *view, const struct matrix *self)
{
    const struct number_text first = cell_text(view, self, 0, 0);

    for (size_t column = 1; column < self->columns; column++) {
        if (strcmp(first.text, cell_text(view, self, 0, column).text) != 0) {
            return false;
        }
    }
    return rows_alike(view, self, 0) == self->rows;
}

/* The values of the rows first..end - 1: "x 0.8", or "x 0.8 .. x 1.2". free(). */
static char *rows_label(const struct view *view, size_t first, size_t end)
{
    char *low = figure_shown(view, 0, first);

    if (end == first + 1) {
        return low;
    }
    char *high = figure_shown(view, 0, end - 1);
    char *label = joined(low, " .. ", high);

    free(high);
    free(low);
    return label;
}

static enum text_style cell_style(const struct matrix *self, const char *text)
{
    if (self->kind == MATRIX_FIRST_SHORT) {
        return *text == '-' ? STYLE_FAINT : STYLE_SHORTAGE;
    }
    return *text == '+' ? STYLE_SHORTAGE : *text == '-' ? STYLE_SURPLUS : STYLE_PLAIN;
}

/* A row for each value of the first axis, rows that show the same in one; a column for each value of the second. */
static void add_rows(struct text_table *table, const struct view *view, const struct matrix *self)
{
    size_t end = 0;

    for (size_t row = 0; row < self->rows; row = end) {
        end = rows_alike(view, self, row);
        char *label = rows_label(view, row, end);

        text_table_row(table);
        text_table_left(table, label, STYLE_PLAIN);
        for (size_t column = 0; column < self->columns; column++) {
            const struct number_text text = cell_text(view, self, row, column);

            text_table_right(table, text.text, cell_style(self, text.text));
        }
        free(label);
    }
}

/* A matrix under its title, or one line where it has but one figure. */
static void add_matrix(struct text_table *table, const struct view *view, const struct matrix *self, const char *title)
{
    if (!is_one_figure(view, self)) {
        text_table_line(table, title, STYLE_STRONG);
        add_rows(table, view, self);
        return;
    }
    const struct number_text figure = cell_text(view, self, 0, 0);
    char *text = message_text(MESSAGE_TERMINAL_SWEEP_ONE_FIGURE, view->terminal->language,
                              SLOTS({ "title", title }, { "figure", figure.text }));

    text_table_line(table, text, STYLE_STRONG);
    free(text);
}

static void add_matrix_heading(struct text_table *table, const struct view *view)
{
    const struct sweep_axis *axes = sweep_of(view)->axes;

    text_table_row(table);
    text_table_left(table, "", STYLE_STRONG);
    for (size_t column = 0; column < axes[1].value_count; column++) {
        char *value = figure_shown(view, 1, column);

        text_table_right(table, value, STYLE_STRONG);
        free(value);
    }
}

/* All figures of a point: "x 0.8, + 2000". free(). */
static char *point_text(const struct view *view, size_t point)
{
    const struct ensemble *sweep = sweep_of(view);
    char *text = mem_text("");

    for (size_t axis = 0; axis < sweep->axis_count; axis++) {
        char *value = figure_shown(view, axis, gap_path_axis_index(sweep, point, axis));
        char *longer = joined(text, axis == 0 ? "" : ", ", value);

        free(value);
        free(text);
        text = longer;
    }
    return text;
}

static void add_list(struct text_table *table, const struct view *view, const struct level_sweep *of, size_t place)
{
    const size_t points = of->ensemble->runs->design.runs;
    const struct years years = told_years(view);

    for (size_t point = 0; point < points && point < LISTED; point++) {
        const struct gap_path path = gap_path(of->ensemble, point, place, of->level);
        char *text = point_text(view, point);

        text_table_row(table);
        text_table_left(table, text, STYLE_PLAIN);
        add_greatest(table, &path);
        for (int year = years.first; year <= years.last; year = years_next(&years, year)) {
            add_signed(table, gap_in(view, of, point, year, place));
        }
        free(text);
    }
}

static void add_list_heading(struct text_table *table, const struct view *view)
{
    const struct years years = told_years(view);

    text_table_row(table);
    text_table_left(table, view_word(view, WORD_POINT), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_GREATEST), STYLE_STRONG);
    add_years(table, &years);
}

/* Whether seats are short at any point. */
static bool is_ever_short(const struct level_sweep *of, size_t place)
{
    for (size_t point = 0; point < of->ensemble->runs->design.runs; point++) {
        if (gap_path(of->ensemble, point, place, of->level).short_years > 0) {
            return true;
        }
    }
    return false;
}

/* "Zhouxin: greatest gap". free(). */
static char *place_title(const struct view *view, size_t place, const char *what)
{
    char *label = view_place(view, place);
    char *title = joined(label, view_word(view, WORD_COLON), what);

    free(label);
    return title;
}

/* The matrices of a place over all years: the greatest gap and, where seats are ever short, the first short year. */
static void add_place(struct text_table *table, const struct view *view, const struct level_sweep *of, size_t place)
{
    const struct matrix greatest = matrix_of(view, of, MATRIX_GREATEST, 0, place);
    const struct matrix first_short = matrix_of(view, of, MATRIX_FIRST_SHORT, 0, place);
    char *title = place_title(view, place, view_word(view, WORD_GREATEST_GAP));

    add_matrix(table, view, &greatest, title);
    free(title);
    if (is_ever_short(of, place)) {
        title = place_title(view, place, view_word(view, WORD_FIRST_SHORT));
        add_matrix(table, view, &first_short, title);
        free(title);
    }
}

/* The district's gap in the years told, each a matrix. */
static void add_district_years(struct text_table *table, const struct view *view, const struct level_sweep *of)
{
    const struct years years = told_years(view);

    for (int year = years.first; year <= years.last; year = years_next(&years, year)) {
        const struct matrix matrix = matrix_of(view, of, MATRIX_YEAR, year, view_district(view));
        char *what = message_text(MESSAGE_TERMINAL_SWEEP_YEAR, view->terminal->language,
                                  SLOTS({ "year", number_text(year).text }));
        char *title = place_title(view, view_district(view), what);

        add_matrix(table, view, &matrix, title);
        free(title);
        free(what);
    }
}

/* The district, then areas and towns. */
static void fill_matrices(struct text_table *table, const struct view *view, const struct level_sweep *of)
{
    const size_t towns = view_names_towns(view) ? 0 : view->inputs->model.town_count;

    add_matrix_heading(table, view);
    text_table_rule(table);
    add_place(table, view, of, view_district(view));
    add_district_years(table, view, of);
    for (size_t place = towns; place < view_district(view); place++) {
        if (view_has_anything(view, place, of->level)) {
            add_place(table, view, of, place);
        }
    }
}

/* A list of points: the district and, of one axis, the towns and areas that are short at some point. */
static void fill_lists(struct text_table *table, const struct view *view, const struct level_sweep *of)
{
    add_list_heading(table, view);
    text_table_rule(table);
    for (size_t i = 0; i <= view_district(view); i++) {
        const size_t place = i == 0 ? view_district(view) : i - 1;

        if (i == 0 || (sweep_of(view)->axis_count == 1 && is_ever_short(of, place))) {
            char *label = view_place(view, place);

            text_table_line(table, label, STYLE_STRONG);
            add_list(table, view, of, place);
            free(label);
        }
    }
}

/* Towns and areas that have enough at every point. */
static void say_enough(const struct view *view, const struct level_sweep *of)
{
    char *places = mem_text("");

    for (size_t place = 0; place < view_district(view) && sweep_of(view)->axis_count <= 2; place++) {
        if (view_has_anything(view, place, of->level) && !is_ever_short(of, place)) {
            char *label = view_place(view, place);
            char *longer = joined(places, *places == '\0' ? "" : view_word(view, WORD_LIST_COMMA), label);

            free(label);
            free(places);
            places = longer;
        }
    }
    if (*places != '\0') {
        view_say(view, "", MESSAGE_TERMINAL_SWEEP_ENOUGH,
                 SLOTS({ "first", number_text(gap_path_first(&view->inputs->scenario)).text }, { "places", places }));
    }
    free(places);
}

void view_sweep(const struct view *view, const struct ensemble_result *ensemble)
{
    const struct ensemble *sweep = sweep_of(view);

    view_say(view, "", sweep->axis_count == 2 ? MESSAGE_TERMINAL_SWEEP_MATRICES : MESSAGE_TERMINAL_SWEEP,
             SLOTS({ "points", number_whole((double)ensemble->runs->design.runs).text }));
    for (size_t axis = 0; axis < sweep->axis_count; axis++) {
        const struct move *move = &sweep->axes[axis].move;
        const char *source = move->source[view->terminal->language];

        view_say(view, "- ", *source != '\0' ? MESSAGE_TERMINAL_DRAWN : MESSAGE_TERMINAL_SWEPT,
                 SLOTS({ "name", view_move(view, move) }, { "source", source }));
    }
    for (size_t level = 0; level < view->inputs->model.level_count; level++) {
        struct text_table table = { .gap = 2 };

        view_level_heading(view, level, WORD_TITLE_SWEPT);
        if (sweep->axis_count == 2) {
            view_say(view, "", MESSAGE_TERMINAL_SWEEP_AXES,
                     SLOTS({ "down", view_move(view, &sweep->axes[0].move) },
                           { "across", view_move(view, &sweep->axes[1].move) }));
            fill_matrices(&table, view, &(struct level_sweep) { ensemble, level });
        } else {
            fill_lists(&table, view, &(struct level_sweep) { ensemble, level });
        }
        view_print(view, &table);
        say_enough(view, &(struct level_sweep) { ensemble, level });
    }
    view_beyond(view, ensemble);
    view_towns_left_out(view, "sweep_matrix.csv");
    view_table_in(view, sweep->axis_count == 2 ? "sweep_matrix.csv" : "sweep_summary.csv");
}
