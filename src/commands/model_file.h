/** Whether what the user wants written would take the place of what was read. */
#ifndef MODEL_FILE_H
#define MODEL_FILE_H

#include <stdbool.h>

#include "model.h"

/** Whether the path names a file that the model was read from: a slip of the pen must not cost a table. */
bool model_file_is(const struct model *model, const char *path);

#endif
