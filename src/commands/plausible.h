/** What only a run can find wrong with its inputs: figures that contradict each other once they meet. */
#ifndef PLAUSIBLE_H
#define PLAUSIBLE_H

#include "inputs.h"
#include "problems.h"
#include "result.h"

/**
 * Reports more public pupils than enrolled children in the base year, class sizes of a handful, and seats below zero
 * (the first year of each town and level). Notes what the floors added. True if there is no problem, so that the result
 * may stand.
 */
bool plausible(const struct inputs *inputs, const struct result *result, struct problems *problems);

#endif
