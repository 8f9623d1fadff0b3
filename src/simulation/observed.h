/** What the model says where something was observed: a stock at a day, or a flow over a period. */
#ifndef OBSERVED_H
#define OBSERVED_H

#include "inputs.h"
#include "result.h"

enum observed_standing {
    OBSERVED_MODELLED,    /**< The model has a value for it. */
    OBSERVED_INPUT,       /**< It is the census itself, from which the model starts. */
    OBSERVED_OUTSIDE,     /**< Its period is not inside the states that were run. */
    OBSERVED_NOT_MODELLED /**< The model has no such figure: arrivals and departures where its migration is net. */
};

/**
 * The model's value of the observation, for its town or the whole district; `*value` is left alone unless there is one.
 *
 * residents: persons of its ages at the end of the day `end`, linear between the state dates around it, age by age (of
 *            completed years at each date). The census date gives observed_census().
 * flows:     persons from the beginning of the day `start` to the end of the day `end`; those of a year from state
 *            date to state date count by the part of it that the period covers. Migrants are as they were asked for:
 *            what the floor of the projection gives back (FLOORED) is no migration.
 * pupils:    those of the school year that has the day `start`, at its level and in its grade or all.
 * Parts of a year go by months of equal length and days in them: 31 December ends 4/12 of a year after 1 September.
 */
enum observed_standing observed_value(const struct inputs *inputs, const struct result *result,
                                      const struct observation *observation, double *value);

/**
 * How many states, from the first on, observed_value() needs the people of: at least the first, at most those of the
 * run.
 */
size_t observed_people_states(const struct inputs *inputs);

/** Whether pupils were observed, so that observed_value() needs the pupils of all states. */
bool observed_has_pupils(const struct model *model);

/** Years from the model's first state to the beginning (days 0) or the end (days 1) of the day. */
double observed_years(const struct model *model, struct date date, int days);

/** Residents of the ages first_age..last_age (of the model's) in a population [town][sex][age] of all towns. */
double observed_residents(const struct model *model, const double *population, size_t first_age, size_t last_age);

/** As observed_residents(), of one town, or of the district for ALL_TOWNS. */
double observed_residents_of(const struct model *model, const double *population, size_t town, size_t first_age,
                             size_t last_age);

/**
 * Residents of the ages at the census, of one town or ALL_TOWNS, before they are brought back to the state date: as
 * counted, times what the scenario multiplies the towns by (population.town_multiplier, see residents.h).
 */
double observed_census(const struct inputs *inputs, size_t town, size_t first_age, size_t last_age);

/**
 * Pupils of one town or ALL_TOWNS at a level, in one of its grades or ALL_GRADES, among `pupils` [town][grade] of one
 * state: the result's children, enrolled or public_pupils.
 */
double observed_pupils_of(const struct model *model, const double *pupils, size_t town, size_t level, size_t grade);

/**
 * Persons of a component, of one town or ALL_TOWNS, from the beginning of the day `first` to the end of the day `last`,
 * as observed_value() has flows. False, `*value` left alone, if the period is not inside the years that were run.
 */
bool observed_flow(const struct model *model, const struct result *result, enum component component, size_t town,
                   struct date first, struct date last, double *value);

#endif
