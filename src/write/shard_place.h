/**
 * Where the parts of a result wait to be merged: DIR.shards beside the result's folder DIR, in which nothing but a
 * whole result may stand. Of each part two files: shard-3-of-8.bin, the figures, and shard-3-of-8.done, the mark that
 * they are whole, which holds their hash as `sha256sum --check` reads it.
 */
#ifndef SHARD_PLACE_H
#define SHARD_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "problems.h"
#include "shard.h"

#define SHARD_FIGURES "bin"
#define SHARD_DONE "done"

/** The folder for the parts of the result `output`; NULL, with a report, where that has no name of its own. free(). */
char *shard_folder(const char *output, struct problems *problems);

/** Makes the folder, and those that it stands in; false with a report. */
bool shard_folder_make(const char *folder, struct problems *problems);

/** A part's file; `ending` is SHARD_FIGURES or SHARD_DONE. free(). */
char *shard_path(const char *folder, const struct shard *shard, const char *ending);

/** That file's name without the folder. free(). */
char *shard_name(const struct shard *shard, const char *ending);

/** Reads the words `before` and, behind them, digits as a number; `*text` moves on behind these. False where it
 * differs. */
bool shard_number(const char **text, const char *before, size_t *number);

/**
 * Into how many parts results were split of which the folder has any: ascending, each once; `*count` numbers. free().
 */
size_t *shard_splits(const char *folder, size_t *count);

#endif
