#include "least_squares.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit_nlinear.h>

#include "information.h"

/* Part of an unknown's scale by which it is moved to see what follows: the error of the difference goes by its square,
 * that of rounding by its inverse. */
static const double difference_step = 1e-4;

/* Changes relative to the unknowns at which the search ends; it is judged afterwards by standard errors. */
static const double change_enough = 1e-12;

/* So near the end of its range, in its scale, an unknown stands at the end. */
static const double end_enough = 1e-9;

/* A next step below this part of the standard error is none. */
static const double settled_step = 1e-3;

enum { ITERATIONS_MOST = 500 };

/** A problem while it is solved. Arrays are [unknown_count] or [datum_count]. */
struct search {
    const struct least_squares *problem;
    struct solution *solution;
    double *values; /* where the search stands; those that are not free keep their value */
    double *inside; /* the same, brought into the ranges */
    double *modelled;
    double *moved;
    size_t *free; /* [free_count] unknowns that are fitted, in order */
    size_t free_count;
    size_t rows; /* figures, then one prior and one step for each unknown, stated or not */
};

static double clamped(double value, const struct unknown *unknown)
{
    return value < unknown->low ? unknown->low : value > unknown->high ? unknown->high : value;
}

static bool has_step(const struct least_squares *problem, size_t unknown)
{
    return unknown > 0 && problem->unknowns[unknown].step_error > 0;
}

static void evaluate(const struct search *self, const double *values, double *modelled)
{
    for (size_t i = 0; i < self->problem->unknown_count; i++) {
        self->inside[i] = clamped(values[i], &self->problem->unknowns[i]);
    }
    self->problem->model(self->inside, modelled, self->problem->of);
}

/* The rows of the sum of squares at `values`, for which the model has `modelled`. */
static void residuals(const struct least_squares *problem, const double *values, const double *modelled, double *rows)
{
    for (size_t i = 0; i < problem->datum_count; i++) {
        rows[i] = (modelled[i] - problem->data[i].observed) / problem->data[i].standard_error;
    }
    for (size_t i = 0; i < problem->unknown_count; i++) {
        const struct unknown *unknown = &problem->unknowns[i];
        double *pair = &rows[problem->datum_count + 2 * i];

        pair[0] = unknown->prior_error > 0 ? (values[i] - unknown->prior) / unknown->prior_error : 0;
        pair[1] = has_step(problem, i) ? (values[i] - values[i - 1]) / unknown->step_error : 0;
    }
}

/* What a change of one unknown by its scale does to the figures, in their standard errors. */
static void figure_slopes(const struct search *self, size_t unknown, double *slopes, size_t stride)
{
    const struct least_squares *problem = self->problem;
    const struct unknown *of = &problem->unknowns[unknown];
    const double here = clamped(self->values[unknown], of);
    const double up = clamped(here + difference_step * of->scale, of);
    const double down = clamped(here - difference_step * of->scale, of);
    const double kept = self->values[unknown];

    self->values[unknown] = up;
    evaluate(self, self->values, self->modelled);
    self->values[unknown] = down;
    evaluate(self, self->values, self->moved);
    self->values[unknown] = kept;
    for (size_t i = 0; i < problem->datum_count; i++) {
        slopes[i * stride] =
            (self->modelled[i] - self->moved[i]) / (up - down) * of->scale / problem->data[i].standard_error;
    }
}

/* The rows' derivatives by the free unknowns in units of their scales, [rows][free_count]. */
static void slopes_at(const struct search *self, double *slopes)
{
    const struct least_squares *problem = self->problem;
    const size_t stride = self->free_count;

    memset(slopes, 0, self->rows * stride * sizeof *slopes);
    for (size_t column = 0; column < stride; column++) {
        const size_t unknown = self->free[column];
        const struct unknown *of = &problem->unknowns[unknown];
        double *priors = &slopes[problem->datum_count * stride + column];

        figure_slopes(self, unknown, &slopes[column], stride);
        if (of->prior_error > 0) {
            priors[2 * unknown * stride] = of->scale / of->prior_error;
        }
        if (has_step(problem, unknown)) {
            priors[(2 * unknown + 1) * stride] = of->scale / of->step_error;
        }
        if (unknown + 1 < problem->unknown_count && has_step(problem, unknown + 1)) {
            priors[(2 * unknown + 3) * stride] = -of->scale / problem->unknowns[unknown + 1].step_error;
        }
    }
}

/* Puts GSL's point, in units of scales from the starts, among the values. */
static void take_point(const struct search *self, const gsl_vector *point)
{
    for (size_t i = 0; i < self->free_count; i++) {
        const struct unknown *of = &self->problem->unknowns[self->free[i]];

        self->values[self->free[i]] = of->start + of->scale * gsl_vector_get(point, i);
    }
}

static int gsl_rows(const gsl_vector *point, void *of, gsl_vector *rows)
{
    const struct search *self = of;

    take_point(self, point);
    evaluate(self, self->values, self->modelled);
    residuals(self->problem, self->values, self->modelled, rows->data);
    for (size_t i = 0; i < self->rows; i++) {
        if (!isfinite(rows->data[i])) {
            return GSL_EBADFUNC;
        }
    }
    return GSL_SUCCESS;
}

static int gsl_slopes(const gsl_vector *point, void *of, gsl_matrix *slopes)
{
    const struct search *self = of;

    take_point(self, point);
    slopes_at(self, slopes->data);
    for (size_t i = 0; i < self->rows * self->free_count; i++) {
        if (!isfinite(slopes->data[i])) {
            return GSL_EBADFUNC;
        }
    }
    return GSL_SUCCESS;
}

/* Moves the free unknowns to the least sum of squares that is found from where they stand. */
static void descend(struct search *self)
{
    gsl_multifit_nlinear_parameters how = gsl_multifit_nlinear_default_parameters();
    gsl_multifit_nlinear_fdf rows = {
        .f = gsl_rows, .df = gsl_slopes, .n = self->rows, .p = self->free_count, .params = self
    };
    int reason = 0;

    how.trs = gsl_multifit_nlinear_trs_lm;
    gsl_vector *point = gsl_vector_alloc(self->free_count);
    gsl_multifit_nlinear_workspace *work =
        gsl_multifit_nlinear_alloc(gsl_multifit_nlinear_trust, &how, self->rows, self->free_count);

    for (size_t i = 0; i < self->free_count; i++) {
        const struct unknown *of = &self->problem->unknowns[self->free[i]];

        gsl_vector_set(point, i, (self->values[self->free[i]] - of->start) / of->scale);
    }
    if (gsl_multifit_nlinear_init(point, &rows, work) == GSL_SUCCESS) {
        /* Whether it has settled is looked at afterwards, so the reason for which it ended is no matter. */
        (void)gsl_multifit_nlinear_driver(ITERATIONS_MOST, change_enough, 0, 0, NULL, NULL, &reason, work);
        (void)gsl_vector_memcpy(point, gsl_multifit_nlinear_position(work));
    }
    take_point(self, point);
    gsl_multifit_nlinear_free(work);
    gsl_vector_free(point);
}

static void remove_free(struct search *self, size_t at, enum unknown_standing standing)
{
    self->solution->standing[self->free[at]] = standing;
    self->free_count--;
    memmove(&self->free[at], &self->free[at + 1], (self->free_count - at) * sizeof *self->free);
}

static void restore_free(struct search *self, size_t unknown)
{
    size_t at = self->free_count;

    while (at > 0 && self->free[at - 1] > unknown) {
        self->free[at] = self->free[at - 1];
        at--;
    }
    self->free[at] = unknown;
    self->free_count++;
    self->solution->standing[unknown] = UNKNOWN_FITTED;
}

/* Holds the unknowns of which neither figures nor priors tell, where the search stands; whether there were any. */
static bool hold_untold(struct search *self)
{
    double *slopes = mem_array(self->rows * self->free_count, sizeof *slopes);
    bool *told = mem_array(self->free_count, sizeof *told);
    bool held = false;

    slopes_at(self, slopes);
    information_told(slopes, self->rows, self->free_count, self->problem->least_information, told);
    for (size_t i = self->free_count; i-- > 0;) {
        if (!told[i]) {
            self->values[self->free[i]] = self->problem->unknowns[self->free[i]].start;
            remove_free(self, i, UNKNOWN_HELD);
            held = true;
        }
    }
    free(told);
    free(slopes);
    return held;
}

/* Half the slope of the sum of squares by an unknown at its bound. */
static double sum_slope(const struct search *self, size_t unknown)
{
    struct search alone = *self;
    size_t only = unknown;
    double *slopes = mem_array(self->rows, sizeof *slopes);
    double *rows = mem_array(self->rows, sizeof *rows);
    double slope = 0;

    alone.free = &only;
    alone.free_count = 1;
    slopes_at(&alone, slopes);
    evaluate(self, self->values, self->modelled);
    residuals(self->problem, self->values, self->modelled, rows);
    for (size_t i = 0; i < self->rows; i++) {
        slope += slopes[i] * rows[i];
    }
    free(rows);
    free(slopes);
    return slope;
}

/* Whether the search has left the unknown's range, or stands at an end of it beyond which the sum falls on. */
static bool has_strayed(const struct search *self, size_t unknown)
{
    const struct unknown *of = &self->problem->unknowns[unknown];
    const double value = self->values[unknown];
    const double near = end_enough * of->scale;

    if (value < of->low || value > of->high) {
        return true;
    }
    if (value > of->low + near && value < of->high - near) {
        return false;
    }
    return value <= of->low + near ? sum_slope(self, unknown) > 0 : sum_slope(self, unknown) < 0;
}

/* Puts the unknowns that would leave their ranges at the ends; whether there were any. */
static bool bind_strayed(struct search *self)
{
    bool bound = false;

    for (size_t i = self->free_count; i-- > 0;) {
        const size_t unknown = self->free[i];
        const struct unknown *of = &self->problem->unknowns[unknown];

        if (has_strayed(self, unknown)) {
            self->values[unknown] = self->values[unknown] <= (of->low + of->high) / 2 ? of->low : of->high;
            remove_free(self, i, UNKNOWN_AT_BOUND);
            bound = true;
        }
    }
    return bound;
}

/* Frees an unknown at a bound from which the sum falls inwards, each but once; whether there was one. */
static bool release(struct search *self, bool *released)
{
    for (size_t i = 0; i < self->problem->unknown_count; i++) {
        const struct unknown *of = &self->problem->unknowns[i];

        if (self->solution->standing[i] != UNKNOWN_AT_BOUND || released[i]) {
            continue;
        }
        const double slope = sum_slope(self, i);

        if (self->values[i] <= of->low ? slope < 0 : slope > 0) {
            released[i] = true;
            restore_free(self, i);
            return true;
        }
    }
    return false;
}

/* Fits, holds and binds until nothing changes; each round takes an unknown away or frees one that was not before. */
static void seek(struct search *self)
{
    bool *released = mem_array(self->problem->unknown_count, sizeof *released);
    bool goes_on = true;

    hold_untold(self);
    while (goes_on && self->free_count > 0) {
        descend(self);
        goes_on = bind_strayed(self) || hold_untold(self) || release(self, released);
    }
    free(released);
}

/* Standard errors and shares of the free unknowns, and whether a next step would matter to any. */
static void judge(struct search *self)
{
    struct solution *solution = self->solution;
    const size_t count = self->free_count;
    double *slopes = mem_array(self->rows * count, sizeof *slopes);
    double *rows = mem_array(self->rows, sizeof *rows);
    double *step = mem_array(count, sizeof *step);
    double *variance = mem_array(count, sizeof *variance);
    double *stated = mem_array(count, sizeof *stated);
    const size_t data = self->problem->datum_count;

    slopes_at(self, slopes);
    evaluate(self, self->values, self->modelled);
    residuals(self->problem, self->values, self->modelled, rows);
    solution->settled = information_variances(slopes, rows, self->rows, count, variance, step);
    if (!information_variances(&slopes[data * count], NULL, self->rows - data, count, stated, NULL)) {
        solution->settled = false;
    }
    for (size_t i = 0; i < count; i++) {
        const double error = sqrt(variance[i]);

        solution->standard_error[self->free[i]] = error * self->problem->unknowns[self->free[i]].scale;
        solution->share[self->free[i]] = isinf(stated[i]) ? 1 : 1 - variance[i] / stated[i];
        solution->settled = solution->settled && fabs(step[i]) <= settled_step * error;
    }
    free(stated);
    free(variance);
    free(step);
    free(rows);
    free(slopes);
}

void least_squares_refresh(const struct least_squares *self, struct solution *solution)
{
    const size_t count = self->datum_count + 2 * self->unknown_count;
    double *rows = mem_array(count, sizeof *rows);

    self->model(solution->values, solution->modelled, self->of);
    residuals(self, solution->values, solution->modelled, rows);
    solution->chi_square = 0;
    solution->rows = self->datum_count;
    for (size_t i = 0; i < self->datum_count; i++) {
        solution->chi_square += rows[i] * rows[i];
    }
    for (size_t i = 0; i < self->unknown_count; i++) {
        const double *pair = &rows[self->datum_count + 2 * i];
        const bool here = solution->standing[i] == UNKNOWN_FITTED;
        const bool step = has_step(self, i) && (here || solution->standing[i - 1] == UNKNOWN_FITTED);
        const bool prior = self->unknowns[i].prior_error > 0 && here;

        solution->chi_square += (prior ? pair[0] * pair[0] : 0) + (step ? pair[1] * pair[1] : 0);
        solution->rows += (size_t)prior + (size_t)step;
    }
    free(rows);
}

static struct search search_make(const struct least_squares *problem, struct solution *solution)
{
    const size_t unknowns = problem->unknown_count;
    struct search self = { .problem = problem,
                           .solution = solution,
                           .values = mem_array(unknowns, sizeof *self.values),
                           .inside = mem_array(unknowns, sizeof *self.inside),
                           .modelled = mem_array(problem->datum_count, sizeof *self.modelled),
                           .moved = mem_array(problem->datum_count, sizeof *self.moved),
                           .free = mem_array(unknowns, sizeof *self.free),
                           .free_count = unknowns,
                           .rows = problem->datum_count + 2 * unknowns };

    for (size_t i = 0; i < unknowns; i++) {
        self.values[i] = problem->unknowns[i].start;
        self.free[i] = i;
    }
    return self;
}

static void search_free(struct search *self)
{
    free(self->values);
    free(self->inside);
    free(self->modelled);
    free(self->moved);
    free(self->free);
}

void least_squares_solve(const struct least_squares *self, struct pool *pool, struct solution *solution)
{
    const size_t unknowns = self->unknown_count;

    *solution = (struct solution) { .values = pool_array(pool, unknowns, sizeof(double)),
                                    .standard_error = pool_array(pool, unknowns, sizeof(double)),
                                    .share = pool_array(pool, unknowns, sizeof(double)),
                                    .standing = pool_array(pool, unknowns, sizeof *solution->standing),
                                    .modelled = pool_array(pool, self->datum_count, sizeof(double)) };
    struct search search = search_make(self, solution);
    gsl_error_handler_t *handler = gsl_set_error_handler_off();

    for (size_t i = 0; i < unknowns; i++) {
        solution->standard_error[i] = NAN;
        solution->share[i] = NAN;
    }
    seek(&search);
    judge(&search);
    for (size_t i = 0; i < unknowns; i++) {
        solution->values[i] = clamped(search.values[i], &self->unknowns[i]);
    }
    solution->fitted = search.free_count;
    least_squares_refresh(self, solution);
    (void)gsl_set_error_handler(handler);
    search_free(&search);
}

double solution_probability(const struct solution *self)
{
    return self->rows > self->fitted ? gsl_cdf_chisq_Q(self->chi_square, (double)(self->rows - self->fitted)) : NAN;
}
