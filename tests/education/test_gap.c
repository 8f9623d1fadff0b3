#include "gap.h"
#include "model_fixture.h"
#include "norms.h"
#include "support.h"

#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

enum {
    TOWNS = 5,
    AREAS = 2,
    PLACES = TOWNS + AREAS + 1,
    DISTRICT = PLACES - 1,
    GRADES = TOWNS * FIXTURE_GRADES,
    CELLS = TOWNS * FIXTURE_LEVELS,
    FIGURES = sizeof(struct gap) / sizeof(double) /* a row is doubles alone */
};

/* A state's pupils and seats that a test sets by hand, and its rows. */
struct state {
    double children[GRADES];
    double enrolled[GRADES];
    double public_pupils[GRADES];
    double nominal[CELLS];
    double seats[CELLS];
    double assumed[CELLS];
    struct gap rows[PLACES * FIXTURE_LEVELS];
};

static struct state state_of(double pupils_a_grade, double seats)
{
    struct state state;

    for (size_t cell = 0; cell < GRADES; cell++) {
        state.children[cell] = 2 * pupils_a_grade + 1;
        state.enrolled[cell] = 2 * pupils_a_grade;
        state.public_pupils[cell] = pupils_a_grade;
    }
    for (size_t cell = 0; cell < CELLS; cell++) {
        state.nominal[cell] = seats + 10;
        state.seats[cell] = seats;
        state.assumed[cell] = seats / 4;
    }
    return state;
}

static void compare(const struct fixture *district, struct state *state)
{
    const struct enrolment pupils = { .children = state->children,
                                      .enrolled = state->enrolled,
                                      .public_pupils = state->public_pupils };
    const struct supply seats = { .seats_nominal = state->nominal, .seats = state->seats, .assumed = state->assumed };

    memset(state->rows, 0xff, sizeof state->rows); /* whatever stood there before */
    gap_state(&district->inputs, district->values, &pupils, &seats, state->rows);
}

static const struct gap *row_of(const struct state *state, size_t place, size_t level)
{
    return &state->rows[place * FIXTURE_LEVELS + level];
}

/* Middle: 3 grades of 60, 100 seats: 80 short. 27 pupils a grade, rounded up by grade. */
Test(gap, town_row_by_hand)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(60, 100);

    district.towns[2].status = DERIVED;
    compare(&district, &state);
    const struct gap *row = row_of(&state, 1, FIXTURE_MIDDLE);

    assert_near(row->children, 363, 0, "children");
    assert_near(row->enrolment, 360, 0, "enrolment");
    assert_near(row->demand, 180, 0, "demand");
    assert_near(row->seats_nominal, 110, 0, "seats_nominal");
    assert_near(row->seats, 100, 0, "seats");
    assert_near(row->gap, 80, 0, "gap");
    assert_near(row->shortage, 80, 0, "shortage");
    assert_near(row->surplus, 0, 0, "surplus");
    assert_near(row->classes_needed, 6, 0, "classes_needed: 60 of 50 a class are 2 in each grade");
    assert_near(row->classes_short, 3, 0, "classes_short: 26.7 of 50 a class are 1 in each grade");
    assert_near(row->land_needed_m2, 180 * 25, 0, "land_needed_m2");
    assert_near(row->land_short_m2, 80 * 25, 0, "land_short_m2");
    assert_near(row->staff_needed, 180. / 19, 0, "staff_needed");
    assert_near(row->staff_short, 80. / 19, 0, "staff_short");
    assert_near(row->demand_assumed, 180, 0, "demand_assumed: town 1 is assumed");
    assert_near(row->seats_assumed, 25, 0, "seats_assumed");
    assert_near(row_of(&state, 0, FIXTURE_MIDDLE)->demand_assumed, 0, 0, "demand_assumed of a measured town");
    assert_near(row_of(&state, 2, FIXTURE_MIDDLE)->demand_assumed, 0, 0, "demand_assumed of a derived town");
    fixture_free(&district);
}

/* Nursery: classes of 25, 30, 35, staff by classes. 60 a grade are 3 + 2 + 2 classes; 80 short are 26.7 a grade. */
Test(gap, classes_and_staff_by_grade)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(60, 100);

    compare(&district, &state);
    const struct gap *row = row_of(&state, 0, FIXTURE_NURSERY);

    assert_near(row->classes_needed, 7, 0, "classes_needed");
    assert_near(row->classes_short, 4, 0, "classes_short");
    assert_near(row->staff_needed, 21, 0, "staff_needed");
    assert_near(row->staff_short, 12, 0, "staff_short");
    fixture_free(&district);
}

/* The shortage is spread as the demand is: a grade without pupils is short of no class. */
Test(gap, classes_short_follow_the_demand_of_the_grades)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(0, 60);

    state.public_pupils[5] = 150; /* town 0, middle: 150, 0, 10 */
    state.public_pupils[7] = 10;
    compare(&district, &state);
    const struct gap *row = row_of(&state, 0, FIXTURE_MIDDLE);

    assert_near(row->gap, 100, 0, "gap");
    assert_near(row->classes_needed, 4, 0, "classes_needed");
    assert_near(row->classes_short, 3, 0, "classes_short: 93.75 in 2, 0 in 0, 6.25 in 1");
    fixture_free(&district);
}

Test(gap, raised_class_size_needs_fewer_classes)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(55, 100);

    fixture_set(&district, PARAMETER_NORMS_MIGRANT_SHARE, 0, 0.31);
    compare(&district, &state);
    assert_near(row_of(&state, 0, FIXTURE_MIDDLE)->classes_needed, 3, 0, "raised");
    assert_near(row_of(&state, 1, FIXTURE_MIDDLE)->classes_needed, 6, 0, "plain");
    fixture_free(&district);
}

Test(gap, surplus_is_short_of_nothing)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(20, 100);

    compare(&district, &state);
    const struct gap *row = row_of(&state, 0, FIXTURE_PRIMARY);

    assert_near(row->gap, -60, 0, "gap");
    assert_near(row->surplus, 60, 0, "surplus");
    assert_near(row->shortage, 0, 0, "shortage");
    assert_near(row->classes_short + row->land_short_m2 + row->staff_short, 0, 0, "short");
    assert_near(row->classes_needed, 2, 0, "classes_needed");
    fixture_free(&district);
}

Test(gap, balance_is_neither_short_nor_idle)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(50, 100);

    compare(&district, &state);
    const struct gap *row = row_of(&state, 0, FIXTURE_PRIMARY);

    assert_near(row->gap, 0, 0, "gap");
    cr_assert(!signbit(row->shortage) && !signbit(row->surplus));
    assert_near(row->shortage + row->surplus, 0, 0, "shortage and surplus");
    fixture_free(&district);
}

Test(gap, nobody_and_no_seats_make_a_row_of_zeros)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(0, 0);

    memset(state.children, 0, sizeof state.children);
    memset(state.nominal, 0, sizeof state.nominal);
    compare(&district, &state);
    for (size_t i = 0; i < FIGURES * PLACES * FIXTURE_LEVELS; i++) {
        assert_near(((const double *)state.rows)[i], 0, 0, "figure");
    }
    fixture_free(&district);
}

/* Closures beyond what there is make seats below zero: all demand and more is short. */
Test(gap, seats_below_zero_are_short)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(50, -20);

    compare(&district, &state);
    assert_near(row_of(&state, 0, FIXTURE_PRIMARY)->shortage, 120, 0, "shortage");
    fixture_free(&district);
}

Test(gap, district_can_be_short_and_idle_at_once)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(50, 100);

    state.seats[0 * FIXTURE_LEVELS + FIXTURE_PRIMARY] = 30;  /* 70 short */
    state.seats[1 * FIXTURE_LEVELS + FIXTURE_PRIMARY] = 200; /* 100 idle, in the same area */
    state.seats[3 * FIXTURE_LEVELS + FIXTURE_PRIMARY] = 95;  /* 5 short, in the other area */
    compare(&district, &state);
    const struct gap *core = row_of(&state, TOWNS, FIXTURE_PRIMARY);
    const struct gap *outer = row_of(&state, TOWNS + 1, FIXTURE_PRIMARY);
    const struct gap *total = row_of(&state, DISTRICT, FIXTURE_PRIMARY);

    assert_near(core->gap, -30, 0, "gap of the area");
    assert_near(core->shortage, 70, 0, "shortage of the area");
    assert_near(core->surplus, 100, 0, "surplus of the area");
    assert_near(outer->shortage, 5, 0, "shortage of the other area");
    assert_near(total->gap, -25, 0, "gap");
    assert_near(total->shortage, 75, 0, "shortage");
    assert_near(total->surplus, 100, 0, "surplus");
    fixture_free(&district);
}

/* Which towns a place adds up: town 2 stands in no area, but in the district. */
static bool stands_in(size_t town, size_t place)
{
    return place == DISTRICT || (place == TOWNS && town < 2) || (place == TOWNS + 1 && (town == 3 || town == 4));
}

Test(gap, every_figure_of_an_area_and_of_the_district_adds_its_towns_up)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    struct state state = state_of(40, 100);
    unsigned long long seed = 1;

    for (size_t cell = 0; cell < GRADES; cell++) {
        state.public_pupils[cell] = 100 * fixture_random(&seed);
    }
    compare(&district, &state);
    for (size_t place = TOWNS; place < PLACES; place++) {
        for (size_t level = 0; level < FIXTURE_LEVELS; level++) {
            for (size_t figure = 0; figure < FIGURES; figure++) {
                double sum = 0;

                for (size_t town = 0; town < TOWNS; town++) {
                    sum += stands_in(town, place) ? ((const double *)row_of(&state, town, level))[figure] : 0;
                }
                assert_near(((const double *)row_of(&state, place, level))[figure], sum, 0, "figure");
            }
        }
    }
    fixture_free(&district);
}

Test(gap, places_are_towns_areas_and_the_district)
{
    struct fixture district = fixture_make(TOWNS, 2021);

    cr_assert_eq(gap_places(&district.inputs.model), (size_t)PLACES);
    district.inputs.model.area_count = 0;
    cr_assert_eq(gap_places(&district.inputs.model), (size_t)TOWNS + 1);
    fixture_free(&district);
}

/* Over random supplies: more seats anywhere widen no gap and no shortage anywhere, and leave the demand alone. */
Test(gap, more_seats_never_widen_a_gap)
{
    unsigned long long seed = 60000;

    struct fixture district = fixture_make(TOWNS, 2021);
    for (size_t trial = 0; trial < 2000; trial++) {
        struct state before = state_of(0, 0);

        for (size_t cell = 0; cell < GRADES; cell++) {
            before.public_pupils[cell] = 100 * fixture_random(&seed);
        }
        for (size_t cell = 0; cell < CELLS; cell++) {
            before.seats[cell] = 400 * fixture_random(&seed) - 20;
        }
        struct state after = before;

        for (size_t cell = 0; cell < CELLS; cell++) {
            after.seats[cell] += fixture_random(&seed) < 0.5 ? 0 : 200 * fixture_random(&seed);
        }
        compare(&district, &before);
        compare(&district, &after);
        for (size_t row = 0; row < PLACES * FIXTURE_LEVELS; row++) {
            const struct gap *was = &before.rows[row];
            const struct gap *is = &after.rows[row];

            cr_assert(is->gap <= was->gap && is->shortage <= was->shortage && is->surplus >= was->surplus,
                      "trial %zu row %zu", trial, row);
            cr_assert(is->classes_short <= was->classes_short && is->staff_short <= was->staff_short &&
                          is->land_short_m2 <= was->land_short_m2,
                      "trial %zu row %zu", trial, row);
            cr_assert(is->demand == was->demand && is->classes_needed == was->classes_needed, "trial %zu row %zu",
                      trial, row);
            cr_assert(row >= TOWNS * FIXTURE_LEVELS || is->seats < 0 || is->classes_short <= is->classes_needed,
                      "trial %zu row %zu", trial, row);
            cr_assert_float_eq(is->shortage - is->surplus, is->gap, 1e-9, "trial %zu row %zu", trial, row);
        }
    }
    fixture_free(&district);
}
