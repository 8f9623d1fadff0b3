/** What the cells of a table's current row say, as numbers, words, days and texts. */
#ifndef CSV_VALUE_H
#define CSV_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_table.h"
#include "day.h"
#include "figure.h"
#include "mem.h"
#include "words.h"

/* Values of cells: false, with a problem at the cell, if it is not what is asked for. */
bool csv_number(const struct csv_table *self, size_t column, const struct figure_rule *rule, double *value);

/** As csv_number(), but an empty cell gives `otherwise`. */
bool csv_number_or(const struct csv_table *self, size_t column, const struct figure_rule *rule, double otherwise,
                   double *value);

/** A whole number of low..high. */
bool csv_whole(const struct csv_table *self, size_t column, const char *key, int low, int high, int *value);
bool csv_year(const struct csv_table *self, size_t column, const char *key, int *year);

/** As csv_whole(), but reports nothing. */
bool csv_peek_whole(const struct csv_table *self, size_t column, int low, int high, int *value);
bool csv_date(const struct csv_table *self, size_t column, const char *key, struct date *date);
bool csv_word(const struct csv_table *self, size_t column, const char *key, const struct name *words, size_t count,
              size_t *index);

/** The cell's text, owned by the pool; "" for an empty one. */
const char *csv_text(const struct csv_table *self, size_t column, struct pool *pool);

/** As csv_text(), for names, which stand on one line: one with a line end or a tab is a problem. */
bool csv_name(const struct csv_table *self, size_t column, const char *key, struct pool *pool, const char **name);

/** The columns name_zh and name_en of a thing whose id is in `name` already; a name left empty is the id. */
bool csv_names(const struct csv_table *self, size_t name_zh, size_t name_en, struct pool *pool, struct name *name);

/** As csv_text(), but an empty cell is a problem. */
bool csv_need_text(const struct csv_table *self, size_t column, const char *key, struct pool *pool, const char **text);

#endif
