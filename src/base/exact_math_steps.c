#include "exact_math_steps.h"

#include <float.h>
#include <stdbool.h>

#include "exact_math.h"

/* Numbers that are worked on together. */
enum { CHUNK = 256 };

static bool all_within(double least, double greatest, size_t count, const double *numbers)
{
    int within = 1;

    for (size_t i = 0; i < count; i++) {
        within &= (numbers[i] >= least) & (numbers[i] <= greatest);
    }
    return within;
}

static void chunk_of_exps(size_t count, double *numbers)
{
    if (all_within(LEAST_EXPONENT, GREATEST_EXPONENT, count, numbers)) {
        for (size_t i = 0; i < count; i++) {
            numbers[i] = exp_within(numbers[i]);
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = exact_exp(numbers[i]);
    }
}

void ISA_FUNCTION(exact_exps)(size_t count, double *numbers)
{
    for (size_t from = 0; from < count; from += CHUNK) {
        chunk_of_exps(count - from < CHUNK ? count - from : CHUNK, &numbers[from]);
    }
}

static void chunk_of_logs(size_t count, double *numbers)
{
    if (all_within(DBL_MIN, DBL_MAX, count, numbers)) {
        for (size_t i = 0; i < count; i++) {
            numbers[i] = log_of_normal(numbers[i], 0);
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = exact_log(numbers[i]);
    }
}

void ISA_FUNCTION(exact_logs)(size_t count, double *numbers)
{
    for (size_t from = 0; from < count; from += CHUNK) {
        chunk_of_logs(count - from < CHUNK ? count - from : CHUNK, &numbers[from]);
    }
}
