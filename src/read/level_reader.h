/** The levels of schooling of district.yaml. */
#ifndef LEVEL_READER_H
#define LEVEL_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads `levels` and `raised_class_size_above`, then the types of schools, into the source's model. */
bool levels_read(struct model_source *source);

/** Reports levels whose children are of the open age or beyond it; to be called when model->ages is known. */
bool levels_check_ages(const struct model_source *source);

/**
 * The levels that a text names, ids parted by spaces: flags [level_count], owned by the pool. False, with a problem at
 * the cell, if one is not there or none is named.
 */
bool levels_named(struct model *model, const struct csv_table *table, size_t column, const char *key,
                  const bool **has_level);

#endif
