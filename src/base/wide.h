/**
 * As many doubles as the machine works on at once. The arithmetic of lanes is written once, on `wide`, and compiled for
 * each instruction set (isa.h): a lane's figure is the same to the last bit in all of them, since every operation on
 * `wide` is that on each double by itself, and none is fused with another.
 */
#ifndef WIDE_H
#define WIDE_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined __AVX512F__
enum { WIDE_BYTES = 64 };
#elif defined __AVX2__
enum { WIDE_BYTES = 32 };
#else
enum { WIDE_BYTES = 16 };
#endif

/** Doubles in a `wide`. */
enum { WIDE = WIDE_BYTES / (int)sizeof(double) };

typedef double wide __attribute__((vector_size(WIDE_BYTES)));
/** What comparing two `wide` gives: all bits set where it holds. */
typedef int64_t wide_mask __attribute__((vector_size(WIDE_BYTES)));

static inline wide wide_load(const double *from)
{
    wide value;

    memcpy(&value, from, sizeof value);
    return value;
}

static inline void wide_store(double *to, wide value)
{
    memcpy(to, &value, sizeof value);
}

/** `value` in all places. A -0 stays one. */
static inline wide wide_all(double value)
{
    return value - (wide) { 0 };
}

/** `yes` where the mask is set, `no` elsewhere. */
static inline wide wide_choose(wide_mask mask, wide yes, wide no)
{
    return (wide)((mask & (wide_mask)yes) | (~mask & (wide_mask)no));
}

/** The lesser of both; `b` where they are equal. Neither is NaN. */
static inline wide wide_least(wide a, wide b)
{
    return wide_choose(a < b, a, b);
}

/** Whether the mask is set in any place. */
static inline int wide_any(wide_mask mask)
{
    int64_t any = 0;

    for (size_t i = 0; i < WIDE; i++) {
        any |= mask[i];
    }
    return any != 0;
}

#endif
