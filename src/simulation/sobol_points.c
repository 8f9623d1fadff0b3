#include "sobol_points.h"

#include <assert.h>

#include "philox.h"

/*
 * Primitive polynomials over the integers modulo 2, a bit for each power, and the first direction numbers, as many as
 * the polynomial's degree (Bratley and Fox 1988, after Sobol and Levitan 1976). The first dimension has all numbers 1.
 */
enum { HIGHEST_DEGREE = 8 };

static const struct {
    uint16_t polynomial;
    uint8_t first[HIGHEST_DEGREE];
} DIMENSIONS[SOBOL_DIMENSIONS] = {
    { 1, { 1 } },
    { 3, { 1 } },
    { 7, { 1, 1 } },
    { 11, { 1, 3, 7 } },
    { 13, { 1, 1, 5 } },
    { 19, { 1, 3, 1, 1 } },
    { 25, { 1, 1, 3, 7 } },
    { 37, { 1, 3, 3, 9, 9 } },
    { 59, { 1, 3, 7, 13, 3 } },
    { 47, { 1, 1, 5, 11, 27 } },
    { 61, { 1, 3, 5, 1, 15 } },
    { 55, { 1, 1, 7, 3, 29 } },
    { 41, { 1, 3, 7, 7, 21 } },
    { 67, { 1, 1, 1, 9, 23, 37 } },
    { 97, { 1, 3, 3, 5, 19, 33 } },
    { 91, { 1, 1, 3, 13, 11, 7 } },
    { 109, { 1, 1, 7, 13, 25, 5 } },
    { 103, { 1, 3, 5, 11, 7, 11 } },
    { 115, { 1, 1, 1, 3, 13, 39 } },
    { 131, { 1, 3, 1, 15, 17, 63, 13 } },
    { 193, { 1, 1, 5, 5, 1, 27, 33 } },
    { 137, { 1, 3, 3, 3, 25, 17, 115 } },
    { 145, { 1, 1, 3, 15, 29, 15, 41 } },
    { 143, { 1, 3, 1, 7, 3, 23, 79 } },
    { 241, { 1, 3, 7, 9, 31, 29, 17 } },
    { 157, { 1, 1, 5, 13, 11, 3, 29 } },
    { 185, { 1, 3, 1, 9, 5, 21, 119 } },
    { 167, { 1, 1, 3, 1, 23, 13, 75 } },
    { 229, { 1, 3, 3, 11, 27, 31, 73 } },
    { 171, { 1, 1, 7, 7, 19, 25, 105 } },
    { 213, { 1, 3, 5, 5, 21, 9, 7 } },
    { 191, { 1, 1, 1, 15, 5, 49, 59 } },
    { 253, { 1, 1, 1, 1, 1, 33, 65 } },
    { 203, { 1, 3, 5, 15, 17, 19, 21 } },
    { 211, { 1, 1, 7, 11, 13, 29, 3 } },
    { 239, { 1, 3, 7, 5, 7, 11, 113 } },
    { 247, { 1, 1, 5, 3, 15, 19, 61 } },
    { 285, { 1, 3, 1, 1, 9, 27, 89, 7 } },
    { 369, { 1, 1, 3, 7, 31, 15, 45, 23 } },
    { 299, { 1, 3, 3, 9, 9, 25, 107, 39 } },
};

/* The highest power of a polynomial. */
static int degree_of(uint32_t polynomial)
{
    int degree = 0;

    while (polynomial >> (degree + 1) != 0) {
        degree++;
    }
    return degree;
}

/*
 * Direction number j is m[j] 2^-(j + 1), with m[j] = 2 a1 m[j-1] ^ 4 a2 m[j-2] ^ ... ^ 2^d m[j-d] ^ m[j-d], where the
 * polynomial is x^d + a1 x^(d-1) + ... + 1 (Bratley and Fox 1988, section 2).
 */
static void find_directions(size_t dimension, uint32_t *direction)
{
    const uint32_t polynomial = DIMENSIONS[dimension].polynomial;
    const int degree = degree_of(polynomial);
    uint32_t m[SOBOL_BITS];

    for (int j = 0; j < SOBOL_BITS; j++) {
        if (degree == 0) {
            m[j] = 1;
        } else if (j < degree) {
            m[j] = DIMENSIONS[dimension].first[j];
        } else {
            m[j] = m[j - degree];
            for (int k = 1; k <= degree; k++) {
                if (polynomial >> (degree - k) & 1) {
                    m[j] ^= m[j - k] << k;
                }
            }
        }
        direction[j] = m[j] << (SOBOL_BITS - 1 - j);
    }
}

void sobol_points_init(struct sobol_points *self)
{
    for (size_t dimension = 0; dimension < SOBOL_DIMENSIONS; dimension++) {
        find_directions(dimension, self->direction[dimension]);
    }
}

/* Numerator of a point: the directions of its number's Gray code, put together. */
static uint32_t numerator_of(const uint32_t *direction, uint32_t number)
{
    uint32_t numerator = 0;

    for (uint32_t gray = number ^ number >> 1; gray != 0; gray >>= 1, direction++) {
        if (gray & 1) {
            numerator ^= *direction;
        }
    }
    return numerator;
}

/* From a point to the next only one bit of the Gray code changes: the lowest that is 0 in the number. */
static int changing_bit(uint32_t number)
{
    int bit = 0;

    for (; number & 1; number >>= 1) {
        bit++;
    }
    return bit;
}

void sobol_coordinates(const struct sobol_points *self, size_t dimension, uint32_t first, size_t count,
                       double *coordinates)
{
    assert(dimension < SOBOL_DIMENSIONS && count <= SOBOL_MOST_POINTS && first <= SOBOL_MOST_POINTS - count);
    const uint32_t *direction = self->direction[dimension];
    uint32_t numerator = numerator_of(direction, first);

    for (size_t i = 0; i < count; i++) {
        numerator ^= direction[changing_bit(first + (uint32_t)i)];
        coordinates[i] = numerator * 0x1p-30;
    }
}

void sobol_shift(uint64_t seed, size_t dimension, size_t count, double *coordinates)
{
    const struct stream stream = stream_of(seed, "sobol shift", "");
    const uint64_t shift = (uint64_t)(stream_uniform(&stream, (uint32_t)dimension, 0) * 0x1p52);

    for (size_t i = 0; i < count; i++) {
        const uint64_t bits = (uint64_t)(coordinates[i] * 0x1p52) ^ shift;

        coordinates[i] = ((double)bits + 0.5) * 0x1p-52;
    }
}
