/** The way down to the least sum of squares inside the unknowns' ranges. */
#ifndef DESCENT_H
#define DESCENT_H

#include "least_squares_search.h"

/**
 * Moves the free unknowns from where they stand to the least sum of squares inside their ranges that is found from
 * there, by Levenberg-Marquardt steps brought into the ranges (projected: Kanzow, Yamashita & Fukushima 2004, section
 * 3). A value at the end of its range is left out of a step while the sum falls outwards there (Bertsekas 1982), and
 * only then, so that none stays at an end for having been there once. It ends where steps no longer change or lower
 * anything; whether that is a least sum is looked at afterwards. Where the model has no value, they stay where they
 * are.
 */
void descend(struct search *search);

/** Half the slope of the sum of squares by each free unknown in units of its scale, where the search stands. */
void descent_slope(const struct search *self, double *slope);

#endif
