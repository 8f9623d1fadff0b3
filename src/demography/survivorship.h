/** The life table of a town in a year, whichever way the model gives its mortality. */
#ifndef SURVIVORSHIP_H
#define SURVIVORSHIP_H

#include <stddef.h>

#include "model.h"

/**
 * Survivorship ratios sx[model->ages] (as life_table_survivorship() has them) of a town (any, where towns share them),
 * a year of the table (any, where it has none) and a sex: from sx, mx, or e0 with the standard.
 * scratch  [model->ages]
 */
void town_survivorship(const struct model *model, size_t town, int year, enum sex sex, double *scratch, double *sx);

#endif
