/** The arithmetic of exact_math.h, for the files that are compiled with it: one number, or a vector's lane. */
#ifndef EXACT_MATH_STEPS_H
#define EXACT_MATH_STEPS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "isa.h"

#define EXACT_MATH_STEPS(ID, name)                                                                                     \
    void exact_exps_##name(size_t count, double *numbers);                                                             \
    void exact_logs_##name(size_t count, double *numbers);
ISA_SETS(EXACT_MATH_STEPS)
#undef EXACT_MATH_STEPS

/* ln 2 in two parts; the first has 32 bits, so that its product with an exponent (11 bits) is exact. */
static const double LN2_HIGH = 0x1.62e42feep-1;
static const double LN2_LOW = 0x1.a39ef35793c76p-33;

static const double SQRT_2 = 0x1.6a09e667f3bcdp+0;
static const double ONE_BY_LN2 = 0x1.71547652b82fep+0;

/* Adding and taking it away again rounds a double below 2^51 to a whole number, half to even. */
static const double TO_WHOLE = 0x1.8p52;

/* (e^r - 1 - r) / r^2 for |r| <= ln(2)/2 by Taylor's series: the first term left out, r^14/14!, is below 2^-57. */
static const double EXP_SERIES[] = { 1 / 6227020800.0, 1 / 479001600.0, 1 / 39916800.0, 1 / 3628800.0,
                                     1 / 362880.0,     1 / 40320.0,     1 / 5040.0,     1 / 720.0,
                                     1 / 120.0,        1 / 24.0,        1 / 6.0,        1 / 2.0 };

/* (2 artanh(s) - 2 s) / s^3 in s^2 for |s| <= 3 - sqrt(8): what is left out, 2 s^24/25, is below 2^-64. */
static const double LOG_SERIES[] = { 2 / 23.0, 2 / 21.0, 2 / 19.0, 2 / 17.0, 2 / 15.0, 2 / 13.0,
                                     2 / 11.0, 2 / 9.0,  2 / 7.0,  2 / 5.0,  2 / 3.0 };

/* Where e^x is neither 0 nor infinite nor subnormal. */
static const double LEAST_EXPONENT = -708;
static const double GREATEST_EXPONENT = 709;

/* Horner's rule, the highest power's coefficient first. */
static inline double polynomial(const double *coefficients, size_t count, double x)
{
    double sum = coefficients[0];

    for (size_t i = 1; i < count; i++) {
        sum = sum * x + coefficients[i];
    }
    return sum;
}

/* 2^exponent for a normal result, -1022..1023. */
static inline double power_of_two(int exponent)
{
    const uint64_t bits = (uint64_t)(exponent + 1023) << 52;
    double power = 0;

    memcpy(&power, &bits, sizeof power);
    return power;
}

/* e^x between the least and the greatest exponent; without a jump, so that a loop of it has a lane for each number. */
static inline double exp_within(double x)
{
    /* e^x = 2^n e^r, where r = high - low comes in two parts, `r` and what its rounding lost. */
    const double n = (x * ONE_BY_LN2 + TO_WHOLE) - TO_WHOLE;
    const double high = x - n * LN2_HIGH;
    const double low = n * LN2_LOW;
    const double r = high - low;
    const double lost = (high - r) - low;
    const double curved = r * r * polynomial(EXP_SERIES, sizeof EXP_SERIES / sizeof EXP_SERIES[0], r);

    /* 1 + r is rounded once; its error joins the small terms. */
    const double line = 1 + r;
    const double line_lost = (1 - line) + r;

    return (line + (line_lost + (curved + lost))) * power_of_two((int)n);
}

/* ln(x 2^more) of a normal x; without a jump, as above. */
static inline double log_of_normal(double x, int more)
{
    uint64_t bits = 0;
    double m = 0;

    /* x = m 2^exponent with sqrt(1/2) <= m < sqrt(2). */
    memcpy(&bits, &x, sizeof bits);
    const int above_one = (int)(bits >> 52) - 1023;

    bits = (bits & (((uint64_t)1 << 52) - 1)) | (uint64_t)1023 << 52;
    memcpy(&m, &bits, sizeof m);
    const double half_m = m / 2;
    const double n_of_m = above_one + more;
    const double n_of_half = n_of_m + 1;
    const double n = m >= SQRT_2 ? n_of_half : n_of_m;
    const double f = (m >= SQRT_2 ? half_m : m) - 1;

    /* ln(1 + f) = 2 artanh(s), s = f / (2 + f), written as f - f^2/2 + s (f^2/2 + R): f is exact and leads. */
    const double s = f / (2 + f);
    const double square = s * s;
    const double half = 0.5 * f * f;
    const double rest = square * polynomial(LOG_SERIES, sizeof LOG_SERIES / sizeof LOG_SERIES[0], square);
    const double small = s * (half + rest) + n * LN2_LOW;

    return n * LN2_HIGH - ((half - small) - f);
}

#endif
