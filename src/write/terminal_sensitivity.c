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

static void add_share(struct text_table *table, const struct sobol_index *index, enum text_style style)
{
    char *interval =
        joined(number_whole(shown_percent(index->low)).text, "..", number_whole(shown_percent(index->high)).text);

    add_whole(table, shown_percent(index->share), style);
    text_table_right(table, interval, STYLE_PLAIN);
    free(interval);
}

static void add_name(struct text_table *table, const struct view *view, size_t input)
{
    text_table_left(table, view_move(view, &sensitivity_of(view)->inputs[input].move), STYLE_PLAIN);
}

/* Whether the input moves the district's gap in the year. */
static bool acts_in(const struct view *view, const struct level_inputs *of, size_t input, int year)
{
    const double least_share = 0.005;
    const size_t series = view_series(view, of->ensemble, year, view_district(view), of->level);

    return swing(of->ensemble, series, input) >= half_a_child ||
           (ensemble_has_shares(of->ensemble) && weight(of->ensemble, series, input) >= least_share);
}

/* Whether it does so from one year to another. */
static bool acts(const struct view *view, const struct level_inputs *of, size_t input, int first, int last)
{
    for (int year = first; year <= last; year++) {
        if (acts_in(view, of, input, year)) {
            return true;
        }
    }
    return false;
}

static void say_idle(const struct view *view, const struct level_inputs *of, int year)
{
    char *names = mem_text("");

    for (size_t input = 0; input < sensitivity_of(view)->input_count; input++) {
        if (!acts_in(view, of, input, year)) {
            char *longer = joined(names, *names == '\0' ? "" : view_word(view, WORD_LIST_COMMA),
                                  view_move(view, &sensitivity_of(view)->inputs[input].move));

            free(names);
            names = longer;
        }
    }
    if (*names != '\0') {
        view_say(view, "", MESSAGE_TERMINAL_IDLE_INPUTS, SLOTS({ "year", number_text(year).text }, { "names", names }));
    }
    free(names);
}

static void print_swings(const struct view *view, const struct level_inputs *of, int year)
{
    static const enum terminal_word HEADS[] = { WORD_ASSUMPTION, WORD_AT_LOW, WORD_GAP,
                                                WORD_AT_HIGH,    WORD_GAP,    WORD_SWING };
    const size_t series = view_series(view, of->ensemble, year, view_district(view), of->level);
    struct text_table table = { .gap = 2 };

    view_heads(view, &table, HEADS, sizeof HEADS / sizeof *HEADS, 1, 5);
    for (size_t i = 0; i < sensitivity_of(view)->input_count; i++) {
        const size_t input = of->order[i];

        if (acts_in(view, of, input, year)) {
            text_table_row(&table);
            add_name(&table, view, input);
            add_end(&table, view, of->ensemble, series, year, input, 0);
            add_end(&table, view, of->ensemble, series, year, input, 1);
            add_whole(&table, swing(of->ensemble, series, input), STYLE_STRONG);
        }
    }
    view_print(view, &table);
}

static void print_shares(const struct view *view, const struct level_inputs *of, int year)
{
    static const enum terminal_word HEADS[] = { WORD_ASSUMPTION, WORD_EXPLAINS, WORD_INTERVAL, WORD_WITH_OTHERS,
                                                WORD_INTERVAL };
    const size_t series = view_series(view, of->ensemble, year, view_district(view), of->level);
    struct text_table table = { .gap = 2 };

    view_heads(view, &table, HEADS, sizeof HEADS / sizeof *HEADS, 1, 4);
    for (size_t i = 0; i < sensitivity_of(view)->input_count; i++) {
        const size_t input = of->order[i];

        if (acts_in(view, of, input, year)) {
            text_table_row(&table);
            add_name(&table, view, input);
            add_share(&table, &ensemble_influence(of->ensemble, series, input)->first, STYLE_STRONG);
            add_share(&table, &ensemble_influence(of->ensemble, series, input)->total, STYLE_PLAIN);
        }
    }
    putc('\n', view->stream);
    view_print(view, &table);
}

/* The district in a year: what each input does to the gap, and what it explains. */
static void print_tornado(const struct view *view, const struct level_inputs *of, int year)
{
    print_swings(view, of, year);
    say_idle(view, of, year);
    if (ensemble_has_shares(of->ensemble)) {
        print_shares(view, of, year);
    }
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
        if (!acts(view, level, level->order[i], years->first, years->last)) {
            continue;
        }
        text_table_row(table);
        add_name(table, view, level->order[i]);
        for (int year = years->first; year <= years->last; year = years_next(years, year)) {
            const size_t series = view_series(view, level->ensemble, year, view_district(view), level->level);

            const double counts = weight(level->ensemble, series, level->order[i]);

            add_whole(table, shares ? shown_percent(counts) : counts, STYLE_PLAIN);
        }
    }
}

/* A town in a year: the input that counts for most. */
static void add_town(struct text_table *table, const struct view *view, const struct level_inputs *of, size_t town,
                     int year, size_t *room)
{
    const size_t series = view_series(view, of->ensemble, year, town, of->level);

    sort_inputs(view, of->ensemble, series, room);
    text_table_row(table);
    text_table_left(table, view_name(view, &view->inputs->model.towns[town].name), STYLE_PLAIN);
    add_name(table, view, room[0]);
    add_whole(table, swing(of->ensemble, series, room[0]), STYLE_PLAIN);
    if (ensemble_has_shares(of->ensemble)) {
        add_share(table, &ensemble_influence(of->ensemble, series, room[0])->first, STYLE_STRONG);
    }
}

static void print_towns(const struct view *view, const struct level_inputs *of, int year)
{
    static const enum terminal_word HEADS[] = { WORD_TOWN, WORD_ASSUMPTION, WORD_SWING, WORD_EXPLAINS, WORD_INTERVAL };
    const size_t heads = sizeof HEADS / sizeof *HEADS - (ensemble_has_shares(of->ensemble) ? 0 : 2);
    size_t *room = mem_array(sensitivity_of(view)->input_count, sizeof *room);
    struct text_table table = { .gap = 2 };

    view_heads(view, &table, HEADS, heads, 2, heads - 1);
    for (size_t town = 0; town < view->inputs->model.town_count; town++) {
        if (view_has_anything(view, town, of->level)) {
            add_town(&table, view, of, town, year, room);
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
                   { "from", signed_whole(quantile[VARIANT_LOW]).text },
                   { "to", signed_whole(quantile[VARIANT_HIGH]).text }));
}

/* The tightest year, round years after it, and the last. */
static void say_level(const struct view *view, const struct ensemble_result *ensemble, size_t level, size_t *order)
{
    const int peak = tightest_year(view, level);
    const struct years years = {
        .first = peak, .every_until = peak, .step = 5, .last = view->inputs->scenario.last_year
    };
    const struct level_inputs of = { ensemble, level, order };

    for (int year = years.first; year <= years.last; year = years_next(&years, year)) {
        sort_inputs(view, ensemble, view_series(view, ensemble, year, view_district(view), level), order);
        say_first(view, &of, year);
    }
}

/* The level in one year: the district, and what matters most in each town. */
static void print_year(const struct view *view, const struct level_inputs *of, int year, enum message said)
{
    char *title = message_text(MESSAGE_TERMINAL_MOST_IN_TOWNS, view->terminal->language,
                               SLOTS({ "year", number_text(year).text }));

    view_say(view, "", said,
             SLOTS({ "year", number_text(year).text },
                   { "from", number_text(gap_path_first(&view->inputs->scenario)).text },
                   { "gap", signed_whole(view_figure(view, FIGURE_GAP, year, view_district(view), of->level)).text }));
    print_tornado(view, of, year);
    if (view_names_towns(view)) {
        fprintf(view->stream, "\n%s\n", title);
        print_towns(view, of, year);
    }
    free(title);
}

static void print_level(const struct view *view, const struct ensemble_result *ensemble, size_t level, size_t *order)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const int peak = tightest_year(view, level);
    const struct level_inputs of = { ensemble, level, order };
    struct years years = years_all(scenario->first_year, scenario->last_year);

    sort_inputs(view, ensemble, view_series(view, ensemble, peak, view_district(view), level), order);
    view_level_heading(view, level, WORD_TITLE_TORNADO);
    print_year(view, &of, peak, MESSAGE_TERMINAL_TORNADO_YEAR);
    if (scenario->last_year != peak) {
        sort_inputs(view, ensemble, view_series(view, ensemble, scenario->last_year, view_district(view), level),
                    order);
        putc('\n', view->stream);
        print_year(view, &of, scenario->last_year, MESSAGE_TERMINAL_TORNADO_LAST);
    }
    view_level_heading(view, level, ensemble_has_shares(ensemble) ? WORD_TITLE_SHARES : WORD_TITLE_SWINGS);
    view_fit(view, fill_years, &of, &years);
    if (!years_are_all(&years)) {
        years = years_all(gap_path_first(scenario), scenario->last_year);
        view_fit(view, fill_years, &of, &years);
    }
    view_table(view, fill_years, &of, &years);
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
    view_drawn(view);
    view_beyond(view, ensemble);
    view_towns_left_out(view, "sensitivity.csv");
    view_table_in(view, "sensitivity.csv");
    free(order);
}
