/**
 * Sobol's points: draws that fill the space of doubtful figures evenly instead of at random, so that fewer are needed
 * for the same sharpness.
 */
#ifndef SOBOL_POINTS_H
#define SOBOL_POINTS_H

#include <stddef.h>
#include <stdint.h>

enum {
    /** Dimensions for which Bratley and Fox have direction numbers. Whoever asks for more is refused beforehand. */
    SOBOL_DIMENSIONS = 40,
    SOBOL_BITS = 30,
};

/** As many points as there are: beyond them the sequence has no new ones. */
#define SOBOL_MOST_POINTS (((uint32_t)1 << SOBOL_BITS) - 1)

/** The direction numbers, as integers of SOBOL_BITS bits. Plain data; made once, then read by all threads. */
struct sobol_points {
    uint32_t direction[SOBOL_DIMENSIONS][SOBOL_BITS];
};

/**
 * Makes the direction numbers of the sequence of Sobol (1967) as Bratley and Fox have it (1988, "Algorithm 659:
 * implementing Sobol's quasirandom sequence generator"): same points, in the same order, as GSL's gsl_qrng_sobol.
 */
void sobol_points_init(struct sobol_points *self);

/**
 * Coordinates of points first + 1 ... first + count in a dimension (from 0; below SOBOL_DIMENSIONS): the very first
 * point, which is 0 in every dimension, is left out. Multiples of 2^-30 between 0 and 1, both left out. Any point can
 * be asked for by itself (Gray code order, Antonov and Saleev 1979). first + count <= SOBOL_MOST_POINTS.
 */
void sobol_coordinates(const struct sobol_points *self, size_t dimension, uint32_t first, size_t count,
                       double *coordinates);

/**
 * Shifts coordinates of one dimension at random in place, bit by bit (exclusive or with 52 bits of the seed and the
 * dimension): the points stay as evenly spread, each coordinate alone becomes uniform, and several seeds tell how
 * sharp the results are (L'Ecuyer and Lemieux 2002, "Recent advances in randomized quasi-Monte Carlo methods": digital
 * shift). The results are (k + 1/2) / 2^52, as stream_uniform() has them.
 */
void sobol_shift(uint64_t seed, size_t dimension, size_t count, double *coordinates);

#endif
