/** The scenario's own run, by as many threads as are worth it. */
#ifndef SINGLE_RUN_H
#define SINGLE_RUN_H

#include <stddef.h>

#include "block_memory.h"
#include "result.h"

/** Bytes that single_run() takes. */
size_t single_run_bytes(const struct inputs *inputs, enum keep keep, size_t threads);

/** Runs the scenario; its result stands in `memory`, which the caller frees. The bits of run_keeping(). */
void single_run(const struct inputs *inputs, enum keep keep, size_t threads, struct block_memory *memory,
                struct result *result);

/** As single_run(), in a block of at least single_run_bytes(). */
void single_run_in(const struct inputs *inputs, enum keep keep, size_t threads, struct block *memory,
                   struct result *result);

#endif
