#include "schedule_fit.h"

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

static void shares_of_groups(const double *values, double *shares, void *of)
{
    const struct calibration_plan *plan = of;
    const struct rogers_castro schedule = schedule_of(values);

    for (size_t group = 0; group < plan->group_count; group++) {
        shares[group] = 0;
        for (size_t age = plan->groups[group].first_age; age <= plan->groups[group].last_age; age++) {
            shares[group] += schedule_intensity(&schedule, (double)age);
        }
    }
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
    const struct least_squares problem = { .unknown_count = SCHEDULE_UNKNOWNS,
                                           .unknowns = unknowns,
                                           .datum_count = plan.group_count,
                                           .data = shares_observed(&plan, pool),
                                           .model = shares_of_groups,
                                           .of = &plan,
                                           .least_information = least_information };

    for (size_t i = 0; i < SCHEDULE_UNKNOWNS; i++) {
        unknowns[i] = UNKNOWNS[i];
    }
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
    unknowns[AGE_AT_PEAK].start = PEAKS[0];
    solution_round(&problem, &fit->solution);
    fit->schedule = schedule_of(fit->solution.values);
}
