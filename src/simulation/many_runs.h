/**
 * Many runs of one district, of which only the gap is kept: each series (a place, level and school year) gets one
 * figure from each run, stored once. Threads are the caller's: any of them may take any stretch of runs, with a room of
 * its own, and the figures are the same to the last bit whoever takes which.
 */
#ifndef MANY_RUNS_H
#define MANY_RUNS_H

#include <stddef.h>

#include "block.h"
#include "design.h"
#include "town_draws.h"

/** What all threads share. Plain data; made once, then only read. */
struct many_runs {
    const struct inputs *inputs;
    struct design design;
    size_t measures;
    size_t first_state; /**< Of the school years printed. */
    size_t states;      /**< School years printed. */
    size_t rows;        /**< Gap rows of a state: places x levels. */
    bool by_lanes;      /**< Draws are lanes; else each is a run(). */
    struct town_draws draws;
};

/** What a thread works in; its arrays are borrowed from a block. */
struct many_runs_room {
    double *figures;     /**< [dimensions][CHUNK] */
    double *values;      /**< [layout.size] of a run */
    struct block memory; /**< Of a run, where each is one. */
    double *lanes;       /**< [layout.size][LANES], where draws are lanes, and so the next two. */
    double *kept;        /**< [series][LANES] of a block that is not full. */
    struct town_draws_room draws;
    size_t outside;   /**< Values so far that had to be held within their parameter's range. */
    size_t overdrawn; /**< Runs so far in which a town has fewer than no seats at a level, in a school year printed. */
};

/** Prepares runs of the inputs' ensemble; `measures` is 1 to MEASURES. Arrays are carved from `memory`. */
void many_runs_prepare(struct many_runs *self, const struct inputs *inputs, size_t measures, struct block *memory);

/** Carves a room (or only counts, over a block without memory). */
void many_runs_room_lay_out(const struct many_runs *self, struct block *memory, struct many_runs_room *room);

/** Series kept of each run. */
size_t many_runs_series(const struct many_runs *self);

/** The series of a measure, printed school year (from 0), place (see gap_places()) and level. */
size_t many_runs_series_at(const struct many_runs *self, enum measure measure, size_t state, size_t place,
                           size_t level);

/**
 * How many of `count` runs a thread best takes at once: some milliseconds of a district, so that a stop is obeyed soon,
 * and few enough that all threads have some of a country's few.
 */
size_t many_runs_piece(size_t count, size_t threads);

/**
 * Runs first..first + count - 1 and puts the figure of series s and run first + i at kept[s * stride + i].
 */
void many_runs_go(const struct many_runs *self, struct many_runs_room *room, size_t first, size_t count, double *kept,
                  size_t stride);

#endif
