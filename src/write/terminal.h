/** What people see on the terminal after a run. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "inputs.h"
#include "result.h"

struct terminal {
    enum language language;
    bool colour;        /**< Shortage and surplus are told apart by their signs, too. */
    size_t columns;     /**< Of the screen: tables show as many years as fit. 0: all years, long lines. */
    const char *folder; /**< Where the result's tables were written; NULL: nowhere. */
    bool gap_alone;     /**< Only gap.csv was written there. */
};

/** Whether towns are shown one by one; of more than a hundred it is the sums alone. */
bool terminal_names_towns(const struct model *model);

/**
 * Prints a run for people: what was asked, the gap of each level by town and year, then what stands behind it:
 * observed against modelled figures, seats added beside the plan's targets, classes, land and staff, and in words
 * what rests on assumed figures. The same bytes for the same run;
 * the caller checks the stream.
 */
void terminal_print(FILE *stream, const struct inputs *inputs, const struct result *result,
                    const struct terminal *terminal);

/**
 * Prints, after a run for people, which files for people were written beside the tables: page, workbook and notice.
 * Nothing where they were not.
 */
void terminal_print_files(FILE *stream, const struct inputs *inputs, const struct result *result,
                          const struct terminal *terminal);

#endif
