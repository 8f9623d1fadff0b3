/* For realpath(). */
#define _XOPEN_SOURCE 700

#include "whole_file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "mem.h"
#include "write_error.h"

static bool is_special(const char *path)
{
    struct stat status;

    return stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

/* The errno of what failed, where something did. */
static int failure(void)
{
    return errno != 0 ? errno : EIO;
}

/* Writes and closes the stream; the errno of what failed, or 0. */
static int fill(FILE *stream, bool (*write)(FILE *stream, const void *of), const void *of, bool sync)
{
    if (stream == NULL) {
        return errno;
    }
    errno = 0;
    const bool good = write(stream, of) && fflush(stream) == 0 && (!sync || fsync(fileno(stream)) == 0);
    const int error = good ? 0 : failure();

    errno = 0;
    return fclose(stream) == 0 || !good ? error : failure();
}

/* A new file beside `path`, under a name that nothing bore before and that takes the place of the X's in `aside`. */
static FILE *open_aside(char *aside)
{
    const int file = mkstemp(aside);
    const mode_t mask = umask(0);
    FILE *stream = file < 0 ? NULL : fdopen(file, "w");

    (void)umask(mask);
    if (stream == NULL && file >= 0) {
        (void)close(file);
    }
    if (stream != NULL) {
        (void)fchmod(file, 0666 & ~mask); /* as any new file; mkstemp() makes them for the owner alone */
    }
    return stream;
}

/* Writes aside and puts it in the file's place; the errno of what failed, or 0. */
static int replace(const char *path, char *aside, bool (*write)(FILE *stream, const void *of), const void *of)
{
    if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) != 0 && errno != ENOENT) {
        return errno;
    }
    FILE *stream = open_aside(aside);

    if (stream == NULL) {
        return errno;
    }
    int error = fill(stream, write, of, true);

    if (error == 0 && rename(aside, path) != 0) {
        error = errno;
    }
    if (error != 0) {
        (void)unlink(aside);
    }
    return error;
}

static bool could_not_create(int error)
{
    return error == EACCES || error == ENOENT || error == EISDIR || error == ENOTDIR || error == EROFS ||
           error == EPERM || error == ENAMETOOLONG;
}

int whole_file_write(const char *path, bool (*write)(FILE *stream, const void *of), const void *of,
                     struct problems *problems)
{
    static const char ending[] = ".XXXXXX";
    /* Where the path is a link, what it leads to is replaced and not the link. */
    char *led_to = realpath(path, NULL);
    const char *target = led_to != NULL ? led_to : path;
    char *aside = mem_array(strlen(target) + sizeof ending, 1);

    (void)signal(SIGXFSZ, SIG_IGN);
    strcat(strcpy(aside, target), ending);
    const int error = is_special(path) ? fill(fopen(path, "w"), write, of, false) : replace(target, aside, write, of);

    free(aside);
    free(led_to);
    if (error == 0) {
        return EX_OK;
    }
    write_error(problems, path, error);
    return could_not_create(error) ? EX_CANTCREAT : EX_IOERR;
}
