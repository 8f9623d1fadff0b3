/** Text as people see it: UTF-8, widths on a terminal, and how alike two words are. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>

/** The offset of the first byte at `text` that is not UTF-8 (as Unicode 15 has it; no surrogates, no overlong forms),
 * or `length`. */
size_t text_invalid_at(const char *text, size_t length);

/** Whether text that is not UTF-8 reads as GB18030/GBK throughout: what Excel in China saves. */
bool text_looks_gbk(const char *text, size_t length);

/** Columns that the UTF-8 text takes on a terminal: 2 for Chinese characters, 0 for combining marks. */
size_t text_width(const char *text);

/** Characters (code points) in the first `length` bytes of UTF-8 text. */
size_t text_characters(const char *text, size_t length);

/**
 * The one of `count` words nearest to `word` (edit distance at most 2, or a third of its length if that is more;
 * the first of equals), or NULL if none is near; words without one character in common are not, however short.
 * Distances count characters, not bytes; case matters. For "did you mean".
 */
const char *text_nearest(const char *word, const char *const *words, size_t count);

#endif
