/** Observed figures in words: of what and of whom they are, and of when. */
#ifndef OBSERVATION_TEXT_H
#define OBSERVATION_TEXT_H

#include "model.h"

/** Room for two dates and what stands between them. */
enum { PERIOD_ROOM = 96 };

struct period_text {
    char text[PERIOD_ROOM];
};

/** A day, a calendar year, or first and last day. */
struct period_text observation_period(const struct observation *of);

/** The series, and of whom it is where it is not of the whole district: "Births, Dongcheng". free(). */
char *observation_series(const struct model *model, enum language language, const struct observation *of);

#endif
