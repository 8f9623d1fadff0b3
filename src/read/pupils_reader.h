/** Pupils by grade of several years, and whether grade progression can go by them. */
#ifndef PUPILS_READER_H
#define PUPILS_READER_H

#include <stdbool.h>

#include "model_source.h"

/** Reads pupils.csv, if there is one. A problem too where district.yaml asks for progression without what it takes. */
bool pupils_read(struct model_source *source);

/**
 * Whether the model knows what grade progression takes: two school years, pupils below every grade that takes its own
 * from there, and children of the age at every other. Else reports at `place`, where progression is asked for.
 */
bool pupils_allow_progression(const struct model *model, struct place place, struct problems *problems);

#endif
