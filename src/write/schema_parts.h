/** What schemas are put together from: each function writes one schema as an object. Within write only. */
#ifndef SCHEMA_PARTS_H
#define SCHEMA_PARTS_H

#include <stdbool.h>

#include "json_writer.h"
#include "messages.h"
#include "parameters.h"
#include "words.h"

/** "description": the Chinese text, then the English one. */
void schema_description(struct json_writer *json, const char *const text[LANGUAGES]);

/** {"type": "object", "additionalProperties": false, ... up to the object of its properties, which is left open and
 * stands as `layout` says. */
void schema_object(struct json_writer *json, enum json_layout layout);

/** The members "type", "minimum" and "maximum". */
void schema_range(struct json_writer *json, bool whole, double low, double high);

/** The member "enum", of words. */
void schema_words_allowed(struct json_writer *json, const struct name *words, size_t count);

/** The member "enum" of a switch: YAML 1.2 reads yes as a text, YAML 1.1 as true. */
void schema_switch(struct json_writer *json);

/** The member "pattern" of a text. */
void schema_pattern(struct json_writer *json, const char *pattern);

/** The members of texts that stand alone: {"type": ["string", "number", ...], ...}, for YAML reads 2025 as a number. */
void schema_text(struct json_writer *json);

/** As schema_text(), of ids. */
void schema_id(struct json_writer *json);

/** The members of a parameter's value, by key and year as far as it has those. */
void schema_parameter(struct json_writer *json, const struct parameter_row *row);

/** The member "enum": the names of all parameters. */
void schema_parameter_names(struct json_writer *json);

/** The members of a distribution. */
void schema_distribution(struct json_writer *json);

#endif
