#include "powers_of_ten.h"

#include <criterion/criterion.h>

__extension__ typedef unsigned __int128 uint128;

/* From exact fractions: ceil(10^e 2^s) with 2^127 <= 10^e 2^s < 2^128. */
static const struct {
    int exponent;
    struct power_of_ten power;
} KNOWN[] = {
    { -292, { 0xff77b1fcbebcdc4f, 0x25e8e89c13bb0f7b } },
    { -1, { 0xcccccccccccccccc, 0xcccccccccccccccd } },
    { 0, { 0x8000000000000000, 0 } },
    { 1, { 0xa000000000000000, 0 } },
    { 27, { 0xcecb8f27f4200f3a, 0 } },
    { 55, { 0xd0cf4b50cfe20765, 0xfff4b4e3f741cf6d } },
    { 56, { 0x82818f1281ed449f, 0xbff8f10e7a8921a5 } },
    { 324, { 0x9e19db92b4e31ba9, 0x6c07a2c26a8346d2 } },
};

Test(powers_of_ten, known_ones)
{
    for (int round = 0; round < 2; round++) { /* computed, then remembered */
        for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++) {
            const struct power_of_ten power = power_of_ten(KNOWN[i].exponent);

            cr_assert_eq(power.high, KNOWN[i].power.high, "10^%d", KNOWN[i].exponent);
            cr_assert_eq(power.low, KNOWN[i].power.low, "10^%d", KNOWN[i].exponent);
        }
    }
}

Test(powers_of_ten, each_is_ten_times_the_one_before)
{
    for (int exponent = POWER_OF_TEN_MIN; exponent < POWER_OF_TEN_MAX; exponent++) {
        const struct power_of_ten power = power_of_ten(exponent);
        const struct power_of_ten next = power_of_ten(exponent + 1);

        cr_assert_eq(power.high >> 63, 1);

        /* 5/8 and 5/4 keep the highest bit where it is; both are rounded up, so they agree to two units. */
        const uint128 whole = (uint128)power.high << 64 | power.low;
        const uint128 eighth = whole / 8 * 5 + whole % 8 * 5 / 8;
        const uint128 expected = eighth >> 127 != 0 ? eighth : whole / 4 * 5 + whole % 4 * 5 / 4;
        const uint128 actual = (uint128)next.high << 64 | next.low;
        const uint128 apart = actual > expected ? actual - expected : expected - actual;

        cr_assert_leq((uint64_t)apart, 2, "10^%d", exponent + 1);
        cr_assert_eq((uint64_t)(apart >> 64), 0, "10^%d", exponent + 1);
    }
}
