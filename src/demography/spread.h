/** Spreading what is known to what the projection needs: a census to the state date, migration totals to ages. */
#ifndef SPREAD_H
#define SPREAD_H

#include <stddef.h>

#include "model.h"

/**
 * The population at the state date that lies `shift` of a year (0 <= shift < 1) before the census, of one sex:
 * state[a] = (1 - shift) census[a] + shift census[a + 1], the open age (1 - shift) census[open], so that nobody is
 * counted twice. Both [ages] persons; they must not overlap.
 */
void census_to_state(const double *census, size_t ages, double shift, double *state);

/** Rogers-Castro model schedule (Rogers & Castro 1981) at an age: migrants, up to a common factor. */
double schedule_intensity(const struct rogers_castro *schedule, double age);

/**
 * Shares of migrants by single year of age, [ages], summing to 1: Rogers-Castro model schedule (Rogers & Castro 1981)
 * m(x) = a1 exp(-alpha1 x) + a2 exp(-alpha2 (x - mu2) - exp(-lambda2 (x - mu2))) + c at each completed age x.
 */
void migration_schedule(const struct rogers_castro *schedule, size_t ages, double *share);

#endif
