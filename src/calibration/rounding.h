/** Fitted values as they are handed on: no more digits than they have, so that every machine writes the same. */
#ifndef ROUNDING_H
#define ROUNDING_H

#include "least_squares.h"

/** The value rounded to the decimal place at or below a thousandth of its standard error (above 0, finite). */
double rounded_to_error(double value, double standard_error);

/** Rounds fitted values, inside their ranges, their errors and shares, and computes anew what follows from them. */
void solution_round(const struct least_squares *problem, struct solution *solution);

#endif
