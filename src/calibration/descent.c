#include "descent.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_linalg.h>

#include "mem.h"

/* A step that changes no unknown by more than this part of its scale, or of itself, is the last. */
static const double change_enough = 1e-12;

/* How much steps are damped at first, and where no shorter step will help any more. */
static const double damping_first = 1e-3;
static const double damping_most = 1e15;

enum { STEPS_MOST = 500 };

/** A descent under way; arrays are [free_count] or [rows] and owned. */
struct descent {
    struct search *search;
    double *from;    /* Where the step begins. */
    double *rows;    /* There. */
    double *tried;   /* Where it leads. */
    double *slopes;  /* [rows][free_count] */
    double *slope;   /* Half of the sum's. */
    double *longest; /* Of the columns so far (More 1978), by which steps are damped. */
    bool *stopped;   /* At an end of its range from which the sum falls outwards. */
    double sum;
    double damping;
};

static double sum_of(const double *rows, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        sum += rows[i] * rows[i];
    }
    return sum;
}

/* The rows where the search stands, and their sum of squares; without end where the model has no value. */
static double evaluate(const struct search *search, double *rows)
{
    search_evaluate(search, search->values, search->modelled);
    search_residuals(search->problem, search->values, search->modelled, rows);
    const double sum = sum_of(rows, search->rows);

    return isfinite(sum) ? sum : (double)INFINITY;
}

static void multiply(const double *slopes, const double *rows, size_t count, size_t columns, double *slope)
{
    memset(slope, 0, columns * sizeof *slope);
    for (size_t row = 0; row < count; row++) {
        for (size_t column = 0; column < columns; column++) {
            slope[column] += slopes[row * columns + column] * rows[row];
        }
    }
}

void descent_slope(const struct search *self, double *slope)
{
    double *slopes = mem_array(self->rows * self->free_count, sizeof *slopes);
    double *rows = mem_array(self->rows, sizeof *rows);

    search_slopes(self, slopes);
    (void)evaluate(self, rows);
    multiply(slopes, rows, self->rows, self->free_count, slope);
    free(rows);
    free(slopes);
}

/* Slopes where the search stands, and who has stopped; false where they are not finite. */
static bool look(struct descent *self)
{
    struct search *search = self->search;
    const size_t columns = search->free_count;

    search_slopes(search, self->slopes);
    for (size_t i = 0; i < search->rows * columns; i++) {
        if (!isfinite(self->slopes[i])) {
            return false;
        }
    }
    multiply(self->slopes, self->rows, search->rows, columns, self->slope);
    for (size_t column = 0; column < columns; column++) {
        const struct unknown *of = &search->problem->unknowns[search->free[column]];
        const double value = search->values[search->free[column]];
        double square = 0;

        for (size_t row = 0; row < search->rows; row++) {
            square += self->slopes[row * columns + column] * self->slopes[row * columns + column];
        }
        self->longest[column] = fmax(self->longest[column], sqrt(square));
        self->stopped[column] =
            (value <= of->low && self->slope[column] > 0) || (value >= of->high && self->slope[column] < 0);
    }
    return true;
}

/* The damped step of those that are not fixed, in units of scales, by QR of the slopes above the damping; the steps of
 * the fixed ones are given. */
static bool solve(const struct descent *self, const bool *fixed, double *change)
{
    const size_t rows = self->search->rows;
    const size_t columns = self->search->free_count;
    gsl_matrix *system = gsl_matrix_calloc(rows + columns, columns);
    gsl_vector *right = gsl_vector_calloc(rows + columns);
    gsl_vector *left = gsl_vector_alloc(rows + columns);
    gsl_vector *tau = gsl_vector_alloc(columns);
    gsl_vector *result = gsl_vector_calloc(columns);

    for (size_t row = 0; row < rows; row++) {
        double wanted = -self->rows[row];

        for (size_t column = 0; column < columns; column++) {
            const double slope = self->slopes[row * columns + column];

            wanted -= fixed[column] ? slope * change[column] : 0;
            gsl_matrix_set(system, row, column, fixed[column] ? 0 : slope);
        }
        gsl_vector_set(right, row, wanted);
    }
    for (size_t column = 0; column < columns; column++) {
        const double length = self->longest[column] > 0 && !fixed[column] ? self->longest[column] : 1;

        gsl_matrix_set(system, rows + column, column, sqrt(self->damping) * length);
    }
    const bool good =
        gsl_linalg_QR_decomp(system, tau) == 0 && gsl_linalg_QR_lssolve(system, tau, right, result, left) == 0;

    for (size_t column = 0; column < columns; column++) {
        change[column] = fixed[column] ? change[column] : gsl_vector_get(result, column);
    }
    gsl_vector_free(result);
    gsl_vector_free(tau);
    gsl_vector_free(left);
    gsl_vector_free(right);
    gsl_matrix_free(system);
    return good;
}

/* Fixes what the step would take out of its range at the end of it; whether there was any. */
static bool fix(const struct descent *self, bool *fixed, double *change)
{
    bool any = false;

    for (size_t column = 0; column < self->search->free_count; column++) {
        const struct unknown *of = &self->search->problem->unknowns[self->search->free[column]];
        const double to = self->from[column] + change[column] * of->scale;

        if (!fixed[column] && (to < of->low || to > of->high)) {
            change[column] = ((to < of->low ? of->low : of->high) - self->from[column]) / of->scale;
            fixed[column] = true;
            any = true;
        }
    }
    return any;
}

/* The damped step inside the ranges: what would leave its range goes to the end of it, and the others make up for it.
 */
static bool step(const struct descent *self, double *change)
{
    const size_t columns = self->search->free_count;
    bool *fixed = mem_array(columns, sizeof *fixed);
    bool good = true;

    memcpy(fixed, self->stopped, columns * sizeof *fixed);
    memset(change, 0, columns * sizeof *change);
    do {
        good = solve(self, fixed, change);
    } while (good && fix(self, fixed, change));
    free(fixed);
    return good;
}

/* Takes the step, brought into the ranges; the greatest change by it, in scales or in parts of the value. */
static double take(struct descent *self, const double *change)
{
    struct search *search = self->search;
    double greatest = 0;

    for (size_t column = 0; column < search->free_count; column++) {
        const size_t unknown = search->free[column];
        const struct unknown *of = &search->problem->unknowns[unknown];
        const double from = self->from[column];
        const double to = unknown_clamped(from + change[column] * of->scale, of);

        search->values[unknown] = to;
        greatest = fmax(greatest, fabs(to - from) / fmax(of->scale, fabs(from)));
    }
    return greatest;
}

static void put(struct search *search, const double *values)
{
    for (size_t column = 0; column < search->free_count; column++) {
        search->values[search->free[column]] = values[column];
    }
}

/* A step that lowers the sum, shorter and shorter until there is one; false where there is none, or it is the last. */
static bool lower(struct descent *self, double *change)
{
    struct search *search = self->search;

    for (size_t column = 0; column < search->free_count; column++) {
        self->from[column] = search->values[search->free[column]];
    }
    while (self->damping < damping_most && step(self, change)) {
        if (!(take(self, change) > change_enough)) {
            /* Of several at ends a long step may free none, where a short one, down the slope of each, does. */
            self->damping *= 4;
            continue;
        }
        const double sum = evaluate(search, self->tried);

        if (sum < self->sum) {
            memcpy(self->rows, self->tried, search->rows * sizeof *self->rows);
            self->sum = sum;
            self->damping = fmax(self->damping / 10, 1e-15);
            return true;
        }
        self->damping *= 4;
    }
    put(search, self->from);
    return false;
}

void descend(struct search *search)
{
    const size_t columns = search->free_count;
    struct descent self = { .search = search,
                            .from = mem_array(columns, sizeof(double)),
                            .rows = mem_array(search->rows, sizeof(double)),
                            .tried = mem_array(search->rows, sizeof(double)),
                            .slopes = mem_array(search->rows * columns, sizeof(double)),
                            .slope = mem_array(columns, sizeof(double)),
                            .longest = mem_array(columns, sizeof(double)),
                            .stopped = mem_array(columns, sizeof(bool)),
                            .damping = damping_first };
    double *change = mem_array(columns, sizeof *change);

    memset(self.longest, 0, columns * sizeof *self.longest);
    self.sum = evaluate(search, self.rows);
    for (int count = 0; count < STEPS_MOST && isfinite(self.sum) && look(&self) && lower(&self, change); count++) {
    }
    free(change);
    free(self.stopped);
    free(self.longest);
    free(self.slope);
    free(self.slopes);
    free(self.tried);
    free(self.rows);
    free(self.from);
}
