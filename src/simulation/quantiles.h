/** What a series of draws says: exact quantiles, the mean, how often and how far above zero. */
#ifndef QUANTILES_H
#define QUANTILES_H

#include <stddef.h>

#include "block.h"

enum { QUANTILES = 9 };

/** The quantiles that are told: 2.5, 5, 10, 25, 50, 75, 90, 95 and 97.5 %. */
extern const double QUANTILE_PROBABILITIES[QUANTILES];

/** At most so many quantiles at once. */
enum { MOST_QUANTILES = 32 };

/**
 * Room for the quantiles of series of up to `most` draws; one for each thread, used over and over.
 * Its arrays are borrowed from the block.
 */
struct quantile_room {
    size_t most;
    double *kept[2]; /**< [most] each: values that may still be the ones looked for. */
};

/** Carves the room, or only counts. */
void quantile_room_lay_out(struct quantile_room *self, size_t most, struct block *memory);

/**
 * Exact quantiles of `count` values (1 <= count <= room->most, all finite, their range too) at `wanted` (at most
 * MOST_QUANTILES) probabilities in [0, 1], ascending. Type 7 of Hyndman and Fan (1996): of the sorted values x[0..n-1],
 * h = (n - 1) p, x[floor h] + (h - floor h)(x[floor h + 1] - x[floor h]). Never -0.
 *
 * Takes time proportional to `count` whatever the values: they are counted in linear bins between the least and the
 * greatest, and only those of the bins with a wanted rank are kept; where many are (ties, an outlier that squeezes all
 * others into a bin), these are counted again by their bits, which ends after six rounds at most.
 */
void quantiles(const double *values, size_t count, const double *probabilities, size_t wanted,
               struct quantile_room *room, double *quantile);

/** Of a series of gaps: the mean, and what is above zero. */
struct draws_summary {
    double mean;        /**< Of all draws. */
    double probability; /**< Share of draws above 0: of a shortage. */
    double excess;      /**< Mean of the draws above 0: how large a shortage is where there is one; 0 if there is none.
                           Times `probability` it is the shortage to be expected. */
};

/**
 * Sums draws 0, 8, 16..., draws 1, 9, 17... and so on apart, and these eight sums in order: the same bits for any
 * vector width, several times as fast as one sum, and rounded less. `count` is at least 1, no value is NaN.
 */
struct draws_summary draws_summary(const double *values, size_t count);

#endif
