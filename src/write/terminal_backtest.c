#include "backtest_report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"
#include "observation_text.h"
#include "terminal_parts.h"

/** Fewer comparisons than that give no mean to build on. */
enum { ENOUGH_CASES = 10 };

/** Room for days and years, and for labels made of them and names. */
enum { DAY_ROOM = 40, LABEL_ROOM = 400 };

struct label {
    char text[LABEL_ROOM];
};

static struct label day_label(struct date day)
{
    struct label label;

    snprintf(label.text, sizeof label.text, "%04d-%02d-%02d", day.year, day.month, day.day);
    return label;
}

/* Text gathered from parts. */
struct gathered {
    char *text;
};

static void gather(struct gathered *self, const char *between, const char *part)
{
    const bool is_first = self->text == NULL;
    char *longer = joined(is_first ? "" : self->text, is_first ? "" : between, part);

    free(self->text);
    self->text = longer;
}

/* A number with decimals and, where it is an error, its sign; a dash where there is none. */
static void add_decimals(struct text_table *table, double value, int decimals, bool is_signed)
{
    if (isnan(value)) {
        text_table_right(table, "-", STYLE_FAINT);
        return;
    }
    const struct number_text text = number_decimals(value, decimals);
    char *shown = joined(is_signed && text.text[0] != '-' && value > 0 ? "+" : "", text.text, "");

    text_table_right(table, shown, STYLE_PLAIN);
    free(shown);
}

static const char *group_word(const struct view *view, size_t group)
{
    const struct backtest_plan *plan = &view->inputs->model.backtest;

    return group < plan->group_count ? view_name(view, &plan->groups[group].name)
                                     : view_name(view, &series_words[SERIES_RESIDENTS]);
}

/* "fertility 2011-2015"; of several years only the last where that alone is held. */
static struct label known_label(const struct view *view, enum terminal_word table, struct known_years known,
                                const char *otherwise)
{
    struct label label;

    if (view->inputs->model.backtest.hold == HOLD_LAST) {
        known.first = known.last;
    }
    if (known.first == NO_YEAR) {
        snprintf(label.text, sizeof label.text, "%s %s", view_word(view, table), otherwise);
    } else if (known.first == known.last) {
        snprintf(label.text, sizeof label.text, "%s %d", view_word(view, table), known.last);
    } else {
        snprintf(label.text, sizeof label.text, "%s %d-%d", view_word(view, table), known.first, known.last);
    }
    return label;
}

/* Where a table has no year before the origin. */
static void say_ahead(const struct view *view, const struct vintage *vintage)
{
    const struct known_years known[] = { vintage->fertility, vintage->mortality, vintage->migration };
    static const enum terminal_word WORDS[] = { WORD_FERTILITY, WORD_MORTALITY, WORD_MIGRATION };
    struct gathered tables = { .text = NULL };

    for (size_t table = 0; table < sizeof known / sizeof *known; table++) {
        if (known[table].first != NO_YEAR && known[table].last >= vintage->origin->year) {
            gather(&tables, view_word(view, WORD_LIST_COMMA), view_word(view, WORDS[table]));
        }
    }
    if (tables.text != NULL) {
        view_say(view, "", MESSAGE_BACKTEST_AHEAD,
                 SLOTS({ "origin", day_label(vintage->origin->day).text }, { "tables", tables.text }));
    }
    free(tables.text);
}

static void say_origin(const struct view *view, const struct vintage *vintage)
{
    const struct model *held = &vintage->inputs.model;
    const char *all = view_word(view, WORD_KNOWN_ALL);
    const char *migrants = held->migration.persons.values == NULL ? view_word(view, WORD_KNOWN_NONE) : all;
    const char *between = view_word(view, WORD_LIST_COMMA);
    struct gathered known = { .text = NULL };

    gather(&known, between, known_label(view, WORD_FERTILITY, vintage->fertility, all).text);
    gather(&known, between, known_label(view, WORD_MORTALITY, vintage->mortality, all).text);
    gather(&known, between, known_label(view, WORD_MIGRATION, vintage->migration, migrants).text);
    view_say(view, "", MESSAGE_BACKTEST_FROM,
             SLOTS({ "origin", day_label(vintage->origin->day).text },
                   { "hold", view_name(view, &hold_words[held->backtest.hold]) }, { "known", known.text }));
    free(known.text);
    say_ahead(view, vintage);
}

static void add_accuracy(struct text_table *table, const struct view *view, const struct backtest *of, size_t group,
                         int lead)
{
    const struct accuracy towns = accuracy_of(of, group, lead);
    const struct accuracy district = accuracy_of_district(of, group, lead);
    const bool is_group = group < of->model->backtest.group_count;

    text_table_row(table);
    text_table_left(table, group_word(view, group), STYLE_PLAIN);
    text_table_right(table, number_text(lead).text, STYLE_PLAIN);
    text_table_right(table, number_whole((double)towns.cases).text, STYLE_PLAIN);
    add_decimals(table, towns.bias, 2, true);
    add_decimals(table, towns.error, 2, false);
    add_decimals(table, towns.no_change, 2, false);
    add_decimals(table, towns.ageing, 2, false);
    add_decimals(table, towns.ratio, 2, false);
    add_decimals(table, district.error, 2, false);
    add_decimals(table, is_group ? accuracy_of_field(lead) : (double)NAN, 1, false);
}

static void print_accuracy(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = { WORD_LEAD,   WORD_CASES, WORD_BIAS,     WORD_MEAN_ERROR, WORD_NO_CHANGE,
                                                WORD_AGEING, WORD_RATIO, WORD_TOGETHER, WORD_FIELD };
    struct text_table table = { .gap = 2 };

    if (of->comparison_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_ACCURACY));
    text_table_row(&table);
    text_table_left(&table, view_word(view, WORD_LEVEL), STYLE_STRONG);
    for (size_t head = 0; head < sizeof HEADS / sizeof *HEADS; head++) {
        text_table_right(&table, view_word(view, HEADS[head]), STYLE_STRONG);
    }
    text_table_rule(&table);
    for (size_t group = 0; group <= of->model->backtest.group_count; group++) {
        for (int lead = accuracy_next_lead(of, 0); lead != 0; lead = accuracy_next_lead(of, lead)) {
            add_accuracy(&table, view, of, group, lead);
        }
    }
    view_print(view, &table);
    view_say(view, "", MESSAGE_BACKTEST_LEGEND, NULL);
    view_say(view, "", MESSAGE_BACKTEST_FIELD, NULL);
}

/* The comparison of the place at the group's ages, `nth` of all pairs of origin and target. */
static const struct comparison *nth_comparison(const struct backtest *of, size_t group, size_t town, size_t nth)
{
    const size_t places = of->model->town_count + 1;

    return &of->comparisons[(nth * (of->model->backtest.group_count + 1) + group) * places + town];
}

static size_t pair_count(const struct backtest *of)
{
    return of->comparison_count / ((of->model->backtest.group_count + 1) * (of->model->town_count + 1));
}

static void add_place(struct text_table *table, const struct view *view, const struct backtest *of, size_t group,
                      size_t town)
{
    const bool is_all = town == of->model->town_count;

    text_table_row(table);
    text_table_left(table, town == 0 ? group_word(view, group) : "", STYLE_PLAIN);
    text_table_left(table, is_all ? view_word(view, WORD_TOTAL) : view_name(view, &of->model->towns[town].name),
                    STYLE_PLAIN);
    for (size_t pair = 0; pair < pair_count(of); pair++) {
        const struct comparison *row = nth_comparison(of, group, town, pair);

        if (row->observed > 0) {
            text_table_right(table, number_whole(row->observed).text, STYLE_FAINT);
        } else {
            text_table_right(table, "-", STYLE_FAINT);
        }
        add_decimals(table, accuracy_percent(row->forecast, row->observed), 2, true);
    }
}

/* The days from which and for which it was forecast, one over the other. */
static void add_days(struct text_table *table, const struct view *view, const struct backtest *of)
{
    text_table_row(table);
    text_table_left(table, view_word(view, WORD_LEVEL), STYLE_STRONG);
    text_table_left(table, view_word(view, WORD_TOWN), STYLE_STRONG);
    for (size_t pair = 0; pair < pair_count(of); pair++) {
        const struct comparison *row = nth_comparison(of, 0, 0, pair);

        text_table_right(table, day_label(row->target->day).text, STYLE_STRONG);
        struct label lead;

        snprintf(lead.text, sizeof lead.text, "%d+%d", row->origin->day.year, row->lead);
        text_table_right(table, lead.text, STYLE_STRONG);
    }
    text_table_rule(table);
}

/* A town without anybody at any target has no rows. */
static bool has_people(const struct backtest *of, size_t town)
{
    for (size_t pair = 0; pair < pair_count(of); pair++) {
        if (nth_comparison(of, of->model->backtest.group_count, town, pair)->observed > 0) {
            return true;
        }
    }
    return false;
}

static void print_by_town(const struct view *view, const struct backtest *of)
{
    struct text_table table = { .gap = 2 };

    if (of->comparison_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_BY_TOWN));
    add_days(&table, view, of);
    for (size_t group = 0; group <= of->model->backtest.group_count; group++) {
        for (size_t town = 0; town <= of->model->town_count; town++) {
            if (has_people(of, town)) {
                add_place(&table, view, of, group, town);
            }
        }
    }
    view_print(view, &table);
}

static void add_pupils(struct text_table *table, const struct view *view, const struct backtest *of, size_t level,
                       int lead)
{
    const struct pupil_accuracy pupils = accuracy_of_pupils(of, level, lead);

    if (pupils.cases == 0) {
        return;
    }
    text_table_row(table);
    text_table_left(table, view_name(view, &of->model->levels[level].name), STYLE_PLAIN);
    text_table_right(table, number_text(lead).text, STYLE_PLAIN);
    text_table_right(table, number_whole((double)pupils.cases).text, STYLE_PLAIN);
    add_decimals(table, pupils.rates_bias, 2, true);
    add_decimals(table, pupils.rates_error, 2, false);
    add_decimals(table, pupils.progression_bias, 2, true);
    add_decimals(table, pupils.progression_error, 2, false);
    add_decimals(table, pupils.no_change, 2, false);
    add_decimals(table, accuracy_of_field(lead), 1, false);
}

static void print_pupils(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = {
        WORD_LEAD,           WORD_CASES,     WORD_BY_RATES_BIAS, WORD_BY_RATES_ERROR, WORD_BY_PROGRESSION_BIAS,
        WORD_BY_RATES_ERROR, WORD_NO_CHANGE, WORD_FIELD
    };
    struct text_table table = { .gap = 2 };

    if (of->pupil_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_PUPILS));
    text_table_row(&table);
    text_table_left(&table, view_word(view, WORD_LEVEL), STYLE_STRONG);
    for (size_t head = 0; head < sizeof HEADS / sizeof *HEADS; head++) {
        text_table_right(&table, view_word(view, HEADS[head]), STYLE_STRONG);
    }
    text_table_rule(&table);
    for (size_t level = 0; level < of->model->level_count; level++) {
        for (int lead = accuracy_next_pupil_lead(of, 0); lead != 0; lead = accuracy_next_pupil_lead(of, lead)) {
            add_pupils(&table, view, of, level, lead);
        }
    }
    view_print(view, &table);
    view_say(view, "", MESSAGE_BACKTEST_PUPILS, NULL);
}

static const char *standing_word(const struct view *view, const struct observed_check *row)
{
    if (!(row->of->standard_error > 0)) {
        return "";
    }
    return view_word(view, fabs(row->forecast - row->of->value) <= 2 * row->of->standard_error ? WORD_IS_WITHIN
                                                                                               : WORD_IS_BEYOND);
}

static void add_check(struct text_table *table, const struct view *view, const struct observed_check *row)
{
    char *series = observation_series(&view->inputs->model, view->terminal->language, row->of);

    text_table_row(table);
    text_table_left(table, day_label(row->origin->day).text, STYLE_PLAIN);
    text_table_left(table, series, STYLE_PLAIN);
    text_table_left(table, day_label(row->of->end).text, STYLE_PLAIN);
    add_decimals(table, row->lead, 1, false);
    add_whole(table, row->of->value, STYLE_PLAIN);
    add_whole(table, row->forecast, STYLE_PLAIN);
    add_decimals(table, accuracy_percent(row->forecast, row->of->value), 2, true);
    if (isnan(row->no_change)) {
        text_table_right(table, "-", STYLE_FAINT);
    } else {
        add_whole(table, row->no_change, STYLE_PLAIN);
    }
    add_decimals(table, accuracy_percent(row->no_change, row->of->value), 2, true);
    text_table_left(table, standing_word(view, row), STYLE_PLAIN);
    free(series);
}

/* How many of the checks can be made, and the longest lead of them. */
static size_t made_checks(const struct backtest *of, double *longest)
{
    size_t count = 0;

    *longest = 0;
    for (size_t index = 0; index < of->check_count; index++) {
        if (of->checks[index].standing == OBSERVED_MODELLED) {
            count++;
            *longest = of->checks[index].lead > *longest ? of->checks[index].lead : *longest;
        }
    }
    return count;
}

static void print_checks(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = { WORD_ORIGIN,        WORD_SERIES,    WORD_PERIOD,
                                                WORD_LEAD,          WORD_OBSERVED,  WORD_FORECAST,
                                                WORD_ERROR_PERCENT, WORD_NO_CHANGE, WORD_NO_CHANGE_PERCENT,
                                                WORD_STANDING };
    enum { FIRST_NUMBER = 3, LAST_NUMBER = 8 };
    struct text_table table = { .gap = 2 };
    double longest = 0;
    const size_t count = made_checks(of, &longest);

    if (count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_CHECKS));
    text_table_row(&table);
    for (size_t head = 0; head < sizeof HEADS / sizeof *HEADS; head++) {
        (FIRST_NUMBER <= head && head <= LAST_NUMBER ? text_table_right : text_table_left)(
            &table, view_word(view, HEADS[head]), STYLE_STRONG);
    }
    text_table_rule(&table);
    for (size_t index = 0; index < of->check_count; index++) {
        if (of->checks[index].standing == OBSERVED_MODELLED) {
            add_check(&table, view, &of->checks[index]);
        }
    }
    view_print(view, &table);
    if (count < ENOUGH_CASES) {
        view_say(view, "", MESSAGE_BACKTEST_CHECKS_FEW,
                 SLOTS({ "checks", number_text((double)count).text }, { "lead", number_decimals(longest, 1).text }));
    }
}

/* "Primary school entrants 2023". */
static struct label figure_label(const struct view *view, enum outside_measure measure, size_t level, int year)
{
    struct label label;

    snprintf(label.text, sizeof label.text, "%s%s%s %d", view_name(view, &view->inputs->model.levels[level].name),
             view->terminal->language == CHINESE ? "" : ", ", view_name(view, &outside_words[measure]), year);
    return label;
}

/* "Primary school, entrants 2023 / 2022", or both in full. free(). */
static char *ratio_text(const struct view *view, const struct outside_check *of)
{
    if (of->measure == OUTSIDE_PEAK) {
        return joined(view_name(view, &view->inputs->model.levels[of->level].name),
                      view->terminal->language == CHINESE ? "" : ", ", view_name(view, &outside_words[of->measure]));
    }
    const bool same = of->measure == of->over_measure && of->level == of->over_level;
    const struct label under =
        same ? (struct label) { .text = "" } : figure_label(view, of->over_measure, of->over_level, of->over_year);

    return joined(figure_label(view, of->measure, of->level, of->year).text, " / ",
                  same ? number_text(of->over_year).text : under.text);
}

/* A ratio, or a peak's year. */
static void add_ratio(struct text_table *table, double value, bool is_year)
{
    if (is_year && !isnan(value)) {
        text_table_right(table, number_text(value).text, STYLE_PLAIN);
    } else {
        add_decimals(table, value, 3, false);
    }
}

static void add_outside(struct text_table *table, const struct view *view, const struct outside_result *row)
{
    const bool is_peak = row->of->measure == OUTSIDE_PEAK;
    const double forecast = row->is_known ? row->forecast : (double)NAN;
    char *ratio = ratio_text(view, row->of);

    text_table_row(table);
    text_table_left(table, day_label(row->origin->day).text, STYLE_PLAIN);
    text_table_left(table, ratio, STYLE_PLAIN);
    text_table_left(table, row->of->area, STYLE_PLAIN);
    add_ratio(table, row->there, is_peak);
    add_ratio(table, forecast, is_peak);
    add_decimals(table, is_peak ? (double)NAN : accuracy_percent(forecast, row->there), 1, true);
    text_table_left(table, view_name(view, &status_words[row->of->status]), STYLE_PLAIN);
    free(ratio);
}

static void print_outside(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = { WORD_ORIGIN, WORD_WHAT,          WORD_AREA,  WORD_THERE,
                                                WORD_HERE,   WORD_ERROR_PERCENT, WORD_STATUS };
    enum { FIRST_NUMBER = 3, LAST_NUMBER = 5 };
    struct text_table table = { .gap = 2 };

    if (of->outside_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_OUTSIDE));
    text_table_row(&table);
    for (size_t head = 0; head < sizeof HEADS / sizeof *HEADS; head++) {
        (FIRST_NUMBER <= head && head <= LAST_NUMBER ? text_table_right : text_table_left)(
            &table, view_word(view, HEADS[head]), STYLE_STRONG);
    }
    text_table_rule(&table);
    for (size_t index = 0; index < of->outside_count; index++) {
        add_outside(&table, view, &of->outside[index]);
    }
    view_print(view, &table);
    view_say(view, "", MESSAGE_BACKTEST_OUTSIDE, NULL);
}

/* Comparisons behind the figures of a lead, the most of them. */
static size_t most_cases(const struct backtest *of)
{
    size_t most = 0;

    for (int lead = accuracy_next_lead(of, 0); lead != 0; lead = accuracy_next_lead(of, lead)) {
        const size_t cases = accuracy_of(of, of->model->backtest.group_count, lead).cases;

        most = cases > most ? cases : most;
    }
    return most;
}

static size_t peopled_towns(const struct backtest *of)
{
    size_t count = 0;

    for (size_t town = 0; town < of->model->town_count; town++) {
        count += has_people(of, town);
    }
    return count;
}

/* What the errors by level weigh. */
static void say_weight(const struct view *view, const struct backtest *of)
{
    struct gathered leads = { .text = NULL };
    const size_t most = most_cases(of);
    int longest = 0;

    for (int lead = accuracy_next_lead(of, 0); lead != 0; lead = accuracy_next_lead(of, lead)) {
        gather(&leads, view_word(view, WORD_LIST_COMMA), number_text(lead).text);
        longest = lead;
    }
    view_say(view, "- ", MESSAGE_BACKTEST_WEIGHT,
             SLOTS({ "towns", number_text((double)peopled_towns(of)).text },
                   { "origins", number_text((double)of->vintage_count).text }, { "leads", leads.text }));
    free(leads.text);
    if (most < ENOUGH_CASES) {
        view_say(view, "- ", MESSAGE_BACKTEST_FEW,
                 SLOTS({ "cases", number_text((double)most).text }, { "enough", number_text(ENOUGH_CASES).text }));
    }
    if (of->vintage_count == 1 && of->model->town_count > 1) {
        view_say(view, "- ", MESSAGE_BACKTEST_ONE_ORIGIN, NULL);
    }
    view_say(view, "- ", MESSAGE_BACKTEST_BEYOND, SLOTS({ "lead", number_text(longest).text }));
}

/* How little stands behind the errors of pupils. */
static void say_pupils_weight(const struct view *view, const struct backtest *of)
{
    size_t most = 0;

    for (size_t level = 0; level < of->model->level_count; level++) {
        for (int lead = accuracy_next_pupil_lead(of, 0); lead != 0; lead = accuracy_next_pupil_lead(of, lead)) {
            const size_t cases = accuracy_of_pupils(of, level, lead).cases;

            most = cases > most ? cases : most;
        }
    }
    if (0 < most && most < ENOUGH_CASES) {
        view_say(view, "- ", MESSAGE_BACKTEST_PUPILS_FEW,
                 SLOTS({ "cases", number_text((double)most).text }, { "enough", number_text(ENOUGH_CASES).text }));
    }
}

/* Whether a level's pupils were observed after any of the origins. */
static bool has_pupils(const struct backtest *of, size_t level)
{
    for (size_t index = 0; index < of->pupil_count; index++) {
        if (of->pupils[index].level == level) {
            return true;
        }
    }
    return false;
}

/* Levels, or ages where there are no levels, of which no pupils were observed. */
static void say_unobserved(const struct view *view, const struct backtest *of)
{
    const struct model *model = of->model;
    struct gathered names = { .text = NULL };

    for (size_t level = 0; level < model->level_count; level++) {
        if (!has_pupils(of, level)) {
            gather(&names, view_word(view, WORD_LIST_COMMA), view_name(view, &model->levels[level].name));
        }
    }
    for (size_t group = 0; model->level_count == 0 && group < model->backtest.group_count; group++) {
        gather(&names, view_word(view, WORD_LIST_COMMA), group_word(view, group));
    }
    if (names.text != NULL) {
        view_say(view, "- ", MESSAGE_BACKTEST_NO_PUPILS, SLOTS({ "levels", names.text }));
    }
    free(names.text);
}

/* What is too short or too little to judge. */
static void print_notes(const struct view *view, const struct backtest *of)
{
    view_heading(view, view_word(view, WORD_TITLE_NOTES));
    if (of->comparison_count > 0) {
        say_weight(view, of);
    } else {
        view_say(view, "- ", MESSAGE_BACKTEST_NO_AGES, NULL);
    }
    say_pupils_weight(view, of);
    say_unobserved(view, of);
    if (of->floored >= half_a_child) {
        view_say(view, "- ", MESSAGE_BACKTEST_FLOORED, SLOTS({ "persons", number_whole(of->floored).text }));
    }
}

void backtest_report_print(FILE *stream, const struct backtest *backtest, const struct terminal *terminal)
{
    const struct view view = { stream, &backtest->vintages[0].inputs, NULL, terminal };
    char *title = joined(view_name(&view, &backtest->model->name), view_word(&view, WORD_COLON),
                         view_word(&view, WORD_TITLE_BACKTEST));

    text_styled(stream, terminal->colour, STYLE_STRONG, title);
    putc('\n', stream);
    free(title);
    for (size_t index = 0; index < backtest->vintage_count; index++) {
        say_origin(&view, &backtest->vintages[index]);
    }
    print_accuracy(&view, backtest);
    print_by_town(&view, backtest);
    print_pupils(&view, backtest);
    print_checks(&view, backtest);
    print_outside(&view, backtest);
    print_notes(&view, backtest);
}
