#include "least_squares_search.h"

#include <stdlib.h>
#include <string.h>

/* Part of an unknown's scale by which it is moved to see what follows: the error of the difference goes by its square,
 * that of rounding by its inverse. */
static const double difference_step = 1e-4;

double unknown_clamped(double value, const struct unknown *unknown)
{
    return value < unknown->low ? unknown->low : value > unknown->high ? unknown->high : value;
}

bool unknown_has_step(const struct least_squares *problem, size_t unknown)
{
    return unknown > 0 && problem->unknowns[unknown].step_error > 0;
}

void search_evaluate(const struct search *self, const double *values, double *modelled)
{
    for (size_t i = 0; i < self->problem->unknown_count; i++) {
        self->inside[i] = unknown_clamped(values[i], &self->problem->unknowns[i]);
    }
    self->problem->model(self->inside, modelled, self->problem->of);
}

void search_residuals(const struct least_squares *problem, const double *values, const double *modelled, double *rows)
{
    for (size_t i = 0; i < problem->datum_count; i++) {
        rows[i] = (modelled[i] - problem->data[i].observed) / problem->data[i].standard_error;
    }
    for (size_t i = 0; i < problem->unknown_count; i++) {
        const struct unknown *unknown = &problem->unknowns[i];
        double *pair = &rows[problem->datum_count + 2 * i];

        pair[0] = unknown->prior_error > 0 ? (values[i] - unknown->prior) / unknown->prior_error : 0;
        pair[1] = unknown_has_step(problem, i) ? (values[i] - values[i - 1]) / unknown->step_error : 0;
    }
}

/* What a change of one unknown by its scale does to the figures, in their standard errors. */
static void figure_slopes(const struct search *self, size_t unknown, double *slopes, size_t stride)
{
    const struct least_squares *problem = self->problem;
    const struct unknown *of = &problem->unknowns[unknown];
    const double here = unknown_clamped(self->values[unknown], of);
    const double up = unknown_clamped(here + difference_step * of->scale, of);
    const double down = unknown_clamped(here - difference_step * of->scale, of);
    const double kept = self->values[unknown];

    self->values[unknown] = up;
    search_evaluate(self, self->values, self->modelled);
    self->values[unknown] = down;
    search_evaluate(self, self->values, self->moved);
    self->values[unknown] = kept;
    for (size_t i = 0; i < problem->datum_count; i++) {
        slopes[i * stride] =
            (self->modelled[i] - self->moved[i]) / (up - down) * of->scale / problem->data[i].standard_error;
    }
}

void search_slopes(const struct search *self, double *slopes)
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
        if (unknown_has_step(problem, unknown)) {
            priors[(2 * unknown + 1) * stride] = of->scale / of->step_error;
        }
        if (unknown + 1 < problem->unknown_count && unknown_has_step(problem, unknown + 1)) {
            priors[(2 * unknown + 3) * stride] = -of->scale / problem->unknowns[unknown + 1].step_error;
        }
    }
}

struct search search_make(const struct least_squares *problem, struct solution *solution)
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

void search_free(struct search *self)
{
    free(self->values);
    free(self->inside);
    free(self->modelled);
    free(self->moved);
    free(self->free);
}
