/** What the model says where something was observed: a stock at a day, or a flow over a period. */
#ifndef OBSERVED_H
#define OBSERVED_H

#include "inputs.h"
#include "result.h"

enum observed_standing {
    OBSERVED_MODELLED,    /**< The model has a value for it. */
    OBSERVED_INPUT,       /**< It is the census itself, from which the model starts. */
    OBSERVED_OUTSIDE,     /**< Its period is not inside the states that were run. */
    OBSERVED_NOT_MODELLED /**< Its series is none that the model has. */
};

/**
 * The model's value of the observation, for the whole district; `*value` is left alone unless there is one.
 *
 * residents: persons at the end of the day `end`, linear between the state dates around it. The census date gives the
 *            sum of the census population, before it is brought back to the state date.
 * births:    persons from the beginning of the day `start` to the end of the day `end`; births of a year from state
 *            date to state date count by the part of it that the period covers.
 * Parts of a year go by months of equal length and days in them: 31 December ends 4/12 of a year after 1 September.
 */
enum observed_standing observed_value(const struct inputs *inputs, const struct result *result,
                                      const struct observation *observation, double *value);

/** Whether it counts births, a flow; else it is of residents, a stock. */
bool observed_is_births(const struct observation *observation);

/** Years from the model's first state to the beginning (days 0) or the end (days 1) of the day. */
double observed_years(const struct model *model, struct date date, int days);

/** Residents of the ages first_age..last_age (of the model's) in a population [town][sex][age] of all towns. */
double observed_residents(const struct model *model, const double *population, size_t first_age, size_t last_age);

#endif
