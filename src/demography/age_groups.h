/** Single years of age out of age groups: what a table by five-year groups says of the ages inside them. */
#ifndef AGE_GROUPS_H
#define AGE_GROUPS_H

#include <stddef.h>

/**
 * Spreads the counts of age groups to single ages: the differences, from birthday to birthday, of the monotone cubic
 * through the cumulated counts at the groups' bounds (Steffen 1990, Astronomy and Astrophysics 239, 443-450: slopes of
 * equation 11, at both ends those of his section 4, from the parabola through the nearest three points).
 *
 * Between two bounds the curve goes one way, so no age has another sign than its group: nothing below zero in a group
 * that is not, whatever stands in its neighbours. A group of one year keeps its count. Groups that are equal by year of
 * age give equal ages, a straight run of ages is found again wherever the rule against overshooting does not act.
 *
 * The ages of a group add up to its count to the last bit, in whatever order they are added: the cumulated values are
 * first rounded to whole units in the last place of the count, and differences and sums of such are exact.
 *
 * counts   [groups] persons, of any sign; groups is 1 or more
 * bounds   [groups + 1] the first age of each group, and the age behind the last; rising
 * singles  [bounds[groups] - bounds[0]] from the first group's first age on; may not overlap `counts`
 */
void age_groups_spread(const double *counts, const size_t *bounds, size_t groups, double *singles);

/**
 * Shares a count out to `ages` single ages in proportion to weights that are not below zero; adds up to the count as
 * age_groups_spread() does. Where all weights are 0 the first age has it all.
 */
void age_group_share(double count, const double *weights, size_t ages, double *singles);

/**
 * Persons by single age of the population that is stationary under survivorship ratios sx[ages] (those of
 * life_table_survivorship()), per birth: L(x) = L(x - 1) sx(x), at the open age T = L(open - 1) sx / (1 - sx). Both may
 * be the same array. An open age that nobody ever leaves (sx of 1) is a hundred times the age before.
 */
void stationary_population(const double *sx, size_t ages, double *persons);

#endif
