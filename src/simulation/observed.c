#include "observed.h"

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

double observed_residents(const struct model *model, const double *population, size_t first_age, size_t last_age)
{
    double residents = 0;

    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        for (size_t age = first_age; age <= last_age && age < model->ages; age++) {
            residents += population[row * model->ages + age];
        }
    }
    return residents;
}

/* This layer compares texts itself: it needs no C library. */
static bool same_text(const char *a, const char *b)
{
    size_t at = 0;

    while (a[at] == b[at] && a[at] != '\0') {
        at++;
    }
    return a[at] == b[at];
}

static bool same_day(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static enum observed_standing residents(const struct model *model, const struct result *result, struct date day,
                                        double *value)
{
    const size_t cells = model->town_count * SEXES * model->ages;
    const double years = observed_years(model, day, 1);

    if (same_day(day, model->census_date)) {
        *value = observed_residents(model, model->census_population, 0, model->ages - 1);
        return OBSERVED_INPUT;
    }
    if (years < 0 || years > (double)(result->states - 1)) {
        return OBSERVED_OUTSIDE;
    }
    const size_t state = (size_t)years;
    const double part = years - (double)state;
    const double before = observed_residents(model, &result->population[state * cells], 0, model->ages - 1);

    *value = before;
    if (part > 0) {
        const double after = observed_residents(model, &result->population[(state + 1) * cells], 0, model->ages - 1);

        *value = (1 - part) * before + part * after;
    }
    return OBSERVED_MODELLED;
}

static double births_of_year(const struct model *model, const struct result *result, size_t year)
{
    double births = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        births += result->components[(year * model->town_count + town) * COMPONENTS + BIRTHS];
    }
    return births;
}

static enum observed_standing births(const struct model *model, const struct result *result,
                                     const struct observation *of, double *value)
{
    const double start = observed_years(model, of->start, 0);
    const double end = observed_years(model, of->end, 1);

    if (start < 0 || end > (double)(result->states - 1)) {
        return OBSERVED_OUTSIDE;
    }
    *value = 0;
    for (size_t year = 0; year + 1 < result->states; year++) {
        const double from = start > (double)year ? start : (double)year;
        const double to = end < (double)(year + 1) ? end : (double)(year + 1);

        *value += to > from ? (to - from) * births_of_year(model, result, year) : 0;
    }
    return OBSERVED_MODELLED;
}

bool observed_is_births(const struct observation *observation)
{
    return same_text(observation->series, "births");
}

enum observed_standing observed_value(const struct inputs *inputs, const struct result *result,
                                      const struct observation *observation, double *value)
{
    if (same_text(observation->series, "residents")) {
        return residents(&inputs->model, result, observation->end, value);
    }
    if (observed_is_births(observation)) {
        return births(&inputs->model, result, observation, value);
    }
    return OBSERVED_NOT_MODELLED;
}
