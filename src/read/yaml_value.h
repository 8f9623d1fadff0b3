/**
 * What the values of a YAML file say, as texts, numbers, words and days: each accessor takes only what it is asked for
 * and reports everything else.
 */
#ifndef YAML_VALUE_H
#define YAML_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "figure.h"
#include "file_keys.h"
#include "mem.h"
#include "model.h"
#include "words.h"
#include "yaml_doc.h"

/** As yaml_find(), but a key that is not there is a problem of the mapping. */
yaml_value yaml_need(const struct yaml_doc *self, yaml_value mapping, const char *key);

/** Reports a value that is no mapping (list). */
bool yaml_mapping(const struct yaml_doc *self, yaml_value value, const char *key);
bool yaml_list(const struct yaml_doc *self, yaml_value value, const char *key);

/** Reports each key of the mapping that is not among `keys`, with the nearest that is. */
void yaml_known_keys(const struct yaml_doc *self, yaml_value mapping, const char *const *keys, size_t count);

/** yaml_known_keys() with those that the table of keys has for such a mapping. */
void yaml_keys(const struct yaml_doc *self, yaml_value mapping, enum file_mapping in);

/** The rule of a number, as the table of keys has it. */
struct figure_rule yaml_rule(enum file_mapping in, const char *key);

/*
 * Accessors: false, with a problem, if the value is not what is asked for. `key` is its name for the message. Texts are
 * copied to the pool.
 */
bool yaml_text(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool, const char **text);

/** As yaml_text(), for what others refer to: one line without tabs, and without spaces at its ends. */
bool yaml_id(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool, const char **id);

bool yaml_number(const struct yaml_doc *self, yaml_value value, const struct figure_rule *rule, double *number);

/** As yaml_number(), but a value that is not there gives `otherwise`. */
bool yaml_number_or(const struct yaml_doc *self, yaml_value value, const struct figure_rule *rule, double otherwise,
                    double *number);
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

/** As yaml_languages(), for names, which stand on one line. */
bool yaml_name(const struct yaml_doc *self, yaml_value value, const char *key, struct pool *pool,
               const char *text[LANGUAGES]);

/** The `id` and `name` of an entry of a list. */
bool yaml_id_and_name(const struct yaml_doc *self, yaml_value entry, struct pool *pool, struct name *name);

/** Reports the entry's id, which another entry has already. */
void yaml_id_twice(const struct yaml_doc *self, yaml_value entry);

#endif
