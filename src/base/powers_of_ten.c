#include "powers_of_ten.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

/* 5^324 has 753 bits; one more word takes the doubled remainder of the division. */
enum { WORDS = 25, WORD_BITS = 32, POWER_BITS = 128 };

/** A natural number, lowest word first. */
struct natural {
    uint32_t word[WORDS];
};

static void times_five(struct natural *self)
{
    uint64_t carry = 0;

    for (size_t i = 0; i < WORDS; i++) {
        carry += 5 * (uint64_t)self->word[i];
        self->word[i] = (uint32_t)carry;
        carry >>= WORD_BITS;
    }
    assert(carry == 0);
}

static struct natural power_of_five(int exponent)
{
    struct natural power = { .word = { 1 } };

    while (exponent-- > 0) {
        times_five(&power);
    }
    return power;
}

/* Bit `at` of the number; bits below the lowest are 0, so that a short number is filled up on its right. */
static bool bit(const struct natural *self, int at)
{
    return at >= 0 && (self->word[at / WORD_BITS] >> (at % WORD_BITS) & 1) != 0;
}

static int bit_count(const struct natural *self)
{
    int count = WORDS * WORD_BITS;

    while (count > 0 && !bit(self, count - 1)) {
        count--;
    }
    return count;
}

static void push_bit(struct power_of_ten *self, bool lowest)
{
    self->high = self->high << 1 | self->low >> 63;
    self->low = self->low << 1 | lowest;
}

static void add_one(struct power_of_ten *self)
{
    self->low++;
    self->high += self->low == 0;
}

/* The leading 128 bits of 5^exponent: those of 10^exponent too, since a factor of two only shifts. */
static struct power_of_ten leading_bits(int exponent)
{
    const struct natural power = power_of_five(exponent);
    const int bits = bit_count(&power);
    struct power_of_ten leading = { 0, 0 };
    bool cut = false;

    for (int at = bits - 1; at >= bits - POWER_BITS; at--) {
        push_bit(&leading, bit(&power, at));
    }
    for (int at = bits - POWER_BITS - 1; at >= 0; at--) {
        cut = cut || bit(&power, at);
    }
    if (cut) {
        add_one(&leading);
    }
    return leading;
}

static void twice(struct natural *self)
{
    uint32_t carry = 0;

    for (size_t i = 0; i < WORDS; i++) {
        const uint32_t next = self->word[i] >> (WORD_BITS - 1);

        self->word[i] = self->word[i] << 1 | carry;
        carry = next;
    }
}

static bool at_least(const struct natural *self, const struct natural *other)
{
    for (size_t i = WORDS; i-- > 0;) {
        if (self->word[i] != other->word[i]) {
            return self->word[i] > other->word[i];
        }
    }
    return true;
}

static void subtract(struct natural *self, const struct natural *other)
{
    uint64_t borrow = 0;

    for (size_t i = 0; i < WORDS; i++) {
        const uint64_t difference = (uint64_t)self->word[i] - other->word[i] - borrow;

        self->word[i] = (uint32_t)difference;
        borrow = difference >> 63;
    }
}

/* The leading 128 bits of 1 / 5^exponent by long division, rounded up: it never comes out even. */
static struct power_of_ten reciprocal(int exponent)
{
    const struct natural divisor = power_of_five(exponent);
    const int highest = bit_count(&divisor) - 1;
    struct natural rest = { .word = { 0 } };
    struct power_of_ten quotient = { 0, 0 };

    rest.word[highest / WORD_BITS] = (uint32_t)1 << highest % WORD_BITS; /* the power of two just below the divisor */
    for (int i = 0; i < POWER_BITS; i++) {
        twice(&rest);
        const bool fits = at_least(&rest, &divisor);

        if (fits) {
            subtract(&rest, &divisor);
        }
        push_bit(&quotient, fits);
    }
    add_one(&quotient);
    return quotient;
}

struct power_of_ten power_of_ten(int exponent)
{
    /* `high` is written last and never 0, so it says whether the pair is there; threads that meet write the same. */
    static struct {
        _Atomic uint64_t high;
        _Atomic uint64_t low;
    } known[POWER_OF_TEN_MAX - POWER_OF_TEN_MIN + 1];

    assert(POWER_OF_TEN_MIN <= exponent && exponent <= POWER_OF_TEN_MAX);
    const int at = exponent - POWER_OF_TEN_MIN;
    struct power_of_ten power = { .high = atomic_load_explicit(&known[at].high, memory_order_acquire) };

    if (power.high != 0) {
        power.low = atomic_load_explicit(&known[at].low, memory_order_relaxed);
        return power;
    }
    power = exponent < 0 ? reciprocal(-exponent) : leading_bits(exponent);
    atomic_store_explicit(&known[at].low, power.low, memory_order_relaxed);
    atomic_store_explicit(&known[at].high, power.high, memory_order_release);
    return power;
}
