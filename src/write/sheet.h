/** A sheet of a workbook: rows of cells from the top, and the page that they are printed on. */
#ifndef SHEET_H
#define SHEET_H

#include "workbook.h"

/** Start with sheet_begin(), end with sheet_end(). */
struct sheet {
    struct workbook *book; /**< Borrowed. */
    lxw_worksheet *page;
    const char *name; /**< Borrowed from the book. */
    size_t rows;      /**< Rows begun so far; the one that is open is rows - 1. */
    size_t columns;   /**< Cells so far in the open row. */
    size_t most;      /**< Of any row. */
    size_t table;     /**< Columns over which titles reach. */
    bool open;        /**< A row is. */
};

/** What groups of sheets are told apart by: the colour of their tabs. */
enum tab { TAB_SUMMARY, TAB_LEVEL, TAB_MANY, TAB_PLAN, TAB_TOWN, TABS };

/**
 * Adds a sheet whose table has `columns` columns of these widths (characters of the usual font), A4 across, as wide as
 * the paper, page numbers at its foot. Ends the program where the library has no memory.
 */
void sheet_begin(struct sheet *self, struct workbook *book, const char *wanted, enum tab tab, const double *widths,
                 size_t columns);

/** Ends the open row; the sheet is then the workbook's. */
void sheet_end(struct sheet *self);

/** Begins a row. Height in points; 0: as the text has it. */
void sheet_row(struct sheet *self, double height);

/** Leaves rows empty. */
void sheet_skip(struct sheet *self, size_t rows);

/** The next cell of the open row. Text is text whatever it begins with; NULL is an empty cell. */
void sheet_text(struct sheet *self, const char *text, enum look look, unsigned marks);

/** The next cell: reads back as the same double. NAN is an empty cell. */
void sheet_number(struct sheet *self, double number, enum look look, unsigned marks);

/** A row of one text over the whole table. */
void sheet_across(struct sheet *self, const char *text, enum look look);

/** The same for a text that may be long: the row is as high as its lines. */
void sheet_paragraph(struct sheet *self, const char *text, enum look look);

/** What is above the open row and left of so many columns stays on the screen; those rows are repeated on each page. */
void sheet_freeze(struct sheet *self, size_t repeated_from, size_t columns);

/** The filter of the row of headings `row`, down to the last row. */
void sheet_filter(struct sheet *self, size_t row, size_t columns);

/** Colours shortages red and surpluses blue in the rows first..last of the columns, by their value. */
void sheet_tint_gaps(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column);

/** Colours what is below the limit, as what misses a norm. */
void sheet_tint_below(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column,
                      double limit);

/** Colours what is above the limit. */
void sheet_tint_above(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column,
                      double limit);

/** A scale of colours over the values: blue at the least, white at 0, red at the greatest. */
void sheet_scale(struct sheet *self, size_t first_row, size_t last_row, size_t first_column, size_t last_column);

/** Bars in the cells of a column, as long as their values. */
void sheet_bars(struct sheet *self, size_t first_row, size_t last_row, size_t column);

/** New pages at these rows; `rows` has `count` of them. */
void sheet_breaks(struct sheet *self, const size_t *rows, size_t count);

/** Ordinary rows that a printed page holds where so many pixels stand beside the table and `above` points above it. */
size_t sheet_rows_of_page(const struct sheet *self, double beside, double above);

/** Lines that a text takes in so many characters of width. */
double sheet_lines(const char *text, double width);

/** Height of a row of so many lines, in points. */
double sheet_height(double lines);

#endif
