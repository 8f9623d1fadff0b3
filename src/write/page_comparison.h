/** report.html of a comparison: the same page with another kind of document in it. */
#ifndef PAGE_COMPARISON_H
#define PAGE_COMPARISON_H

#include <stdio.h>

#include "forecast_comparison.h"
#include "messages.h"

/**
 * Writes the page: sentences in both languages, what differs in the inputs, gaps and shares by year, place and level.
 * Of more places than PAGE_TOWNS it has the sums alone, and of more sums than that the district. `year` as
 * terminal_print_comparison() has it. The page stands: page_built(). The stream remembers what goes wrong.
 */
void page_comparison_write(FILE *stream, const struct forecast_comparison *comparison, enum language language,
                           int year);

#endif
