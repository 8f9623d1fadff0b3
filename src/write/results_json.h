/** A run for other programs: the tables that people see, by the very functions that write the CSVs. */
#ifndef RESULTS_JSON_H
#define RESULTS_JSON_H

#include "json_writer.h"
#include "results.h"

/**
 * Members of the run: `scenario`, `title` in the language, `model`, `horizon`, and `tables`: `gap` (of a model without
 * levels `components`), and of an ensemble `sweep_summary`, `sensitivity` or `variants`; each a list of rows with the
 * columns of the CSV of that name.
 */
void results_json(struct json_writer *json, const struct results *results, enum language language);

#endif
