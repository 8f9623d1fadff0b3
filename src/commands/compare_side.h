/** One side of a comparison: a scenario that is run now, or the folder of an earlier run. */
#ifndef COMPARE_SIDE_H
#define COMPARE_SIDE_H

#include <stdbool.h>

#include "block_memory.h"
#include "forecast.h"
#include "inputs.h"
#include "problems.h"
#include "result.h"

/** Zero-initialise; free with compare_side_free(). */
struct compare_side {
    struct pool pool; /**< Owns what `forecast` consists of. */
    struct forecast forecast;
    struct inputs inputs; /**< Where `has_inputs`. */
    bool has_inputs;      /**< Of an earlier run: its model's files are as they were. */
    struct block_memory memory;
    struct result result; /**< Where has_inputs: run by this program now, KEEP_GAPS. */
};

/**
 * Reads and runs the side at `path`. Returns EX_OK; EX_NOINPUT where nothing is there; EX_DATAERR with problems. A
 * result whose inputs have changed since, or are gone, is read from its folder alone. A result of this very version
 * whose inputs are the same but give other gaps was changed by somebody, and is a problem.
 */
int compare_side_read(struct compare_side *self, const char *path, size_t threads, struct problems *problems);

/** By how much the gap is what another version of the program made of the same inputs; 0 without inputs. */
double compare_side_other_version(const struct compare_side *self, int year, size_t place, size_t level);

void compare_side_free(struct compare_side *self);

#endif
