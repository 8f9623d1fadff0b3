/** What a result stands on, for the record: the program, the inputs by their hashes, the files that were written. */
#ifndef PROVENANCE_H
#define PROVENANCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "forecast.h"
#include "inputs.h"
#include "problems.h"

#define PROVENANCE_FILE "provenance.json"

/**
 * Writes the record: the same inputs give the same bytes, on any machine, in any language and folder. `written` are the
 * names of the result's files. False, with a report, where an input can no longer be read.
 */
bool provenance_write(FILE *stream, const struct inputs *inputs, const char *version, char *const *written,
                      size_t written_count, struct problems *problems);

/** The record of a comparison of two forecasts: what either stands on. `written` as above. */
void provenance_write_compared(FILE *stream, const struct forecast *const sides[2], const char *version,
                               char *const *written, size_t written_count);

/** Whether the text is a record of ours, so that the folder that bears it is a result. */
bool provenance_is_ours(const char *text);

/** Whether a record of ours names the file as one that it wrote. */
bool provenance_lists(const char *text, const char *name);

#endif
