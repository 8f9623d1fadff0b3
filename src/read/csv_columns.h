/** Which columns a table has: those asked for by our names, under the user's headings, and those that nobody knows. */
#ifndef CSV_COLUMNS_H
#define CSV_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_table.h"

/** The index of a column by our name of it, or CSV_NONE. */
size_t csv_column(struct csv_table *self, const char *name, enum csv_need need);

/**
 * To be called when all columns are asked for: reports required ones that are not there, renames of columns that nobody
 * asked for, and notes those that are not known. False if the rows cannot be read.
 */
bool csv_columns_end(struct csv_table *self);

#endif
