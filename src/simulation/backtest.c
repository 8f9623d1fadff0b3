#include "backtest.h"

#include <math.h>

#include "naive.h"

/* A peak shows only with some years behind it. */
static const int years_behind_peak = 5;

static int later(int a, int b)
{
    return a > b ? a : b;
}

static bool is_after(struct date a, struct date b)
{
    if (a.year != b.year) {
        return a.year > b.year;
    }
    return a.month != b.month ? a.month > b.month : a.day > b.day;
}

int backtest_last_year(const struct model *model, const struct observed_state *origin)
{
    int last = origin->year + 1;

    for (size_t index = 0; index < model->observed_state_count; index++) {
        last = later(last, model->observed_states[index].year);
    }
    for (size_t index = 0; index < model->observation_count; index++) {
        last = later(last, model->observations[index].end.year + 1);
    }
    for (size_t index = 0; index < model->outside_count; index++) {
        const struct outside_check *check = &model->outside_checks[index];

        last = later(last, check->year + (check->measure == OUTSIDE_PEAK ? years_behind_peak : 0));
        last = later(last, check->over_year);
    }
    return later(last, model->pupil_history.first_year + (int)model->pupil_history.years - 1);
}

size_t backtest_comparisons(const struct model *model, const struct observed_state *origin)
{
    size_t targets = 0;

    for (size_t index = 0; index < model->observed_state_count; index++) {
        targets += model->observed_states[index].year > origin->year;
    }
    return targets * (model->backtest.group_count + 1) * (model->town_count + 1);
}

bool backtest_has_target(const struct model *model, const struct observed_state *origin)
{
    bool any = backtest_comparisons(model, origin) + backtest_pupil_rows(model, origin) > 0;

    for (size_t index = 0; index < model->observation_count; index++) {
        any = any || is_after(model->observations[index].end, origin->day);
    }
    return any;
}

/* The states that a comparison is made of, each [town][sex][age]. */
struct compared_states {
    const double *observed;
    const double *forecast;
    const double *origin;
};

/* The ages of the row's group, or all ages. */
static void compare_town(const struct model *model, const struct compared_states *states, struct comparison *row)
{
    const bool is_group = row->group < model->backtest.group_count;
    const size_t first = is_group ? model->backtest.groups[row->group].first_age : 0;
    const size_t last = is_group ? model->backtest.groups[row->group].last_age : model->ages - 1;
    const size_t start = row->town * SEXES * model->ages;

    row->observed = naive_no_change(&states->observed[start], model->ages, first, last);
    row->forecast = naive_no_change(&states->forecast[start], model->ages, first, last);
    row->no_change = naive_no_change(&states->origin[start], model->ages, first, last);
    row->ageing = is_group ? naive_ageing(&states->origin[start], model->ages, first, last, (size_t)row->lead) : NAN;
}

/* A group's rows: the towns and, in order, their sum. */
static void compare_group(const struct model *model, const struct compared_states *states, struct comparison about,
                          struct comparison *rows)
{
    struct comparison *all = &rows[model->town_count];

    about.town = model->town_count;
    *all = about;
    all->ageing = about.group < model->backtest.group_count ? 0 : NAN;
    for (size_t town = 0; town < model->town_count; town++) {
        rows[town] = about;
        rows[town].town = town;
        compare_town(model, states, &rows[town]);
        all->observed += rows[town].observed;
        all->forecast += rows[town].forecast;
        all->no_change += rows[town].no_change;
        all->ageing += rows[town].ageing;
    }
}

void backtest_compare(const struct model *model, const struct vintage *vintage, const struct result *result,
                      double *states, struct comparison *rows)
{
    const size_t cells = model->town_count * SEXES * model->ages;

    observed_to_state(model, vintage->origin, states);
    for (size_t index = 0; index < model->observed_state_count; index++) {
        const struct observed_state *target = &model->observed_states[index];
        const int lead = target->year - vintage->origin->year;

        if (lead <= 0) {
            continue;
        }
        observed_to_state(model, target, &states[cells]);
        const struct compared_states compared = { .observed = &states[cells],
                                                  .forecast = &result->population[(size_t)lead * cells],
                                                  .origin = states };

        for (size_t group = 0; group <= model->backtest.group_count; group++) {
            compare_group(
                model, &compared,
                (struct comparison) { .origin = vintage->origin, .target = target, .lead = lead, .group = group },
                rows);
            rows += model->town_count + 1;
        }
    }
}

/* As many as at the origin; of births, those aged 0 then, each year. Of other series no rule is at hand. */
static double no_change_of(const struct vintage *vintage, const struct result *result, const struct observation *of)
{
    const struct model *model = &vintage->inputs.model;

    switch (of->series) {
    case SERIES_RESIDENTS:
        return observed_residents_of(model, model->census_population, of->town, of->first_age, of->last_age);
    case SERIES_BIRTHS:
        return observed_residents_of(model, result->population, of->town, 0, 0) *
               (observed_years(model, of->end, 1) - observed_years(model, of->start, 0));
    case SERIES_ENROLLED:
        return observed_pupils_of(model, result->enrolled, of->town, of->level, of->grade);
    default:
        return NAN;
    }
}

/* Public shares are those of the pupils at the census: from a later origin they would say nothing. */
static bool is_comparable(const struct vintage *vintage, const struct observation *of)
{
    const struct observed_state *origin = vintage->origin;

    return of->series != SERIES_PUBLIC_PUPILS || origin->is_census;
}

void backtest_check(const struct vintage *vintage, const struct result *result, struct observed_check *rows)
{
    const struct model *model = &vintage->inputs.model;

    for (size_t index = 0; index < model->observation_count; index++) {
        const struct observation *of = &model->observations[index];
        struct observed_check *row = &rows[index];

        *row = (struct observed_check) { .origin = vintage->origin, .of = of };
        row->standing = is_comparable(vintage, of) ? observed_value(&vintage->inputs, result, of, &row->forecast)
                                                   : OBSERVED_NOT_MODELLED;
        row->lead = observed_years(model, of->end, 1);
        row->no_change = no_change_of(vintage, result, of);
    }
}

/* Whether the forecast has the year. */
static bool has_year(const struct vintage *vintage, const struct result *result, int year)
{
    const int base = vintage->inputs.model.base_year;

    return base <= year && year < base + (int)result->states;
}

/* A level's figure of all towns in a year that the forecast has. */
static double figure_of(const struct vintage *vintage, const struct result *result, enum outside_measure measure,
                        size_t level, int year)
{
    const struct model *model = &vintage->inputs.model;
    const struct level *grades = &model->levels[level];
    const size_t state = (size_t)(year - model->base_year);
    const double *pupils = measure == OUTSIDE_CHILDREN ? result->children : result->enrolled;
    const size_t count = measure == OUTSIDE_ENROLLED || measure == OUTSIDE_CHILDREN ? grades->grades : 1;
    double sum = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        const double *row = &pupils[(state * model->town_count + town) * model->grade_count + grades->first_grade];

        for (size_t grade = 0; grade < count; grade++) {
            sum += row[grade];
        }
    }
    return sum;
}

static int peak_year(const struct vintage *vintage, const struct result *result, size_t level)
{
    const int base = vintage->inputs.model.base_year;
    int peak = base;

    for (int year = base; year < base + (int)result->states; year++) {
        if (figure_of(vintage, result, OUTSIDE_PEAK, level, year) >
            figure_of(vintage, result, OUTSIDE_PEAK, level, peak)) {
            peak = year;
        }
    }
    return peak;
}

static void compare_outside(const struct vintage *vintage, const struct result *result, struct outside_result *row)
{
    const struct outside_check *of = row->of;

    if (of->measure == OUTSIDE_PEAK) {
        row->is_known = has_year(vintage, result, of->year);
        row->there = of->year;
        row->forecast = peak_year(vintage, result, of->level);
        return;
    }
    row->there = of->over_value > 0 ? of->value / of->over_value : of->value;
    row->is_known = has_year(vintage, result, of->year) && has_year(vintage, result, of->over_year);
    if (row->is_known) {
        const double over = figure_of(vintage, result, of->over_measure, of->over_level, of->over_year);

        row->is_known = over > 0;
        row->forecast = over > 0 ? figure_of(vintage, result, of->measure, of->level, of->year) / over : 0;
    }
}

void backtest_outside(const struct vintage *vintage, const struct result *result, struct outside_result *rows)
{
    const struct model *model = &vintage->inputs.model;

    for (size_t index = 0; index < model->outside_count; index++) {
        rows[index] = (struct outside_result) { .origin = vintage->origin, .of = &model->outside_checks[index] };
        compare_outside(vintage, result, &rows[index]);
    }
}

double backtest_floored(const struct model *model, const struct result *result)
{
    double sum = 0;

    for (size_t row = 0; row < (result->states - 1) * model->town_count; row++) {
        sum += result->components[row * COMPONENTS + FLOORED];
    }
    return sum;
}
