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
static const struct town towns[TOWNS] = { { .population = 6 }, { .population = 22 } };
static double multipliers[TOWNS]; /* The only values that are looked at. */
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
        components[(year * TOWNS + 0) * COMPONENTS + ARRIVALS] = 7;
        components[(year * TOWNS + 1) * COMPONENTS + DEPARTURES] = 2;
    }
    for (size_t cell = 0; cell < sizeof census / sizeof *census; cell++) {
        census[cell] = (double)cell;
    }
    inputs.model.base_year = 2020;
    inputs.model.state_date = (struct date) { 0, 9, 1 };
    inputs.model.census_date = (struct date) { 2020, 11, 1 };
    inputs.model.ages = AGES;
    inputs.model.town_count = TOWNS;
    inputs.model.towns = towns;
    inputs.scenario.values = multipliers;
    multipliers[0] = multipliers[1] = 1;
    inputs.model.census_population = census;
    result = (struct result) { .states = STATES, .population = population, .components = components };
}

TestSuite(observed, .init = small_district);

static enum observed_standing of(enum observed_series series, struct date start, struct date end, double *value)
{
    const struct observation observation = {
        .series = series, .start = start, .end = end, .town = ALL_TOWNS, .last_age = AGES - 1
    };

    return observed_value(&inputs, &result, &observation, value);
}

static void expect_residents(struct date day, double expected)
{
    double value = -1;
    cr_assert(of(SERIES_RESIDENTS, day, day, &value) == OBSERVED_MODELLED);
    assert_near(value, expected, 1e-9, "residents");
}

static void expect_births(struct date start, struct date end, double expected)
{
    double value = -1;
    cr_assert(of(SERIES_BIRTHS, start, end, &value) == OBSERVED_MODELLED);
    assert_near(value, expected, 1e-9, "births");
}

static size_t people_states_of(enum observed_series series, struct date end)
{
    const struct observation observation = { .series = series, .start = end, .end = end };

    inputs.scenario.layout.years = STATES;
    inputs.model.observations = &observation;
    inputs.model.observation_count = 1;
    return observed_people_states(&inputs);
}

/* The states before and after the last day on which residents were counted, and never more than there are. */
Test(observed, people_are_needed_as_far_as_they_were_counted)
{
    cr_assert_eq(people_states_of(SERIES_BIRTHS, (struct date) { 2022, 12, 31 }), 1);
    cr_assert_eq(people_states_of(SERIES_RESIDENTS, (struct date) { 2019, 12, 31 }), 1);
    cr_assert_eq(people_states_of(SERIES_RESIDENTS, (struct date) { 2020, 12, 31 }), 2);
    cr_assert_eq(people_states_of(SERIES_RESIDENTS, (struct date) { 2022, 8, 31 }), 3);
    cr_assert_eq(people_states_of(SERIES_RESIDENTS, (struct date) { 2022, 12, 31 }), STATES);
    cr_assert_eq(people_states_of(SERIES_RESIDENTS, (struct date) { 2023, 12, 31 }), 1);
}

Test(observed, pupils_are_needed_where_they_were_counted)
{
    const struct observation births = { .series = SERIES_BIRTHS };
    const struct observation pupils = { .series = SERIES_PUBLIC_PUPILS };

    inputs.model.observation_count = 1;
    inputs.model.observations = &births;
    cr_assert_not(observed_has_pupils(&inputs.model));
    inputs.model.observations = &pupils;
    cr_assert(observed_has_pupils(&inputs.model));
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
    cr_assert(of(SERIES_RESIDENTS, inputs.model.census_date, inputs.model.census_date, &value) == OBSERVED_INPUT);
    assert_near(value, 28, 0, "sum of the census population");
}

/* Of 28 people 6 and 22; twice the first makes 34, brought back to 28. */
Test(observed, the_census_follows_the_multipliers_of_towns)
{
    struct observation observation = {
        .series = SERIES_RESIDENTS, .start = { 2020, 11, 1 }, .end = { 2020, 11, 1 }, .last_age = 1
    };
    double value = -1;

    multipliers[0] = 2;
    cr_assert(observed_value(&inputs, &result, &observation, &value) == OBSERVED_INPUT);
    assert_near(value, 12 * 28.0 / 34, 1e-12, "the town");
    assert_near(observed_census(&inputs, ALL_TOWNS, 0, 1), 28, 1e-12, "the district stays");
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
        of(SERIES_BIRTHS, (struct date) { 2021, month, 1 }, (struct date) { 2021, month, days[month - 1] }, &value);
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
    cr_assert(of(SERIES_RESIDENTS, (struct date) { 2020, 8, 30 }, (struct date) { 2020, 8, 30 }, &value) ==
              OBSERVED_OUTSIDE);
    cr_assert(of(SERIES_RESIDENTS, (struct date) { 2023, 9, 1 }, (struct date) { 2023, 9, 1 }, &value) ==
              OBSERVED_OUTSIDE);
    cr_assert(of(SERIES_BIRTHS, (struct date) { 2020, 1, 1 }, (struct date) { 2020, 12, 31 }, &value) ==
              OBSERVED_OUTSIDE);
    cr_assert(of(SERIES_BIRTHS, (struct date) { 2023, 1, 1 }, (struct date) { 2023, 12, 31 }, &value) ==
              OBSERVED_OUTSIDE);
    assert_near(value, -1, 0, "left alone");
}

Test(observed, gross_flows_are_not_in_a_model_of_net_migrants)
{
    static const enum migration_form forms[] = { MIGRATION_NONE, MIGRATION_NET };
    const struct date start = { 2021, 9, 1 };
    const struct date end = { 2022, 8, 31 };
    double value = -1;
    for (size_t form = 0; form < 2; form++) {
        inputs.model.migration.form = forms[form];
        cr_assert(of(SERIES_ARRIVALS, start, end, &value) == OBSERVED_NOT_MODELLED);
        cr_assert(of(SERIES_DEPARTURES, start, end, &value) == OBSERVED_NOT_MODELLED);
    }
    assert_near(value, -1, 0, "left alone");
    cr_assert(of(SERIES_NET_MIGRANTS, start, end, &value) == OBSERVED_MODELLED);
    assert_near(value, 7 - 2, 1e-9, "net");
}

Test(observed, flows_are_those_of_their_component_and_town)
{
    static const struct {
        enum observed_series series;
        size_t town;
        double expected;
    } flows[] = {
        { SERIES_BIRTHS, 0, 5 },           { SERIES_BIRTHS, 1, 15 },      { SERIES_DEATHS, 0, 0 },
        { SERIES_DEATHS, 1, 1e6 },         { SERIES_ARRIVALS, 0, 7 },     { SERIES_ARRIVALS, ALL_TOWNS, 7 },
        { SERIES_DEPARTURES, 1, 2 },       { SERIES_NET_MIGRANTS, 0, 7 }, { SERIES_NET_MIGRANTS, 1, -2 },
        { SERIES_DEATHS, ALL_TOWNS, 1e6 },
    };
    inputs.model.migration.form = MIGRATION_GROSS;
    for (size_t index = 0; index < sizeof flows / sizeof *flows; index++) {
        const struct observation flow = {
            .series = flows[index].series, .start = { 2021, 9, 1 }, .end = { 2022, 8, 31 }, .town = flows[index].town
        };
        double value = -1;
        cr_assert(observed_value(&inputs, &result, &flow, &value) == OBSERVED_MODELLED);
        assert_near(value, flows[index].expected, 1e-9, series_words[flow.series].id);
    }
}

Test(observed, residents_of_a_town_and_of_some_ages)
{
    struct observation observation = { .series = SERIES_RESIDENTS,
                                       .start = { 2020, 11, 1 },
                                       .end = { 2020, 11, 1 },
                                       .town = 1,
                                       .first_age = 1,
                                       .last_age = 1 };
    double value = -1;
    cr_assert(observed_value(&inputs, &result, &observation, &value) == OBSERVED_INPUT);
    assert_near(value, 5 + 7, 0, "of the census");
    observation.start = observation.end = (struct date) { 2021, 12, 31 };
    cr_assert(observed_value(&inputs, &result, &observation, &value) == OBSERVED_MODELLED);
    assert_near(value, (1100 * 2.0 / 3 + 1200 * 1.0 / 3) / 4, 1e-9, "an age of a town: a quarter of all");
}

/* Two levels of two grades and one; pupils are 1000 state + 100 town + 10 grade, enrolled twice that. */
static void with_pupils(double *public_pupils, double *enrolled)
{
    static const struct level levels[] = { { .grades = 2, .first_grade = 0 }, { .grades = 1, .first_grade = 2 } };
    inputs.model.level_count = 2;
    inputs.model.levels = levels;
    inputs.model.grade_count = 3;
    for (size_t cell = 0; cell < (size_t)STATES * TOWNS * 3; cell++) {
        public_pupils[cell] =
            1000.0 * (double)(cell / (TOWNS * 3)) + 100.0 * (double)(cell / 3 % TOWNS) + 10.0 * (double)(cell % 3);
        enrolled[cell] = 2 * public_pupils[cell];
    }
    result.public_pupils = public_pupils;
    result.enrolled = enrolled;
}

static double pupils(enum observed_series series, struct date day, size_t town, size_t level, size_t grade)
{
    const struct observation observation = {
        .series = series, .start = day, .end = day, .town = town, .level = level, .grade = grade
    };
    double value = -1;
    const enum observed_standing standing = observed_value(&inputs, &result, &observation, &value);
    cr_assert(standing == (value < 0 ? OBSERVED_OUTSIDE : OBSERVED_MODELLED));
    return value;
}

Test(observed, pupils_are_those_of_the_school_year_of_the_day)
{
    double public_pupils[STATES * TOWNS * 3];
    double enrolled[STATES * TOWNS * 3];
    const struct date first = { 2021, 9, 1 };
    const struct date last = { 2022, 8, 31 };
    with_pupils(public_pupils, enrolled);
    assert_near(pupils(SERIES_PUBLIC_PUPILS, first, 1, 0, 1), 1110, 0, "a grade");
    assert_near(pupils(SERIES_PUBLIC_PUPILS, last, 1, 0, 1), 1110, 0, "on the last day too");
    assert_near(pupils(SERIES_PUBLIC_PUPILS, last, 1, 0, ALL_GRADES), 1100 + 1110, 0, "a level");
    assert_near(pupils(SERIES_PUBLIC_PUPILS, last, ALL_TOWNS, 0, ALL_GRADES), 1000 + 1010 + 1100 + 1110, 0, "all");
    assert_near(pupils(SERIES_ENROLLED, first, 0, 1, ALL_GRADES), 2 * 1020, 0, "enrolled");
    assert_near(pupils(SERIES_ENROLLED, (struct date) { 2024, 8, 31 }, 0, 1, 0), 2 * 3020, 0, "of the last state");
    assert_near(pupils(SERIES_ENROLLED, (struct date) { 2024, 9, 1 }, 0, 1, 0), -1, 0, "after it");
    assert_near(pupils(SERIES_ENROLLED, (struct date) { 2020, 8, 31 }, 0, 1, 0), -1, 0, "before the first");
}

Test(observed, residents_of_some_ages)
{
    assert_near(observed_residents(&inputs.model, census, 0, 0), 0 + 2 + 4 + 6, 0, "age 0");
    assert_near(observed_residents(&inputs.model, census, 1, 14), 1 + 3 + 5 + 7, 0, "from 1");
    assert_near(observed_residents_of(&inputs.model, census, 1, 0, 14), 4 + 5 + 6 + 7, 0, "of the second town");
}
