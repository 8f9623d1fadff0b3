/** A table for people: columns aligned by the widths that texts take on a terminal, Chinese or not. */
#ifndef TEXT_TABLE_H
#define TEXT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** How a text stands out, where colour is asked for. */
enum text_style { STYLE_PLAIN, STYLE_STRONG, STYLE_FAINT, STYLE_SHORTAGE, STYLE_SURPLUS, STYLES };

/** Rows of cells. Zero-initialise, but for `gap` and `indent`; free with text_table_free(). */
struct text_table {
    size_t gap;            /**< Spaces between columns. */
    size_t indent;         /**< Spaces before the first column. */
    struct text_row *rows; /**< Owned. */
    size_t count;
};

/** Starts a row; the cells that follow are its columns from the left. A row may have fewer than others. */
void text_table_row(struct text_table *self);

/** A line of text on its own, which makes no column wider. */
void text_table_line(struct text_table *self, const char *text, enum text_style style);

/** A line of dashes over the table's whole width. */
void text_table_rule(struct text_table *self);

/** Adds a cell to the row started last, its text (copied) at the left or at the right of the column. */
void text_table_left(struct text_table *self, const char *text, enum text_style style);
void text_table_right(struct text_table *self, const char *text, enum text_style style);

/** Columns of the terminal that the table takes, indent included. */
size_t text_table_width(const struct text_table *self);

/** Prints the table; no line ends in spaces. Without colour the bytes are the texts, spaces and dashes alone. */
void text_table_print(const struct text_table *self, FILE *stream, bool colour);

/** Frees the rows and leaves an empty table; harmless when called twice. */
void text_table_free(struct text_table *self);

/** Prints a text in a style, or as it is where no colour is asked for. */
void text_styled(FILE *stream, bool colour, enum text_style style, const char *text);

/**
 * Prints a text as lines of at most `columns` (0: one line), the first after `first` (a mark such as "- "), the others
 * indented by its width. Lines break at spaces and beside Chinese characters, but not before closing punctuation nor
 * after opening punctuation; a word that is longer than a line stays whole.
 */
void text_paragraph(FILE *stream, size_t columns, const char *first, const char *text);

#endif
