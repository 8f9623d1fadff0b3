/**
 * Weighted nonlinear least squares with what is stated beforehand: figures with known standard errors, a prior value of
 * an unknown, and how much an unknown may differ from the one before it (smoothness of a path) are all rows of one sum
 * of squares, each divided by its own standard error. Where errors are normal, the least sum is the most likely (with
 * priors: a posteriori) set of unknowns, and its standard errors are those of the linearised problem.
 */
#ifndef LEAST_SQUARES_H
#define LEAST_SQUARES_H

#include <stdbool.h>
#include <stddef.h>

#include "mem.h"

/** A number that is looked for. */
struct unknown {
    double start; /**< Where the search begins, and what it keeps where nothing tells of it. In the range. */
    double low;   /**< Range, ends included; low < high. */
    double high;
    double scale;       /**< A change of it that would matter; above 0. */
    double prior;       /**< What it is taken to be beforehand ... */
    double prior_error; /**< ... and the standard error of that; 0: nothing is stated. */
    double step_error;  /**< Standard deviation of its difference to the unknown before it; 0: nothing is stated. */
};

/** A figure that was observed. */
struct datum {
    double observed;
    double standard_error; /**< Above 0. */
};

/** A problem. All pointers are borrowed. */
struct least_squares {
    size_t unknown_count;
    const struct unknown *unknowns;
    size_t datum_count;
    const struct datum *data;
    /** What the model has for each figure; `values` [unknown_count] are inside their ranges. */
    void (*model)(const double *values, double *modelled, void *of);
    void *of;
    /**
     * An unknown counts as told of if a change by its scale, the others following it as well as they can, moves the
     * rows by at least so many standard errors (root of the sum of squares).
     */
    double least_information;
};

/** How an unknown came out. */
enum unknown_standing {
    UNKNOWN_FITTED,
    UNKNOWN_HELD,    /**< Neither figures nor priors tell of it: it keeps its start. */
    UNKNOWN_AT_BOUND /**< It would leave its range and keeps the end of it. */
};

/** What was found. All arrays are the pool's that was given. */
struct solution {
    double *values;         /**< [unknown_count] in their ranges. */
    double *standard_error; /**< [unknown_count] NAN unless fitted. */
    double *share;          /**< [unknown_count] 1 - variance / variance by the priors alone; NAN unless fitted. */
    enum unknown_standing *standing; /**< [unknown_count] */
    double *modelled;                /**< [datum_count] by the values. */
    double chi_square;               /**< Sum of squares of figures and of all that was stated. */
    double stated_least;             /**< What is left of it without the figures, the same unknowns fitted. */
    size_t stated;                   /**< Priors and steps that were stated. */
    size_t stated_rank;              /**< Of their rows over the fitted unknowns: how many of these they tell of. */
    size_t figures;                  /**< Figures. */
    size_t fitted;                   /**< Unknowns fitted. */
    bool settled;                    /**< A next step would move no unknown by a thousandth of its standard error. */
};

/**
 * Solves the problem by projected Levenberg-Marquardt steps, see descent.h. Bad problems are not settled; nothing ends
 * the program.
 */
void least_squares_solve(const struct least_squares *self, struct pool *pool, struct solution *solution);

/** Computes `modelled` and `chi_square` anew after values were changed, as by rounding. */
void least_squares_refresh(const struct least_squares *self, struct solution *solution);

/**
 * What the test of agreement looks at. Priors and steps that bear on the same unknowns are one statement: where they
 * tell of as many unknowns as are fitted, what the figures are off from it is spread as chi-square with as many degrees
 * of freedom as there are figures. In general the statements give as many numbers as their rank, and what they are off
 * from one another (with values that stopped or are held where they are) has nothing to do with the figures.
 */
double solution_tested(const struct solution *self);

/** Degrees of freedom of that: figures and the statements' rank less the unknowns fitted; 0: there is no test. */
size_t solution_degrees(const struct solution *self);

/** The probability that chance alone gives solution_tested() or more; NAN without degrees of freedom. */
double solution_probability(const struct solution *self);

#endif
