#include "model_fixture.h"
#include "norms.h"
#include "support.h"

#include <math.h>

#include <criterion/criterion.h>

Test(norms, classes_are_rounded_up)
{
    static const struct {
        double pupils;
        double size;
        double classes;
    } cases[] = {
        { 0, 45, 0 },         { 1, 45, 1 },
        { 44, 45, 1 },        { 45, 45, 1 },
        { 46, 45, 2 },        { 90, 45, 2 },
        { 91, 45, 3 },        { 0.5, 45, 1 },
        { 45.01, 45, 2 },     { 45.0000000001, 45, 1 },
        { 1e-9, 45, 0 },      { 44.9999999, 45, 1 },
        { 135000, 45, 3000 }, { 135001, 45, 3001 },
        { 50, 50, 1 },        { 2.1 * 3, 0.7, 9 }, /* 6.3 / 0.7 is above 9 in doubles */
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_near(norms_classes(cases[i].pupils, cases[i].size), cases[i].classes, 0, "classes");
    }
}

Test(norms, classes_have_room_for_all_and_none_too_many)
{
    unsigned long long seed = 45;

    for (size_t trial = 0; trial < 100000; trial++) {
        const double pupils = 5000 * fixture_random(&seed);
        const double size = 1 + floor(60 * fixture_random(&seed));
        const double classes = norms_classes(pupils, size);

        cr_assert_eq(classes, floor(classes), "%.17g pupils by %g", pupils, size);
        cr_assert_geq(classes * size, pupils - 1e-6, "%.17g pupils by %g", pupils, size);
        cr_assert_lt((classes - 1) * size, pupils, "%.17g pupils by %g", pupils, size);
    }
}

Test(norms, class_size_is_raised_strictly_above_the_threshold)
{
    struct fixture district = fixture_make(3, 2021);

    for (size_t town = 0; town < 3; town++) {
        cr_assert_not(norms_class_size_raised(&district.inputs, district.values, town));
    }
    fixture_set(&district, PARAMETER_NORMS_MIGRANT_SHARE, 0, 0.3);
    fixture_set(&district, PARAMETER_NORMS_MIGRANT_SHARE, 1, nextafter(0.3, 1));
    cr_assert_not(norms_class_size_raised(&district.inputs, district.values, 0));
    cr_assert(norms_class_size_raised(&district.inputs, district.values, 1));
    assert_near(norms_class_size(&district.inputs, district.values, 0, FIXTURE_PRIMARY, 1), 45, 0, "plain");
    assert_near(norms_class_size(&district.inputs, district.values, 1, FIXTURE_PRIMARY, 1), 50, 0, "raised");
    assert_near(norms_class_size(&district.inputs, district.values, 1, FIXTURE_MIDDLE, 0), 55, 0, "raised middle");
    fixture_free(&district);
}

Test(norms, migrant_share_of_the_model_is_the_initial_one)
{
    struct fixture district = fixture_make(3, 2021);

    district.towns[2].migrant_share = 0.4;
    fixture_settle(&district, 2021);
    cr_assert(norms_class_size_raised(&district.inputs, district.values, 2));
    cr_assert_not(norms_class_size_raised(&district.inputs, district.values, 0));
    fixture_free(&district);
}

Test(norms, class_size_goes_by_grade)
{
    static const double sizes[] = { 25, 30, 35 };
    struct fixture district = fixture_make(1, 2021);

    for (size_t grade = 0; grade < 3; grade++) {
        assert_near(norms_class_size(&district.inputs, district.values, 0, FIXTURE_NURSERY, grade), sizes[grade], 0,
                    "class size");
    }
    fixture_free(&district);
}

Test(norms, class_size_added_acts_on_its_level_and_leaves_a_class_of_one)
{
    struct fixture district = fixture_make(1, 2021);

    fixture_set(&district, PARAMETER_NORMS_CLASS_SIZE_ADDED, FIXTURE_PRIMARY, -5);
    fixture_set(&district, PARAMETER_NORMS_CLASS_SIZE_ADDED, FIXTURE_NURSERY, -30);
    assert_near(norms_class_size(&district.inputs, district.values, 0, FIXTURE_PRIMARY, 0), 40, 0, "primary");
    assert_near(norms_class_size(&district.inputs, district.values, 0, FIXTURE_MIDDLE, 0), 50, 0, "middle");
    assert_near(norms_class_size(&district.inputs, district.values, 0, FIXTURE_NURSERY, 0), 1, 0, "nursery of 25");
    assert_near(norms_class_size(&district.inputs, district.values, 0, FIXTURE_NURSERY, 2), 5, 0, "nursery of 35");
    fixture_set(&district, PARAMETER_NORMS_MIGRANT_SHARE, 0, 1);
    assert_near(norms_class_size(&district.inputs, district.values, 0, FIXTURE_PRIMARY, 0), 45, 0, "raised, less 5");
    fixture_free(&district);
}

Test(norms, seats_grow_only_where_switched_on_and_raised)
{
    struct fixture district = fixture_make(2, 2021);

    fixture_set(&district, PARAMETER_NORMS_MIGRANT_SHARE, 0, 0.5);
    assert_near(norms_seat_factor(&district.inputs, district.values, 0, FIXTURE_PRIMARY), 1, 0, "switched off");
    fixture_set(&district, PARAMETER_NORMS_RAISED_CLASS_SIZE_ADDS_SEATS, 0, 1);
    assert_near(norms_seat_factor(&district.inputs, district.values, 0, FIXTURE_PRIMARY), 100. / 90, 0, "primary");
    assert_near(norms_seat_factor(&district.inputs, district.values, 0, FIXTURE_MIDDLE), 165. / 150, 0, "middle");
    assert_near(norms_seat_factor(&district.inputs, district.values, 0, FIXTURE_NURSERY), 1, 0, "same sizes");
    assert_near(norms_seat_factor(&district.inputs, district.values, 1, FIXTURE_PRIMARY), 1, 0, "not raised");
    fixture_free(&district);
}

Test(norms, staff_go_by_pupils_or_by_classes)
{
    const struct level by_pupils = { .pupils_per_post = 13.5 };
    const struct level by_classes = { .posts_per_class = 3 };
    const struct level without = { .pupils_per_post = 0 };

    assert_near(norms_staff(&by_pupils, 27, 100), 2, 0, "posts");
    assert_near(norms_staff(&by_classes, 27, 100), 300, 0, "posts");
    assert_near(norms_staff(&by_pupils, 0, 0), 0, 0, "posts for nobody");
    assert_near(norms_staff(&without, 27, 100), 0, 0, "posts without a norm");
}

Test(norms, project_stands_beside_its_norms)
{
    struct fixture district = fixture_make(2, 2021);
    const struct project_norms norms = norms_project(&district.inputs.model, FIXTURE_NEW);

    /* 240 x 20 + 300 x 25 = 12,300 m2; 540 pupils are at the most of 540; 12 classes are fewer than 13. */
    assert_near(norms.seats, 540, 0, "seats");
    assert_near(norms.classes, 12, 0, "classes");
    assert_near(norms.land_norm_m2, 12300, 0, "land norm");
    cr_assert(norms.land_short && norms.is_school && norms.below_minimum && !norms.above_maximum);
    cr_assert_str_eq(norms.type->name.id, "whole");
    fixture_free(&district);
}

Test(norms, project_at_its_norms_misses_none)
{
    struct fixture district = fixture_make(2, 2021);

    district.projects[FIXTURE_NEW].land_m2 = 12300;
    district.seats[0].classes = 7;
    struct project_norms norms = norms_project(&district.inputs.model, FIXTURE_NEW);
    cr_assert(!norms.land_short && !norms.below_minimum && !norms.above_maximum);

    district.seats[0].seats = 241;
    norms = norms_project(&district.inputs.model, FIXTURE_NEW);
    cr_assert(norms.above_maximum && norms.land_short);
    fixture_free(&district);
}

Test(norms, project_without_land_is_not_short_of_it)
{
    struct fixture district = fixture_make(2, 2021);
    const struct project_norms norms = norms_project(&district.inputs.model, FIXTURE_EXPANDED);

    cr_assert(isnan(norms.land_m2) && !norms.land_short);
    assert_near(norms.land_norm_m2, 2400, 0, "land norm");
    fixture_free(&district);
}

Test(norms, size_norms_are_for_whole_schools_of_a_known_type)
{
    struct fixture district = fixture_make(2, 2021);
    struct project_norms norms = norms_project(&district.inputs.model, FIXTURE_RECEIVED);

    /* Nursery and primary together are no type. */
    cr_assert(norms.is_school && norms.type == NULL && !norms.below_minimum && !norms.above_maximum);

    norms = norms_project(&district.inputs.model, FIXTURE_UNDATED);
    cr_assert(norms.below_minimum && norms.above_maximum);
    district.projects[FIXTURE_UNDATED].kind = KIND_EXPAND;
    norms = norms_project(&district.inputs.model, FIXTURE_UNDATED);
    cr_assert(!norms.is_school && !norms.below_minimum && !norms.above_maximum);
    fixture_free(&district);
}

Test(norms, type_without_a_norm_asks_for_nothing)
{
    struct fixture district = fixture_make(2, 2021);

    district.seats[2].seats = 5000;
    district.seats[3].seats = 0; /* no primary: the received school is a nursery, which has no largest size */
    const struct project_norms norms = norms_project(&district.inputs.model, FIXTURE_RECEIVED);

    cr_assert_str_eq(norms.type->name.id, "nursery");
    cr_assert(norms.below_minimum && !norms.above_maximum);
    fixture_free(&district);
}

Test(norms, classes_that_are_not_given_are_not_too_few)
{
    struct fixture district = fixture_make(2, 2021);

    district.seats[1].classes = NAN;
    const struct project_norms norms = norms_project(&district.inputs.model, FIXTURE_NEW);

    cr_assert(isnan(norms.classes));
    cr_assert_not(norms.below_minimum);
    fixture_free(&district);
}
