/** Values of a scenario that its model cannot use, or does not. */
#ifndef PARAMETER_CHECK_H
#define PARAMETER_CHECK_H

#include "inputs.h"
#include "scenario_reader.h"

/**
 * Checks the resolved values of a model that was read whole against what it knows: problems and notes stand at the
 * value in the first file of the chain that gives it, or in the model's district.yaml.
 */
void parameters_check(const struct scenario_chain *chain, struct inputs *inputs);

#endif
