/** The shortest decimal number that means a given double and no other. */
#ifndef SHORTEST_DECIMAL_H
#define SHORTEST_DECIMAL_H

#include <stdint.h>

/** digits * 10^exponent. */
struct decimal {
    uint64_t digits; /**< Below 10^17; its last digit is not 0, except in the number 0. */
    int exponent;
};

/**
 * The decimal of fewest digits among those that round to `value` (half to even), and the nearest of these to it.
 * `value` is finite and not negative.
 */
struct decimal shortest_decimal(double value);

#endif
