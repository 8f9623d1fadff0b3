#include "housing.h"

#include "model_fixture.h"
#include "support.h"

#include <criterion/criterion.h>

enum { TOWNS = 3, LAST = 2032, AGES = FIXTURE_AGES, CELLS = SEXES * AGES };

/* The estates of the district, and what a household of each has. */
enum { EARLY, SPREAD, LATE, ESTATES };

/* Three estates: one handed over before the base year, one that fills over four years, one in another town. */
static struct fixture district_with_estates(void)
{
    struct fixture district = fixture_make(TOWNS, LAST);
    struct model *model = &district.inputs.model;
    struct estate *estates = pool_array(&model->pool, ESTATES, sizeof *estates);
    double *persons = fixture_array(&district, CELLS);

    persons[MALE * AGES + 4] = 0.5;
    persons[FEMALE * AGES + 4] = 0.25;
    persons[MALE * AGES + 30] = 1;
    persons[FEMALE * AGES + 31] = 1.25;
    estates[EARLY] = (struct estate) { .town = 0, .units = 80, .handover = 2019, .years_to_fill = 2 };
    estates[SPREAD] = (struct estate) { .town = 1, .units = 400, .handover = 2022, .years_to_fill = 4 };
    estates[LATE] = (struct estate) { .town = 2, .units = 60, .handover = 2030, .years_to_fill = 1 };
    for (size_t estate = 0; estate < ESTATES; estate++) {
        estates[estate].persons = persons;
    }
    model->estates = estates;
    model->estate_count = ESTATES;
    fixture_settle(&district, LAST);
    return district;
}

static double handover(const struct fixture *district, size_t estate)
{
    return housing_handover(&district->inputs, district->values, &district->inputs.model.estates[estate]);
}

static double dwellings(const struct fixture *district, size_t estate, int year)
{
    return housing_dwellings(&district->inputs, district->values, &district->inputs.model.estates[estate], year);
}

Test(housing, dwellings_fill_in_equal_parts_from_the_handover_on)
{
    struct fixture district = district_with_estates();
    double sum = 0;

    for (int year = 2018; year <= 2040; year++) {
        const double expected = year >= 2022 && year <= 2025 ? 100 : 0;

        assert_near(dwellings(&district, SPREAD, year), expected, 0, "dwellings");
        sum += dwellings(&district, SPREAD, year);
    }
    assert_near(sum, 400, 0, "all dwellings");
    assert_near(dwellings(&district, LATE, 2029), 0, 0, "before");
    assert_near(dwellings(&district, LATE, 2030), 60, 0, "all in the first year");
    assert_near(dwellings(&district, LATE, 2031), 0, 0, "after");
    fixture_free(&district);
}

Test(housing, delays_move_one_estate)
{
    struct fixture district = district_with_estates();

    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, SPREAD, 2);
    assert_near(handover(&district, SPREAD), 2024, 0, "late");
    assert_near(handover(&district, LATE), 2030, 0, "another");
    assert_near(dwellings(&district, SPREAD, 2023), 0, 0, "not yet");
    assert_near(dwellings(&district, SPREAD, 2027), 100, 0, "the last part");
    assert_near(dwellings(&district, SPREAD, 2028), 0, 0, "full");
    fixture_free(&district);
}

/* Nobody moves in before the base year's state date who is not in the census already. */
Test(housing, handover_keeps_out_of_the_past)
{
    struct fixture district = district_with_estates();

    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, SPREAD, -5);
    assert_near(handover(&district, SPREAD), FIXTURE_BASE_YEAR, 0, "early");
    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, EARLY, 5);
    assert_near(handover(&district, EARLY), 2019, 0, "handed over already");
    assert_near(dwellings(&district, EARLY, 2020), 40, 0, "its second part");
    fixture_free(&district);
}

Test(housing, cancelled_estates_bring_nobody)
{
    struct fixture district = district_with_estates();

    fixture_set(&district, PARAMETER_HOUSING_CANCELLED, SPREAD, 1);
    fixture_set(&district, PARAMETER_HOUSING_DELAY_YEARS, SPREAD, 1);
    assert_near(handover(&district, SPREAD), NEVER, 0, "handover");
    for (int year = 2018; year <= 2040; year++) {
        assert_near(dwellings(&district, SPREAD, year), 0, 0, "dwellings");
    }
    fixture_free(&district);
}

Test(housing, persons_of_ages_and_towns)
{
    struct fixture district = district_with_estates();
    const struct model *model = &district.inputs.model;
    const double *values = district.values;

    assert_near(housing_persons(model, &model->estates[SPREAD], 0, AGES - 1), 3, 0, "household");
    assert_near(housing_persons(model, &model->estates[SPREAD], 3, 5), 0.75, 0, "children");
    assert_near(housing_persons(model, &model->estates[SPREAD], 31, 31), 1.25, 0, "one age");
    fixture_set_year(&district, PARAMETER_HOUSING_PERSONS_MULTIPLIER, SPREAD, 2023, 0.5);
    assert_near(housing_arrivals(&district.inputs, values, 1, 2022), 300, 0, "town");
    assert_near(housing_arrivals(&district.inputs, values, 1, 2023), 150, 0, "half empty");
    assert_near(housing_arrivals(&district.inputs, values, 0, 2022), 0, 0, "another town");
    assert_near(housing_arrivals(&district.inputs, values, TOWNS, 2020), 120, 0, "all towns, first year");
    assert_near(housing_arrivals(&district.inputs, values, TOWNS, 2030), 180, 0, "all towns");
    fixture_free(&district);
}
