/** Tables of millions of rows, written by as many threads as there are processors: the bytes of one thread. */
#ifndef CSV_ROWS_H
#define CSV_ROWS_H

#include "csv_writer.h"

/** Writes the rows first..end - 1 of a table. Threads call it at once, each with a writer of its own. */
typedef void write_rows(struct csv_writer *csv, const void *of, size_t first, size_t end);

/** Writes `count` rows to `csv`; `of` is what `rows` is given. */
void csv_rows(struct csv_writer *csv, write_rows *rows, const void *of, size_t count);

#endif
