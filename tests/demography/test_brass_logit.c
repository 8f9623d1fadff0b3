#include "brass_logit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "life_table.h"
#include "support.h"

#include <criterion/criterion.h>

enum { OLDEST = 100, AGES = OLDEST + 1 };

static double between(double low, double high)
{
    return low + (high - low) * (rand() / (double)RAND_MAX);
}

/* Death rates like those of people: high at birth, low for children, growing with age (Gompertz). */
static void human_rates(double *mx, size_t ages)
{
    const double level = between(0.4, 2.5);

    for (size_t x = 0; x < ages; x++) {
        mx[x] = level * (x == 0 ? 0.02 : 0.0003 + 0.00004 * exp(0.09 * (double)x)) * between(0.9, 1.1);
    }
}

/* The life expectancy that survivorship ratios tell: person-years of all ages, of one birth. */
static double expectancy_of(const double *sx, size_t ages)
{
    double years = 1;
    double sum = 0;

    for (size_t x = 0; x + 1 < ages; x++) {
        years *= sx[x];
        sum += years;
    }
    return sum + years * sx[ages - 1] / (1 - sx[ages - 1]);
}

/* lx of death rates at exact ages. */
static void survivors_of(enum sex sex, const double *mx, size_t ages, double *lx)
{
    lx[0] = 1;
    for (size_t x = 0; x + 1 < ages; x++) {
        const double ax = x == 0 ? andreev_kingkade_a0(sex, mx[0]) : 0.5;

        lx[x + 1] = lx[x] * (1 - mx[x] / (1 + (1 - ax) * mx[x]));
    }
}

/* The rate m whose probability of dying is q; at age 0, a0 goes with the rate, so it is looked for. */
static double rate_of(enum sex sex, double q, bool newborn)
{
    double low = 0;
    double high = 10;

    for (int i = 0; i < 200 && newborn; i++) {
        const double middle = (low + high) / 2;

        if (middle / (1 + (1 - andreev_kingkade_a0(sex, middle)) * middle) < q) {
            low = middle;
        } else {
            high = middle;
        }
    }
    return newborn ? low : q / (1 - q / 2);
}

/*
 * Brass's way as the book has it: logits of the standard plus alpha, back to survivors, to death rates, and these by
 * the ordinary life table.
 */
static void logit_table(enum sex sex, const double *standard, size_t ages, double alpha, double *sx)
{
    double lx[AGES];
    double mx[AGES];

    survivors_of(sex, standard, ages, lx);
    const double oldest = lx[ages - 1];

    for (size_t x = 1; x < ages; x++) {
        const double logit = 0.5 * log((1 - lx[x]) / lx[x]) + alpha;

        lx[x] = 1 / (1 + exp(2 * logit));
    }
    for (size_t x = 0; x + 1 < ages; x++) {
        mx[x] = rate_of(sex, 1 - lx[x + 1] / lx[x], x == 0);
    }
    /* From Y = alpha + Ys: the force of mortality is the standard's by (1 - l) / (1 - ls). */
    mx[ages - 1] = standard[ages - 1] * (1 - lx[ages - 1]) / (1 - oldest);
    life_table_survivorship(sex, mx, ages, sx);
}

Test(brass_logit, life_expectancy_is_met)
{
    srand(1);
    for (int round = 0; round < 200; round++) {
        const enum sex sex = round % 2 == 0 ? MALE : FEMALE;
        const double e0 = between(20, 100);
        double standard[AGES];
        double scratch[AGES];
        double sx[AGES];

        human_rates(standard, AGES);
        brass_survivorship(sex, standard, AGES, e0, scratch, sx);
        assert_near(expectancy_of(sx, AGES), e0, 1e-6, "life expectancy");
        for (size_t x = 0; x < AGES; x++) {
            cr_assert(sx[x] > 0 && sx[x] < 1, "e0 %g: sx[%zu] is %g", e0, x, sx[x]);
        }
    }
}

Test(brass_logit, the_standards_own_expectancy_gives_the_standard)
{
    srand(2);
    for (int round = 0; round < 100; round++) {
        const enum sex sex = round % 2 == 0 ? MALE : FEMALE;
        double standard[AGES];
        double scratch[AGES];
        double expected[AGES];
        double sx[AGES];

        human_rates(standard, AGES);
        life_table_survivorship(sex, standard, AGES, expected);
        brass_survivorship(sex, standard, AGES, expectancy_of(expected, AGES), scratch, sx);
        assert_close(sx, expected, AGES, 1e-9, "sx");
    }
}

Test(brass_logit, tables_are_those_of_logits_moved_by_a_constant)
{
    srand(3);
    for (int round = 0; round < 200; round++) {
        const size_t ages = 40 + (size_t)(rand() % (AGES - 39));
        const enum sex sex = round % 2 == 0 ? MALE : FEMALE;
        double standard[AGES];
        double scratch[AGES];
        double expected[AGES];
        double sx[AGES];

        human_rates(standard, ages);
        logit_table(sex, standard, ages, between(-1, 1), expected);
        brass_survivorship(sex, standard, ages, expectancy_of(expected, ages), scratch, sx);
        assert_close(sx, expected, ages, 1e-7, "sx");
    }
}

/*
 * Three ages. m0 0.1: a0 0.29915, q0 = 0.1 / 1.070085 = 0.0934505; m1 0.2: q1 = 0.2 / 1.1 = 0.1818182; so ls = 1,
 * 0.9065495, 0.7417223. With k 2: l1 = 0.9065495 / (0.9065495 + 0.1869010) = 0.8290722, l2 = 0.7417223 / 1.2582777 =
 * 0.5894743; m2 = 0.5 x 2 / 1.2582777 = 0.7947371. L0 = l1 + 0.29915 x 0.1709278 = 0.8802052 (m0 is 0.194, beyond the
 * lines), L1 = 0.7092732, L2 = 0.5894743 / 0.7947371 = 0.7417223. Together 2.3312008.
 */
Test(brass_logit, three_ages_worked_by_hand)
{
    const double standard[] = { 0.1, 0.2, 0.5 };
    const double expected[] = { 0.8802052, 0.7092732 / 0.8802052, 0.7417223 / (0.7092732 + 0.7417223) };
    double scratch[3];
    double sx[3];

    brass_survivorship(MALE, standard, 3, 2.3312008, scratch, sx);
    assert_close(sx, expected, 3, 3e-7, "sx");
}

Test(brass_logit, a_longer_life_is_longer_at_every_age)
{
    double standard[AGES];
    double scratch[AGES];
    double shorter[AGES];
    double longer[AGES];

    srand(4);
    human_rates(standard, AGES);
    brass_survivorship(FEMALE, standard, AGES, 60, scratch, shorter);
    for (double e0 = 61; e0 <= 95; e0++) {
        brass_survivorship(FEMALE, standard, AGES, e0, scratch, longer);
        for (size_t x = 0; x < AGES; x++) {
            cr_assert(longer[x] > shorter[x], "e0 %g: sx[%zu] is %g after %g", e0, x, longer[x], shorter[x]);
            shorter[x] = longer[x];
        }
    }
}

/* A town without people may have no row, which reads as 0: the table is of no use, but it is one. */
Test(brass_logit, expectancies_out_of_reach_end_in_ratios)
{
    static const double beyond[] = { 0, 1e9 };
    double standard[AGES];
    double scratch[AGES];

    srand(5);
    human_rates(standard, AGES);
    for (size_t i = 0; i < 2; i++) {
        double sx[AGES];

        brass_survivorship(MALE, standard, AGES, beyond[i], scratch, sx);
        for (size_t x = 0; x < AGES; x++) {
            cr_assert(sx[x] >= 0 && sx[x] <= 1, "e0 %g: sx[%zu] is %g", beyond[i], x, sx[x]);
        }
    }
}

Test(brass_logit, standard_and_ratios_may_be_one_array)
{
    double standard[AGES];
    double scratch[AGES];
    double sx[AGES];

    srand(6);
    human_rates(standard, AGES);
    brass_survivorship(MALE, standard, AGES, 70, scratch, sx);
    brass_survivorship(MALE, standard, AGES, 70, scratch, standard);
    assert_close(standard, sx, AGES, 0, "sx");
}
