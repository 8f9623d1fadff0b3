/** Ensembles that several processes or machines share: parts run by each, and merged. */
#ifndef SHARD_RUN_H
#define SHARD_RUN_H

#include <stdbool.h>

#include "answer.h"
#include "ensemble_run.h"

/** Reads "3/8" as the third of eight parts, up to SHARDS_MOST; says what is allowed where it is anything else. */
bool shard_argument(const char *word, enum language language, struct shard *shard);

/** Reads a number of parts, the value of `option`, from 1 to `most`; says what is allowed where it is anything else. */
bool shards_argument(const char *option, const char *word, size_t most, enum language language, size_t *parts);

/** What is run and how. Borrowed. */
struct shared_run {
    const char *output; /**< The result's folder. */
    const struct inputs *inputs;
    size_t threads;
    enum language language;
    struct problems *problems;
    struct answer *answer; /**< Takes what was done, where it was asked for. */
};

/**
 * Runs a part and writes it to where merging looks for it; prints what was done to standard output. EX_OK, or a status
 * with everything said or reported.
 */
int shard_run(const struct shared_run *self, const struct shard *shard);

/**
 * The ensemble, from the parts that others have written: as ensemble_run() would have it, to the last bit. `parts` 0:
 * as many as there are. EX_DATAERR with a report of every part that is missing, damaged or of something else.
 */
int shards_merge(const struct shared_run *self, size_t parts, struct ensemble_run *run);

#endif
