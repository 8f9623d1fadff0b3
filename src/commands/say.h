/** Messages of the command itself, which have no place in a file: to stderr, with the program's name. */
#ifndef SAY_H
#define SAY_H

#include <stdbool.h>
#include <stddef.h>

#include "messages.h"

/** `xuewei: text` in the language. `slots` as for report(). */
void say(enum language language, enum message message, const struct slot *slots);

/** Whether colours may be printed: standard output is a terminal, and NO_COLOR is not set. */
bool say_in_colour(void);

/** Columns of the terminal that standard output is; 0 where it is none, or its width is not known. */
size_t say_columns(void);

/** An unknown word in place of a verb, with the nearest verb if one is near. */
void say_unknown_verb(const char *word, enum language language);

#endif
