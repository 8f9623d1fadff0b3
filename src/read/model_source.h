/** A model's folder while it is read: district.yaml, and where and under what names its tables are. */
#ifndef MODEL_SOURCE_H
#define MODEL_SOURCE_H

#include <stdbool.h>

#include "csv_table.h"
#include "file_keys.h"
#include "model.h"
#include "problems.h"
#include "yaml_doc.h"

/** Free with model_source_free(). */
struct model_source {
    struct model *model;       /**< Borrowed; its pool takes what is to stay. */
    struct problems *problems; /**< Borrowed. */
    struct yaml_doc doc;       /**< district.yaml. Owned. */
    yaml_value columns;        /**< Its renames of columns and of files, or 0. */
    yaml_value files;
    const struct name *areas; /**< [area_count] that district.yaml names; the id is NULL where it is bad. The pool's. */
    size_t area_count;
    double *census; /**< What model->census_population is, while its open group is not yet shared out. The pool's. */
    size_t census_open; /**< The first age of that group, where ages are groups; else 0. */
};

/** What came of opening a table. */
enum table_state {
    TABLE_OPEN,
    TABLE_ABSENT, /**< An optional table that is not there. */
    TABLE_BROKEN  /**< Reported. */
};

/** Reads district.yaml in the model's folder as YAML. `named_at` as for text_file_read(). */
bool model_source_open(struct model_source *self, struct model *model, struct place named_at,
                       struct problems *problems);

/** Checks the names of tables in `columns` and `files`. */
void model_source_check(const struct model_source *self);

/** Opens a table by its name; close it with csv_table_close() if it is TABLE_OPEN. */
enum table_state model_source_table(struct model_source *self, const char *name, enum csv_need need,
                                    struct csv_table *table);

/** Whether the folder has the table. */
bool model_source_has(struct model_source *self, const char *name);

/**
 * Opens a table for a look at it before its turn: nothing is booked, what is wrong goes to `unheard`. False if it
 * cannot be opened; else close it with csv_table_close().
 */
bool model_source_peek(struct model_source *self, const char *name, struct csv_table *table, struct problems *unheard);

/** Frees what the source owns, which is not the model; harmless when called twice. */
void model_source_free(struct model_source *self);

/** Books a file among model->files. Both texts are the pool's or live as long. */
void model_add_file(struct model *model, const char *path, const char *name);

#endif
