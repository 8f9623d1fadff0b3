/** Ids as tables write them: which may be given, and which of the things that there are a cell means. */
#ifndef IDS_H
#define IDS_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_table.h"
#include "mem.h"
#include "model.h"

/**
 * Whether a town or project may have the id: one line without tabs, without spaces at its ends, not empty, and neither
 * `total` nor `base`, which the tables of results write themselves.
 */
bool ids_may_be(const char *id);

/** Whether the cell could be an id, or is empty: one line without tabs, and without spaces at its ends; else a problem.
 */
bool ids_plain(const struct csv_table *table, size_t column, const char *key);

/** Whether a town or project may have the cell's text as its id, see ids_may_be(); else a problem. */
bool ids_allowed(const struct csv_table *table, size_t column, const char *key);

/** Reads the id that a row gives to a town or project: false, with a problem, if it is not allowed. */
bool ids_new(const struct csv_table *table, size_t column, const char *key, struct pool *pool, const char **id);

/** Whether the id that the cell gives is given for the first time; else a problem. `key` as for ids_new(). */
bool ids_once(const struct csv_table *table, size_t column, const char *key, bool is_there);

/**
 * The town, level, project or estate that a cell names; false, with a problem that names the nearest, if there is none.
 * `*town` and `*project` are looked at first: rows mostly keep theirs.
 */
bool ids_town(const struct model *model, const struct csv_table *table, size_t column, size_t *town);
bool ids_level(const struct model *model, const struct csv_table *table, size_t column, size_t *level);
bool ids_project(const struct model *model, const struct csv_table *table, size_t column, size_t *project);
bool ids_estate(const struct model *model, const struct csv_table *table, size_t column, size_t *estate);

/** Reports at `place` that `found` is none of the ids, with the nearest that is. */
void ids_report(struct problems *problems, struct place place, const char *key, const char *found,
                const char *const *ids, size_t count);

#endif
