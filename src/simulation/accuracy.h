/** How far forecasts were off, over many comparisons. */
#ifndef ACCURACY_H
#define ACCURACY_H

#include <stddef.h>

#include "backtest.h"

/** Errors of a group of ages at a lead, over towns and origins, in per cent of what was observed. */
struct accuracy {
    size_t cases;     /**< Comparisons with people in them; all else is NAN where there are none. */
    double bias;      /**< Mean error: above zero, too many were forecast. */
    double error;     /**< Mean absolute error (MAPE). */
    double no_change; /**< Mean absolute error of the naive rules; ageing is NAN for all residents. */
    double ageing;
    double ratio; /**< The forecast's mean absolute error over that of the better naive rule: below 1 it beats both. */
};

/** The error in per cent: above zero, too many; NAN where nobody was observed. */
double accuracy_percent(double forecast, double observed);

/** Over the towns (not their sum) of all origins. `group` group_count: all residents. */
struct accuracy accuracy_of(const struct backtest *self, size_t group, int lead);

/** The same of all towns together, a case for each origin. */
struct accuracy accuracy_of_district(const struct backtest *self, size_t group, int lead);

/** Errors of a level's pupils at a lead, over towns, or over districts where pupils are known for those alone. */
struct pupil_accuracy {
    size_t cases;
    double rates_bias; /**< As in struct accuracy. */
    double rates_error;
    double progression_bias; /**< NAN unless every case has it; so is no_change. */
    double progression_error;
    double no_change;
};

struct pupil_accuracy accuracy_of_pupils(const struct backtest *self, size_t level, int lead);

/** The next lead above `lead` that any comparison of pupils has, or 0. */
int accuracy_next_pupil_lead(const struct backtest *self, int lead);

/** The next lead above `lead` that any comparison has, or 0. */
int accuracy_next_lead(const struct backtest *self, int lead);

/**
 * What the field reaches: mean absolute error, per cent, of the national projections of enrolment in public schools of
 * the United States (National Center for Education Statistics, Projections of Education Statistics) at that lead; NAN
 * where it is not published for the lead.
 */
double accuracy_of_field(int lead);

#endif
