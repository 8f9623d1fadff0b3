/** The tables of new housing: housing.csv and housing_persons.csv. */
#ifndef HOUSING_READER_H
#define HOUSING_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads the tables into the model, which has its towns and ages; a model without them has no estates. */
bool housing_read(struct model_source *source);

#endif
