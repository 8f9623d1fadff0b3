/** Whether a grid that was filled lacks something. */
#ifndef GRID_CHECK_H
#define GRID_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "grid.h"

/**
 * Reports what the array lacks among the items first_item..last_item, whole years, towns, ages ... by their name alone.
 * Towns without people may lack all. Places that may be missing become 0.
 */
bool grid_check(struct grid *self, double *values, size_t first_item, size_t last_item, bool empty_towns_may_lack);

#endif
