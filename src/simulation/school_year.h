/** Pupils, seats and gaps of one school year of a run. */
#ifndef SCHOOL_YEAR_H
#define SCHOOL_YEAR_H

#include <stddef.h>

#include "block.h"
#include "result.h"

/** Where they go; arrays over all the model's towns, and `gaps` over its places as gap_state() has them. */
struct school_year {
    double *enrolled;      /**< [town][grade] */
    double *public_pupils; /**< [town][grade] */
    double *seats_nominal; /**< [town][level] and so the next two. */
    double *seats;
    double *seats_assumed;
    struct gap *gaps; /**< [place][level] */
};

/** Carves room for a year (or only counts, over a block without memory). */
void school_year_lay_out(const struct model *model, struct block *memory, struct school_year *self);

/** `count` gap rows carved from a block. */
struct gap *school_year_rows(struct block *memory, size_t count);

/** The school year of a state, from the children, the pupils by progression and the base year's share of a run. */
void school_year_run(const struct inputs *inputs, const double *values, const struct result *result, size_t state,
                     const struct school_year *to);

#endif
