/**
 * A YAML file as a tree whose every value knows its place. Reading it is strict: one document, no key twice, no alias
 * that leads into itself. What the values say is told by yaml_value.h.
 */
#ifndef YAML_DOC_H
#define YAML_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "problems.h"

/** Free with yaml_doc_free(). */
struct yaml_doc {
    const char *file;          /**< From problems_file(). */
    struct problems *problems; /**< Borrowed; takes what is found. */
    struct yaml_tree *tree;    /**< Owned; NULL: nothing read. */
};

/** A value of the document; 0 is none. */
typedef int yaml_value;

/**
 * Reads the file at `path`, whose root must be a mapping. False, with problems, if there is no tree to go on with; a
 * key given twice is a problem too, but leaves a tree. `named_at` as for text_file_read().
 */
bool yaml_doc_read(struct yaml_doc *self, const char *path, struct place named_at, struct problems *problems);

/** Frees the tree; harmless when called twice. */
void yaml_doc_free(struct yaml_doc *self);

/** The mapping that the file consists of. */
yaml_value yaml_root(const struct yaml_doc *self);

/** Where the value starts; an alias is where its anchor is. The whole file for 0. */
struct place yaml_place(const struct yaml_doc *self, yaml_value value);

bool yaml_is_mapping(const struct yaml_doc *self, yaml_value value);
bool yaml_is_list(const struct yaml_doc *self, yaml_value value);
bool yaml_is_scalar(const struct yaml_doc *self, yaml_value value);

/** Entries of a mapping or list; 0 for anything else. */
size_t yaml_size(const struct yaml_doc *self, yaml_value value);

/** The key or the value of an entry of a mapping; the value of a list. */
yaml_value yaml_key(const struct yaml_doc *self, yaml_value mapping, size_t entry);
yaml_value yaml_item(const struct yaml_doc *self, yaml_value value, size_t entry);

/** The text of a scalar, "" for anything else. Borrowed. */
const char *yaml_raw(const struct yaml_doc *self, yaml_value value);

/** The value of `key` in the mapping, or 0. */
yaml_value yaml_find(const struct yaml_doc *self, yaml_value mapping, const char *key);

#endif
