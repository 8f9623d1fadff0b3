/* For realpath() under strict C11. */
#define _XOPEN_SOURCE 700

#include "file_path.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

const char *path_folder(struct pool *pool, const char *path)
{
    const char *slash = strrchr(path, '/');

    if (slash == NULL) {
        return ".";
    }
    return slash == path ? "/" : pool_text(pool, path, (size_t)(slash - path));
}

static bool same_file(const char *a, const char *b)
{
    struct stat about_a;
    struct stat about_b;

    if (stat(a, &about_a) != 0 || stat(b, &about_b) != 0) {
        return false;
    }
    return about_a.st_dev == about_b.st_dev && about_a.st_ino == about_b.st_ino;
}

static bool is_step(const char *part, size_t length, const char *step)
{
    return strlen(step) == length && memcmp(part, step, length) == 0;
}

/* Where the last part of the `length` bytes of the path starts. */
static size_t last_part(const char *path, size_t length)
{
    while (length > 0 && path[length - 1] != '/') {
        length--;
    }
    return length;
}

/* Appends a part; "a/b" and ".." give "a". Returns the new length. */
static size_t append_part(char *path, size_t length, const char *part, size_t size)
{
    const size_t last = last_part(path, length);

    if (size == 0 || is_step(part, size, ".")) {
        return length;
    }
    if (is_step(part, size, "..") && length > last && !is_step(path + last, length - last, "..")) {
        return last > 1 ? last - 1 : last;
    }
    if (length > 0 && path[length - 1] != '/') {
        path[length++] = '/';
    }
    memcpy(path + length, part, size);
    return length + size;
}

/* The path without "." and without ".." after a name. */
static const char *folded(struct pool *pool, const char *path)
{
    char *result = pool_text(pool, path, strlen(path));
    size_t length = 0;

    if (*path == '/') {
        length = 1;
    }
    for (const char *at = path; *at != '\0';) {
        const size_t size = strcspn(at, "/");

        length = append_part(result, length, at, size);
        at += size + (at[size] == '/');
    }
    result[length] = '\0';
    return length == 0 ? "." : result;
}

const char *path_from(struct pool *pool, const char *folder, const char *path)
{
    if (*path == '/') {
        return path;
    }
    const size_t folder_length = strlen(folder);
    const size_t path_length = strlen(path);
    char *joined = pool_array(pool, folder_length + path_length + 2, 1);

    memcpy(joined, folder, folder_length);
    joined[folder_length] = '/';
    memcpy(joined + folder_length + 1, path, path_length);
    const char *shorter = folded(pool, joined);
    struct stat about;

    /* behind a link ".." is another folder; what is not there is named in the shorter form, easier to read */
    return strstr(joined, "..") == NULL || stat(joined, &about) != 0 || same_file(joined, shorter) ? shorter : joined;
}

const char *path_base(struct pool *pool, const char *path)
{
    size_t length = strlen(path);

    while (length > 1 && path[length - 1] == '/') {
        length--;
    }
    const size_t start = last_part(path, length);
    const char *base = pool_text(pool, path + start, length - start);

    if (strcmp(base, ".") != 0 && strcmp(base, "..") != 0 && *base != '\0') {
        return base;
    }
    char *real = realpath(path, NULL);
    const char *slash = real == NULL ? NULL : strrchr(real, '/');

    if (slash != NULL && slash[1] != '\0') {
        base = pool_text(pool, slash + 1, strlen(slash + 1));
    }
    free(real);
    return base;
}

const char *path_stem(struct pool *pool, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    const char *dot = strrchr(base, '.');

    /* ".yaml" and "..yaml" keep their ending: "" and "." name no folder */
    if (dot == NULL || strspn(base, ".") >= (size_t)(dot - base)) {
        return pool_text(pool, base, strlen(base));
    }
    return pool_text(pool, base, (size_t)(dot - base));
}
