/** Life tables by single year of age: from death rates to the survivorship ratios that a projection uses. */
#ifndef LIFE_TABLE_H
#define LIFE_TABLE_H

#include <stddef.h>

#include "words.h"

/**
 * Mean years lived in their first year by those who die in it, from the death rate m0 of age 0 (Andreev & Kingkade
 * 2015, as in the Human Mortality Database's methods protocol, version 6).
 */
double andreev_kingkade_a0(enum sex sex, double m0);

/**
 * Survivorship ratios sx[ages] from central death rates mx[ages], single years, the last one open (Preston, Heuveline &
 * Guillot 2001, chapters 3 and 6): sx[0] = L0 / l0, sx[x] = Lx / L(x-1), sx[open] = T(open) / T(open - 1), the last
 * applied to the two oldest groups together. ax is a0 at age 0 and a half after; everybody dies in the open age at its
 * rate. mx is not below zero, and above zero at the open age. `mx` and `sx` may be the same array.
 */
void life_table_survivorship(enum sex sex, const double *mx, size_t ages, double *sx);

/** Survivorship ratios sx[ages] from person-years lived Lx[ages] per l0 births, in age groups of `step` years. */
void person_years_survivorship(const double *person_years, size_t ages, double step, double l0, double *sx);

#endif
