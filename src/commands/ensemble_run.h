/** Runs an ensemble on the threads of the machine. */
#ifndef ENSEMBLE_RUN_H
#define ENSEMBLE_RUN_H

#include <stddef.h>

#include "ensemble_result.h"
#include "messages.h"

/** An ensemble that was run. Free with ensemble_run_free(). */
struct ensemble_run {
    struct many_runs runs;
    struct ensemble_result result;
    void *memory; /**< Owned: what the result stands in. */
};

/**
 * Runs the inputs' ensemble (which is not ENSEMBLE_NONE) with progress on standard error. EX_OK; EX_TEMPFAIL where
 * Ctrl-C stopped it, or EX_UNAVAILABLE where the machine has not the memory: both said, and nothing is kept.
 */
int ensemble_run(struct ensemble_run *self, const struct inputs *inputs, size_t threads, enum language language);

/** Harmless when called twice, and on a zeroed one. */
void ensemble_run_free(struct ensemble_run *self);

#endif
