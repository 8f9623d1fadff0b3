#include "leslie.h"

#include <gsl/gsl_blas.h>
#include <gsl/gsl_matrix.h>
#include <gsl/gsl_vector.h>

enum { MEN, WOMEN };

/* Who is alive at the end, by age at the end: the next age for everybody, the open age for its own people as well. */
static gsl_matrix *survival_matrix(const struct leslie *self, size_t sex)
{
    gsl_matrix *matrix = gsl_matrix_calloc(self->ages, self->ages);

    for (size_t age = 0; age < self->ages; age++) {
        const size_t next = age + 1 < self->ages ? age + 1 : age;

        gsl_matrix_set(matrix, next, age, self->survival[sex][next]);
    }
    return matrix;
}

static double total(const gsl_vector *vector)
{
    double sum = 0;

    for (size_t age = 0; age < vector->size; age++) {
        sum += gsl_vector_get(vector, age);
    }
    return sum;
}

static gsl_vector *copy_of(const gsl_vector *vector)
{
    gsl_vector *copy = gsl_vector_alloc(vector->size);

    gsl_vector_memcpy(copy, vector);
    return copy;
}

/* Arrivals less the departures of `exposed`, by age; counts both. */
static gsl_vector *migrants_of(const struct leslie *self, size_t sex, const gsl_vector *exposed,
                               struct leslie_flows *flows)
{
    gsl_vector *migrants = gsl_vector_alloc(self->ages);

    for (size_t age = 0; age < self->ages; age++) {
        const double rate = self->departure[sex] == NULL ? 0 : self->departure[sex][age];
        const double leaving = rate * gsl_vector_get(exposed, age);

        gsl_vector_set(migrants, age, self->arrivals[sex][age] - leaving);
        flows->arrivals += self->arrivals[sex][age];
        flows->departures += leaving;
    }
    return migrants;
}

/* The United Nations' rule: who would empty a cell leaves 0.00001 persons there. */
static void hold(gsl_vector *migrants, const gsl_vector *present, struct leslie_flows *flows)
{
    for (size_t age = 0; age < migrants->size; age++) {
        const double here = gsl_vector_get(present, age);
        const double coming = gsl_vector_get(migrants, age);

        if (coming < 0 && here + coming <= 0) {
            gsl_vector_set(migrants, age, 0.00001 - here);
            flows->floored += 0.00001 - here - coming;
        }
    }
}

/* The United Nations' rule: a cell below zero becomes 0.0005 persons. */
static void floor_at_end(gsl_vector *people, struct leslie_flows *flows)
{
    for (size_t age = 0; age < people->size; age++) {
        const double here = gsl_vector_get(people, age);

        if (here < 0) {
            gsl_vector_set(people, age, 0.0005);
            flows->floored += 0.0005 - here;
        }
    }
}

/* The births of a step: of the mean of the women at its start and at its end. */
static double births_of(const struct leslie *self, const gsl_vector *start, const gsl_vector *end)
{
    gsl_matrix *row = gsl_matrix_alloc(1, self->ages);
    gsl_vector *births = gsl_vector_calloc(1);

    for (size_t age = 0; age < self->ages; age++) {
        gsl_matrix_set(row, 0, age, self->years * self->fertility[age] / 2);
    }
    gsl_blas_dgemv(CblasNoTrans, 1, row, start, 1, births);
    gsl_blas_dgemv(CblasNoTrans, 1, row, end, 1, births);
    const double sum = gsl_vector_get(births, 0);

    gsl_vector_free(births);
    gsl_matrix_free(row);
    return sum;
}

/* Everything that is known of one sex while its step runs. */
struct stepping {
    gsl_vector *start;    /* With the migrants who come at once. */
    gsl_vector *end;      /* Survivors; at last with everybody. */
    gsl_vector *migrants; /* NULL as long as they are not known. */
};

static struct stepping before_births(const struct leslie *self, size_t sex, const double *people,
                                     struct leslie_flows *flows)
{
    const gsl_vector_const_view present = gsl_vector_const_view_array(people, self->ages);
    struct stepping of = { copy_of(&present.vector), gsl_vector_calloc(self->ages), NULL };
    gsl_matrix *survival = survival_matrix(self, sex);

    if (self->even || self->departure[sex] == NULL) {
        of.migrants = migrants_of(self, sex, &present.vector, flows);
        hold(of.migrants, &present.vector, flows);
    }
    if (self->even) {
        gsl_blas_daxpy(0.5, of.migrants, of.start);
    }
    gsl_blas_dgemv(CblasNoTrans, 1, survival, of.start, 0, of.end);
    flows->deaths += total(of.start) - total(of.end);
    gsl_matrix_free(survival);
    return of;
}

static void after_births(const struct leslie *self, size_t sex, struct stepping *of, double born, double *people,
                         struct leslie_flows *flows)
{
    gsl_vector_set(of->end, 0, born * self->survival[sex][0]);
    flows->deaths += born - gsl_vector_get(of->end, 0);
    if (of->migrants == NULL) {
        of->migrants = migrants_of(self, sex, of->end, flows);
    }
    gsl_blas_daxpy(self->even ? 0.5 : 1, of->migrants, of->end);
    floor_at_end(of->end, flows);
    for (size_t age = 0; age < self->ages; age++) {
        people[age] = gsl_vector_get(of->end, age);
    }
    gsl_vector_free(of->start);
    gsl_vector_free(of->end);
    gsl_vector_free(of->migrants);
}

struct leslie_flows leslie_step(const struct leslie *self, double *const people[2])
{
    struct leslie_flows flows = { .births = 0 };
    struct stepping men = before_births(self, MEN, people[MEN], &flows);
    struct stepping women = before_births(self, WOMEN, people[WOMEN], &flows);
    gsl_vector *mothers = copy_of(women.end);

    if (self->even) {
        gsl_blas_daxpy(0.5, women.migrants, mothers);
    }
    flows.births = births_of(self, women.start, mothers);
    gsl_vector_free(mothers);
    const double girls = flows.births / (1 + self->srb);

    after_births(self, MEN, &men, flows.births - girls, people[MEN], &flows);
    after_births(self, WOMEN, &women, girls, people[WOMEN], &flows);
    return flows;
}
