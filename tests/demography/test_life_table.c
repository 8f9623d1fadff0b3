#include "life_table.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "published.h"
#include "support.h"

#include <criterion/criterion.h>

enum { OLDEST = 100, AGES = OLDEST + 1 };

/* A life table as textbooks lay it out (Preston, Heuveline & Guillot 2001, box 3.1), with l0 = 1. */
struct textbook_table {
    double lx[AGES];
    double dx[AGES];
    double Lx[AGES];
    double Tx[AGES];
};

static struct textbook_table textbook_table(const double *mx, size_t ages, double a0)
{
    struct textbook_table table = { .lx = { 1 } };

    for (size_t x = 0; x < ages; x++) {
        const double ax = x == 0 ? a0 : 0.5;
        const double qx = x + 1 == ages ? 1 : mx[x] / (1 + (1 - ax) * mx[x]);

        table.dx[x] = table.lx[x] * qx;
        if (x + 1 < ages) {
            table.lx[x + 1] = table.lx[x] - table.dx[x];
            table.Lx[x] = table.lx[x + 1] + ax * table.dx[x];
        } else {
            table.Lx[x] = table.lx[x] / mx[x];
        }
    }
    for (size_t x = ages; x-- > 0;) {
        table.Tx[x] = table.Lx[x] + (x + 1 < ages ? table.Tx[x + 1] : 0);
    }
    return table;
}

static double between(double low, double high)
{
    return low + (high - low) * (rand() / (double)RAND_MAX);
}

/* Death rates like those of people: high at birth, low for children, growing with age (Gompertz). */
static void human_rates(double *mx, size_t ages)
{
    const double level = between(0.3, 3);

    for (size_t x = 0; x < ages; x++) {
        mx[x] = level * (x == 0 ? 0.02 : 0.0003 + 0.00005 * exp(0.09 * (double)x)) * between(0.8, 1.2);
    }
}

/* Coefficients: Human Mortality Database, Methods Protocol version 6, table 1 (Andreev & Kingkade 2015). */
Test(life_table, a0_has_the_values_worked_by_hand)
{
    static const struct {
        enum sex sex;
        double m0;
        double a0;
    } hand[] = {
        { MALE, 0, 0.14929 },
        { MALE, 0.01, 0.1293355 },
        { MALE, 0.02299, 0.1034146045 },
        { MALE, 0.023, 0.10330483 },
        { MALE, 0.05, 0.1913305 },
        { MALE, 0.08306, 0.2991130426 },
        { MALE, 0.08307, 0.29915 },
        { MALE, 0.3, 0.29915 },
        { FEMALE, 0, 0.14903 },
        { FEMALE, 0.01, 0.1284773 },
        { FEMALE, 0.01723, 0.1136176979 },
        { FEMALE, 0.01724, 0.1135765436 },
        { FEMALE, 0.05, 0.2407145 },
        { FEMALE, 0.0689, 0.314063321 },
        { FEMALE, 0.06891, 0.31411 },
        { FEMALE, 0.3, 0.31411 },
    };

    for (size_t i = 0; i < sizeof hand / sizeof hand[0]; i++) {
        char what[64];

        snprintf(what, sizeof what, "a0 of sex %d at m0 %g", (int)hand[i].sex, hand[i].m0);
        assert_near(andreev_kingkade_a0(hand[i].sex, hand[i].m0), hand[i].a0, 1e-12, what);
    }
}

Test(life_table, four_ages_worked_by_hand)
{
    /*
     * Boys. a0 = 0.14929 - 1.99545 x 0.02 = 0.109381; q0 = 0.02 / 1.01781238; l1 = 0.98035001, L0 = 0.98249935.
     * q1 = 0.1 / 1.05: l2 = 0.88698334, L1 = 0.93366668. q2 = 0.5 / 1.25: l3 = 0.53219000, L2 = 0.70958667.
     * L3 = T3 = 0.53219000 / 0.8 = 0.66523750.
     */
    const double mx[] = { 0.02, 0.1, 0.5, 0.8 };
    const double expected[] = { 0.98249935, 0.93366668 / 0.98249935, 0.70958667 / 0.93366668,
                                0.66523750 / (0.70958667 + 0.66523750) };
    double sx[4];

    life_table_survivorship(MALE, mx, 4, sx);
    assert_close(sx, expected, 4, 3e-8, "sx");
}

Test(life_table, ratios_are_those_of_the_textbook_table)
{
    srand(3);
    for (int round = 0; round < 300; round++) {
        const size_t ages = 2 + (size_t)(rand() % OLDEST);
        const enum sex sex = rand() % 2 == 0 ? MALE : FEMALE;
        double mx[AGES];
        double sx[AGES];
        double expected[AGES];

        human_rates(mx, ages);
        const struct textbook_table table = textbook_table(mx, ages, andreev_kingkade_a0(sex, mx[0]));

        expected[0] = table.Lx[0] / table.lx[0];
        for (size_t x = 1; x < ages; x++) {
            expected[x] = table.Lx[x] / table.Lx[x - 1];
        }
        expected[ages - 1] = table.Tx[ages - 1] / table.Tx[ages - 2];
        life_table_survivorship(sex, mx, ages, sx);
        assert_close(sx, expected, ages, 1e-12, "sx");
    }
}

/* What holds in any life table: everybody dies once, and years lived are deaths by rates. */
Test(life_table, the_deaths_that_the_ratios_tell_are_all_births)
{
    srand(4);
    for (int round = 0; round < 300; round++) {
        double mx[AGES];
        double sx[AGES];
        double deaths = 0;
        double years = 1;

        human_rates(mx, AGES);
        life_table_survivorship(FEMALE, mx, AGES, sx);
        for (size_t x = 0; x < OLDEST; x++) {
            years *= sx[x];
            deaths += mx[x] * years;
        }
        /* T(open) = s (L(open - 1) + T(open)). */
        deaths += mx[OLDEST] * years * sx[OLDEST] / (1 - sx[OLDEST]);
        assert_near(deaths, 1, 1e-10, "deaths per birth");
        for (size_t x = 0; x < AGES; x++) {
            cr_assert(sx[x] > 0 && sx[x] < 1, "round %d: sx[%zu] is %g", round, x, sx[x]);
        }
    }
}

/* With one rate m at all ages, survival from age to age is 1 - q everywhere, the open group included. */
Test(life_table, a_rate_that_is_the_same_at_all_ages_gives_one_ratio)
{
    double mx[AGES];
    double sx[AGES];

    for (size_t x = 0; x < AGES; x++) {
        mx[x] = 0.04;
    }
    life_table_survivorship(MALE, mx, AGES, sx);
    for (size_t x = 2; x < AGES; x++) {
        assert_near(sx[x], 0.98 / 1.02, 1e-14, "sx");
    }
}

Test(life_table, without_deaths_all_survive_to_the_open_age)
{
    const double mx[] = { 0, 0, 0, 0.5 };
    const double expected[] = { 1, 1, 1, 2 / 3.0 };
    double sx[4];

    life_table_survivorship(FEMALE, mx, 4, sx);
    assert_close(sx, expected, 4, 1e-15, "sx");
}

/* A rate above 2 a year kills everybody within the year; nobody is left, but nothing is less than nobody. */
Test(life_table, rates_beyond_certain_death_stay_ratios)
{
    const double mx[] = { 0.02, 5, 0.1, 0.1, 0.3 };
    double sx[5];

    life_table_survivorship(MALE, mx, 5, sx);
    for (size_t x = 0; x < 5; x++) {
        cr_assert(sx[x] >= 0 && sx[x] <= 1, "sx[%zu] is %g", x, sx[x]);
    }
    cr_assert(sx[2] == 0 && sx[3] == 0 && sx[4] == 0);
}

Test(life_table, rates_and_ratios_may_be_one_array)
{
    double mx[AGES];
    double sx[AGES];

    srand(5);
    human_rates(mx, AGES);
    life_table_survivorship(MALE, mx, AGES, sx);
    life_table_survivorship(MALE, mx, AGES, mx);
    cr_assert(memcmp(mx, sx, sizeof sx) == 0);
}

/* Swedish women 1993: Preston, Heuveline & Guillot (2001), boxes 6.1 and 6.2; l0 = 100,000. */
Test(life_table, swedish_person_years_of_1993_give_their_ratios)
{
    const double years[] = { 497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447,
                             486613, 480665, 471786, 457852, 436153, 402775, 350358, 271512, 291707 };
    /* Divided by hand to six places. */
    const double expected[] = { 0.994974, 0.999298, 0.999523, 0.999255, 0.998733, 0.998520,
                                0.998071, 0.997060, 0.995306, 0.992183, 0.987777, 0.981528,
                                0.970465, 0.952607, 0.923472, 0.869860, 0.774956, 0.517928 };
    double sx[18];

    person_years_survivorship(years, 18, 5, 100000, sx);
    assert_close(sx, expected, 18, 6e-7, "sx");
}

/* Compares the ratios of a published case's rates with its own, from `first_age` up; both are rounded to nine places.
 */
static void compare_with_published(const char *file, int first_year, size_t years, size_t first_age)
{
    char *path = validation_path(file);
    const struct published_axes axes = { .first_year = first_year, .years = years, .ages = AGES };
    double *mx = published_table(path, "mx", 0, &axes);
    double *published = published_table(path, "sx", 0, &axes);

    for (size_t row = 0; row < 2 * years; row++) {
        double sx[AGES];

        life_table_survivorship(row % 2 == 0 ? MALE : FEMALE, &mx[row * AGES], AGES, sx);
        assert_close(sx + first_age, &published[row * AGES + first_age], AGES - first_age, 2e-9, "sx");
    }
    free(published);
    free(mx);
    free(path);
}

Test(life_table, french_rates_give_the_published_ratios)
{
    compare_with_published("un_ccmppwpp_france_1980_2019_closed/mortality.csv", 1980, 39, 0);
}

/* Canada's packaged tables have another a0 (near Coale & Demeny's, West), which touches ages 0 and 1 only. */
Test(life_table, canadian_rates_give_the_published_ratios_after_infancy)
{
    compare_with_published("un_ccmppwpp_canada_1950_1990/mortality.csv", 1950, 40, 2);
}
