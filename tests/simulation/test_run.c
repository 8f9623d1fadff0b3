#include "run.h"

#include "model_fixture.h"
#include "support.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

enum { AGES = FIXTURE_AGES, CELLS = SEXES * AGES };

/* Gross migration by town, so that a town's run needs nothing of the others. */
static void add_migration(struct fixture *district)
{
    struct model *model = &district->inputs.model;
    double *persons = fixture_array(district, model->town_count * CELLS);
    double *rates = fixture_array(district, model->town_count * CELLS);

    for (size_t cell = 0; cell < model->town_count * CELLS; cell++) {
        persons[cell] = (double)(cell % 7) / 8;
        rates[cell] = 0.001 * (double)(cell % 5);
    }
    model->migration.form = MIGRATION_GROSS;
    model->migration.rule = MIGRATION_END;
    model->migration.persons =
        (struct rates) { .values = persons, .town_stride = CELLS, .sex_stride = AGES, .item_stride = 1 };
    model->migration.departure_rate =
        (struct rates) { .values = rates, .town_stride = CELLS, .sex_stride = AGES, .item_stride = 1 };
}

/* An array of a result and how long it is. */
struct stretch {
    const char *name;
    const double *values;
    size_t count;
};

enum { STRETCHES = 10 };

static void stretches_of(const struct model *model, const struct result *result, struct stretch *of)
{
    const size_t towns = result->states * model->town_count;
    const size_t rows = result->states * gap_places(model) * model->level_count;

    of[0] = (struct stretch) { "population", result->population, towns * SEXES * model->ages };
    of[1] = (struct stretch) { "components", result->components, (towns - model->town_count) * COMPONENTS };
    of[2] = (struct stretch) { "children", result->children, towns * model->grade_count };
    of[3] = (struct stretch) { "enrolled", result->enrolled, towns * model->grade_count };
    of[4] = (struct stretch) { "public_pupils", result->public_pupils, towns * model->grade_count };
    of[5] = (struct stretch) { "base_share", result->base_share, model->town_count * model->level_count };
    of[6] = (struct stretch) { "seats_nominal", result->seats_nominal, towns * model->level_count };
    of[7] = (struct stretch) { "seats", result->seats, towns * model->level_count };
    of[8] = (struct stretch) { "seats_assumed", result->seats_assumed, towns * model->level_count };
    of[9] = (struct stretch) { "gaps", (const double *)result->gaps, rows * sizeof(struct gap) / sizeof(double) };
}

/* Fails unless both results have the same bits. */
static void assert_same_bits(const struct model *model, const struct result *a, const struct result *b,
                             const char *what)
{
    struct stretch of_a[STRETCHES];
    struct stretch of_b[STRETCHES];

    cr_assert_eq(a->states, b->states);
    stretches_of(model, a, of_a);
    stretches_of(model, b, of_b);
    for (size_t i = 0; i < STRETCHES; i++) {
        cr_assert(of_a[i].count == 0 || memcmp(of_a[i].values, of_b[i].values, of_a[i].count * sizeof(double)) == 0,
                  "%s: %s differ", what, of_a[i].name);
    }
}

/* Fails unless every figure of the result is a number. */
static void assert_finite(const struct model *model, const struct result *result)
{
    struct stretch of[STRETCHES];

    stretches_of(model, result, of);
    for (size_t i = 0; i < STRETCHES; i++) {
        for (size_t at = 0; at < of[i].count; at++) {
            cr_assert(isfinite(of[i].values[at]), "%s[%zu] is %g", of[i].name, at, of[i].values[at]);
        }
    }
}

/* The memory is the caller's and comes as it is: no figure hangs on what stood in it. */
Test(run, same_bits_whatever_stood_in_the_memory)
{
    static const unsigned char garbage[] = { 0xff, 0x7f, 0xa5, 0x01 };
    struct fixture district = fixture_make(20, 2027);

    add_migration(&district);
    struct fixture_run clean = fixture_run_inputs(&district.inputs, district.values, 0);

    assert_finite(&district.inputs.model, &clean.result);
    for (size_t i = 0; i < sizeof garbage; i++) {
        struct fixture_run dirty = fixture_run_inputs(&district.inputs, district.values, garbage[i]);

        assert_same_bits(&district.inputs.model, &clean.result, &dirty.result, "after garbage");
        fixture_run_free(&dirty);
    }
    fixture_run_free(&clean);
    fixture_free(&district);
}

/* What stays of a run of which only the gaps are kept is what a whole run has, and it needs less memory. */
Test(run, same_bits_where_only_gaps_are_kept)
{
    struct fixture district = fixture_make(20, 2027);
    const struct model *model = &district.inputs.model;

    add_migration(&district);
    struct fixture_run whole = fixture_run(&district);
    const size_t bytes = run_bytes_keeping(&district.inputs, KEEP_GAPS);
    unsigned char *memory = aligned_alloc(64, bytes);
    struct block block = { .memory = memory, .size = bytes };
    struct result gaps;
    struct stretch all[STRETCHES];

    memset(memory, 0xff, bytes);
    run_keeping(&district.inputs, district.values, KEEP_GAPS, &block, &gaps);
    cr_assert_eq(block.used, bytes);
    cr_assert(bytes < whole.bytes);
    stretches_of(model, &whole.result, all);
    cr_assert_arr_eq(gaps.population, whole.result.population, model->town_count * CELLS * sizeof(double));
    cr_assert_arr_eq(gaps.components, all[1].values, all[1].count * sizeof(double));
    cr_assert_arr_eq(gaps.children, all[2].values, all[2].count * sizeof(double));
    cr_assert_arr_eq(gaps.base_share, all[5].values, all[5].count * sizeof(double));
    cr_assert_arr_eq(gaps.gaps, all[9].values, all[9].count * sizeof(double));
    cr_assert_arr_eq(gaps.seats, all[7].values, all[7].count * sizeof(double));
    free(memory);
    fixture_run_free(&whole);
    fixture_free(&district);
}

/* A run in pieces, done backwards and by two rooms in turn. */
static void run_backwards(const struct fixture *district, enum keep keep, struct block *memory, struct result *result)
{
    struct run_room rooms[2];
    struct run_pieces pieces;

    run_begin(&pieces, &district->inputs, district->values, keep, rooms, 2, memory, result);
    for (size_t block = pieces.blocks; block-- > 0;) {
        run_towns(&pieces, block % 2, block);
    }
    run_between(&pieces);
    for (size_t state = result->states; state-- > 0;) {
        run_state(&pieces, state % 2, state);
    }
}

/* Whoever does which piece, a run has the same bits, of all that is kept. */
Test(run, same_bits_in_pieces)
{
    static const enum keep keeps[] = { KEEP_ALL, KEEP_GAPS, KEEP_SUMS };
    struct fixture district = fixture_make(50, 2027);
    const struct model *model = &district.inputs.model;

    add_migration(&district);
    struct fixture_run whole = fixture_run(&district);
    struct stretch all[STRETCHES];

    stretches_of(model, &whole.result, all);
    for (size_t i = 0; i < sizeof keeps / sizeof *keeps; i++) {
        const size_t bytes = run_bytes_shared(&district.inputs, keeps[i], 2);
        unsigned char *memory = aligned_alloc(64, bytes);
        struct block block = { .memory = memory, .size = bytes };
        struct result parts;

        memset(memory, 0xff, bytes);
        run_backwards(&district, keeps[i], &block, &parts);
        cr_assert_eq(block.used, bytes);
        if (keeps[i] == KEEP_ALL) {
            assert_same_bits(model, &whole.result, &parts, "in pieces");
        }
        cr_assert_arr_eq(parts.components, all[1].values, all[1].count * sizeof(double));
        cr_assert_arr_eq(parts.children, all[2].values, all[2].count * sizeof(double));
        cr_assert_arr_eq(parts.seats, all[7].values, all[7].count * sizeof(double));
        for (size_t state = 0; state < whole.result.states; state++) {
            const size_t place = parts.first_place;
            const size_t rows = (gap_places(model) - place) * model->level_count;

            cr_assert_arr_eq(result_gap(&parts, model, state, place, 0),
                             result_gap(&whole.result, model, state, place, 0), rows * sizeof(struct gap));
        }
        cr_assert_eq(parts.first_place, keeps[i] == KEEP_SUMS ? model->town_count : 0);
        free(memory);
    }
    fixture_run_free(&whole);
    fixture_free(&district);
}

/* run_bytes() is what a run takes: every array stands in it, the last byte is used, nothing beyond is touched. */
Test(run, needs_the_bytes_that_it_says)
{
    enum { GUARD = 4096 };

    for (size_t towns = 1; towns <= 35; towns += 17) {
        struct fixture district = fixture_make(towns, 2025);

        add_migration(&district);
        const size_t bytes = run_bytes(&district.inputs);
        unsigned char *memory = aligned_alloc(64, bytes + GUARD);
        struct block block = { .memory = memory, .size = bytes };
        struct result result;
        struct stretch of[STRETCHES];

        memset(memory, 0x5a, bytes + GUARD);
        run(&district.inputs, district.values, &block, &result);
        cr_assert_eq(block.used, bytes);
        for (size_t i = 0; i < GUARD; i++) {
            cr_assert_eq(memory[bytes + i], 0x5a, "%zu towns: byte %zu beyond the block", towns, i);
        }
        stretches_of(&district.inputs.model, &result, of);
        for (size_t i = 0; i < STRETCHES; i++) {
            const uintptr_t start = (uintptr_t)of[i].values;
            const uintptr_t end = (uintptr_t)(of[i].values + of[i].count);

            cr_assert(start % 64 == 0 && start >= (uintptr_t)memory && end <= (uintptr_t)memory + bytes, "%s",
                      of[i].name);
        }
        free(memory);
        fixture_free(&district);
    }
}

/* Two runs in one block, as an ensemble has them. */
Test(run, runs_beside_each_other_do_not_meet)
{
    struct fixture district = fixture_make(3, 2025);
    const size_t bytes = run_bytes(&district.inputs);
    struct block block = { .memory = aligned_alloc(64, 2 * bytes), .size = 2 * bytes };
    struct result first;
    struct result second;
    struct fixture_run alone = fixture_run(&district);

    run(&district.inputs, district.values, &block, &first);
    run(&district.inputs, district.values, &block, &second);
    assert_same_bits(&district.inputs.model, &first, &alone.result, "first");
    assert_same_bits(&district.inputs.model, &second, &alone.result, "second");
    free(block.memory);
    fixture_run_free(&alone);
    fixture_free(&district);
}

/* The values are an argument: the scenario's own are left alone and not looked at. */
Test(run, takes_the_values_that_it_is_given)
{
    struct fixture district = fixture_make(2, 2023);
    struct fixture_run before = fixture_run(&district);
    double *values = fixture_array(&district, district.inputs.scenario.layout.size);

    memcpy(values, district.values, district.inputs.scenario.layout.size * sizeof *values);
    for (size_t i = 0; i < district.inputs.scenario.layout.size; i++) {
        district.values[i] = NAN;
    }
    struct fixture_run after = fixture_run_inputs(&district.inputs, values, 0xff);

    assert_same_bits(&district.inputs.model, &before.result, &after.result, "given values");
    fixture_run_free(&before);
    fixture_run_free(&after);
    fixture_free(&district);
}

/* Whether a town of one run has the bits of a town of another: people, flows, pupils and seats, and its gap rows. */
static void assert_same_town(const struct model *model_a, const struct result *a, size_t town_a,
                             const struct model *model_b, const struct result *b, size_t town_b)
{
    for (size_t state = 0; state < a->states; state++) {
        const size_t at_a = state * model_a->town_count + town_a;
        const size_t at_b = state * model_b->town_count + town_b;
        const size_t row_a = (state * gap_places(model_a) + town_a) * FIXTURE_LEVELS;
        const size_t row_b = (state * gap_places(model_b) + town_b) * FIXTURE_LEVELS;

        cr_assert_eq(memcmp(&a->population[at_a * CELLS], &b->population[at_b * CELLS], CELLS * sizeof(double)), 0,
                     "population of town %zu, state %zu", town_a, state);
        cr_assert(state + 1 == a->states || memcmp(&a->components[at_a * COMPONENTS], &b->components[at_b * COMPONENTS],
                                                   COMPONENTS * sizeof(double)) == 0,
                  "components of town %zu, state %zu", town_a, state);
        cr_assert_eq(memcmp(&a->gaps[row_a], &b->gaps[row_b], FIXTURE_LEVELS * sizeof(struct gap)), 0,
                     "gaps of town %zu, state %zu", town_a, state);
    }
}

enum { MANY = 37 };

/* Many towns, each with pupils of its own and no projects, so that each can run alone. */
static struct fixture many_towns(void)
{
    struct fixture district = fixture_make(MANY, 2026);
    struct model *model = &district.inputs.model;

    model->project_count = 0;
    model->project_seats_count = 0;
    model->pupils_by_town = true;
    for (size_t town = 0; town < MANY; town++) {
        district.public_pupils[town * FIXTURE_LEVELS + FIXTURE_MIDDLE] = 20 + (double)town;
    }
    fixture_settle(&district, 2026);
    add_migration(&district);
    return district;
}

/* The district's inputs with one town alone; borrows all from them. */
static struct inputs one_town(const struct fixture *district, size_t town)
{
    struct inputs alone = district->inputs;
    struct model *model = &alone.model;

    model->town_count = 1;
    model->towns = &district->towns[town];
    model->census_population = &district->census[town * CELLS];
    model->base_seats = &district->base_seats[town * FIXTURE_LEVELS];
    model->base_seats_status = &district->seats_status[town * FIXTURE_LEVELS];
    model->public_pupils = &district->public_pupils[town * FIXTURE_LEVELS];
    model->migration.persons.values += town * CELLS;
    model->migration.departure_rate.values += town * CELLS;
    alone.scenario.layout = parameter_layout(model, 2026);
    return alone;
}

Test(run, town_among_many_has_the_bits_of_the_town_alone)
{
    struct fixture district = many_towns();
    struct fixture_run together = fixture_run(&district);

    for (size_t town = 0; town < MANY; town++) {
        const struct inputs alone = one_town(&district, town);
        double *values = fixture_array(&district, alone.scenario.layout.size);

        parameter_initial(&alone.model, &alone.scenario.layout, values);
        struct fixture_run single = fixture_run_inputs(&alone, values, 0x7f);

        assert_same_town(&district.inputs.model, &together.result, town, &alone.model, &single.result, 0);
        fixture_run_free(&single);
    }
    fixture_run_free(&together);
    fixture_free(&district);
}

/* Turns `count` pieces of `size` doubles end to end. */
static void turn(double *values, size_t count, size_t size)
{
    for (size_t at = 0; at < count / 2 * size; at++) {
        const size_t other = (count - 1 - at / size) * size + at % size;
        const double kept = values[at];

        values[at] = values[other];
        values[other] = kept;
    }
}

static void turn_towns(struct fixture *district)
{
    turn(district->census, MANY, CELLS);
    turn(district->base_seats, MANY, FIXTURE_LEVELS);
    turn(district->public_pupils, MANY, FIXTURE_LEVELS);
    turn((double *)(uintptr_t)district->inputs.model.migration.persons.values, MANY, CELLS);
    turn((double *)(uintptr_t)district->inputs.model.migration.departure_rate.values, MANY, CELLS);
    for (size_t town = 0; town < MANY / 2; town++) {
        const struct town kept = district->towns[town];

        district->towns[town] = district->towns[MANY - 1 - town];
        district->towns[MANY - 1 - town] = kept;
    }
    for (size_t cell = 0; cell < MANY * FIXTURE_LEVELS; cell++) {
        district->seats_status[cell] = ASSUMED;
    }
}

Test(run, order_of_the_towns_does_not_matter)
{
    struct fixture forwards = many_towns();
    struct fixture backwards = many_towns();

    fixture_set(&forwards, PARAMETER_MIGRATION_ADDED, 0, 1000);
    fixture_set(&backwards, PARAMETER_MIGRATION_ADDED, 0, 1000);
    turn_towns(&backwards);
    turn_towns(&forwards); /* there and back, so that both mark the same seats as assumed */
    turn_towns(&forwards);
    struct fixture_run a = fixture_run(&forwards);
    struct fixture_run b = fixture_run(&backwards);

    for (size_t town = 0; town < MANY; town++) {
        assert_same_town(&forwards.inputs.model, &a.result, town, &backwards.inputs.model, &b.result, MANY - 1 - town);
    }
    fixture_run_free(&a);
    fixture_run_free(&b);
    fixture_free(&forwards);
    fixture_free(&backwards);
}

/* start + births - deaths + arrivals - departures + floored = end, of every town and year. Returns what is floored. */
static double assert_conserved(const struct fixture *district)
{
    const size_t towns = district->inputs.model.town_count;
    struct fixture_run of = fixture_run(district);
    double floored = 0;

    for (size_t state = 0; state + 1 < of.result.states; state++) {
        for (size_t town = 0; town < towns; town++) {
            const double *flow = &of.result.components[(state * towns + town) * COMPONENTS];
            const double start = fixture_sum(&of.result.population[(state * towns + town) * CELLS], CELLS);
            const double end = fixture_sum(&of.result.population[((state + 1) * towns + town) * CELLS], CELLS);

            assert_near(end, start + flow[BIRTHS] - flow[DEATHS] + flow[ARRIVALS] - flow[DEPARTURES] + flow[FLOORED],
                        1e-9, "people at the end of a year");
            floored += flow[FLOORED];
        }
    }
    fixture_run_free(&of);
    return floored;
}

Test(run, people_are_conserved_in_every_town)
{
    for (enum migration_rule rule = 0; rule < MIGRATION_RULES; rule++) {
        struct fixture district = fixture_make(7, 2035);

        district.inputs.model.migration.rule = rule;
        assert_near(assert_conserved(&district), 0, 0, "floored without migration");
        fixture_set(&district, PARAMETER_MIGRATION_ADDED, 0, 500);
        assert_near(assert_conserved(&district), 0, 0, "floored when people come");
        fixture_set(&district, PARAMETER_MIGRATION_ADDED, 0, -4000); /* more than there are: floors hold them */
        cr_assert_gt(assert_conserved(&district), 1);
        add_migration(&district);
        district.inputs.model.migration.rule = rule;
        assert_conserved(&district);
        fixture_free(&district);
    }
}

Test(run, horizon_of_the_base_year_alone)
{
    struct fixture district = fixture_make(18, 2020);

    add_migration(&district);
    struct fixture_run of = fixture_run(&district);

    cr_assert_eq(of.result.states, 1U);
    assert_finite(&district.inputs.model, &of.result);
    assert_near(of.result.population[0], 0.75 * district.census[0] + 0.25 * district.census[1], 0, "boys of age 0");
    assert_near(fixture_gap(&district, &of, 0, 18 + 2, FIXTURE_MIDDLE)->demand, 300, 1e-9, "demand of the base year");
    fixture_run_free(&of);
    fixture_free(&district);
}

/* United Nations cases have people alone: no levels, no seats, no projects. */
Test(run, model_without_levels_projects_and_areas)
{
    struct fixture district = fixture_make(2, 2030);
    struct fixture_run with = fixture_run(&district);
    struct model *model = &district.inputs.model;

    model->level_count = 0;
    model->levels = NULL;
    model->grade_count = 0;
    model->enrolment_rate = (struct rates) { .values = NULL };
    model->public_share = (struct rates) { .values = NULL };
    model->share_from_pupils = NULL;
    model->public_pupils = NULL;
    model->base_seats = NULL;
    model->base_seats_status = NULL;
    model->project_count = 0;
    model->projects = NULL;
    model->project_seats_count = 0;
    model->project_seats = NULL;
    model->area_count = 0;
    model->areas = NULL;
    district.towns[0].area = NO_AREA;
    district.towns[1].area = NO_AREA;
    fixture_settle(&district, 2030);
    struct fixture_run without = fixture_run(&district);

    assert_close(without.result.population, with.result.population, 11 * 2 * CELLS, 0, "population");
    assert_close(without.result.components, with.result.components, 10 * 2 * COMPONENTS, 0, "components");
    fixture_run_free(&with);
    fixture_run_free(&without);
    fixture_free(&district);
}

/* Where nobody dies or moves, the children of a grade are the same children year after year. */
Test(run, grades_are_cohorts)
{
    struct fixture district = fixture_make(3, 2030);
    double *nobody_dies = fixture_array(&district, 1);

    *nobody_dies = 1;
    district.inputs.model.mortality = (struct rates) { .values = nobody_dies };
    district.inputs.model.mortality_is_sx = true;
    struct fixture_run of = fixture_run(&district);

    for (size_t state = 0; state <= 10; state++) {
        for (size_t town = 0; town < 3; town++) {
            const double *start = &of.result.population[town * CELLS];

            for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
                const double children = of.result.children[(state * 3 + town) * FIXTURE_GRADES + grade];

                if (grade + 3 >= state) { /* the nursery begins at 3, and each grade is a year older */
                    const size_t age = grade + 3 - state;

                    assert_near(children, start[age] + start[AGES + age], 0, "children");
                } else {
                    const size_t year = state - grade - 3 - 1;

                    assert_near(children, of.result.components[(year * 3 + town) * COMPONENTS + BIRTHS], 1e-9,
                                "children born since");
                }
            }
        }
    }
    fixture_run_free(&of);
    fixture_free(&district);
}

/* Births of the year that starts in September 2021 are in the nursery from September 2025, not before. */
Test(run, births_reach_each_level_when_they_are_old_enough)
{
    struct fixture district = fixture_make(2, 2032);
    struct fixture_run before = fixture_run(&district);

    fixture_set_year(&district, PARAMETER_FERTILITY_MULTIPLIER, 0, 2021, 2);
    struct fixture_run after = fixture_run(&district);
    static const int first_year[FIXTURE_LEVELS] = { 2025, 2028, 2030 };

    for (int year = 2020; year <= 2032; year++) {
        for (size_t level = 0; level < FIXTURE_LEVELS; level++) {
            const size_t state = (size_t)(year - 2020);
            const bool more = fixture_gap(&district, &after, state, 0, level)->children >
                              fixture_gap(&district, &before, state, 0, level)->children;
            const int last = first_year[level] + (int)district.levels[level].grades - 1;

            cr_assert_eq(more, first_year[level] <= year && year <= last, "level %zu in %d", level, year);
        }
    }
    fixture_run_free(&before);
    fixture_run_free(&after);
    fixture_free(&district);
}

/* The public share of the base year's pupils holds in all years, and private_to_public starts from it. */
Test(run, base_share_holds_in_all_years)
{
    struct fixture district = fixture_make(3, 2026);

    fixture_set_year(&district, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, FIXTURE_MIDDLE, 2026, 1);
    struct fixture_run of = fixture_run(&district);
    const double share = of.result.base_share[FIXTURE_MIDDLE];

    cr_assert(share > 0 && share < 1);
    assert_near(fixture_gap(&district, &of, 0, 5, FIXTURE_MIDDLE)->demand, 300, 1e-9, "demand of the base year");
    for (size_t state = 0; state < of.result.states; state++) {
        const struct gap *row = fixture_gap(&district, &of, state, 5, FIXTURE_MIDDLE);

        assert_near(row->demand, row->enrolment * (state == 6 ? 1 : share), 1e-9, "demand");
    }
    fixture_run_free(&of);
    fixture_free(&district);
}

/* A row of the gap and the arrays beside it are the same figures. */
Test(run, gap_rows_add_up_the_arrays)
{
    struct fixture district = fixture_make(4, 2026);
    struct fixture_run of = fixture_run(&district);

    for (size_t state = 0; state < of.result.states; state++) {
        for (size_t town = 0; town < 4; town++) {
            for (size_t level = 0; level < FIXTURE_LEVELS; level++) {
                const struct gap *row = fixture_gap(&district, &of, state, town, level);
                const size_t grades = (state * 4 + town) * FIXTURE_GRADES + district.levels[level].first_grade;
                const size_t cell = (state * 4 + town) * FIXTURE_LEVELS + level;
                const size_t count = district.levels[level].grades;

                assert_near(row->children, fixture_sum(&of.result.children[grades], count), 0, "children");
                assert_near(row->enrolment, fixture_sum(&of.result.enrolled[grades], count), 0, "enrolment");
                assert_near(row->demand, fixture_sum(&of.result.public_pupils[grades], count), 0, "demand");
                assert_near(row->seats, of.result.seats[cell], 0, "seats");
                assert_near(row->seats_nominal, of.result.seats_nominal[cell], 0, "seats_nominal");
                assert_near(row->seats_assumed, of.result.seats_assumed[cell], 0, "seats_assumed");
                assert_near(row->gap, row->demand - row->seats, 0, "gap");
            }
        }
    }
    fixture_run_free(&of);
    fixture_free(&district);
}

/* A table that begins before the base year and ends after the horizon is read at the right years. */
Test(run, tables_may_have_more_years_than_the_run)
{
    struct fixture district = fixture_make(2, 2024);
    struct fixture_run plain = fixture_run(&district);
    double *mortality = fixture_array(&district, 30 * CELLS);
    double *fertility = fixture_array(&district, 30 * AGES);

    for (size_t year = 0; year < 30; year++) { /* 2000..2029; right only in 2020..2023 */
        for (size_t cell = 0; cell < CELLS; cell++) {
            mortality[year * CELLS + cell] = year >= 20 && year < 24 ? district.mortality[cell] : NAN;
        }
        for (size_t age = 0; age < AGES; age++) {
            fertility[year * AGES + age] = year >= 20 && year < 24 ? district.fertility[age] : 9;
        }
    }
    district.inputs.model.mortality = (struct rates) { .values = mortality,
                                                       .year_stride = CELLS,
                                                       .sex_stride = AGES,
                                                       .item_stride = 1,
                                                       .first_year = 2000,
                                                       .last_year = 2029 };
    district.inputs.model.fertility = (struct rates) {
        .values = fertility, .year_stride = AGES, .item_stride = 1, .first_year = 2000, .last_year = 2029
    };
    struct fixture_run longer = fixture_run(&district);

    assert_same_bits(&district.inputs.model, &plain.result, &longer.result, "longer tables");
    fixture_run_free(&plain);
    fixture_run_free(&longer);
    fixture_free(&district);
}

/* A longer horizon leaves the years before as they are. */
Test(run, longer_horizon_leaves_the_years_before_as_they_are)
{
    struct fixture near = fixture_make(3, 2024);
    struct fixture far = fixture_make(3, 2040);

    add_migration(&near);
    add_migration(&far);
    struct fixture_run a = fixture_run(&near);
    struct fixture_run b = fixture_run(&far);

    assert_close(b.result.population, a.result.population, 5 * 3 * CELLS, 0, "population");
    assert_close((const double *)b.result.gaps, (const double *)a.result.gaps,
                 5 * 6 * FIXTURE_LEVELS * sizeof(struct gap) / sizeof(double), 0, "gap rows");
    fixture_run_free(&a);
    fixture_run_free(&b);
    fixture_free(&near);
    fixture_free(&far);
}

/* A town taken to be half as large again: towns move against each other, the district stays. */
Test(run, towns_of_another_size)
{
    struct fixture district = fixture_make(3, 2021);
    const double town = district.towns[0].population;
    double all = 0;

    for (size_t each = 0; each < 3; each++) {
        all += district.towns[each].population;
    }
    struct fixture_run before = fixture_run(&district);

    fixture_set(&district, PARAMETER_POPULATION_TOWN_MULTIPLIER, 0, 1.5);
    struct fixture_run after = fixture_run(&district);
    const double scale = all / (all + town / 2);
    double sums[2] = { fixture_sum(before.result.population, 3 * CELLS),
                       fixture_sum(after.result.population, 3 * CELLS) };

    /* The start is brought back from the census, each age from its own and the next, so sums are close but not the
     * same. */
    cr_expect(fabs(sums[0] - sums[1]) < 1e-3 * sums[0], "%g people became %g", sums[0], sums[1]);
    for (size_t cell = 0; cell < 3 * CELLS; cell++) {
        const double factor = cell < CELLS ? 1.5 * scale : scale;

        cr_expect(fabs(after.result.population[cell] - factor * before.result.population[cell]) < 1e-9);
    }
    fixture_run_free(&before);
    fixture_run_free(&after);
    fixture_free(&district);
}
