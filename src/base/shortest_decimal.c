/*
 * Method: Raffaello Giulietti, "The Schubfach way to render doubles" (2020). The numbers that round to
 * v = c 2^q are the interval from v - 2^q/2 to v + 2^q/2. With k the largest such that 10^k is no wider than it,
 * a multiple of 10^k lies inside, and at most one multiple of 10^(k+1): that one if there is, else the nearest
 * multiple of 10^k. v and the interval's ends are compared in units of 10^k / 4, cut to whole numbers in a way
 * that keeps every comparison right (section 9: round to odd).
 */
#include "shortest_decimal.h"

#include <assert.h>
#include <float.h>
#include <stdbool.h>
#include <string.h>

#include "powers_of_ten.h"

__extension__ typedef unsigned __int128 uint128;

enum { FRACTION_BITS = 52, EXPONENT_BIAS = 1075 };

static const uint64_t HIDDEN_BIT = (uint64_t)1 << FRACTION_BITS;

/** A double as c * 2^q, and whether the next double below is nearer than the next above. */
struct binary {
    uint64_t c;
    int q;
    bool lower_is_nearer;
};

/** The interval of numbers that round to v, ends included, and v, in quarters of 10^k. */
struct interval {
    uint64_t low;
    uint64_t value;
    uint64_t high;
};

static struct binary binary_of(double value)
{
    uint64_t bits = 0;

    memcpy(&bits, &value, sizeof bits);
    const uint64_t fraction = bits & (HIDDEN_BIT - 1);
    const int exponent = (int)(bits >> FRACTION_BITS);

    if (exponent == 0) {
        return (struct binary) { fraction, 1 - EXPONENT_BIAS, false };
    }
    return (struct binary) { HIDDEN_BIT | fraction, exponent - EXPONENT_BIAS, fraction == 0 && exponent > 1 };
}

/* floor(x / 2^bits) also where x is negative. */
static int floor_shift(int x, int bits)
{
    return x >= 0 ? x >> bits : -((-x + (1 << bits) - 1) >> bits);
}

/* The largest k with 10^k <= 2^q, or <= 3/4 2^q where the interval is that much narrower; exact for |q| <= 1100. */
static int interval_exponent(const struct binary *v)
{
    const int log10_of_2 = 1262611;        /* floor(log10(2) 2^22) */
    const int minus_log10_of_3_4 = 524031; /* floor(-log10(3/4) 2^22) */

    return floor_shift(v->q * log10_of_2 - (v->lower_is_nearer ? minus_log10_of_3_4 : 0), 22);
}

/* floor(log2(10^exponent)); exact for |exponent| <= 350. */
static int log2_of_power_of_ten(int exponent)
{
    return floor_shift(exponent * 1741647, 19); /* floor(log2(10) 2^19) */
}

/* power * factor / 2^128; a fraction that is cut off leaves the last bit set. */
static uint64_t round_to_odd(struct power_of_ten power, uint64_t factor)
{
    const uint64_t carry = (uint64_t)((uint128)power.low * factor >> 64);
    const uint128 product = (uint128)power.high * factor + carry;

    return (uint64_t)(product >> 64) | ((uint64_t)product > 1);
}

static struct interval interval_of(const struct binary *v, int k)
{
    const struct power_of_ten power = power_of_ten(-k);
    const int shift = v->q + log2_of_power_of_ten(-k) + 1;
    const uint64_t quarters = 4 * v->c;
    const bool odd = v->c % 2 != 0; /* a tie goes to the even double: the ends belong to an even c only */

    return (struct interval) {
        .low = round_to_odd(power, (quarters - (v->lower_is_nearer ? 1 : 2)) << shift) + odd,
        .value = round_to_odd(power, quarters << shift),
        .high = round_to_odd(power, (quarters + 2) << shift) - odd,
    };
}

static struct decimal without_trailing_zeros(uint64_t digits, int exponent)
{
    while (digits != 0 && digits % 10 == 0) {
        digits /= 10;
        exponent++;
    }
    return (struct decimal) { digits, digits == 0 ? 0 : exponent };
}

static struct decimal nearest_inside(const struct interval *v, int k)
{
    const uint64_t below = v->value / 4;
    const uint64_t tens = below / 10;
    const bool low_ten_inside = v->low <= 40 * tens;
    const bool high_ten_inside = 40 * tens + 40 <= v->high;

    if (below >= 10 && low_ten_inside != high_ten_inside) {
        return without_trailing_zeros(tens + high_ten_inside, k + 1);
    }
    const bool below_inside = v->low <= 4 * below;
    const bool above_inside = 4 * below + 4 <= v->high;

    if (below_inside != above_inside) {
        return without_trailing_zeros(below + above_inside, k);
    }
    const uint64_t middle = 4 * below + 2;
    const bool up = v->value > middle || (v->value == middle && below % 2 != 0);

    return without_trailing_zeros(below + up, k);
}

struct decimal shortest_decimal(double value)
{
    assert(0 <= value && value <= DBL_MAX);
    if (value < 0x1p53 && value == (double)(uint64_t)value) {
        return without_trailing_zeros((uint64_t)value, 0);
    }
    const struct binary v = binary_of(value);
    const int k = interval_exponent(&v);
    const struct interval interval = interval_of(&v, k);

    return nearest_inside(&interval, k);
}
