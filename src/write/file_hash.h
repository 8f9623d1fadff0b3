/** The hash of a file, by which one can tell later whether it is still the same. */
#ifndef FILE_HASH_H
#define FILE_HASH_H

#include <stdbool.h>

#include "content_hash.h"

/** Room for a SHA-256 hash in hexadecimal digits. */
struct hash_text {
    char text[CONTENT_HASH_TEXT];
};

/** Hash and size of the file at `path`; false with errno. */
bool file_hash(const char *path, struct hash_text *hash, double *bytes);

#endif
