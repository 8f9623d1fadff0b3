/** Who comes to live in a dwelling: housing_persons.csv. */
#ifndef HOUSEHOLD_READER_H
#define HOUSEHOLD_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads the table, which is there, into the persons of the model's estates, [estate_count] at `estates`. */
bool households_read(struct model_source *source, struct estate *estates);

#endif
