/** A table or a YAML file made of a text, for the tests of what reads it. Include it like our other headers. */
#ifndef TEXT_FIXTURE_H
#define TEXT_FIXTURE_H

#include <stdbool.h>
#include <stdlib.h>

#include "csv_columns.h"
#include "csv_table.h"
#include "mem.h"
#include "support.h"
#include "yaml_doc.h"

/** One of the two, and what was said of it. */
struct fixture {
    char *folder;
    struct csv_table table;
    struct yaml_doc doc;
    struct problems problems;
    struct pool pool;
    bool good;
};

/* A fixture whose folder has the file. free() the path. */
static inline struct fixture *fixture_of(const char *text, const char *file, char **path)
{
    struct fixture *self = mem_array(1, sizeof *self);

    self->folder = temporary_folder();
    *path = joined_path(self->folder, file);
    file_write(*path, text);
    return self;
}

static inline struct fixture *open_csv(const char *text)
{
    char *path = NULL;
    struct fixture *self = fixture_of(text, "t.csv", &path);

    self->good = csv_table_open(&self->table, path, (struct place) { NULL, 0, 0 }, NULL, 0, &self->problems);
    free(path);
    return self;
}

static inline struct fixture *open_yaml(const char *text)
{
    char *path = NULL;
    struct fixture *self = fixture_of(text, "t.yaml", &path);

    self->good = yaml_doc_read(&self->doc, path, (struct place) { NULL, 0, 0 }, &self->problems);
    free(path);
    return self;
}

/* Closing twice, and closing what was never opened, is harmless. */
static inline void close_text(struct fixture *self)
{
    for (int twice = 0; twice < 2; twice++) {
        csv_table_close(&self->table);
        yaml_doc_free(&self->doc);
    }
    problems_free(&self->problems);
    pool_free(&self->pool);
    temporary_folder_remove(self->folder);
    free(self);
}

/** The value of a key at the root of the document. */
static inline yaml_value find(const struct fixture *self, const char *key)
{
    return yaml_find(&self->doc, yaml_root(&self->doc), key);
}

#endif
