#include "spread.h"

#include <math.h>
#include <stdlib.h>

#include "model.h"
#include "published.h"
#include "support.h"

#include <criterion/criterion.h>

/* Standard parameters of Rogers & Castro (1981), without the retirement peak. */
static const struct rogers_castro standard = {
    .a1 = 0.02, .alpha1 = 0.10, .a2 = 0.06, .alpha2 = 0.10, .mu2 = 20, .lambda2 = 0.40, .c = 0.003
};

static double sum_of(const double *values, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        sum += values[i];
    }
    return sum;
}

/* Census of 1 November, state of 1 September before: a sixth of a year. */
Test(spread, a_sixth_of_the_next_older_were_this_age_two_months_before)
{
    const double census[] = { 600, 1200, 900, 300 };
    const double expected[] = { 500 + 200, 1000 + 150, 750 + 50, 250 };
    double state[4];

    census_to_state(census, 4, 1 / 6.0, state);
    assert_close(state, expected, 4, 1e-9, "state");
}

Test(spread, a_census_on_the_state_date_stays_as_it_is)
{
    const double census[] = { 1, 0, 3.25, 4 };
    double state[4];

    census_to_state(census, 4, 0, state);
    assert_close(state, census, 4, 0, "state");
}

/* Whoever was not yet born at the state date goes, and nobody else: the total falls by that part of age 0. */
Test(spread, only_those_born_since_the_state_date_go)
{
    srand(7);
    for (int round = 0; round < 300; round++) {
        const size_t ages = 2 + (size_t)(rand() % 100);
        const double shift = (rand() % 1000) / 1000.0;
        double census[101];
        double state[101];

        for (size_t age = 0; age < ages; age++) {
            census[age] = rand() % 100000;
        }
        census_to_state(census, ages, shift, state);
        const double total = sum_of(census, ages);

        assert_near(sum_of(state, ages), total - shift * census[0], 1e-9 * total, "total");
        for (size_t age = 0; age < ages; age++) {
            cr_assert(state[age] >= 0, "round %d age %zu: %g", round, age, state[age]);
        }
    }
}

/* Qingcheng district: 1,119,901 residents at the census of 1 November 2020. */
Test(spread, qingcheng_has_1117927_residents_at_the_state_date)
{
    char *path = source_path("models/qingcheng/base_population.csv");
    const struct published_axes axes = { .first_year = 2020, .years = 1, .ages = 101 };
    double *census = published_table(path, "population", 0, &axes);
    double state[2 * 101];

    for (size_t sex = 0; sex < 2; sex++) {
        census_to_state(&census[sex * 101], 101, 1 / 6.0, &state[sex * 101]);
    }
    assert_near(sum_of(census, 2 * 101), 1119901, 1, "residents at the census");
    assert_near(sum_of(state, 2 * 101), 1117927, 1, "residents at the state date");
    free(census);
    free(path);
}

/* Worked by hand from the formula: exp by a pocket calculator, eight digits. */
Test(spread, standard_schedule_has_the_values_worked_by_hand)
{
    static const struct {
        size_t age;
        double intensity;
    } hand[] = {
        { 0, 0.02300000 },  /* exp(2 - exp(8)) is nothing */
        { 10, 0.01035759 }, /* 0.02 exp(-1) + 0.06 exp(1 - exp(4)) + 0.003 */
        { 20, 0.02777947 }, /* 0.02 exp(-2) + 0.06 exp(-1) + 0.003 */
        { 25, 0.03642717 }, /* 0.02 exp(-2.5) + 0.06 exp(-0.5 - exp(-2)) + 0.003 */
        { 60, 0.00414851 }, /* 0.02 exp(-6) + 0.06 exp(-4 - exp(-16)) + 0.003 */
    };
    double share[101];

    migration_schedule(&standard, 101, share);
    for (size_t i = 0; i < sizeof hand / sizeof hand[0]; i++) {
        const double relative = hand[i].intensity / hand[0].intensity;

        assert_near(share[hand[i].age] / share[0], relative, 1e-6, "share relative to age 0");
    }
}

Test(spread, shares_sum_to_one_and_none_is_below_zero)
{
    srand(11);
    for (int round = 0; round < 300; round++) {
        const size_t ages = 2 + (size_t)(rand() % 110);
        const struct rogers_castro schedule = { .a1 = rand() % 100 / 1000.0,
                                                .alpha1 = rand() % 300 / 1000.0,
                                                .a2 = rand() % 100 / 1000.0,
                                                .alpha2 = rand() % 300 / 1000.0,
                                                .mu2 = 10 + rand() % 30,
                                                .lambda2 = rand() % 900 / 1000.0,
                                                .c = 0.001 + rand() % 10 / 1000.0 };
        double share[112];

        migration_schedule(&schedule, ages, share);
        assert_near(sum_of(share, ages), 1, 1e-12, "sum of shares");
        for (size_t age = 0; age < ages; age++) {
            cr_assert(share[age] >= 0, "round %d age %zu: %g", round, age, share[age]);
        }
    }
}

/* What the schedule is for: children fall, the young who leave home rise to a peak after mu2, the old level off. */
Test(spread, standard_schedule_falls_rises_to_the_young_adults_and_falls)
{
    double share[101];
    size_t low = 0;
    size_t high = 0;

    migration_schedule(&standard, 101, share);
    for (size_t age = 1; age < 20; age++) {
        low = share[age] < share[low] ? age : low;
    }
    for (size_t age = 1; age < 101; age++) {
        high = share[age] > share[high] ? age : high;
    }
    cr_assert(low >= 12 && low <= 16, "lowest at age %zu", low);
    cr_assert(high >= 21 && high <= 25, "highest at age %zu", high);
    for (size_t age = high; age < 100; age++) {
        cr_assert(share[age + 1] < share[age], "age %zu", age);
    }
}
