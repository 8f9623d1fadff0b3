/** A file beside a report on a model, which must not take the place of what was read. */
#ifndef MODEL_FILE_H
#define MODEL_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "model.h"
#include "problems.h"

/** Whether the path names a file that the model was read from: a slip of the pen must not cost a table. */
bool model_file_is(const struct model *model, const char *path);

/** whole_file_write(), but never over a file that the model was read from: then EX_CANTCREAT, with a problem. */
int model_file_write(const char *path, const struct model *model, bool (*write)(FILE *stream, const void *of),
                     const void *of, struct problems *problems);

#endif
