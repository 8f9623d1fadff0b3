/** The Rogers-Castro model schedule fitted to migrants by age. */
#ifndef SCHEDULE_FIT_H
#define SCHEDULE_FIT_H

#include "least_squares.h"
#include "model.h"

/** Parameters of the schedule in the order of struct rogers_castro. */
enum { SCHEDULE_UNKNOWNS = 7 };

/** The standard value (Rogers & Castro 1981) of one of them. */
double schedule_standard(size_t unknown);

/** A schedule and how it was found. */
struct schedule_fit {
    struct rogers_castro schedule;
    struct solution solution; /**< Unknowns in that order; figures are the groups, as shares of all migrants. */
};

/**
 * Fits the schedule (Rogers & Castro 1981) to the model's migrants by age, weighted by their standard errors, from the
 * standard parameters on. A group has the sum of the schedule over its ages, as the projection spreads migrants. Only
 * the proportions of a1, a2 and c bear on that; their level is the one at which the ages of the table sum to 1. What
 * too few groups do not tell of keeps its standard value. Values are rounded to a thousandth of their standard errors.
 * Arrays are the pool's.
 */
void schedule_fit(const struct model *model, struct pool *pool, struct schedule_fit *fit);

#endif
