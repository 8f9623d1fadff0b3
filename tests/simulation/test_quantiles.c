#include "quantiles.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "normal.h"
#include "philox.h"
#include "support.h"

#include <criterion/criterion.h>

enum { MOST = 200000 };

static double series[MOST];
static double sorted[MOST];
static _Alignas(64) unsigned char memory[2 * (MOST * sizeof(double) + 64)];

static struct quantile_room room_for(size_t most)
{
    struct block block = { .memory = memory, .size = sizeof memory };
    struct quantile_room room;

    quantile_room_lay_out(&room, most, &block);
    return room;
}

static int by_value(const void *a, const void *b)
{
    const double x = *(const double *)a;
    const double y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Type 7 by sorting everything. */
static void sorted_quantiles(size_t count, const double *probabilities, size_t wanted, double *quantile)
{
    memcpy(sorted, series, count * sizeof series[0]);
    qsort(sorted, count, sizeof sorted[0], by_value);
    for (size_t i = 0; i < wanted; i++) {
        const double place = (double)(count - 1) * probabilities[i];
        const size_t below = (size_t)place;
        const size_t next = below + 1 < count ? below + 1 : below;

        quantile[i] = sorted[below] + (place - (double)below) * (sorted[next] - sorted[below]);
    }
}

static void assert_quantiles(size_t count, const char *what)
{
    struct quantile_room room = room_for(count);
    double expected[QUANTILES];
    double actual[QUANTILES];

    sorted_quantiles(count, QUANTILE_PROBABILITIES, QUANTILES, expected);
    quantiles(series, count, QUANTILE_PROBABILITIES, QUANTILES, &room, actual);
    assert_close(actual, expected, QUANTILES, 0, what);
    for (size_t i = 0; i < QUANTILES; i++) {
        cr_assert_not(actual[i] == 0 && signbit(actual[i]), "%s: -0", what);
    }
}

static void fill_normals(size_t count, const char *what)
{
    const struct stream stream = stream_of(5, "test", what);

    stream_uniforms(&stream, 0, count, 2020, 1, series);
    normal_inverses(count, series);
}

Test(quantiles, are_those_of_the_sorted_series)
{
    for (size_t count = 1; count < MOST; count = count < 20 ? count + 1 : count * 3 / 2) {
        fill_normals(count, "normal");
        assert_quantiles(count, "normal");
        for (size_t i = 0; i < count; i++) {
            series[i] = 800 + 250 * series[i];
        }
        assert_quantiles(count, "gaps");
        for (size_t i = 0; i < count; i++) {
            series[i] = floor(series[i] / 200);
        }
        assert_quantiles(count, "ties");
        for (size_t i = 0; i < count; i++) {
            series[i] = series[i] > 4 ? series[i] - 4 : -0.0;
        }
        assert_quantiles(count, "mostly nothing");
    }
}

/* The values that are hard for bins between least and greatest. */
Test(quantiles, are_right_for_awkward_series)
{
    const size_t count = 30011;

    for (size_t i = 0; i < count; i++) {
        series[i] = -17.25;
    }
    assert_quantiles(count, "constant");
    series[count / 2] = nextafter(-17.25, 0);
    assert_quantiles(count, "all but one the same");
    for (size_t i = 0; i < count; i++) {
        series[i] = i % 2 == 0 ? -0.0 : 0.0;
    }
    assert_quantiles(count, "zeros of both signs");
    series[9] = -5e-324;
    assert_quantiles(count, "the least number below zeros of both signs");
    series[9] = 5e-324;
    series[0] = 0.0;
    assert_quantiles(count, "the least number above zeros of both signs");
    series[7] = -5e-324;
    series[8] = 5e-324;
    assert_quantiles(count, "zeros and the least numbers");
    for (double far = 1e6; far < 1e300; far *= 1e60) {
        fill_normals(count, "outlier");
        series[1234] = far;
        assert_quantiles(count, "one far above");
        series[1234] = -far;
        assert_quantiles(count, "one far below");
        series[4321] = far;
        assert_quantiles(count, "one far on each side");
    }
    fill_normals(count, "exponential");
    for (size_t i = 0; i < count; i++) {
        series[i] = exp(150 * series[i]) * (i % 3 == 0 ? -1 : 1);
    }
    assert_quantiles(count, "all magnitudes");
    for (size_t i = 0; i < count; i++) {
        series[i] = ldexp(1, (int)(i % 2000) - 1050);
    }
    assert_quantiles(count, "powers of two");
    for (size_t i = 0; i < count; i++) {
        series[i] = 1 + (double)(i % 1000) * 0x1p-52;
    }
    assert_quantiles(count, "neighbouring doubles");
    for (size_t i = 0; i < count; i++) {
        series[i] = (double)(count - i);
    }
    assert_quantiles(count, "descending");
    for (size_t i = 0; i < count; i++) {
        series[i] = i % 100 == 0 ? 1e9 + (double)i : 3.5;
    }
    assert_quantiles(count, "one value and a few others");
}

Test(quantiles, of_any_probabilities)
{
    static const double probabilities[] = { 0, 0, 1e-9, 0.1, 0.1, 1.0 / 3, 0.5, 0.50001, 0.5001, 1 - 1e-9, 1, 1 };
    enum { WANTED = sizeof probabilities / sizeof probabilities[0] };
    const size_t counts[] = { 1, 2, 3, 4, 10, 1001, 50000 };
    double expected[WANTED];
    double actual[WANTED];

    for (size_t k = 0; k < sizeof counts / sizeof counts[0]; k++) {
        struct quantile_room room = room_for(counts[k]);

        fill_normals(counts[k], "any");
        sorted_quantiles(counts[k], probabilities, WANTED, expected);
        quantiles(series, counts[k], probabilities, WANTED, &room, actual);
        assert_close(actual, expected, WANTED, 0, "quantiles");
        quantiles(series, counts[k], probabilities, 0, &room, actual);
    }
}

/* The order of draws does not matter to the last bit, nor does the series change. */
Test(quantiles, leave_the_series_alone_and_do_not_see_its_order)
{
    const size_t count = 10000;
    struct quantile_room room = room_for(count);
    double before[QUANTILES];
    double after[QUANTILES];

    fill_normals(count, "order");
    memcpy(sorted, series, count * sizeof series[0]);
    quantiles(series, count, QUANTILE_PROBABILITIES, QUANTILES, &room, before);
    cr_assert_arr_eq(series, sorted, count * sizeof series[0]);
    for (size_t i = 0; i < count; i++) {
        series[i] = sorted[(i * 7919) % count];
    }
    quantiles(series, count, QUANTILE_PROBABILITIES, QUANTILES, &room, after);
    assert_close(after, before, QUANTILES, 0, "quantiles of another order");
}

/* Processor time of the series' quantiles, the least of several times. */
static double least_seconds(struct quantile_room *room)
{
    double told[QUANTILES];
    double least = HUGE_VAL;

    for (int i = 0; i < 9; i++) {
        const clock_t began = clock();

        quantiles(series, MOST, QUANTILE_PROBABILITIES, QUANTILES, room, told);
        least = fmin(least, (double)(clock() - began) / CLOCKS_PER_SEC);
    }
    return least;
}

/* Bins between least and greatest alone would take more than a hundred rounds for these. */
Test(quantiles, take_no_time_that_grows_with_the_square)
{
    struct quantile_room room = room_for(MOST);

    fill_normals(MOST, "speed");
    const double easy = least_seconds(&room);

    for (size_t i = 0; i < MOST; i++) {
        series[i] = ldexp(1, (int)(i % 2000) - 1050);
    }
    const double hard = least_seconds(&room);

    cr_assert_lt(hard, 30 * easy + 0.001, "%g s instead of %g s", hard, easy);
}

Test(draws_summary, is_mean_probability_and_excess)
{
    static const double gaps[] = { -10, 0, 5, 15, -10, -0.0, 0, 40, -20, 100 };
    struct draws_summary summary = draws_summary(gaps, 10);

    assert_near(summary.mean, 12, 0, "mean");
    assert_near(summary.probability, 0.4, 0, "probability");
    assert_near(summary.excess, 40, 0, "excess");
    summary = draws_summary(gaps, 2);
    assert_near(summary.mean, -5, 0, "mean");
    assert_near(summary.probability, 0, 0, "probability");
    assert_near(summary.excess, 0, 0, "excess of none");
    summary = draws_summary(&gaps[9], 1);
    assert_near(summary.mean, 100, 0, "mean of one");
    assert_near(summary.probability, 1, 0, "probability of one");
}

Test(draws_summary, is_close_to_the_long_sums)
{
    for (size_t count = 1; count < MOST; count = count * 2 + 3) {
        long double sum = 0;
        long double above = 0;
        size_t times = 0;

        fill_normals(count, "sums");
        for (size_t i = 0; i < count; i++) {
            sum += series[i];
            above += series[i] > 0 ? series[i] : 0;
            times += series[i] > 0;
        }
        const struct draws_summary summary = draws_summary(series, count);

        assert_near(summary.mean, (double)(sum / count), 1e-13, "mean");
        assert_near(summary.probability, (double)times / (double)count, 0, "probability");
        assert_near(summary.excess, times > 0 ? (double)(above / times) : 0, 1e-13, "excess");
    }
}

Test(draws_summary, gives_the_same_bits_with_every_compiler)
{
    fill_normals(99999, "bits");
    const struct draws_summary summary = draws_summary(series, 99999);

    cr_assert_eq(summary.mean, 0x1.b5d95e3c17869p-9, "%a", summary.mean);
    cr_assert_eq(summary.excess, 0x1.991633a0249d2p-1, "%a", summary.excess);
}
