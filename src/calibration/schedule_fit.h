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
 * the proportions of a1, a2 and c bear on that; they are given at the level at which all of the model's ages sum to 1
 * (or below, where a height would leave its range). What the groups do not tell of keeps its standard value; of a1, a2
 * and c that is the standard proportion to all migrants of the ages of the table. Values are rounded to a thousandth of
 * their standard errors. Arrays are the pool's.
 */
void schedule_fit(const struct model *model, struct pool *pool, struct schedule_fit *fit);

#endif
