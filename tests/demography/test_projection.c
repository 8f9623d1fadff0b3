#include "projection.h"

#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "leslie.h"
#include "life_table.h"
#include "random_block.h"
#include "support.h"

#include <criterion/criterion.h>

enum { ROUNDS = 300 };

static const double ones[LANES] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
static const double zeros[LANES];

/* Examples worked by hand: one step, shared rates, people in lane 5 alone. */

enum { LANE = 5, MOST_AGES = 20 };

struct example {
    struct projection of;
    double start[SEXES * MOST_AGES * LANES];
    double population[2 * SEXES * MOST_AGES * LANES];
    double components[COMPONENTS * LANES];
};

/* An example without people, whose tables are all by sex and age: those given, of women; men have their own or zero. */
static struct example example_of(size_t ages, enum migration_rule rule, const double *srb)
{
    return (struct example) { .of = { .years = 1,
                                      .ages = ages,
                                      .carried = { ages, ages },
                                      .step = 1,
                                      .rule = rule,
                                      .first_fertile = 1,
                                      .last_fertile = 1,
                                      .srb = srb,
                                      .dying_factor = ones,
                                      .fertility_factor = ones,
                                      .persons_factor = ones,
                                      .departure_factor = ones,
                                      .added = zeros } };
}

static struct lane_rates by_sex(const double *values, size_t ages)
{
    return (struct lane_rates) { .values = values, .sex_stride = ages, .age_stride = 1 };
}

static struct lane_rates for_all(const double *values)
{
    return (struct lane_rates) { .values = values, .age_stride = 1 };
}

static void settle(struct example *self, enum sex sex, const double *people)
{
    for (size_t age = 0; age < self->of.ages; age++) {
        self->start[(sex * self->of.ages + age) * LANES + LANE] = people[age];
    }
}

static void step(struct example *self)
{
    double scratch[SEXES * (1 + 2 * MOST_AGES) * LANES];

    cr_assert(projection_scratch(&self->of) <= sizeof scratch / sizeof scratch[0]);
    projection_run(&self->of, self->start, self->population, self->components, scratch);
}

static void assert_people(const struct example *self, enum sex sex, const double *expected, double tolerance)
{
    for (size_t age = 0; age < self->of.ages; age++) {
        const size_t cell = (SEXES + sex) * self->of.ages + age;

        assert_near(self->population[cell * LANES + LANE], expected[age], tolerance, sex == MALE ? "men" : "women");
    }
}

static void assert_booked(const struct example *self, enum component component, double expected)
{
    assert_near(self->components[component * LANES + LANE], expected, 1e-9, "booked");
}

/*
 * Swedish women 1993 to 1998: Preston, Heuveline & Guillot (2001), boxes 6.1 and 6.2. One step of five years, half of
 * the migrants before and half after, 1.05 boys a girl.
 */
Test(projection, swedish_women_of_1998)
{
    enum { GROUPS = 18 };
    static const double women_1993[GROUPS] = { 293395, 248369, 240012, 261346, 285209, 314388, 281290, 286923, 304108,
                                               324946, 247613, 211351, 215140, 221764, 223506, 183654, 141990, 112424 };
    static const double person_years[GROUPS] = {
        497487, 497138, 496901, 496531, 495902, 495168, 494213, 492760, 490447,
        486613, 480665, 471786, 457852, 436153, 402775, 350358, 271512, 291707
    };
    static const double net_migrants[SEXES * GROUPS] = { [FEMALE * GROUPS] = 6840,
                                                         4150,
                                                         3365,
                                                         5270,
                                                         9240,
                                                         8230,
                                                         5470,
                                                         3155,
                                                         1770,
                                                         1115,
                                                         1075,
                                                         845,
                                                         645,
                                                         530,
                                                         465,
                                                         300,
                                                         250,
                                                         175 };
    static const double asfr[GROUPS] = { 0, 0, 0, 0.012, 0.0908, 0.1499, 0.1125, 0.0441, 0.0074, 0.0003 };
    static const double women_1998[GROUPS] = { 302392, 298682, 252007, 244150, 268267, 293515, 320624, 284767, 288031,
                                               303166, 322062, 243989, 205841, 205516, 205270, 194771, 142565, 131966 };
    static const double srb[] = { 1.05 };
    double dying[GROUPS];
    struct example sweden = example_of(GROUPS, MIGRATION_EVEN, srb);

    person_years_survivorship(person_years, GROUPS, 5, 100000, dying);
    for (size_t group = 0; group < GROUPS; group++) {
        dying[group] = 1 - dying[group];
    }
    sweden.of.step = 5;
    sweden.of.first_fertile = 3;
    sweden.of.last_fertile = 9;
    sweden.of.dying = for_all(dying);
    sweden.of.fertility = for_all(asfr);
    sweden.of.persons = by_sex(net_migrants, GROUPS);
    settle(&sweden, FEMALE, women_1993);
    step(&sweden);
    assert_people(&sweden, FEMALE, women_1998, 1);
}

/* Women 1 and older have the births, of the mean of 50 at the start and 150 x 0.8 at the end. */
Test(projection, two_ages_of_which_the_open_one_is_fertile)
{
    static const double srb[] = { 1 };
    static const double dying[] = { 0.1, 0.2 };
    static const double asfr[] = { 0, 0.5 };
    struct example two = example_of(2, MIGRATION_END, srb);

    two.of.dying = for_all(dying);
    two.of.fertility = for_all(asfr);
    settle(&two, FEMALE, (const double[]) { 100, 50 });
    settle(&two, MALE, (const double[]) { 80, 40 });
    step(&two);
    assert_people(&two, FEMALE, (const double[]) { 19.125, 120 }, 1e-9);
    assert_people(&two, MALE, (const double[]) { 19.125, 96 }, 1e-9);
    assert_booked(&two, BIRTHS, 42.5);
    assert_booked(&two, DEATHS, 58.25);
    assert_booked(&two, FLOORED, 0);
}

static const double even_srb[] = { 1 };
static const double three_dying[] = { 0.1, 0.2, 0.5 };
static const double three_asfr[] = { 0, 0.4, 0 };
static const double three_women[] = { 100, 60, 20 };

static struct example three_ages(enum migration_rule rule, const double *persons)
{
    struct example three = example_of(3, rule, even_srb);

    three.of.dying = for_all(three_dying);
    three.of.fertility = for_all(three_asfr);
    three.of.persons = by_sex(persons, 3);
    settle(&three, FEMALE, three_women);
    return three;
}

/* Births 0.4 (60 + 80) / 2 = 28: migrants have no part in them. */
Test(projection, rule_end_adds_all_migrants_last)
{
    static const double migrants[] = { 0, 0, 0, 10, -6, 4 };
    struct example three = three_ages(MIGRATION_END, migrants);

    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 22.6, 74, 44 }, 1e-9);
    assert_people(&three, MALE, (const double[]) { 12.6, 0, 0 }, 1e-9);
    assert_booked(&three, BIRTHS, 28);
    assert_booked(&three, ARRIVALS, 8);
    assert_booked(&three, DEPARTURES, 0);
}

/* Half before: 105, 57, 22; of them 84 and 39.5 live on. Births 0.4 (57 + 81) / 2: the second half is in it. */
Test(projection, rule_even_adds_half_before_and_half_after)
{
    static const double migrants[] = { 0, 0, 0, 10, -6, 4 };
    struct example three = three_ages(MIGRATION_EVEN, migrants);

    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 17.42, 81, 41.5 }, 1e-9);
    assert_people(&three, MALE, (const double[]) { 12.42, 0, 0 }, 1e-9);
    assert_booked(&three, BIRTHS, 27.6);
}

/* A tenth of the survivors 12.6, 80 and 40 leaves. */
Test(projection, rule_end_lets_survivors_depart)
{
    static const double arrivals[] = { 0, 0, 0, 10, 10, 10 };
    static const double departure[] = { 0, 0, 0, 0.1, 0.1, 0.1 };
    struct example three = three_ages(MIGRATION_END, arrivals);

    three.of.departure = by_sex(departure, 3);
    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 21.34, 82, 46 }, 1e-9);
    assert_booked(&three, ARRIVALS, 30);
    assert_booked(&three, DEPARTURES, 13.26);
}

/* A tenth of the people at the start, 10, 6 and 2, leaves: net 0, 4 and 8. */
Test(projection, rule_even_lets_those_at_the_start_depart)
{
    static const double arrivals[] = { 0, 0, 0, 10, 10, 10 };
    static const double departure[] = { 0, 0, 0, 0.1, 0.1, 0.1 };
    struct example three = three_ages(MIGRATION_EVEN, arrivals);

    three.of.departure = by_sex(departure, 3);
    step(&three);
    /* Age 1: 100 x 0.8 + 2; open: (62 + 24) x 0.5 + 4; births 0.4 (62 + 82) / 2 = 28.8. */
    assert_people(&three, FEMALE, (const double[]) { 12.96, 82, 47 }, 1e-9);
    assert_booked(&three, DEPARTURES, 18);
}

/* Age 1 is asked for 8 of its 5 people, the open age for 1 of nobody: each keeps 0.00001. */
Test(projection, migrants_never_take_more_than_stand_there)
{
    static const double migrants[] = { 0, 0, 0, 0, -8, -1 };
    struct example three = three_ages(MIGRATION_END, migrants);

    three.of.dying = for_all(zeros);
    three.of.fertility = for_all(zeros);
    settle(&three, FEMALE, (const double[]) { 10, 5, 0 });
    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 0, 5 + 1e-5, 5 + 1e-5 }, 1e-12);
    assert_booked(&three, ARRIVALS, -9);
    assert_booked(&three, FLOORED, 4 + 2e-5);
}

/* 30 of the 50 aged 1 are to go, but only 10 reach that age: 0.0005 persons remain. */
Test(projection, a_cell_below_zero_at_the_end_is_floored)
{
    static const double migrants[] = { 0, 0, 0, 0, -30, 0 };
    struct example three = three_ages(MIGRATION_END, migrants);

    three.of.dying = for_all(zeros);
    three.of.fertility = for_all(zeros);
    settle(&three, FEMALE, (const double[]) { 10, 50, 0 });
    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 0, 0.0005, 50 }, 1e-12);
    assert_booked(&three, FLOORED, 20.0005);
}

/* Everybody leaves: the cells stand at zero, no floor is needed. */
Test(projection, departures_can_empty_all_cells)
{
    static const double all[] = { 1, 1, 1 };
    struct example three = three_ages(MIGRATION_END, zeros);

    three.of.departure = for_all(all);
    step(&three);
    assert_people(&three, FEMALE, zeros, 0);
    assert_people(&three, MALE, zeros, 0);
    assert_booked(&three, FLOORED, 0);
    assert_booked(&three, DEPARTURES, 80 + 40 + 28 * 0.9);
}

/* A doubled risk of 0.8 kills everybody and nobody twice; a factor of 0 nobody at all. */
Test(projection, the_risk_of_dying_is_held_at_one)
{
    static const double dying[] = { 0, 0.8, 0.8 };
    static const double twice[LANES] = { [LANE] = 2 };
    struct example three = three_ages(MIGRATION_END, zeros);

    three.of.dying = for_all(dying);
    three.of.dying_factor = twice;
    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 0.4 * 60 / 2 / 2, 0, 0 }, 1e-12);
    assert_booked(&three, DEATHS, 180);
    three.of.dying_factor = zeros;
    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 0.4 * 160 / 2 / 2, 100, 80 }, 1e-12);
    assert_booked(&three, DEATHS, 0);
}

Test(projection, factors_of_zero_end_births_and_migrants)
{
    static const double migrants[] = { 0, 0, 0, 10, -6, 4 };
    struct example three = three_ages(MIGRATION_EVEN, migrants);

    three.of.fertility_factor = zeros;
    three.of.persons_factor = zeros;
    step(&three);
    assert_people(&three, FEMALE, (const double[]) { 0, 80, 40 }, 1e-12);
    assert_booked(&three, BIRTHS, 0);
    assert_booked(&three, ARRIVALS, 0);
}

/* 100 more by the schedule are the same as 100 in the table. */
Test(projection, added_migrants_go_by_the_schedule)
{
    static const double schedule[] = { 0.1, 0.2, 0.1, 0.3, 0.1, 0.2 };
    static const double migrants[] = { 10, 20, 10, 30, 10, 20 };
    static const double hundred[LANES] = { [LANE] = 100 };

    for (int rule = 0; rule < MIGRATION_RULES; rule++) {
        struct example table = three_ages((enum migration_rule)rule, migrants);
        struct example added = three_ages((enum migration_rule)rule, zeros);

        added.of.schedule = by_sex(schedule, 3);
        added.of.added = hundred;
        step(&table);
        step(&added);
        for (size_t cell = LANE; cell < sizeof table.population / sizeof table.population[0]; cell += LANES) {
            assert_near(added.population[cell], table.population[cell], 1e-12, "population");
        }
        assert_booked(&added, ARRIVALS, 100);
    }
}

/* Women who are born in the step would need births that need them. */
Test(projection, fertile_newborns_break_the_promise, .signal = SIGABRT)
{
    struct example three = three_ages(MIGRATION_END, zeros);

    three.of.first_fertile = 0;
    step(&three);
}

Test(projection, carrying_too_few_women_breaks_the_promise, .signal = SIGABRT)
{
    struct example three = three_ages(MIGRATION_END, zeros);

    three.of.carried[FEMALE] = 1;
    step(&three);
}

/* Random blocks against the reference. */

/* A year's tables of a lane as the reference wants them; the rooms are the caller's. */
struct leslie_rooms {
    double survival[SEXES][101];
    double arrivals[SEXES][101];
    double departure[SEXES][101];
    double fertility[101];
};

static struct leslie leslie_of(const struct random_block *block, size_t year, size_t lane, struct leslie_rooms *rooms)
{
    const struct projection *of = &block->of;
    const size_t now = year * LANES + lane;

    for (size_t age = 0; age < of->ages; age++) {
        const bool fertile = of->first_fertile <= age && age <= of->last_fertile;

        rooms->fertility[age] =
            fertile ? random_block_at(block, FERTILITY, year, 0, age, lane) * of->fertility_factor[now] : 0;
        for (size_t sex = 0; sex < SEXES; sex++) {
            const double dying = random_block_at(block, DYING, year, sex, age, lane) * of->dying_factor[now];

            rooms->survival[sex][age] = 1 - fmin(dying, 1);
            rooms->departure[sex][age] =
                fmin(random_block_at(block, DEPARTURE, year, sex, age, lane) * of->departure_factor[now], 1);
            rooms->arrivals[sex][age] =
                random_block_at(block, PERSONS, year, sex, age, lane) * of->persons_factor[now] +
                random_block_at(block, SCHEDULE, 0, sex, age, lane) * of->added[now];
        }
    }
    const bool gross = block->tables[DEPARTURE] != NULL;

    return (struct leslie) { .ages = of->ages,
                             .years = of->step,
                             .srb = of->srb[year],
                             .even = of->rule == MIGRATION_EVEN,
                             .survival = { rooms->survival[0], rooms->survival[1] },
                             .fertility = rooms->fertility,
                             .arrivals = { rooms->arrivals[0], rooms->arrivals[1] },
                             .departure = { gross ? rooms->departure[0] : NULL, gross ? rooms->departure[1] : NULL } };
}

/* Both sides add up to a few hundred numbers of the size `scale`. */
static void assert_same(double actual, double expected, double scale, const char *what, unsigned long seed, size_t year,
                        size_t lane)
{
    cr_assert(fabs(actual - expected) <= 1e-9 * (fabs(expected) + scale),
              "seed %lu, year %zu, lane %zu: %s %.17g, expected %.17g", seed, year, lane, what, actual, expected);
}

static void compare_flows(const struct random_block *block, const struct leslie_flows *flows, size_t year, size_t lane,
                          unsigned long seed)
{
    const double expected[COMPONENTS] = { [BIRTHS] = flows->births,
                                          [DEATHS] = flows->deaths,
                                          [ARRIVALS] = flows->arrivals,
                                          [DEPARTURES] = flows->departures,
                                          [FLOORED] = flows->floored };
    static const char *const names[COMPONENTS] = { "births", "deaths", "arrivals", "departures", "floored" };
    const double scale = random_block_total(block, year, lane) + flows->births;

    for (size_t component = 0; component < COMPONENTS; component++) {
        const double booked = random_block_booked(block, year, (enum component)component, lane);

        assert_same(booked, expected[component], scale, names[component], seed, year, lane);
    }
}

static void compare_lane(const struct random_block *block, size_t lane, unsigned long seed)
{
    double men[101];
    double women[101];
    double *const people[SEXES] = { [MALE] = men, [FEMALE] = women };
    struct leslie_rooms rooms;

    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = 0; age < block->of.ages; age++) {
            people[sex][age] = block->start[(sex * block->of.ages + age) * LANES + lane];
        }
    }
    for (size_t year = 0; year < block->of.years; year++) {
        const struct leslie plain = leslie_of(block, year, lane, &rooms);
        const struct leslie_flows flows = leslie_step(&plain, people);

        compare_flows(block, &flows, year, lane, seed);
        for (size_t sex = 0; sex < SEXES; sex++) {
            for (size_t age = 0; age < block->of.ages; age++) {
                assert_same(random_block_people(block, year + 1, sex, age, lane), people[sex][age], 1, "people", seed,
                            year, lane);
            }
        }
    }
}

Test(projection, random_blocks_are_those_of_leslie_matrices)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, false);

        random_block_run(&block);
        for (size_t lane = 0; lane < block.lanes; lane++) {
            compare_lane(&block, lane, seed);
        }
        random_block_free(&block);
    }
}

/* What must hold in every block. */

Test(projection, people_are_conserved)
{
    size_t floored = 0;

    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, false);

        random_block_run(&block);
        for (size_t i = 0; i < block.of.years * LANES; i++) {
            const size_t year = i / LANES;
            const size_t lane = i % LANES;
            const double expected =
                random_block_total(&block, year, lane) + random_block_booked(&block, year, BIRTHS, lane) -
                random_block_booked(&block, year, DEATHS, lane) + random_block_booked(&block, year, ARRIVALS, lane) -
                random_block_booked(&block, year, DEPARTURES, lane) + random_block_booked(&block, year, FLOORED, lane);

            assert_same(random_block_total(&block, year + 1, lane), expected, random_block_total(&block, year, lane),
                        "total", seed, year, lane);
            floored += random_block_booked(&block, year, FLOORED, lane) > 0;
        }
        random_block_free(&block);
    }
    cr_assert(floored > ROUNDS, "floors acted only %zu times, so that this tells nothing of them", floored);
}

Test(projection, nobody_is_below_zero_and_floors_only_add)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, false);

        random_block_run(&block);
        for (size_t i = 0; i < (block.of.years + 1) * random_block_state(&block); i++) {
            cr_assert(block.population[i] >= 0, "seed %lu: population[%zu] is %g", seed, i, block.population[i]);
        }
        for (size_t i = 0; i < block.of.years * LANES; i++) {
            cr_assert(random_block_booked(&block, i / LANES, FLOORED, i % LANES) >= 0, "seed %lu", seed);
        }
        random_block_free(&block);
    }
}

/* Also where rates are not zero: a lane without people and migrants is all zeros, to the last bit. */
Test(projection, empty_lanes_stay_empty)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, false);
        const double nobody = 0;

        random_block_run(&block);
        for (size_t i = 0; i < (block.of.years + 1) * random_block_state(&block); i++) {
            cr_assert(i % LANES < block.lanes || memcmp(&block.population[i], &nobody, sizeof nobody) == 0, "seed %lu",
                      seed);
        }
        for (size_t i = 0; i < block.of.years * COMPONENTS * LANES; i++) {
            cr_assert(i % LANES < block.lanes || block.components[i] == 0, "seed %lu", seed);
        }
        random_block_free(&block);
    }
}

static void assert_lane_bits(const struct random_block *a, const struct random_block *b, size_t lane,
                             unsigned long seed)
{
    for (size_t i = lane; i < (a->of.years + 1) * random_block_state(a); i += LANES) {
        cr_assert(memcmp(&a->population[i], &b->population[i], sizeof(double)) == 0, "seed %lu lane %zu: %.17g, %.17g",
                  seed, lane, a->population[i], b->population[i]);
    }
    for (size_t i = lane; i < a->of.years * COMPONENTS * LANES; i += LANES) {
        cr_assert(memcmp(&a->components[i], &b->components[i], sizeof(double)) == 0, "seed %lu lane %zu", seed, lane);
    }
}

Test(projection, a_lane_has_the_same_bits_whatever_stands_beside_it)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, false);
        struct random_block other = random_block_copy(&block);
        const size_t lane = seed % block.lanes;

        random_block_scramble(&other, lane, seed);
        random_block_run(&block);
        random_block_run(&other);
        assert_lane_bits(&block, &other, lane, seed);
        random_block_free(&other);
        random_block_free(&block);
    }
}

Test(projection, shared_rates_give_the_bits_of_the_same_rates_by_lane)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, false);
        struct random_block wide = random_block_copy(&block);

        for (size_t table = 0; table < BLOCK_TABLES; table++) {
            random_block_by_lane(&wide, (enum block_table)table);
        }
        random_block_run(&block);
        random_block_run(&wide);
        for (size_t lane = 0; lane < LANES; lane++) {
            assert_lane_bits(&block, &wide, lane, seed);
        }
        random_block_free(&wide);
        random_block_free(&block);
    }
}

Test(projection, a_closed_population_without_births_never_grows)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, true);

        for (size_t i = 0; i < block.of.years * LANES; i++) {
            block.factors[FERTILITY_FACTOR][i] = 0;
        }
        random_block_run(&block);
        for (size_t i = 0; i < block.of.years * LANES; i++) {
            const size_t year = i / LANES;
            const double before = random_block_total(&block, year, i % LANES);

            cr_assert(random_block_total(&block, year + 1, i % LANES) <= before * (1 + 1e-14), "seed %lu", seed);
            cr_assert(random_block_booked(&block, year, BIRTHS, i % LANES) == 0, "seed %lu", seed);
            cr_assert(random_block_booked(&block, year, FLOORED, i % LANES) == 0, "seed %lu", seed);
        }
        random_block_free(&block);
    }
}

/* Tables that are not there are zero: the same bits as tables full of zeros. */
Test(projection, a_closed_population_needs_no_migration_tables)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block block = random_block(seed, true);
        struct random_block bare = random_block_copy(&block);

        bare.of.persons.values = NULL;
        bare.of.schedule.values = NULL;
        random_block_run(&block);
        random_block_run(&bare);
        for (size_t lane = 0; lane < LANES; lane++) {
            assert_lane_bits(&block, &bare, lane, seed);
        }
        random_block_free(&bare);
        random_block_free(&block);
    }
}

static void assert_carried_bits(const struct random_block *all, const struct random_block *part, unsigned long seed)
{
    for (size_t i = 0; i < (all->of.years + 1) * SEXES * all->of.ages; i++) {
        const size_t sex = i / all->of.ages % SEXES;
        const size_t age = i % all->of.ages;
        const double *expected = age < part->of.carried[sex] ? &all->population[i * LANES] : zeros;

        cr_assert(memcmp(&part->population[i * LANES], expected, LANES * sizeof *expected) == 0,
                  "seed %lu, sex %zu, age %zu", seed, sex, age);
    }
    for (size_t year = 0; year < all->of.years; year++) {
        cr_assert(memcmp(&part->components[(year * COMPONENTS + BIRTHS) * LANES],
                         &all->components[(year * COMPONENTS + BIRTHS) * LANES], LANES * sizeof(double)) == 0,
                  "seed %lu: births of year %zu", seed, year);
    }
}

/* Leaving out the old changes nothing for the young. */
Test(projection, ages_carried_have_the_bits_of_the_run_with_all_ages)
{
    for (unsigned long seed = 0; seed < ROUNDS; seed++) {
        struct random_block all = random_block(seed, false);
        struct random_block part = random_block_copy(&all);
        const size_t fewest = all.of.last_fertile + 1;

        part.of.carried[FEMALE] = seed % 2 == 0 ? fewest : fewest + seed % (all.of.ages - fewest + 1);
        part.of.carried[MALE] = 1 + seed % all.of.ages;
        random_block_run(&all);
        random_block_run(&part);
        assert_carried_bits(&all, &part, seed);
        random_block_free(&part);
        random_block_free(&all);
    }
}
