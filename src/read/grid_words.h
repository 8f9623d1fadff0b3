/** Positions of a grid in words, as messages name them: "town A, year 2024, age 3". */
#ifndef GRID_WORDS_H
#define GRID_WORDS_H

#include <stddef.h>

#include "grid.h"

/** Keys in words; long enough for four of them. */
struct grid_words {
    char text[640];
};

/** Those keys of a position that the table has; only `only` unless that is GRID_KEYS. */
struct grid_words grid_describe(const struct grid *self, const size_t at[GRID_KEYS], size_t only);

/** The level of a grade, counted over all levels. */
size_t grid_level_of(const struct model *model, size_t grade);

#endif
