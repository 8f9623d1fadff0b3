/**
 * Long tables say nearly the same row after row: the same words as in the row before, and other numbers. Such rows are
 * read here in one go; every other one, and every one with a fault, is left to csv_next() and what reports it.
 */
#ifndef CSV_ALIKE_H
#define CSV_ALIKE_H

#include "csv_table.h"

/** More columns than that are read the ordinary way. */
enum { CSV_ALIKE_MOST = 8 };

/** What a cell must be for its row to be alike. */
struct csv_likeness {
    enum { CSV_ANY_TEXT, CSV_SAME_TEXT, CSV_DECIMAL, CSV_WHOLE } as; /**< The latter two: digits, from low to high. */
    double low;
    double high;
};

/**
 * Goes to the next row if it is alike to the last one that csv_next() gave, of which there must be one since the table
 * was opened or rewound; its numbers to `numbers`, by column. Else false, and csv_next() gives the row. `of` has the
 * table's width, which is at most CSV_ALIKE_MOST. csv_cell() keeps the cells of the row that csv_next() gave.
 */
bool csv_next_alike(struct csv_table *self, const struct csv_likeness *of, double *numbers);

#endif
