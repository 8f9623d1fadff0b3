#include "fertility.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#include <criterion/criterion.h>

enum { AGES = 101, FIRST = 12, LAST = 55 };

static double sum_of(const double *asfr)
{
    double sum = 0;

    for (size_t age = 0; age < AGES; age++) {
        sum += asfr[age];
    }
    return sum;
}

static double mean_age(const double *asfr)
{
    double sum = 0;

    for (size_t age = 0; age < AGES; age++) {
        sum += (double)age * asfr[age];
    }
    return sum / sum_of(asfr);
}

/* Rates of the ages first..last, uneven as those of a small town. */
static void uneven_rates(double *asfr, size_t first, size_t last)
{
    memset(asfr, 0, AGES * sizeof *asfr);
    for (size_t age = first; age <= last; age++) {
        asfr[age] = 0.1 * (rand() / (double)RAND_MAX);
    }
}

Test(fertility, a_small_pattern_worked_by_hand)
{
    /* Up 1.25: of age 2, three quarters to 3, a quarter to 4; of ages 3 and 4, what would go beyond 4 stays there. */
    const double asfr[] = { 0, 0, 0.4, 0.8, 0.16, 0 };
    const double up[] = { 0, 0, 0, 0.3, 1.06, 0 };
    /* Down 0.5: half of each goes an age down, that of age 2 stays. */
    const double down[] = { 0, 0, 0.8, 0.48, 0.08, 0 };
    double shifted[6];

    fertility_shift(asfr, 6, 2, 4, 1.25, shifted);
    assert_close(shifted, up, 6, 1e-15, "up");
    fertility_shift(asfr, 6, 2, 4, -0.5, shifted);
    assert_close(shifted, down, 6, 1e-15, "down");
}

Test(fertility, no_shift_gives_the_same_doubles)
{
    double asfr[AGES];
    double shifted[AGES];

    srand(1);
    uneven_rates(asfr, FIRST, LAST);
    fertility_shift(asfr, AGES, FIRST, LAST, 0, shifted);
    cr_assert(memcmp(asfr, shifted, sizeof asfr) == 0);
    fertility_shift(asfr, AGES, FIRST, LAST, -0.0, shifted);
    cr_assert(memcmp(asfr, shifted, sizeof asfr) == 0);
}

Test(fertility, whole_years_move_the_doubles_themselves)
{
    double asfr[AGES];
    double shifted[AGES];

    srand(2);
    uneven_rates(asfr, FIRST + 5, LAST - 5);
    for (int shift = -5; shift <= 5; shift++) {
        fertility_shift(asfr, AGES, FIRST, LAST, shift, shifted);
        assert_close(&shifted[FIRST + 5 + shift], &asfr[FIRST + 5], LAST - FIRST - 9, 0, "moved rates");
        assert_near(sum_of(shifted), sum_of(asfr), 1e-14, "TFR");
    }
}

Test(fertility, the_level_stays_and_the_mean_age_moves_by_the_shift)
{
    srand(3);
    for (int round = 0; round < 500; round++) {
        const double shift = 10 * (rand() / (double)RAND_MAX) - 5;
        double asfr[AGES];
        double shifted[AGES];

        uneven_rates(asfr, FIRST + 5, LAST - 5);
        fertility_shift(asfr, AGES, FIRST, LAST, shift, shifted);
        assert_near(sum_of(shifted), sum_of(asfr), 1e-14, "TFR");
        assert_near(mean_age(shifted), mean_age(asfr) + shift, 1e-11, "mean age");
    }
}

Test(fertility, what_would_leave_the_fertile_ages_stays_at_their_end)
{
    srand(4);
    for (int round = 0; round < 500; round++) {
        const double shift = 10 * (rand() / (double)RAND_MAX) - 5;
        double asfr[AGES];
        double shifted[AGES];

        uneven_rates(asfr, FIRST, LAST);
        fertility_shift(asfr, AGES, FIRST, LAST, shift, shifted);
        assert_near(sum_of(shifted), sum_of(asfr), 1e-14, "TFR");
        cr_assert(shift * (mean_age(shifted) - mean_age(asfr)) >= 0);
        cr_assert(fabs(mean_age(shifted) - mean_age(asfr)) <= fabs(shift) + 1e-11);
        for (size_t age = 0; age < AGES; age++) {
            const bool inside = FIRST <= age && age <= LAST;

            cr_assert(inside ? shifted[age] >= 0 : shifted[age] == 0, "rate %g of age %zu", shifted[age], age);
        }
    }
}

/* A pattern narrower than the shift ends up whole at its end. */
Test(fertility, a_shift_wider_than_the_ages)
{
    const double asfr[] = { 0, 0.25, 0.5, 0 };
    const double youngest[] = { 0, 0.75, 0, 0 };
    const double oldest[] = { 0, 0, 0.75, 0 };
    double shifted[4];

    fertility_shift(asfr, 4, 1, 2, 4.5, shifted);
    assert_close(shifted, oldest, 4, 1e-15, "up");
    fertility_shift(asfr, 4, 1, 2, -4.5, shifted);
    assert_close(shifted, youngest, 4, 1e-15, "down");
}

Test(fertility, without_fertile_ages_all_is_zero)
{
    const double asfr[] = { 0, 0, 0 };
    double shifted[] = { 7, 7, 7 };

    fertility_shift(asfr, 3, 2, 0, 1.5, shifted);
    assert_close(shifted, asfr, 3, 0, "rates");
}
