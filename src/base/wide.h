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

#if defined __SSE2__
#include <immintrin.h>
#endif

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

/**
 * wide_store() past the caches, for what is not read again soon: a result is written once, and fetching its line first
 * would double the traffic. `to` is aligned to WIDE_BYTES. Before another thread reads it, call wide_streamed().
 */
static inline void wide_stream(double *to, wide value)
{
#if defined __AVX512F__
    _mm512_stream_pd(to, (__m512d)value);
#elif defined __AVX2__
    _mm256_stream_pd(to, (__m256d)value);
#elif defined __SSE2__
    _mm_stream_pd(to, (__m128d)value);
#else
    wide_store(to, value);
#endif
}

/** Makes all that this thread has streamed be seen by the others. */
static inline void wide_streamed(void)
{
#if defined __SSE2__
    _mm_sfence();
#endif
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
    /* gcc 12 does not see that the choice is one instruction. */
#if defined __AVX512F__
    return (wide)_mm512_min_pd((__m512d)a, (__m512d)b);
#elif defined __AVX2__
    return (wide)_mm256_min_pd((__m256d)a, (__m256d)b);
#elif defined __SSE2__
    return (wide)_mm_min_pd((__m128d)a, (__m128d)b);
#else
    return wide_choose(a < b, a, b);
#endif
}

/** The value without its sign. */
static inline wide wide_size(wide value)
{
    return wide_choose(value < wide_all(0), -value, value);
}

/** Whether the mask is set in all places. */
static inline int wide_every(wide_mask mask)
{
#if defined __AVX512DQ__
    return _mm512_movepi64_mask((__m512i)mask) == 0xff;
#elif defined __AVX2__
    return _mm256_movemask_pd((__m256d)mask) == 0xf;
#elif defined __SSE2__
    return _mm_movemask_pd((__m128d)mask) == 0x3;
#else
    int64_t every = -1;

    for (size_t i = 0; i < WIDE; i++) {
        every &= mask[i];
    }
    return every != 0;
#endif
}

#endif
