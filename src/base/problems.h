/**
 * What is wrong with the user's input: each problem with its place, all of a run together, in order of place.
 * Readers report and go on; the command prints the list and ends with the status of sysexits.h.
 */
#ifndef PROBLEMS_H
#define PROBLEMS_H

#include <stddef.h>
#include <stdio.h>

#include "messages.h"

/** A place in an input file as editors count it: from 1, columns in characters. Line 0: the whole file. */
struct place {
    const char *file; /**< From problems_file(), so that files keep the order in which they were read. */
    size_t line;
    size_t column;
};

/** All problems and notes of a run. Zero-initialise; free with problems_free(). */
struct problems {
    struct problem *items; /**< Owned; at most PROBLEMS_KEPT of them. */
    size_t count;          /**< Items kept. */
    size_t errors;         /**< Problems reported, those no longer kept included; notes are not counted. */
    size_t dropped;        /**< Reported beyond PROBLEMS_KEPT. */
    char **files;          /**< Owned names, in the order of problems_file(). */
    size_t file_count;
};

/** More than anyone reads; a table of a million bad rows must not fill the memory. */
enum { PROBLEMS_KEPT = 1000 };

/** The list's own copy of `path`; the same pointer for the same path. Fixes the file's rank in the order of places. */
const char *problems_file(struct problems *self, const char *path);

/**
 * Books a problem (or note, as the table of messages has it) at `place`.
 * `slots` fill the message's named slots; end with SLOTS(...)'s sentinel, or NULL for none. Texts are copied.
 * The same said twice of the same place is kept and counted once (as long as the list is not full). Notes take at
 * most half of the list.
 */
void report(struct problems *self, struct place place, enum message message, const struct slot *slots);

/**
 * Prints all, one a line, `file:line:column: text`, in order of file read, line, column, then of reporting; what has
 * no file comes first, as its text only. A note's text begins with a mark (`note: `). Control characters are shown
 * as \n, \x1b. Last, how many more were not kept.
 */
void problems_print(const struct problems *self, FILE *stream, enum language language);

/** A problem or note as it is handed on: with what its text was made of. Texts are the list's. */
struct problem_told {
    struct place place;
    enum message message;
    const char *text[LANGUAGES]; /**< As it was reported: control characters and all. */
    const struct slot *slots;    /**< Ended by a NULL name. */
};

/** All that is kept, `count` of them, in the order of problems_print(). free(); the texts stay the list's. */
struct problem_told *problems_told(const struct problems *self);

/** Frees what the list owns; harmless when called twice. */
void problems_free(struct problems *self);

#endif
