#include "file_hash.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>

bool file_hash(const char *path, struct hash_text *hash, double *bytes)
{
    uint8_t room[1 << 14];
    SHA2_CTX context;
    FILE *file = fopen(path, "rb");

    if (file == NULL) {
        return false;
    }
    *bytes = 0;
    SHA256Init(&context);
    for (size_t got = fread(room, 1, sizeof room, file); got > 0; got = fread(room, 1, sizeof room, file)) {
        SHA256Update(&context, room, got);
        *bytes += (double)got;
    }
    SHA256End(&context, hash->text);
    const bool whole = !ferror(file);
    const int error = errno;

    fclose(file);
    errno = error;
    return whole;
}
