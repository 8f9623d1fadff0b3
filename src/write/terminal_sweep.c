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

/* The cells of a place: a row for each value of the first axis, a column for each of the second. Year 0: of all years.
 */
static void add_matrix(struct text_table *table, const struct view *view, const struct level_sweep *of, size_t place,
                       int year)
{
    const struct sweep_axis *axes = sweep_of(view)->axes;

    for (size_t row = 0; row < axes[0].value_count; row++) {
        char *value = figure_shown(view, 0, row);

        text_table_row(table);
        text_table_left(table, value, STYLE_PLAIN);
        for (size_t column = 0; column < axes[1].value_count; column++) {
            const size_t point = row * axes[1].value_count + column;
            const struct gap_path path = gap_path(of->ensemble, point, place, of->level);

            if (year == 0) {
                add_greatest(table, &path);
            } else {
                add_signed(table, gap_in(view, of, point, year, place));
            }
        }
        free(value);
    }
}

static void add_matrix_heading(struct text_table *table, const struct view *view)
{
    const struct sweep_axis *axes = sweep_of(view)->axes;
    char *across = joined(view_move(view, &axes[0].move), " \\ ", view_move(view, &axes[1].move));

    text_table_row(table);
    text_table_left(table, across, STYLE_STRONG);
    for (size_t column = 0; column < axes[1].value_count; column++) {
        char *value = figure_shown(view, 1, column);

        text_table_right(table, value, STYLE_STRONG);
        free(value);
    }
    free(across);
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

static void add_place(struct text_table *table, const struct view *view, const struct level_sweep *of, size_t place)
{
    char *label = view_place(view, place);
    char *greatest = joined(label, view_word(view, WORD_COLON), view_word(view, WORD_GREATEST));

    text_table_line(table, sweep_of(view)->axis_count == 2 ? greatest : label, STYLE_STRONG);
    if (sweep_of(view)->axis_count == 2) {
        add_matrix(table, view, of, place, 0);
    } else {
        add_list(table, view, of, place);
    }
    free(greatest);
    free(label);
}

/* The district's gap in the years told, each a matrix. */
static void add_district_years(struct text_table *table, const struct view *view, const struct level_sweep *of)
{
    const size_t district = view_district(view);
    const struct years years = told_years(view);

    for (int year = years.first; year <= years.last; year = years_next(&years, year)) {
        char *label = joined(view_word(view, WORD_TOTAL), view_word(view, WORD_COLON), number_text(year).text);

        text_table_line(table, label, STYLE_STRONG);
        add_matrix(table, view, of, district, year);
        free(label);
    }
}

/* The district, then the towns and areas that are short at some point; lists of many axes are of the district alone. */
static void fill_sweep(struct text_table *table, const struct view *view, const struct level_sweep *of)
{
    const size_t district = view_district(view);

    if (sweep_of(view)->axis_count == 2) {
        add_matrix_heading(table, view);
    } else {
        add_list_heading(table, view);
    }
    text_table_rule(table);
    add_place(table, view, of, district);
    if (sweep_of(view)->axis_count == 2) {
        add_district_years(table, view, of);
    }
    for (size_t place = 0; place < district && sweep_of(view)->axis_count <= 2; place++) {
        if (is_ever_short(of, place)) {
            add_place(table, view, of, place);
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
        view_say(view, "", MESSAGE_TERMINAL_SWEEP_ENOUGH, SLOTS({ "places", places }));
    }
    free(places);
}

void view_sweep(const struct view *view, const struct ensemble_result *ensemble)
{
    const struct ensemble *sweep = sweep_of(view);

    view_say(view, "", MESSAGE_TERMINAL_SWEEP,
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
        fill_sweep(&table, view, &(struct level_sweep) { ensemble, level });
        view_print(view, &table);
        say_enough(view, &(struct level_sweep) { ensemble, level });
    }
    view_table_in(view, "sweep_summary.csv");
}
