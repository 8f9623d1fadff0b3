/**
 * A slow, plain reference for a year of one town: people, rates and migrants of an age and sex each a number, stepped
 * on by loops over them. Shares no code with src/.
 */
#ifndef PLAIN_YEAR_H
#define PLAIN_YEAR_H

#include <stdbool.h>

#include "model_fixture.h"

enum { PLAIN_CELLS = SEXES * FIXTURE_AGES };

/** One year of one town: its rates and migrants [sex][age], then what came of them. */
struct plain_year {
    double dying[PLAIN_CELLS];     /**< Shares of the people of an age who die before they are a year older. */
    double persons[PLAIN_CELLS];   /**< Who comes: arrivals, net migrants where there are no departures. */
    double departing[PLAIN_CELLS]; /**< Departures per resident. */
    double fertility[FIXTURE_AGES];
    double births;
    double arrivals;
    double departures;
};

/**
 * Shares of migrants by age [FIXTURE_AGES] that add up to 1: Rogers & Castro (1981), standard parameters, as written in
 * the book.
 */
void plain_schedule(double *shares);

/** Moves a pattern of fertility up by `shift` years by moving its cumulated rates; none outside `first`..`last`. */
void plain_shift(double *asfr, size_t first, size_t last, double shift);

/** Steps `people` [sex][age] on to the next state in place and adds up what happened. `gross`: people depart, too. */
void plain_year_step(struct plain_year *of, enum migration_rule rule, bool gross, double *people);

#endif
