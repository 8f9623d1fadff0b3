/** The tables of rates that move a population: fertility, mortality, sex ratio at birth, migration. */
#ifndef VITAL_READER_H
#define VITAL_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads them all after population_read(), which sets the towns and ages. Goes on after a bad table. */
bool vital_read(struct model_source *source);

#endif
