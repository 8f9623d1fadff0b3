#include "plain_inputs.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "norms.h"
#include "run.h"
#include "spread.h"
#include "town_block.h"

/* Memory for a block's tables, which stay in it; a block without a run. */
static void *share_tables(const struct inputs *inputs, struct town_block *towns)
{
    const size_t states = inputs->scenario.layout.years;
    struct block memory = { .memory = NULL };

    town_block_lay_out(towns, inputs, states, &memory);
    const size_t alignment = 64;
    unsigned char *owned = mem_array(memory.used + alignment, 1);

    memory = (struct block) { .memory = owned + alignment - (size_t)owned % alignment, .size = memory.used };
    town_block_lay_out(towns, inputs, states, &memory);
    town_block_share(towns, inputs, inputs->scenario.values);
    return owned;
}

static double lane_rate(const struct lane_rates *rates, size_t year, size_t sex, size_t age)
{
    return rates->values[year * rates->year_stride + sex * rates->sex_stride + age * rates->age_stride];
}

static void vital_tables(struct plain *self, const struct projection *of)
{
    const size_t ages = self->size[PLAIN_AGES];

    for (size_t year = 0; year < self->size[PLAIN_YEARS]; year++) {
        self->array[PLAIN_SRB][year] = of->srb[year];
        self->array[PLAIN_DYING_FACTOR][year] = of->dying_factor[year * LANES];
        self->array[PLAIN_FERTILITY_FACTOR][year] = of->fertility_factor[year * LANES];
        for (size_t age = 0; age < ages; age++) {
            self->array[PLAIN_FERTILITY][year * ages + age] = lane_rate(&of->fertility, year, 0, age);
            for (size_t sex = 0; sex < SEXES; sex++) {
                self->array[PLAIN_DYING][(year * SEXES + sex) * ages + age] = lane_rate(&of->dying, year, sex, age);
            }
        }
    }
    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = 0; age < ages; age++) {
            self->array[PLAIN_SCHEDULE][sex * ages + age] = lane_rate(&of->schedule, 0, sex, age);
        }
    }
}

static void town_tables(struct plain *self, const struct inputs *inputs, double residents)
{
    const struct model *model = &inputs->model;
    const double *values = inputs->scenario.values;
    const size_t ages = model->ages;

    for (size_t town = 0; town < model->town_count; town++) {
        assert(!norms_class_size_raised(inputs, values, town));
        self->array[PLAIN_WEIGHT][town] = model->towns[town].population / residents;
        self->array[PLAIN_TOWN_ASSUMED][town] = model->towns[town].status == ASSUMED;
    }
    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        census_to_state(&model->census_population[row * ages], ages, model->census_shift, &self->start[row * ages]);
    }
    for (size_t year = 0; year < self->size[PLAIN_YEARS]; year++) {
        const int calendar = model->base_year + (int)year;
        const double given =
            model->migration.persons.values == NULL ? 0 : rates_at(&model->migration.persons, 0, calendar, 0, 0);

        self->array[PLAIN_MIGRANTS][year] =
            inputs_value(inputs, values, PARAMETER_MIGRATION_ADDED, 0, calendar) +
            given * inputs_value(inputs, values, PARAMETER_MIGRATION_MULTIPLIER, 0, calendar);
    }
}

static void level_tables(struct plain *self, const struct inputs *inputs)
{
    const struct model *model = &inputs->model;

    for (size_t index = 0; index < model->level_count; index++) {
        const struct level *level = &model->levels[index];

        self->array[PLAIN_ENTRY_AGE][index] = (double)level->entry_age;
        self->array[PLAIN_LEVEL_GRADES][index] = (double)level->grades;
        self->array[PLAIN_LAND][index] = level->land_m2_per_pupil;
        self->array[PLAIN_PUPILS_PER_POST][index] = level->pupils_per_post;
        self->array[PLAIN_POSTS_PER_CLASS][index] = level->posts_per_class;
        for (size_t grade = 0; grade < level->grades; grade++) {
            self->array[PLAIN_CLASS_SIZE][level->first_grade + grade] =
                norms_class_size(inputs, inputs->scenario.values, 0, index, grade);
        }
    }
}

/* What a grade's children become pupils by, of the first town that has any; all towns share it. */
static double ratio_at(const struct model *model, size_t state, size_t grade, const double *part, const double *whole)
{
    for (size_t town = 0; town < model->town_count; town++) {
        const size_t cell = (state * model->town_count + town) * model->grade_count + grade;

        if (whole[cell] > 0) {
            return part[cell] / whole[cell];
        }
    }
    return 0;
}

/* Rates, shares and seats as a run of the engine has them: projects and paths are worked out in there. */
static void school_tables(struct plain *self, const struct inputs *inputs)
{
    const struct model *model = &inputs->model;
    const size_t alignment = 64;
    const size_t size = run_bytes(inputs);
    unsigned char *owned = mem_array(size + alignment, 1);
    struct block memory = { .memory = owned + alignment - (size_t)owned % alignment, .size = size };
    const size_t seats = plain_length(self, PLAIN_SEATS) * sizeof(double);
    struct result result;

    run(inputs, inputs->scenario.values, &memory, &result);
    for (size_t state = 0; state < result.states; state++) {
        for (size_t grade = 0; grade < model->grade_count; grade++) {
            const size_t cell = state * model->grade_count + grade;

            self->array[PLAIN_RATE][cell] = ratio_at(model, state, grade, result.enrolled, result.children);
            self->array[PLAIN_SHARE][cell] = ratio_at(model, state, grade, result.public_pupils, result.enrolled);
        }
    }
    memcpy(self->array[PLAIN_SEATS_NOMINAL], result.seats_nominal, seats);
    memcpy(self->array[PLAIN_SEATS], result.seats, seats);
    memcpy(self->array[PLAIN_SEATS_ASSUMED], result.seats_assumed, seats);
    free(owned);
}

void plain_of_inputs(struct plain *self, const struct inputs *inputs)
{
    const struct model *model = &inputs->model;
    const struct rates *persons = &model->migration.persons;
    const size_t states = inputs->scenario.layout.years;
    struct town_block towns;

    assert(model->mortality.town_stride == 0 && model->fertility.town_stride == 0 && !model->pupils_by_town);
    assert(model->migration.rule == MIGRATION_END && model->migration.departure_rate.values == NULL);
    assert(persons->values == NULL || persons->town_stride + persons->sex_stride + persons->item_stride == 0);
    *self = (struct plain) { .size = { [PLAIN_TOWNS] = model->town_count,
                                       [PLAIN_YEARS] = states - 1,
                                       [PLAIN_AGES] = model->ages,
                                       [PLAIN_LEVELS] = model->level_count,
                                       [PLAIN_GRADES] = model->grade_count,
                                       [PLAIN_SEAT_STATES] = model->project_seats_count == 0 ? 1 : states,
                                       [PLAIN_BASE_YEAR] = (size_t)model->base_year } };
    for (size_t array = 0; array < PLAIN_ARRAYS; array++) {
        self->array[array] = mem_array(plain_length(self, (enum plain_array)array), sizeof *self->array[array]);
    }
    self->start = mem_array(model->town_count * SEXES * model->ages, sizeof *self->start);
    void *tables = share_tables(inputs, &towns);

    vital_tables(self, &towns.projection);
    town_tables(self, inputs, towns.residents.all);
    level_tables(self, inputs);
    school_tables(self, inputs);
    free(tables);
}
