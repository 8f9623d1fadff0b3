/** What verbs share in reading their arguments with getopt_long(). */
#ifndef ARGUMENTS_H
#define ARGUMENTS_H

#include <getopt.h>
#include <stdbool.h>
#include <stddef.h>

#include "messages.h"

/**
 * Makes getopt_long() ready for the arguments of a verb. It must then be called with short options that begin with ':',
 * and with values above UCHAR_MAX in `known` for long options without a short form.
 */
void arguments_begin(void);

/**
 * Says why the arguments are refused, after getopt_long() has returned `option`: ':' for a value that is missing, else
 * an option that the verb argv[0] does not have, with the nearest of `known` if one is near.
 */
void arguments_refuse(int option, char **argv, const struct option *known, enum language language);

/** Reads the options of a verb that has --json alone. False, with a message, where there is another. */
bool arguments_json_alone(int argc, char **argv, enum language language, bool *asked);

/** The one argument that is left behind the options; NULL, with a message, where there is none or more. */
const char *arguments_only(int argc, char **argv, enum language language);

/** The number of threads that --threads gives. False, with a message, for anything else. */
bool threads_argument(const char *word, enum language language, size_t *threads);

#endif
