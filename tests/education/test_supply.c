#include "model_fixture.h"
#include "supply.h"
#include "support.h"

#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

enum { TOWNS = 3, CELLS = TOWNS * FIXTURE_LEVELS, LAST = 2030 };

struct seats {
    double nominal[CELLS];
    double seats[CELLS];
    double assumed[CELLS];
};

static struct seats seats_in(const struct fixture *district, int year)
{
    struct seats seats;
    struct supply supply = { .seats_nominal = seats.nominal, .seats = seats.seats, .assumed = seats.assumed };

    memset(&seats, 0xff, sizeof seats); /* whatever stood there before */
    supply_state(&district->inputs, district->values, year, &supply);
    return seats;
}

/* Seats of a town and level beyond those of the base year. */
static double added(const struct fixture *district, int year, size_t town, size_t level)
{
    const size_t cell = town * FIXTURE_LEVELS + level;

    return seats_in(district, year).seats[cell] - district->base_seats[cell];
}

static double added_nominal(const struct fixture *district, int year, size_t town, size_t level)
{
    const size_t cell = town * FIXTURE_LEVELS + level;

    return seats_in(district, year).nominal[cell] - district->base_seats[cell];
}

/* Leaves only one project's seats. */
static void only(struct fixture *district, size_t project)
{
    for (size_t row = 0; row < district->inputs.model.project_seats_count; row++) {
        if (district->seats[row].project != project) {
            district->seats[row].seats = 0;
            district->seats[row].replaced_seats = 0;
        }
    }
}

Test(supply, base_year_has_the_base_seats_alone)
{
    struct fixture district = fixture_make(TOWNS, LAST);
    const struct seats base = seats_in(&district, 2020);

    assert_close(base.seats, district.base_seats, CELLS, 0, "seats");
    assert_close(base.nominal, district.base_seats, CELLS, 0, "seats_nominal");
    for (size_t cell = 0; cell < CELLS; cell++) {
        assert_near(base.assumed[cell], cell < FIXTURE_LEVELS ? 0 : district.base_seats[cell], 0, "assumed seats");
    }
    fixture_free(&district);
}

/* Primary of town 0: the new school 240 in 2022 over two grades, the extension 120 in 2021 at once. */
Test(supply, new_schools_fill_grade_by_grade_and_extensions_at_once)
{
    static const double primary[] = { 0, 120, 240, 360, 360 };
    static const double nominal[] = { 0, 120, 360, 360, 360 };
    static const double middle[] = { 0, 0, 100, 200, 300 };
    struct fixture district = fixture_make(TOWNS, LAST);

    for (int year = 2020; year <= 2024; year++) {
        assert_near(added(&district, year, 0, FIXTURE_PRIMARY), primary[year - 2020], 0, "primary");
        assert_near(added_nominal(&district, year, 0, FIXTURE_PRIMARY), nominal[year - 2020], 0, "primary, nominal");
        assert_near(added(&district, year, 0, FIXTURE_MIDDLE), middle[year - 2020], 0, "middle");
    }
    fixture_free(&district);
}

Test(supply, received_schools_fill_grade_by_grade_but_not_at_levels_that_open_in_full)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_RECEIVED);
    assert_near(added(&district, 2022, 1, FIXTURE_NURSERY), 0, 0, "nursery 2022");
    assert_near(added(&district, 2023, 1, FIXTURE_NURSERY), 90, 0, "nursery 2023");
    assert_near(added(&district, 2023, 1, FIXTURE_PRIMARY), 100, 0, "primary 2023");
    assert_near(added(&district, 2024, 1, FIXTURE_PRIMARY), 200, 0, "primary 2024");
    fixture_free(&district);
}

Test(supply, only_new_and_received_schools_fill)
{
    for (enum project_kind kind = KIND_NEW; kind < KIND_CLOSE; kind++) {
        struct fixture district = fixture_make(TOWNS, LAST);
        const bool fills = kind == KIND_NEW || kind == KIND_RECEIVE;

        only(&district, FIXTURE_EXPANDED);
        district.projects[FIXTURE_EXPANDED].kind = kind;
        assert_near(added(&district, 2021, 0, FIXTURE_PRIMARY), fills ? 60 : 120, 0, kind_words[kind].id);
        assert_near(added(&district, 2022, 0, FIXTURE_PRIMARY), 120, 0, kind_words[kind].id);
        fixture_free(&district);
    }
}

Test(supply, nominal_opening_has_all_seats_at_once)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    fixture_set(&district, PARAMETER_SUPPLY_OPENING, 0, OPENING_NOMINAL);
    for (int year = 2020; year <= LAST; year++) {
        const struct seats seats = seats_in(&district, year);

        assert_close(seats.seats, seats.nominal, CELLS, 0, "seats");
    }
    assert_near(added(&district, 2022, 0, FIXTURE_MIDDLE), 300, 0, "middle");
    fixture_free(&district);
}

Test(supply, closure_takes_seats_away_for_good)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_CLOSED);
    assert_near(added(&district, 2024, 0, FIXTURE_MIDDLE), 0, 0, "before");
    assert_near(added(&district, 2025, 0, FIXTURE_MIDDLE), -50, 0, "closed");
    assert_near(added(&district, 2030, 0, FIXTURE_MIDDLE), -50, 0, "later");
    assert_near(added_nominal(&district, 2025, 0, FIXTURE_MIDDLE), -50, 0, "nominal");
    fixture_free(&district);
}

Test(supply, replaced_seats_go_when_the_new_ones_come)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_RELOCATED);
    assert_near(added(&district, 2023, 1, FIXTURE_PRIMARY), 0, 0, "before");
    assert_near(added(&district, 2024, 1, FIXTURE_PRIMARY), 60, 0, "net");
    /* A new school in place of an old one: the old one goes at once, the new one fills. */
    district.projects[FIXTURE_RELOCATED].kind = KIND_NEW;
    assert_near(added(&district, 2024, 1, FIXTURE_PRIMARY), -20, 0, "one grade of two");
    assert_near(added(&district, 2025, 1, FIXTURE_PRIMARY), 60, 0, "both grades");
    fixture_free(&district);
}

Test(supply, projects_without_a_date_wait_for_the_scenario)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_UNDATED);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_UNDATED), NEVER, 0, "usable");
    assert_near(added(&district, LAST, 1, FIXTURE_MIDDLE), 0, 0, "never");
    fixture_set(&district, PARAMETER_SUPPLY_UNDATED_COMPLETION, 0, 2023);
    assert_near(added(&district, 2022, 1, FIXTURE_MIDDLE), 0, 0, "before");
    assert_near(added(&district, 2023, 1, FIXTURE_MIDDLE), 30, 0, "one grade of three");
    assert_near(added(&district, 2025, 1, FIXTURE_MIDDLE), 90, 0, "all");
    /* A builder's delay is of dated projects; the project's own acts on the year that the scenario says. */
    fixture_set(&district, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_DEVELOPER, 3);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_UNDATED), 2023, 0, "usable");
    fixture_set(&district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, FIXTURE_UNDATED, 2);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_UNDATED), 2025, 0, "usable");
    fixture_free(&district);
}

/* A delay of a project that never comes does not bring it within any horizon. */
Test(supply, never_is_not_delayed)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    fixture_set(&district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, FIXTURE_UNDATED, -5);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_UNDATED), NEVER, 0, "undated");
    fixture_set(&district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, FIXTURE_NEW, -5);
    fixture_set(&district, PARAMETER_SUPPLY_CANCELLED, FIXTURE_NEW, 1);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_NEW), NEVER, 0, "cancelled");
    fixture_free(&district);
}

Test(supply, delays_go_by_builder_and_by_project)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    fixture_set(&district, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_GOVERNMENT, 1);
    fixture_set(&district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, FIXTURE_NEW, 2);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_NEW), 2025, 0, "both");
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_CLOSED), 2026, 0, "builder's alone");
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_RECEIVED), 2023, 0, "another builder");
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_EXPANDED), 2021, 0, "another builder");
    /* The first year that a delay can move: the one after the base year. */
    fixture_set(&district, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_TOWN, 1);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_EXPANDED), 2022, 0, "a year late");
    fixture_free(&district);
}

Test(supply, cancelled_project_brings_nothing)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_NEW);
    fixture_set(&district, PARAMETER_SUPPLY_CANCELLED, FIXTURE_NEW, 1);
    const struct seats seats = seats_in(&district, LAST);

    assert_close(seats.seats, district.base_seats, CELLS, 0, "seats");
    assert_close(seats.nominal, district.base_seats, CELLS, 0, "seats_nominal");
    fixture_free(&district);
}

/* Its seats are among the base year's already, and no delay takes them out or brings them again. */
Test(supply, project_of_the_base_year_brings_nothing_whatever_its_delay)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_OLD);
    for (int delay = -5; delay <= 5; delay++) {
        fixture_set(&district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, FIXTURE_OLD, delay);
        for (int year = 2020; year <= LAST; year++) {
            assert_near(added(&district, year, 0, FIXTURE_PRIMARY), 0, 0, "primary");
        }
    }
    fixture_free(&district);
}

/* Nothing can stand beside the base seats in the base year itself, however early a project is. */
Test(supply, project_that_is_early_comes_after_the_base_year)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_NEW);
    fixture_set(&district, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_GOVERNMENT, -1);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_NEW), 2021, 0, "a year early");
    fixture_set(&district, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_GOVERNMENT, -4);
    assert_near(supply_usable_year(&district.inputs, district.values, FIXTURE_NEW), 2021, 0, "four years early");
    assert_near(added(&district, 2021, 0, FIXTURE_MIDDLE), 100, 0, "middle");
    assert_near(added(&district, 2020, 0, FIXTURE_MIDDLE), 0, 0, "middle in the base year");
    fixture_free(&district);
}

Test(supply, backlog_goes_to_the_towns_by_their_seats)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    fixture_set(&district, PARAMETER_SUPPLY_BACKLOG, FIXTURE_PRIMARY, -90);
    const struct seats base = seats_in(&district, 2020);
    double primary = 0;

    for (size_t town = 0; town < TOWNS; town++) {
        primary += district.base_seats[town * FIXTURE_LEVELS + FIXTURE_PRIMARY];
    }
    for (size_t cell = 0; cell < CELLS; cell++) {
        const double seats = district.base_seats[cell];
        const bool of_level = cell % FIXTURE_LEVELS == FIXTURE_PRIMARY;

        assert_near(base.seats[cell], of_level ? seats * (1 - 90 / primary) : seats, 1e-9, "seats");
        assert_near(base.nominal[cell], base.seats[cell], 0, "seats_nominal");
        assert_near(base.assumed[cell], cell < FIXTURE_LEVELS ? 0 : base.seats[cell], 0, "assumed seats");
    }
    fixture_free(&district);
}

Test(supply, backlog_goes_by_residents_where_no_town_has_seats)
{
    struct fixture district = fixture_make(TOWNS, LAST);
    const double residents[TOWNS] = { 300, 100, 0 };

    for (size_t town = 0; town < TOWNS; town++) {
        district.base_seats[town * FIXTURE_LEVELS + FIXTURE_MIDDLE] = 0;
        district.towns[town].population = residents[town];
    }
    fixture_set(&district, PARAMETER_SUPPLY_BACKLOG, FIXTURE_MIDDLE, 60);
    const struct seats base = seats_in(&district, 2020);

    for (size_t town = 0; town < TOWNS; town++) {
        assert_near(base.seats[town * FIXTURE_LEVELS + FIXTURE_MIDDLE], 60 * residents[town] / 400, 1e-12, "seats");
    }
    fixture_free(&district);
}

/* Seats that a relocation or closure takes away are assumed ones in the part that was: never more than all seats. */
Test(supply, assumed_part_shrinks_with_the_seats_that_are_taken)
{
    struct fixture district = fixture_make(TOWNS, LAST);
    const size_t cell = FIXTURE_MIDDLE; /* of town 0, where 50 seats close in 2025 */

    only(&district, FIXTURE_CLOSED);
    district.seats_status[cell] = ASSUMED;
    const struct seats seats = seats_in(&district, 2025);

    cr_assert(seats.seats[cell] < district.base_seats[cell]);
    assert_near(seats.assumed[cell], seats.seats[cell], 1e-9, "assumed seats");
    district.base_seats[cell] = 20;
    assert_near(seats_in(&district, 2025).assumed[cell], 0, 0, "assumed seats where more is closed than there is");
    fixture_free(&district);
}

/* 50 / 45 in primary, 55 / 50 in middle, of base, backlog and projects alike; nurseries have the same sizes. */
Test(supply, raised_class_size_adds_seats_in_proportion)
{
    static const double factor[FIXTURE_LEVELS] = { 1, 100. / 90, 165. / 150 };
    struct fixture district = fixture_make(TOWNS, LAST);

    fixture_set(&district, PARAMETER_SUPPLY_BACKLOG, FIXTURE_PRIMARY, 45);
    const struct seats plain = seats_in(&district, 2026);

    fixture_set(&district, PARAMETER_NORMS_MIGRANT_SHARE, 0, 0.31);
    const struct seats raised_alone = seats_in(&district, 2026);

    fixture_set(&district, PARAMETER_NORMS_RAISED_CLASS_SIZE_ADDS_SEATS, 0, 1);
    const struct seats grown = seats_in(&district, 2026);

    assert_close(raised_alone.seats, plain.seats, CELLS, 0, "seats without the switch");
    for (size_t cell = 0; cell < CELLS; cell++) {
        const double by = cell < FIXTURE_LEVELS ? factor[cell] : 1;

        assert_near(grown.seats[cell], plain.seats[cell] * by, 1e-9, "seats");
        assert_near(grown.nominal[cell], plain.nominal[cell] * by, 1e-9, "seats_nominal");
        assert_near(grown.assumed[cell], plain.assumed[cell] * by, 1e-9, "assumed seats");
    }
    fixture_free(&district);
}

Test(supply, assumed_seats_are_those_of_assumed_rows)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    district.seats_status[1 * FIXTURE_LEVELS + FIXTURE_PRIMARY] = MEASURED;
    const struct seats seats = seats_in(&district, 2024);

    /* Town 1, primary: the base is measured, the received school's town is assumed, the relocation's is not, nor what
       it replaces. */
    assert_near(seats.assumed[FIXTURE_LEVELS + FIXTURE_PRIMARY], 200, 0, "town 1, primary");
    assert_near(seats.assumed[FIXTURE_LEVELS + FIXTURE_NURSERY], seats.seats[FIXTURE_LEVELS + FIXTURE_NURSERY], 0,
                "town 1, nursery");
    assert_near(seats.assumed[FIXTURE_PRIMARY], 0, 0, "town 0, primary");
    fixture_free(&district);
}

Test(supply, model_without_projects_keeps_its_base_seats)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    district.inputs.model.project_count = 0;
    district.inputs.model.projects = NULL;
    district.inputs.model.project_seats_count = 0;
    district.inputs.model.project_seats = NULL;
    fixture_settle(&district, LAST);
    assert_close(seats_in(&district, LAST).seats, district.base_seats, CELLS, 0, "seats");
    fixture_free(&district);
}

/* Projects of random kind (but closures, and nothing replaced), date, builder and place. */
static struct fixture random_district(unsigned long long *seed)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    for (size_t project = 0; project < FIXTURE_PROJECTS; project++) {
        struct project *of = &district.projects[project];

        of->kind = (enum project_kind)(fixture_random(seed) * KIND_CLOSE);
        of->builder = (enum builder)(fixture_random(seed) * BUILDERS);
        of->town = (size_t)(fixture_random(seed) * TOWNS);
        of->completion = fixture_random(seed) < 0.2 ? NO_YEAR : 2018 + (int)(fixture_random(seed) * 9);
    }
    for (size_t row = 0; row < district.inputs.model.project_seats_count; row++) {
        district.seats[row].level = (size_t)(fixture_random(seed) * FIXTURE_LEVELS);
        district.seats[row].seats = floor(1000 * fixture_random(seed));
        district.seats[row].replaced_seats = 0;
    }
    fixture_set(&district, PARAMETER_SUPPLY_UNDATED_COMPLETION, 0, 2018 + floor(9 * fixture_random(seed)));
    fixture_set(&district, PARAMETER_SUPPLY_OPENING, 0, floor(OPENINGS * fixture_random(seed)));
    return district;
}

static void draw_delays(struct fixture *district, unsigned long long *seed)
{
    for (size_t builder = 0; builder < BUILDERS; builder++) {
        fixture_set(district, PARAMETER_SUPPLY_DELAY_YEARS, builder, floor(8 * fixture_random(seed)) - 4);
    }
    for (size_t project = 0; project < FIXTURE_PROJECTS; project++) {
        fixture_set(district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, project, floor(4 * fixture_random(seed)) - 2);
    }
}

/* Another year of any delay, from whatever delays: no town and level has a seat more in any year. */
Test(supply, delays_never_bring_seats_earlier)
{
    unsigned long long seed = 2021;

    for (size_t trial = 0; trial < 400; trial++) {
        struct fixture district = random_district(&seed);

        draw_delays(&district, &seed);
        struct seats before[LAST - 2020 + 1];
        for (int year = 2020; year <= LAST; year++) {
            before[year - 2020] = seats_in(&district, year);
        }
        const size_t builder = (size_t)(fixture_random(&seed) * BUILDERS);
        const size_t project = (size_t)(fixture_random(&seed) * FIXTURE_PROJECTS);
        double *late =
            &district
                 .values[parameter_index(&district.inputs.scenario.layout, PARAMETER_SUPPLY_DELAY_YEARS, builder, 0)];
        double *own = &district.values[parameter_index(&district.inputs.scenario.layout,
                                                       PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, project, 0)];
        *late += trial % 2 == 0 ? 1 : 0;
        *own += trial % 2 == 0 ? 0 : 1;

        for (int year = 2020; year <= LAST; year++) {
            const struct seats after = seats_in(&district, year);

            for (size_t cell = 0; cell < CELLS; cell++) {
                cr_assert_leq(after.seats[cell], before[year - 2020].seats[cell], "trial %zu, %d, cell %zu", trial,
                              year, cell);
                cr_assert_leq(after.nominal[cell], before[year - 2020].nominal[cell], "trial %zu, %d, cell %zu", trial,
                              year, cell);
            }
        }
        fixture_free(&district);
    }
}

/* Without closures and replacements seats only grow, fill up to the nominal ones, and all are there in the end. */
Test(supply, seats_grow_towards_the_nominal_ones)
{
    unsigned long long seed = 7;

    for (size_t trial = 0; trial < 400; trial++) {
        struct fixture district = random_district(&seed);

        draw_delays(&district, &seed);
        struct seats last = seats_in(&district, 2020);
        for (int year = 2021; year <= LAST; year++) {
            const struct seats seats = seats_in(&district, year);

            for (size_t cell = 0; cell < CELLS; cell++) {
                cr_assert_geq(seats.seats[cell], last.seats[cell], "trial %zu, %d, cell %zu", trial, year, cell);
                cr_assert_leq(seats.seats[cell], seats.nominal[cell] + 1e-9, "trial %zu, %d, cell %zu", trial, year,
                              cell);
            }
            last = seats;
        }
        fixture_free(&district);
    }
}

/* Some rows close or replace, some delays are not whole years, one builder never builds. */
static void draw_changes(struct fixture *district, unsigned long long *seed)
{
    for (size_t project = 0; project < FIXTURE_PROJECTS; project++) {
        if (fixture_random(seed) < 0.2) {
            district->projects[project].kind = KIND_CLOSE;
        }
        fixture_set(district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, project, 4 * fixture_random(seed) - 2);
        fixture_set(district, PARAMETER_SUPPLY_CANCELLED, project, fixture_random(seed) < 0.1);
        fixture_set(district, PARAMETER_SUPPLY_PROJECT_TOWN, project, floor(TOWNS * fixture_random(seed)));
    }
    for (size_t row = 0; row < district->inputs.model.project_seats_count; row++) {
        district->seats[row].replaced_seats = floor(200 * fixture_random(seed)) * (fixture_random(seed) < 0.3);
    }
    fixture_set(district, PARAMETER_NORMS_RAISED_CLASS_SIZE_ADDS_SEATS, 0, 1);
    fixture_set(district, PARAMETER_SUPPLY_BACKLOG, FIXTURE_PRIMARY, 1000 * fixture_random(seed));
}

/* Row by row through the years, as draws have it, or year by year through the rows: the same bits. */
Test(supply, seats_of_years_are_those_of_each_year)
{
    unsigned long long seed = 11;

    for (size_t trial = 0; trial < 400; trial++) {
        struct fixture district = random_district(&seed);
        const struct inputs *inputs = &district.inputs;
        enum { LANES_APART = 3, YEARS = LAST - 2020 + 1 };
        static double seats[YEARS * CELLS * LANES_APART];
        struct supply_row rows[64];
        struct seats base;

        draw_changes(&district, &seed);
        cr_assert_leq(inputs->model.project_seats_count, sizeof rows / sizeof *rows);
        cr_assert_eq(inputs->scenario.layout.years, YEARS);
        for (size_t row = 0; row < inputs->model.project_seats_count; row++) {
            rows[row] = supply_row_of(inputs, district.values, row);
        }
        supply_base(inputs, district.values, &(struct supply) { base.nominal, base.seats, base.assumed });
        supply_seats_of_years(inputs, district.values, base.seats, rows, LANES_APART, &seats[1]);
        for (int year = 2020; year <= LAST; year++) {
            const struct seats expected = seats_in(&district, year);

            for (size_t cell = 0; cell < CELLS; cell++) {
                const double found = seats[((size_t)(year - 2020) * CELLS + cell) * LANES_APART + 1];

                cr_assert_eq(found, expected.seats[cell], "trial %zu, %d, cell %zu: %.17g, not %.17g", trial, year,
                             cell, found, expected.seats[cell]);
            }
        }
        fixture_free(&district);
    }
}

/* An estate of town 1 with whose homes the received school is handed over. */
static void tie_to_estate(struct fixture *district, size_t project)
{
    struct model *model = &district->inputs.model;
    struct estate *estate = pool_array(&model->pool, 1, sizeof *estate);

    *estate = (struct estate) { .town = 1,
                                .units = 100,
                                .handover = district->projects[project].completion,
                                .years_to_fill = 1,
                                .persons = fixture_array(district, SEXES * FIXTURE_AGES) };
    model->estates = estate;
    model->estate_count = 1;
    district->projects[project].estate = estate;
    fixture_settle(district, LAST);
}

static double usable(const struct fixture *district, size_t project)
{
    return supply_usable_year(&district->inputs, district->values, project);
}

Test(supply, a_school_comes_with_its_estate)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    tie_to_estate(&district, FIXTURE_RECEIVED);
    assert_near(usable(&district, FIXTURE_RECEIVED), 2023, 0, "as planned");
    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, 0, 2);
    assert_near(usable(&district, FIXTURE_RECEIVED), 2025, 0, "late with its estate");
    assert_near(usable(&district, FIXTURE_NEW), 2022, 0, "a school of no estate");
    fixture_set(&district, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_DEVELOPER, 1);
    fixture_set(&district, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, FIXTURE_RECEIVED, 3);
    assert_near(usable(&district, FIXTURE_RECEIVED), 2029, 0, "all delays add up");
    fixture_free(&district);
}

Test(supply, an_estate_takes_its_school_with_it)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    tie_to_estate(&district, FIXTURE_RECEIVED);
    fixture_set(&district, PARAMETER_HOUSING_CANCELLED, 0, 1);
    assert_near(usable(&district, FIXTURE_RECEIVED), NEVER, 0, "given up");
    assert_near(usable(&district, FIXTURE_NEW), 2022, 0, "a school of no estate");
    fixture_set(&district, PARAMETER_HOUSING_CANCELLED, 0, 0);
    fixture_set(&district, PARAMETER_SUPPLY_CANCELLED, FIXTURE_RECEIVED, 1);
    assert_near(usable(&district, FIXTURE_RECEIVED), NEVER, 0, "given up alone");
    fixture_free(&district);
}

/* What is complete by the base year is in its seats, whatever becomes of the homes. */
Test(supply, a_school_of_the_base_year_stays_there)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    tie_to_estate(&district, FIXTURE_OLD);
    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, 0, 3);
    assert_near(usable(&district, FIXTURE_OLD), FIXTURE_BASE_YEAR, 0, "base year");
    fixture_free(&district);
}

/* A project that stands elsewhere brings its seats there, and they count as assumed. */
Test(supply, a_project_in_another_town)
{
    struct fixture district = fixture_make(TOWNS, LAST);

    only(&district, FIXTURE_EXPANDED);
    cr_assert_eq(supply_town(&district.inputs, district.values, FIXTURE_EXPANDED), (size_t)0);
    cr_assert_eq(supply_town_status(&district.inputs, district.values, FIXTURE_EXPANDED), DERIVED);
    fixture_set(&district, PARAMETER_SUPPLY_PROJECT_TOWN, FIXTURE_EXPANDED, 2);
    cr_expect_eq(supply_town_status(&district.inputs, district.values, FIXTURE_EXPANDED), ASSUMED);
    cr_expect_eq(added(&district, 2021, 0, FIXTURE_PRIMARY), 0);
    cr_expect_eq(added(&district, 2021, 2, FIXTURE_PRIMARY), 120);
    fixture_free(&district);
}
