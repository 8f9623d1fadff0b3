/** The plain arrays of resolved inputs, through the functions by which the engine itself prepares them. */
#ifndef PLAIN_INPUTS_H
#define PLAIN_INPUTS_H

#include "inputs.h"
#include "plain.h"

/** The arrays of the scenario's own values. Asserts that the inputs have the shape told in plain.h. */
void plain_of_inputs(struct plain *self, const struct inputs *inputs);

#endif
