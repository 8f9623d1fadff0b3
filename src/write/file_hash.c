#include "file_hash.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "mem.h"

enum { ROOM = 1 << 16 };

/* Adds what the file has left, without stdio's copy, and its length to `bytes`. False with errno. */
static bool add_file(int file, unsigned char *room, struct content_hash *hash, double *bytes)
{
    *bytes = 0;
    for (;;) {
        const ssize_t got = read(file, room, ROOM);

        if (got == 0) {
            return true;
        }
        if (got > 0) {
            content_hash_add(hash, room, (size_t)got);
            *bytes += (double)got;
        } else if (errno != EINTR) {
            return false;
        }
    }
}

bool file_hash(const char *path, struct hash_text *hash, double *bytes)
{
    struct content_hash content;
    const int file = open(path, O_RDONLY | O_CLOEXEC);

    if (file < 0) {
        return false;
    }
    content_hash_begin(&content);
    unsigned char *room = mem_array(ROOM, 1);
    const bool whole = add_file(file, room, &content, bytes);
    const int error = errno;

    free(room);
    close(file);
    content_hash_end(&content, hash->text);
    errno = error;
    return whole;
}
