#include "shapley.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "model_fixture.h"
#include "support.h"

#include <criterion/criterion.h>

enum { PLAYERS = 5, SETS = 1 << PLAYERS, ORDERS = 120 };

/* The next of all orders, counted as numbers of mixed base: the index-th of n!. */
static void order_of(size_t index, size_t *order)
{
    bool used[PLAYERS] = { false };

    for (size_t place = 0; place < PLAYERS; place++) {
        size_t skip = index % (PLAYERS - place);
        size_t player = 0;

        index /= PLAYERS - place;
        while (used[player] || skip > 0) {
            skip -= !used[player];
            player++;
        }
        used[player] = true;
        order[place] = player;
    }
}

/* By the definition: each order is gone through, and what each player then adds is averaged. */
static void by_orders(const double *worth, double *shares)
{
    memset(shares, 0, PLAYERS * sizeof *shares);
    for (size_t index = 0; index < ORDERS; index++) {
        size_t order[PLAYERS];
        size_t set = 0;

        order_of(index, order);
        for (size_t place = 0; place < PLAYERS; place++) {
            const size_t with = set | (size_t)1 << order[place];

            shares[order[place]] += (worth[with] - worth[set]) / ORDERS;
            set = with;
        }
    }
}

Test(shapley, is_the_mean_over_all_orders)
{
    unsigned long long state = 5;

    for (int game = 0; game < 50; game++) {
        double worth[SETS];
        double expected[PLAYERS];
        double shares[PLAYERS];

        for (size_t set = 0; set < SETS; set++) {
            worth[set] = 1e5 * (fixture_random(&state) - 0.5);
        }
        by_orders(worth, expected);
        shapley_exact(PLAYERS, 1, worth, shares);
        assert_close(shares, expected, PLAYERS, 1e-8, "shares");
        const double change = worth[SETS - 1] - worth[0];

        assert_near(fixture_sum(shares, PLAYERS), change, 1e-9, "sum");
    }
}

/* Player 0 adds 3, player 1 adds 5, both together 4 more; player 2 does nothing; 3 and 4 act alike. */
static double worth_of(size_t set)
{
    const bool a = (set & 1) != 0;
    const bool b = (set & 2) != 0;
    const bool c = (set & 8) != 0;
    const bool d = (set & 16) != 0;

    return 3.0 * a + 5.0 * b + 4.0 * (a && b) + 7.0 * (c || d);
}

Test(shapley, shares_what_is_done_together_and_leaves_the_idle_nothing)
{
    static const double expected[PLAYERS] = { 5, 7, 0, 3.5, 3.5 };
    double worth[SETS];
    double shares[PLAYERS];

    for (size_t set = 0; set < SETS; set++) {
        worth[set] = worth_of(set);
    }
    shapley_exact(PLAYERS, 1, worth, shares);
    assert_close(shares, expected, PLAYERS, 1e-12, "shares");
    cr_expect_eq(shares[2], 0);
}

Test(shapley, every_order_is_drawn_about_equally_often)
{
    enum { SAMPLES = 6000, THREE = 3 };
    size_t met[THREE * THREE * THREE] = { 0 };

    for (uint32_t sample = 0; sample < SAMPLES; sample++) {
        size_t order[THREE];

        shapley_order(1, sample, THREE, order);
        met[order[0] * 9 + order[1] * 3 + order[2]]++;
    }
    size_t kinds = 0;

    for (size_t kind = 0; kind < sizeof met / sizeof *met; kind++) {
        kinds += met[kind] > 0;
        cr_expect(met[kind] == 0 || (met[kind] > 850 && met[kind] < 1150), "order %zu: %zu", kind, met[kind]);
    }
    cr_expect_eq(kinds, 6);
}

/* Half the effects of an order forwards and backwards, for each sample. */
static void sample_means(const double *worth, size_t samples, double *means)
{
    memset(means, 0, samples * PLAYERS * sizeof *means);
    for (size_t sample = 0; sample < samples; sample++) {
        size_t order[PLAYERS];

        shapley_order(1, (uint32_t)sample, PLAYERS, order);
        for (int backwards = 0; backwards < 2; backwards++) {
            size_t set = 0;

            for (size_t place = 0; place < PLAYERS; place++) {
                const size_t player = order[backwards ? PLAYERS - 1 - place : place];
                const size_t with = set | (size_t)1 << player;

                means[sample * PLAYERS + player] += (worth[with] - worth[set]) / 2;
                set = with;
            }
        }
    }
}

Test(shapley, a_sample_comes_near_as_its_error_says)
{
    enum { SAMPLES = 400 };
    unsigned long long state = 9;
    double worth[SETS];
    double expected[PLAYERS];
    double shares[PLAYERS];
    double errors[PLAYERS];
    double *means = malloc(SAMPLES * PLAYERS * sizeof *means);

    for (size_t set = 0; set < SETS; set++) {
        worth[set] = 100 * fixture_random(&state);
    }
    shapley_exact(PLAYERS, 1, worth, expected);
    sample_means(worth, SAMPLES, means);
    shapley_sampled(SAMPLES, PLAYERS, 1, means, shares, errors);
    for (size_t player = 0; player < PLAYERS; player++) {
        cr_expect_gt(errors[player], 0);
        cr_expect_lt(fabs(shares[player] - expected[player]), 4 * errors[player]);
    }
    assert_near(fixture_sum(shares, PLAYERS), worth[SETS - 1] - worth[0], 1e-9, "sum");
    shapley_sampled(1, PLAYERS, 1, means, shares, errors);
    cr_expect(isnan(errors[0]));
    free(means);
}

Test(shapley, what_rounding_leaves_goes_to_the_largest_share)
{
    enum { SERIES = 2 };
    const double change[SERIES] = { 10, 0 };
    double shares[3 * SERIES] = { 1, 0, -8, 0, 16, 0 };

    shapley_settle(3, SERIES, change, shares);
    cr_expect_eq(shares[0], 1);
    cr_expect_eq(shares[2], -8);
    cr_expect_eq(shares[4], 17);
    cr_expect_eq(shares[5], 0);
}
