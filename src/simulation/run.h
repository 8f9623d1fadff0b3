/** A whole run: population, enrolment, supply and gap for one vector of parameter values. */
#ifndef RUN_H
#define RUN_H

#include <stddef.h>

#include "block.h"
#include "result.h"
#include "school_year.h"
#include "town_block.h"

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

/** What a thread works in. Its arrays are carved from the run's block. */
struct run_room {
    struct town_block towns;
    struct school_year year; /**< Those arrays alone that the result does not keep. */
};

/**
 * A run in pieces, for threads that share it. Begun by run_begin(); then run_towns() of all blocks in any order, then
 * run_between(), then run_state() of all states in any order. The bits do not hang on who does what.
 */
struct run_pieces {
    const struct inputs *inputs;
    const double *values;
    struct result *result;
    struct run_room *rooms; /**< [threads], the caller's. */
    size_t blocks;          /**< Blocks of towns. */
};

/** Bytes that a run in pieces needs, with so many rooms. */
size_t run_bytes_shared(const struct inputs *inputs, enum keep keep, size_t threads);

/** Carves the result and the rooms, and fills what all blocks share. Arguments as those of run_keeping(). */
void run_begin(struct run_pieces *self, const struct inputs *inputs, const double *values, enum keep keep,
               struct run_room *rooms, size_t threads, struct block *memory, struct result *result);

/** Projects a block of towns; `room` is nobody else's meanwhile. */
void run_towns(const struct run_pieces *self, size_t room, size_t block);

/** What needs the children of all towns and years. */
void run_between(const struct run_pieces *self);

/** Pupils, seats and gaps of a state; `room` is nobody else's meanwhile. */
void run_state(const struct run_pieces *self, size_t room, size_t state);

#endif
