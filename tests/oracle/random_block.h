/** Random blocks for the projection: every shape of tables, both rules, net and gross, calm and harsh. */
#ifndef RANDOM_BLOCK_H
#define RANDOM_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "projection.h"

/** The tables of a projection, in the order of its members. */
enum block_table { DYING, FERTILITY, PERSONS, DEPARTURE, SCHEDULE, BLOCK_TABLES };

/** Its factors by year and lane; the last is `added`. */
enum block_factor { DYING_FACTOR, FERTILITY_FACTOR, PERSONS_FACTOR, DEPARTURE_FACTOR, ADDED, BLOCK_FACTORS };

/** A projection with all that it borrows. */
struct random_block {
    struct projection of;
    size_t lanes; /**< Lanes 0..lanes-1 have people. */
    size_t entries[BLOCK_TABLES];
    double *tables[BLOCK_TABLES];   /**< [entries] or [entries][LANES]; NULL where the projection has none. Owned. */
    double *factors[BLOCK_FACTORS]; /**< [years][LANES]. Owned. */
    double *srb;                    /**< [years]. Owned. */
    double *start;                  /**< [SEXES][ages][LANES]. Owned. */
    double *population;             /**< [years + 1][SEXES][ages][LANES]; NAN before a run. Owned. */
    double *components;             /**< [years][COMPONENTS][LANES]; NAN before a run. Owned. */
};

/** The block of that seed, the same on every machine; closed: nobody moves. Free with random_block_free(). */
struct random_block random_block(unsigned long seed, bool closed);

/** A block of its own with the same values. */
struct random_block random_block_copy(const struct random_block *self);

/** The projection's table. */
struct lane_rates *random_block_rates(struct random_block *self, enum block_table table);

/** Gives a table with a shared value each lane's copy of it. */
void random_block_by_lane(struct random_block *self, enum block_table table);

/** Puts other random values into all lanes but one. */
void random_block_scramble(struct random_block *self, size_t kept, unsigned long seed);

/** Runs the block with a scratch full of NAN, exactly as long as asked for. */
void random_block_run(struct random_block *self);

/** The value of a table for a lane. */
double random_block_at(const struct random_block *self, enum block_table table, size_t year, size_t sex, size_t age,
                       size_t lane);

/** Persons of a cell of a state. */
double random_block_people(const struct random_block *self, size_t year, size_t sex, size_t age, size_t lane);

/** Persons of all ages and both sexes of a lane. */
double random_block_total(const struct random_block *self, size_t year, size_t lane);

/** What was booked in a year. */
double random_block_booked(const struct random_block *self, size_t year, enum component component, size_t lane);

/** Doubles in a state of the block. */
size_t random_block_state(const struct random_block *self);

/** Frees what it owns; harmless when called twice. */
void random_block_free(struct random_block *self);

#endif
