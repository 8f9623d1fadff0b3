/**
 * Draws as lanes of a projection, town after town: what run() makes of LANES vectors of values, to the last bit, but
 * demand, seats and gaps alone, and so only the ages on which these hang. The tables of each town are gathered once for
 * all draws.
 */
#ifndef TOWN_DRAWS_H
#define TOWN_DRAWS_H

#include <stdbool.h>
#include <stddef.h>

#include "block.h"
#include "design.h"
#include "supply.h"
#include "town_block.h"
#include "town_gaps.h"

/** The factors of the kernel, as projection.h has them, and what of ADDED all towns share. */
enum { FACTOR_DYING, FACTOR_FERTILITY, FACTOR_PERSONS, FACTOR_DEPARTURE, FACTOR_ADDED, FACTOR_DISTRICT_ADDED, FACTORS };

/** What of a town is the same in all draws. Arrays are borrowed from the block. */
struct town_tables {
    struct projection projection; /**< Without factors and added. */
    double *start;                /**< [sex][age] before any multiplier, of the ages carried. */
    bool empty;                   /**< Nobody lives there, nor comes to. */
};

/** What all threads share. Plain data; made once, then only read. */
struct town_draws {
    const struct inputs *inputs;
    size_t first_age; /**< Of children: from the lowest age of a grade to the highest. */
    size_t ages;
    bool seats_move; /**< Whether the draws change any seats. */
    struct town_block block;
    struct town_tables *towns; /**< [town] */
    double *seats;             /**< [state][town][level] with the scenario's own values. */
};

/** Where the seats of a draw are made. Arrays are borrowed from a block. */
struct seats_room {
    double *base; /**< [3][town][level] as struct supply has them, of the base year. */
    struct supply_row *rows;
};

/** What a thread works in; arrays are borrowed from a block. */
struct town_draws_room {
    double *start;   /**< [sex][age][LANES] */
    double *factors; /**< [factor][years][LANES] */
    double *scale;   /**< [LANES]; see struct residents. */
    double *scratch;
    double *children; /**< [state][ages][LANES] */
    double *enrolled; /**< [town][level][LANES] of the base year. */
    double *share;    /**< Likewise. */
    double *seats;    /**< [state][town][level][LANES], where the draws change seats. */
    struct seats_room of_seats;
    size_t sum;   /**< Doubles of a place's sums. */
    double *sums; /**< [area, and last the district][measure][state][level][LANES] */
};

/**
 * Whether the design's draws can go this way: all that they move are factors, or what children make of schools, and
 * pupils go by rates. Others need a run() each.
 */
bool town_draws_can(const struct design *design);

/** Gathers the tables (or only counts, over a block without memory). */
void town_draws_prepare(struct town_draws *self, const struct design *design, struct block *memory);

/** Carves a room for `measures` measures of `states` states (or only counts). */
void town_draws_room_lay_out(const struct town_draws *self, size_t measures, size_t states, struct block *memory,
                             struct town_draws_room *room);

/** Which figures are kept, and where: series as many_runs.h has them. */
struct kept_series {
    size_t measures;
    size_t first_state;
    size_t states;
    double *kept;
    size_t stride; /**< From series to series. */
    bool aligned;  /**< Both are, to 64 bytes. */
};

/**
 * Seats of one draw of the block, [layout.size] values of its own; called for each lane before town_draws_run() where
 * seats move.
 */
void town_draws_seats(const struct town_draws *self, struct town_draws_room *room, const double *values, size_t lane);

/** How many of the first `lanes` draws have, in these states, fewer than no seats of a town and level. */
size_t town_draws_overdrawn(const struct town_draws *self, const struct town_draws_room *room, size_t first_state,
                            size_t states, size_t lanes);

/** Runs the block with values [layout.size][LANES] and keeps its figures, LANES doubles of each series. */
void town_draws_run(const struct town_draws *self, struct town_draws_room *room, const double *values,
                    const struct kept_series *to);

#define TOWN_DRAWS_RUN(ID, name)                                                                                       \
    void town_draws_run_##name(const struct town_draws *self, struct town_draws_room *room, const double *values,      \
                               const struct kept_series *to);
ISA_SETS(TOWN_DRAWS_RUN)
#undef TOWN_DRAWS_RUN

#endif
