/** Life tables of places where nothing but the life expectancy at birth is known: a standard, moved to that level. */
#ifndef BRASS_LOGIT_H
#define BRASS_LOGIT_H

#include <stddef.h>

#include "words.h"

/**
 * Survivorship ratios sx[ages] (as life_table_survivorship() has them) of the table whose logits are the standard's
 * plus a constant: Y(x) = alpha + Ys(x), Y(x) = ln((1 - l(x)) / l(x)) / 2 (Brass 1971, with beta 1), alpha such that
 * the life expectancy at birth is `e0` years. With beta 1 that is l(x) = ls(x) / (ls(x) + k (1 - ls(x))), k = exp(2
 * alpha), and the force of mortality is the standard's times k / (ls(x) + k (1 - ls(x))), which at the open age is the
 * factor of its death rate. a0 is that of the new table's own m0.
 *
 * k is found by bisection to the last bit. e0 is met to 1e-9, but where m0 comes to stand at a joint of the lines of
 * andreev_kingkade_a0(), whose ends are 0.0001 apart: there to 3e-6. An e0 that no k reaches gives the nearest table.
 *
 * standard   [ages] central death rates, single years, the last one open; above 0, below 2.
 * scratch    [ages]
 * `standard` and `sx` may be the same array.
 */
void brass_survivorship(enum sex sex, const double *standard, size_t ages, double e0, double *scratch, double *sx);

#endif
