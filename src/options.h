/** What the command line says to every verb: the language, and what is printed of the program itself. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <stdbool.h>

#include "messages.h"

/**
 * Takes `--lang zh|en` out of the arguments wherever it stands before a `--`. Without it the locale decides
 * (LC_ALL, LC_MESSAGES, LANG, as POSIX orders them): English where it names a language other than Chinese, else
 * Chinese. False, with a message on stderr, for another value of --lang.
 */
bool options_language(int *argc, char **argv, enum language *language);

#endif
