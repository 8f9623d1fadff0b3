/**
 * Which doubtful figure a result hangs on: the shares of its variance that each explains (Sobol 1993), from runs laid
 * out by Saltelli's design.
 *
 * The design has two matrices of draws, A and B, independent of each other, one row a draw, one column a doubtful
 * figure ("input"), and for each input i a matrix AB(i), which is A with column i taken from B. For `inputs` inputs and
 * `rows` rows that is rows x (inputs + 2) runs.
 */
#ifndef INDICES_H
#define INDICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "block.h"
#include "quantiles.h"

/** The matrices of the design, in the order in which they are run. */
enum saltelli_matrix { MATRIX_A, MATRIX_B, MATRIX_AB };

/** Whether in a matrix (MATRIX_A, MATRIX_B, MATRIX_AB + i) an input's column is B's; else it is A's. */
bool saltelli_takes_b(size_t matrix, size_t input);

/** Matrices of the design: inputs + 2. */
size_t saltelli_matrices(size_t inputs);

/** A share of variance with its confidence interval. Estimates, so a little below 0 or above 1 can happen. */
struct sobol_index {
    double share;
    double low;  /**< Lower end of the interval. */
    double high; /**< Upper end. */
};

/** What the intervals are made of, and room for the sums. Arrays are borrowed from the block. */
struct indices_room {
    size_t inputs;
    size_t resamples;
    double *picks;     /**< [resamples][groups] uniform numbers: which group of rows a resample takes next. */
    double *sums;      /**< [groups][sums of a group] */
    double *together;  /**< [sums of a group] of a resample or of all rows. */
    double *resampled; /**< [2 inputs][resamples] shares of variance. */
    double *shares;    /**< [2 inputs] */
    struct quantile_room quantiles;
};

/** Carves the room for results of so many inputs and bootstrap resamples (1,000 is usual), or only counts. */
void indices_room_lay_out(struct indices_room *self, size_t inputs, size_t resamples, struct block *memory);

/**
 * Draws the bootstrap's picks, once for all results: the same seed gives the same intervals, and the intervals of two
 * results can be compared.
 */
void indices_room_draw(struct indices_room *self, uint64_t seed);

/**
 * First-order and total indices of one result.
 *
 * a, b    [rows] the result in the runs of A and B.
 * ab      [inputs][rows] the result in the runs of AB(i).
 * rows    at least 2.
 * first   [inputs] what the input explains by itself: the mean of f(B) (f(AB(i)) - f(A)) by the variance, f taken from
 *         its mean, which leaves the expectation and takes away noise (Saltelli et al. 2010, "Variance based
 *         sensitivity analysis of model output", Table 2, estimator b).
 * total   [inputs] what the input explains together with all others: half the mean of (f(A) - f(AB(i)))^2 by the
 *         variance (Jansen 1999; Table 2, estimator f).
 *
 * The variance is that of A's and B's results together. A result that never varies hangs on nothing: all are 0.
 * Intervals are the 2.5 and 97.5 % quantiles of a bootstrap that resamples rows, in as many as 256 groups of
 * neighbouring rows (each row by itself up to 256 rows), which costs no more for 100,000 rows than for 256. They tell
 * the doubt that comes from a limited number of random runs; with Sobol's points, which are more even, they are too
 * wide rather than too narrow.
 */
void sobol_indices(const double *a, const double *b, const double *ab, size_t rows, struct indices_room *room,
                   struct sobol_index *first, struct sobol_index *total);

#endif
