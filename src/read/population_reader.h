/** base_population.csv: who lives where at the census. */
#ifndef POPULATION_READER_H
#define POPULATION_READER_H

#include <stdbool.h>

#include "model_source.h"

/**
 * Reads base_population.csv after towns_read(): sets the model's ages and census_population, and its towns where there
 * is no towns.csv. Without a town column the people are shared out to the towns by population.
 */
bool population_read(struct model_source *source);

#endif
