/** Runs an ensemble on the threads of the machine. */
#ifndef ENSEMBLE_RUN_H
#define ENSEMBLE_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "block_memory.h"
#include "ensemble_result.h"
#include "messages.h"
#include "shard.h"

/** Exit status of a run that Ctrl-C stopped, as shells have it: 128 and the signal's number. */
enum { ENSEMBLE_STOPPED = 130 };

/** An ensemble that was run. Free with ensemble_run_free(). */
struct ensemble_run {
    struct many_runs runs;
    struct stretch stretch; /**< The runs that are kept: all, or a part of them. */
    struct ensemble_result result;
    struct block_memory memory; /**< What the result stands in. */
};

/**
 * Fills result.kept, .outside and .overdrawn from elsewhere; returns a status of sysexits.h, with what is wrong
 * reported.
 */
typedef int ensemble_fill(struct ensemble_run *run, void *of);

/** Whether many runs are asked for. Without levels there are no gaps to draw, and the people are those of one run. */
bool ensemble_asked(const struct inputs *inputs);

/**
 * Runs the inputs' ensemble (which is not ENSEMBLE_NONE) with progress on standard error. EX_OK;
 * ENSEMBLE_STOPPED where Ctrl-C stopped it, or EX_UNAVAILABLE where the machine has not the memory, both said. To be
 * freed in any case.
 */
int ensemble_run(struct ensemble_run *self, const struct inputs *inputs, size_t threads, enum language language);

/**
 * Runs a part alone, and reduces nothing: result.kept is [series][stretch.count] of the part's runs, result.outside is
 * theirs. Otherwise as ensemble_run().
 */
int ensemble_run_part(struct ensemble_run *self, const struct inputs *inputs, const struct shard *shard, size_t threads,
                      enum language language);

/** ensemble_run() with figures that come from elsewhere. The status of `fill` where that fails. */
int ensemble_run_filled(struct ensemble_run *self, const struct inputs *inputs, ensemble_fill *fill, void *of,
                        size_t threads, enum language language);

/** How many parts with something to do the inputs' ensemble can have; not above SHARDS_MOST. */
size_t ensemble_run_parts(const struct inputs *inputs);

/** Bytes that ensemble_run_part() takes for the last of so many parts, none of which has a block more than it; of 0
 * parts, those of ensemble_run(). */
size_t ensemble_run_bytes(const struct inputs *inputs, size_t parts, size_t threads);

/** Harmless when called twice, and on a zeroed one. */
void ensemble_run_free(struct ensemble_run *self);

#endif
