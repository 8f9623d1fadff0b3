/** The verbs of the program, one row each. */
#ifndef VERBS_H
#define VERBS_H

#include <stdbool.h>
#include <stddef.h>

#include "messages.h"

/** An option of a verb. */
struct verb_option {
    const char *name;            /**< Without its hyphens. */
    const char *argument;        /**< What follows it; NULL: nothing. */
    bool is_needed;              /**< The verb does nothing without it. */
    const char *text[LANGUAGES]; /**< What it does. */
};

enum { VERB_OPTIONS_MOST = 8 };

struct verb {
    const char *name;
    const char *operands;                          /**< What it works on; NULL: nothing. */
    const char *text[LANGUAGES];                   /**< What it does, in a sentence. */
    struct verb_option options[VERB_OPTIONS_MOST]; /**< Ended by a NULL name. */
    /** Runs it; argv[0] is the verb itself. Returns a status of sysexits.h. */
    int (*run)(int argc, char **argv, enum language language);
};

extern const struct verb verbs[];
extern const size_t verb_count;

#endif
