/** The ensemble that a scenario asks for. */
#ifndef ENSEMBLE_READER_H
#define ENSEMBLE_READER_H

#include <stdbool.h>

#include "inputs.h"
#include "scenario_reader.h"

/**
 * Reads `sweep`, `sensitivity` or `uncertainty` from the first file of the chain that has one into
 * inputs->scenario.ensemble; none where no file has. The scenario's values and layout must stand. `whole_model`: towns
 * and projects are known; `settled`: the horizon is good, too. All that is wrong is reported, with its place.
 */
void ensemble_read(const struct scenario_chain *chain, struct inputs *inputs, bool whole_model, bool settled);

#endif
