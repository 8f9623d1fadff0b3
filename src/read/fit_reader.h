/** What a model wants fitted to observations: `calibration` of district.yaml. */
#ifndef FIT_READER_H
#define FIT_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads the items of the plan of fits; none where there is no such section. False, with problems, if not right. */
bool fit_read(struct model_source *source);

#endif
