/** What the writers of resolved.yaml share. */
#ifndef RESOLVED_PARTS_H
#define RESOLVED_PARTS_H

#include <stdio.h>

#include "inputs.h"

/** `key: {zh: ..., en: ...}` and a line end. */
void resolved_texts(FILE *stream, const char *key, const char *const text[LANGUAGES]);

/** A value of the parameter as a scenario writes it. */
void resolved_value(FILE *stream, const struct model *model, const struct parameter_row *row, double value);

/** The scenario's sweep, sensitivity or uncertainty; nothing where it has none. */
void resolved_ensemble(FILE *stream, const struct inputs *inputs);

#endif
