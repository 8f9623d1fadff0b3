#include <math.h>
#include <stdlib.h>

#include "gap_path.h"
#include "mem.h"
#include "move_text.h"
#include "number.h"
#include "terminal_ensemble_parts.h"

/** A sensitivity's table of one level. */
struct level_inputs {
    const struct ensemble_result *ensemble;
    size_t level;
    const size_t *order; /**< [input] which stands where. */
};

static const struct ensemble *sensitivity_of(const struct view *view)
{
    return &view->inputs->scenario.ensemble;
}

static double gap_at(const struct ensemble_result *ensemble, size_t series, size_t input, size_t end)
{
    const struct influence *influence = ensemble_influence(ensemble, series, input);

    return end == 0 ? influence->low : influence->high;
}

/* By how much the gap moves as the input goes from its low to its high end. */
static double swing(const struct ensemble_result *ensemble, size_t series, size_t input)
{
    return fabs(gap_at(ensemble, series, input, 1) - gap_at(ensemble, series, input, 0));
}

/* An estimated share in percent, as people see it. */
static double shown_percent(double share)
{
    const double all = 100;

    return share < 0 ? 0 : share > 1 ? all : all * share;
}

/* The district's year of the greatest gap from the year on in which all inputs act; of equals the first. */
static int tightest_year(const struct view *view, size_t level)
{
    const struct scenario *scenario = &view->inputs->scenario;
    int tightest = gap_path_first(scenario);

    for (int year = tightest + 1; year <= scenario->last_year; year++) {
        if (view_figure(view, FIGURE_GAP, year, view_district(view), level) >
            view_figure(view, FIGURE_GAP, tightest, view_district(view), level)) {
            tightest = year;
        }
    }
    return tightest;
}

/* What an input counts for in a series: its share of the variance or, without one, its swing. */
static double weight(const struct ensemble_result *ensemble, size_t series, size_t input)
{
    return ensemble_has_shares(ensemble) ? ensemble_influence(ensemble, series, input)->first.share
                                         : swing(ensemble, series, input);
}

/* The inputs by what they count for in a series, the greatest first; equals in the scenario's order. */
static void sort_inputs(const struct view *view, const struct ensemble_result *ensemble, size_t series, size_t *order)
{
    for (size_t input = 0; input < sensitivity_of(view)->input_count; input++) {
        size_t at = input;

        while (at > 0 && weight(ensemble, series, order[at - 1]) < weight(ensemble, series, input)) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = input;
    }
}

static void add_end(struct text_table *table, const struct view *view, const struct ensemble_result *ensemble,
                    size_t series, int year, size_t input, size_t end)
{
    const struct ensemble_input *of = &sensitivity_of(view)->inputs[input];
    char *figure = move_figure_shown(view->inputs, &of->move, design_end(of, end, year));

    text_table_right(table, figure, STYLE_PLAIN);
    add_signed(table, gap_at(ensemble, series, input, end));
    free(figure);
}

static void add_shares(struct text_table *table, const struct ensemble_result *ensemble, size_t series, size_t input)
{
    if (!ensemble_has_shares(ensemble)) {
        return;
    }
    const struct influence *influence = ensemble_influence(ensemble, series, input);
    const struct sobol_index *first = &influence->first;
    char *interval =
        joined(number_whole(shown_percent(first->low)).text, "..", number_whole(shown_percent(first->high)).text);

    add_whole(table, shown_percent(first->share), STYLE_STRONG);
    text_table_right(table, interval, STYLE_PLAIN);
    add_whole(table, shown_percent(influence->total.share), STYLE_PLAIN);
    free(interval);
}

static void add_tornado_heading(struct text_table *table, const struct view *view, bool shares)
{
    text_table_row(table);
    text_table_left(table, view_word(view, WORD_ASSUMPTION), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_AT_LOW), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_GAP), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_AT_HIGH), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_GAP), STYLE_STRONG);
    text_table_right(table, view_word(view, WORD_SWING), STYLE_STRONG);
    if (shares) {
        text_table_right(table, view_word(view, WORD_EXPLAINS), STYLE_STRONG);
        text_table_right(table, view_word(view, WORD_INTERVAL), STYLE_STRONG);
        text_table_right(table, view_word(view, WORD_WITH_OTHERS), STYLE_STRONG);
    }
    text_table_rule(table);
}

/* Whether the input moves the district's gap at all, in any year told. */
static bool is_idle(const struct view *view, const struct level_inputs *of, size_t input)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const double least_share = 0.005;

    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        const size_t series = view_series(view, of->ensemble, year, view_district(view), of->level);

        if (swing(of->ensemble, series, input) >= half_a_child ||
            (ensemble_has_shares(of->ensemble) && weight(of->ensemble, series, input) >= least_share)) {
            return false;
        }
    }
    return true;
}

static void say_idle(const struct view *view, const struct level_inputs *of)
{
    char *names = mem_text("");

    for (size_t input = 0; input < sensitivity_of(view)->input_count; input++) {
        if (is_idle(view, of, input)) {
            char *longer = joined(names, *names == '\0' ? "" : view_word(view, WORD_LIST_COMMA),
                                  view_move(view, &sensitivity_of(view)->inputs[input].move));

            free(names);
            names = longer;
        }
    }
    if (*names != '\0') {
        view_say(view, "", MESSAGE_TERMINAL_IDLE_INPUTS, SLOTS({ "names", names }));
    }
    free(names);
}

static void print_tornado(const struct view *view, const struct level_inputs *of, int year)
{
    const size_t series = view_series(view, of->ensemble, year, view_district(view), of->level);
    struct text_table table = { .gap = 2 };

    add_tornado_heading(&table, view, ensemble_has_shares(of->ensemble));
    for (size_t i = 0; i < sensitivity_of(view)->input_count; i++) {
        const size_t input = of->order[i];

        if (is_idle(view, of, input)) {
            continue;
        }
        text_table_row(&table);
        text_table_left(&table, view_move(view, &sensitivity_of(view)->inputs[input].move), STYLE_PLAIN);
        add_end(&table, view, of->ensemble, series, year, input, 0);
        add_end(&table, view, of->ensemble, series, year, input, 1);
        add_whole(&table, swing(of->ensemble, series, input), STYLE_PLAIN);
        add_shares(&table, of->ensemble, series, input);
    }
    view_print(view, &table);
    say_idle(view, of);
}

/* What each input counts for in the district, year by year. */
static void fill_years(struct text_table *table, const struct view *view, const struct years *years, const void *of)
{
    const struct level_inputs *level = of;
    const bool shares = ensemble_has_shares(level->ensemble);

    text_table_row(table);
    text_table_left(table, view_word(view, WORD_ASSUMPTION), STYLE_STRONG);
    add_years(table, years);
    text_table_rule(table);
    for (size_t i = 0; i < sensitivity_of(view)->input_count; i++) {
        if (is_idle(view, level, level->order[i])) {
            continue;
        }
        text_table_row(table);
        text_table_left(table, view_move(view, &sensitivity_of(view)->inputs[level->order[i]].move), STYLE_PLAIN);
        for (int year = years->first; year <= years->last; year = years_next(years, year)) {
            const size_t series = view_series(view, level->ensemble, year, view_district(view), level->level);

            const double counts = weight(level->ensemble, series, level->order[i]);

            add_whole(table, shares ? shown_percent(counts) : counts, STYLE_PLAIN);
        }
    }
}

/* A town in the district's tightest year: the input that counts for most. */
static void add_town(struct text_table *table, const struct view *view, const struct level_inputs *of, size_t town,
                     size_t *room)
{
    const int year = tightest_year(view, of->level);
    const size_t series = view_series(view, of->ensemble, year, town, of->level);

    sort_inputs(view, of->ensemble, series, room);
    text_table_row(table);
    text_table_left(table, view_name(view, &view->inputs->model.towns[town].name), STYLE_PLAIN);
    text_table_right(table, number_text(year).text, STYLE_PLAIN);
    text_table_left(table, view_move(view, &sensitivity_of(view)->inputs[room[0]].move), STYLE_PLAIN);
    add_whole(table, swing(of->ensemble, series, room[0]), STYLE_PLAIN);
    add_shares(table, of->ensemble, series, room[0]);
}

static void print_towns(const struct view *view, const struct level_inputs *of)
{
    const struct model *model = &view->inputs->model;
    size_t *room = mem_array(sensitivity_of(view)->input_count, sizeof *room);
    struct text_table table = { .gap = 2 };

    text_table_row(&table);
    text_table_left(&table, view_word(view, WORD_TOWN), STYLE_STRONG);
    text_table_right(&table, view_word(view, WORD_YEAR), STYLE_STRONG);
    text_table_left(&table, view_word(view, WORD_ASSUMPTION), STYLE_STRONG);
    text_table_right(&table, view_word(view, WORD_SWING), STYLE_STRONG);
    if (ensemble_has_shares(of->ensemble)) {
        text_table_right(&table, view_word(view, WORD_EXPLAINS), STYLE_STRONG);
        text_table_right(&table, view_word(view, WORD_INTERVAL), STYLE_STRONG);
        text_table_right(&table, view_word(view, WORD_WITH_OTHERS), STYLE_STRONG);
    }
    text_table_rule(&table);
    for (size_t town = 0; town < model->town_count; town++) {
        if (view_has_anything(view, town, of->level)) {
            add_town(&table, view, of, town, room);
        }
    }
    view_print(view, &table);
    free(room);
}

/* "Migration explains 61 % of the width in 2030." */
static void say_first(const struct view *view, const struct level_inputs *of, int year)
{
    const size_t series = view_series(view, of->ensemble, year, view_district(view), of->level);
    const struct sobol_index *first = &ensemble_influence(of->ensemble, series, of->order[0])->first;
    const char *name = view_move(view, &sensitivity_of(view)->inputs[of->order[0]].move);
    const char *level = view_name(view, &view->inputs->model.levels[of->level].name);

    if (!ensemble_has_shares(of->ensemble)) {
        view_say(view, "- ", MESSAGE_TERMINAL_SWINGS_MOST,
                 SLOTS({ "level", level }, { "year", number_text(year).text }, { "name", name },
                       { "figure", number_whole(swing(of->ensemble, series, of->order[0])).text }));
        return;
    }
    const double *quantile = of->ensemble->summaries[series].quantile;

    view_say(view, "- ", MESSAGE_TERMINAL_EXPLAINS_MOST,
             SLOTS({ "level", level }, { "year", number_text(year).text }, { "name", name },
                   { "share", number_whole(shown_percent(first->share)).text },
                   { "low", number_whole(shown_percent(first->low)).text },
                   { "high", number_whole(shown_percent(first->high)).text },
                   { "from", signed_whole(quantile[2]).text }, { "to", signed_whole(quantile[6]).text }));
}

static void say_level(const struct view *view, const struct ensemble_result *ensemble, size_t level, size_t *order)
{
    const int last = view->inputs->scenario.last_year;
    const int peak = tightest_year(view, level);
    const struct level_inputs of = { ensemble, level, order };

    sort_inputs(view, ensemble, view_series(view, ensemble, peak, view_district(view), level), order);
    say_first(view, &of, peak);
    if (last != peak) {
        sort_inputs(view, ensemble, view_series(view, ensemble, last, view_district(view), level), order);
        say_first(view, &of, last);
    }
}

static void print_level(const struct view *view, const struct ensemble_result *ensemble, size_t level, size_t *order)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const int peak = tightest_year(view, level);
    const struct level_inputs of = { ensemble, level, order };
    struct years years = years_all(scenario->first_year, scenario->last_year);

    sort_inputs(view, ensemble, view_series(view, ensemble, peak, view_district(view), level), order);
    view_level_heading(view, level, WORD_TITLE_TORNADO);
    view_say(view, "", MESSAGE_TERMINAL_TORNADO_YEAR,
             SLOTS({ "year", number_text(peak).text }, { "from", number_text(gap_path_first(scenario)).text },
                   { "gap", signed_whole(view_figure(view, FIGURE_GAP, peak, view_district(view), level)).text }));
    print_tornado(view, &of, peak);
    view_level_heading(view, level, ensemble_has_shares(ensemble) ? WORD_TITLE_SHARES : WORD_TITLE_SWINGS);
    view_fit(view, fill_years, &of, &years);
    view_table(view, fill_years, &of, &years);
    view_level_heading(view, level, WORD_TITLE_MOST);
    print_towns(view, &of);
}

void view_sensitivity(const struct view *view, const struct ensemble_result *ensemble)
{
    const struct ensemble *of = sensitivity_of(view);
    const size_t levels = view->inputs->model.level_count;
    size_t *order = mem_array(of->input_count, sizeof *order);

    view_say(view, "", of->draws == 0 ? MESSAGE_TERMINAL_SINGLE : MESSAGE_TERMINAL_SHARES,
             SLOTS({ "inputs", number_whole((double)of->input_count).text },
                   { "runs", number_whole((double)ensemble->runs->design.runs).text }));
    for (size_t level = 0; level < levels; level++) {
        say_level(view, ensemble, level, order);
    }
    for (size_t level = 0; level < levels; level++) {
        print_level(view, ensemble, level, order);
    }
    view_drawn(view, ensemble);
    view_table_in(view, "sensitivity.csv");
    free(order);
}
