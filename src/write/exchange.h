/** Two folders change places in one step. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include <stdbool.h>

/**
 * Exchanges what `a` and `b` name, both in the folder open as `parent`. False with errno: ENOSYS or EINVAL where the
 * system or the file system cannot.
 */
bool exchange(int parent, const char *a, const char *b);

#endif
