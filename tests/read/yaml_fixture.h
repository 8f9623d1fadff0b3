/** A YAML file made of a text, for the tests of what reads it. Include it like our other headers. */
#ifndef YAML_FIXTURE_H
#define YAML_FIXTURE_H

#include <stdbool.h>
#include <stdlib.h>

#include "mem.h"
#include "support.h"
#include "yaml_doc.h"

/** A document made of a text, and what was said of it. */
struct fixture {
    char *folder;
    struct yaml_doc doc;
    struct problems problems;
    struct pool pool;
    bool good;
};

static inline struct fixture *open_text(const char *text)
{
    struct fixture *self = mem_array(1, sizeof *self);
    self->folder = temporary_folder();
    char *path = joined_path(self->folder, "t.yaml");

    file_write(path, text);
    self->good = yaml_doc_read(&self->doc, path, (struct place) { NULL, 0, 0 }, &self->problems);
    free(path);
    return self;
}

static inline void close_text(struct fixture *self)
{
    yaml_doc_free(&self->doc);
    yaml_doc_free(&self->doc); /* harmless */
    problems_free(&self->problems);
    pool_free(&self->pool);
    temporary_folder_remove(self->folder);
    free(self);
}

static inline yaml_value find(const struct fixture *self, const char *key)
{
    return yaml_find(&self->doc, yaml_root(&self->doc), key);
}

#endif
