/** A comparison as tables. */
#ifndef COMPARE_TABLES_H
#define COMPARE_TABLES_H

#include <stdio.h>

#include "csv_writer.h"
#include "forecast_comparison.h"

/**
 * compare.csv: demand, seats and gap of both sides by school year, place and level, the change of the gap, and a column
 * for each cause with its share (and, of a sample, one with the standard error). False with errno.
 */
bool compare_table(FILE *stream, const struct forecast_comparison *comparison);

/** differences.csv: what differs in the inputs, a row each. False with errno. */
bool differences_table(FILE *stream, const struct forecast_comparison *comparison);

/** The same rows for another writer, of a struct forecast_comparison. */
void compare_rows(struct csv_writer *csv, const void *of);
void differences_rows(struct csv_writer *csv, const void *of);

#endif
