/** One file that the user names, replaced whole or left as it was. */
#ifndef WHOLE_FILE_H
#define WHOLE_FILE_H

#include <stdbool.h>
#include <stdio.h>

#include "problems.h"

/**
 * Writes `path` by `write`, which returns false with errno where it fails: aside first (under a new name beside it),
 * then in one step in its place. A device or pipe is written to directly; of a link, what it leads to is replaced; a
 * file without permission to write is left alone. Returns EX_OK; EX_CANTCREAT where the file cannot be made; EX_IOERR
 * where writing fails. What went wrong is reported. From here on the process ignores SIGXFSZ.
 */
int whole_file_write(const char *path, bool (*write)(FILE *stream, const void *of), const void *of,
                     struct problems *problems);

#endif
