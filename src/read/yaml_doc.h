/**
 * A YAML file as a tree whose every value knows its place. Reading it is strict: one document, no key twice, no alias
 * that leads into itself, and each accessor takes only what it is asked for and reports everything else.
 */
#ifndef YAML_DOC_H
#define YAML_DOC_H

#include <stdbool.h>
#include <stddef.h>

#include "figure.h"
#include "mem.h"
#include "model.h"
#include "problems.h"
#include "words.h"

/** Free with yaml_doc_free(). */
struct yaml_doc {
    const char *file;          /**< From problems_file(). */
    struct problems *problems; /**< Borrowed; takes what the accessors find. */
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

/** As yaml_find(), but a key that is not there is a problem of the mapping. */
yaml_value yaml_need(const struct yaml_doc *self, yaml_value mapping, const char *key);

/** Reports a value that is no mapping (list). */
bool yaml_mapping(const struct yaml_doc *self, yaml_value value, const char *key);
bool yaml_list(const struct yaml_doc *self, yaml_value value, const char *key);

/** Reports each key of the mapping that is not among `keys`, with the nearest that is. */
void yaml_known_keys(const struct yaml_doc *self, yaml_value mapping, const char *const *keys, size_t count);

/*
 * Accessors: false, with a problem, if the value is not what is asked for. `key` is its name for the message. Texts are
 * copied to the pool.
 */
bool yaml_text(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool, const char **text);
bool yaml_number(const struct yaml_doc *self, yaml_value value, const struct figure_rule *rule, double *number);
bool yaml_year(const struct yaml_doc *self, yaml_value value, const char *key, int *year);
bool yaml_word(const struct yaml_doc *self, yaml_value value, const char *key, const struct name *words, size_t count,
               size_t *index);

/** yes, no, true or false. */
bool yaml_switch(const struct yaml_doc *self, yaml_value value, const char *key, bool *on);

/** A day of the calendar, 2020-11-01. */
bool yaml_date(const struct yaml_doc *self, yaml_value value, const char *key, struct date *date);

/** A day of any year, 09-01; its year is 0. */
bool yaml_month_day(const struct yaml_doc *self, yaml_value value, const char *key, struct date *date);

/** One text for all languages, or a mapping with `zh`, `en` or both; the one left out is as the other. */
bool yaml_languages(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool,
                    const char *text[LANGUAGES]);

#endif
