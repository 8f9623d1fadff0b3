/**
 * What a doubtful figure may turn out to be: values from uniform numbers, by the inverse of the distribution function.
 * Random numbers and Sobol's points can both be fed in, and a larger uniform gives no smaller value (but for rounding).
 */
#ifndef DISTRIBUTION_H
#define DISTRIBUTION_H

#include <stddef.h>

#include "distributions.h"

/**
 * The value at u, 0 < u < 1. Empirical: between the sorted values, at u (count - 1) of the way from the first to the
 * last (type 7 of Hyndman and Fan 1996), never beyond them. Discrete: weighted_choice()'s.
 */
double distribution_value(const struct distribution *self, double u);

/** distribution_value() of `count` uniform numbers in place, to the same bits. */
void distribution_values(const struct distribution *self, size_t count, double *numbers);

/**
 * Values from `count` standard normals in place: those of autocorrelated(), so that a distribution of any shape can be
 * a path over years; or those of walked(), whose variance grows, of a normal or lognormal. Normal and lognormal take
 * them as they are; the other shapes take the value at Phi(z), held within [2^-53, 1 - 2^-53] (a Gaussian copula: the
 * correlation is that of the normals behind the values).
 */
void distribution_values_of_normals(const struct distribution *self, size_t count, double *numbers);

/** The least and greatest value that it can give; -/+INFINITY where there is none. */
void distribution_support(const struct distribution *self, double *least, double *greatest);

/**
 * Holds `count` values in place within [least, greatest], a parameter's range, and returns how many were outside: what
 * the run reports, since a distribution much of which lies outside is not the one that was asked for. Distributions
 * with ends of their own are refused beforehand where distribution_support() is outside.
 */
size_t held_within(double least, double greatest, size_t count, double *values);

/**
 * Which of `count` alternatives u falls on, the first taking the lowest share: years of an undated project, towns of a
 * project whose town is uncertain, delays. Weights are >= 0, some above 0, in any unit; one of weight 0 never comes.
 */
size_t weighted_choice(const double *weights, size_t count, double u);

#endif
