/** A scenario in words: which parameters differ from their initial values, and how. */
#ifndef SCENARIO_WORDS_H
#define SCENARIO_WORDS_H

#include <stdbool.h>

#include "inputs.h"
#include "messages.h"

/** Whether the parameter's values for the key are others than `initial`, which has a whole vector. */
bool scenario_changes(const struct inputs *inputs, const double *initial, enum parameter parameter, size_t key);

/**
 * The values [layout.size] of a parameter for a key as people read them: one, or of a path each stretch of years that
 * are alike: `2020: 0.971; 2021-2023: 1`. free().
 */
char *scenario_values_text(const struct inputs *inputs, const double *values, enum parameter parameter, size_t key,
                           enum language language);

/** What the key is for people: a level's, town's, project's name; empty where the parameter has no axis. */
const char *scenario_key_text(const struct inputs *inputs, enum parameter parameter, size_t key,
                              enum language language);

#endif
