/** tables.xlsx: a run as the workbook that a bureau works with. */
#ifndef WORKBOOK_TABLES_H
#define WORKBOOK_TABLES_H

#include <stdio.h>

#include "audit.h"
#include "ensemble_result.h"
#include "inputs.h"
#include "problems.h"
#include "result.h"

/** What goes into it. All pointers are borrowed. */
struct workbook_content {
    const struct inputs *inputs;
    const struct result *result;            /**< KEEP_ALL. */
    const struct ensemble_result *ensemble; /**< NULL: the scenario asks for one run. */
    const struct audit *audit;              /**< NULL: there is none. */
    const char *version;                    /**< Of the program. */
    enum language language;
};

/** Whether this machine has what writing the workbook of that name takes; where not, says so as a note. */
bool workbook_possible(const char *name, struct problems *problems);

/**
 * Writes the workbook to the stream: a summary, gaps at a glance, a sheet for each level, for many runs what they say,
 * projects, audit, notes, a sheet for each town. The same content gives the same bytes. False with errno where it
 * cannot be made, as where there is no room for temporary files; whether its bytes could be written the caller asks the
 * stream.
 */
bool workbook_tables(FILE *stream, const struct workbook_content *content);

#endif
