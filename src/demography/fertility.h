/** Age patterns of fertility: moving one along the ages without changing its level. */
#ifndef FERTILITY_H
#define FERTILITY_H

#include <stddef.h>

/**
 * The fertility rates asfr[ages] by single year of age, moved up by `shift` years (down, where below zero; any size):
 * of the rate of age x, the part 1 - f goes to x + w and f to x + w + 1, w the whole years of the shift and 0 <= f < 1
 * what is left of it, so that between single ages the pattern is interpolated linearly. What would leave the ages
 * first..last stays at the end that it would leave by. So the total fertility rate stays (but for rounding), and the
 * mean age of the pattern moves by `shift` less what the ends hold back. A shift of 0 gives the same doubles.
 *
 * Outside first..last (last < ages; first above last where nobody is fertile) asfr is zero, and so is shifted[ages].
 * They must not overlap.
 */
void fertility_shift(const double *asfr, size_t ages, size_t first, size_t last, double shift, double *shifted);

#endif
