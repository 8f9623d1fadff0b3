/**
 * A forecast as it could have been made earlier (a vintage): the population observed at an origin, and of all rates
 * and migrants only what was known by then, held as it was. What comes out are ordinary inputs for run(), without
 * anything that a scenario or a fit has put in: every parameter has its initial value.
 */
#ifndef VINTAGE_H
#define VINTAGE_H

#include "block.h"
#include "inputs.h"

/** The years of a table that were known at the origin and are held; NO_YEAR where the table has no years, or none is.
 */
struct known_years {
    int first;
    int last;
};

struct vintage {
    struct inputs inputs;                /**< The base year is the origin's state. Its model borrows from the other. */
    const struct observed_state *origin; /**< Borrowed. */
    struct known_years fertility;
    struct known_years mortality;
    struct known_years migration;
    /**
     * The parameter values with pupils by grade progression, by what pupils.csv had until the origin; the values of
     * `inputs` have them by enrolment rates. NULL where fewer than two school years were known.
     */
    const double *progression_values;
};

/** Bytes that vintage_make() needs for the origin and a forecast to the state of `last_year`. */
size_t vintage_bytes(const struct model *model, const struct observed_state *origin, int last_year);

/**
 * The vintage of `origin` (one of model->backtest.origins), to be run to the state of `last_year`, which is after it.
 * The rates of year t act from state t to state t + 1, so those up to the year before the origin's state are known: of
 * them, the last `known_years` and those that the table has. Where the table has none so early, its first year stands
 * for them. Migrants are held as persons by age and sex, rates of departure as rates. Projects are left out, since
 * a back-test asks for people and pupils alone, and so is new housing, of which no table says when it was known. Arrays
 * stand in `memory`; the pool stays the model's.
 */
void vintage_make(const struct model *model, const struct observed_state *origin, int last_year, struct block *memory,
                  struct vintage *vintage);

/** The years of a table that are known at the state of `origin_year`, see vintage_make(). */
struct known_years vintage_known(const struct model *model, const struct rates *table, int origin_year);

/** The towns' people at the state that an observed population stands for: [town][sex][age], see census_to_state(). */
void observed_to_state(const struct model *model, const struct observed_state *observed, double *state);

#endif
