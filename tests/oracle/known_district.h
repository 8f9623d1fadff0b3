/**
 * A district of the fixture whose tables hold figures made by rule for every town, year, sex and age, whatever axes the
 * tables have; and what its model has to make of them, worked out the slow and plain way.
 */
#ifndef KNOWN_DISTRICT_H
#define KNOWN_DISTRICT_H

#include <stdbool.h>

#include "model_fixture.h"
#include "plain_year.h"

enum { KNOWN_FIRST_YEAR = 2018, KNOWN_YEARS = 20 };

/** The axes that a table has; the others are left out of it. */
enum { BY_TOWN = 1, BY_YEAR = 2, BY_SEX = 4, BY_AGE = 8, ALL_AXES = 16 };

/** What a district's tables hold. */
struct known {
    unsigned migrant_axes;
    unsigned departure_axes;
    unsigned fertility_axes;
    unsigned mortality_axes;
    bool migrants;
    bool departures;
    bool is_sx;
    bool improved;
    bool shifted;
    bool housing;
    enum housing_place place;
};

/** Gives the district these tables, and parameters that change from year to year. Housing wants three towns. */
void known_set(struct fixture *district, const struct known *known, enum migration_rule rule);

/** A town's share of what is known for the district: its part of the residents at the census. */
double known_town_share(const struct fixture *district, size_t town);

/** The rates and migrants of a town in a year; nothing has come of them yet. */
struct plain_year known_year(const struct fixture *district, const struct known *known, size_t town, int year);

/** Sets up a district of three towns by either rule and compares every state and flow with plain_year_step(). */
void assert_as_known(const struct known *known);

#endif
