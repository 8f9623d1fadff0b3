/** A grid whose ages are groups: which they are, and the single ages that come of them. */
#ifndef AGE_TABLE_H
#define AGE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "age_cell.h"
#include "grid.h"

/** A group as the file has it: "5-9", "85+", "5". */
struct age_group_text {
    char text[48];
};

struct age_group_text age_group_text(struct age_group group);

/**
 * Looks through a table whose ages are not all single: if any of them is a group, all rows name groups (single ages
 * being groups of one year), the same for all towns, years and sexes, without holes and overlaps between the first and
 * the last. Sets the grid's groups then, and their number as that of its items. They begin at age 0 and end with an
 * open group, but with GRID_SOME_RATES at any age and closed. False, with problems, where that is not so.
 */
bool age_table_groups(struct grid *self);

/** The group that the current row names; age_table_groups() has found that there is one. */
size_t age_table_row(const struct grid *self);

/**
 * Single ages [town][year][sex][model->ages] of the grid's values: a new array of the pool, or `values` itself where
 * its ages are single. Rates hold for all ages of their group; ages outside the groups are 0. Counts are spread by
 * age_groups_spread(), the open group's stay at its first age: see age_table_share_open(). Notes that ages are derived.
 */
double *age_table_singles(const struct grid *self, double *values);

/** The first age of the open group of a table by groups; 0 where there is none. */
size_t age_table_open(const struct grid *self);

/**
 * Shares what stands at the age `open` of one column of ages [model->ages] out to it and the ages behind it, in
 * proportion to `weights` [model->ages].
 */
void age_table_share_open(const struct model *model, const double *weights, size_t open, double *column);

/** The first age that the current row names, in a table by groups or by single ages; AGE_OPEN if it names none. */
size_t age_table_first_age(const struct grid *self);

#endif
