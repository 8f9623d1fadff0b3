#include "shard_place.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "mem.h"
#include "number.h"
#include "write_error.h"

static const char BEGINNING[] = "shard-";
static const char OF[] = "-of-";
static const char FOLDER_ENDING[] = ".shards";

char *shard_folder(const char *output, struct problems *problems)
{
    size_t length = strlen(output);

    while (length > 0 && output[length - 1] == '/') {
        length--;
    }
    char *folder = mem_array(length + sizeof FOLDER_ENDING, 1);

    memcpy(folder, output, length);
    const char *slash = strrchr(folder, '/');
    const char *name = slash == NULL ? folder : slash + 1;

    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_OUTPUT_NAMELESS, SLOTS({ "path", output }));
        free(folder);
        return NULL;
    }
    return strcat(folder, FOLDER_ENDING);
}

static bool is_folder(const char *path)
{
    struct stat about;

    if (stat(path, &about) != 0) {
        return false;
    }
    errno = S_ISDIR(about.st_mode) ? 0 : ENOTDIR;
    return S_ISDIR(about.st_mode);
}

static bool make_one(const char *path)
{
    return mkdir(path, 0777) == 0 || (errno == EEXIST && is_folder(path)) || is_folder(path);
}

bool shard_folder_make(const char *folder, struct problems *problems)
{
    char *path = mem_text(folder);
    bool made = true;

    for (size_t end = 1; made && path[end] != '\0'; end++) {
        if (path[end] == '/') {
            path[end] = '\0';
            made = make_one(path);
            path[end] = '/';
        }
    }
    made = made && make_one(path);
    if (!made) {
        write_error(problems, folder, errno);
    }
    free(path);
    return made;
}

char *shard_name(const struct shard *shard, const char *ending)
{
    const size_t size = sizeof BEGINNING + sizeof OF + sizeof "." + 2 * NUMBER_ROOM + strlen(ending);
    char *name = mem_array(size, 1);

    snprintf(name, size, "%s%zu%s%zu.%s", BEGINNING, shard->part + 1, OF, shard->parts, ending);
    return name;
}

char *shard_path(const char *folder, const struct shard *shard, const char *ending)
{
    char *name = shard_name(shard, ending);
    const size_t size = strlen(folder) + sizeof "/" + strlen(name);
    char *path = mem_array(size, 1);

    snprintf(path, size, "%s/%s", folder, name);
    free(name);
    return path;
}

bool shard_number(const char **text, const char *before, size_t *number)
{
    const double most = 9007199254740992; /* 2^53: up to there doubles have all whole numbers */
    const size_t length = strlen(before);
    double value = 0;

    if (strncmp(*text, before, length) != 0) {
        return false;
    }
    const char *digits = *text + length;
    const size_t count = strspn(digits, "0123456789");

    if (!number_read(digits, count, &value) || value > most) {
        return false;
    }
    *number = (size_t)value;
    *text = digits + count;
    return true;
}

/* The part that a file of this name belongs to; parts is 0 where it is no such name. */
static struct shard shard_of(const char *entry)
{
    static const struct shard none = { 0, 0 };
    static const char *const endings[] = { SHARD_FIGURES, SHARD_DONE };
    struct shard shard = none;

    const char *at = entry;

    if (!shard_number(&at, BEGINNING, &shard.part) || !shard_number(&at, OF, &shard.parts) || shard.part < 1 ||
        shard.part > shard.parts || shard.parts > SHARDS_MOST) {
        return none;
    }
    shard.part--;
    for (size_t ending = 0; ending < sizeof endings / sizeof *endings; ending++) {
        char *name = shard_name(&shard, endings[ending]);
        const bool same = strcmp(name, entry) == 0;

        free(name);
        if (same) {
            return shard;
        }
    }
    return none;
}

size_t *shard_splits(const char *folder, size_t *count)
{
    bool *seen = mem_array(SHARDS_MOST + 1, sizeof *seen);
    size_t *splits = mem_array(SHARDS_MOST, sizeof *splits);
    DIR *entries = opendir(folder);

    for (const struct dirent *entry = entries == NULL ? NULL : readdir(entries); entry != NULL;
         entry = readdir(entries)) {
        seen[shard_of(entry->d_name).parts] = true;
    }
    if (entries != NULL) {
        closedir(entries);
    }
    *count = 0;
    for (size_t parts = 1; parts <= SHARDS_MOST; parts++) {
        if (seen[parts]) {
            splits[(*count)++] = parts;
        }
    }
    free(seen);
    return splits;
}
