#include "exact_math.h"

#include <float.h>
#include <math.h>

#include "exact_math_steps.h"

double exact_exp(double x)
{
    if (isnan(x)) {
        return x;
    }
    if (x < LEAST_EXPONENT) {
        return 0;
    }
    if (x > GREATEST_EXPONENT) {
        return (double)INFINITY;
    }
    return exp_within(x);
}

double exact_log(double x)
{
    if (isnan(x) || x < 0) {
        return (double)NAN;
    }
    if (x == 0 || isinf(x)) {
        return x == 0 ? -(double)INFINITY : x;
    }
    /* Subnormal numbers have no exponent of their own. */
    return x < DBL_MIN ? log_of_normal(x * 0x1p54, -54) : log_of_normal(x, 0);
}

void exact_exps(size_t count, double *numbers)
{
#define EXACT_EXPS(ID, name) [ISA_##ID] = exact_exps_##name,
    static void (*const by_isa[ISAS])(size_t, double *) = { ISA_SETS(EXACT_EXPS) };

    by_isa[isa_in_use](count, numbers);
}

void exact_logs(size_t count, double *numbers)
{
#define EXACT_LOGS(ID, name) [ISA_##ID] = exact_logs_##name,
    static void (*const by_isa[ISAS])(size_t, double *) = { ISA_SETS(EXACT_LOGS) };

    by_isa[isa_in_use](count, numbers);
}
