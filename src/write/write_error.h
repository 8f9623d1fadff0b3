/** Why the machine did not let us write, in the user's words. */
#ifndef WRITE_ERROR_H
#define WRITE_ERROR_H

#include "problems.h"

/** Reports that `path` cannot be written, by the errno `error`. */
void write_error(struct problems *problems, const char *path, int error);

#endif
