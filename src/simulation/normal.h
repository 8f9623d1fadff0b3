/** The standard normal distribution: its function, the inverse of it, and paths of it over years. */
#ifndef NORMAL_H
#define NORMAL_H

#include <stddef.h>

/**
 * The standard normal's inverse, z with Phi(z) = u, for 0 < u < 1; relative error about 1e-16 (Wichura 1988,
 * "Algorithm AS 241: the percentage points of the normal distribution", PPND16).
 */
double normal_inverse(double u);

/** normal_inverse() of `count` numbers in place, to the same bits, several times as fast. */
void normal_inverses(size_t count, double *numbers);

/**
 * The standard normal's distribution function, Phi(z), for z >= -8.5 within 2e-14 of itself: near the middle by Hart et
 * al. (1968, "Computer approximations", algorithm 5666, as printed by West 2005, "Better approximations to cumulative
 * normal functions"), further out by the continued fraction of Laplace.
 */
double normal_function(double z);

/**
 * Turns independent standard normals into paths over years, in place: normals[years][draws]. Each year's value is
 * `correlation` (in [-1, 1]) of the year before and the rest new: z(t) = r z(t-1) + sqrt(1 - r^2) e(t), started at
 * its stationary distribution, so that every year is standard normal again and the doubt is as wide in the first year
 * as in the last. Correlation 1 repeats the first year's value, 0 changes nothing.
 */
void autocorrelated(double correlation, size_t years, size_t draws, double *normals);

/**
 * Turns independent standard normals into random walks over years, in place: normals[years][draws]. Each year's value
 * is that of the year before and a new step, z(t) = z(t-1) + e(t); the first year is one step. The variance is 1 in the
 * first year and h in the h-th: the doubt grows with the years ahead.
 */
void walked(size_t years, size_t draws, double *normals);

#endif
