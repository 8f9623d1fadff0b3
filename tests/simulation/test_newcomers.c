/* What new housing does to whole runs. How newcomers meet every form of migration is in test_town_block.c. */
#include "newcomers.h"

#include "housing.h"
#include "model_fixture.h"
#include "run.h"
#include "support.h"

#include <string.h>

#include <criterion/criterion.h>

enum { TOWNS = 3, LAST = 2028, AGES = FIXTURE_AGES, CELLS = SEXES * AGES, TOTALS_FIRST = 2015, TOTALS_YEARS = 20 };

static const double household = 2.75;

/* An estate of 90 dwellings in town 1 that fills from 2021 to 2023, with children of 4 and adults of 33 and 35. */
static void add_estate(struct fixture *district, enum housing_place place)
{
    struct model *model = &district->inputs.model;
    struct estate *estate = pool_array(&model->pool, 1, sizeof *estate);
    double *persons = fixture_array(district, CELLS);

    persons[MALE * AGES + 4] = 0.5;
    persons[FEMALE * AGES + 4] = 0.25;
    persons[MALE * AGES + 35] = 1;
    persons[FEMALE * AGES + 33] = 1;
    *estate = (struct estate) { .name = { "estate", { "小区", "Estate" } },
                                .town = 1,
                                .units = 90,
                                .handover = 2021,
                                .years_to_fill = 3,
                                .persons = persons };
    model->estates = estate;
    model->estate_count = 1;
    model->migration.housing = place;
    fixture_settle(district, LAST);
}

/* Nobody dies, nobody is born: who comes is all that changes. */
static void stop_vital_events(struct fixture *district)
{
    for (size_t cell = 0; cell < CELLS; cell++) {
        district->mortality[cell] = 1;
    }
    district->inputs.model.mortality_is_sx = true;
    fixture_set(district, PARAMETER_FERTILITY_MULTIPLIER, 0, 0);
}

/* Net migrants a year, by town or of the district, without ages. */
static void set_totals(struct fixture *district, bool by_town)
{
    struct model *model = &district->inputs.model;
    double *totals = fixture_array(district, TOWNS * TOTALS_YEARS);

    for (size_t town = 0; town < TOWNS; town++) {
        for (size_t year = 0; year < TOTALS_YEARS; year++) {
            totals[town * TOTALS_YEARS + year] = 60 + 25 * (double)town - (double)year;
        }
    }
    model->migration.form = MIGRATION_NET;
    model->migration.persons = (struct rates) { .values = totals,
                                                .town_stride = by_town ? TOTALS_YEARS : 0,
                                                .year_stride = 1,
                                                .first_year = TOTALS_FIRST,
                                                .last_year = TOTALS_FIRST + TOTALS_YEARS - 1 };
}

static double residents(const struct fixture_run *of, size_t state, size_t town)
{
    return fixture_sum(&of->result.population[(state * TOWNS + town) * CELLS], CELLS);
}

static double net(const struct fixture_run *of, size_t year, size_t town)
{
    const double *components = &of->result.components[(year * TOWNS + town) * COMPONENTS];

    return components[ARRIVALS] - components[DEPARTURES];
}

/* The whole oracle of a town in which only the estate's families move: everybody a year older, and the new ones. */
Test(newcomers, on_top_by_hand)
{
    for (enum migration_rule rule = 0; rule < MIGRATION_RULES; rule++) {
        struct fixture district = fixture_make(TOWNS, LAST);

        add_estate(&district, HOUSING_ON_TOP);
        stop_vital_events(&district);
        district.inputs.model.migration.rule = rule;
        struct fixture_run of = fixture_run(&district);
        double people[CELLS];

        memcpy(people, &of.result.population[CELLS], sizeof people);
        for (size_t state = 1; state < of.result.states; state++) {
            const int year = FIXTURE_BASE_YEAR + (int)state - 1;
            const double moving = year >= 2021 && year <= 2023 ? 30 : 0;
            /* Rule even: one half come at the year's start, and are a year older at its end. */
            const double early = rule == MIGRATION_EVEN ? 0.5 : 0;

            for (size_t sex = 0; sex < SEXES; sex++) {
                double *of_sex = &people[sex * AGES];

                of_sex[AGES - 1] += of_sex[AGES - 2];
                memmove(&of_sex[1], of_sex, (AGES - 2) * sizeof *of_sex);
                of_sex[0] = 0;
            }
            const double families[][3] = { { MALE, 4, 0.5 }, { FEMALE, 4, 0.25 }, { MALE, 35, 1 }, { FEMALE, 33, 1 } };

            for (size_t i = 0; i < 4; i++) {
                const size_t cell = (size_t)families[i][0] * AGES + (size_t)families[i][1];

                people[cell] += (1 - early) * moving * families[i][2];
                people[cell + 1] += early * moving * families[i][2];
            }
            assert_close(&of.result.population[(state * TOWNS + 1) * CELLS], people, CELLS, 1e-9,
                         migration_rule_words[rule].id);
        }
        fixture_run_free(&of);
        fixture_free(&district);
    }
}

Test(newcomers, on_top_adds_exactly_units_times_household)
{
    struct fixture without = fixture_make(TOWNS, LAST);
    struct fixture with = fixture_make(TOWNS, LAST);

    set_totals(&without, true);
    set_totals(&with, true);
    add_estate(&with, HOUSING_ON_TOP);
    stop_vital_events(&without);
    stop_vital_events(&with);
    struct fixture_run a = fixture_run(&without);
    struct fixture_run b = fixture_run(&with);
    const size_t last = a.result.states - 1;

    assert_near(residents(&b, last, 1) - residents(&a, last, 1), 90 * household, 1e-9, "the estate's town");
    assert_near(residents(&b, last, 0), residents(&a, last, 0), 0, "another town");
    /* Keys of the school year 2021: the state of 2021 knows nothing of it, that of 2022 has the first third. */
    assert_near(residents(&b, 1, 1), residents(&a, 1, 1), 0, "state 2021");
    assert_near(residents(&b, 2, 1) - residents(&a, 2, 1), 30 * household, 1e-9, "state 2022");
    fixture_run_free(&a);
    fixture_run_free(&b);
    fixture_free(&without);
    fixture_free(&with);
}

Test(newcomers, inside_keeps_the_net_total_of_each_town)
{
    for (int by_town = 0; by_town < 2; by_town++) {
        struct fixture without = fixture_make(TOWNS, LAST);
        struct fixture with = fixture_make(TOWNS, LAST);

        set_totals(&without, by_town != 0);
        set_totals(&with, by_town != 0);
        add_estate(&with, HOUSING_INSIDE);
        struct fixture_run a = fixture_run(&without);
        struct fixture_run b = fixture_run(&with);

        for (size_t year = 0; year + 1 < a.result.states; year++) {
            for (size_t town = 0; town < TOWNS; town++) {
                assert_near(net(&b, year, town), net(&a, year, town), 1e-9, "net migrants");
            }
        }
        /* But the ages are the families': 22.5 children of 4, and fewer of the schedule's. */
        const double *before = &a.result.population[(2 * TOWNS + 1) * CELLS];
        const double *after = &b.result.population[(2 * TOWNS + 1) * CELLS];
        const double children = after[4] + after[AGES + 4] - before[4] - before[AGES + 4];

        cr_assert(children > 20 && children < 22.5, "%g children", children);
        fixture_run_free(&a);
        fixture_run_free(&b);
        fixture_free(&without);
        fixture_free(&with);
    }
}

Test(newcomers, inside_the_district_keeps_its_net_total_and_moves_people_to_the_estate)
{
    struct fixture without = fixture_make(TOWNS, LAST);
    struct fixture with = fixture_make(TOWNS, LAST);

    set_totals(&without, false);
    set_totals(&with, false);
    add_estate(&with, HOUSING_INSIDE_DISTRICT);
    struct fixture_run a = fixture_run(&without);
    struct fixture_run b = fixture_run(&with);

    for (size_t year = 0; year + 1 < a.result.states; year++) {
        double before = 0;
        double after = 0;

        for (size_t town = 0; town < TOWNS; town++) {
            before += net(&a, year, town);
            after += net(&b, year, town);
        }
        assert_near(after, before, 1e-9, "the district's net migrants");
    }
    cr_assert_gt(net(&b, 1, 1), net(&a, 1, 1));
    cr_assert_lt(net(&b, 1, 0), net(&a, 1, 0));
    fixture_run_free(&a);
    fixture_run_free(&b);
    fixture_free(&without);
    fixture_free(&with);
}

/* The multiplier is of the town's total: it moves the others, not who moves into dwellings that are there. */
Test(newcomers, migration_multiplier_leaves_them_alone)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    set_totals(&district, true);
    add_estate(&district, HOUSING_ON_TOP);
    fixture_set(&district, PARAMETER_MIGRATION_MULTIPLIER, 0, 0);
    struct fixture_run of = fixture_run(&district);

    assert_near(net(&of, 0, 1), 0, 0, "before");
    assert_near(net(&of, 1, 1), 30 * household, 1e-9, "while it fills");
    assert_near(net(&of, 4, 1), 0, 0, "after");
    fixture_run_free(&of);
    fixture_free(&district);
}

Test(newcomers, a_delay_moves_them)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    add_estate(&district, HOUSING_ON_TOP);
    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, 0, 2);
    fixture_set_year(&district, PARAMETER_HOUSING_PERSONS_MULTIPLIER, 0, 2024, 0.5);
    struct fixture_run of = fixture_run(&district);
    static const double filled[] = { 0, 0, 0, 30, 15, 30, 0, 0 };

    for (size_t year = 0; year + 1 < of.result.states; year++) {
        assert_near(net(&of, year, 1), filled[year] * household, 1e-9, "net migrants");
    }
    fixture_run_free(&of);
    fixture_free(&district);
}

/* A district whose only estate is given up is the district without it, to the last bit. */
Test(newcomers, none_leave_every_bit_as_it_is)
{
    for (enum housing_place place = 0; place < HOUSING_PLACES; place++) {
        struct fixture without = fixture_make(TOWNS, LAST);
        struct fixture with = fixture_make(TOWNS, LAST);

        set_totals(&without, true);
        set_totals(&with, true);
        add_estate(&with, place);
        fixture_set(&with, PARAMETER_HOUSING_CANCELLED, 0, 1);
        struct fixture_run a = fixture_run(&without);
        struct fixture_run b = fixture_run(&with);
        const size_t people = a.result.states * TOWNS * CELLS;
        const size_t flows = (a.result.states - 1) * TOWNS * COMPONENTS;

        cr_assert_arr_eq(a.result.population, b.result.population, people * sizeof(double));
        cr_assert_arr_eq(a.result.components, b.result.components, flows * sizeof(double));
        fixture_run_free(&a);
        fixture_run_free(&b);
        fixture_free(&without);
        fixture_free(&with);
    }
}

/* The packed cells themselves: lanes without a town are empty, and inside a total the cells of a lane cancel out. */
Test(newcomers, lanes_of_a_block)
{
    struct fixture district = fixture_make(TOWNS, LAST);
    double schedule[CELLS];
    static double persons[CELLS * LANES];

    add_estate(&district, HOUSING_INSIDE);
    for (size_t cell = 0; cell < CELLS; cell++) {
        schedule[cell] = 1.0 / CELLS;
    }
    memset(persons, 0xff, sizeof persons);
    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, 0, -1);
    newcomers_pack(&district.inputs, district.values, schedule, 1, 2, 1, persons);
    for (size_t lane = 0; lane < LANES; lane++) {
        double sum = 0;

        for (size_t cell = 0; cell < CELLS; cell++) {
            sum += persons[cell * LANES + lane];
            cr_assert(lane == 0 || persons[cell * LANES + lane] == 0);
        }
        assert_near(sum, 0, 1e-9, "sum of a lane");
    }
    assert_near(persons[(MALE * AGES + 35) * LANES], 30 - 30 * household / CELLS, 1e-9, "men of 35");
    fixture_free(&district);
}
