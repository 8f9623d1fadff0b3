/**
 * What an ensemble gives, as the writers take it. Cells are ordered as a run's gaps: [state][place][level], states from
 * the model's base year, places as gap_places() has them. All arrays are borrowed from the block of the computation.
 */
#ifndef ENSEMBLE_RESULT_H
#define ENSEMBLE_RESULT_H

#include <stddef.h>

#include "indices.h"
#include "quantiles.h"

/** The figures of a cell that an ensemble keeps. */
enum outcome { OUTCOME_DEMAND, OUTCOME_SEATS, OUTCOME_GAP, OUTCOMES };

/** What the draws say of a figure. `above` of demand and seats is that they are above 0, which nobody asks. */
struct outcome_summary {
    struct draws_summary above;
    double quantile[QUANTILES];
};

/** Draws of all doubtful figures. */
struct uncertainty_result {
    size_t draws;
    const struct outcome_summary *summaries; /**< [cell][OUTCOMES] */
    const double *held; /**< [input] share of its figures that were held at the end of the parameter's range. */
};

/** All points of a grid, the last axis fastest. */
struct sweep_result {
    size_t points;
    const double *figures; /**< [point][cell][OUTCOMES] */
};

/** One doubtful figure at its low and at its high end, all others in the middle. */
struct tornado_end {
    double figure;      /**< The input's figure there: its least or greatest value, or its 5 or 95 % quantile. */
    const double *gaps; /**< [cell] */
};

struct sensitivity_result {
    const double *middle;                 /**< [cell] gaps with every input at its median. */
    const struct tornado_end (*ends)[2];  /**< [input] low, high. */
    size_t rows;                          /**< Of Saltelli's design; 0: there are no shares. */
    const struct outcome_summary *spread; /**< [cell] of the gap over matrices A and B; NULL without shares. */
    const struct sobol_index *first;      /**< [cell][input] shares of the gap's variance; NULL without shares. */
    const struct sobol_index *total;      /**< [cell][input] */
};

#endif
