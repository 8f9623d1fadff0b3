/** A scenario with everything filled in, as a file that gives the same run again. */
#ifndef RESOLVED_H
#define RESOLVED_H

#include <stdio.h>

#include "inputs.h"

/**
 * Writes the scenario as YAML: every parameter with its value for every key and year, in the table's order. `model` is
 * the path to the model's folder from the one in which the file will stand. Reading it gives the same values, so that
 * the file written of it is the same, byte for byte.
 */
void resolved_write(FILE *stream, const struct inputs *inputs, const char *model);

#endif
