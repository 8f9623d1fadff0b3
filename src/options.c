#include "options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"

static const char *const codes[LANGUAGES] = { [CHINESE] = "zh", [ENGLISH] = "en" };

static bool named(const char *locale)
{
    return strcmp(locale, "C") != 0 && strncmp(locale, "C.", 2) != 0 && strcmp(locale, "POSIX") != 0;
}

static enum language locale_language(void)
{
    static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

    for (size_t index = 0; index < sizeof variables / sizeof *variables; index++) {
        const char *locale = getenv(variables[index]);

        if (locale != NULL && *locale != '\0') {
            return named(locale) && strncmp(locale, codes[CHINESE], 2) != 0 ? ENGLISH : CHINESE;
        }
    }
    return CHINESE;
}

/* The value of a --lang argument at `at`, NULL if it is none; `width` is how many arguments it takes. */
static const char *language_argument(int argc, char **argv, int at, int *width)
{
    static const char option[] = "--lang";
    const size_t length = sizeof option - 1;

    if (strncmp(argv[at], option, length) != 0) {
        return NULL;
    }
    *width = argv[at][length] == '=' ? 1 : 2;
    if (*width == 1) {
        return &argv[at][length + 1];
    }
    if (argv[at][length] != '\0') {
        return NULL;
    }
    return at + 1 < argc ? argv[at + 1] : "";
}

static bool set_language(const char *code, enum language *language)
{
    for (size_t index = 0; index < LANGUAGES; index++) {
        if (strcmp(code, codes[index]) == 0) {
            *language = (enum language)index;
            return true;
        }
    }
    say(*language, MESSAGE_USAGE_LANGUAGE, SLOTS({ "found", code }));
    return false;
}

bool options_language(int *argc, char **argv, enum language *language)
{
    int kept = 1;
    bool known = true;

    *language = locale_language();
    for (int at = 1; at < *argc && argv[at] != NULL; at++) {
        int width = 1;
        const char *code = language_argument(*argc, argv, at, &width);

        if (strcmp(argv[at], "--") == 0) {
            while (at < *argc) {
                argv[kept++] = argv[at++];
            }
        } else if (code != NULL) {
            known = set_language(code, language) && known;
            at += width - 1;
        } else {
            argv[kept++] = argv[at];
        }
    }
    *argc = kept;
    argv[kept] = NULL;
    return known;
}
