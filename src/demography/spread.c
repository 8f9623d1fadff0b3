#include "spread.h"

#include "exact_math.h"

void census_to_state(const double *census, size_t ages, double shift, double *state)
{
    const size_t open = ages - 1;

    for (size_t age = 0; age < open; age++) {
        state[age] = (1 - shift) * census[age] + shift * census[age + 1];
    }
    state[open] = (1 - shift) * census[open];
}

double schedule_intensity(const struct rogers_castro *schedule, double age)
{
    const double since_peak = age - schedule->mu2;
    const double childhood = schedule->a1 * exact_exp(-schedule->alpha1 * age);
    const double labour =
        schedule->a2 * exact_exp(-schedule->alpha2 * since_peak - exact_exp(-schedule->lambda2 * since_peak));

    return childhood + labour + schedule->c;
}

void migration_schedule(const struct rogers_castro *schedule, size_t ages, double *share)
{
    double sum = 0;

    for (size_t age = 0; age < ages; age++) {
        share[age] = schedule_intensity(schedule, (double)age);
        sum += share[age];
    }
    for (size_t age = 0; age < ages; age++) {
        share[age] /= sum;
    }
}
