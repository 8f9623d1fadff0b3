/** Whether inputs and values that did not come by way of resolve can be run at all. */
#ifndef IMAGE_CHECK_H
#define IMAGE_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "inputs.h"

/**
 * Whether the parts of the inputs fit each other: what is looked up is there for all years of the run, and grades and
 * ages are within their tables. Indices have been held to what there is as they were read.
 */
bool inputs_fit(const struct inputs *inputs);

/**
 * The index of the first of the values [layout.size] that no scenario could give: outside its parameter's range, not
 * whole where it must be, no town of the model, or a way of enrolment for which the model has no pupils; layout.size if
 * there is none.
 */
size_t values_misfit(const struct inputs *inputs, const double *values);

#endif
