/** What people call the parameters in a few words: in sentences, columns and charts. What they mean is in THE table. */
#ifndef PARAMETER_LABELS_H
#define PARAMETER_LABELS_H

#include "parameters.h"

/** A label of each parameter in each language; none is NULL. */
extern const char *const parameter_labels[PARAMETERS][LANGUAGES];

#endif
