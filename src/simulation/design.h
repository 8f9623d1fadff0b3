/**
 * Which runs an ensemble is made of: for each run a figure for every doubtful one, from the grid of a sweep, from
 * random numbers or Sobol's points, or from Saltelli's design; and what the figures make of the parameter values.
 * Any run can be asked for by itself, in any order, by any thread or machine.
 *
 * Runs of a sweep: the points of the grid, the last axis fastest. Of an uncertainty: its draws. Of a sensitivity: the
 * scenario as it is, then each input at its low and at its high end with the others as they are, then, if it has rows,
 * the matrices A, B, AB(0), AB(1) ... of Saltelli's design (see indices.h), each of so many rows. A's rows are the
 * draws that an uncertainty with the same seed and inputs would have.
 */
#ifndef DESIGN_H
#define DESIGN_H

#include <stddef.h>

#include "inputs.h"
#include "sobol_points.h"

/** Plain data; made once, then read by all threads. */
struct design {
    const struct inputs *inputs;
    const struct ensemble *ensemble; /**< That of the inputs. */
    size_t dimensions;               /**< Figures of a run: ensemble_dimensions(), or the axes of a sweep. */
    size_t runs;
    struct sobol_points sobol;
};

/** The design of the inputs' ensemble, whose kind is not ENSEMBLE_NONE. A sweep's points have been counted before. */
void design_init(struct design *self, const struct inputs *inputs);

/** Runs of a sensitivity before Saltelli's matrices: as it is, and each input low and high. */
size_t design_single_runs(const struct ensemble *ensemble);

/** Of a sensitivity: the run with an input at its low (0) or high (1) end. */
size_t design_single_run(size_t input, size_t end);

/** Of a sensitivity: the first run of a matrix of Saltelli's design. */
size_t design_matrix_run(const struct ensemble *ensemble, size_t matrix);

/**
 * The low (0) and high (1) end at which an input is tried by itself: the ends of a uniform or triangular distribution,
 * the least and greatest alternative of a discrete one, the 10 and 90 % quantiles of the others. Of a walk these are
 * the quantiles of the year by itself, further out the more years ahead; a year in which it does not move the parameter
 * is taken as the nearest in which it does. Of any other input all years have the same ends.
 */
double design_end(const struct ensemble_input *input, size_t end, int year);

/** Moves of the ensemble: axes of a sweep, else inputs. */
size_t design_moves(const struct ensemble *ensemble);

/** The parameter that a move acts on. */
const struct move *design_move(const struct ensemble *ensemble, size_t move);

/** How many runs from `first` on, at most `most`, design_figures() can give at once. */
size_t design_together(const struct design *self, size_t first, size_t most);

/**
 * Figures of the runs first..first + count - 1: [dimensions][count]; NAN where a run leaves a figure out, so that the
 * scenario's own value stays. `count` is not above design_together(). Of an input the keys come one after the other, of
 * a key its years.
 */
void design_figures(const struct design *self, size_t first, size_t count, double *figures);

/**
 * Values of `lanes` runs from their figures, figures[dimension * stride + lane]: values[index * lanes + lane], index as
 * the layout has it. `values` holds the scenario's own values in all lanes, or what an earlier call made of them.
 * Of the lanes `live` have runs, at least one; the others are like the last of these. Returns how many values of runs
 * were outside their parameter's range, and are now held at its end.
 */
size_t design_values(const struct design *self, const double *figures, size_t stride, size_t lanes, size_t live,
                     double *values);

/**
 * The values of one of these runs by themselves, values[index], from what design_values() made: `values` holds the
 * scenario's own, or what an earlier call made of them.
 */
void design_lane(const struct design *self, const double *lane_values, size_t lanes, size_t lane, double *values);

#endif
