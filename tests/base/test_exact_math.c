#include "exact_math.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

#include <criterion/criterion.h>

/* libm's long double is the oracle; where that is only a double, its own error comes on top. */
static const double LIMIT = LDBL_MANT_DIG > DBL_MANT_DIG ? 0.85 : 1.5;

/* How far `value` is from `truth`, in units of the last place of a double of that size. */
static double ulps(double value, long double truth)
{
    int exponent = 0;

    frexpl(truth, &exponent);
    return (double)fabsl((value - truth) / ldexpl(1, exponent - DBL_MANT_DIG));
}

Test(exact_exp, is_within_an_ulp_everywhere)
{
    double worst = 0;
    double worst_at = 0;

    for (int i = 0; i <= 1000000; i++) {
        const double x = -708 + 1417 * (i / 1000000.0);
        const double error = ulps(exact_exp(x), expl(x));

        worst_at = error > worst ? x : worst_at;
        worst = error > worst ? error : worst;
    }
    for (int i = -1000000; i <= 1000000; i++) {
        const double x = i * 1e-6;
        const double error = ulps(exact_exp(x), expl(x));

        worst_at = error > worst ? x : worst_at;
        worst = error > worst ? error : worst;
    }
    cr_assert_leq(worst, LIMIT, "%g ulp at %a", worst, worst_at);
}

Test(exact_exp, edges)
{
    cr_assert_eq(exact_exp(0), 1);
    cr_assert_eq(exact_exp(-0.0), 1);
    cr_assert_eq(exact_exp(5e-324), 1);
    cr_assert_eq(exact_exp(0x1p-60), 1);
    cr_assert_leq(ulps(exact_exp(-708), expl(-708)), LIMIT);
    cr_assert_leq(ulps(exact_exp(709), expl(709)), LIMIT);
    cr_assert_eq(exact_exp(-708.1), 0);
    cr_assert_eq(exact_exp(-HUGE_VAL), 0);
    cr_assert_eq(exact_exp(709.1), HUGE_VAL);
    cr_assert_eq(exact_exp(HUGE_VAL), HUGE_VAL);
    cr_assert(isnan(exact_exp(NAN)));
}

Test(exact_log, is_within_an_ulp_everywhere)
{
    double worst = 0;
    double worst_at = 0;

    for (int i = 1; i <= 2000000; i++) {
        const double x = i * 1e-6;
        const double error = ulps(exact_log(x), logl(x));

        worst_at = error > worst ? x : worst_at;
        worst = error > worst ? error : worst;
    }
    for (int exponent = -1073; exponent < 1024; exponent++) {
        for (int i = 0; i < 300; i++) {
            const double x = ldexp(1 + i / 300.0, exponent);
            const double error = ulps(exact_log(x), logl(x));

            worst_at = error > worst ? x : worst_at;
            worst = error > worst ? error : worst;
        }
    }
    cr_assert_leq(worst, LIMIT, "%g ulp at %a", worst, worst_at);
}

Test(exact_log, edges)
{
    cr_assert_eq(exact_log(1), 0);
    cr_assert_not(signbit(exact_log(1)));
    cr_assert_eq(exact_log(2), 0x1.62e42fefa39efp-1);
    cr_assert_leq(ulps(exact_log(1 + DBL_EPSILON), logl(1 + DBL_EPSILON)), LIMIT);
    cr_assert_leq(ulps(exact_log(1 - DBL_EPSILON / 2), logl(1 - DBL_EPSILON / 2)), LIMIT);
    cr_assert_leq(ulps(exact_log(0x1p-1074), logl(0x1p-1074)), LIMIT);
    cr_assert_leq(ulps(exact_log(DBL_MIN), logl(DBL_MIN)), LIMIT);
    cr_assert_leq(ulps(exact_log(DBL_MAX), logl(DBL_MAX)), LIMIT);
    cr_assert_eq(exact_log(0), -HUGE_VAL);
    cr_assert_eq(exact_log(HUGE_VAL), HUGE_VAL);
    cr_assert(isnan(exact_log(-1)));
    cr_assert(isnan(exact_log(NAN)));
}

static const double EDGES[] = { 0,     -0.0,   1,      -1,        708,      -708,      709,     -708.1,  709.1,
                                1e300, -1e300, 5e-324, 0x1p-1022, HUGE_VAL, -HUGE_VAL, DBL_MAX, DBL_MIN, NAN };
enum { EDGES_COUNT = sizeof EDGES / sizeof EDGES[0], NUMBERS = 1000 };

static void assert_same_bits(double actual, double expected, double x)
{
    cr_assert_arr_eq(&actual, &expected, sizeof actual, "%a: %a instead of %a", x, actual, expected);
}

/* Numbers of every size where exp is finite, and above 0 for log; each edge in turn among them. */
Test(exact_math, of_many_is_that_of_each)
{
    double exps[NUMBERS] = { 0 };
    double logs[NUMBERS] = { 0 };

    for (size_t edge = 0; edge <= EDGES_COUNT; edge++) {
        for (size_t count = 0; count <= NUMBERS; count = count * 2 + 1) {
            for (size_t i = 0; i < count; i++) {
                exps[i] = -708 + 1417 * (double)i / NUMBERS;
                logs[i] = ldexp(1 + (double)i / NUMBERS, (int)i * 2 - 1000);
            }
            if (edge < EDGES_COUNT && count > 0) {
                exps[count / 2] = logs[count / 2] = EDGES[edge];
            }
            double exps_before[NUMBERS];
            double logs_before[NUMBERS];

            memcpy(exps_before, exps, sizeof exps);
            memcpy(logs_before, logs, sizeof logs);
            exact_exps(count, exps);
            exact_logs(count, logs);
            for (size_t i = 0; i < count; i++) {
                assert_same_bits(exps[i], exact_exp(exps_before[i]), exps_before[i]);
                assert_same_bits(logs[i], exact_log(logs_before[i]), logs_before[i]);
            }
        }
    }
}

/* FNV-1a (Fowler, Noll, Vo) over the bits of a double. */
static uint64_t mix(uint64_t hash, double value)
{
    unsigned char bytes[sizeof value];

    memcpy(bytes, &value, sizeof value);
    for (size_t i = 0; i < sizeof bytes; i++) {
        hash = (hash ^ bytes[i]) * 0x100000001b3;
    }
    return hash;
}

Test(exact_math, gives_the_same_bits_with_every_compiler)
{
    uint64_t hash = 0xcbf29ce484222325;

    for (int i = 0; i <= 1000000; i++) {
        hash = mix(hash, exact_exp(-708 + i * 0x1.739p-10));
        hash = mix(hash, exact_exp((i - 500000) * 0x1p-18));
        hash = mix(hash, exact_log((i + 1) * 0x1.3p-19));
    }
    cr_assert_eq(hash, 0x35a93b2ee27f2ef8, "hash %#llx", (unsigned long long)hash);
}
