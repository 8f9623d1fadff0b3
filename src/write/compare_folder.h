/** A comparison as a folder of tables. */
#ifndef COMPARE_FOLDER_H
#define COMPARE_FOLDER_H

#include "forecast_comparison.h"
#include "messages.h"
#include "problems.h"

/**
 * Writes compare.csv, differences.csv, compare.xlsx, report.html and provenance.json to the folder at `path`, whole or
 * not at all; without what the workbook or the page takes, all but that, with a note. `year` as
 * terminal_print_comparison() has it. Returns EX_OK, or the status of what went wrong, with a report.
 */
int compare_folder_write(const char *path, const struct forecast_comparison *comparison, enum language language,
                         int year, struct problems *problems);

#endif
