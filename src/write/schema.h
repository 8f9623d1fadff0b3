/**
 * JSON Schema (draft 07, which editors and validators take) of scenarios and of district.yaml, from the tables of
 * parameters and of keys, so that an editor knows every key, its range, its words and what it means.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include <stdio.h>

enum schema { SCHEMA_SCENARIO, SCHEMA_DISTRICT, SCHEMAS };

/** What `xuewei schema` calls them. */
extern const char *const schema_words[SCHEMAS];

/**
 * Writes the schema; its texts are Chinese and English. It refuses keys that there are not, values of the wrong type,
 * words that are none of the list, and numbers out of range; what hangs on the model or on another key is left to
 * `xuewei check`.
 */
void schema_write(FILE *stream, enum schema schema);

#endif
