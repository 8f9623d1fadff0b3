#include "schedule_fit.h"

#include <string.h>

#include "rounding.h"
#include "spread.h"

/* Standard value (Rogers & Castro 1981) and range. A change by the standard value matters. */
static const struct unknown UNKNOWNS[SCHEDULE_UNKNOWNS] = {
    { .start = 0.02, .low = 0, .high = 1, .scale = 0.02 },   { .start = 0.10, .low = 0, .high = 10, .scale = 0.10 },
    { .start = 0.06, .low = 0, .high = 1, .scale = 0.06 },   { .start = 0.10, .low = 0, .high = 10, .scale = 0.10 },
    { .start = 20, .low = 0, .high = 100, .scale = 20 },     { .start = 0.40, .low = 0, .high = 10, .scale = 0.40 },
    { .start = 0.003, .low = 0, .high = 1, .scale = 0.003 },
};

enum { AGE_AT_PEAK = 4 };

/* The sum may have a least at more than one age of the peak, so the search begins at several. */
static const double PEAKS[] = { 20, 15, 25, 30 };

/* A standard error of ten times the standard value says nothing of the shape. */
static const double least_information = 0.1;

double schedule_standard(size_t unknown)
{
    return UNKNOWNS[unknown].start;
}

static struct rogers_castro schedule_of(const double *values)
{
    return (struct rogers_castro) { values[0], values[1], values[2], values[3], values[4], values[5], values[6] };
}

/** The groups whose shares are fitted, and what the schedule is multiplied by to give them. */
struct fitted_groups {
    const struct calibration_plan *plan;
    double level;
};

static double sum_of_ages(const struct rogers_castro *schedule, size_t first, size_t last)
{
    double sum = 0;

    for (size_t age = first; age <= last; age++) {
        sum += schedule_intensity(schedule, (double)age);
    }
    return sum;
}

static void shares_of_groups(const double *values, double *shares, void *of)
{
    const struct fitted_groups *self = of;
    const struct rogers_castro schedule = schedule_of(values);

    for (size_t group = 0; group < self->plan->group_count; group++) {
        const struct migrant_group *ages = &self->plan->groups[group];

        shares[group] = self->level * sum_of_ages(&schedule, ages->first_age, ages->last_age);
    }
}

/* a1, a2 and c, of which only the proportions matter. */
static bool is_height(size_t unknown)
{
    return unknown == 0 || unknown == 2 || unknown == SCHEDULE_UNKNOWNS - 1;
}

/* The standard parameters at the level at which the ages of the table sum to 1, so that a height of which the groups do
 * not tell keeps its standard proportion to all migrants of these ages. */
static void set_level(const struct calibration_plan *plan, struct unknown *unknowns)
{
    double values[SCHEDULE_UNKNOWNS];
    double sum = 0;

    for (size_t i = 0; i < SCHEDULE_UNKNOWNS; i++) {
        values[i] = UNKNOWNS[i].start;
        unknowns[i] = UNKNOWNS[i];
    }
    const struct rogers_castro standard = schedule_of(values);

    for (size_t group = 0; group < plan->group_count; group++) {
        sum += sum_of_ages(&standard, plan->groups[group].first_age, plan->groups[group].last_age);
    }
    for (size_t i = 0; i < SCHEDULE_UNKNOWNS; i++) {
        if (is_height(i)) {
            unknowns[i].start /= sum;
            unknowns[i].scale /= sum;
            unknowns[i].high /= sum;
        }
    }
}

/* Brings the heights to the level at which all ages sum to 1, or below it where one would leave its range. */
static double take_level(struct solution *solution, size_t ages)
{
    const struct rogers_castro schedule = schedule_of(solution->values);
    double level = sum_of_ages(&schedule, 0, ages - 1);

    for (size_t i = 0; i < SCHEDULE_UNKNOWNS; i++) {
        if (is_height(i) && solution->values[i] / UNKNOWNS[i].high > level) {
            level = solution->values[i] / UNKNOWNS[i].high;
        }
    }
    if (!(level > 0)) {
        return 1;
    }
    for (size_t i = 0; i < SCHEDULE_UNKNOWNS; i++) {
        if (is_height(i)) {
            solution->values[i] /= level;
            solution->standard_error[i] /= level;
        }
    }
    return level;
}

static struct datum *shares_observed(const struct calibration_plan *plan, struct pool *pool)
{
    struct datum *data = pool_array(pool, plan->group_count, sizeof *data);
    double sum = 0;

    for (size_t group = 0; group < plan->group_count; group++) {
        sum += plan->groups[group].migrants;
    }
    for (size_t group = 0; group < plan->group_count; group++) {
        data[group] = (struct datum) { plan->groups[group].migrants / sum, plan->groups[group].standard_error / sum };
    }
    return data;
}

static bool is_better(const struct solution *solution, const struct solution *than)
{
    /* By more than rounding makes of it, so that of equals the first stays. */
    const double least = 1e-6 + 1e-6 * than->chi_square;

    return solution->settled != than->settled ? solution->settled : solution->chi_square < than->chi_square - least;
}

void schedule_fit(const struct model *model, struct pool *pool, struct schedule_fit *fit)
{
    struct calibration_plan plan = model->calibration;
    struct unknown unknowns[SCHEDULE_UNKNOWNS];
    struct fitted_groups groups = { &plan, 1 };
    const struct least_squares problem = { .unknown_count = SCHEDULE_UNKNOWNS,
                                           .unknowns = unknowns,
                                           .datum_count = plan.group_count,
                                           .data = shares_observed(&plan, pool),
                                           .model = shares_of_groups,
                                           .of = &groups,
                                           .least_information = least_information };

    set_level(&plan, unknowns);
    for (size_t peak = 0; peak < sizeof PEAKS / sizeof *PEAKS; peak++) {
        struct solution solution;

        unknowns[AGE_AT_PEAK].start = PEAKS[peak];
        least_squares_solve(&problem, pool, &solution);
        if (solution.standing[AGE_AT_PEAK] == UNKNOWN_HELD && peak > 0) {
            continue; /* what is held keeps the standard value alone */
        }
        if (peak == 0 || is_better(&solution, &fit->solution)) {
            fit->solution = solution;
        }
    }
    memcpy(unknowns, UNKNOWNS, sizeof unknowns);
    groups.level = take_level(&fit->solution, model->ages);
    solution_round(&problem, &fit->solution);
    fit->schedule = schedule_of(fit->solution.values);
}
