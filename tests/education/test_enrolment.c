#include "enrolment.h"
#include "model_fixture.h"
#include "support.h"

#include <string.h>

#include <criterion/criterion.h>

enum { TOWNS = 3, CELLS = TOWNS * FIXTURE_GRADES, PEOPLE = TOWNS * SEXES * FIXTURE_AGES };

/* The arrays of a state, on the stack of a test. */
struct pupils {
    double children[CELLS];
    double enrolled[CELLS];
    double share[TOWNS * FIXTURE_LEVELS];
    double public_pupils[CELLS];
};

/* All steps for the fixture's census as the state, with the base share of that same state. */
static struct pupils pupils_of(const struct fixture *district, int year)
{
    struct pupils pupils;

    for (size_t town = 0; town < district->inputs.model.town_count; town++) {
        enrolment_children(&district->inputs.model, &district->census[town * SEXES * FIXTURE_AGES], 1,
                           &pupils.children[town * district->inputs.model.grade_count]);
    }
    const struct enrolment state = { .children = pupils.children, .enrolled = pupils.enrolled };

    enrolment_enrolled(&district->inputs, district->values, year, &state);
    enrolment_base_share(&district->inputs, district->values, &state, pupils.share);
    enrolment_public(&district->inputs, district->values, year, pupils.share, pupils.enrolled, pupils.public_pupils);
    return pupils;
}

static double sum_of_level(const struct fixture *district, const double *grades, size_t town, size_t level)
{
    const struct level *of = &district->levels[level];

    return fixture_sum(&grades[town * FIXTURE_GRADES + of->first_grade], of->grades);
}

Test(enrolment, children_of_a_grade_are_both_sexes_of_one_age)
{
    /* By hand: nursery 3, 4, 5; primary 6, 7; middle 8, 9, 10. */
    static const size_t ages[FIXTURE_GRADES] = { 3, 4, 5, 6, 7, 8, 9, 10 };
    struct fixture district = fixture_make(TOWNS, 2021);
    const struct pupils pupils = pupils_of(&district, 2020);

    for (size_t town = 0; town < TOWNS; town++) {
        for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
            const double *boys = &district.census[town * SEXES * FIXTURE_AGES];
            const double *girls = boys + FIXTURE_AGES;

            assert_near(pupils.children[town * FIXTURE_GRADES + grade], boys[ages[grade]] + girls[ages[grade]], 0,
                        "children");
        }
    }
    fixture_free(&district);
}

/* Nobody who is younger or older than a grade's age stands in it: with people of one age only, one grade has children.
 */
Test(enrolment, nobody_of_another_age_is_in_a_grade)
{
    struct fixture district = fixture_make(TOWNS, 2021);

    for (size_t age = 0; age < FIXTURE_AGES; age++) {
        memset(district.census, 0, PEOPLE * sizeof *district.census);
        district.census[FIXTURE_AGES + age] = 7;                        /* girls of town 0 */
        district.census[(TOWNS - 1) * SEXES * FIXTURE_AGES + age] = 11; /* boys of the last town */
        const struct pupils pupils = pupils_of(&district, 2020);

        for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
            assert_near(pupils.children[grade], grade + 3 == age ? 7 : 0, 0, "children of town 0");
            assert_near(pupils.children[FIXTURE_GRADES + grade], 0, 0, "children of town 1");
            assert_near(pupils.children[2 * FIXTURE_GRADES + grade], grade + 3 == age ? 11 : 0, 0,
                        "children of town 2");
        }
    }
    fixture_free(&district);
}

Test(enrolment, rates_are_those_of_the_grade_and_the_year)
{
    struct fixture district = fixture_make(TOWNS, 2022);
    double *rates = fixture_array(&district, 5 * FIXTURE_GRADES);

    for (size_t row = 0; row < 5; row++) { /* 2018..2022: the table begins before the base year */
        for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
            rates[row * FIXTURE_GRADES + grade] = 0.5 + 0.0625 * (double)row + 0.03125 * (double)grade;
        }
    }
    district.inputs.model.enrolment_rate = (struct rates) {
        .values = rates, .year_stride = FIXTURE_GRADES, .item_stride = 1, .first_year = 2018, .last_year = 2022
    };
    for (int year = 2020; year <= 2022; year++) {
        const struct pupils pupils = pupils_of(&district, year);

        for (size_t cell = 0; cell < CELLS; cell++) {
            const double rate = 0.5 + 0.0625 * (year - 2018) + 0.03125 * (double)(cell % FIXTURE_GRADES);

            assert_near(pupils.enrolled[cell], pupils.children[cell] * rate, 0, "enrolled");
        }
    }
    fixture_free(&district);
}

Test(enrolment, multiplier_acts_on_its_level_and_year)
{
    struct fixture district = fixture_make(TOWNS, 2022);
    const struct pupils plain = pupils_of(&district, 2021);

    fixture_set_year(&district, PARAMETER_ENROLMENT_RATE_MULTIPLIER, FIXTURE_PRIMARY, 2021, 0.5);
    const struct pupils halved = pupils_of(&district, 2021);
    const struct pupils year_before = pupils_of(&district, 2020);

    for (size_t cell = 0; cell < CELLS; cell++) {
        const size_t grade = cell % FIXTURE_GRADES;
        const bool primary = grade == 3 || grade == 4;

        assert_near(halved.enrolled[cell], plain.enrolled[cell] * (primary ? 0.5 : 1), 0, "enrolled");
        assert_near(year_before.enrolled[cell], plain.enrolled[cell], 0, "enrolled of another year");
    }
    fixture_free(&district);
}

/* 300 pupils of the district: every town has the district's share and the towns together have the 300. */
Test(enrolment, base_share_of_the_district_goes_to_all_towns)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    const struct pupils pupils = pupils_of(&district, 2020);
    double enrolled = 0;
    double demand = 0;

    for (size_t town = 0; town < TOWNS; town++) {
        enrolled += sum_of_level(&district, pupils.enrolled, town, FIXTURE_MIDDLE);
        demand += sum_of_level(&district, pupils.public_pupils, town, FIXTURE_MIDDLE);
    }
    for (size_t town = 0; town < TOWNS; town++) {
        assert_near(pupils.share[town * FIXTURE_LEVELS + FIXTURE_MIDDLE], 300 / enrolled, 1e-15, "share");
        assert_near(pupils.share[town * FIXTURE_LEVELS + FIXTURE_PRIMARY], 0, 0, "share of a level with a given one");
    }
    assert_near(demand, 300, 1e-9, "public pupils");
    fixture_free(&district);
}

Test(enrolment, base_share_by_town_gives_each_town_its_pupils)
{
    struct fixture district = fixture_make(TOWNS, 2021);

    district.inputs.model.pupils_by_town = true;
    for (size_t town = 0; town < TOWNS; town++) {
        district.public_pupils[town * FIXTURE_LEVELS + FIXTURE_MIDDLE] = 50 + 20 * (double)town;
    }
    const struct pupils pupils = pupils_of(&district, 2020);

    for (size_t town = 0; town < TOWNS; town++) {
        const double enrolled = sum_of_level(&district, pupils.enrolled, town, FIXTURE_MIDDLE);
        const double given = 50 + 20 * (double)town;

        assert_near(pupils.share[town * FIXTURE_LEVELS + FIXTURE_MIDDLE], given / enrolled, 1e-15, "share");
        assert_near(sum_of_level(&district, pupils.public_pupils, town, FIXTURE_MIDDLE), given, 1e-9, "public pupils");
    }
    fixture_free(&district);
}

/* More children in school are more public pupils, also where the share comes from the base year's pupils. */
Test(enrolment, multiplier_moves_public_pupils_of_a_share_from_pupils)
{
    struct fixture district = fixture_make(TOWNS, 2021);
    const struct pupils plain = pupils_of(&district, 2020);

    fixture_set(&district, PARAMETER_ENROLMENT_RATE_MULTIPLIER, FIXTURE_MIDDLE, 1.05);
    const struct pupils more = pupils_of(&district, 2020);

    for (size_t town = 0; town < TOWNS; town++) {
        const double before = sum_of_level(&district, plain.public_pupils, town, FIXTURE_MIDDLE);

        cr_assert(before > 0);
        assert_near(sum_of_level(&district, more.public_pupils, town, FIXTURE_MIDDLE), 1.05 * before, 1e-9, "public");
    }
    fixture_free(&district);
}

Test(enrolment, base_share_of_nobody_is_nothing)
{
    struct fixture district = fixture_make(TOWNS, 2021);

    memset(district.census, 0, PEOPLE * sizeof *district.census);
    const struct pupils pupils = pupils_of(&district, 2020);

    for (size_t cell = 0; cell < TOWNS * FIXTURE_LEVELS; cell++) {
        assert_near(pupils.share[cell], 0, 0, "share");
    }
    for (size_t cell = 0; cell < CELLS; cell++) {
        assert_near(pupils.public_pupils[cell], 0, 0, "public pupils");
    }
    fixture_free(&district);
}

Test(enrolment, given_share_is_that_of_level_and_year)
{
    struct fixture district = fixture_make(TOWNS, 2022);
    double *shares = fixture_array(&district, 3 * FIXTURE_LEVELS);

    for (size_t row = 0; row < 3; row++) {
        shares[row * FIXTURE_LEVELS + FIXTURE_NURSERY] = 0.25 * (double)(row + 1);
        shares[row * FIXTURE_LEVELS + FIXTURE_PRIMARY] = 1;
    }
    district.inputs.model.public_share = (struct rates) {
        .values = shares, .year_stride = FIXTURE_LEVELS, .item_stride = 1, .first_year = 2020, .last_year = 2022
    };
    for (int year = 2020; year <= 2022; year++) {
        const struct pupils pupils = pupils_of(&district, year);

        assert_near(pupils.public_pupils[1], pupils.enrolled[1] * 0.25 * (year - 2019), 0, "nursery");
        assert_near(pupils.public_pupils[4], pupils.enrolled[4], 0, "primary");
    }
    fixture_free(&district);
}

Test(enrolment, private_pupils_come_to_public_schools_in_the_share_that_the_scenario_says)
{
    struct fixture district = fixture_make(TOWNS, 2022);
    const struct pupils before = pupils_of(&district, 2021);

    fixture_set_year(&district, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, FIXTURE_NURSERY, 2021, 0.25);
    fixture_set_year(&district, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, FIXTURE_MIDDLE, 2021, 1);
    const struct pupils after = pupils_of(&district, 2021);

    for (size_t cell = 0; cell < CELLS; cell++) {
        const size_t grade = cell % FIXTURE_GRADES;
        const double left = before.enrolled[cell] - before.public_pupils[cell];
        const double moved = grade < 3 ? 0.25 : grade < 5 ? 0 : 1;

        assert_near(after.public_pupils[cell], before.public_pupils[cell] + moved * left, 1e-9, "public pupils");
    }
    /* All moved: not a child is private, to the last bit. */
    assert_near(after.public_pupils[5], after.enrolled[5], 0, "public pupils when all have moved");
    fixture_free(&district);
}

/* Times the share, then what is left moves; nobody more than all. */
Test(enrolment, public_share_is_multiplied_and_held_at_all)
{
    struct fixture district = fixture_make(TOWNS, 2022);
    const struct pupils before = pupils_of(&district, 2021);

    fixture_set_year(&district, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, FIXTURE_NURSERY, 2021, 0.8);
    fixture_set_year(&district, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, FIXTURE_NURSERY, 2021, 0.5);
    fixture_set_year(&district, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, FIXTURE_PRIMARY, 2021, 5);
    fixture_set_year(&district, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, FIXTURE_MIDDLE, 2021, 0);
    const struct pupils after = pupils_of(&district, 2021);

    for (size_t cell = 0; cell < CELLS; cell++) {
        const size_t grade = cell % FIXTURE_GRADES;
        const double own = 0.8 * before.public_pupils[cell];
        const double expected = grade < 3   ? own + 0.5 * (before.enrolled[cell] - own)
                                : grade < 5 ? before.enrolled[cell]
                                            : 0;

        assert_near(after.enrolled[cell], before.enrolled[cell], 0, "enrolled");
        assert_near(after.public_pupils[cell], expected, 1e-9, "public pupils");
    }
    fixture_free(&district);
}

/* More pupils than live there, since some come from elsewhere: there is nobody private whom a scenario could move. */
Test(enrolment, share_above_one_stays)
{
    struct fixture district = fixture_make(TOWNS, 2021);

    district.public_pupils[FIXTURE_MIDDLE] = 1e6;
    const struct pupils before = pupils_of(&district, 2020);

    fixture_set(&district, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, FIXTURE_MIDDLE, 1);
    const struct pupils after = pupils_of(&district, 2020);

    cr_assert_gt(before.share[FIXTURE_MIDDLE], 1);
    assert_close(after.public_pupils, before.public_pupils, CELLS, 0, "public pupils");
    fixture_set(&district, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, FIXTURE_MIDDLE, 1.2);
    const struct pupils more = pupils_of(&district, 2020);

    assert_close(more.public_pupils, before.public_pupils, CELLS, 0, "no more than the model's own");
    fixture_free(&district);
}

/* Whatever the rates, shares and moves: nobody is enrolled who does not live here, and the private are not below zero.
 */
Test(enrolment, private_remainder_is_never_below_zero)
{
    unsigned long long seed = 20200901;
    unsigned long long multiplied = 7;

    for (size_t trial = 0; trial < 300; trial++) {
        struct fixture district = fixture_make(TOWNS, 2021);

        for (size_t grade = 0; grade < FIXTURE_GRADES; grade++) {
            district.enrolment_rate[grade] = fixture_random(&seed);
        }
        for (size_t level = 0; level < FIXTURE_LEVELS; level++) {
            district.public_share[level] = fixture_random(&seed);
            fixture_set(&district, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, level, fixture_random(&seed));
            fixture_set(&district, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, level, 3 * fixture_random(&multiplied));
        }
        district.public_pupils[FIXTURE_MIDDLE] = 1 + 100 * fixture_random(&seed);
        struct pupils pupils = pupils_of(&district, 2020);

        for (size_t cell = 0; cell < CELLS; cell++) {
            cr_assert_leq(pupils.enrolled[cell], pupils.children[cell], "trial %zu cell %zu", trial, cell);
            cr_assert_geq(pupils.enrolled[cell] - pupils.public_pupils[cell], 0, "trial %zu cell %zu", trial, cell);
            cr_assert_geq(pupils.public_pupils[cell], 0, "trial %zu cell %zu", trial, cell);
        }
        fixture_free(&district);
    }
}
