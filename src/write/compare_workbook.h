/** compare.xlsx: a comparison as a workbook of one sheet. */
#ifndef COMPARE_WORKBOOK_H
#define COMPARE_WORKBOOK_H

#include <stdio.h>

#include "forecast_comparison.h"
#include "messages.h"

#define COMPARE_WORKBOOK_FILE "compare.xlsx"

/**
 * Writes it to the stream: the answer in sentences, what differs in the inputs, and for each level that changes, the
 * district's change by school year and the places' in the year answered for, over the assumptions. `year` as
 * terminal_print_comparison() has it. The same comparison gives the same bytes. False with errno where it cannot be
 * made; whether its bytes could be written the caller asks the stream. The library is there: workbook_possible().
 */
bool compare_workbook(FILE *stream, const struct forecast_comparison *comparison, enum language language, int year);

#endif
