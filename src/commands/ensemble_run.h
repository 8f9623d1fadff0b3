/** Runs an ensemble on the threads of the machine. */
#ifndef ENSEMBLE_RUN_H
#define ENSEMBLE_RUN_H

#include <stddef.h>

#include "block_memory.h"
#include "ensemble_result.h"
#include "messages.h"

/** Exit status of a run that Ctrl-C stopped, as shells have it: 128 and the signal's number. */
enum { ENSEMBLE_STOPPED = 130 };

/** An ensemble that was run. Free with ensemble_run_free(). */
struct ensemble_run {
    struct many_runs runs;
    struct ensemble_result result;
    struct block_memory memory; /**< What the result stands in. */
};

/**
 * Runs the inputs' ensemble (which is not ENSEMBLE_NONE) with progress on standard error. EX_OK;
 * ENSEMBLE_STOPPED where Ctrl-C stopped it, or EX_UNAVAILABLE where the machine has not the memory, both said. To be
 * freed in any case.
 */
int ensemble_run(struct ensemble_run *self, const struct inputs *inputs, size_t threads, enum language language);

/** Harmless when called twice, and on a zeroed one. */
void ensemble_run_free(struct ensemble_run *self);

#endif
