/** The types of schools of district.yaml. */
#ifndef SCHOOL_TYPE_READER_H
#define SCHOOL_TYPE_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads `school_types` into the source's model, whose levels are known. */
bool school_types_read(struct model_source *source);

#endif
