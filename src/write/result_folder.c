/* For sync_file_range(), which is Linux's own. */
#define _GNU_SOURCE

#include "result_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "exchange.h"
#include "mem.h"
#include "relative_path.h"
#include "result_place.h"
#include "write_error.h"

static const struct place NOWHERE = { .file = NULL };

/* `a`, a slash unless `a` is nothing or ends in one, and `b`. free(). */
static char *join(const char *a, const char *b)
{
    const size_t length = strlen(a);
    const bool slash = length > 0 && a[length - 1] != '/';
    char *path = mem_array(length + strlen(b) + 2, 1);

    memcpy(path, a, length);
    path[length] = '/';
    strcpy(path + length + slash, b);
    return path;
}

static int fail(struct result_folder *self, const char *path, int error, int status)
{
    write_error(self->problems, path, error);
    self->status = status;
    return status;
}

/* Splits the path as the user named it; false where it ends in no name. */
static bool take_name(struct result_folder *self, const char *path)
{
    size_t length = strlen(path);

    self->path = mem_text(path);
    while (length > 0 && path[length - 1] == '/') {
        self->path[--length] = '\0';
    }
    const char *slash = strrchr(self->path, '/');

    self->name = slash == NULL ? self->path : slash + 1;
    return self->name[0] != '\0' && strcmp(self->name, ".") != 0 && strcmp(self->name, "..") != 0;
}

/* Makes and opens the folder that the result goes into. */
static bool open_parent(struct result_folder *self)
{
    const size_t length = (size_t)(self->name - self->path);
    char *parent = length == 0 ? mem_text(".") : mem_text(self->path);
    int made = 0;

    for (size_t end = 1; end < length; end++) {
        if (parent[end] == '/') {
            parent[end] = '\0';
            made = mkdir(parent, 0777) == 0 || errno == EEXIST ? made : errno;
            parent[end] = '/';
        }
    }
    parent[length == 0 ? 1 : length] = '\0';
    self->parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const int error = made != 0 ? made : errno;

    self->parent_path = self->parent < 0 ? NULL : realpath(parent, NULL);
    free(parent);
    errno = error;
    return self->parent_path != NULL;
}

static int refuse(struct result_folder *self, enum message message, const char *file)
{
    report(self->problems, NOWHERE, message, SLOTS({ "path", self->path }, { "file", file }));
    self->status = EX_CANTCREAT;
    return self->status;
}

/* EX_OK where the place is free or has an earlier result. */
static int check_place(struct result_folder *self)
{
    static const enum message REFUSAL[] = { [PLACE_LINK] = MESSAGE_OUTPUT_IS_A_LINK,
                                            [PLACE_NO_FOLDER] = MESSAGE_OUTPUT_NOT_A_FOLDER,
                                            [PLACE_FOREIGN] = MESSAGE_OUTPUT_FOREIGN,
                                            [PLACE_FOREIGN_FILE] = MESSAGE_OUTPUT_FOREIGN_FILE };
    char *foreign = NULL;
    const enum occupant found = result_place_look(self->parent, self->name, &foreign);

    if (found == PLACE_UNKNOWN) {
        return fail(self, self->path, errno, EX_CANTCREAT);
    }
    if (found != PLACE_FREE && found != PLACE_RESULT) {
        refuse(self, REFUSAL[found], foreign == NULL ? "" : foreign);
    }
    free(foreign);
    return self->status;
}

/* Where an earlier result stands while renaming has to do for an exchange. free(). */
static char *set_aside_name(const struct result_folder *self)
{
    char *dotted = mem_array(strlen(self->name) + sizeof "..xuewei-earlier", 1);

    strcpy(dotted, ".");
    strcat(dotted, self->name);
    return strcat(dotted, ".xuewei-earlier");
}

/*
 * Brings back, or clears away, an earlier result that a run killed between its two renames has left: it is whole, since
 * it is renamed before it is removed. Under the parent's lock, so that no run is just between them.
 */
static void rescue(struct result_folder *self)
{
    char *earlier = set_aside_name(self);
    struct stat about;

    if (fstatat(self->parent, earlier, &about, AT_SYMLINK_NOFOLLOW) == 0) {
        char *hidden = NULL;

        flock(self->parent, LOCK_EX);
        if (fstatat(self->parent, self->name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
            renameat(self->parent, earlier, self->parent, self->name);
        } else {
            const int folder = result_place_aside(self->parent, self->name, &hidden);

            if (folder >= 0 && renameat(self->parent, earlier, self->parent, hidden) == 0) {
                result_place_remove(self->parent, hidden);
            }
            if (folder >= 0) {
                close(folder);
            }
        }
        flock(self->parent, LOCK_UN);
        free(hidden);
    }
    free(earlier);
}

int result_folder_begin(struct result_folder *self, const char *path, struct problems *problems)
{
    *self = (struct result_folder) { .parent = -1, .aside = -1, .can_exchange = true, .problems = problems };
    signal(SIGXFSZ, SIG_IGN);
    if (!take_name(self, path)) {
        report(problems, NOWHERE, MESSAGE_OUTPUT_NAMELESS, SLOTS({ "path", path }));
        self->status = EX_CANTCREAT;
        return self->status;
    }
    if (!open_parent(self)) {
        return fail(self, self->path, errno, EX_CANTCREAT);
    }
    rescue(self);
    if (check_place(self) != EX_OK) {
        return self->status;
    }
    result_place_tidy(self->parent, self->name);
    self->aside = result_place_aside(self->parent, self->name, &self->hidden);
    if (self->aside < 0) {
        return fail(self, self->path, errno, EX_CANTCREAT);
    }
    return EX_OK;
}

/* Lets the system begin to write what the file has, so that the files go to the disk together. */
static void begin_sync(int file)
{
#ifdef SYNC_FILE_RANGE_WRITE
    sync_file_range(file, 0, 0, SYNC_FILE_RANGE_WRITE); /* what fails here fails again in fsync() */
#else
    (void)file;
#endif
}

static void tell_error(struct result_folder *self, size_t file, int error)
{
    if (error != 0 && self->status == EX_OK) {
        char *path = join(self->path, self->written[file]);

        fail(self, path, error, EX_IOERR);
        free(path);
    }
}

/* Ends the file, but for its sync; the first thing that went wrong with it is told. */
static void end_file(struct result_folder *self)
{
    FILE *file = self->file;
    int error = 0;

    if (file == NULL) {
        return;
    }
    self->file = NULL;
    if (ferror(file)) {
        error = errno != 0 ? errno : EIO;
    }
    if (fflush(file) != 0 && error == 0) {
        error = errno;
    }
    const int descriptor = fcntl(fileno(file), F_DUPFD_CLOEXEC, 0);

    if (descriptor < 0 && error == 0) {
        error = errno;
    }
    self->unsynced[self->written_count - 1] = descriptor;
    begin_sync(descriptor);
    if (fclose(file) != 0 && error == 0) {
        error = errno;
    }
    tell_error(self, self->written_count - 1, error);
}

/* All files to the disk, the last one first: where a sync ends a turn of the journal, that turn has all of them. */
static void sync_files(struct result_folder *self)
{
    for (size_t file = self->written_count; file-- > 0 && self->status == EX_OK;) {
        tell_error(self, file, fsync(self->unsynced[file]) != 0 ? errno : 0);
    }
}

static void book(struct result_folder *self, const char *name)
{
    self->written = mem_grow(self->written, self->written_count + 1, sizeof *self->written);
    self->unsynced = mem_grow(self->unsynced, self->written_count + 1, sizeof *self->unsynced);
    self->unsynced[self->written_count] = -1;
    self->written[self->written_count++] = mem_text(name);
}

FILE *result_folder_file(struct result_folder *self, const char *name)
{
    end_file(self);
    if (self->status != EX_OK) {
        return NULL;
    }
    const int file = openat(self->aside, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    self->file = file < 0 ? NULL : fdopen(file, "wb");
    if (self->file == NULL) {
        char *path = join(self->path, name);

        fail(self, path, errno, EX_IOERR);
        free(path);
        return NULL;
    }
    book(self, name);
    errno = 0;
    return self->file;
}

/* For file systems that cannot exchange. Between the renames nothing stands in the place; rescue() knows. */
static bool rename_both(struct result_folder *self)
{
    char *earlier = set_aside_name(self);

    flock(self->parent, LOCK_EX);
    bool done = renameat(self->parent, self->name, self->parent, earlier) == 0 || errno == ENOENT;
    if (done && renameat(self->parent, self->hidden, self->parent, self->name) != 0) {
        const int error = errno;

        renameat(self->parent, earlier, self->parent, self->name);
        errno = error;
        done = false;
    }
    if (done) {
        renameat(self->parent, earlier, self->parent, self->hidden);
    }
    const int error = errno;

    flock(self->parent, LOCK_UN);
    free(earlier);
    errno = error;
    return done;
}

/* Whether the folder stands in its place; then what stood there, if anything, has the hidden name. */
static bool put_in_place(struct result_folder *self)
{
    /* Another run may put its result there, or the user may remove it, between two of these calls. */
    for (int attempt = 0; attempt < 100; attempt++) {
        if (renameat(self->parent, self->hidden, self->parent, self->name) == 0) {
            return true;
        }
        if (errno != ENOTEMPTY && errno != EEXIST) {
            return false;
        }
        if (self->can_exchange && exchange(self->parent, self->hidden, self->name)) {
            return true;
        }
        if (self->can_exchange && errno != EINVAL && errno != ENOSYS && errno != ENOENT) {
            return false;
        }
        self->can_exchange = self->can_exchange && errno == ENOENT;
        if (!self->can_exchange) {
            rescue(self);
            if (rename_both(self)) {
                return true;
            }
        }
    }
    return false;
}

int result_folder_commit(struct result_folder *self)
{
    end_file(self);
    sync_files(self);
    if (self->status != EX_OK || check_place(self) != EX_OK) {
        return self->status;
    }
    if (fsync(self->aside) != 0 && errno != EINVAL) {
        return fail(self, self->path, errno, EX_IOERR);
    }
    if (!put_in_place(self)) {
        return fail(self, self->path, errno, EX_IOERR);
    }
    fsync(self->parent); /* the result is there; only a power cut now could still bring the earlier one back */
    result_place_remove(self->parent, self->hidden);
    free(self->hidden);
    self->hidden = NULL;
    return EX_OK;
}

static void close_open(int *descriptor)
{
    if (*descriptor >= 0) {
        close(*descriptor);
    }
    *descriptor = -1;
}

void result_folder_abandon(struct result_folder *self)
{
    if (self->file != NULL) {
        fclose(self->file);
    }
    if (self->hidden != NULL) {
        result_place_remove(self->parent, self->hidden);
    }
    close_open(&self->aside);
    close_open(&self->parent);
    for (size_t index = 0; index < self->written_count; index++) {
        close_open(&self->unsynced[index]);
        free(self->written[index]);
    }
    free(self->unsynced);
    free(self->written);
    free(self->hidden);
    free(self->parent_path);
    free(self->path);
    *self = (struct result_folder) { .parent = -1, .aside = -1 };
}

char *result_folder_relative(const struct result_folder *self, const char *path)
{
    char *from = join(self->parent_path, self->name);
    char *relative = relative_path(from, path);

    free(from);
    return relative;
}
