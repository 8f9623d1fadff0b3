/** The areas of district.yaml: names for what towns.csv groups its towns by. */
#ifndef AREA_READER_H
#define AREA_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads `areas` into the source. False, with problems, if they are not right. */
bool areas_read(struct model_source *source);

/** The name of the area with that id: the one given, else the id in both languages. `id` is kept. */
struct name areas_name(const struct model_source *source, const char *id);

/** Reports areas that no town is in; to be called when the model's areas are known. */
bool areas_check(const struct model_source *source);

#endif
