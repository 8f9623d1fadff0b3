#include "distribution.h"

#include <assert.h>
#include <math.h>

#include "exact_math.h"
#include "normal.h"

static double value_of_normal(const struct distribution *self, double z)
{
    return self->shape == SHAPE_NORMAL ? self->centre + self->spread * z : self->centre * exact_exp(self->spread * z);
}

/* Keeps what rounding could carry a last place beyond the ends. */
static double within(double least, double greatest, double value)
{
    return value < least ? least : value > greatest ? greatest : value;
}

static double uniform_value(const struct distribution *self, double u)
{
    return within(self->low, self->high, self->low + (self->high - self->low) * u);
}

/* Each side of the mode is a piece of a parabola's inverse. */
static double triangular_value(const struct distribution *self, double u)
{
    const double width = self->high - self->low;
    const double rising = self->mode - self->low;
    const double falling = self->high - self->mode;

    if (u * width < rising) {
        return within(self->low, self->mode, self->low + sqrt(u * width * rising));
    }
    return within(self->mode, self->high, self->high - sqrt((1 - u) * width * falling));
}

static double empirical_value(const struct distribution *self, double u)
{
    const double place = u * (double)(self->count - 1);
    const size_t below = (size_t)place;

    if (below + 1 >= self->count) {
        return self->values[self->count - 1];
    }
    const double low = self->values[below];
    const double high = self->values[below + 1];

    return within(low, high, low + (place - (double)below) * (high - low));
}

double distribution_value(const struct distribution *self, double u)
{
    switch (self->shape) {
    case SHAPE_NORMAL:
    case SHAPE_LOGNORMAL:
        return value_of_normal(self, normal_inverse(u));
    case SHAPE_UNIFORM:
        return uniform_value(self, u);
    case SHAPE_TRIANGULAR:
        return triangular_value(self, u);
    case SHAPE_EMPIRICAL:
        return empirical_value(self, u);
    case SHAPE_DISCRETE:
    case SHAPES:
        break;
    }
    assert(self->shape == SHAPE_DISCRETE);
    return self->values[weighted_choice(self->weights, self->count, u)];
}

static void values_of_normals(const struct distribution *self, size_t count, double *numbers)
{
    if (self->shape == SHAPE_NORMAL) {
        for (size_t i = 0; i < count; i++) {
            numbers[i] = self->centre + self->spread * numbers[i];
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = self->spread * numbers[i];
    }
    exact_exps(count, numbers);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = self->centre * numbers[i];
    }
}

void distribution_values(const struct distribution *self, size_t count, double *numbers)
{
    if (self->shape == SHAPE_NORMAL || self->shape == SHAPE_LOGNORMAL) {
        normal_inverses(count, numbers);
        values_of_normals(self, count, numbers);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = distribution_value(self, numbers[i]);
    }
}

void distribution_values_of_normals(const struct distribution *self, size_t count, double *numbers)
{
    if (self->shape == SHAPE_NORMAL || self->shape == SHAPE_LOGNORMAL) {
        values_of_normals(self, count, numbers);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = distribution_value(self, within(0x1p-53, 1 - 0x1p-53, normal_function(numbers[i])));
    }
}

void distribution_support(const struct distribution *self, double *least, double *greatest)
{
    switch (self->shape) {
    case SHAPE_NORMAL:
        *least = self->spread > 0 ? -(double)INFINITY : self->centre;
        *greatest = self->spread > 0 ? (double)INFINITY : self->centre;
        return;
    case SHAPE_LOGNORMAL:
        *least = self->spread > 0 ? 0 : self->centre;
        *greatest = self->spread > 0 ? (double)INFINITY : self->centre;
        return;
    case SHAPE_UNIFORM:
    case SHAPE_TRIANGULAR:
        *least = self->low;
        *greatest = self->high;
        return;
    case SHAPE_EMPIRICAL:
        *least = self->values[0];
        *greatest = self->values[self->count - 1];
        return;
    case SHAPE_DISCRETE:
    case SHAPES:
        break;
    }
    *least = (double)INFINITY;
    *greatest = -(double)INFINITY;
    for (size_t i = 0; i < self->count; i++) {
        const double value = self->values[i];

        *least = self->weights[i] > 0 && value < *least ? value : *least;
        *greatest = self->weights[i] > 0 && value > *greatest ? value : *greatest;
    }
}

size_t held_within(double least, double greatest, size_t count, double *values)
{
    size_t outside = 0;

    for (size_t i = 0; i < count; i++) {
        outside += values[i] < least || values[i] > greatest;
        values[i] = within(least, greatest, values[i]);
    }
    return outside;
}

size_t weighted_choice(const double *weights, size_t count, double u)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        assert(weights[i] >= 0);
        sum += weights[i];
    }
    assert(sum > 0);
    size_t chosen = 0; /* the last with a weight, should rounding leave u beyond them all */
    double passed = 0;

    for (size_t i = 0; i < count; i++) {
        if (weights[i] > 0) {
            chosen = i;
            passed += weights[i];
            if (u * sum < passed) {
                break;
            }
        }
    }
    return chosen;
}
