#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "backtest.h"
#include "model_fixture.h"
#include "support.h"

#include <criterion/criterion.h>

enum { TOWNS = 2, ORIGIN = 2022, TARGET = 2025, END = 2027, CELLS = TOWNS * SEXES * FIXTURE_AGES, HISTORY = 6 };

/* A district whose own run is what was observed, twice after the census, and a forecast from the first of these. */
struct scene {
    struct fixture fixture;
    struct fixture_run truth;
    struct observed_state states[2];
    struct vintage vintage;
    void *bytes;
    struct fixture_run forecast;
};

static const struct compared_ages groups[] = { { { "nursery", { "", "" } }, 3, 5 },
                                               { { "school", { "", "" } }, 6, 10 } };
enum { GROUPS = 2 };

static void make_vintage(struct scene *self, const struct observed_state *origin)
{
    const struct model *model = &self->fixture.inputs.model;
    const size_t size = vintage_bytes(model, origin, END);

    cr_assert_eq(posix_memalign(&self->bytes, 64, size), 0);
    struct block memory = { .memory = self->bytes, .size = size };

    vintage_make(model, origin, END, &memory, &self->vintage);
    self->forecast = fixture_run_inputs(&self->vintage.inputs, self->vintage.inputs.scenario.values, 0x5a);
}

static struct scene scene(void)
{
    struct scene self = { .fixture = fixture_make(TOWNS, END) };

    self.truth = fixture_run(&self.fixture);
    for (size_t i = 0; i < 2; i++) {
        const int year = i == 0 ? ORIGIN : TARGET;
        double *people = fixture_array(&self.fixture, CELLS);

        memcpy(people, &self.truth.result.population[(year - FIXTURE_BASE_YEAR) * CELLS], CELLS * sizeof *people);
        self.states[i] = (struct observed_state) { .day = { year, 9, 1 }, .year = year, .people = people };
    }
    return self;
}

/* The model takes the scene's arrays only once the scene stands where it stays. */
static void settle(struct scene *self)
{
    struct model *model = &self->fixture.inputs.model;

    model->observed_states = self->states;
    model->observed_state_count = 2;
    model->backtest = (struct backtest_plan) { .is_given = true,
                                               .has_migration = true,
                                               .origin_count = 1,
                                               .origins = self->states,
                                               .group_count = GROUPS,
                                               .groups = groups };
    make_vintage(self, &self->states[0]);
}

static void scene_free(struct scene *self)
{
    fixture_run_free(&self->forecast);
    free(self->bytes);
    fixture_run_free(&self->truth);
    fixture_free(&self->fixture);
}

static double people_of(const struct scene *self, int year, size_t town, size_t first, size_t last)
{
    const double *state = &self->truth.result.population[(year - FIXTURE_BASE_YEAR) * CELLS];
    double sum = 0;

    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = first; age <= last; age++) {
            sum += state[(town * SEXES + sex) * FIXTURE_AGES + age];
        }
    }
    return sum;
}

Test(backtest, a_forecast_that_came_true)
{
    struct scene self = scene();
    double states[2 * CELLS];
    struct comparison rows[(GROUPS + 1) * (TOWNS + 1)];

    settle(&self);
    const struct model *model = &self.fixture.inputs.model;

    cr_assert_eq(backtest_comparisons(model, &self.states[0]), sizeof rows / sizeof *rows);
    backtest_compare(model, &self.vintage, &self.forecast.result, states, rows);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        cr_expect_eq(rows[row].lead, TARGET - ORIGIN);
        cr_expect_eq(rows[row].group, row / (TOWNS + 1));
        cr_expect_eq(rows[row].town, row % (TOWNS + 1));
        cr_expect(rows[row].observed > 0);
        assert_near(rows[row].forecast, rows[row].observed, 1e-9, "forecast");
    }
    scene_free(&self);
}

Test(backtest, observed_and_naive_by_hand)
{
    struct scene self = scene();
    double states[2 * CELLS];
    struct comparison rows[(GROUPS + 1) * (TOWNS + 1)];

    settle(&self);
    backtest_compare(&self.fixture.inputs.model, &self.vintage, &self.forecast.result, states, rows);
    const struct comparison *school = &rows[1 * (TOWNS + 1) + 1];
    const struct comparison *all = &rows[1 * (TOWNS + 1) + TOWNS];

    assert_near(school->observed, people_of(&self, TARGET, 1, 6, 10), 1e-9, "observed");
    assert_near(school->no_change, people_of(&self, ORIGIN, 1, 6, 10), 1e-9, "no change");
    assert_near(school->ageing, people_of(&self, ORIGIN, 1, 3, 7), 1e-9, "three years younger");
    assert_near(all->ageing, people_of(&self, ORIGIN, 0, 3, 7) + people_of(&self, ORIGIN, 1, 3, 7), 1e-9, "both towns");
    assert_near(all->observed, people_of(&self, TARGET, 0, 6, 10) + people_of(&self, TARGET, 1, 6, 10), 1e-9,
                "both towns");
    const struct comparison *residents = &rows[GROUPS * (TOWNS + 1)];

    assert_near(residents->observed, people_of(&self, TARGET, 0, 0, FIXTURE_AGES - 1), 1e-9, "residents");
    cr_expect(isnan(residents->ageing));
    cr_expect(isnan(rows[GROUPS * (TOWNS + 1) + TOWNS].ageing));
    scene_free(&self);
}

Test(backtest, the_last_origin_has_nothing_after_it)
{
    struct scene self = scene();

    settle(&self);
    cr_expect_eq(backtest_comparisons(&self.fixture.inputs.model, &self.states[1]), 0u);
    cr_expect_not(backtest_has_target(&self.fixture.inputs.model, &self.states[1]));
    cr_expect(backtest_has_target(&self.fixture.inputs.model, &self.states[0]));
    cr_expect_eq(backtest_last_year(&self.fixture.inputs.model, &self.states[0]), TARGET);
    cr_expect_eq(backtest_last_year(&self.fixture.inputs.model, &self.states[1]), TARGET + 1);
    scene_free(&self);
}

Test(backtest, figures_of_the_district_beside_no_change)
{
    static const struct observation observations[] = {
        { SERIES_RESIDENTS,
          { 2024, 8, 31 },
          { 2024, 8, 31 },
          ALL_TOWNS,
          ALL_LEVELS,
          ALL_GRADES,
          0,
          FIXTURE_AGES - 1,
          1,
          NAN,
          MEASURED,
          "" },
        { SERIES_BIRTHS,
          { 2023, 9, 1 },
          { 2024, 8, 31 },
          ALL_TOWNS,
          ALL_LEVELS,
          ALL_GRADES,
          0,
          FIXTURE_AGES - 1,
          1,
          NAN,
          MEASURED,
          "" },
        { SERIES_RESIDENTS,
          { 2021, 8, 31 },
          { 2021, 8, 31 },
          ALL_TOWNS,
          ALL_LEVELS,
          ALL_GRADES,
          0,
          FIXTURE_AGES - 1,
          1,
          NAN,
          MEASURED,
          "" },
    };
    struct scene self = scene();
    struct observed_check rows[3];

    self.fixture.inputs.model.observations = observations;
    self.fixture.inputs.model.observation_count = 3;
    settle(&self);
    backtest_check(&self.vintage, &self.forecast.result, rows);
    double births = 0;

    for (size_t town = 0; town < TOWNS; town++) {
        births += self.truth.result.components[((2023 - FIXTURE_BASE_YEAR) * TOWNS + town) * COMPONENTS + BIRTHS];
    }
    cr_expect(rows[0].standing == OBSERVED_MODELLED && rows[1].standing == OBSERVED_MODELLED);
    cr_expect(rows[2].standing == OBSERVED_OUTSIDE, "before the origin");
    assert_near(rows[0].lead, 2, 1e-12, "lead");
    assert_near(rows[0].forecast, people_of(&self, 2024, 0, 0, 80) + people_of(&self, 2024, 1, 0, 80), 1e-6,
                "residents");
    assert_near(rows[0].no_change, people_of(&self, ORIGIN, 0, 0, 80) + people_of(&self, ORIGIN, 1, 0, 80), 1e-6,
                "residents, no change");
    assert_near(rows[1].forecast, births, 1e-9, "births");
    assert_near(rows[1].no_change, people_of(&self, ORIGIN, 0, 0, 0) + people_of(&self, ORIGIN, 1, 0, 0), 1e-9,
                "births, no change: those aged 0");
    scene_free(&self);
}

static double enrolled_of(const struct scene *self, int year, size_t town, size_t first_grade, size_t grades)
{
    const size_t row = (size_t)(year - FIXTURE_BASE_YEAR) * TOWNS + town;

    return fixture_sum(&self->truth.result.enrolled[row * FIXTURE_GRADES + first_grade], grades);
}

Test(backtest, ratios_of_other_places)
{
    static const struct outside_check checks[] = {
        { OUTSIDE_ENTRANTS, FIXTURE_PRIMARY, 2024, OUTSIDE_ENTRANTS, FIXTURE_PRIMARY, 2023, 120, 100, "", "", DERIVED },
        { OUTSIDE_ENROLLED, FIXTURE_NURSERY, 2024, OUTSIDE_ENROLLED, FIXTURE_MIDDLE, 2024, 1.5, NAN, "", "", MEASURED },
        { OUTSIDE_ENROLLED, FIXTURE_NURSERY, 2021, OUTSIDE_ENROLLED, FIXTURE_MIDDLE, 2024, 1, 1, "", "", MEASURED },
        { OUTSIDE_PEAK, FIXTURE_PRIMARY, 2024, OUTSIDE_ENTRANTS, 0, 0, NAN, NAN, "", "", ASSUMED },
    };
    struct scene self = scene();
    struct outside_result rows[4];

    self.fixture.inputs.model.outside_checks = checks;
    self.fixture.inputs.model.outside_count = 4;
    settle(&self);
    backtest_outside(&self.vintage, &self.forecast.result, rows);
    const size_t primary = self.fixture.levels[FIXTURE_PRIMARY].first_grade;
    const size_t middle = self.fixture.levels[FIXTURE_MIDDLE].first_grade;
    double entrants[END - ORIGIN + 1];
    int peak = ORIGIN;

    for (int year = ORIGIN; year <= END; year++) {
        entrants[year - ORIGIN] = enrolled_of(&self, year, 0, primary, 1) + enrolled_of(&self, year, 1, primary, 1);
        peak = entrants[year - ORIGIN] > entrants[peak - ORIGIN] ? year : peak;
    }
    cr_expect(rows[0].is_known && rows[1].is_known && rows[3].is_known);
    cr_expect_not(rows[2].is_known, "before the origin");
    assert_near(rows[0].there, 1.2, 1e-12, "entrants there");
    assert_near(rows[0].forecast, entrants[2] / entrants[1], 1e-9, "entrants here");
    assert_near(rows[1].there, 1.5, 1e-12, "the ratio itself");
    assert_near(rows[1].forecast,
                (enrolled_of(&self, 2024, 0, 0, 3) + enrolled_of(&self, 2024, 1, 0, 3)) /
                    (enrolled_of(&self, 2024, 0, middle, 3) + enrolled_of(&self, 2024, 1, middle, 3)),
                1e-9, "levels here");
    assert_near(rows[3].there, 2024, 0, "peak there");
    assert_near(rows[3].forecast, peak, 0, "peak here");
    scene_free(&self);
}

/* pupils.csv of primary and middle from 2020 on, as the run of the district has them. */
static void give_pupils(struct scene *self)
{
    static const bool has_level[FIXTURE_LEVELS] = { false, true, true };
    double *pupils = fixture_array(&self->fixture, (size_t)HISTORY * TOWNS * FIXTURE_GRADES);

    for (size_t cell = 0; cell < (size_t)HISTORY * TOWNS * FIXTURE_GRADES; cell++) {
        pupils[cell] = cell % FIXTURE_GRADES < 3 ? 0 : self->truth.result.enrolled[cell];
    }
    self->fixture.inputs.model.pupil_history = (struct pupil_history) {
        .first_year = FIXTURE_BASE_YEAR, .years = HISTORY, .by_town = true, .has_level = has_level, .pupils = pupils
    };
}

Test(backtest, pupils_by_both_methods)
{
    struct scene self = scene();
    struct pupil_comparison rows[(HISTORY - 3) * 2 * (TOWNS + 1)];

    give_pupils(&self);
    settle(&self);
    const struct model *model = &self.fixture.inputs.model;

    cr_assert_eq(backtest_pupil_rows(model, &self.states[0]), sizeof rows / sizeof *rows);
    cr_assert_eq(self.vintage.inputs.model.pupil_history.years, 3u, "2020, 2021 and the origin's own");
    cr_assert_not_null(self.vintage.progression_values);
    struct fixture_run progression = fixture_run_inputs(&self.vintage.inputs, self.vintage.progression_values, 0x5a);

    backtest_pupils(model, &self.vintage, &self.forecast.result, &progression.result, rows);
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        const struct pupil_comparison *of = &rows[row];
        const struct level *level = &self.fixture.levels[of->level];
        double observed = 0;
        double before = 0;

        for (size_t town = 0; town < TOWNS; town++) {
            const bool counts = of->town == TOWNS || of->town == town;

            observed += counts ? enrolled_of(&self, of->year, town, level->first_grade, level->grades) : 0;
            before += counts ? enrolled_of(&self, ORIGIN, town, level->first_grade, level->grades) : 0;
        }
        cr_expect_eq(of->lead, of->year - ORIGIN);
        assert_near(of->observed, observed, 1e-9, "observed");
        assert_near(of->by_rates, observed, 1e-9, "by rates, which were the truth");
        assert_near(of->no_change, before, 1e-9, "no change");
        cr_expect(fabs(of->by_progression / observed - 1) < 0.05, "by progression %g, observed %g", of->by_progression,
                  observed);
    }
    fixture_run_free(&progression);
    scene_free(&self);
}

Test(backtest, one_year_of_pupils_gives_no_progression)
{
    struct scene self = scene();

    give_pupils(&self);
    self.fixture.inputs.model.pupil_history.first_year = ORIGIN;
    self.fixture.inputs.model.pupil_history.years = 3;
    settle(&self);
    const struct model *model = &self.fixture.inputs.model;
    struct pupil_comparison rows[2 * 2 * (TOWNS + 1)];

    cr_expect_null(self.vintage.progression_values);
    cr_assert_eq(backtest_pupil_rows(model, &self.states[0]), sizeof rows / sizeof *rows);
    backtest_pupils(model, &self.vintage, &self.forecast.result, NULL, rows);
    cr_expect(isnan(rows[0].by_progression));
    cr_expect(rows[0].by_rates > 0);
    scene_free(&self);
}
