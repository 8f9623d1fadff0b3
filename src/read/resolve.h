/** From a scenario's file to inputs that leave nothing open. */
#ifndef RESOLVE_H
#define RESOLVE_H

#include <stdbool.h>

#include "inputs.h"
#include "problems.h"

/**
 * Reads the scenario at `scenario_path`, all that it extends, and its model, and fills in what none of them says.
 * `inputs` need not be set before; free with model_free(&inputs->model) whether this succeeded or not. False if there
 * was a problem; notes leave it true. Inputs that were not read whole must not be run.
 *
 * Parents come first: a later file's path replaces the inherited one whole, a map by id only the ids that it names.
 *
 * A resolved file says everything, so that reading it changes nothing: `format: 1`, `model` (relative to that file),
 * `title` and `question` (if there is one) in both languages, `horizon`, `notice`, and of every row of the table of
 * parameters every key (level, town, builder, project; `{}` where there are none) with its value: a path as a map of
 * each year from the model's base year to the horizon's last; switches as yes or no; choices as their word; a year as
 * its number or `never`; numbers as number_write() has them. It extends nothing.
 */
bool inputs_read(struct inputs *inputs, const char *scenario_path, struct problems *problems);

#endif
