/** Migrants by age, to which the schedule of migration is fitted: migrants_by_age.csv. */
#ifndef MIGRANT_READER_H
#define MIGRANT_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads the groups of ages into the model's calibration; none without the file. False, with problems, if not right. */
bool migrants_read(struct model_source *source);

#endif
