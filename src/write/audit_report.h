/** What an audit found, as audit.csv and for people on a terminal. */
#ifndef AUDIT_REPORT_H
#define AUDIT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "audit.h"
#include "csv_writer.h"

/**
 * audit.csv: a row a finding (UTF-8 with BOM, RFC 4180) in order of rule, then of the model's rows, its texts in each
 * language: rule, weight, subject_zh, subject_en, found (what the plan has), expected (recomputed, or the norm),
 * difference (found - expected; empty where one is), arithmetic_zh, arithmetic_en, reading_zh, reading_en, projects.
 * False where writing fails, with the reason in errno.
 */
bool audit_report_csv(FILE *stream, const struct audit *audit);

/** The rows of that table, its names first. */
void audit_report_table(struct csv_writer *csv, const struct audit *audit);

/** How many checks there were, a table of the rules that found something, then each finding with its arithmetic. */
void audit_report_print(FILE *stream, const struct audit *audit, enum language language, bool colour);

/** The checks that agreed, one a line. */
void audit_report_print_agreed(FILE *stream, const struct audit *audit, enum language language, bool colour);

#endif
