/** Rules that need no model, beside which a forecast is to show what it is worth. */
#ifndef NAIVE_H
#define NAIVE_H

#include <stddef.h>

/** No change: residents of the ages first_age..last_age of a town's people [sex][age]. */
double naive_no_change(const double *people, size_t ages, size_t first_age, size_t last_age);

/**
 * Ageing alone: those of a town's people [sex][age] who will be first_age..last_age (below the open age) after `years`,
 * with neither deaths nor migration. Each year's newborn are as many as those aged 0 now.
 */
double naive_ageing(const double *people, size_t ages, size_t first_age, size_t last_age, size_t years);

#endif
