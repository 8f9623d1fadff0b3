/**
 * The scenario's ensemble about other values than the scenario's own: what the draws, or the doubtful figures one at a
 * time, say once a planner has moved a slider. The luck is the scenario's, so that nothing but the move changes a
 * figure.
 */
#ifndef TRIAL_H
#define TRIAL_H

#include <stdbool.h>
#include <stddef.h>

#include "block.h"
#include "ensemble_result.h"
#include "inputs.h"
#include "many_runs.h"

/** Arrays are borrowed from the block. */
struct trial {
    struct inputs inputs; /**< The scenario's, but for its values and, of its ensemble, kind and draws. */
    struct many_runs runs;
    struct many_runs_room room;
    struct ensemble_room reduce;
    struct ensemble_result result; /**< After trial_go(). */
};

/** As many draws as the scenario asks for itself; 0 where it has no doubtful figures or does not draw them. */
size_t trial_most_draws(const struct inputs *inputs);

/** Whether the scenario has doubtful figures. */
bool trial_has_ends(const struct inputs *inputs);

/**
 * Prepares the first `count` draws (1 to trial_most_draws(): of a sensitivity, those of its matrix A) about `values`
 * [layout.size], or only counts. They keep `measures` (1 to MEASURES). `self` is not moved afterwards.
 */
void trial_of_draws(struct trial *self, const struct inputs *inputs, const double *values, size_t count,
                    size_t measures, struct block *memory);

/** Prepares the runs with each doubtful figure at its low and high end, the others as they are, or only counts. */
void trial_of_ends(struct trial *self, const struct inputs *inputs, const double *values, struct block *memory);

/** Runs, and says of each series what it says. */
void trial_go(struct trial *self);

#endif
