/** What a verb answers another program on standard output, where --json asks for it: one JSON document. */
#ifndef ANSWER_H
#define ANSWER_H

#include <stdbool.h>

#include "csv_writer.h"
#include "json_writer.h"
#include "problems.h"

/** Of the documents; goes up when a member changes its meaning or goes away. */
enum { ANSWER_FORMAT = 1 };

/** Zero-initialise; without `asked` the functions below print for people, or nothing. */
struct answer {
    bool asked; /**< By --json. */
    struct json_writer json;
};

/** Begins the document: `format`, `xuewei` (the version), `verb`. */
void answer_begin(struct answer *self, const char *verb);

/** A table as a member of an object of its own, `tables`: its rows by `write`. */
void answer_table(struct answer *self, const char *name, void (*write)(struct csv_writer *csv, const void *of),
                  const void *of);

/**
 * Ends the document with `problems`, `problems_dropped` and `status`, the exit status; or, where none was asked for,
 * prints the problems to standard error. Returns the status.
 */
int answer_end(struct answer *self, const struct problems *problems, enum language language, int status);

#endif
