/** base_population.csv: who lives where at the census. */
#ifndef POPULATION_READER_H
#define POPULATION_READER_H

#include <stdbool.h>

#include "model_source.h"

/**
 * Reads base_population.csv after towns_read(): sets the model's ages and census_population, and its towns where there
 * is no towns.csv. Without a town column the people are shared out to the towns by population. Where ages are groups,
 * the model's last age is that of the table of mortality, or the open group's first where that is higher.
 */
bool population_read(struct model_source *source);

/**
 * Shares the open group of a population by age groups out to the model's ages, after mortality is read: as those of
 * the stationary population of the town's life table in the base year. Does nothing to one by single ages.
 */
void population_share_open(struct model_source *source);

#endif
