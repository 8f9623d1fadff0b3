/** A back-test as a table of its own and for people on a terminal. */
#ifndef BACKTEST_REPORT_H
#define BACKTEST_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "accuracy.h"
#include "csv_writer.h"
#include "terminal.h"

/**
 * A row for each comparison (UTF-8 with BOM, RFC 4180). kind `population` has the people of a group of ages, or all
 * (measure residents), by origin, day, ages and town (`total`: all together); kind `pupils` a level's pupils by the
 * method in measure (rates, progression) and school year; kind `observed` the figures of observed.csv; kind `outside`
 * the ratios of outside_checks.csv. Cells are empty where there is no such figure. False where writing fails, with the
 * reason in errno.
 */
bool backtest_report_csv(FILE *stream, const struct backtest *backtest);

/** The rows of that table, its names first. */
void backtest_report_table(struct csv_writer *csv, const struct backtest *backtest);

/** Errors by level and lead beside naive rules and the field's, then by town, then the rest, and what they weigh. */
void backtest_report_print(FILE *stream, const struct backtest *backtest, const struct terminal *terminal);

#endif
