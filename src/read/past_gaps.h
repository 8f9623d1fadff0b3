/** The table gap.csv of an earlier run. */
#ifndef PAST_GAPS_H
#define PAST_GAPS_H

#include <stdbool.h>

#include "forecast.h"
#include "problems.h"

/** Fills places, levels and rows; the horizon is known. False, with problems, for a table that no run wrote so. */
bool past_gaps_read(struct forecast *self, struct pool *pool, const char *path, struct problems *problems);

#endif
