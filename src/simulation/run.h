/** A whole run: population, enrolment, supply and gap for one vector of parameter values. */
#ifndef RUN_H
#define RUN_H

#include <stddef.h>

#include "block.h"
#include "result.h"

/** Bytes that run() needs for the inputs, its result included. */
size_t run_bytes(const struct inputs *inputs);

/** As run_bytes() and run(), of a run of which only `keep` stays; what stays is the same to the last bit. */
size_t run_bytes_keeping(const struct inputs *inputs, enum keep keep);
void run_keeping(const struct inputs *inputs, const double *values, enum keep keep, struct block *memory,
                 struct result *result);

/**
 * Runs the inputs with `values` [inputs->scenario.layout.size] (the scenario's own, or a draw's). `memory` has at least
 * run_bytes() left; the result's arrays stand in it. Cannot fail: the inputs are resolved.
 */
void run(const struct inputs *inputs, const double *values, struct block *memory, struct result *result);

#endif
