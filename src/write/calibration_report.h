/** What a calibration found, for people on a terminal and as a table. */
#ifndef CALIBRATION_REPORT_H
#define CALIBRATION_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "calibrate.h"
#include "csv_writer.h"
#include "terminal.h"

/** A calibration of a model. All pointers are borrowed. */
struct calibration_report {
    const struct inputs *inputs; /**< As calibrate() left them. */
    const struct calibration *calibration;
};

/**
 * Prints the fitted values, the figures before and after, and in words what is not identified and whether the figures
 * agree. `terminal->folder` is the fragment that was written, NULL: none.
 */
void calibration_report_print(FILE *stream, const struct calibration_report *self, const struct terminal *terminal);

/**
 * One table (UTF-8 with BOM, RFC 4180), a row a fitted value (row `parameter`: `before` is its start), an observed
 * figure (`figure`) or a group of migrants by age (`group`): row, name, of (key, of whom, or ages), period, value
 * (fitted; observed), standard_error, prior, prior_error, step_error, share_from_data, standing, before, after,
 * residual (after - value), residual_in_errors, status (measured, derived, assumed; of a figure), source. False where
 * writing fails, with the reason in errno.
 */
bool calibration_report_csv(FILE *stream, const struct calibration_report *self);

/** The rows of that table, its names first. */
void calibration_report_table(struct csv_writer *csv, const struct calibration_report *self);

#endif
