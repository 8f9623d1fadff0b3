/** Rows of observed.csv: what was counted or estimated beside what the model says. */
#ifndef OBSERVED_READER_H
#define OBSERVED_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_table.h"
#include "model.h"

/** The table's columns, the required ones first. */
enum { OBSERVED_REQUIRED = 6, OBSERVED_COLUMNS = 12 };
extern const char *const observed_columns[OBSERVED_COLUMNS];

/**
 * Reads the table's current row into `row`, a struct observation that stands behind those read before it, of which
 * model->observation_count says how many; `columns` are those of observed_columns. False, with problems at the cells,
 * if anything of it is not what its series takes, or it was read before; what the model cannot say is a note.
 */
bool observed_read(struct model *model, const struct csv_table *table, const size_t *columns, void *row);

#endif
