#include "distribution.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_statistics_double.h>

#include "normal.h"
#include "philox.h"
#include "support.h"

#include <criterion/criterion.h>

enum { COUNT = 100000 };

static double uniforms[COUNT];
static double values[COUNT];

/* Numbers from all over (0, 1): the stream's own, tails down to 2^-53, and below 10^-300. */
static void fill_uniforms(void)
{
    const struct stream stream = stream_of(7, "test", "");

    stream_uniforms(&stream, 0, COUNT, 2020, 1, uniforms);
    for (int exponent = 1; exponent <= 53; exponent++) {
        for (int k = 0; k < 20; k++) {
            const double u = ldexp(0.5 + k / 40.0, 1 - exponent);
            const size_t at = (size_t)(exponent * 40 + 2 * k);

            uniforms[at] = u < 1 ? u : 0.5;
            uniforms[at + 1] = 1 - u > 0 && 1 - u < 1 ? 1 - u : 0.5;
        }
    }
    for (size_t i = 0; i < 300; i++) {
        uniforms[5000 + 3 * i] = ldexp(0.7, -3 * (int)i);
    }
    memcpy(values, uniforms, sizeof values);
}

Test(normal_inverse, agrees_with_gsl)
{
    double worst = 0;
    double worst_at = 0;

    fill_uniforms();
    for (size_t i = 0; i < COUNT; i++) {
        const double expected = gsl_cdf_ugaussian_Pinv(uniforms[i]);
        const double error = fabs(normal_inverse(uniforms[i]) - expected) / fmax(fabs(expected), 1e-300);

        worst_at = error > worst ? uniforms[i] : worst_at;
        worst = error > worst ? error : worst;
    }
    cr_assert_leq(worst, 1e-15, "relative %g at %a", worst, worst_at);
    cr_assert_eq(normal_inverse(0.5), 0);
}

/* Not by way of another inverse: the distribution function leads back to u. */
Test(normal_inverse, is_the_inverse)
{
    fill_uniforms();
    for (size_t i = 0; i < COUNT; i++) {
        const double z = normal_inverse(uniforms[i]);
        const double back = gsl_cdf_ugaussian_P(z);

        /* An error of a last place in z moves u by its density times that. */
        cr_assert_leq(fabs(back - uniforms[i]), 4e-16 * (fabs(z) * exp(-z * z / 2) + 4 * uniforms[i]), "at %a",
                      uniforms[i]);
        if (uniforms[i] < 0.5 && 1 - uniforms[i] < 1) {
            cr_assert_eq(normal_inverse(1 - (1 - uniforms[i])), -normal_inverse(1 - uniforms[i]), "at %a", uniforms[i]);
        }
    }
}

Test(normal_inverses, are_the_same_numbers_together)
{
    fill_uniforms();
    for (size_t count = 0; count < COUNT; count = count * 3 + 1) {
        memcpy(values, uniforms, sizeof values);
        normal_inverses(count, values);
        for (size_t i = 0; i < count; i++) {
            cr_assert_eq(values[i], normal_inverse(uniforms[i]));
        }
        cr_assert_eq(values[count], uniforms[count]);
    }
}

Test(normal_function, agrees_with_gsl)
{
    double worst = 0;
    double worst_at = 0;

    for (int i = -8500; i <= 40000; i++) {
        const double z = i / 1000.0;
        const double expected = gsl_cdf_ugaussian_P(z);
        const double error = fabs(normal_function(z) - expected) / fmax(expected, 1e-305);

        worst_at = error > worst ? z : worst_at;
        worst = error > worst ? error : worst;
    }
    cr_assert_leq(worst, 2e-14, "relative %g at %g", worst, worst_at);
    assert_near(normal_function(0), 0.5, 1e-15, "half");
}

/* Kolmogorov and Smirnov's distance of 100,000 values from a distribution function; 2.2 is exceeded with odds of one in
 * ten thousand. */
static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return (x > y) - (x < y);
}

static void assert_distributed(const struct distribution *of, double (*function)(double), const char *what)
{
    const struct stream stream = stream_of(11, "test", what);
    double distance = 0;

    stream_uniforms(&stream, 0, COUNT, 2020, 1, uniforms);
    memcpy(values, uniforms, sizeof values);
    distribution_values(of, COUNT, values);
    for (size_t i = 0; i < COUNT; i++) {
        cr_assert_eq(values[i], distribution_value(of, uniforms[i]), "%s", what);
    }
    qsort(values, COUNT, sizeof values[0], by_value);
    for (size_t i = 0; i < COUNT; i++) {
        const double at = function(values[i]);

        distance = fmax(distance, fabs(at - (double)i / COUNT));
        distance = fmax(distance, fabs(at - (double)(i + 1) / COUNT));
    }
    cr_assert_leq(distance * sqrt(COUNT), 2.2, "%s: %g", what, distance * sqrt(COUNT));
}

static double gaussian_function(double x)
{
    return gsl_cdf_gaussian_P(x - 3, 2);
}

static double lognormal_function(double x)
{
    return gsl_cdf_lognormal_P(x, log(0.9), 0.25);
}

static double uniform_function(double x)
{
    return gsl_cdf_flat_P(x, -1, 4);
}

static double triangular_function(double x)
{
    return x <= 2 ? (x - 1) * (x - 1) / 4 : 1 - (5 - x) * (5 - x) / 12;
}

static double empirical_function(double x)
{
    return x < 2 ? x / 4 : 0.5 + (x - 2) / 16;
}

static const double SAMPLE[] = { 0, 2, 10 };

static const struct distribution NORMAL = { .shape = SHAPE_NORMAL, .centre = 3, .spread = 2 };
static const struct distribution LOGNORMAL = { .shape = SHAPE_LOGNORMAL, .centre = 0.9, .spread = 0.25 };
static const struct distribution UNIFORM = { .shape = SHAPE_UNIFORM, .low = -1, .high = 4 };
static const struct distribution TRIANGULAR = { .shape = SHAPE_TRIANGULAR, .low = 1, .mode = 2, .high = 5 };
static const struct distribution EMPIRICAL = { .shape = SHAPE_EMPIRICAL, .values = SAMPLE, .count = 3 };

Test(distribution, gives_what_its_function_says)
{
    assert_distributed(&NORMAL, gaussian_function, "normal");
    assert_distributed(&LOGNORMAL, lognormal_function, "lognormal");
    assert_distributed(&UNIFORM, uniform_function, "uniform");
    assert_distributed(&TRIANGULAR, triangular_function, "triangular");
    assert_distributed(&EMPIRICAL, empirical_function, "empirical");
}

Test(distribution, ends_where_it_says)
{
    static const struct {
        const struct distribution *of;
        double least, greatest;
    } ends[] = {
        { &NORMAL, -HUGE_VAL, HUGE_VAL },
        { &LOGNORMAL, 0, HUGE_VAL },
        { &UNIFORM, -1, 4 },
        { &TRIANGULAR, 1, 5 },
        { &EMPIRICAL, 0, 10 },
    };

    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        double least = 0;
        double greatest = 0;

        distribution_support(ends[i].of, &least, &greatest);
        cr_assert_eq(least, ends[i].least);
        cr_assert_eq(greatest, ends[i].greatest);
        for (double u = 0x1p-53; u < 1; u = u < 0.25 ? 2 * u : u < 0.5 ? 0.75 : 1 - (1 - u) / 2) {
            const double value = distribution_value(ends[i].of, u);

            cr_assert(value >= least && value <= greatest, "%zu at %a: %a", i, u, value);
        }
    }
}

Test(distribution, of_no_width_is_its_value)
{
    static const double value = 0.3;
    static const struct distribution narrow[] = {
        { .shape = SHAPE_NORMAL, .centre = 0.3 },
        { .shape = SHAPE_LOGNORMAL, .centre = 0.3 },
        { .shape = SHAPE_UNIFORM, .low = 0.3, .high = 0.3 },
        { .shape = SHAPE_TRIANGULAR, .low = 0.3, .mode = 0.3, .high = 0.3 },
    };
    const struct distribution sample = { .shape = SHAPE_EMPIRICAL, .values = &value, .count = 1 };

    for (double u = 0x1p-53; u < 1; u = u < 0.5 ? 2 * u : 1 - (1 - u) / 2) {
        for (size_t i = 0; i < sizeof narrow / sizeof narrow[0]; i++) {
            double least = 0;
            double greatest = 0;

            distribution_support(&narrow[i], &least, &greatest);
            cr_assert_eq(distribution_value(&narrow[i], u), value, "%zu at %a", i, u);
            cr_assert(least == value && greatest == value, "%zu", i);
        }
        cr_assert_eq(distribution_value(&sample, u), value);
    }
}

Test(distribution, triangular_may_have_its_mode_at_an_end)
{
    const struct distribution rising = { .shape = SHAPE_TRIANGULAR, .low = 0, .mode = 1, .high = 1 };
    const struct distribution falling = { .shape = SHAPE_TRIANGULAR, .low = 0, .mode = 0, .high = 1 };

    for (int i = 1; i < 100; i++) {
        assert_near(distribution_value(&rising, i / 100.0), sqrt(i / 100.0), 1e-15, "rising");
        assert_near(distribution_value(&falling, i / 100.0), 1 - sqrt(1 - i / 100.0), 1e-15, "falling");
    }
}

Test(held_within, counts_what_it_moves)
{
    double some[] = { -1, 0, 0.5, 2, 3, HUGE_VAL };
    const double expected[] = { 0, 0, 0.5, 2, 2, 2 };

    cr_assert_eq(held_within(0, 2, 6, some), 3);
    assert_close(some, expected, 6, 0, "held values");
    cr_assert_eq(held_within(0, 2, 6, some), 0);
}

Test(weighted_choice, follows_the_weights)
{
    static const double weights[] = { 0, 2, 0, 5, 1, 0 };
    enum { ALTERNATIVES = 6 };
    size_t chosen[ALTERNATIVES] = { 0 };

    for (size_t i = 0; i < 8000; i++) {
        chosen[weighted_choice(weights, ALTERNATIVES, ((double)i + 0.5) / 8000)]++;
    }
    for (size_t i = 0; i < ALTERNATIVES; i++) {
        cr_assert_eq(chosen[i], (size_t)(weights[i] * 1000), "%zu: %zu", i, chosen[i]);
    }
    cr_assert_eq(weighted_choice(weights, ALTERNATIVES, 0x1p-53), 1);
    cr_assert_eq(weighted_choice(weights, ALTERNATIVES, 1 - 0x1p-53), 4);
}

/* A product that rounds up, as it can with the least numbers, must not lead to an alternative without weight. */
Test(weighted_choice, never_leaves_the_alternatives)
{
    double weights[31] = { 0 };

    for (size_t i = 0; i < 30; i++) {
        weights[i] = 0.1;
    }
    cr_assert_eq(weighted_choice(weights, 31, 1 - 0x1p-53), 29);
    cr_assert_eq(weighted_choice((const double[]) { 5e-324, 0 }, 2, 0.9), 0);
}

enum { YEARS = 20, DRAWS = 50000 };

static double paths[YEARS][DRAWS];

/* Each year standard normal, years k apart correlated r^k; 5 standard errors. */
Test(autocorrelated, keeps_its_width_and_its_correlation)
{
    const double correlation = 0.8;
    const struct stream stream = stream_of(3, "test", "");

    stream_uniforms(&stream, 0, DRAWS, 2020, YEARS, paths[0]);
    normal_inverses((size_t)YEARS * DRAWS, paths[0]);
    autocorrelated(correlation, YEARS, DRAWS, paths[0]);
    for (size_t year = 0; year < YEARS; year++) {
        const double expected = pow(correlation, (double)year);

        assert_near(gsl_stats_mean(paths[year], 1, DRAWS), 0, 5 / sqrt(DRAWS), "mean");
        assert_near(gsl_stats_variance(paths[year], 1, DRAWS), 1, 5 * sqrt(2.0 / DRAWS), "variance");
        assert_near(gsl_stats_correlation(paths[0], 1, paths[year], 1, DRAWS), expected,
                    5 * (1 - expected * expected) / sqrt(DRAWS) + 1e-12, "correlation with the first year");
    }
}

/* A path has in each year the distribution that was asked for, whatever its shape. */
Test(distribution, can_be_a_path)
{
    static const struct {
        const struct distribution *of;
        double mean, variance;
    } shapes[] = {
        { &NORMAL, 3, 4 },
        { &UNIFORM, 1.5, 25 / 12.0 },
        { &TRIANGULAR, 8 / 3.0, 13 / 18.0 },
        { &EMPIRICAL, 3.5, 64 / 3.0 - 3.5 * 3.5 },
    };

    for (size_t k = 0; k < sizeof shapes / sizeof shapes[0]; k++) {
        const struct stream stream = stream_of(3, "test", "");

        stream_uniforms(&stream, 0, DRAWS, 2020, YEARS, paths[0]);
        normal_inverses((size_t)YEARS * DRAWS, paths[0]);
        autocorrelated(0.8, YEARS, DRAWS, paths[0]);
        distribution_values_of_normals(shapes[k].of, (size_t)YEARS * DRAWS, paths[0]);
        for (size_t year = 0; year < YEARS; year++) {
            const double error = 5 * sqrt(shapes[k].variance / DRAWS);

            assert_near(gsl_stats_mean(paths[year], 1, DRAWS), shapes[k].mean, error, "mean");
            assert_near(gsl_stats_variance(paths[year], 1, DRAWS) / shapes[k].variance, 1, 10 / sqrt(DRAWS),
                        "variance");
        }
    }
}

/* The same value by its uniform number and by its normal, and the ends where the normal is far out. */
Test(distribution, of_a_normal_is_that_of_its_uniform)
{
    static const struct distribution *const all[] = { &NORMAL, &LOGNORMAL, &UNIFORM, &TRIANGULAR, &EMPIRICAL };

    for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) {
        for (int i = 1; i < 1000; i++) {
            double value = normal_inverse(i / 1000.0);

            distribution_values_of_normals(all[k], 1, &value);
            assert_near(value, distribution_value(all[k], i / 1000.0), 1e-12, "value");
        }
    }
    for (size_t k = 2; k < sizeof all / sizeof all[0]; k++) {
        double ends[] = { -50, 50 };
        double least = 0;
        double greatest = 0;

        distribution_support(all[k], &least, &greatest);
        distribution_values_of_normals(all[k], 2, ends);
        assert_near(ends[0], least, 1e-7, "least");
        assert_near(ends[1], greatest, 1e-7, "greatest");
    }
}

Test(autocorrelated, repeats_the_first_year_at_one_and_changes_nothing_at_zero)
{
    double normals[] = { 0.3, -2, 1.5, 0.1, 7, 8 };
    const double before[] = { 0.3, -2, 1.5, 0.1, 7, 8 };
    const double repeated[] = { 0.3, -2, 0.3, -2, 0.3, -2 };
    const double turned[] = { 0.3, -2, -0.3, 2, 0.3, -2 };

    autocorrelated(0, 3, 2, normals);
    assert_close(normals, before, 6, 0, "uncorrelated");
    autocorrelated(1, 3, 2, normals);
    assert_close(normals, repeated, 6, 0, "repeated");
    autocorrelated(-1, 3, 2, normals);
    assert_close(normals, turned, 6, 0, "turned");
    autocorrelated(0.5, 0, 2, normals);
}

/* The h-th year has variance h and is new against the years before but for what they have in common; 5 standard errors.
 */
Test(walked, grows_with_the_years)
{
    const struct stream stream = stream_of(3, "test", "");

    stream_uniforms(&stream, 0, DRAWS, 2020, YEARS, paths[0]);
    normal_inverses((size_t)YEARS * DRAWS, paths[0]);
    walked(YEARS, DRAWS, paths[0]);
    for (size_t year = 0; year < YEARS; year++) {
        const double steps = (double)year + 1;
        const double expected = sqrt(1 / steps);

        assert_near(gsl_stats_mean(paths[year], 1, DRAWS), 0, 5 * sqrt(steps / DRAWS), "mean");
        assert_near(gsl_stats_variance(paths[year], 1, DRAWS) / steps, 1, 5 * sqrt(2.0 / DRAWS), "variance");
        assert_near(gsl_stats_correlation(paths[0], 1, paths[year], 1, DRAWS), expected,
                    5 * (1 - expected * expected) / sqrt(DRAWS) + 1e-12, "correlation with the first year");
    }
}

Test(walked, adds_up_draw_by_draw)
{
    double normals[] = { 0.5, -2, 1.5, 0.25, -4, 8 };
    const double sums[] = { 0.5, -2, 2, -1.75, -2, 6.25 };

    walked(3, 2, normals);
    assert_close(normals, sums, 6, 0, "sums");
    walked(1, 6, normals);
    assert_close(normals, sums, 6, 0, "a year alone");
    walked(0, 2, normals);
}

Test(distribution, gives_the_same_bits_with_every_compiler)
{
    static const struct distribution *const all[] = { &NORMAL, &LOGNORMAL, &UNIFORM, &TRIANGULAR, &EMPIRICAL };
    uint64_t hash = 0xcbf29ce484222325;

    for (size_t k = 0; k < 2 * (sizeof all / sizeof all[0]); k++) {
        fill_uniforms();
        if (k % 2 == 0) {
            distribution_values(all[k / 2], COUNT, values);
        } else {
            normal_inverses(COUNT, values);
            distribution_values_of_normals(all[k / 2], COUNT, values);
        }
        for (size_t i = 0; i < COUNT; i++) {
            uint64_t bits = 0;

            memcpy(&bits, &values[i], sizeof bits);
            hash = (hash ^ bits) * 0x100000001b3;
        }
    }
    cr_assert_eq(hash, 0xd9b13f9df93cdbb9, "hash %#llx", (unsigned long long)hash);
}
