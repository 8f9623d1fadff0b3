/** Those who move into new housing, by town: what they add to the migrants, and what of the others they stand for. */
#ifndef NEWCOMERS_H
#define NEWCOMERS_H

#include <stddef.h>

#include "inputs.h"

/**
 * Packs the newcomers of the towns first..first + count - 1 (count <= LANES) for the kernel: persons [year][sex][age]
 * [lane] over `years` years from the base year on, by the age at the year's end; lanes without a town get zeros.
 *
 * Housing on top: those who move in, H. Inside the town's total: H(sex, age) less the sum of H, spread by `schedule`
 * [sex][age] (which sums to 1), so that the cells add up to nothing: the migrants of housing.csv and the others
 * together are as many as without housing. Inside the district's total: less the town's part, by its residents at the
 * census, of the sum of all towns' H; nothing in all towns together.
 */
void newcomers_pack(const struct inputs *inputs, const double *values, const double *schedule, size_t first,
                    size_t count, size_t years, double *persons);

#endif
