/** Text as a workbook takes it. */
#ifndef CELL_TEXT_H
#define CELL_TEXT_H

#include <stddef.h>
#include <stdio.h>

/** Characters (units of UTF-16) that a cell takes; what is longer is cut, an ellipsis behind it. */
enum { CELL_TEXT_MOST = 32767 };

/** Bytes of the UTF-8 character that begins there; never beyond the text's end. */
size_t character_bytes(const char *at);

/**
 * Writes a text as the content of an XML element of a sheet. Characters that XML has not are written as Excel does,
 * _x0001_, and what reads like that in the text itself so that it reads the same in Excel. UTF-8.
 */
void cell_text_write(FILE *stream, const char *text);

/**
 * The text for where a workbook takes no such writing (titles, charts): control characters are spaces, U+FFFE and
 * U+FFFF question marks; no longer than `most` characters. free().
 */
char *cell_text_label(const char *text, size_t most);

#endif
