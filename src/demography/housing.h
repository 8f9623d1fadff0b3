/** Those who move into new housing, as the tables and the scenario have it. */
#ifndef HOUSING_H
#define HOUSING_H

#include "inputs.h"

/**
 * The school year in which the estate (one of inputs->model.estates) is handed over: its own and the scenario's delay;
 * NEVER for one that is given up. What is handed over before the base year is so already: nothing moves it. Any other
 * is handed over in the base year at the earliest.
 */
double housing_handover(const struct inputs *inputs, const double *values, const struct estate *estate);

/** The estate's dwellings that fill in the year that starts at the state date of `year`. */
double housing_dwellings(const struct inputs *inputs, const double *values, const struct estate *estate, int year);

/** The households that move in then: the dwellings, times the scenario's multiplier of their persons. */
double housing_households(const struct inputs *inputs, const double *values, const struct estate *estate, int year);

/** Persons of the ages first_age..last_age, both sexes, in a household of the estate. */
double housing_persons(const struct model *model, const struct estate *estate, size_t first_age, size_t last_age);

/** Persons who move into the town's estates in the year; into those of all towns where `town` is their count. */
double housing_arrivals(const struct inputs *inputs, const double *values, size_t town, int year);

#endif
