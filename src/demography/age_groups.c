#include "age_groups.h"

#include <math.h>
#include <stdbool.h>

static double sign_of(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

/* Persons a year of age in the group. */
static double density(const double *counts, const size_t *bounds, size_t group)
{
    return counts[group] / (double)(bounds[group + 1] - bounds[group]);
}

/* Slope at the outer bound of a group at the end, by the parabola through the end and the two bounds next to it. */
static double end_slope(double own, double next, double own_width, double next_width)
{
    const double part = own_width / (own_width + next_width);
    const double parabola = own * (1 + part) - next * part;

    if (parabola * own <= 0) {
        return 0;
    }
    return fabs(parabola) > 2 * fabs(own) ? 2 * own : parabola;
}

/* Slope of the cumulated counts at bound 0..groups: persons a year of age at that birthday. */
static double slope_at(const double *counts, const size_t *bounds, size_t groups, size_t bound)
{
    if (groups == 1) {
        return density(counts, bounds, 0);
    }
    const size_t before = bound == 0 ? 0 : bound == groups ? groups - 2 : bound - 1;
    const double left = density(counts, bounds, before);
    const double right = density(counts, bounds, before + 1);
    const double left_width = (double)(bounds[before + 1] - bounds[before]);
    const double right_width = (double)(bounds[before + 2] - bounds[before + 1]);

    if (bound == 0) {
        return end_slope(left, right, left_width, right_width);
    }
    if (bound == groups) {
        return end_slope(right, left, right_width, left_width);
    }
    const double parabola = (left * right_width + right * left_width) / (left_width + right_width);

    return (sign_of(left) + sign_of(right)) * smaller(smaller(fabs(left), fabs(right)), fabs(parabola) / 2);
}

/*
 * A cumulated value between 0 and the count, or what rounding made of one, as a whole number of units in the last place
 * of the count, and never back behind the one before: the sum stands in the count's binade or above, so its bits are
 * such units, and the difference is exact. (Sterbenz 1974 for the latter.)
 */
static double settled(double cumulated, double before, double count)
{
    const double value = (cumulated + count) - count;

    if (count > 0) {
        return value < before ? before : value > count ? count : value;
    }
    return value > before ? before : value < count ? count : value;
}

/* Spreads a group of `width` years with these slopes at its ends. */
static void spread_group(double count, size_t width, double first_slope, double last_slope, double *singles)
{
    const double years = (double)width;
    const double mean = count / years;
    const double cubic = (first_slope + last_slope - 2 * mean) / (years * years);
    const double square = (3 * mean - 2 * first_slope - last_slope) / years;
    double before = 0;

    for (size_t age = 0; age < width; age++) {
        const double end = (double)(age + 1);
        const double curve = ((cubic * end + square) * end + first_slope) * end;
        const double cumulated = age + 1 == width ? count : settled(curve, before, count);

        singles[age] = cumulated - before;
        before = cumulated;
    }
}

void age_groups_spread(const double *counts, const size_t *bounds, size_t groups, double *singles)
{
    double first_slope = slope_at(counts, bounds, groups, 0);

    for (size_t group = 0; group < groups; group++) {
        const double last_slope = slope_at(counts, bounds, groups, group + 1);

        spread_group(counts[group], bounds[group + 1] - bounds[group], first_slope, last_slope,
                     &singles[bounds[group] - bounds[0]]);
        first_slope = last_slope;
    }
}

void age_group_share(double count, const double *weights, size_t ages, double *singles)
{
    double sum = 0;
    double reached = 0;
    double before = 0;

    for (size_t age = 0; age < ages; age++) {
        sum += weights[age];
    }
    for (size_t age = 0; age < ages; age++) {
        reached += weights[age];
        const bool last = age + 1 == ages || !(sum > 0);
        const double cumulated = last ? count : settled(count * (reached / sum), before, count);

        singles[age] = cumulated - before;
        before = cumulated;
    }
}

void stationary_population(const double *sx, size_t ages, double *persons)
{
    const double most = 100; /* times the age before */
    const size_t open = ages - 1;
    double before = 1;

    for (size_t age = 0; age < open; age++) {
        before *= sx[age];
        persons[age] = before;
    }
    const double ratio = sx[open] < most / (most + 1) ? sx[open] / (1 - sx[open]) : most;

    persons[open] = before * ratio;
}
