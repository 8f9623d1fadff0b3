/** What a model wants fitted to observations: `calibration` of district.yaml, and migrants_by_age.csv. */
#ifndef CALIBRATION_READER_H
#define CALIBRATION_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads both into the source's model, which is whole otherwise. False, with problems, if they are not right. */
bool calibration_read(struct model_source *source);

#endif
