/** A whole text file in memory, known to be UTF-8. */
#ifndef TEXT_FILE_H
#define TEXT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "problems.h"

/** Free with text_file_free(). */
struct text_file {
    const char *file; /**< The path as opened, from problems_file(). */
    char *text;       /**< Owned; `length` bytes of UTF-8 without BOM or NUL, then a closing NUL. */
    size_t length;
};

/**
 * Reads the file at `path`. False, with a problem, for what is not there, not a plain file, too large (2 GB), not to be
 * read, not UTF-8 text, or with a control character in it (see plain_text.h); GBK, UTF-16 and Excel workbooks are
 * recognised and told what to do. `named_at` is where the user's files name the path: a file that cannot be opened is
 * reported there, or at the file itself where it is zero.
 */
bool text_file_read(struct text_file *self, const char *path, struct place named_at, struct problems *problems);

/** The line and column of the byte at `offset`; what stands before it is UTF-8. */
struct place text_file_place(const struct text_file *self, size_t offset);

/** Frees the text; harmless when called twice. */
void text_file_free(struct text_file *self);

#endif
