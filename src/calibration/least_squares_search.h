/** A problem of least squares while it is solved: where the search stands, and the rows of its sum of squares there. */
#ifndef LEAST_SQUARES_SEARCH_H
#define LEAST_SQUARES_SEARCH_H

#include "least_squares.h"

/** Arrays are [unknown_count] or [datum_count]; all but problem and solution are owned. */
struct search {
    const struct least_squares *problem;
    struct solution *solution;
    double *values; /**< Where the search stands; those that are not free keep their value. */
    double *inside; /**< The same, brought into the ranges. */
    double *modelled;
    double *moved;
    size_t *free; /**< [free_count] unknowns that are fitted, in order. */
    size_t free_count;
    size_t rows; /**< Figures, then one prior and one step for each unknown, stated or not. */
};

/** A search that stands at the starts, all unknowns free. Free with search_free(). */
struct search search_make(const struct least_squares *problem, struct solution *solution);

void search_free(struct search *self);

/** What the model has for the figures at `values`, brought into their ranges. */
void search_evaluate(const struct search *self, const double *values, double *modelled);

/** The rows of the sum of squares at `values`, for which the model has `modelled`. */
void search_residuals(const struct least_squares *problem, const double *values, const double *modelled, double *rows);

/** The rows' derivatives by the free unknowns in units of their scales, [rows][free_count], where the search stands. */
void search_slopes(const struct search *self, double *slopes);

/** The value, or the end of the unknown's range that it is beyond. */
double unknown_clamped(double value, const struct unknown *unknown);

/** Whether it is stated how much the unknown may differ from the one before it. */
bool unknown_has_step(const struct least_squares *problem, size_t unknown);

#endif
