#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model_fixture.h"
#include "support.h"
#include "vintage.h"

#include <criterion/criterion.h>

enum { TOWNS = 2, FIRST = 2017, LAST = 2027, YEARS = LAST - FIRST + 1, ORIGIN = 2022, END = 2026 };

/* A vintage and the memory that it stands in, exactly as much as was asked for. */
struct made {
    struct vintage vintage;
    void *bytes;
};

static struct made make(const struct model *model, const struct observed_state *origin, int last_year)
{
    struct made made = { .bytes = NULL };
    const size_t size = vintage_bytes(model, origin, last_year);

    cr_assert_eq(posix_memalign(&made.bytes, 64, size > 0 ? size : 64), 0);
    memset(made.bytes, 0xa5, size);
    struct block memory = { .memory = made.bytes, .size = size };

    vintage_make(model, origin, last_year, &memory, &made.vintage);
    cr_assert_eq(memory.used, size);
    return made;
}

/* Fertility and migration by year, of FIRST to LAST: in each year as many times the first's as its number from 1. */
static struct fixture with_years(void)
{
    struct fixture self = fixture_make(TOWNS, END);
    struct model *model = &self.inputs.model;
    const size_t cells = SEXES * FIXTURE_AGES;
    double *fertility = fixture_array(&self, YEARS * FIXTURE_AGES);
    double *migrants = fixture_array(&self, (size_t)TOWNS * YEARS * cells);

    for (size_t year = 0; year < YEARS; year++) {
        for (size_t age = 0; age < FIXTURE_AGES; age++) {
            fertility[year * FIXTURE_AGES + age] = self.fertility[age] * (double)(year + 1) / 4;
        }
        for (size_t town = 0; town < TOWNS; town++) {
            for (size_t cell = 0; cell < cells; cell++) {
                migrants[(town * YEARS + year) * cells + cell] = (double)((year + 1) * (town + 1)) / 10;
            }
        }
    }
    model->fertility = (struct rates) {
        .values = fertility, .year_stride = FIXTURE_AGES, .item_stride = 1, .first_year = FIRST, .last_year = LAST
    };
    model->migration.form = MIGRATION_NET;
    model->migration.persons = (struct rates) { .values = migrants,
                                                .town_stride = YEARS * cells,
                                                .year_stride = cells,
                                                .sex_stride = FIXTURE_AGES,
                                                .item_stride = 1,
                                                .first_year = FIRST,
                                                .last_year = LAST };
    model->backtest = (struct backtest_plan) { .is_given = true, .hold = HOLD_MEAN, .has_migration = true };
    return self;
}

static struct observed_state origin_of(struct fixture *self, int year)
{
    double *people = fixture_array(self, (size_t)TOWNS * SEXES * FIXTURE_AGES);

    for (size_t cell = 0; cell < (size_t)TOWNS * SEXES * FIXTURE_AGES; cell++) {
        people[cell] = 2 * self->census[cell] + 1;
    }
    return (struct observed_state) { .day = { year, 9, 1 }, .year = year, .people = people };
}

Test(vintage, known_are_the_years_before_the_origin)
{
    struct fixture self = with_years();
    struct model *model = &self.inputs.model;
    struct known_years known = vintage_known(model, &model->fertility, ORIGIN);

    cr_expect(known.first == FIRST && known.last == ORIGIN - 1, "%d-%d", known.first, known.last);
    model->backtest.known_years = 3;
    known = vintage_known(model, &model->fertility, ORIGIN);
    cr_expect(known.first == ORIGIN - 3 && known.last == ORIGIN - 1, "%d-%d", known.first, known.last);
    known = vintage_known(model, &model->fertility, LAST + 10);
    cr_expect(known.first == LAST && known.last == LAST, "the table's end: %d-%d", known.first, known.last);
    known = vintage_known(model, &model->fertility, FIRST);
    cr_expect(known.first == FIRST && known.last == FIRST, "none before: %d-%d", known.first, known.last);
    known = vintage_known(model, &model->mortality, ORIGIN);
    cr_expect(known.first == NO_YEAR && known.last == NO_YEAR, "a table without years");
    fixture_free(&self);
}

Test(vintage, rates_are_held_as_mean_or_last)
{
    struct fixture self = with_years();
    struct model *model = &self.inputs.model;
    const struct observed_state origin = origin_of(&self, ORIGIN);

    model->backtest.known_years = 3; /* 2019 to 2021, the third to fifth of the table: 3, 4, 5 */
    struct made made = make(model, &origin, END);
    const struct model *held = &made.vintage.inputs.model;

    for (int year = ORIGIN; year < END; year++) {
        assert_near(rates_at(&held->fertility, 1, year, 0, 25), self.fertility[25], 1e-15, "mean fertility");
        assert_near(rates_at(&held->migration.persons, 1, year, FEMALE, 7), 0.8, 1e-15, "mean migrants");
    }
    cr_expect_eq(held->mortality.values, model->mortality.values, "what has no years stays");
    free(made.bytes);
    model->backtest.hold = HOLD_LAST;
    made = make(model, &origin, END);
    assert_near(rates_at(&made.vintage.inputs.model.fertility, 0, END, 0, 25), self.fertility[25] * 5 / 4, 1e-15,
                "last fertility");
    free(made.bytes);
    fixture_free(&self);
}

Test(vintage, without_migration_the_population_is_closed)
{
    struct fixture self = with_years();
    const struct observed_state origin = origin_of(&self, ORIGIN);

    self.inputs.model.backtest.has_migration = false;
    struct made made = make(&self.inputs.model, &origin, END);
    struct fixture_run run = fixture_run_inputs(&made.vintage.inputs, made.vintage.inputs.scenario.values, 0x5a);

    cr_expect(made.vintage.inputs.model.migration.form == MIGRATION_NONE);
    cr_expect_eq(made.vintage.migration.first, NO_YEAR);
    for (size_t year = 0; year + 1 < run.result.states; year++) {
        for (size_t town = 0; town < TOWNS; town++) {
            const double *components = &run.result.components[(year * TOWNS + town) * COMPONENTS];

            cr_expect(components[ARRIVALS] == 0 && components[DEPARTURES] == 0);
        }
    }
    fixture_run_free(&run);
    free(made.bytes);
    fixture_free(&self);
}

Test(vintage, stands_on_the_people_of_the_origin)
{
    struct fixture self = with_years();
    const struct observed_state origin = origin_of(&self, ORIGIN);
    struct made made = make(&self.inputs.model, &origin, END);
    const struct model *held = &made.vintage.inputs.model;
    struct fixture_run run = fixture_run_inputs(&made.vintage.inputs, made.vintage.inputs.scenario.values, 0x5a);

    cr_expect_eq(held->base_year, ORIGIN);
    cr_expect_eq(run.result.states, (size_t)(END - ORIGIN) + 1);
    assert_close(run.result.population, origin.people, (size_t)TOWNS * SEXES * FIXTURE_AGES, 0, "the first state");
    for (size_t town = 0; town < TOWNS; town++) {
        assert_near(held->towns[town].population,
                    fixture_sum(&origin.people[town * SEXES * FIXTURE_AGES], SEXES * FIXTURE_AGES), 1e-9,
                    "the town's residents");
    }
    cr_expect_null(held->pool.chunks, "the pool is the model's alone");
    fixture_run_free(&run);
    free(made.bytes);
    fixture_free(&self);
}

/* Whatever became of rates and migrants after the origin, the forecast is the same. */
Test(vintage, nothing_of_later_years_leaks_in)
{
    struct fixture self = with_years();
    struct model *model = &self.inputs.model;
    const struct observed_state origin = origin_of(&self, ORIGIN);
    struct made before = make(model, &origin, END);
    struct fixture_run first = fixture_run_inputs(&before.vintage.inputs, before.vintage.inputs.scenario.values, 0x5a);
    double *fertility = (double *)(size_t)model->fertility.values;
    double *migrants = (double *)(size_t)model->migration.persons.values;
    const size_t later = ORIGIN - FIRST;

    for (size_t i = later * FIXTURE_AGES; i < (size_t)YEARS * FIXTURE_AGES; i++) {
        fertility[i] = 0.5;
    }
    for (size_t town = 0; town < TOWNS; town++) {
        for (size_t i = later * SEXES * FIXTURE_AGES; i < (size_t)YEARS * SEXES * FIXTURE_AGES; i++) {
            migrants[town * YEARS * SEXES * FIXTURE_AGES + i] = 1e6;
        }
    }
    fixture_set(&self, PARAMETER_FERTILITY_MULTIPLIER, 0, 2);
    struct made after = make(model, &origin, END);
    struct fixture_run second = fixture_run_inputs(&after.vintage.inputs, after.vintage.inputs.scenario.values, 0xa5);

    assert_close(second.result.population, first.result.population, first.result.states * TOWNS * SEXES * FIXTURE_AGES,
                 0, "the forecast");
    fixture_run_free(&second);
    fixture_run_free(&first);
    free(after.bytes);
    free(before.bytes);
    fixture_free(&self);
}

/* With rates that never change, a forecast from a state of a run goes on as the run does. */
Test(vintage, goes_on_as_a_run_with_constant_rates)
{
    struct fixture self = fixture_make(TOWNS, END);
    struct model *model = &self.inputs.model;
    struct fixture_run whole = fixture_run(&self);
    const size_t cells = (size_t)TOWNS * SEXES * FIXTURE_AGES;
    const struct observed_state origin = { .day = { ORIGIN, 9, 1 },
                                           .year = ORIGIN,
                                           .people = &whole.result.population[(ORIGIN - FIXTURE_BASE_YEAR) * cells] };

    model->backtest.has_migration = true;
    struct made made = make(model, &origin, END);
    struct fixture_run run = fixture_run_inputs(&made.vintage.inputs, made.vintage.inputs.scenario.values, 0x5a);

    assert_close(&run.result.population[(END - ORIGIN) * cells],
                 &whole.result.population[(END - FIXTURE_BASE_YEAR) * cells], cells, 0, "the last state");
    fixture_run_free(&run);
    free(made.bytes);
    fixture_run_free(&whole);
    fixture_free(&self);
}

/* A population of another day is brought back as a census is. */
Test(vintage, observed_people_are_brought_back_to_the_state_date)
{
    struct fixture self = fixture_make(TOWNS, END);
    double state[TOWNS * SEXES * FIXTURE_AGES];
    struct observed_state observed = origin_of(&self, ORIGIN);

    observed.shift = 0.25;
    observed_to_state(&self.inputs.model, &observed, state);
    const double *row = &observed.people[1 * SEXES * FIXTURE_AGES + FIXTURE_AGES];
    const double *brought = &state[1 * SEXES * FIXTURE_AGES + FIXTURE_AGES];

    assert_near(brought[10], 0.75 * row[10] + 0.25 * row[11], 1e-12, "age 10");
    assert_near(brought[FIXTURE_AGES - 1], 0.75 * row[FIXTURE_AGES - 1], 1e-12, "the open age");
    fixture_free(&self);
}
