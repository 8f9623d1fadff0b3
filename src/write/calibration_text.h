/** What a calibration found in words: names of what was fitted, numbers by their errors, why figures are not used. */
#ifndef CALIBRATION_TEXT_H
#define CALIBRATION_TEXT_H

#include "calibrate.h"
#include "number.h"

/** What became of an observed figure; the words are empty for one that is used. */
extern const struct name figure_use_words[FIGURE_USES];

/** Why none of the observed figures was used, how many for each reason: "outside the model's years (2)". free(). */
char *calibration_unused(const struct calibration *self, enum language language);

/** The figures, three at most, that are furthest from the model before any fit, as a sentence; empty if none is.
 * free(). */
char *calibration_far_before(const struct calibration *self, const struct model *model, enum language language);

/** A number with as many decimals as its standard error gives it two digits. */
struct number_text number_by_error(double value, double standard_error);

/** "fertility.multiplier 2021", "enrolment.rate_multiplier primary 2021". free(). */
char *calibrated_name(const struct calibrated_value *value);

#endif
