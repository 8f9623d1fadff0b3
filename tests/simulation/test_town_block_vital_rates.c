#include "brass_logit.h"
#include "known_district.h"
#include "projected.h"
#include "support.h"

#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

enum { AGES = FIXTURE_AGES, CELLS = SEXES * AGES };

Test(town_block_vital_rates, vital_rates_of_every_form)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        for (unsigned is_sx = 0; is_sx < 2; is_sx++) {
            assert_as_known(&(struct known) { .fertility_axes = ((ALL_AXES - 1 - axes) | BY_AGE) & ~(unsigned)BY_SEX,
                                              .mortality_axes = axes | BY_AGE,
                                              .is_sx = is_sx != 0 });
        }
    }
}

Test(town_block_vital_rates, vital_rates_of_every_form_change_over_time)
{
    for (unsigned axes = 0; axes < ALL_AXES; axes++) {
        for (unsigned is_sx = 0; is_sx < 2; is_sx++) {
            assert_as_known(&(struct known) { .fertility_axes = ((ALL_AXES - 1 - axes) | BY_AGE) & ~(unsigned)BY_SEX,
                                              .mortality_axes = axes | BY_AGE,
                                              .is_sx = is_sx != 0,
                                              .improved = true,
                                              .shifted = true });
        }
    }
}

/* Life expectancies by any keys give the run of the survivorship ratios that they stand for. */
Test(town_block_vital_rates, life_expectancies_of_every_form)
{
    for (unsigned axes = 0; axes < BY_AGE; axes++) {
        struct fixture district = fixture_make(3, 2024);
        struct model *model = &district.inputs.model;
        double *ratios = fixture_array(&district, 3 * 5 * CELLS);
        double *expectancies = fixture_array(&district, 3 * KNOWN_YEARS * SEXES);
        const struct rates standard = { .values = district.mortality, .sex_stride = AGES, .item_stride = 1 };
        const size_t sexes = axes & BY_SEX ? SEXES : 1;
        const size_t years = axes & BY_YEAR ? KNOWN_YEARS : 1;
        double scratch[AGES];

        for (size_t cell = 0; cell < 3 * KNOWN_YEARS * SEXES; cell++) {
            expectancies[cell] = 55 + 0.25 * (double)cell;
        }
        model->mortality_standard = standard;
        model->mortality = (struct rates) { .values = expectancies,
                                            .town_stride = axes & BY_TOWN ? years * sexes : 0,
                                            .year_stride = axes & BY_YEAR ? sexes : 0,
                                            .sex_stride = axes & BY_SEX ? 1 : 0,
                                            .first_year = axes & BY_YEAR ? KNOWN_FIRST_YEAR : 0,
                                            .last_year = axes & BY_YEAR ? KNOWN_FIRST_YEAR + KNOWN_YEARS - 1 : 0 };
        for (size_t row = 0; row < (size_t)3 * 5 * SEXES; row++) {
            const size_t sex = row % SEXES;
            const int year = FIXTURE_BASE_YEAR + (int)(row / SEXES % 5);
            const double e0 = rates_at(&model->mortality, row / SEXES / 5, year, sex, 0);

            brass_survivorship((enum sex)sex, &district.mortality[sex * AGES], AGES, e0, scratch, &ratios[row * AGES]);
        }
        struct projected of = projected(&district, LANES);

        model->mortality_standard = (struct rates) { .values = NULL };
        model->mortality_is_sx = true;
        model->mortality = (struct rates) { .values = ratios,
                                            .town_stride = 5 * CELLS,
                                            .year_stride = CELLS,
                                            .sex_stride = AGES,
                                            .item_stride = 1,
                                            .first_year = FIXTURE_BASE_YEAR,
                                            .last_year = FIXTURE_BASE_YEAR + 4 };
        struct projected expected = projected(&district, LANES);

        assert_close(of.population, expected.population, 5 * 3 * CELLS, 0, "population");
        projected_free(&expected);
        projected_free(&of);
        fixture_free(&district);
    }
}

/* 0.5 x 0.9 = 0.45, x 0.8 = 0.36, x 1.05 = 0.378; the base year's own has no year before it to fall from. */
Test(town_block_vital_rates, improvements_of_mortality_worked_by_hand)
{
    struct fixture district = fixture_make(2, 2024);
    const double shares[] = { 0.1, 0.1, 0.2, -0.05, 0.1 };
    const double expected[] = { 0.5, 0.45, 0.36, 0.378 };

    fixture_set(&district, PARAMETER_MORTALITY_MULTIPLIER, 0, 0.5);
    for (int year = 0; year < 5; year++) {
        fixture_set_year(&district, PARAMETER_MORTALITY_IMPROVEMENT, 0, FIXTURE_BASE_YEAR + year, shares[year]);
    }
    struct projected of = projected(&district, LANES);

    for (size_t year = 0; year < 4; year++) {
        assert_near(of.towns.projection.dying_factor[year * LANES], expected[year], 1e-15, "factor of a town");
        assert_near(of.towns.projection.dying_factor[year * LANES + LANES - 1], expected[year], 1e-15, "of the last");
    }
    projected_free(&of);
    fixture_free(&district);
}

/* A pattern shifted in the last year alone leaves the years before as they are, to the bit. */
Test(town_block_vital_rates, a_shift_changes_no_other_year)
{
    for (unsigned by_town = 0; by_town < 2; by_town++) {
        const struct known known = { .fertility_axes = BY_AGE | (by_town != 0 ? BY_TOWN : 0),
                                     .mortality_axes = BY_SEX | BY_AGE };
        struct fixture district = fixture_make(3, 2024);
        const size_t year = (size_t)3 * COMPONENTS; /* flows of all towns */

        known_set(&district, &known, MIGRATION_END);
        struct projected before = projected(&district, LANES);

        fixture_set_year(&district, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, 2023, 2.5);
        struct projected after = projected(&district, LANES);

        assert_close(after.components, before.components, 3 * year, 0, "flows of 2020-2022");
        for (size_t town = 0; town < 3; town++) {
            const size_t flow = 3 * year + town * COMPONENTS + BIRTHS;

            cr_assert(fabs(after.components[flow] - before.components[flow]) > 1e-3, "births of town %zu", town);
        }
        projected_free(&after);
        projected_free(&before);
        fixture_free(&district);
    }
}

/* Where mothers grow younger or older in the table only after the run's end, a shift in the run still knows it. */
Test(town_block_vital_rates, a_longer_horizon_leaves_shifted_years_as_they_are)
{
    double births[2];

    for (size_t longer = 0; longer < 2; longer++) {
        struct fixture district = fixture_make(2, longer != 0 ? 2024 : 2021);
        double *rates = fixture_array(&district, 4 * AGES);

        for (size_t year = 0; year < 4; year++) {
            for (size_t age = 20 - 3 * year; age <= 40 + 2 * year; age++) {
                rates[year * AGES + age] = 0.01 + 0.001 * (double)age;
            }
        }
        district.inputs.model.fertility = (struct rates) {
            .values = rates, .year_stride = AGES, .item_stride = 1, .first_year = 2020, .last_year = 2023
        };
        fixture_set(&district, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, 3.5);
        struct projected of = projected(&district, LANES);

        births[longer] = of.components[BIRTHS];
        projected_free(&of);
        fixture_free(&district);
    }
    assert_near(births[1], births[0], 0, "births of 2020");
}

Test(town_block_vital_rates, srb_goes_by_year)
{
    struct fixture district = fixture_make(2, 2023);
    double *srb = fixture_array(&district, 6);
    const double shares[] = { 1, 3, 0.25 };

    memcpy(&srb[2], shares, sizeof shares); /* 2018..2023 */
    district.inputs.model.srb =
        (struct rates) { .values = srb, .year_stride = 1, .first_year = 2018, .last_year = 2023 };
    memset(district.mortality, 0, CELLS * sizeof *district.mortality);
    district.mortality[MALE * AGES + AGES - 1] = 0.5;
    district.mortality[FEMALE * AGES + AGES - 1] = 0.5;
    struct projected of = projected(&district, LANES);

    for (size_t state = 1; state <= 3; state++) {
        const double *people = &of.population[(state * 2 + 1) * CELLS];

        assert_near(people[MALE * AGES] / people[FEMALE * AGES], shares[state - 1], 1e-12, "boys per girl");
    }
    projected_free(&of);
    fixture_free(&district);
}

/* Without any births the kernel is still given ages of mothers that it accepts. */
Test(town_block_vital_rates, district_without_births)
{
    struct fixture district = fixture_make(2, 2023);

    memset(district.fertility, 0, AGES * sizeof *district.fertility);
    struct projected of = projected(&district, LANES);

    for (size_t state = 1; state <= 3; state++) {
        assert_near(of.components[(state - 1) * 2 * COMPONENTS + BIRTHS], 0, 0, "births");
        assert_near(of.population[state * 2 * CELLS], 0, 0, "boys of age 0");
    }
    projected_free(&of);
    fixture_free(&district);
}

/* Mothers of the open age, and of a later year or another town alone, are not passed over. */
Test(town_block_vital_rates, mothers_of_any_age_town_and_year_count)
{
    for (size_t age = 1; age < AGES; age += 79) {
        struct fixture district = fixture_make(2, 2024);
        double *rates = fixture_array(&district, 2 * 4 * AGES);

        rates[(1 * 4 + 1) * AGES + age] = 0.5; /* town 1 in 2021 alone, while there are children of age 1 */
        district.inputs.model.fertility = (struct rates) { .values = rates,
                                                           .town_stride = 4 * AGES,
                                                           .year_stride = AGES,
                                                           .item_stride = 1,
                                                           .first_year = 2020,
                                                           .last_year = 2023 };
        struct projected of = projected(&district, LANES);

        for (size_t year = 0; year < 4; year++) {
            for (size_t town = 0; town < 2; town++) {
                const bool births = of.components[(year * 2 + town) * COMPONENTS + BIRTHS] > 0;

                cr_assert_eq(births, town == 1 && year == 1, "age %zu, year %zu, town %zu", age, year, town);
            }
        }
        projected_free(&of);
        fixture_free(&district);
    }
}
