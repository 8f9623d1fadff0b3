/** What a run gives: every state and year from the model's base year to the horizon's last. */
#ifndef RESULT_H
#define RESULT_H

#include <assert.h>
#include <stddef.h>

#include "gap.h"
#include "progression.h"
#include "projection.h"

/**
 * How much of a run stays. A country's people of all years take gigabytes that a table of gaps does not ask for.
 */
enum keep {
    KEEP_ALL,
    KEEP_GAPS, /**< Children, components, seats and gaps of all states; people as far as something was observed. */
    KEEP_SUMS /**< As KEEP_GAPS, but gaps of the areas and the district alone; see school_year_gaps() for the towns'. */
};

/**
 * All arrays are carved from the block that the caller gave the run. States are those of base_year + 0, 1, ...; [kept]
 * are all of them with KEEP_ALL; else `people_states` of people, and NULL of pupils and seats.
 */
struct result {
    size_t states;
    enum keep keep;
    size_t people_states; /**< States of `population`: observed_people_states() where less than all is kept. */
    double *population;   /**< [kept][town][sex][age] persons at the state date. */
    double *components;   /**< [state but the last][town][COMPONENTS] persons in the year that starts there. */
    double *children;     /**< [state][town][grade], see struct enrolment. */
    struct progression progression; /**< Where the values ask for it. */
    double *enrolled;               /**< [kept][town][grade] */
    double *public_pupils;          /**< [kept][town][grade] */
    double *base_share;             /**< [town][level] public share of the base year where the model gives pupils. */
    double *seats_nominal;          /**< [kept][town][level], see struct supply. */
    double *seats;                  /**< [state][town][level] */
    double *seats_assumed;          /**< [kept][town][level] */
    struct gap *gaps;               /**< [state][place][level], see gap_state(); places from first_place on. */
    size_t first_place;             /**< 0, or the first that is no town. */
};

/** The row of a state, place (see gap_places(); one of those that are kept) and level. */
static inline const struct gap *result_gap(const struct result *self, const struct model *model, size_t state,
                                           size_t place, size_t level)
{
    const size_t places = gap_places(model) - self->first_place;

    assert(place >= self->first_place);
    return &self->gaps[(state * places + place - self->first_place) * model->level_count + level];
}

#endif
