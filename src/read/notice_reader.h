/** The section `notice` of a scenario. */
#ifndef NOTICE_READER_H
#define NOTICE_READER_H

#include <stdbool.h>

#include "inputs.h"
#include "scenario_reader.h"

/**
 * Reads `notice` into inputs->scenario.notice, each key from the first file of the chain that has it, and fills in what
 * none says. The ensemble must have been read. `settled`: model and horizon are good. All that is wrong is reported,
 * with its place.
 */
void notice_read(const struct scenario_chain *chain, struct inputs *inputs, bool settled);

#endif
