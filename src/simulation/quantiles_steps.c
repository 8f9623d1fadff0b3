#include "quantiles_steps.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum {
    BIN_BITS = 12,
    BINS = 1 << BIN_BITS,
    FEW = 128,   /* so many are simply sorted */
    CHUNK = 256, /* values whose bins are worked out together */
    STRIPES = 8,
    MOST_RANKS = 2 * MOST_QUANTILES,
};

/* A place of the sorted values that is looked for: at most MOST_RANKS, ascending, without repetition. */
struct ranks {
    size_t count;
    size_t rank[MOST_RANKS];
    double value[MOST_RANKS]; /* what was found */
};

/*
 * How values are told apart: by where they lie between least and greatest; or by their bits, whose distance shrinks by
 * 2^12 a round however values are spread.
 */
struct bins {
    bool by_bits;
    double least;
    double scale;
    uint64_t least_key;
    int shift;
};

/* Bits of a double in the order of the numbers; -0 before 0. */
static inline uint64_t key_of(double value)
{
    uint64_t bits = 0;

    memcpy(&bits, &value, sizeof bits);
    return bits >> 63 ? ~bits : bits | (uint64_t)1 << 63;
}

/* Bins of `count` values, at most CHUNK: never descending with the value. */
static void bins_of(const struct bins *self, const double *values, size_t count, int32_t *bin)
{
    if (self->by_bits) {
        for (size_t i = 0; i < count; i++) {
            bin[i] = (int32_t)((key_of(values[i]) - self->least_key) >> self->shift);
        }
        return;
    }
    const double least = self->least;
    const double scale = self->scale;

    for (size_t i = 0; i < count; i++) {
        bin[i] = (int32_t)((values[i] - least) * scale);
    }
}

/* Least and greatest of the values; in stripes, so that vectors can do it. Asserts that all are numbers: what is not
 * finite gives NaN times 0. */
static void find_ends(const double *values, size_t count, double *least, double *greatest)
{
    double low[STRIPES];
    double high[STRIPES];
    double nothing[STRIPES] = { 0 };
    size_t i = 0;

    for (size_t k = 0; k < STRIPES; k++) {
        low[k] = high[k] = values[0];
    }
    for (; i + STRIPES <= count; i += STRIPES) {
        for (size_t k = 0; k < STRIPES; k++) {
            low[k] = values[i + k] < low[k] ? values[i + k] : low[k];
            high[k] = values[i + k] > high[k] ? values[i + k] : high[k];
            nothing[k] += values[i + k] * 0;
        }
    }
    for (; i < count; i++) {
        low[0] = values[i] < low[0] ? values[i] : low[0];
        high[0] = values[i] > high[0] ? values[i] : high[0];
        nothing[0] += values[i] * 0;
    }
    for (size_t k = 1; k < STRIPES; k++) {
        low[0] = low[k] < low[0] ? low[k] : low[0];
        high[0] = high[k] > high[0] ? high[k] : high[0];
        nothing[0] += nothing[k];
    }
    assert(nothing[0] == 0);
    *least = low[0];
    *greatest = high[0];
}

/* The bins between two different values, the greatest being in the last bin at most. */
static struct bins bins_between(double least, double greatest, bool by_bits)
{
    /* A little less than BINS, so that rounding cannot carry the greatest value beyond the last bin. */
    const double scale = (BINS - 0x1p-20) / (greatest - least);

    if (!by_bits && isfinite(scale)) {
        return (struct bins) { .least = least, .scale = scale };
    }
    /* 0 and -0 are the same value with two keys: the range takes in both. */
    const uint64_t least_key = key_of(least == 0 ? -0.0 : least);
    const uint64_t greatest_key = key_of(greatest + 0.0);
    int shift = 0;

    while ((greatest_key - least_key) >> shift >= BINS) {
        shift++;
    }
    return (struct bins) { .by_bits = true, .least_key = least_key, .shift = shift };
}

static void count_bins(const struct bins *self, const double *values, size_t count, uint32_t *held)
{
    int32_t bin[CHUNK];

    memset(held, 0, BINS * sizeof *held);
    for (size_t from = 0; from < count; from += CHUNK) {
        const size_t some = count - from < CHUNK ? count - from : CHUNK;

        bins_of(self, &values[from], some, bin);
        for (size_t i = 0; i < some; i++) {
            held[bin[i]]++;
        }
    }
}

/* A bin with wanted ranks. */
struct wanted_bin {
    int32_t bin;
    size_t below;              /* values in the bins below it */
    size_t count;              /* its own */
    size_t first;              /* where its own are kept */
    size_t kept;               /* how many of them are there already */
    size_t from_rank, to_rank; /* its ranks [from, to) */
};

/* The bins of the ranks, ascending; returns how many. */
static size_t find_wanted(const uint32_t *held, const struct ranks *ranks, size_t from_rank, size_t to_rank,
                          size_t before, struct wanted_bin *wanted)
{
    size_t found = 0;
    size_t kept = 0;
    size_t below = before;
    int32_t bin = 0;

    for (size_t k = from_rank; k < to_rank; k++) {
        while (below + held[bin] <= ranks->rank[k]) {
            below += held[bin];
            bin++;
        }
        if (found == 0 || wanted[found - 1].bin != bin) {
            wanted[found++] = (struct wanted_bin) {
                .bin = bin, .below = below, .count = held[bin], .first = kept, .from_rank = k, .to_rank = k
            };
            kept += held[bin];
        }
        wanted[found - 1].to_rank = k + 1;
    }
    return found;
}

/* Copies the wanted bins' values, each bin's together. `which` [BINS] is scratch. */
static void keep_wanted(const struct bins *self, const double *values, size_t count, struct wanted_bin *wanted,
                        size_t bins, uint8_t *which, double *kept)
{
    int32_t bin[CHUNK];

    memset(which, 0, BINS);
    for (size_t k = 0; k < bins; k++) {
        which[wanted[k].bin] = (uint8_t)(k + 1);
    }
    for (size_t from = 0; from < count; from += CHUNK) {
        const size_t some = count - from < CHUNK ? count - from : CHUNK;

        bins_of(self, &values[from], some, bin);
        for (size_t i = 0; i < some; i++) {
            if (which[bin[i]] != 0) {
                struct wanted_bin *into = &wanted[which[bin[i]] - 1];

                kept[into->first + into->kept++] = values[from + i];
            }
        }
    }
}

/* Insertion: the quickest for few. */
static void sort_few(double *values, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        const double value = values[i];
        size_t at = i;

        for (; at > 0 && values[at - 1] > value; at--) {
            values[at] = values[at - 1];
        }
        values[at] = value;
    }
}

/*
 * Finds the ranks [from_rank, to_rank), all among these values; `before` values stand below them. Keeps the wanted
 * bins' values in `room` [count], where each bin is looked through in the same way, with the place of `values` as its
 * room. The first call's values are the caller's, whose room is `spare`.
 */
static void find_ranks(const double *values, size_t count, double *room, double *spare, struct ranks *ranks,
                       size_t from_rank, size_t to_rank, size_t before, bool by_bits)
{
    double least = 0;
    double greatest = 0;

    find_ends(values, count, &least, &greatest);
    if (least == greatest) {
        for (size_t k = from_rank; k < to_rank; k++) {
            ranks->value[k] = least;
        }
        return;
    }
    const struct bins bins = bins_between(least, greatest, by_bits);
    uint32_t held[BINS];
    uint8_t which[BINS];
    struct wanted_bin wanted[MOST_RANKS];

    count_bins(&bins, values, count, held);
    const size_t found = find_wanted(held, ranks, from_rank, to_rank, before, wanted);

    keep_wanted(&bins, values, count, wanted, found, which, room);
    for (size_t k = 0; k < found; k++) {
        const struct wanted_bin *bin = &wanted[k];
        double *own = &room[bin->first];

        if (bin->count > FEW) {
            find_ranks(own, bin->count, &spare[bin->first], own, ranks, bin->from_rank, bin->to_rank, bin->below, true);
            continue;
        }
        sort_few(own, bin->count);
        for (size_t rank = bin->from_rank; rank < bin->to_rank; rank++) {
            ranks->value[rank] = own[ranks->rank[rank] - bin->below];
        }
    }
}

/* The place below a quantile, and how far towards the next it lies. */
static size_t place_of(double probability, size_t count, double *beyond)
{
    const double place = (double)(count - 1) * probability;
    const double below = floor(place);

    *beyond = place - below;
    return (size_t)below;
}

static void want(struct ranks *ranks, size_t rank)
{
    if (ranks->count == 0 || ranks->rank[ranks->count - 1] < rank) {
        ranks->rank[ranks->count++] = rank;
    }
}

void ISA_FUNCTION(quantiles)(const double *values, size_t count, const double *probabilities, size_t wanted,
                             struct quantile_room *room, double *quantile)
{
    struct ranks ranks = { .count = 0 };
    double beyond = 0;

    assert(count > 0 && count <= room->most && count <= UINT32_MAX && wanted <= MOST_QUANTILES);
    for (size_t i = 0; i < wanted; i++) {
        assert(probabilities[i] >= 0 && probabilities[i] <= 1);
        assert(i == 0 || probabilities[i - 1] <= probabilities[i]);
        const size_t below = place_of(probabilities[i], count, &beyond);

        want(&ranks, below);
        want(&ranks, beyond > 0 ? below + 1 : below);
    }
    find_ranks(values, count, room->kept[0], room->kept[1], &ranks, 0, ranks.count, 0, false);
    size_t at = 0;

    for (size_t i = 0; i < wanted; i++) {
        const size_t below = place_of(probabilities[i], count, &beyond);

        while (ranks.rank[at] < below) {
            at++;
        }
        const double low = ranks.value[at];
        const double step = beyond > 0 ? ranks.value[at + 1] - low : 0;

        quantile[i] = low + beyond * step + 0.0; /* -0 + 0 is 0 */
    }
}

/* The sums of the eight stripes. */
struct stripes {
    double sum[STRIPES];
    double above[STRIPES];
    double times[STRIPES];
};

/* Adds the next eight draws, one to each stripe. */
static inline void add_draws(struct stripes *self, const double *draws)
{
    double positive[STRIPES];
    double is_positive[STRIPES];

    /* Chosen before they are added: gcc makes a jump of a choice with arithmetic in it. */
    for (size_t k = 0; k < STRIPES; k++) {
        positive[k] = draws[k] > 0 ? draws[k] : 0;
    }
    for (size_t k = 0; k < STRIPES; k++) {
        is_positive[k] = draws[k] > 0 ? 1 : 0;
    }
    for (size_t k = 0; k < STRIPES; k++) {
        self->sum[k] += draws[k];
        self->above[k] += positive[k];
        self->times[k] += is_positive[k];
    }
}

static double in_order(const double *stripes)
{
    double sum = 0;

    for (size_t k = 0; k < STRIPES; k++) {
        sum += stripes[k];
    }
    return sum;
}

struct draws_summary ISA_FUNCTION(draws_summary)(const double *values, size_t count)
{
    struct stripes stripes = { .sum = { 0 } };
    double last[STRIPES] = { 0 };
    const size_t whole = count / STRIPES * STRIPES;

    assert(count > 0);
    for (size_t from = 0; from < whole; from += STRIPES) {
        add_draws(&stripes, &values[from]);
    }
    memcpy(last, &values[whole], (count - whole) * sizeof *values);
    add_draws(&stripes, last);
    const double above = in_order(stripes.above);
    const double times = in_order(stripes.times);

    return (struct draws_summary) {
        .mean = in_order(stripes.sum) / (double)count,
        .probability = times / (double)count,
        .excess = times > 0 ? above / times : 0,
    };
}
