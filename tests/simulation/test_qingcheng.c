/* The district's own model and scenarios, run whole, against what the plan prints, what was published, and figures that
 * were worked out apart from this program. */
#include "model_fixture.h"
#include "resolve.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>

#include <criterion/criterion.h>

enum { FIRST = 2020, LAST = 2040, STATES = LAST - FIRST + 1 };

/* A scenario's inputs and their run. */
struct scenario_run {
    struct inputs inputs;
    struct fixture_run run;
    size_t kindergarten;
    size_t primary;
    size_t junior;
};

static struct scenario_run run_of(const char *scenario)
{
    struct scenario_run self;
    struct problems problems = { .items = NULL };
    char *path = source_path(scenario);
    const bool read = inputs_read(&self.inputs, path, &problems);

    if (!read) {
        problems_print(&problems, stderr, ENGLISH);
    }
    cr_assert(read, "%s cannot be read", path);
    self.run = fixture_run_inputs(&self.inputs, self.inputs.scenario.values, 0xff);
    self.kindergarten = model_level(&self.inputs.model, "kindergarten");
    self.primary = model_level(&self.inputs.model, "primary");
    self.junior = model_level(&self.inputs.model, "junior");
    problems_free(&problems);
    free(path);
    return self;
}

static void scenario_run_free(struct scenario_run *self)
{
    fixture_run_free(&self->run);
    model_free(&self->inputs.model);
}

/* The district's row. */
static const struct gap *total(const struct scenario_run *self, int year, size_t level)
{
    const size_t places = gap_places(&self->inputs.model);

    return &self->run.result
                .gaps[((size_t)(year - FIRST) * places + places - 1) * self->inputs.model.level_count + level];
}

static double added_seats(const struct scenario_run *self, int year, size_t level)
{
    return total(self, year, level)->seats - total(self, FIRST, level)->seats;
}

static double added_nominal(const struct scenario_run *self, int year, size_t level)
{
    return total(self, year, level)->seats_nominal - total(self, FIRST, level)->seats_nominal;
}

static double residents(const struct scenario_run *self, int year)
{
    const size_t cells = self->inputs.model.town_count * SEXES * self->inputs.model.ages;

    return fixture_sum(&self->run.result.population[(size_t)(year - FIRST) * cells], cells);
}

/* A flow of the district in the school year. */
static double flow(const struct scenario_run *self, int year, enum component component)
{
    const size_t towns = self->inputs.model.town_count;
    double sum = 0;

    for (size_t town = 0; town < towns; town++) {
        sum += self->run.result.components[((size_t)(year - FIRST) * towns + town) * COMPONENTS + component];
    }
    return sum;
}

/* Dated seats that the plan's projects add, all at once from 1 September of the completion year. */
Test(qingcheng, nominal_seats_are_those_of_the_plan_by_date)
{
    static const double primary[] = { 0, 6480, 13500, 21330, 26910, 30510, 30510 };
    static const double junior[] = { 0, 2000, 6300, 9400, 12400, 12400, 12400 };
    static const double kindergarten[] = { 0, 1170, 2430, 4140, 4140, 7020, 7020 };
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");
    struct scenario_run nominal = run_of("scenarios/nominal_opening.yaml");

    for (int year = FIRST; year <= 2026; year++) {
        assert_near(added_nominal(&baseline, year, baseline.primary), primary[year - FIRST], 1e-9, "primary");
        assert_near(added_nominal(&baseline, year, baseline.junior), junior[year - FIRST], 1e-9, "junior");
        assert_near(added_nominal(&baseline, year, baseline.kindergarten), kindergarten[year - FIRST], 1e-9,
                    "kindergarten");
        assert_near(added_seats(&nominal, year, nominal.primary), primary[year - FIRST], 1e-9,
                    "primary, opened at once");
        assert_near(added_seats(&nominal, year, nominal.junior), junior[year - FIRST], 1e-9, "junior, opened at once");
    }
    scenario_run_free(&baseline);
    scenario_run_free(&nominal);
}

/* The same, new and received schools one grade more each year; kindergartens in full. All are there by 2030. */
Test(qingcheng, seats_by_grade)
{
    static const double schools[] = { 0, 5330, 10730, 16155, 27160, 34035 };
    static const double kindergarten[] = { 0, 1170, 2430, 4140, 4140, 7020 };
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");

    for (int year = FIRST; year <= 2025; year++) {
        assert_near(added_seats(&baseline, year, baseline.primary) + added_seats(&baseline, year, baseline.junior),
                    schools[year - FIRST], 1e-9, "primary and junior");
        assert_near(added_seats(&baseline, year, baseline.kindergarten), kindergarten[year - FIRST], 1e-9,
                    "kindergarten");
    }
    assert_near(added_seats(&baseline, 2030, baseline.primary), 30510, 1e-9, "primary when all have filled");
    assert_near(added_seats(&baseline, 2030, baseline.junior), 12400, 1e-9, "junior when all have filled");
    scenario_run_free(&baseline);
}

Test(qingcheng, plan_as_printed_has_every_seat_by_2025)
{
    struct scenario_run plan = run_of("scenarios/plan_as_printed.yaml");

    assert_near(added_seats(&plan, 2025, plan.primary), 32130, 1e-9, "primary");
    assert_near(added_seats(&plan, 2025, plan.junior), 13300, 1e-9, "junior");
    assert_near(added_seats(&plan, 2025, plan.kindergarten), 7020, 1e-9, "kindergarten");
    scenario_run_free(&plan);
}

/* Whatever developers build comes a year later: never a seat more than in the baseline, and all of them in the end. */
Test(qingcheng, late_developers_bring_fewer_seats_until_all_are_there)
{
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");
    struct scenario_run late = run_of("scenarios/developers_late.yaml");

    for (int year = FIRST; year <= LAST; year++) {
        for (size_t level = 0; level < baseline.inputs.model.level_count; level++) {
            cr_assert_leq(added_seats(&late, year, level), added_seats(&baseline, year, level), "%d", year);
        }
    }
    cr_assert_lt(added_nominal(&late, 2022, late.primary), added_nominal(&baseline, 2022, late.primary));
    assert_near(added_seats(&late, LAST, late.primary), 30510, 1e-9, "primary in the end");
    scenario_run_free(&baseline);
    scenario_run_free(&late);
}

/* S3-08 is the only project without a date: 1,620 primary and 900 junior seats, open since September 2022. */
Test(qingcheng, as_built_has_the_undated_school_from_2022)
{
    struct scenario_run built = run_of("scenarios/as_built.yaml");

    assert_near(added_nominal(&built, 2021, built.primary), 6480, 1e-9, "primary 2021");
    assert_near(added_nominal(&built, 2022, built.primary), 13500 + 1620, 1e-9, "primary 2022");
    assert_near(added_nominal(&built, 2022, built.junior), 6300 + 900, 1e-9, "junior 2022");
    scenario_run_free(&built);
}

/* Seventh national census: 1,119,901 residents and 236,411 of ages 0-14 on 1 November 2020, in a table of one decimal.
 */
Test(qingcheng, census_is_the_published_one)
{
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");
    const struct model *model = &baseline.inputs.model;
    double young = 0;

    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        young += fixture_sum(&model->census_population[row * model->ages], 15);
    }
    assert_near(fixture_sum(model->census_population, model->town_count * SEXES * model->ages), 1119901, 0.5,
                "residents at the census");
    assert_near(young, 236411, 0.5, "residents aged 0-14");
    assert_near(residents(&baseline, FIRST), 1117927, 0.5, "residents at 1 September 2020");
    scenario_run_free(&baseline);
}

/*
 * Figures of an independent implementation of the same arithmetic (a script in another language, the district as one
 * town, its life table and Rogers-Castro schedule written anew), printed to a thousandth of a person.
 */
Test(qingcheng, population_is_that_of_an_independent_calculation)
{
    static const double expected[STATES] = {
        1117927.450, 1126368.095, 1129465.373, 1129600.270, 1130353.455, 1130373.305, 1130361.453,
        1130346.519, 1130368.222, 1130480.878, 1130747.959, 1131220.502, 1131400.360, 1131323.672,
        1131018.913, 1130501.828, 1129788.421, 1128883.904, 1127777.216, 1126443.964, 1124839.908,
    };
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");

    cr_assert_eq(baseline.run.result.states, (size_t)STATES);
    for (int year = FIRST; year <= LAST; year++) {
        assert_near(residents(&baseline, year), expected[year - FIRST], 1e-3, "residents");
    }
    scenario_run_free(&baseline);
}

/* The same calculation's births by school year, and children of the levels to a tenth of a child. */
Test(qingcheng, births_and_children_are_those_of_an_independent_calculation)
{
    static const struct {
        int year;
        double births;
        double kindergarten;
        double primary;
        double junior;
    } expected[] = {
        { 2021, 9798.011, 50257.2, 101531.1, 44435.5 }, { 2024, 9008.640, 37044.9, 102150.4, 48701.3 },
        { 2025, 8650.331, 32356.8, 98080.3, 51271.2 },  { 2030, 7722.715, 25453.6, 64799.4, 49492.6 },
        { 2035, 8135.407, 23151.9, 51016.7, 29094.1 },  { 2039, 8684.791, 23941.1, 46699.6, 25418.6 },
    };
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");

    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        const int year = expected[i].year;

        assert_near(flow(&baseline, year, BIRTHS), expected[i].births, 1e-3, "births");
        assert_near(total(&baseline, year, baseline.kindergarten)->children, expected[i].kindergarten, 0.051, "3-5");
        assert_near(total(&baseline, year, baseline.primary)->children, expected[i].primary, 0.051, "6-11");
        assert_near(total(&baseline, year, baseline.junior)->children, expected[i].junior, 0.051, "12-14");
    }
    scenario_run_free(&baseline);
}

/*
 * What the calibration was made for: published residents at the ends of 2021-2023 and births of 2022 within one
 * standard error of theirs (observed.csv), births of 2021 and 2023 by the province's within one, too. 31 December is a
 * third of the way from September to September.
 */
Test(qingcheng, baseline_comes_near_what_was_observed)
{
    static const double published[] = { 1128300, 1129400, 1129700 };
    static const double error[] = { 1500, 1100, 1100 };
    static const double births[] = { 10795, 9599, 9398 };
    static const double births_error[] = { 540, 190, 470 };
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");

    for (int i = 0; i < 3; i++) {
        const int year = 2021 + i;

        assert_near(residents(&baseline, year) * 2 / 3 + residents(&baseline, year + 1) / 3, published[i], error[i],
                    "residents at the end of the year");
        assert_near(flow(&baseline, year - 1, BIRTHS) * 8 / 12 + flow(&baseline, year, BIRTHS) * 4 / 12, births[i],
                    births_error[i], "births of the calendar year");
    }
    scenario_run_free(&baseline);
}

/* Migrants as fitted to 2023, then linear to none in 2030; none are floored. */
Test(qingcheng, migrants_are_the_fitted_and_then_the_assumed_ones)
{
    static const double migrants[] = { 2426, -1497, -3838, -3739 };
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");

    for (int year = FIRST; year < LAST; year++) {
        const double expected = year <= 2023 ? migrants[year - FIRST] : year < 2030 ? -3739. * (2030 - year) / 7 : 0;

        assert_near(flow(&baseline, year, ARRIVALS), expected, 1e-6, "net migrants");
        assert_near(flow(&baseline, year, FLOORED), 0, 0, "floored");
    }
    scenario_run_free(&baseline);
}

/* September 2020: 91,000 primary and 34,000 junior pupils in public schools, who just fill them. */
Test(qingcheng, base_year_is_balanced)
{
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");

    assert_near(total(&baseline, FIRST, baseline.primary)->demand, 91000, 1e-6, "primary demand");
    assert_near(total(&baseline, FIRST, baseline.junior)->demand, 34000, 1e-6, "junior demand");
    assert_near(total(&baseline, FIRST, baseline.primary)->gap, 0, 1e-6, "primary gap");
    assert_near(total(&baseline, FIRST, baseline.junior)->gap, 0, 1e-6, "junior gap");
    assert_near(total(&baseline, FIRST, baseline.kindergarten)->gap, 0, 0.1, "kindergarten gap");
    scenario_run_free(&baseline);
}

/* Public schools take every enrolled pupil from 2025 on, and only a part before. */
Test(qingcheng, private_to_public_takes_all_from_2025)
{
    struct scenario_run moved = run_of("scenarios/private_to_public.yaml");

    for (size_t level = 0; level < moved.inputs.model.level_count; level++) {
        cr_assert_lt(total(&moved, 2024, level)->demand, total(&moved, 2024, level)->enrolment);
        for (int year = 2025; year <= LAST; year++) {
            assert_near(total(&moved, year, level)->demand, total(&moved, year, level)->enrolment, 1e-9, "demand");
        }
    }
    scenario_run_free(&moved);
}

Test(qingcheng, births_high_and_low_stand_on_either_side_of_the_baseline)
{
    struct scenario_run low = run_of("scenarios/births_low.yaml");
    struct scenario_run baseline = run_of("scenarios/baseline.yaml");
    struct scenario_run high = run_of("scenarios/births_high.yaml");

    assert_near(flow(&low, 2023, BIRTHS), flow(&high, 2023, BIRTHS), 0, "births that have happened");
    for (int year = 2025; year < LAST; year++) {
        cr_assert(flow(&low, year, BIRTHS) < flow(&baseline, year, BIRTHS) &&
                      flow(&baseline, year, BIRTHS) < flow(&high, year, BIRTHS),
                  "%d", year);
    }
    scenario_run_free(&low);
    scenario_run_free(&baseline);
    scenario_run_free(&high);
}

Test(qingcheng, nobody_moves_without_migration)
{
    struct scenario_run closed = run_of("scenarios/no_migration.yaml");

    for (int year = FIRST; year < LAST; year++) {
        assert_near(flow(&closed, year, ARRIVALS), 0, 0, "net migrants");
        assert_near(residents(&closed, year + 1),
                    residents(&closed, year) + flow(&closed, year, BIRTHS) - flow(&closed, year, DEATHS), 1e-6,
                    "residents of a closed population");
    }
    scenario_run_free(&closed);
}
