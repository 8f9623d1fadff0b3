#include <stdlib.h>

#include "observed.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* Two towns, two ages, four states: residents 1,000 + 100 a state in both towns together, births 10, 20, 40. */
enum { TOWNS = 2, AGES = 2, STATES = 4 };

static double population[STATES * TOWNS * SEXES * AGES];
static double components[(STATES - 1) * TOWNS * COMPONENTS];
static double census[TOWNS * SEXES * AGES];
static struct inputs inputs;
static struct result result;

static void small_district(void)
{
    static const double births[STATES - 1] = { 10, 20, 40 };

    for (size_t state = 0; state < STATES; state++) {
        const size_t cells = (size_t)TOWNS * SEXES * AGES;
        for (size_t cell = 0; cell < cells; cell++) {
            population[state * cells + cell] = (1000 + 100 * (double)state) / (double)cells;
        }
    }
    for (size_t year = 0; year < STATES - 1; year++) {
        components[(year * TOWNS + 0) * COMPONENTS + BIRTHS] = births[year] / 4;
        components[(year * TOWNS + 1) * COMPONENTS + BIRTHS] = births[year] * 3 / 4;
        components[(year * TOWNS + 1) * COMPONENTS + DEATHS] = 1e6;
    }
    for (size_t cell = 0; cell < sizeof census / sizeof *census; cell++) {
        census[cell] = (double)cell;
    }
    inputs.model.base_year = 2020;
    inputs.model.state_date = (struct date) { 0, 9, 1 };
    inputs.model.census_date = (struct date) { 2020, 11, 1 };
    inputs.model.ages = AGES;
    inputs.model.town_count = TOWNS;
    inputs.model.census_population = census;
    result = (struct result) { .states = STATES, .population = population, .components = components };
}

TestSuite(observed, .init = small_district);

static enum observed_standing of(const char *series, struct date start, struct date end, double *value)
{
    const struct observation observation = { .series = series, .start = start, .end = end };

    return observed_value(&inputs, &result, &observation, value);
}

static void expect_residents(struct date day, double expected)
{
    double value = -1;
    cr_assert(of("residents", day, day, &value) == OBSERVED_MODELLED);
    assert_near(value, expected, 1e-9, "residents");
}

static void expect_births(struct date start, struct date end, double expected)
{
    double value = -1;
    cr_assert(of("births", start, end, &value) == OBSERVED_MODELLED);
    assert_near(value, expected, 1e-9, "births");
}

Test(observed, the_last_day_of_the_year_is_a_third_of_the_way)
{
    expect_residents((struct date) { 2021, 12, 31 }, 1100 * 2.0 / 3 + 1200 * 1.0 / 3);
}

Test(observed, the_day_before_a_state_date_ends_in_that_state)
{
    expect_residents((struct date) { 2021, 8, 31 }, 1100);
    expect_residents((struct date) { 2023, 8, 31 }, 1300);
}

Test(observed, a_state_date_ends_a_thirtieth_of_a_month_later)
{
    expect_residents((struct date) { 2020, 9, 1 }, 1000 + 100.0 / 12 / 30);
}

Test(observed, february_ends_after_its_own_days)
{
    expect_residents((struct date) { 2021, 2, 28 }, 1050);
    inputs.model.base_year = 2023;
    expect_residents((struct date) { 2024, 2, 29 }, 1050);
    expect_residents((struct date) { 2024, 2, 28 }, 1000 + 100 * (5 + 28.0 / 29) / 12);
    inputs.model.base_year = 2099;
    expect_residents((struct date) { 2100, 2, 28 }, 1050);
    inputs.model.base_year = 1999;
    expect_residents((struct date) { 2000, 2, 29 }, 1050);
}

Test(observed, the_census_is_itself)
{
    double value = -1;
    cr_assert(of("residents", inputs.model.census_date, inputs.model.census_date, &value) == OBSERVED_INPUT);
    assert_near(value, 28, 0, "sum of the census population");
}

Test(observed, a_calendar_year_has_parts_of_two_school_years)
{
    expect_births((struct date) { 2021, 1, 1 }, (struct date) { 2021, 12, 31 }, 10 * 8.0 / 12 + 20 * 4.0 / 12);
    expect_births((struct date) { 2022, 1, 1 }, (struct date) { 2022, 12, 31 }, 20 * 8.0 / 12 + 40 * 4.0 / 12);
}

Test(observed, births_of_a_school_year_are_its_own_and_of_all_years_all)
{
    expect_births((struct date) { 2021, 9, 1 }, (struct date) { 2022, 8, 31 }, 20);
    expect_births((struct date) { 2020, 9, 1 }, (struct date) { 2023, 8, 31 }, 70);
    expect_births((struct date) { 2021, 9, 15 }, (struct date) { 2021, 9, 15 }, 20.0 / 12 / 30);
}

Test(observed, parts_of_a_period_add_up)
{
    double sum = 0;
    for (int month = 1; month <= 12; month++) {
        static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
        double value = 0;
        of("births", (struct date) { 2021, month, 1 }, (struct date) { 2021, month, days[month - 1] }, &value);
        sum += value;
    }
    expect_births((struct date) { 2021, 1, 1 }, (struct date) { 2021, 12, 31 }, sum);
}

Test(observed, states_at_new_year_shift_nothing)
{
    inputs.model.state_date = (struct date) { 0, 1, 1 };
    expect_residents((struct date) { 2020, 12, 31 }, 1100);
    expect_births((struct date) { 2021, 1, 1 }, (struct date) { 2021, 12, 31 }, 20);
}

Test(observed, outside_the_states_there_is_no_value)
{
    double value = -1;
    cr_assert(of("residents", (struct date) { 2020, 8, 30 }, (struct date) { 2020, 8, 30 }, &value) ==
              OBSERVED_OUTSIDE);
    cr_assert(of("residents", (struct date) { 2023, 9, 1 }, (struct date) { 2023, 9, 1 }, &value) == OBSERVED_OUTSIDE);
    cr_assert(of("births", (struct date) { 2020, 1, 1 }, (struct date) { 2020, 12, 31 }, &value) == OBSERVED_OUTSIDE);
    cr_assert(of("births", (struct date) { 2023, 1, 1 }, (struct date) { 2023, 12, 31 }, &value) == OBSERVED_OUTSIDE);
    assert_near(value, -1, 0, "left alone");
}

Test(observed, other_series_are_not_in_the_model)
{
    static const char *const others[] = { "pupils", "", "birth", "birthss", "resident" };
    double value = -1;
    for (size_t index = 0; index < sizeof others / sizeof *others; index++) {
        cr_assert(of(others[index], (struct date) { 2021, 1, 1 }, (struct date) { 2021, 12, 31 }, &value) ==
                  OBSERVED_NOT_MODELLED);
    }
    assert_near(value, -1, 0, "left alone");
}

Test(observed, residents_of_some_ages)
{
    assert_near(observed_residents(&inputs.model, census, 0, 0), 0 + 2 + 4 + 6, 0, "age 0");
    assert_near(observed_residents(&inputs.model, census, 1, 14), 1 + 3 + 5 + 7, 0, "from 1");
}
