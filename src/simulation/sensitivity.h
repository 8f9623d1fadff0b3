/** Which doubtful figure a series hangs on, from the runs of a sensitivity; see design.h and indices.h. */
#ifndef SENSITIVITY_H
#define SENSITIVITY_H

#include "design.h"
#include "indices.h"

/** What a series owes to one input. */
struct influence {
    double low;               /**< The series with the input alone at its low end ... */
    double high;              /**< ... and at its high end. */
    struct sobol_index first; /**< Shares of the variance, 0 where the design has no rows. */
    struct sobol_index total;
};

/** What it works in; arrays are borrowed from a block. */
struct sensitivity_room {
    struct indices_room indices;
    struct sobol_index *first; /**< [inputs] */
    struct sobol_index *total; /**< [inputs] */
};

/** Carves what sensitivity_influences() works in (or only counts), for `resamples` of the intervals' bootstrap. */
void sensitivity_lay_out(const struct design *design, size_t resamples, struct block *memory,
                         struct sensitivity_room *room);

/**
 * Influences of all inputs, [inputs], on a series of the design's runs, [runs]; `as_it_is`: the series of the scenario
 * itself. The room's indices have been drawn, see indices_room_draw().
 */
void sensitivity_influences(const struct design *design, const double *series, struct sensitivity_room *room,
                            double *as_it_is, struct influence *influences);

#endif
