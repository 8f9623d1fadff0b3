#include <math.h>

#include "backtest.h"

/* The first school year after the origin that pupils.csv has; beyond its last if there is none. */
static int first_target(const struct model *model, const struct observed_state *origin)
{
    const int first = model->pupil_history.first_year;

    return first > origin->year ? first : origin->year + 1;
}

static int last_target(const struct model *model)
{
    return model->pupil_history.first_year + (int)model->pupil_history.years - 1;
}

/* Places of which pupils are known: the towns, if they are, and the district. */
static size_t places_of(const struct model *model)
{
    return (model->pupil_history.by_town ? model->town_count : 0) + 1;
}

size_t backtest_pupil_rows(const struct model *model, const struct observed_state *origin)
{
    const int first = first_target(model, origin);
    const int last = last_target(model);
    size_t levels = 0;

    if (model->pupil_history.years == 0 || first > last) {
        return 0;
    }
    for (size_t level = 0; level < model->level_count; level++) {
        levels += model->pupil_history.has_level[level];
    }
    return (size_t)(last - first + 1) * levels * places_of(model);
}

/* A level's pupils in a row of grades. */
static double sum_grades(const struct level *level, const double *row)
{
    double sum = 0;

    for (size_t grade = 0; grade < level->grades; grade++) {
        sum += row[level->first_grade + grade];
    }
    return sum;
}

/* Of the town, or of all where `town` is town_count; NAN in a year that pupils.csv does not have. */
static double observed_pupils(const struct model *model, const struct level *level, int year, size_t town)
{
    const struct pupil_history *history = &model->pupil_history;
    const size_t towns = history->by_town ? model->town_count : 1;
    double sum = 0;

    if (year < history->first_year || year > last_target(model)) {
        return NAN;
    }
    const double *rows = &history->pupils[(size_t)(year - history->first_year) * towns * model->grade_count];

    for (size_t each = 0; each < towns; each++) {
        if (town == model->town_count || each == town) {
            sum += sum_grades(level, &rows[each * model->grade_count]);
        }
    }
    return sum;
}

/* Of a run, likewise; NAN of no run. */
static double forecast_pupils(const struct model *model, const struct level *level, const struct result *result,
                              int lead, size_t town)
{
    double sum = 0;

    if (result == NULL) {
        return NAN;
    }
    for (size_t each = 0; each < model->town_count; each++) {
        if (town == model->town_count || each == town) {
            sum += sum_grades(level, &result->enrolled[((size_t)lead * model->town_count + each) * model->grade_count]);
        }
    }
    return sum;
}

void backtest_pupils(const struct model *model, const struct vintage *vintage, const struct result *by_rates,
                     const struct result *by_progression, struct pupil_comparison *rows)
{
    const int origin = vintage->origin->year;
    const int last = last_target(model);

    for (int year = first_target(model, vintage->origin); model->pupil_history.years > 0 && year <= last; year++) {
        for (size_t index = 0; index < model->level_count; index++) {
            const struct level *level = &model->levels[index];

            if (!model->pupil_history.has_level[index]) {
                continue;
            }
            for (size_t town = model->town_count + 1 - places_of(model); town <= model->town_count; town++) {
                *rows++ = (struct pupil_comparison) {
                    .origin = vintage->origin,
                    .year = year,
                    .lead = year - origin,
                    .level = index,
                    .town = town,
                    .observed = observed_pupils(model, level, year, town),
                    .by_rates = forecast_pupils(model, level, by_rates, year - origin, town),
                    .by_progression = forecast_pupils(model, level, by_progression, year - origin, town),
                    .no_change = observed_pupils(model, level, origin, town),
                };
            }
        }
    }
}
