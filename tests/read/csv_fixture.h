/** A table made of a text, for the tests of what reads it. Include it like our other headers. */
#ifndef CSV_FIXTURE_H
#define CSV_FIXTURE_H

#include <stdbool.h>
#include <stdlib.h>

#include "csv_columns.h"
#include "csv_table.h"
#include "mem.h"
#include "support.h"

/** A table made of a text, and what was said of it. */
struct fixture {
    char *folder;
    struct csv_table table;
    struct problems problems;
    struct pool pool;
    bool good;
};

static inline struct fixture *open_text(const char *text)
{
    struct fixture *self = mem_array(1, sizeof *self);
    self->folder = temporary_folder();
    char *path = joined_path(self->folder, "t.csv");

    file_write(path, text);
    self->good = csv_table_open(&self->table, path, (struct place) { NULL, 0, 0 }, NULL, 0, &self->problems);
    free(path);
    return self;
}

static inline void close_text(struct fixture *self)
{
    csv_table_close(&self->table);
    csv_table_close(&self->table); /* harmless */
    problems_free(&self->problems);
    pool_free(&self->pool);
    temporary_folder_remove(self->folder);
    free(self);
}

#endif
