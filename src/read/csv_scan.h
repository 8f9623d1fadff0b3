/** How the rows of a table are made out in its text: cells, quotes and line ends as RFC 4180 has them. */
#ifndef CSV_SCAN_H
#define CSV_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_table.h"

/** A row while it is scanned. */
struct csv_scan {
    const char *at;
    size_t cells; /**< Found so far, those beyond the table's width too. */
    size_t lines; /**< Line ends inside quotes. */
    bool empty;   /**< No cell has anything in it. */
};

/**
 * Makes the row at `next` the current one; its first `width` cells to `cells`. False, with a problem unless the table
 * is quiet, if it cannot be made out.
 */
bool csv_take_row(struct csv_table *self, struct csv_cell *cells, size_t width, struct csv_scan *scan);

/** The place of a byte of the current row. */
struct place csv_place_at(const struct csv_table *self, const char *raw);

/** Where the table's text ends; a NUL stands there. */
const char *csv_end(const struct csv_table *self);

#endif
