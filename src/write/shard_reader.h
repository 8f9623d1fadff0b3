/** Parts of an ensemble's runs, as shard_file.h writes them, read back. */
#ifndef SHARD_READER_H
#define SHARD_READER_H

#include <stdbool.h>

#include "problems.h"
#include "shard_file.h"

/**
 * Reads a part, looking at every byte: false with a report where it is missing, not whole, not what was written, or
 * part of something else. `figures->kept` may have been written to in any case.
 */
bool shard_read(const struct shard_set *self, size_t part, struct shard_figures *figures, struct problems *problems);

#endif
