#include <math.h>
#include <string.h>

#include "calibrate.h"
#include "model_fixture.h"
#include "observed.h"
#include "spread.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { TOWNS = 3, LAST = 2026, MOST = 16 };

static struct fixture fixture;
static struct observation observations[MOST];
static struct fit_item items[MOST];
static struct calibration calibration;

static void begin(void)
{
    fixture = fixture_make(TOWNS, LAST);
    fixture.inputs.model.observations = observations;
    fixture.inputs.model.calibration.items = items;
}

static void end(void)
{
    calibration_free(&calibration);
    fixture_free(&fixture);
}

TestSuite(calibrate, .init = begin, .fini = end);

static void observe(enum observed_series series, struct date start, struct date day, double error)
{
    struct model *model = &fixture.inputs.model;

    observations[model->observation_count++] = (struct observation) { .series = series,
                                                                      .start = start,
                                                                      .end = day,
                                                                      .town = ALL_TOWNS,
                                                                      .level = ALL_LEVELS,
                                                                      .grade = ALL_GRADES,
                                                                      .last_age = model->ages - 1,
                                                                      .standard_error = error,
                                                                      .source = "made" };
}

static void observe_births(int year, double error)
{
    observe(SERIES_BIRTHS, (struct date) { year, 1, 1 }, (struct date) { year, 12, 31 }, error);
}

static void observe_residents(int year, double error)
{
    observe(SERIES_RESIDENTS, (struct date) { year, 12, 31 }, (struct date) { year, 12, 31 }, error);
}

static void ask(enum parameter parameter, size_t key, int first, int last, double prior_error, double step_error)
{
    items[fixture.inputs.model.calibration.item_count++] =
        (struct fit_item) { .parameter = parameter,
                            .key = key,
                            .first = first,
                            .last = last,
                            .prior = parameter_rows[parameter].initial,
                            .prior_error = prior_error,
                            .step_error = step_error };
}

/* Gives every observation the value that a run with the fixture's values has, and forgets those values. */
static void make_true(void)
{
    struct fixture_run run = fixture_run(&fixture);

    for (size_t i = 0; i < fixture.inputs.model.observation_count; i++) {
        cr_assert(observed_value(&fixture.inputs, &run.result, &observations[i], &observations[i].value) ==
                  OBSERVED_MODELLED);
    }
    fixture_run_free(&run);
    fixture_settle(&fixture, LAST);
}

static void expect_value(size_t index, double expected, double relative)
{
    cr_assert(lt(dbl, fabs(calibration.solution.values[index] - expected), relative * fabs(expected)),
              "unknown %zu: %.12g, not %.12g", index, calibration.solution.values[index], expected);
}

Test(calibrate, known_multipliers_and_migrants_come_back)
{
    static const double multipliers[] = { 0.95, 0.85, 1.05, 1.2 };
    static const double migrants[] = { 40, -25, 60, 10 };

    for (int year = 2020; year <= LAST; year++) {
        const int at = year < 2023 ? year - 2020 : 3;

        fixture_set_year(&fixture, PARAMETER_FERTILITY_MULTIPLIER, 0, year, multipliers[at]);
        fixture_set_year(&fixture, PARAMETER_MIGRATION_ADDED, 0, year, migrants[at]);
    }
    for (int year = 2021; year <= 2024; year++) {
        observe_births(year, 1e-4);
        observe_residents(year, 1e-3);
    }
    observe_births(2025, 1e-4);
    make_true();
    ask(PARAMETER_FERTILITY_MULTIPLIER, 0, 2020, 2023, 100, 0);
    ask(PARAMETER_MIGRATION_ADDED, 0, 2020, 2023, 1e6, 0);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    for (size_t i = 0; i < 4; i++) {
        expect_value(i, multipliers[i], 1e-6);
        expect_value(4 + i, migrants[i], 1e-5);
    }
    for (size_t i = 0; i < calibration.compared_count; i++) {
        assert_near(calibration.compared[i].after, observations[i].value, 1e-3, "met");
    }
}

Test(calibrate, enrolment_rates_come_back_by_level)
{
    fixture_set(&fixture, PARAMETER_ENROLMENT_RATE_MULTIPLIER, FIXTURE_PRIMARY, 0.93);
    for (int year = 2021; year <= 2023; year++) {
        observe(SERIES_ENROLLED, (struct date) { year, 9, 1 }, (struct date) { year, 9, 1 }, 1e-3);
        observations[year - 2021].level = FIXTURE_PRIMARY;
    }
    make_true();
    ask(PARAMETER_ENROLMENT_RATE_MULTIPLIER, FIXTURE_PRIMARY, 2021, 2023, 0, 0);
    ask(PARAMETER_ENROLMENT_RATE_MULTIPLIER, FIXTURE_NURSERY, 2021, 2022, 0, 0.1);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    for (size_t i = 0; i < 3; i++) {
        expect_value(i, 0.93, 1e-6);
    }
    cr_assert(calibration.solution.standing[3] == UNKNOWN_HELD || calibration.solution.standing[4] == UNKNOWN_HELD,
              "a level of which no pupil was counted");
    const struct calibrated_value value = calibration_value(&calibration, &fixture.inputs.model, 1);

    cr_assert(eq(int, value.year, 2022));
    cr_assert(eq(str, (char *)value.key, "primary"));
}

/* Residents are linear in migrants added, so the fit is the normal equations of what one migrant more does. */
Test(calibrate, what_is_linear_is_the_normal_equations)
{
    static const double observed_off[] = { 30, -20, 55 };
    static const double errors[] = { 8, 5, 11 };
    const double prior_error = 25;
    const double step_error = 40;
    double base[3];
    double slopes[3][2];
    double system[2][2] = { { 1 / (prior_error * prior_error), 0 }, { 0, 1 / (prior_error * prior_error) } };
    double right[2] = { 0, 0 };

    for (int year = 2021; year <= 2023; year++) {
        observe_residents(year, errors[year - 2021]);
    }
    make_true();
    for (size_t i = 0; i < 3; i++) {
        base[i] = observations[i].value;
    }
    for (size_t unknown = 0; unknown < 2; unknown++) {
        for (int year = 2020; year <= LAST; year++) {
            const bool own = unknown == 0 ? year == 2020 : year > 2020;

            fixture_set_year(&fixture, PARAMETER_MIGRATION_ADDED, 0, year, own ? 1 : 0);
        }
        make_true();
        for (size_t i = 0; i < 3; i++) {
            slopes[i][unknown] = observations[i].value - base[i];
        }
    }
    for (size_t i = 0; i < 3; i++) {
        observations[i].value = base[i] + observed_off[i];
        for (size_t a = 0; a < 2; a++) {
            right[a] += slopes[i][a] * observed_off[i] / (errors[i] * errors[i]);
            for (size_t b = 0; b < 2; b++) {
                system[a][b] += slopes[i][a] * slopes[i][b] / (errors[i] * errors[i]);
            }
        }
    }
    for (size_t a = 0; a < 2; a++) {
        system[a][a] += 1 / (step_error * step_error);
        system[a][1 - a] -= 1 / (step_error * step_error);
    }
    const double determinant = system[0][0] * system[1][1] - system[0][1] * system[1][0];
    const double expected[] = { (right[0] * system[1][1] - right[1] * system[0][1]) / determinant,
                                (right[1] * system[0][0] - right[0] * system[1][0]) / determinant };

    ask(PARAMETER_MIGRATION_ADDED, 0, 2020, 2021, prior_error, step_error);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    for (size_t a = 0; a < 2; a++) {
        const double error = sqrt(system[1 - a][1 - a] / determinant);

        assert_near(calibration.solution.values[a], expected[a], 0.002 * error, "value, rounded");
        assert_near(calibration.solution.standard_error[a], error, 0.002 * error, "standard error");
    }
}

Test(calibrate, fertility_after_the_last_births_is_held)
{
    observe_births(2021, 5);
    make_true();
    ask(PARAMETER_FERTILITY_MULTIPLIER, 0, 2021, 2023, 0, 0);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    cr_assert(calibration.solution.standing[0] == UNKNOWN_FITTED);
    cr_assert(calibration.solution.standing[1] == UNKNOWN_HELD);
    cr_assert(calibration.solution.standing[2] == UNKNOWN_HELD);
    assert_near(calibration.solution.values[1], 1, 0, "the initial value");
}

Test(calibrate, years_between_two_ranges_are_on_the_line)
{
    observe_births(2023, 10);
    make_true();
    ask(PARAMETER_FERTILITY_MULTIPLIER, 0, 2024, 2024, 1e-7, 0);
    items[0].prior = 0.8;
    ask(PARAMETER_FERTILITY_MULTIPLIER, 0, 2020, 2020, 1e-7, 0);
    items[1].prior = 1.2;
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    const struct scenario *scenario = &fixture.inputs.scenario;

    assert_near(inputs_value(&fixture.inputs, scenario->values, PARAMETER_FERTILITY_MULTIPLIER, 0, 2022), 1, 1e-4,
                "half way");
    assert_near(inputs_value(&fixture.inputs, scenario->values, PARAMETER_FERTILITY_MULTIPLIER, 0, 2021), 1.1, 1e-4,
                "a quarter of the way");
    assert_near(inputs_value(&fixture.inputs, scenario->values, PARAMETER_FERTILITY_MULTIPLIER, 0, scenario->last_year),
                0.8, 1e-4, "constant after");
}

Test(calibrate, figures_that_have_no_weight_are_not_used)
{
    observe_births(2021, NAN);
    observe_births(2022, 0);
    observe_births(2022, 3);
    observe(SERIES_RESIDENTS, fixture.inputs.model.census_date, fixture.inputs.model.census_date, 10);
    observe_residents(2019, 10);
    fixture.inputs.model.observation_count = 3;
    make_true();
    fixture.inputs.model.observation_count = 5;
    ask(PARAMETER_FERTILITY_MULTIPLIER, 0, 2021, 2021, 1, 0);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    static const enum figure_use uses[] = { FIGURE_HAS_NO_ERROR, FIGURE_HAS_NO_ERROR, FIGURE_USED, FIGURE_IS_INPUT,
                                            FIGURE_IS_OUTSIDE };

    for (size_t i = 0; i < 5; i++) {
        cr_assert(calibration.compared[i].use == uses[i], "observation %zu", i);
    }
    cr_assert(eq(sz, calibration.used_count, 1));
}

Test(calibrate, nothing_asked_and_nothing_observed)
{
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_NO_PLAN);
    ask(PARAMETER_FERTILITY_MULTIPLIER, 0, 2021, 2021, 1, 0);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_NO_DATA);
    calibration_free(&calibration);
    fixture_settle(&fixture, LAST); /* the scenario was the calibration's */
    observe_residents(2021, 5);
    make_true();
    fixture.inputs.model.calibration.item_count = 0;
    ask(PARAMETER_SUPPLY_BACKLOG, FIXTURE_PRIMARY, FIXTURE_BASE_YEAR, FIXTURE_BASE_YEAR, 0, 0);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_NOTHING_SAID);
}

Test(calibrate, impossible_births_end_at_the_range)
{
    observe_births(2022, 1);
    make_true();
    observations[0].value *= 50;
    ask(PARAMETER_FERTILITY_MULTIPLIER, 0, 2021, 2021, 0, 0);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    cr_assert(calibration.solution.standing[0] == UNKNOWN_AT_BOUND);
    assert_near(calibration.solution.values[0], parameter_rows[PARAMETER_FERTILITY_MULTIPLIER].high, 0, "its end");
}

/* The schedule is fitted first, and the migrants that are looked for then go by it. */
Test(calibrate, migrants_by_age_give_the_schedule_that_the_rest_goes_by)
{
    static const struct rogers_castro truth = { 0.03, 0.15, 0.08, 0.12, 23, 0.35, 0.002 };
    static struct migrant_group groups[FIXTURE_AGES];
    struct migration *migration = &fixture.inputs.model.migration;
    const struct rogers_castro standard = migration->schedule;

    fixture_set(&fixture, PARAMETER_MIGRATION_ADDED, 0, 500);
    fixture_set(&fixture, PARAMETER_MIGRATION_SCHEDULE_A1, 0, truth.a1);
    fixture_set(&fixture, PARAMETER_MIGRATION_SCHEDULE_ALPHA1, 0, truth.alpha1);
    fixture_set(&fixture, PARAMETER_MIGRATION_SCHEDULE_A2, 0, truth.a2);
    fixture_set(&fixture, PARAMETER_MIGRATION_SCHEDULE_ALPHA2, 0, truth.alpha2);
    fixture_set(&fixture, PARAMETER_MIGRATION_SCHEDULE_MU2, 0, truth.mu2);
    fixture_set(&fixture, PARAMETER_MIGRATION_SCHEDULE_LAMBDA2, 0, truth.lambda2);
    fixture_set(&fixture, PARAMETER_MIGRATION_SCHEDULE_C, 0, truth.c);
    /* Children alone, of whom the standard schedule has other shares. */
    observe_residents(2021, 1e-4);
    observations[0].last_age = 9;
    make_true();
    for (size_t age = 0; age < FIXTURE_AGES; age++) {
        groups[age] = (struct migrant_group) { age, age, 1e4 * schedule_intensity(&truth, (double)age), 1e-4 };
    }
    fixture.inputs.model.calibration.groups = groups;
    fixture.inputs.model.calibration.group_count = FIXTURE_AGES;
    ask(PARAMETER_MIGRATION_ADDED, 0, 2020, 2020, 0, 0);
    cr_assert(calibrate(&fixture.inputs, &calibration) == CALIBRATION_FITTED);
    cr_assert(eq(sz, calibration_values(&calibration), SCHEDULE_UNKNOWNS + 1));
    const struct calibrated_value mu2 = calibration_value(&calibration, &fixture.inputs.model, 4);

    cr_assert(eq(sz, mu2.parameter, PARAMETER_MIGRATION_SCHEDULE_MU2));
    assert_near(mu2.value, truth.mu2, 1e-5, "age of the peak");
    expect_value(0, 500, 1e-6);
    assert_near(migration->schedule.mu2, standard.mu2, 0, "the model stays as it was");
}
