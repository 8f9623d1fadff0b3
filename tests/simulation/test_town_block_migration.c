#include "known_district.h"
#include "projected.h"
#include "support.h"

#include <criterion/criterion.h>

enum { AGES = FIXTURE_AGES, CELLS = SEXES * AGES };

Test(town_block_migration, net_migrants_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        assert_as_known(&(struct known) {
            .migrants = true, .migrant_axes = axes, .fertility_axes = BY_AGE, .mortality_axes = BY_SEX | BY_AGE });
    }
}

Test(town_block_migration, gross_migrants_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        const struct known known = { .migrants = true,
                                     .migrant_axes = axes,
                                     .departures = true,
                                     .departure_axes = ALL_AXES - 1 - axes,
                                     .fertility_axes = BY_AGE,
                                     .mortality_axes = BY_SEX | BY_AGE };

        assert_as_known(&known);
    }
}

Test(town_block_migration, new_housing_beside_migrants_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        for (enum housing_place place = 0; place < HOUSING_PLACES; place++) {
            assert_as_known(&(struct known) { .migrants = axes != BY_TOWN,
                                              .migrant_axes = axes,
                                              .departures = axes % 3 == 2,
                                              .departure_axes = ALL_AXES - 1 - axes,
                                              .fertility_axes = BY_AGE,
                                              .mortality_axes = BY_SEX | BY_AGE,
                                              .housing = true,
                                              .place = place });
        }
    }
}

/* The district's total is shared out whole: its towns' migrants add up to it, half of them men. */
Test(town_block_migration, total_of_the_district_is_shared_out_whole)
{
    for (enum migration_rule rule = 0; rule < MIGRATION_RULES; rule++) {
        struct fixture district = fixture_make(5, 2022);
        double *total = fixture_array(&district, 1);

        *total = 100;
        district.inputs.model.migration.rule = rule;
        district.inputs.model.migration.form = MIGRATION_NET;
        district.inputs.model.migration.persons = (struct rates) { .values = total };
        fixture_set_year(&district, PARAMETER_MIGRATION_MULTIPLIER, 0, 2021, -0.5);
        fixture_set_year(&district, PARAMETER_MIGRATION_ADDED, 0, 2021, 7);
        struct projected of = projected(&district, LANES);
        double migrants[2] = { 0, 0 };

        for (size_t town = 0; town < 5; town++) {
            const double first = of.components[town * COMPONENTS + ARRIVALS];

            migrants[0] += first;
            migrants[1] += of.components[(5 + town) * COMPONENTS + ARRIVALS];
            assert_near(first, 100 * known_town_share(&district, town), 1e-10, "the town's part");
        }
        assert_near(migrants[0], 100, 1e-10, "2020");
        assert_near(migrants[1], -0.5 * (100 + 7), 1e-10, "2021: half of them leave, also of those that were added");
        projected_free(&of);
        fixture_free(&district);
    }
}

/* With nobody moving, however it was said that somebody moves, a district is as one without migration, to the bit. */
Test(town_block_migration, multipliers_of_zero_close_the_district)
{
    struct fixture closed = fixture_make(3, 2024);
    struct fixture open = fixture_make(3, 2024);
    const struct known gross = {
        .migrants = true, .departures = true, .migrant_axes = BY_YEAR, .departure_axes = ALL_AXES
    };
    const struct known none = { .migrants = false };

    known_set(&closed, &none, MIGRATION_END);
    known_set(&open, &gross, MIGRATION_END);
    fixture_set(&closed, PARAMETER_MIGRATION_ADDED, 0, 0);
    fixture_set(&open, PARAMETER_MIGRATION_MULTIPLIER, 0, 0);
    fixture_set(&open, PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, 0, 0);
    struct projected of_closed = projected(&closed, LANES);
    struct projected of_open = projected(&open, LANES);

    assert_close(of_open.population, of_closed.population, 5 * 3 * CELLS, 0, "people");
    projected_free(&of_open);
    projected_free(&of_closed);
    fixture_free(&open);
    fixture_free(&closed);
}

/* The schedule of the parameters spreads what is added, not the model's: at the heights c alone all ages are alike. */
Test(town_block_migration, schedule_of_the_parameters_spreads_migrants)
{
    struct fixture district = fixture_make(2, 2021);
    struct fixture without = fixture_make(2, 2021);

    fixture_set(&district, PARAMETER_MIGRATION_SCHEDULE_A1, 0, 0);
    fixture_set(&district, PARAMETER_MIGRATION_SCHEDULE_A2, 0, 0);
    fixture_set(&district, PARAMETER_MIGRATION_ADDED, 0, 810);
    district.inputs.model.migration.rule = MIGRATION_END;
    without.inputs.model.migration.rule = MIGRATION_END;
    struct projected of = projected(&district, LANES);
    struct projected beside = projected(&without, LANES);

    for (size_t cell = 0; cell < CELLS; cell++) {
        const size_t at = (size_t)2 * CELLS + cell;

        assert_near(of.population[at] - beside.population[at], 810.0 / 2 / AGES * known_town_share(&district, 0), 1e-9,
                    "migrants of a cell");
    }
    projected_free(&beside);
    projected_free(&of);
    fixture_free(&without);
    fixture_free(&district);
}
