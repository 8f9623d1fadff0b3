/* For realpath(). */
#define _XOPEN_SOURCE 700

#include "relative_path.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Length of what two real paths have in common, whole parts only. */
static size_t common_length(const char *a, const char *b)
{
    size_t common = 0;
    size_t index = 0;

    while (a[index] != '\0' && a[index] == b[index]) {
        index++;
        common = a[index - 1] == '/' ? index : common;
    }
    const bool a_ends = a[index] == '\0' || a[index] == '/';
    const bool b_ends = b[index] == '\0' || b[index] == '/';

    return a_ends && b_ends ? index : common;
}

char *relative_path(const char *from, const char *path)
{
    char *real = realpath(path, NULL);
    const char *to = real != NULL ? real : path;
    const size_t common = common_length(from, to);
    const char *rest = to + common + (to[common] == '/');
    char *whole = mem_array(3 * strlen(from) + strlen(rest) + sizeof "/.", 1);

    for (const char *at = from + common; *at != '\0'; at++) {
        if (at[0] != '/' && (at == from + common || at[-1] == '/')) {
            strcat(whole, *whole != '\0' ? "/.." : "..");
        }
    }
    if (*rest != '\0') {
        strcat(whole, *whole != '\0' ? "/" : "");
        strcat(whole, rest);
    }
    if (*whole == '\0') {
        strcat(whole, ".");
    }
    free(real);
    return whole;
}
