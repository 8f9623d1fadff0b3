#include <stdlib.h>

#include "gap_path.h"
#include "number.h"
#include "terminal_ensemble_parts.h"

/* In the order in which they are shown. */
static const struct {
    enum terminal_word word;
    size_t quantile;
} CASES[] = { { WORD_HIGH, VARIANT_HIGH }, { WORD_MIDDLE, VARIANT_MIDDLE }, { WORD_LOW, VARIANT_LOW } };

enum { CASE_COUNT = 3, HIGH_CASE = 0, MIDDLE_CASE = 1, LOW_CASE = 2 };

/** An ensemble's table of one level. */
struct level_draws {
    const struct ensemble_result *ensemble;
    size_t level;
};

static const struct series_summary *summary(const struct view *view, const struct ensemble_result *ensemble, int year,
                                            size_t place, size_t level)
{
    return &ensemble->summaries[view_series(view, ensemble, year, place, level)];
}

static double case_gap(const struct view *view, const struct ensemble_result *ensemble, size_t of, int year,
                       size_t place, size_t level)
{
    return summary(view, ensemble, year, place, level)->quantile[CASES[of].quantile];
}

static double percent(const struct view *view, const struct ensemble_result *ensemble, int year, size_t place,
                      size_t level)
{
    return 100 * summary(view, ensemble, year, place, level)->above.probability;
}

static void add_case(struct text_table *table, const struct view *view, const struct years *years,
                     const struct level_draws *of, size_t place, size_t which)
{
    text_table_left(table, view_word(view, CASES[which].word), STYLE_PLAIN);
    for (int year = years->first; year <= years->last; year = years_next(years, year)) {
        add_signed(table, case_gap(view, of->ensemble, which, year, place, of->level));
    }
}

static void add_probability(struct text_table *table, const struct view *view, const struct years *years,
                            const struct level_draws *of, size_t place)
{
    const double alarm = 100 * view->inputs->scenario.ensemble.alarm;

    text_table_row(table);
    text_table_left(table, "", STYLE_PLAIN);
    text_table_left(table, view_word(view, WORD_PROBABILITY), STYLE_PLAIN);
    for (int year = years->first; year <= years->last; year = years_next(years, year)) {
        const double chance = percent(view, of->ensemble, year, place, of->level);

        add_whole(table, chance, chance > alarm ? STYLE_SHORTAGE : STYLE_FAINT);
    }
}

/* A place's cases and the probability of a shortage. */
static void add_place(struct text_table *table, const struct view *view, const struct years *years,
                      const struct level_draws *of, size_t place)
{
    const bool town = place < view->inputs->model.town_count;
    char *label = view_place(view, place);

    for (size_t which = HIGH_CASE; which <= LOW_CASE; which++) {
        text_table_row(table);
        text_table_left(table, which == HIGH_CASE ? label : "", town ? STYLE_PLAIN : STYLE_STRONG);
        add_case(table, view, years, of, place, which);
    }
    add_probability(table, view, years, of, place);
    free(label);
}

static void fill_draws(struct text_table *table, const struct view *view, const struct years *years, const void *of)
{
    const struct level_draws *draws = of;
    const size_t towns = view->inputs->model.town_count;

    text_table_row(table);
    text_table_left(table, view_word(view, WORD_TOWN), STYLE_STRONG);
    text_table_left(table, "", STYLE_PLAIN);
    add_years(table, years);
    text_table_rule(table);
    for (size_t place = view_names_towns(view) ? 0 : towns; place <= view_district(view); place++) {
        if (place == towns && view_names_towns(view)) {
            text_table_rule(table);
        }
        if (view_has_anything(view, place, draws->level)) {
            add_place(table, view, years, draws, place);
        }
    }
}

/* The year in which the middle case is shortest of seats in the whole district, once all inputs act. */
static int worst_year(const struct view *view, const struct ensemble_result *ensemble, size_t level)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const size_t place = view_district(view);
    int worst = gap_path_first(scenario);

    for (int year = worst + 1; year <= scenario->last_year; year++) {
        if (case_gap(view, ensemble, MIDDLE_CASE, year, place, level) >
            case_gap(view, ensemble, MIDDLE_CASE, worst, place, level)) {
            worst = year;
        }
    }
    return worst;
}

/* In which years a shortage of the district is likely. free(). */
static char *likely_text(const struct view *view, const struct ensemble_result *ensemble, size_t level)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const double alarm = 100 * scenario->ensemble.alarm;
    size_t count = 0;
    int first = 0;
    int last = 0;

    for (int year = gap_path_first(scenario); year <= scenario->last_year; year++) {
        if (percent(view, ensemble, year, view_district(view), level) > alarm) {
            first = count == 0 ? year : first;
            last = year;
            count++;
        }
    }
    return message_text(count == 0 ? MESSAGE_TERMINAL_NEVER_LIKELY : MESSAGE_TERMINAL_LIKELY, view->terminal->language,
                        SLOTS({ "alarm", number_whole(alarm).text }, { "count", number_text((double)count).text },
                              { "first", number_text(first).text }, { "last", number_text(last).text }));
}

static void say_level(const struct view *view, const struct ensemble_result *ensemble, size_t level)
{
    const int year = worst_year(view, ensemble, level);
    const size_t place = view_district(view);
    char *likely = likely_text(view, ensemble, level);

    view_say(
        view, "- ", MESSAGE_TERMINAL_LEVEL_DRAWS,
        SLOTS({ "level", view_name(view, &view->inputs->model.levels[level].name) }, { "year", number_text(year).text },
              { "from", number_text(gap_path_first(&view->inputs->scenario)).text },
              { "middle", signed_whole(case_gap(view, ensemble, MIDDLE_CASE, year, place, level)).text },
              { "low", signed_whole(case_gap(view, ensemble, LOW_CASE, year, place, level)).text },
              { "high", signed_whole(case_gap(view, ensemble, HIGH_CASE, year, place, level)).text },
              { "percent", number_whole(percent(view, ensemble, year, place, level)).text }, { "likely", likely }));
    free(likely);
}

/* As many years as fit, the same for all levels. */
static struct years fitted(const struct view *view, const struct ensemble_result *ensemble, int first)
{
    struct years years = years_all(first, view->inputs->scenario.last_year);

    for (size_t level = 0; level < view->inputs->model.level_count; level++) {
        view_fit(view, fill_draws, &(struct level_draws) { ensemble, level }, &years);
    }
    return years;
}

/* All years, or where they do not fit the screen, years from the first in which all inputs act. */
static struct years shown_years(const struct view *view, const struct ensemble_result *ensemble)
{
    const struct years years = fitted(view, ensemble, view->inputs->scenario.first_year);

    return years_are_all(&years) ? years : fitted(view, ensemble, gap_path_first(&view->inputs->scenario));
}

static void say_variants_in(const struct view *view)
{
    char *file = view_file(view, "variants.csv");

    if (file != NULL) {
        view_say(view, "", MESSAGE_TERMINAL_VARIANTS_IN, SLOTS({ "file", file }));
    }
    free(file);
}

void view_uncertainty(const struct view *view, const struct ensemble_result *ensemble)
{
    const struct scenario *scenario = &view->inputs->scenario;
    const size_t levels = view->inputs->model.level_count;
    const struct years years = shown_years(view, ensemble);

    view_say(view, "", MESSAGE_TERMINAL_DRAWS,
             SLOTS({ "draws", number_whole((double)scenario->ensemble.draws).text },
                   { "inputs", number_whole((double)scenario->ensemble.input_count).text },
                   { "seed", number_text((double)scenario->ensemble.seed).text }));
    for (size_t level = 0; level < levels; level++) {
        say_level(view, ensemble, level);
    }
    putc('\n', view->stream);
    view_say(view, "", MESSAGE_TERMINAL_DRAWS_LEGEND, NULL);
    for (size_t level = 0; level < levels; level++) {
        view_level_heading(view, level, WORD_TITLE_GAP);
        view_table(view, fill_draws, &(struct level_draws) { ensemble, level }, &years);
    }
    view_towns_left_out(view, "variants.csv");
    view_drawn(view);
    view_beyond(view, ensemble);
    if (ensemble->runs->measures < MEASURES) {
        view_say(view, "", MESSAGE_TERMINAL_GAP_ALONE, NULL);
    }
    say_variants_in(view);
    view_table_in(view, "quantiles.csv");
}
