/**
 * A part of an ensemble's runs on disk, to be merged with the others by whoever finds all of them: the figures of each
 * series as 8 bytes each, the lowest first, behind lines of text that say whose and which they are.
 */
#ifndef SHARD_FILE_H
#define SHARD_FILE_H

#include <stdbool.h>

#include "many_runs.h"
#include "problems.h"
#include "shard.h"

/** The parts of one result. All pointers are borrowed. */
struct shard_set {
    const struct many_runs *runs;
    const char *folder; /**< Of shard_folder(). */
    const char *record; /**< Of shard_record(). */
    size_t parts;
};

/** The figures of a part, or the place for them: of series s and run first + i of its stretch at kept[s * stride + i].
 */
struct shard_figures {
    double *kept;
    size_t stride;
    double outside;   /**< Values held at an end of their range, in the part's runs. */
    double overdrawn; /**< Of these runs, those in which a town has fewer than no seats. */
};

/**
 * Writes a part: the figures under a temporary name, to the disk and into place, then the mark that they are whole.
 * What stood there is replaced. Returns EX_OK; EX_CANTCREAT or EX_IOERR with a report.
 */
int shard_write(const struct shard_set *self, size_t part, const struct shard_figures *figures,
                struct problems *problems);

#endif
