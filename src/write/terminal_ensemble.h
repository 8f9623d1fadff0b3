/** What people see on the terminal after an ensemble. */
#ifndef TERMINAL_ENSEMBLE_H
#define TERMINAL_ENSEMBLE_H

#include "ensemble_result.h"
#include "terminal.h"

/**
 * Prints an ensemble for people: of draws the high, middle and low case and the probability of a shortage by town and
 * year; of a sweep a matrix of the greatest gap and the first short year; of a sensitivity which assumption moves the
 * gap most. `result` is the run of the scenario as it is. The same bytes for the same runs.
 */
void terminal_print_ensemble(FILE *stream, const struct inputs *inputs, const struct result *result,
                             const struct ensemble_result *ensemble, const struct terminal *terminal);

#endif
