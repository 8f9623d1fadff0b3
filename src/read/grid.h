/**
 * A table whose keys are some of town, year, sex and one item (age, grade or level), read into an array with a place
 * for every combination: none may be missing and none stand twice. A key column that is left out has one place.
 */
#ifndef GRID_H
#define GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "age_cell.h"
#include "csv_alike.h"
#include "csv_table.h"
#include "figure.h"
#include "model_source.h"
#include "rates.h"

enum grid_key { GRID_TOWN, GRID_YEAR, GRID_SEX, GRID_ITEM, GRID_KEYS };

/** What the items of a table are. */
enum grid_items {
    GRID_NO_ITEM,
    GRID_AGES, /**< 0..model->ages - 1. */
    GRID_LEVELS,
    GRID_GRADES /**< Of all levels, from `level` and the optional `grade`. */
};

/** Whether a table has a key: never, perhaps, always. */
enum grid_has { GRID_WITHOUT, GRID_MAY, GRID_MUST };

/** What becomes of a figure of an age group. */
enum grid_groups {
    GRID_SINGLE_YEARS, /**< Groups are refused. */
    GRID_RATES,        /**< Each age of the group has it. */
    GRID_SOME_RATES,   /**< As before, but the table may begin and end at any age. */
    GRID_COUNTS        /**< It is spread to the ages, see age_table.h. */
};

struct grid {
    struct model *model;
    struct csv_table *table;
    enum grid_items items;
    size_t column[GRID_KEYS]; /**< Of each key; CSV_NONE where it is left out. */
    size_t grade_column;
    size_t size[GRID_KEYS]; /**< Places of each key; 1 where it is left out. */
    int first_year;
    int highest_age;                /**< Of GRID_AGES: that a row may name. */
    enum grid_groups may_group;     /**< Of GRID_AGES: set it before grid_measure(). */
    const struct age_group *groups; /**< [group_count] in order of age: the items of a table by groups. The pool's. */
    size_t group_count;             /**< 0 where ages are single. */
    size_t first_item;              /**< The items that rows of the table name, from grid_measure(). */
    size_t last_item;
    size_t rows;
    bool years_apart; /**< Its years need be neither all of a span nor the base year's: to be set before measuring. */
    size_t town;      /**< Found last: rows mostly keep their town. */
};

/** Asks the table for its key columns, and sets the sizes of all keys but the year. */
void grid_start(struct grid *self, struct model_source *source, struct csv_table *table,
                const enum grid_has has[GRID_KEYS], enum grid_items items);

/**
 * Looks through the table for its years and items. False if it has no rows, or too few for what they span, or none of
 * the model's base year, which every run needs.
 */
bool grid_measure(struct grid *self);

/** The column of the ages, or CSV_NONE where the items are no ages. */
size_t grid_age_column(const struct grid *self);

/**
 * What a row must be to differ from the one before in year and age alone, see csv_alike.h. False if rows are to be read
 * one by one.
 */
bool grid_likeness(const struct grid *self, struct csv_likeness of[CSV_ALIKE_MOST]);

/** Places of the whole array, [town][year][sex][item]. */
size_t grid_size(const struct grid *self);

/** The place of a position in it. */
size_t grid_index(const struct grid *self, const size_t at[GRID_KEYS]);

/**
 * Reads a column's values into a new array of the model's pool; what no row gives is NAN. False, with problems, if a
 * key or value is bad or a row stands twice.
 */
bool grid_fill(struct grid *self, size_t column, const struct figure_rule *rule, double **values);

/**
 * grid_fill() and grid_check() for all items; towns without people may lack all. Groups of ages become single ages, as
 * `may_group` says.
 */
bool grid_read(struct grid *self, size_t column, const struct figure_rule *rule, struct rates *rates);

/** The array, [town][year][sex][item] with single ages, with the strides and years of the table. */
struct rates grid_rates(const struct grid *self, const double *values);

#endif
