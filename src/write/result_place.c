#include "result_place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mem.h"
#include "provenance.h"

/* More than any record of ours. */
enum { RECORD_ROOM = 1 << 20 };

enum { FOLDER_FLAGS = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

/* The folder of that name, to be read through; NULL with errno. closedir(). */
static DIR *open_entries(int parent, const char *name)
{
    const int folder = openat(parent, name, FOLDER_FLAGS);
    DIR *entries = folder < 0 ? NULL : fdopendir(folder);

    if (entries == NULL && folder >= 0) {
        close(folder);
    }
    return entries;
}

static const char *next_entry(DIR *entries)
{
    const struct dirent *entry = readdir(entries);

    while (entry != NULL && (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)) {
        entry = readdir(entries);
    }
    return entry == NULL ? NULL : entry->d_name;
}

/* The record of a folder, or an empty text where there is none. free(). */
static char *read_record(int folder)
{
    char *text = mem_array(RECORD_ROOM + 1, 1);
    /* Without waiting: whatever bears that name, a pipe perhaps, must not hold us up. */
    const int file = openat(folder, PROVENANCE_FILE, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    size_t used = 0;

    while (file >= 0 && used < RECORD_ROOM) {
        const ssize_t got = read(file, text + used, RECORD_ROOM - used);

        if (got <= 0) {
            break;
        }
        used += (size_t)got;
    }
    if (file >= 0) {
        close(file);
    }
    return text;
}

/* Whether the folder is still the one of that name: a run that tidies up may have been faster than our lock. */
static bool still_there(int parent, const char *name, int folder)
{
    struct stat named;
    struct stat opened;

    return fstatat(parent, name, &named, AT_SYMLINK_NOFOLLOW) == 0 && fstat(folder, &opened) == 0 &&
           named.st_dev == opened.st_dev && named.st_ino == opened.st_ino;
}

static enum occupant look_inside(DIR *entries, char **foreign)
{
    char *record = read_record(dirfd(entries));
    const bool ours = provenance_is_ours(record);
    enum occupant found = PLACE_FREE;

    for (const char *entry = next_entry(entries); entry != NULL; entry = next_entry(entries)) {
        found = ours ? PLACE_RESULT : PLACE_FOREIGN;
        if (!ours || !provenance_lists(record, entry)) {
            found = ours ? PLACE_FOREIGN_FILE : PLACE_FOREIGN;
            *foreign = mem_text(entry);
            break;
        }
    }
    free(record);
    return found;
}

/* What stands there, by one look; `settled` is false where it was taken away under our eyes. */
static enum occupant look_once(int parent, const char *name, char **foreign, bool *settled)
{
    struct stat about;

    *settled = true;
    if (fstatat(parent, name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
        return errno == ENOENT ? PLACE_FREE : PLACE_UNKNOWN;
    }
    if (S_ISLNK(about.st_mode)) {
        return PLACE_LINK;
    }
    if (!S_ISDIR(about.st_mode)) {
        return PLACE_NO_FOLDER;
    }
    DIR *entries = open_entries(parent, name);
    if (entries == NULL) {
        return errno == ENOENT ? PLACE_FREE : PLACE_UNKNOWN;
    }
    const enum occupant found = look_inside(entries, foreign);

    *settled = still_there(parent, name, dirfd(entries));
    closedir(entries);
    return found;
}

enum occupant result_place_look(int parent, const char *name, char **foreign)
{
    bool settled = false;
    enum occupant found = PLACE_UNKNOWN;

    *foreign = NULL;
    /* Another run may put its result there and be clearing away, file by file, the folder that we look into. */
    for (int attempt = 0; !settled && attempt < 1000; attempt++) {
        free(*foreign);
        *foreign = NULL;
        found = look_once(parent, name, foreign, &settled);
    }
    return found;
}

void result_place_remove(int parent, const char *name)
{
    DIR *entries = open_entries(parent, name);

    if (entries == NULL) {
        return;
    }
    for (const char *entry = next_entry(entries); entry != NULL; entry = next_entry(entries)) {
        unlinkat(dirfd(entries), entry, 0);
    }
    closedir(entries);
    unlinkat(parent, name, AT_REMOVEDIR);
}

/* What the names of folders aside begin with. free(). */
static char *aside_prefix(const char *name)
{
    const size_t size = strlen(name) + sizeof "..xuewei-";
    char *prefix = mem_array(size, 1);

    snprintf(prefix, size, ".%s.xuewei-", name);
    return prefix;
}

/* Locks the folder; -1 where another holds it. A file system without locks has to do without. */
static int open_locked(int parent, const char *name)
{
    const int folder = openat(parent, name, FOLDER_FLAGS);

    if (folder < 0) {
        return -1;
    }
    if ((flock(folder, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) || !still_there(parent, name, folder)) {
        close(folder);
        return -1;
    }
    return folder;
}

int result_place_aside(int parent, const char *name, char **hidden)
{
    static unsigned long made = 0;
    char *prefix = aside_prefix(name);
    const size_t size = strlen(prefix) + 48;
    int folder = -1;

    *hidden = mem_array(size, 1);
    for (int attempt = 0; folder < 0 && attempt < 1000; attempt++) {
        snprintf(*hidden, size, "%s%ld-%lu", prefix, (long)getpid(), made++);
        if (mkdirat(parent, *hidden, 0777) == 0) {
            folder = open_locked(parent, *hidden);
        } else if (errno != EEXIST) {
            break;
        }
    }
    const int error = errno;

    free(prefix);
    if (folder < 0) {
        free(*hidden);
        *hidden = NULL;
    }
    errno = error;
    return folder;
}

/* Whether nothing but our own plain files are in the folder: what a run leaves that was killed. */
static bool is_left_over(int folder)
{
    struct stat about;
    bool plain = fstat(folder, &about) == 0 && about.st_uid == geteuid();
    DIR *entries = open_entries(folder, ".");

    for (const char *entry = entries == NULL ? NULL : next_entry(entries); entry != NULL; entry = next_entry(entries)) {
        plain = plain && (fstatat(folder, entry, &about, AT_SYMLINK_NOFOLLOW) != 0 || S_ISREG(about.st_mode));
    }
    if (entries != NULL) {
        closedir(entries);
    }
    return plain && entries != NULL;
}

static void tidy_one(int parent, const char *name)
{
    const int folder = openat(parent, name, FOLDER_FLAGS);

    if (folder < 0) {
        return;
    }
    if (flock(folder, LOCK_EX | LOCK_NB) == 0 && is_left_over(folder)) {
        result_place_remove(parent, name);
    }
    close(folder);
}

void result_place_tidy(int parent, const char *name)
{
    char *prefix = aside_prefix(name);
    const size_t length = strlen(prefix);
    DIR *entries = open_entries(parent, ".");

    for (const char *entry = entries == NULL ? NULL : next_entry(entries); entry != NULL; entry = next_entry(entries)) {
        if (strncmp(entry, prefix, length) == 0 && entry[length + strspn(entry + length, "0123456789-")] == '\0') {
            tidy_one(parent, entry);
        }
    }
    if (entries != NULL) {
        closedir(entries);
    }
    free(prefix);
}
