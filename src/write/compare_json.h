/** A comparison for other programs: what its tables have, by the very functions that write them, and the sentences. */
#ifndef COMPARE_JSON_H
#define COMPARE_JSON_H

#include "forecast_comparison.h"
#include "json_writer.h"
#include "messages.h"

/**
 * Members of the comparison: `sides` (A, then B), `horizon` of both, `answers` (a sentence a level, in the language,
 * for `year`; 0: for the year in which the district changes most), `sharing` (how the change is shared out, or why
 * not), `runs`, `residual`, `causes`, and `tables`: `compare` and `differences`, with the columns of the CSVs of those
 * names.
 */
void compare_json(struct json_writer *json, const struct forecast_comparison *comparison, enum language language,
                  int year);

#endif
