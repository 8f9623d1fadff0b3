#include "say.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "mem.h"
#include "text.h"
#include "verbs.h"

void say(enum language language, enum message message, const struct slot *slots)
{
    char *text = message_text(message, language, slots);

    fprintf(stderr, "xuewei: %s\n", text);
    free(text);
}

bool say_in_colour(void)
{
    const char *no_colour = getenv("NO_COLOR");

    return isatty(STDOUT_FILENO) && (no_colour == NULL || *no_colour == '\0');
}

size_t say_columns(void)
{
    struct winsize size = { .ws_col = 0 };

    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) {
        return 0;
    }
    return size.ws_col;
}

void say_unknown_verb(const char *word, enum language language)
{
    const char **names = mem_array(verb_count, sizeof *names);

    for (size_t index = 0; index < verb_count; index++) {
        names[index] = verbs[index].name;
    }
    const char *nearest = text_nearest(word, names, verb_count);

    if (nearest != NULL) {
        say(language, MESSAGE_USAGE_VERB_NEAR, SLOTS({ "found", word }, { "nearest", nearest }));
    } else {
        say(language, MESSAGE_USAGE_VERB, SLOTS({ "found", word }));
    }
    free(names);
}
