#include "many_runs.h"

#include "isa_choice.h"
#include "model_fixture.h"
#include "support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

enum { ROUNDS = 60, MOST_INPUTS = 6, MOST_KEYS = 64, AGES = FIXTURE_AGES, LAST_YEAR = 2032 };

static const char *const streams[MOST_KEYS] = { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m" };

/* A plan made at random and what it points to. */
struct plan {
    struct ensemble_input inputs[MOST_INPUTS];
    size_t keys[MOST_INPUTS][MOST_KEYS];
    double alternatives[MOST_INPUTS][3];
    double weights[3];
};

static size_t below(unsigned long long *luck, size_t count)
{
    return (size_t)(fixture_random(luck) * (double)count);
}

/* Parameters that a plan may move, with what they are multiplied by or set to. */
struct movable {
    enum parameter parameter;
    enum move_kind kind;
    enum distribution_shape shape;
    double first; /* Centre, least, or first alternative. */
    double second;
};

static const struct movable movables[] = {
    { PARAMETER_FERTILITY_MULTIPLIER, MOVE_TIMES, SHAPE_LOGNORMAL, 1, 0.2 },
    { PARAMETER_MORTALITY_MULTIPLIER, MOVE_TIMES, SHAPE_LOGNORMAL, 1, 0.5 },
    { PARAMETER_MORTALITY_IMPROVEMENT, MOVE_ADD, SHAPE_NORMAL, 0.01, 0.01 },
    { PARAMETER_MIGRATION_MULTIPLIER, MOVE_TIMES, SHAPE_UNIFORM, -1, 2 },
    { PARAMETER_MIGRATION_ADDED, MOVE_ADD, SHAPE_NORMAL, 0, 3000 },
    { PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, MOVE_TIMES, SHAPE_UNIFORM, 0, 3 },
    { PARAMETER_POPULATION_TOWN_MULTIPLIER, MOVE_TIMES, SHAPE_LOGNORMAL, 1, 0.3 },
    { PARAMETER_ENROLMENT_RATE_MULTIPLIER, MOVE_TIMES, SHAPE_UNIFORM, 0.8, 1.2 },
    { PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, MOVE_TIMES, SHAPE_UNIFORM, 0.5, 2.5 },
    { PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, MOVE_SET, SHAPE_UNIFORM, 0, 1 },
    { PARAMETER_SUPPLY_BACKLOG, MOVE_ADD, SHAPE_NORMAL, 0, 200 },
    { PARAMETER_SUPPLY_DELAY_YEARS, MOVE_SET, SHAPE_DISCRETE, 0, 2 },
    { PARAMETER_SUPPLY_UNDATED_COMPLETION, MOVE_SET, SHAPE_DISCRETE, 2023, NEVER },
    { PARAMETER_SUPPLY_CANCELLED, MOVE_SET, SHAPE_DISCRETE, 0, 1 },
    { PARAMETER_SUPPLY_PROJECT_TOWN, MOVE_SET, SHAPE_DISCRETE, 0, 0 },
    { PARAMETER_NORMS_MIGRANT_SHARE, MOVE_SET, SHAPE_UNIFORM, 0, 1 },
};

enum { MOVABLES = sizeof movables / sizeof *movables };

static void plan_input(struct fixture *district, struct plan *plan, size_t of, unsigned long long *luck)
{
    const struct movable *movable = &movables[below(luck, MOVABLES)];
    const bool path = parameter_rows[movable->parameter].type == PARAMETER_PATH;
    const size_t keys = district->inputs.scenario.layout.keys[movable->parameter];
    struct ensemble_input *input = &plan->inputs[of];

    *input = (struct ensemble_input) { .move = { .parameter = movable->parameter,
                                                 .kind = movable->kind,
                                                 .keys = plan->keys[of],
                                                 .first_year = FIXTURE_BASE_YEAR,
                                                 .last_year = FIXTURE_BASE_YEAR },
                                       .streams = streams,
                                       .each_key = below(luck, 2) == 0,
                                       .each_year = path && below(luck, 2) == 0,
                                       .autocorrelation = below(luck, 3) == 0 ? 0 : 0.8 };
    input->walk = input->each_year && below(luck, 2) == 0 &&
                  (movable->shape == SHAPE_NORMAL || movable->shape == SHAPE_LOGNORMAL);
    for (size_t key = below(luck, keys); key < keys && input->move.key_count < 12; key += 1 + below(luck, 2)) {
        plan->keys[of][input->move.key_count++] = key;
    }
    if (path) {
        input->move.first_year += (int)below(luck, 5);
        input->move.last_year = input->move.first_year + (int)below(luck, LAST_YEAR - 2025);
    }
    plan->alternatives[of][0] = movable->first;
    plan->alternatives[of][1] = movable->second;
    plan->alternatives[of][2] = movable->parameter == PARAMETER_SUPPLY_PROJECT_TOWN
                                    ? (double)(district->inputs.model.town_count - 1)
                                    : movable->first;
    input->distribution = (struct distribution) { .shape = movable->shape,
                                                  .centre = movable->first,
                                                  .spread = movable->second,
                                                  .low = movable->first,
                                                  .high = movable->second,
                                                  .values = plan->alternatives[of],
                                                  .weights = plan->weights,
                                                  .count = 3 };
}

static void plan_make(struct fixture *district, struct plan *plan, size_t draws, unsigned long long *luck)
{
    const size_t inputs = 1 + below(luck, MOST_INPUTS);

    *plan = (struct plan) { .weights = { 1, 2, 1 } };
    for (size_t of = 0; of < inputs; of++) {
        plan_input(district, plan, of, luck);
    }
    district->inputs.scenario.ensemble = (struct ensemble) { .kind = ENSEMBLE_UNCERTAINTY,
                                                             .inputs = plan->inputs,
                                                             .input_count = inputs,
                                                             .draws = draws,
                                                             .seed = (uint64_t)(fixture_random(luck) * 1e9) };
}

/* Tables of migration in all the ways in which a model may have them. */
static void add_migration(struct fixture *district, unsigned long long *luck)
{
    struct model *model = &district->inputs.model;
    const size_t form = below(luck, 5);
    const size_t towns = form >= 3 ? model->town_count : 1;
    const size_t cells = form == 1 ? 1 : form == 2 ? SEXES : SEXES * AGES;
    double *persons = fixture_array(district, towns * cells);
    double *rates = fixture_array(district, towns * SEXES * AGES);
    const size_t town_stride = towns > 1 ? cells : 0;

    model->migration.rule = below(luck, 2) == 0 ? MIGRATION_END : MIGRATION_EVEN;
    if (form == 0) {
        return;
    }
    for (size_t cell = 0; cell < towns * cells; cell++) {
        persons[cell] = (fixture_random(luck) - 0.3) * (form == 1 ? 4000 : form == 2 ? 2000 : 40);
    }
    model->migration.form = MIGRATION_NET;
    model->migration.persons = (struct rates) { .values = persons,
                                                .town_stride = town_stride,
                                                .sex_stride = form == 1   ? 0
                                                              : form == 2 ? 1
                                                                          : AGES,
                                                .item_stride = form >= 3 };
    if (form == 4) {
        for (size_t cell = 0; cell < towns * SEXES * AGES; cell++) {
            persons[cell] = fabs(persons[cell]);
            rates[cell] = 0.1 * fixture_random(luck);
        }
        model->migration.form = MIGRATION_GROSS;
        model->migration.departure_rate =
            (struct rates) { .values = rates, .town_stride = town_stride, .sex_stride = AGES, .item_stride = 1 };
    }
}

/* A town's own mortality and fertility. */
static void add_town_tables(struct fixture *district, unsigned long long *luck)
{
    struct model *model = &district->inputs.model;
    double *fertility = fixture_array(district, model->town_count * AGES);
    double *mortality = fixture_array(district, model->town_count * SEXES * AGES);

    for (size_t cell = 0; cell < model->town_count * SEXES * AGES; cell++) {
        mortality[cell] = district->mortality[cell % (SEXES * AGES)] * (0.5 + fixture_random(luck));
    }
    for (size_t cell = 0; cell < model->town_count * AGES; cell++) {
        fertility[cell] = district->fertility[cell % AGES] * (0.5 + fixture_random(luck));
    }
    model->fertility = (struct rates) { .values = fertility, .town_stride = AGES, .item_stride = 1 };
    model->mortality =
        (struct rates) { .values = mortality, .town_stride = SEXES * AGES, .sex_stride = AGES, .item_stride = 1 };
}

/* A district of a random shape. */
static struct fixture district_make(unsigned long long *luck)
{
    struct fixture district = fixture_make(1 + below(luck, 20), LAST_YEAR);
    struct model *model = &district.inputs.model;

    add_migration(&district, luck);
    if (below(luck, 3) == 0) {
        add_town_tables(&district, luck);
    }
    if (below(luck, 3) == 0) {
        const size_t town = below(luck, model->town_count);

        memset(&district.census[town * SEXES * AGES], 0, SEXES * AGES * sizeof *district.census);
        district.towns[town].population = model->town_count == 1 ? 1 : 0;
    }
    if (below(luck, 2) == 0) {
        model->pupils_by_town = true;
        for (size_t cell = 0; cell < model->town_count * FIXTURE_LEVELS; cell++) {
            district.public_pupils[cell] = 400 * fixture_random(luck);
        }
    }
    fixture_settle(&district, LAST_YEAR);
    district.inputs.scenario.first_year += (int)below(luck, 4);
    fixture_set(&district, PARAMETER_NORMS_RAISED_CLASS_SIZE_ADDS_SEATS, 0, (double)below(luck, 2));
    fixture_set(&district, PARAMETER_MIGRATION_ADDED, 0, (double)below(luck, 3) * 1000 - 1000);
    return district;
}

/* Runs made and the memory that they stand in. */
struct made {
    struct many_runs runs;
    size_t outside;
    size_t overdrawn;
    unsigned char *shared;
    double *kept; /* [series][stride] */
    size_t stride;
};

static struct block block_of(size_t bytes)
{
    struct block block = { .memory = aligned_alloc(64, bytes + 64 - bytes % 64), .size = bytes };

    cr_assert_not_null(block.memory);
    memset(block.memory, 0xff, bytes);
    return block;
}

/* All runs, asked for `piece` at a time, into columns `stride` apart. */
static struct made make(const struct inputs *inputs, size_t measures, size_t piece, size_t stride)
{
    struct made made = { .stride = stride };
    struct block counting = { .memory = NULL };
    struct many_runs_room room;

    many_runs_prepare(&made.runs, inputs, measures, &counting);
    struct block shared = block_of(counting.used);

    many_runs_prepare(&made.runs, inputs, measures, &shared);
    cr_assert_eq(shared.used, counting.used);
    counting.used = 0;
    many_runs_room_lay_out(&made.runs, &counting, &room);
    struct block own = block_of(counting.used);

    many_runs_room_lay_out(&made.runs, &own, &room);
    cr_assert_eq(own.used, counting.used);
    made.shared = shared.memory;
    made.kept = aligned_alloc(64, (many_runs_series(&made.runs) * stride * sizeof(double) + 63) / 64 * 64);
    for (size_t first = 0; first < made.runs.design.runs; first += piece) {
        const size_t left = made.runs.design.runs - first;

        many_runs_go(&made.runs, &room, first, left < piece ? left : piece, &made.kept[first], stride);
    }
    made.outside = room.outside;
    made.overdrawn = room.overdrawn;
    free(own.memory);
    return made;
}

static void made_free(struct made *self)
{
    free(self->shared);
    free(self->kept);
}

/* The values of a run by what the moves mean, one after the other. */
static void plain_values(const struct design *design, const double *figures, double *values)
{
    const struct inputs *inputs = design->inputs;
    size_t dimension = 0;

    memcpy(values, inputs->scenario.values, inputs->scenario.layout.size * sizeof *values);
    for (size_t of = 0; of < design->ensemble->input_count; of++) {
        const struct ensemble_input *input = &design->ensemble->inputs[of];
        const struct move *move = &input->move;
        const struct parameter_row *row = &parameter_rows[move->parameter];
        const size_t years = (size_t)(move->last_year - move->first_year) + 1;
        const size_t own_years = input->each_year ? years : 1;

        for (size_t key = 0; key < move->key_count; key++) {
            for (size_t year = 0; year < years; year++) {
                double *value = &values[parameter_index(&inputs->scenario.layout, move->parameter, move->keys[key],
                                                        move->first_year + (int)year)];
                const double figure =
                    figures[dimension + (input->each_key ? key * own_years : 0) + (input->each_year ? year : 0)];

                if (!isnan(figure)) {
                    *value = move->kind == MOVE_SET   ? figure
                             : move->kind == MOVE_ADD ? *value + figure
                                                      : *value * figure;
                }
                *value = *value < row->low ? row->low : *value > row->high ? row->high : *value;
            }
        }
        dimension += input_dimensions(input);
    }
}

/* Fails unless each series has what a run of the same values gives. */
static void assert_as_run(const struct inputs *inputs, const struct made *made, const char *what)
{
    const struct many_runs *runs = &made->runs;
    double *figures = calloc(runs->design.dimensions, sizeof *figures);
    double *values = calloc(inputs->scenario.layout.size, sizeof *values);
    const size_t levels = inputs->model.level_count;
    size_t overdrawn = 0;

    for (size_t run = 0; run < runs->design.runs; run++) {
        bool below = false;

        design_figures(&runs->design, run, 1, figures);
        plain_values(&runs->design, figures, values);
        struct fixture_run plain = fixture_run_inputs(inputs, values, 0xff);

        for (size_t cell = 0; cell < runs->states * runs->rows; cell++) {
            const struct gap *row = &plain.result.gaps[runs->first_state * runs->rows + cell];
            const double expected[MEASURES] = { row->gap, row->demand, row->seats };

            below = below || (cell % runs->rows / levels < inputs->model.town_count && row->seats < 0);
            for (size_t measure = 0; measure < runs->measures; measure++) {
                const size_t series = many_runs_series_at(runs, (enum measure)measure, cell / runs->rows,
                                                          cell % runs->rows / levels, cell % levels);

                cr_assert(memcmp(&made->kept[series * made->stride + run], &expected[measure], sizeof(double)) == 0,
                          "%s: run %zu, series %zu: %.17g, a run gives %.17g", what, run, series,
                          made->kept[series * made->stride + run], expected[measure]);
            }
        }
        overdrawn += below;
        fixture_run_free(&plain);
    }
    if (!runs->by_lanes || runs->draws.seats_move) { /* else the scenario's own seats, which are judged before */
        cr_assert_eq(made->overdrawn, overdrawn, "%s: %zu runs without seats, not %zu", what, made->overdrawn,
                     overdrawn);
    }
    free(values);
    free(figures);
}

/* Random plans on random districts: whichever instruction set, every figure is that of a run to the last bit. */
Test(many_runs, each_is_a_run, .timeout = 100)
{
    unsigned long long luck = 20261124;
    size_t by_lanes = 0;

    for (size_t round = 0; round < ROUNDS; round++) {
        struct fixture district = district_make(&luck);
        const size_t draws = 1 + below(&luck, 40);
        struct plan plan;
        char what[64];

        plan_make(&district, &plan, draws, &luck);
        for (size_t isa = 0; isa < ISAS; isa++) {
            if (!isa_is_here((enum isa)isa)) {
                continue;
            }
            isa_in_use = (enum isa)isa;
            struct made made = make(&district.inputs, 1 + round % MEASURES, 1 + below(&luck, 50), draws + round % 9);

            isa_in_use = ISA_PLAIN;
            by_lanes += made.runs.by_lanes;
            snprintf(what, sizeof what, "round %zu, %s", round, isa_words[isa]);
            assert_as_run(&district.inputs, &made, what);
            made_free(&made);
        }
        fixture_free(&district);
    }
    cr_assert_gt(by_lanes, (size_t)ROUNDS / 2, "only %zu plans went by lanes", by_lanes);
}
