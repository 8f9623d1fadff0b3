#include "arguments.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"
#include "say.h"
#include "text.h"

/* The verbs share the process's one state of getopt. Messages are ours. */
void arguments_begin(void)
{
    optind = 1;
    opterr = 0;
}

/*
 * The argument at which getopt_long() stopped: the one before optind or, where it stopped at the first of several
 * letters (or bytes, of which optopt may be negative) behind one hyphen, the one at optind. No verb has letters that
 * others may follow.
 */
static const char *culprit(char **argv)
{
    const char *before = argv[optind - 1];
    const bool is_letter = optopt != 0 && optopt <= UCHAR_MAX;

    if (is_letter && !(before[0] == '-' && before[1] == (char)optopt && before[2] == '\0')) {
        return argv[optind];
    }
    return before;
}

/* The name of `known` that is nearest to `word`, NULL if none is near. */
static const char *nearest_name(const char *word, const struct option *known)
{
    const char *names[16];
    size_t count = 0;

    while (known[count].name != NULL && count < sizeof names / sizeof *names) {
        names[count] = known[count].name;
        count++;
    }
    return text_nearest(word, names, count);
}

/* The long option of `known` that is nearest to the argument, with its hyphens. NULL if none is near; else free(). */
static char *nearest_option(const char *argument, const struct option *known)
{
    static const char hyphens[] = "--";

    if (strncmp(argument, hyphens, sizeof hyphens - 1) != 0) {
        return NULL;
    }
    char *word = mem_text(&argument[sizeof hyphens - 1]);

    word[strcspn(word, "=")] = '\0';
    const char *nearest = nearest_name(word, known);

    free(word);
    if (nearest == NULL) {
        return NULL;
    }
    char *option = mem_array(strlen(nearest) + sizeof hyphens, 1);

    return strcat(strcpy(option, hyphens), nearest);
}

void arguments_refuse(int option, char **argv, const struct option *known, enum language language)
{
    if (option == ':') {
        say(language, MESSAGE_USAGE_VALUE, SLOTS({ "found", argv[optind - 1] }));
        return;
    }
    const char *found = culprit(argv);
    char *nearest = nearest_option(found, known);

    say(language, nearest != NULL ? MESSAGE_USAGE_OPTION_NEAR : MESSAGE_USAGE_ARGUMENT,
        SLOTS({ "found", found }, { "verb", argv[0] }, { "nearest", nearest }));
    free(nearest);
}

bool arguments_json_alone(int argc, char **argv, enum language language, bool *asked)
{
    enum { JSON = UCHAR_MAX + 1 };
    static const struct option known[] = { { "json", no_argument, NULL, JSON }, { NULL, 0, NULL, 0 } };

    arguments_begin();
    for (int option = 0; (option = getopt_long(argc, argv, ":", known, NULL)) != -1;) {
        if (option != JSON) {
            arguments_refuse(option, argv, known, language);
            return false;
        }
        *asked = true;
    }
    return true;
}

const char *arguments_only(int argc, char **argv, enum language language)
{
    if (argc - optind > 1) {
        say(language, MESSAGE_USAGE_ARGUMENT, SLOTS({ "found", argv[optind + 1] }, { "verb", argv[0] }));
        return NULL;
    }
    if (argc == optind) {
        say(language, MESSAGE_USAGE_NOTHING_TO_DO, SLOTS({ "verb", argv[0] }));
        return NULL;
    }
    return argv[optind];
}

bool threads_argument(const char *word, enum language language, size_t *threads)
{
    enum { THREADS_MOST = 1024 }; /* more than any machine has on which this is run */
    double number = 0;

    if (number_read(word, strlen(word), &number) && number >= 1 && number <= THREADS_MOST &&
        number == (double)(size_t)number) {
        *threads = (size_t)number;
        return true;
    }
    say(language, MESSAGE_USAGE_THREADS, SLOTS({ "found", word }, { "most", number_text(THREADS_MOST).text }));
    return false;
}
