/** The JSON document inside the page: what was asked, of what, and what came out. Parts of page.c. */
#ifndef PAGE_DOCUMENT_H
#define PAGE_DOCUMENT_H

#include <stdio.h>

#include "json_writer.h"
#include "results.h"

/** All of it; of a page that is live, with the model that it runs. */
void page_document(FILE *stream, const struct results *of, bool is_live);

/** "name": {"id", "zh", "en"}; a language without a text has the id. */
void page_name(struct json_writer *json, const char *key, const struct name *name);

/** The members of such an object, in one that has others, too. */
void page_name_members(struct json_writer *json, const struct name *name);

/** "key": {"zh", "en"} */
void page_texts(struct json_writer *json, const char *key, const char *const text[LANGUAGES]);

/** Projects, targets, and what was observed: the plan and the world. */
void page_plan(struct json_writer *json, const struct inputs *inputs, const struct result *result);

/** THE table of parameters and where their values stand, and the values. */
void page_parameters(struct json_writer *json, const struct inputs *inputs);

/** What the runs of an ensemble say, where there is one; not what a page that is live computes by itself. */
void page_ensemble(struct json_writer *json, const struct inputs *inputs, const struct ensemble_result *ensemble,
                   bool is_live);

/** "key": base64 of the bytes. */
void page_bytes(struct json_writer *json, const char *key, const unsigned char *bytes, size_t count);

/** "key": numbers as base64 of doubles, lowest byte first. */
void page_doubles(struct json_writer *json, const char *key, const double *values, size_t count);

/** "key": the same as floats, of which a chart asks no more; what is not finite is NaN. */
void page_floats(struct json_writer *json, const char *key, const double *values, size_t count);

/** "key": the same as whole ten-thousandths of two bytes, for shares; what is beyond +-3 is held there. */
void page_fractions(struct json_writer *json, const char *key, const double *values, size_t count);

#endif
