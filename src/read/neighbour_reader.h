/** Which towns adjoin: the column `neighbours` of towns.csv. */
#ifndef NEIGHBOUR_READER_H
#define NEIGHBOUR_READER_H

#include <stddef.h>

#include "csv_table.h"
#include "model.h"

/**
 * Reads the column of all rows and gives each of the model's towns its neighbours; `towns` [town_count] are the
 * model's. A cell has ids parted by spaces. What one town says holds for the other too. An id that no town has, or the
 * town's own, is a problem. Goes through the table anew and leaves it after its last row.
 */
void neighbours_read(struct model *model, struct town *towns, struct csv_table *table, size_t town_column,
                     size_t column);

#endif
