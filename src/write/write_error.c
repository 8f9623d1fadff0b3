#include "write_error.h"

#include <errno.h>
#include <string.h>

/** An errno and what to say of it. */
struct reason {
    int error;
    enum message message;
};

static const struct reason REASONS[] = {
    { ENOSPC, MESSAGE_WRITE_DISK_FULL },  { EDQUOT, MESSAGE_WRITE_QUOTA },           { EFBIG, MESSAGE_WRITE_TOO_LARGE },
    { EACCES, MESSAGE_WRITE_DENIED },     { EPERM, MESSAGE_WRITE_DENIED },           { EROFS, MESSAGE_WRITE_READ_ONLY },
    { ENOTDIR, MESSAGE_WRITE_NO_FOLDER }, { ENAMETOOLONG, MESSAGE_WRITE_LONG_NAME }, { ENOENT, MESSAGE_WRITE_NOWHERE },
    { EISDIR, MESSAGE_WRITE_A_FOLDER },
};

void write_error(struct problems *problems, const char *path, int error)
{
    enum message message = MESSAGE_WRITE_FAILED;

    for (size_t index = 0; index < sizeof REASONS / sizeof REASONS[0]; index++) {
        message = REASONS[index].error == error ? REASONS[index].message : message;
    }
    report(problems, (struct place) { .file = NULL }, message, SLOTS({ "path", path }, { "reason", strerror(error) }));
}
