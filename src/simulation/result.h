/** What a run gives: every state and year from the model's base year to the horizon's last. */
#ifndef RESULT_H
#define RESULT_H

#include <stddef.h>

#include "gap.h"
#include "progression.h"
#include "projection.h"

/** All arrays are carved from the block that the caller gave the run. States are those of base_year + 0, 1, ... */
struct result {
    size_t states;
    double *population; /**< [state][town][sex][age] persons at the state date. */
    double *components; /**< [state but the last][town][COMPONENTS] persons in the year that starts there. */
    double *children;   /**< [state][town][grade], see struct enrolment. */
    struct progression progression; /**< Where the values ask for it. */
    double *enrolled;               /**< [state][town][grade] */
    double *public_pupils;          /**< [state][town][grade] */
    double *base_share;             /**< [town][level] public share of the base year where the model gives pupils. */
    double *seats_nominal;          /**< [state][town][level], see struct supply. */
    double *seats;                  /**< [state][town][level] */
    double *seats_assumed;          /**< [state][town][level] */
    struct gap *gaps;               /**< [state][place][level], see gap_state(). */
};

#endif
