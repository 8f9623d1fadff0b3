/**
 * exp and log of our own: additions, multiplications and divisions only, so that every compiler, machine
 * and browser gives the same bits (libm's differ in the last place).
 */
#ifndef EXACT_MATH_H
#define EXACT_MATH_H

#include <stddef.h>

/** e to the x; within 1 ulp of the true value for -708 <= x <= 709; 0 below, +inf above; NaN for NaN. */
double exact_exp(double x);

/** Natural logarithm of x > 0 (finite, subnormal too); within 1 ulp. -inf for 0, NaN below. */
double exact_log(double x);

/** exact_exp() of `count` numbers in place, to the same bits; several times as fast where vectors can do it. */
void exact_exps(size_t count, double *numbers);

/** exact_log() of `count` numbers in place, to the same bits; several times as fast where vectors can do it. */
void exact_logs(size_t count, double *numbers);

#endif
