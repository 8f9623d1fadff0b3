/** A comparison for people: first the answer in a sentence for each level, then what differs, then the tables. */
#ifndef TERMINAL_COMPARE_H
#define TERMINAL_COMPARE_H

#include "forecast_comparison.h"
#include "terminal.h"

/**
 * Prints it, answering for `year` (0: for each level the year in which the district changes most). The terminal's
 * folder is where compare.csv was written, NULL: nowhere. The caller checks the stream.
 */
void terminal_print_comparison(FILE *stream, const struct forecast_comparison *comparison,
                               const struct terminal *terminal, int year);

#endif
