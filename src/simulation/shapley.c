#include "shapley.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "philox.h"

/* Exact in a double up to 18. */
static double factorial(size_t n)
{
    double product = 1;

    for (size_t factor = 2; factor <= n; factor++) {
        product *= (double)factor;
    }
    return product;
}

static size_t members(size_t set)
{
    size_t count = 0;

    for (; set != 0; set &= set - 1) {
        count++;
    }
    return count;
}

static void add_effects(size_t series, double weight, const double *without, const double *with, double *share)
{
    for (size_t at = 0; at < series; at++) {
        share[at] += weight * (with[at] - without[at]);
    }
}

void shapley_exact(size_t players, size_t series, const double *worth, double *shares)
{
    assert(players <= SHAPLEY_EXACT_MOST);
    memset(shares, 0, players * series * sizeof *shares);
    for (size_t player = 0; player < players; player++) {
        const size_t bit = (size_t)1 << player;

        for (size_t set = 0; set < (size_t)1 << players; set++) {
            if ((set & bit) == 0) {
                const size_t before = members(set);
                const double weight = factorial(before) * factorial(players - 1 - before) / factorial(players);

                add_effects(series, weight, &worth[set * series], &worth[(set | bit) * series],
                            &shares[player * series]);
            }
        }
    }
}

void shapley_order(uint64_t seed, uint32_t sample, size_t players, size_t *order)
{
    const struct stream stream = stream_of(seed, "order of changes", "");

    for (size_t place = 0; place < players; place++) {
        order[place] = place;
    }
    for (size_t left = players; left > 1; left--) {
        const size_t chosen = (size_t)(stream_uniform(&stream, sample, (uint32_t)left) * (double)left);
        const size_t kept = order[left - 1];

        order[left - 1] = order[chosen];
        order[chosen] = kept;
    }
}

/* Mean of a cell over the samples, in their order, and its standard error. */
static void mean_of(size_t samples, size_t step, const double *cells, double *mean, double *error)
{
    double sum = 0;
    double squares = 0;

    for (size_t sample = 0; sample < samples; sample++) {
        sum += cells[sample * step];
    }
    *mean = sum / (double)samples;
    for (size_t sample = 0; sample < samples; sample++) {
        const double off = cells[sample * step] - *mean;

        squares += off * off;
    }
    *error = samples < 2 ? NAN : sqrt(squares / (double)(samples - 1) / (double)samples);
}

void shapley_sampled(size_t samples, size_t players, size_t series, const double *means, double *shares, double *errors)
{
    const size_t step = players * series;

    for (size_t cell = 0; cell < step; cell++) {
        mean_of(samples, step, &means[cell], &shares[cell], &errors[cell]);
    }
}

/* The sum over the players, and which of them has the largest share. */
static double sum_of(size_t players, size_t series, const double *shares, size_t *largest)
{
    double sum = 0;

    *largest = 0;
    for (size_t player = 0; player < players; player++) {
        sum += shares[player * series];
        if (fabs(shares[player * series]) > fabs(shares[*largest * series])) {
            *largest = player;
        }
    }
    return sum;
}

void shapley_settle(size_t players, size_t series, const double *change, double *shares)
{
    enum { TIMES = 4 };

    for (size_t at = 0; at < series && players > 0; at++) {
        bool settled = false;

        for (int time = 0; time < TIMES && !settled; time++) {
            size_t largest = 0;
            const double left = change[at] - sum_of(players, series, &shares[at], &largest);

            settled = left == 0;
            shares[largest * series + at] += left;
        }
    }
}
