#include "sobol_points.h"

#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_qrng.h>

#include "support.h"

#include <criterion/criterion.h>

enum { POINTS = 20000 };

static struct sobol_points points;
static double columns[SOBOL_DIMENSIONS][POINTS];

static void fill_columns(void)
{
    sobol_points_init(&points);
    for (size_t dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
        sobol_coordinates(&points, dimension, 0, POINTS, columns[dimension]);
    }
}

Test(sobol_points, are_those_of_gsl)
{
    gsl_qrng *gsl = gsl_qrng_alloc(gsl_qrng_sobol, SOBOL_DIMENSIONS);

    fill_columns();
    for (size_t i = 0; i < POINTS; i++) {
        double expected[SOBOL_DIMENSIONS];

        cr_assert_eq(gsl_qrng_get(gsl, expected), 0);
        for (size_t dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
            cr_assert_eq(columns[dimension][i], expected[dimension], "point %zu, dimension %zu", i, dimension);
        }
    }
    gsl_qrng_free(gsl);
}

/* Shards ask for points in the middle. */
Test(sobol_points, can_be_asked_for_one_by_one)
{
    double some[100];

    fill_columns();
    for (uint32_t first = 0; first + 100 < POINTS; first = first * 2 + 7) {
        sobol_coordinates(&points, first % SOBOL_DIMENSIONS, first, 100, some);
        assert_close(some, &columns[first % SOBOL_DIMENSIONS][first], 100, 0, "points in the middle");
    }
    /* To the last: each dimension goes through all 2^30 multiples, and the points left are its end. */
    for (size_t dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
        sobol_coordinates(&points, dimension, SOBOL_MOST_POINTS - 100, 100, some);
        for (size_t i = 0; i < 100; i++) {
            cr_assert(some[i] > 0 && some[i] < 1);
        }
    }
}

/* What the sequence promises: with the left out first one, 2^k points have one in each of 2^k equal intervals. */
static void assert_one_in_each(const double *coordinates, size_t count, double first, size_t dimension)
{
    static bool taken[POINTS];

    for (size_t i = 0; i < count; i++) {
        taken[i] = false;
    }
    for (size_t i = 0; i < count; i++) {
        const double u = i == 0 ? first : coordinates[i - 1];
        bool *interval = &taken[(size_t)(u * (double)count)];

        cr_assert_not(*interval, "dimension %zu, point %zu of %zu", dimension, i, count);
        *interval = true;
    }
}

Test(sobol_points, fill_each_dimension_evenly)
{
    fill_columns();
    for (size_t dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
        for (size_t count = 1; count <= 16384; count *= 2) {
            assert_one_in_each(columns[dimension], count, 0, dimension);
        }
    }
}

Test(sobol_shift, keeps_the_points_even_and_inside)
{
    double origin[1];

    fill_columns();
    for (size_t dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
        origin[0] = 0;
        sobol_shift(9, dimension, 1, origin);
        sobol_shift(9, dimension, POINTS, columns[dimension]);
        for (size_t i = 0; i < POINTS; i++) {
            cr_assert(columns[dimension][i] > 0 && columns[dimension][i] < 1);
        }
        for (size_t count = 1; count <= 16384; count *= 2) {
            assert_one_in_each(columns[dimension], count, origin[0], dimension);
        }
    }
}

Test(sobol_shift, differs_by_seed_and_dimension)
{
    double one[] = { 0.5 };
    double other[] = { 0.5 };
    double next[] = { 0.5 };

    sobol_shift(1, 0, 1, one);
    sobol_shift(2, 0, 1, other);
    sobol_shift(1, 1, 1, next);
    cr_assert_neq(one[0], other[0]);
    cr_assert_neq(one[0], next[0]);
}

/* Sobol's own test (1998): the integral of the product of |4 x - 2| is 1. Points in place of random numbers must bring
 * it well below the random error, which is 1 / sqrt(n) times the root of (4/3)^d - 1. */
Test(sobol_points, integrate_better_than_chance)
{
    enum { DIMENSIONS = 6, COUNT = 16384 };
    double sum = 0;

    fill_columns();
    for (size_t i = 0; i < COUNT; i++) {
        double product = 1;

        for (size_t dimension = 0; dimension < DIMENSIONS; dimension++) {
            product *= fabs(4 * columns[dimension][i] - 2);
        }
        sum += product;
    }
    assert_near(sum / COUNT, 1, sqrt((pow(4 / 3.0, DIMENSIONS) - 1) / COUNT) / 10, "integral");
}
