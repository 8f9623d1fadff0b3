#include "observed.h"

#include "residents.h"

static const double months_a_year = 12;

static int days_in_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap ? 1 : 0);
}

/* Months from 1 January of year 0 to the beginning of the day, and with 1 for `days` to its end. */
static double months_at(struct date date, int days)
{
    return months_a_year * date.year + (date.month - 1) +
           (double)(date.day - 1 + days) / days_in_month(date.year, date.month);
}

double observed_years(const struct model *model, struct date date, int days)
{
    const struct date start = { model->base_year, model->state_date.month, model->state_date.day };

    return (months_at(date, days) - months_at(start, 0)) / months_a_year;
}

/* The towns first..end - 1 that an index or ALL_TOWNS means. */
struct town_range {
    size_t first;
    size_t end;
};

static struct town_range towns_of(const struct model *model, size_t town)
{
    return town == ALL_TOWNS ? (struct town_range) { 0, model->town_count } : (struct town_range) { town, town + 1 };
}

double observed_residents(const struct model *model, const double *population, size_t first_age, size_t last_age)
{
    return observed_residents_of(model, population, ALL_TOWNS, first_age, last_age);
}

double observed_residents_of(const struct model *model, const double *population, size_t town, size_t first_age,
                             size_t last_age)
{
    const struct town_range towns = towns_of(model, town);
    double residents = 0;

    for (size_t row = towns.first * SEXES; row < towns.end * SEXES; row++) {
        for (size_t age = first_age; age <= last_age && age < model->ages; age++) {
            residents += population[row * model->ages + age];
        }
    }
    return residents;
}

double observed_census(const struct inputs *inputs, size_t town, size_t first_age, size_t last_age)
{
    const struct model *model = &inputs->model;
    const double *values = inputs->scenario.values;
    const struct town_range towns = towns_of(model, town);
    const struct residents all = residents_at_census(inputs, values);
    double residents = 0;

    for (size_t at = towns.first; at < towns.end; at++) {
        residents += residents_factor(&all, inputs, values, at) *
                     observed_residents_of(model, model->census_population, at, first_age, last_age);
    }
    return residents;
}

double observed_pupils_of(const struct model *model, const double *pupils, size_t town, size_t level, size_t grade)
{
    const struct town_range towns = towns_of(model, town);
    const struct level *of = &model->levels[level];
    const size_t first = of->first_grade + (grade == ALL_GRADES ? 0 : grade);
    const size_t end = grade == ALL_GRADES ? first + of->grades : first + 1;
    double sum = 0;

    for (size_t at = towns.first; at < towns.end; at++) {
        for (size_t index = first; index < end; index++) {
            sum += pupils[at * model->grade_count + index];
        }
    }
    return sum;
}

/* Persons of a component in the year from state date to state date. */
static double flow_of_year(const struct model *model, const struct result *result, enum component component,
                           size_t town, size_t year)
{
    const struct town_range towns = towns_of(model, town);
    double persons = 0;

    for (size_t at = towns.first; at < towns.end; at++) {
        persons += result->components[(year * model->town_count + at) * COMPONENTS + component];
    }
    return persons;
}

bool observed_flow(const struct model *model, const struct result *result, enum component component, size_t town,
                   struct date first, struct date last, double *value)
{
    const double start = observed_years(model, first, 0);
    const double end = observed_years(model, last, 1);

    if (start < 0 || end > (double)(result->states - 1)) {
        return false;
    }
    *value = 0;
    for (size_t year = 0; year + 1 < result->states; year++) {
        const double from = start > (double)year ? start : (double)year;
        const double to = end < (double)(year + 1) ? end : (double)(year + 1);

        *value += to > from ? (to - from) * flow_of_year(model, result, component, town, year) : 0;
    }
    return true;
}

static bool same_day(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

size_t observed_people_states(const struct inputs *inputs)
{
    const struct model *model = &inputs->model;
    const size_t states = inputs->scenario.layout.years;
    size_t people = 1;

    for (size_t at = 0; at < model->observation_count; at++) {
        const struct observation *of = &model->observations[at];
        const double years = of->series == SERIES_RESIDENTS ? observed_years(model, of->end, 1) : 0;

        /* the states around the day */
        if (years > 0 && years <= (double)(states - 1)) {
            const size_t needed = (size_t)years + ((double)(size_t)years < years) + 1;

            people = needed > people ? needed : people;
        }
    }
    return people;
}

bool observed_has_pupils(const struct model *model)
{
    for (size_t at = 0; at < model->observation_count; at++) {
        const enum observed_series series = model->observations[at].series;

        if (series == SERIES_ENROLLED || series == SERIES_PUBLIC_PUPILS) {
            return true;
        }
    }
    return false;
}

static enum observed_standing residents(const struct inputs *inputs, const struct result *result,
                                        const struct observation *of, double *value)
{
    const struct model *model = &inputs->model;
    const size_t cells = model->town_count * SEXES * model->ages;
    const double years = observed_years(model, of->end, 1);

    if (same_day(of->end, model->census_date)) {
        *value = observed_census(inputs, of->town, of->first_age, of->last_age);
        return OBSERVED_INPUT;
    }
    if (years < 0 || years > (double)(result->states - 1)) {
        return OBSERVED_OUTSIDE;
    }
    const size_t state = (size_t)years;
    const double part = years - (double)state;
    const double before =
        observed_residents_of(model, &result->population[state * cells], of->town, of->first_age, of->last_age);

    *value = before;
    if (part > 0) {
        const double after = observed_residents_of(model, &result->population[(state + 1) * cells], of->town,
                                                   of->first_age, of->last_age);

        *value = (1 - part) * before + part * after;
    }
    return OBSERVED_MODELLED;
}

static enum observed_standing flow(const struct model *model, const struct result *result, const struct observation *of,
                                   enum component component, double *value)
{
    return observed_flow(model, result, component, of->town, of->start, of->end, value) ? OBSERVED_MODELLED
                                                                                        : OBSERVED_OUTSIDE;
}

/* Arrivals or departures, which a model of net migrants has not. */
static enum observed_standing gross_flow(const struct model *model, const struct result *result,
                                         const struct observation *of, enum component component, double *value)
{
    return model->migration.form == MIGRATION_GROSS ? flow(model, result, of, component, value) : OBSERVED_NOT_MODELLED;
}

/* Net migrants are booked as arrivals where there are no departures, which are then 0. */
static enum observed_standing net_flow(const struct model *model, const struct result *result,
                                       const struct observation *of, double *value)
{
    double departures = 0;

    if (flow(model, result, of, DEPARTURES, &departures) == OBSERVED_OUTSIDE) {
        return OBSERVED_OUTSIDE;
    }
    const enum observed_standing standing = flow(model, result, of, ARRIVALS, value);

    *value -= departures;
    return standing;
}

static enum observed_standing pupils(const struct model *model, const struct result *result,
                                     const struct observation *of, const double *by_grade, double *value)
{
    const double years = observed_years(model, of->start, 0);

    if (years < 0 || years >= (double)result->states) {
        return OBSERVED_OUTSIDE;
    }
    *value = observed_pupils_of(model, &by_grade[(size_t)years * model->town_count * model->grade_count], of->town,
                                of->level, of->grade);
    return OBSERVED_MODELLED;
}

enum observed_standing observed_value(const struct inputs *inputs, const struct result *result,
                                      const struct observation *observation, double *value)
{
    const struct model *model = &inputs->model;

    switch (observation->series) {
    case SERIES_RESIDENTS:
        return residents(inputs, result, observation, value);
    case SERIES_BIRTHS:
        return flow(model, result, observation, BIRTHS, value);
    case SERIES_DEATHS:
        return flow(model, result, observation, DEATHS, value);
    case SERIES_ARRIVALS:
        return gross_flow(model, result, observation, ARRIVALS, value);
    case SERIES_DEPARTURES:
        return gross_flow(model, result, observation, DEPARTURES, value);
    case SERIES_NET_MIGRANTS:
        return net_flow(model, result, observation, value);
    case SERIES_ENROLLED:
        return pupils(model, result, observation, result->enrolled, value);
    case SERIES_PUBLIC_PUPILS:
        return pupils(model, result, observation, result->public_pupils, value);
    case OBSERVED_SERIES:
        break;
    }
    return OBSERVED_NOT_MODELLED;
}
