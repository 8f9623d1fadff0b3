/** Names of a workbook's sheets, as Excel takes them: short, without some characters, no two alike. */
#ifndef SHEET_NAME_H
#define SHEET_NAME_H

#include <stddef.h>

/** Characters that a name has at most, in the units of UTF-16, as Excel counts. */
enum { SHEET_NAME_MOST = 31 };

/** The names given so far. Zero-initialise; free with sheet_names_free(). */
struct sheet_names {
    char **names; /**< Owned. */
    size_t count;
};

/**
 * A name like `wanted` that no other sheet has, whatever the case of its letters: what Excel forbids ([ ] : * ? / \,
 * control characters) and what breaks the formulas of charts (' !) becomes a space; cut to the length with an ellipsis
 * where need be; a number behind it where it was given before; brackets around what reads as a cell or a number. A
 * wanted text with nothing in it gives `sheet`. Borrowed from `self`.
 */
const char *sheet_name(struct sheet_names *self, const char *wanted);

/** Harmless when called twice. */
void sheet_names_free(struct sheet_names *self);

#endif
