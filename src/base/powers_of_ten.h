/** Powers of ten to 128 bits, for writing doubles as the shortest decimals. */
#ifndef POWERS_OF_TEN_H
#define POWERS_OF_TEN_H

#include <stdint.h>

enum { POWER_OF_TEN_MIN = -292, POWER_OF_TEN_MAX = 324 };

/** `high` * 2^64 + `low`, its highest bit set. */
struct power_of_ten {
    uint64_t high;
    uint64_t low;
};

/**
 * 10^exponent, scaled by the power of two that makes it a whole number of 128 bits, rounded up.
 * POWER_OF_TEN_MIN <= exponent <= POWER_OF_TEN_MAX. Computed exactly at the first use of an exponent (some
 * microseconds), then remembered; any thread may call it.
 */
struct power_of_ten power_of_ten(int exponent);

#endif
