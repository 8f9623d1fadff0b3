/** The verbs of the program, one row each. */
#ifndef VERBS_H
#define VERBS_H

#include <stddef.h>

#include "messages.h"

struct verb {
    const char *name;
    const char *usage;           /**< What may follow `xuewei`. */
    const char *text[LANGUAGES]; /**< What it does, in a sentence. */
    /** Runs it; argv[0] is the verb itself. Returns a status of sysexits.h. */
    int (*run)(int argc, char **argv, enum language language);
};

extern const struct verb verbs[];
extern const size_t verb_count;

#endif
