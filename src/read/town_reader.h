/** The towns of a district: towns.csv, or what stands for it. */
#ifndef TOWN_READER_H
#define TOWN_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads towns.csv, with the areas that it has; without it there are no towns yet. */
bool towns_read(struct model_source *source);

/**
 * Where there are none: the towns that the table's column names, in order of appearance, without population. An id that
 * is not allowed is a problem.
 */
void towns_from_table(struct model *model, struct csv_table *table, size_t column);

/** Where there are none: the whole district as one town with the id of the model, which is a problem if not allowed. */
void towns_make_one(struct model_source *source);

/** Towns' share of the population in towns.csv, [town_count]; sums to 1. NULL where nobody lives. */
const double *towns_shares(struct model *model);

#endif
