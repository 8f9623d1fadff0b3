/** Paths as the user's files write them. Everything returned is owned by the pool. */
#ifndef FILE_PATH_H
#define FILE_PATH_H

#include <stdbool.h>

#include "mem.h"

/** The folder of the file at `path`: "a/b" of "a/b/c.yaml", "." of "c.yaml". */
const char *path_folder(struct pool *pool, const char *path);

/**
 * `path` seen from `folder`, in its shortest form: "a" and "../b/c" give "b/c", unless symbolic links make that another
 * file. An absolute `path` stays as it is.
 */
const char *path_from(struct pool *pool, const char *folder, const char *path);

/** The last part of the path, trailing slashes aside; that of the real path where it has no name (".", "..", "/"). */
const char *path_base(struct pool *pool, const char *path);

/** The name of the file without its ending: "baseline" of "scenarios/baseline.yaml". Fit to name a folder. */
const char *path_stem(struct pool *pool, const char *path);

#endif
