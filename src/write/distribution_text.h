/** What is drawn of an ensemble's doubtful figure, in words. */
#ifndef DISTRIBUTION_TEXT_H
#define DISTRIBUTION_TEXT_H

#include "inputs.h"
#include "messages.h"

/** "x lognormal, median 1, sd of the logarithm 0.1"; of alternatives each with its probability. free(). */
char *distribution_text(const struct inputs *inputs, const struct ensemble_input *input, enum language language);

#endif
