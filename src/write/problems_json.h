/** What is wrong with the input, and what is noted, for other programs. */
#ifndef PROBLEMS_JSON_H
#define PROBLEMS_JSON_H

#include "json_writer.h"
#include "problems.h"

/**
 * The members `problems` (in the order of problems_print(): kind `problem` or `note`, id of the message, file, line and
 * column or null, text in the language, the message's slots) and `problems_dropped`, how many more were not kept.
 */
void problems_json(struct json_writer *json, const struct problems *problems, enum language language);

#endif
