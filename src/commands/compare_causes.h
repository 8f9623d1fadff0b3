/** Shares a comparison's change out over what the two sides assume differently, by runs on all processors. */
#ifndef COMPARE_CAUSES_H
#define COMPARE_CAUSES_H

#include "compare_side.h"
#include "forecast_comparison.h"

/**
 * Fills the comparison's tables, causes and shares, or why there are none; texts and arrays are the pool's. `by_key`:
 * parameters key by key. False where it was interrupted, which has been said.
 */
bool compare_causes(struct forecast_comparison *self, struct pool *pool, const struct compare_side sides[2],
                    bool by_key, size_t threads, enum language language);

#endif
