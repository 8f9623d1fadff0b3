#include "least_squares.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>

#include "descent.h"
#include "information.h"
#include "least_squares_search.h"

/* So near the end of its range, in its scale, an unknown stands at the end. */
static const double end_enough = 1e-9;

/* A next step below this part of the standard error is none. */
static const double settled_step = 1e-3;

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

static bool all_finite(const double *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(numbers[i])) {
            return false;
        }
    }
    return true;
}

/* Holds the unknown at its start. */
static void hold(struct search *self, size_t at)
{
    const size_t unknown = self->free[at];

    self->values[unknown] = self->problem->unknowns[unknown].start;
    remove_free(self, at, UNKNOWN_HELD);
}

/* Holds the unknowns of which neither figures nor priors tell, where the search stands; whether there were any. */
static bool hold_untold(struct search *self)
{
    double *slopes = mem_array(self->rows * self->free_count, sizeof *slopes);
    bool *told = mem_array(self->free_count, sizeof *told);
    bool held = false;

    search_slopes(self, slopes);
    information_told(slopes, self->rows, self->free_count, 0, self->problem->least_information, told);
    /* Where the model has no value nothing is known of that either. */
    for (size_t i = all_finite(slopes, self->rows * self->free_count) ? self->free_count : 0; i-- > 0;) {
        if (!told[i]) {
            hold(self, i);
            held = true;
        }
    }
    free(told);
    free(slopes);
    return held;
}

/* Frees what is held though the rows tell of it beside what is free now, each but once; whether there was any. */
static bool restore_told(struct search *self, bool *restored)
{
    const size_t unknowns = self->problem->unknown_count;
    struct search all = *self;
    double *slopes = mem_array(self->rows * unknowns, sizeof *slopes);
    bool *told = mem_array(unknowns, sizeof *told);
    bool any = false;

    all.free = mem_array(unknowns, sizeof *all.free);
    memcpy(all.free, self->free, self->free_count * sizeof *all.free);
    for (size_t i = 0; i < unknowns; i++) {
        if (self->solution->standing[i] == UNKNOWN_HELD && !restored[i]) {
            all.free[all.free_count++] = i;
        }
    }
    search_slopes(&all, slopes);
    information_told(slopes, self->rows, all.free_count, self->free_count, self->problem->least_information, told);
    for (size_t i = all.free_count; i-- > self->free_count;) {
        if (told[i]) {
            restored[all.free[i]] = true;
        }
    }
    for (size_t i = all.free_count - self->free_count, first = self->free_count; i-- > 0;) {
        if (told[first + i]) {
            restore_free(self, all.free[first + i]);
            any = true;
        }
    }
    free(all.free);
    free(told);
    free(slopes);
    return any;
}

/* Those of the free unknowns that the descent has left at an end of their range from which the sum falls outwards keep
 * it; whether there were any. */
static bool bind_stopped(struct search *self)
{
    double *slope = mem_array(self->free_count, sizeof *slope);
    bool bound = false;

    descent_slope(self, slope);
    for (size_t i = self->free_count; i-- > 0;) {
        const size_t unknown = self->free[i];
        const struct unknown *of = &self->problem->unknowns[unknown];
        const double near = end_enough * of->scale;
        const bool low = self->values[unknown] <= of->low + near && slope[i] > 0;
        const bool high = self->values[unknown] >= of->high - near && slope[i] < 0;

        if (low || high) {
            self->values[unknown] = low ? of->low : of->high;
            remove_free(self, i, UNKNOWN_AT_BOUND);
            bound = true;
        }
    }
    free(slope);
    return bound;
}

/* Frees what stopped at an end of its range, so that the next descent may take it inside again; whether any did. */
static bool free_stopped(struct search *self)
{
    bool any = false;

    for (size_t i = 0; i < self->problem->unknown_count; i++) {
        if (self->solution->standing[i] == UNKNOWN_AT_BOUND) {
            restore_free(self, i);
            any = true;
        }
    }
    return any;
}

/*
 * Fits inside the ranges, and looks again at what is told of wherever the search has come to: what stopped at an end no
 * longer takes part, so that others may be told apart. Each unknown is held a second time at most, which ends it.
 */
static void seek(struct search *self)
{
    bool *restored = mem_array(self->problem->unknown_count, sizeof *restored);
    bool goes_on = true;

    memset(restored, 0, self->problem->unknown_count * sizeof *restored);
    hold_untold(self);
    while (goes_on && self->free_count > 0) {
        descend(self);
        const bool bound = bind_stopped(self);

        goes_on = hold_untold(self) || (bound && restore_told(self, restored));
        if (goes_on) {
            (void)free_stopped(self);
        }
    }
    free(restored);
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

    search_slopes(self, slopes);
    search_evaluate(self, self->values, self->modelled);
    search_residuals(self->problem, self->values, self->modelled, rows);
    solution->settled = information_variances(slopes, rows, self->rows, count, variance, step);
    if (!information_variances(&slopes[data * count], NULL, self->rows - data, count, stated, NULL)) {
        solution->settled = false;
    }
    solution->stated_least =
        information_left(&slopes[data * count], &rows[data], self->rows - data, count, &solution->stated_rank);
    for (size_t i = 0; i < count; i++) {
        const double error = sqrt(variance[i]);

        solution->standard_error[self->free[i]] = error * self->problem->unknowns[self->free[i]].scale;
        solution->share[self->free[i]] = isinf(stated[i]) ? 1 : 1 - variance[i] / stated[i];
        solution->settled = solution->settled && isfinite(error) && fabs(step[i]) <= settled_step * error;
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
    search_residuals(self, solution->values, solution->modelled, rows);
    solution->chi_square = 0;
    solution->stated = 0;
    for (size_t i = 0; i < count; i++) {
        solution->chi_square += rows[i] * rows[i];
    }
    for (size_t i = 0; i < self->unknown_count; i++) {
        solution->stated += (size_t)(self->unknowns[i].prior_error > 0) + (size_t)unknown_has_step(self, i);
    }
    solution->settled = solution->settled && isfinite(solution->chi_square);
    free(rows);
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
        solution->values[i] = unknown_clamped(search.values[i], &self->unknowns[i]);
    }
    solution->fitted = search.free_count;
    solution->figures = self->datum_count;
    least_squares_refresh(self, solution);
    (void)gsl_set_error_handler(handler);
    search_free(&search);
}

size_t solution_degrees(const struct solution *self)
{
    return self->figures + self->stated_rank - self->fitted;
}

double solution_tested(const struct solution *self)
{
    return fmax(self->chi_square - self->stated_least, 0);
}

double solution_probability(const struct solution *self)
{
    const size_t degrees = solution_degrees(self);

    return degrees > 0 ? gsl_cdf_chisq_Q(solution_tested(self), (double)degrees) : NAN;
}
