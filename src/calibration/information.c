#include "information.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_eigen.h>

#include "mem.h"

/* Lengths that differ by less than this part are equal: rounding must not choose between them. */
static const double tie = 1e-6;

/* An eigenvalue below this part of the largest is nought. */
static const double least_eigenvalue = 1e-13;

static double product(const double *slopes, size_t rows, size_t columns, size_t a, size_t b)
{
    double sum = 0;

    for (size_t row = 0; row < rows; row++) {
        sum += slopes[row * columns + a] * slopes[row * columns + b];
    }
    return sum;
}

/* The column not yet told of that is longest; `columns` where the longest is shorter than `least`. */
static size_t longest(const double *slopes, size_t rows, size_t columns, double least, const bool *told)
{
    size_t best = columns;
    double length = 0;

    for (size_t column = 0; column < columns; column++) {
        const double own = told[column] ? 0 : sqrt(product(slopes, rows, columns, column, column));

        if (own >= least && own > length * (1 + tie)) {
            best = column;
            length = own;
        }
    }
    return best;
}

/* Takes from each column not yet told of what it has in common with the one at `by`. */
static void project_out(double *slopes, size_t rows, size_t columns, size_t by, const bool *told)
{
    const double square = product(slopes, rows, columns, by, by);

    for (size_t column = 0; column < columns; column++) {
        /* Twice, so that what rounding has left of it goes too. */
        for (int time = 0; time < 2 && !told[column]; time++) {
            const double part = product(slopes, rows, columns, column, by) / square;

            for (size_t row = 0; row < rows; row++) {
                slopes[row * columns + column] -= part * slopes[row * columns + by];
            }
        }
    }
}

void information_told(const double *slopes, size_t rows, size_t columns, size_t first, double least, bool *told)
{
    double *left = mem_array(rows * columns, sizeof *left);

    memcpy(left, slopes, rows * columns * sizeof *left);
    memset(told, 0, columns * sizeof *told);
    for (size_t column = 0; column < first; column++) {
        told[column] = true;
        if (product(left, rows, columns, column, column) > 0) {
            project_out(left, rows, columns, column, told);
        }
    }
    for (size_t next = longest(left, rows, columns, least, told); next < columns;
         next = longest(left, rows, columns, least, told)) {
        told[next] = true;
        project_out(left, rows, columns, next, told);
    }
    free(left);
}

/* Columns divided by their lengths; those of zeros stay. */
static void take_lengths(double *slopes, size_t rows, size_t columns)
{
    for (size_t column = 0; column < columns; column++) {
        const double length = sqrt(product(slopes, rows, columns, column, column));

        for (size_t row = 0; row < rows && length > 0; row++) {
            slopes[row * columns + column] /= length;
        }
    }
}

double information_left(const double *slopes, const double *residuals, size_t rows, size_t columns, size_t *rank)
{
    const size_t wide = columns + 1;
    double *left = mem_array(rows * wide, sizeof *left);
    bool *told = mem_array(wide, sizeof *told);

    for (size_t row = 0; row < rows; row++) {
        memcpy(&left[row * wide], &slopes[row * columns], columns * sizeof *left);
        left[row * wide + columns] = 0;
    }
    take_lengths(left, rows, wide);
    for (size_t row = 0; row < rows; row++) {
        left[row * wide + columns] = residuals[row];
    }
    memset(told, 0, wide * sizeof *told);
    *rank = 0;
    for (;;) {
        told[columns] = true;
        const size_t next = longest(left, rows, wide, tie, told);

        told[columns] = false;
        if (next == wide) {
            break;
        }
        told[next] = true;
        project_out(left, rows, wide, next, told);
        ++*rank;
    }
    const double sum = product(left, rows, wide, columns, columns);

    free(told);
    free(left);
    return sum;
}

/** J'J taken apart: its columns are divided by their lengths first, so that units do not matter. */
struct spectrum {
    size_t count;
    double *length; /* [count] of J's columns; 1 for an empty one */
    gsl_vector *values;
    gsl_matrix *vectors;
};

static struct spectrum spectrum_make(const double *slopes, size_t rows, size_t columns)
{
    struct spectrum self = { .count = columns,
                             .length = mem_array(columns, sizeof *self.length),
                             .values = gsl_vector_alloc(columns),
                             .vectors = gsl_matrix_alloc(columns, columns) };
    gsl_matrix *normal = gsl_matrix_alloc(columns, columns);
    gsl_eigen_symmv_workspace *work = gsl_eigen_symmv_alloc(columns);

    for (size_t a = 0; a < columns; a++) {
        const double square = product(slopes, rows, columns, a, a);

        self.length[a] = square > 0 ? sqrt(square) : 1;
    }
    for (size_t a = 0; a < columns; a++) {
        for (size_t b = 0; b < columns; b++) {
            gsl_matrix_set(normal, a, b, product(slopes, rows, columns, a, b) / (self.length[a] * self.length[b]));
        }
    }
    (void)gsl_eigen_symmv(normal, self.values, self.vectors, work);
    gsl_eigen_symmv_free(work);
    gsl_matrix_free(normal);
    return self;
}

static void spectrum_free(struct spectrum *self)
{
    gsl_vector_free(self->values);
    gsl_matrix_free(self->vectors);
    free(self->length);
}

static double variance_of(const struct spectrum *self, size_t unknown)
{
    double sum = 0;

    for (size_t i = 0; i < self->count; i++) {
        const double part = gsl_matrix_get(self->vectors, unknown, i);
        const double value = gsl_vector_get(self->values, i);

        if (value > least_eigenvalue) {
            sum += part * part / value;
        } else if (fabs(part) > tie) {
            return INFINITY;
        }
    }
    return sum / (self->length[unknown] * self->length[unknown]);
}

/* The step along each eigenvector, back in the unknowns' own units. */
static void step_of(const struct spectrum *self, const double *slopes, const double *residuals, size_t rows,
                    double *step)
{
    memset(step, 0, self->count * sizeof *step);
    for (size_t i = 0; i < self->count; i++) {
        const double value = gsl_vector_get(self->values, i);
        double along = 0;

        for (size_t row = 0; row < rows && value > least_eigenvalue; row++) {
            for (size_t column = 0; column < self->count; column++) {
                along += gsl_matrix_get(self->vectors, column, i) * slopes[row * self->count + column] /
                         self->length[column] * residuals[row];
            }
        }
        for (size_t column = 0; column < self->count && value > least_eigenvalue; column++) {
            step[column] -= gsl_matrix_get(self->vectors, column, i) * along / value / self->length[column];
        }
    }
}

bool information_variances(const double *slopes, const double *residuals, size_t rows, size_t columns, double *variance,
                           double *step)
{
    for (size_t i = 0; i < rows * columns; i++) {
        if (!isfinite(slopes[i])) {
            return false;
        }
    }
    if (columns == 0) {
        return true;
    }
    struct spectrum spectrum = spectrum_make(slopes, rows, columns);

    for (size_t unknown = 0; unknown < columns; unknown++) {
        variance[unknown] = variance_of(&spectrum, unknown);
    }
    if (residuals != NULL) {
        step_of(&spectrum, slopes, residuals, rows, step);
    }
    spectrum_free(&spectrum);
    return true;
}
