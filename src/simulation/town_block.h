/**
 * Towns as lanes of a projection: gathers the tables of up to LANES towns for the kernel and puts its states back by
 * town. Everything that is shared out is shared out here, before the kernel: a district's migrants to towns by
 * population, sexes half and half, ages by the Rogers-Castro schedule.
 */
#ifndef TOWN_BLOCK_H
#define TOWN_BLOCK_H

#include <stddef.h>

#include "block.h"
#include "inputs.h"
#include "projection.h"
#include "residents.h"

/** Where a run's towns go: arrays over all the model's towns. */
struct town_states {
    double *population; /**< [kept][town][sex][age] persons at the first `kept` state dates. */
    size_t kept;
    double *components; /**< [year][town][COMPONENTS] */
    double *children;   /**< [state][town][grade], see struct enrolment. */
};

/** Working memory of a run's blocks, reused from one to the next. All arrays are carved from the run's block. */
struct town_block {
    struct projection projection; /**< Points into the arrays below or into the model's tables. */
    struct residents residents;   /**< At the census. */
    double *srb;                  /**< [years] */
    double *age_shares;           /**< [ages] of migrants known without ages. */
    double *schedule;             /**< [sex][age] of migrants known without sex and age. */
    double *column;               /**< [ages] of a table. */
    double *dying;                /**< As projection.dying. */
    double *pattern;              /**< [ages] of fertility, shifted; or of a life table's standard. */
    double *fertility;            /**< As projection.fertility, where it goes by town or is shifted. */
    double *persons;              /**< As projection.persons, where it goes by town or sex alone. */
    double *departure;            /**< As projection.departure, where it goes by town. */
    double *newcomers;            /**< As projection.newcomers, where the model has estates. */
    double *dying_factor;         /**< [years][LANES] and so the next four. */
    double *fertility_factor;
    double *persons_factor;
    double *departure_factor;
    double *added;
    double *start;      /**< [sex][age][LANES] */
    double *population; /**< [states][sex][age][LANES] */
    double *components; /**< [years][COMPONENTS][LANES] */
    double *scratch;
};

/** Carves the arrays for runs of `states` states (or only counts, over a block without memory). */
void town_block_lay_out(struct town_block *self, const struct inputs *inputs, size_t states, struct block *memory);

/** Fills what all blocks share: tables without towns, and the factors of the parameter values. */
void town_block_share(struct town_block *self, const struct inputs *inputs, const double *values);

/** How a town's migrants of a year come about. */
struct town_migrants {
    double total;         /**< Of a table of totals: what goes by the schedule, times the multiplier. */
    bool total_by_part;   /**< It is the district's, and the town has its part of the residents. */
    bool persons_by_part; /**< So are the persons that the kernel reads in the model's own table. */
    double sex_part;      /**< Of them, where they are of both sexes. */
};

struct town_migrants town_block_migrants(const struct model *model, size_t town, int year);

/** Loads the tables of the towns first..first + count - 1 (count <= LANES) into the lanes of the projection. */
void town_block_load(struct town_block *self, const struct inputs *inputs, const double *values, size_t first,
                     size_t count);

/**
 * Projects the towns first..first + count - 1 (count <= LANES) and writes their states and components, and their
 * children while the states are at hand.
 */
void town_block_project(struct town_block *self, const struct inputs *inputs, const double *values, size_t first,
                        size_t count, const struct town_states *to);

#endif
