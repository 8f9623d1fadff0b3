/** An ensemble's runs in parts, so that several machines can share them. */
#ifndef SHARD_H
#define SHARD_H

#include <stddef.h>

#include "many_runs.h"

/** One of so many parts. */
struct shard {
    size_t part;  /**< From 0. */
    size_t parts; /**< 0: all runs together. */
};

/** More than a cluster takes at once. */
enum { SHARDS_MOST = 9999 };

/** Runs that follow one another. */
struct stretch {
    size_t first;
    size_t count;
};

/** How many parts with something to do the runs can have: blocks of LANES draws, or else single runs. */
size_t shard_most(const struct many_runs *runs);

/**
 * The runs of a part. Parts follow one another, differ by a block at most and begin at blocks' borders, where a machine
 * alone would begin one too. Beyond shard_most() parts some are empty.
 */
struct stretch shard_stretch(const struct many_runs *runs, const struct shard *shard);

#endif
