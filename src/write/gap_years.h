/**
 * The gap rows of a run, a school year at a time. Where the run kept those of the towns they are its own; a country's
 * are made again, those of the next year while the rows of one are written, so that two years at most are in memory.
 */
#ifndef GAP_YEARS_H
#define GAP_YEARS_H

#include <pthread.h>
#include <stdbool.h>

#include "school_year.h"

/** Begin with gap_years_begin(), end with gap_years_end(). */
struct gap_years {
    const struct inputs *inputs; /**< Borrowed, and so the result; its values were the scenario's. */
    const struct result *result;
    size_t next; /**< State that is given next. */
    size_t end;  /**< States before it are given. */
    void *owned; /**< NULL: the result has all rows. */
    struct school_year rooms[2];
    pthread_t maker; /**< Makes the next state's rows. */
    bool making;
};

/** Bytes that it takes for a run of which so much is kept. */
size_t gap_years_bytes(const struct model *model, enum keep keep);

/** Goes over the states first..end - 1. */
void gap_years_begin(struct gap_years *self, const struct inputs *inputs, const struct result *result, size_t first,
                     size_t end);

/** The rows of the next state, [place][level]; they stand until the one after the next is asked for. */
const struct gap *gap_years_next(struct gap_years *self);

void gap_years_end(struct gap_years *self);

#endif
