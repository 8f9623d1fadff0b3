/* The naive engine that speed is compared with does the engine's own arithmetic: same people, same gaps. */
#include "naive.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "model_fixture.h"
#include "plain_inputs.h"
#include "resolve.h"
#include "support.h"

#include <criterion/criterion.h>

/* Inputs, and what both engines make of them. */
struct both {
    struct inputs inputs;
    struct fixture_run run;
    struct plain plain;
    struct naive_town *towns;
    struct naive_row *rows;
};

static struct both both_of(const char *scenario)
{
    struct both self = { .towns = NULL };
    struct problems problems = { .count = 0 };
    char *path = source_path(scenario);

    cr_assert(inputs_read(&self.inputs, path, &problems), "%s", path);
    self.run = fixture_run_inputs(&self.inputs, self.inputs.scenario.values, 0xFF);
    plain_of_inputs(&self.plain, &self.inputs);
    self.towns = mem_array(self.plain.size[PLAIN_TOWNS], sizeof *self.towns);
    self.rows = mem_array(self.run.result.states * self.plain.size[PLAIN_TOWNS] * self.plain.size[PLAIN_LEVELS],
                          sizeof *self.rows);
    naive_run(&self.plain, self.towns, self.rows);
    problems_free(&problems);
    free(path);
    return self;
}

static void both_free(struct both *self)
{
    free(self->towns);
    free(self->rows);
    plain_free(&self->plain);
    fixture_run_free(&self->run);
    model_free(&self->inputs.model);
}

/* Rounding: a thousand-millionth of a person of towns of up to 300,000. */
static const double rounding = 1e-8;

static void expect_same_people(const struct both *self)
{
    const struct model *model = &self->inputs.model;
    const size_t cells = SEXES * model->ages;
    const double *population = &self->run.result.population[(self->run.result.states - 1) * model->town_count * cells];

    for (size_t town = 0; town < model->town_count; town++) {
        for (size_t sex = 0; sex < SEXES; sex++) {
            assert_close(self->towns[town].people[sex], &population[town * cells + sex * model->ages], model->ages,
                         rounding, "persons of the last state");
        }
    }
}

static void expect_same_gaps(const struct both *self)
{
    const struct model *model = &self->inputs.model;

    for (size_t state = 0; state < self->run.result.states; state++) {
        for (size_t town = 0; town < model->town_count; town++) {
            for (size_t level = 0; level < model->level_count; level++) {
                const struct gap *gap =
                    &self->run.result.gaps[(state * gap_places(model) + town) * model->level_count + level];
                double figures[NAIVE_FIGURES];

                _Static_assert(sizeof figures == sizeof *gap, "a naive row has the figures of a gap row");
                memcpy(figures, gap, sizeof figures);
                assert_close(self->rows[(state * model->town_count + town) * model->level_count + level].figure,
                             figures, NAIVE_FIGURES, 1e-6, "figures of a gap row");
            }
        }
    }
}

Test(naive, people_and_gaps_are_the_engines)
{
    struct both both = both_of("tests/bench/j1.yaml");

    cr_assert_eq(both.plain.size[PLAIN_YEARS], 15);
    cr_assert_geq(both.plain.size[PLAIN_TOWNS], 9);
    expect_same_people(&both);
    expect_same_gaps(&both);
    both_free(&both);
}

Test(naive, components_of_the_last_year_are_the_engines)
{
    struct both both = both_of("tests/bench/j1.yaml");
    const size_t towns = both.plain.size[PLAIN_TOWNS];

    for (size_t town = 0; town < towns; town++) {
        const double *components =
            &both.run.result.components[((both.plain.size[PLAIN_YEARS] - 1) * towns + town) * COMPONENTS];

        assert_near(both.towns[town].births, components[BIRTHS], rounding, "births");
        assert_near(both.towns[town].deaths, components[DEATHS], rounding, "deaths");
        assert_near(both.towns[town].migrants, components[ARRIVALS], rounding, "net migrants");
        assert_near(both.towns[town].floored, components[FLOORED], rounding, "floored");
    }
    both_free(&both);
}

Test(naive, factors_of_a_draw_are_multiplied_in)
{
    struct both both = both_of("tests/bench/j1.yaml");
    struct both high = both_of("scenarios/births_high.yaml");
    double ones[64];
    double ratio[64];
    const struct naive_factors factors = { ratio, ones, ones };
    struct naive_town town;

    for (size_t year = 0; year < both.plain.size[PLAIN_YEARS]; year++) {
        ones[year] = 1;
        ratio[year] = high.plain.array[PLAIN_FERTILITY_FACTOR][year] / both.plain.array[PLAIN_FERTILITY_FACTOR][year];
    }
    naive_start(&both.plain, 0, &town);
    for (size_t year = 0; year < both.plain.size[PLAIN_YEARS]; year++) {
        naive_step(&both.plain, &factors, 0, year, &town);
    }
    const struct model *model = &both.inputs.model;
    const double *expected = &high.run.result.population[15 * model->town_count * SEXES * model->ages];

    assert_close(town.people[0], expected, model->ages, rounding, "men of the scenario with other births");
    cr_expect_neq(town.people[0][0], both.towns[0].people[0][0], "the factors change something");
    both_free(&high);
    both_free(&both);
}

Test(naive, plain_arrays_are_read_as_they_were_written)
{
    struct both both = both_of("tests/bench/j1.yaml");
    char *folder = temporary_folder();
    char *people = joined_path(folder, "people.csv");
    struct plain read;

    cr_assert(plain_write(&both.plain, folder) && plain_write_people(&both.plain, people));
    cr_assert(plain_read(&read, folder, people));
    for (size_t array = 0; array < PLAIN_ARRAYS; array++) {
        assert_close(read.array[array], both.plain.array[array], plain_length(&read, (enum plain_array)array), 0,
                     "an array of the folder");
    }
    assert_close(read.start, both.plain.start, both.plain.size[PLAIN_TOWNS] * SEXES * both.plain.size[PLAIN_AGES], 0,
                 "people");
    plain_free(&read);
    free(people);
    temporary_folder_remove(folder);
    both_free(&both);
}
