#include "town_block.h"

#include "known_district.h"
#include "projected.h"
#include "support.h"

#include <string.h>

#include <criterion/criterion.h>

enum { AGES = FIXTURE_AGES, CELLS = SEXES * AGES };

/* Whether a town of the second run has the same bits as a town of the first. */
static bool same_town(const struct projected *a, size_t towns_a, size_t town_a, const struct projected *b,
                      size_t towns_b, size_t town_b, size_t states)
{
    for (size_t state = 0; state < states; state++) {
        const double *people_a = &a->population[(state * towns_a + town_a) * CELLS];
        const double *people_b = &b->population[(state * towns_b + town_b) * CELLS];
        const double *flows_a = &a->components[(state * towns_a + town_a) * COMPONENTS];
        const double *flows_b = &b->components[(state * towns_b + town_b) * COMPONENTS];

        if (memcmp(people_a, people_b, CELLS * sizeof *people_a) != 0 ||
            (state + 1 < states && memcmp(flows_a, flows_b, COMPONENTS * sizeof *flows_a) != 0)) {
            return false;
        }
    }
    return true;
}

/* A town's bits do not depend on the lane that it stands in nor on what stands, or stood, beside it. */
Test(town_block, lanes_never_mix)
{
    enum { TOWNS = 37 };
    static const unsigned axes[] = { 0, BY_YEAR | BY_AGE, ALL_AXES - 1 };

    for (size_t form = 0; form < sizeof axes / sizeof axes[0]; form++) {
        const struct known known = { .migrants = true,
                                     .departures = true,
                                     .migrant_axes = axes[form],
                                     .departure_axes = axes[form] | BY_AGE,
                                     .fertility_axes = (axes[form] | BY_AGE) & ~(unsigned)BY_SEX,
                                     .mortality_axes = axes[form] | BY_AGE };
        struct fixture district = fixture_make(TOWNS, 2026);

        known_set(&district, &known, MIGRATION_EVEN);
        struct projected together = projected(&district, LANES);

        for (size_t width = 1; width < LANES; width += 4) {
            struct projected apart = projected(&district, width);

            for (size_t town = 0; town < TOWNS; town++) {
                cr_assert(same_town(&together, TOWNS, town, &apart, TOWNS, town, 7), "form %zu, width %zu, town %zu",
                          form, width, town);
            }
            projected_free(&apart);
        }
        projected_free(&together);
        fixture_free(&district);
    }
}

/* Lanes without a town are empty, whatever stood in the memory or in an earlier block of the same run. */
Test(town_block, lanes_without_a_town_stand_empty)
{
    const unsigned all = ALL_AXES - 1;
    const struct known known = { .migrants = true,
                                 .departures = true,
                                 .migrant_axes = all,
                                 .departure_axes = all,
                                 .fertility_axes = BY_TOWN | BY_YEAR | BY_AGE,
                                 .mortality_axes = all };

    for (size_t towns = 3; towns <= LANES + 3; towns += LANES) {
        struct fixture district = fixture_make(towns, 2024);

        known_set(&district, &known, MIGRATION_END);
        struct projected of = projected(&district, LANES);

        for (size_t cell = 0; cell < 5 * CELLS * LANES; cell++) {
            const double people = of.towns.population[cell];

            cr_assert(cell % LANES < 3 ? people > 0 : people == 0, "%zu towns: cell %zu, lane %zu has %g", towns,
                      cell / LANES, cell % LANES, people);
        }
        projected_free(&of);
        fixture_free(&district);
    }
}

/* Nobody lives in a town without people, and none of the district's migrants go there. */
Test(town_block, empty_town_stays_empty)
{
    struct fixture district = fixture_make(3, 2024);
    const struct known known = { .migrants = true, .fertility_axes = BY_AGE, .mortality_axes = BY_AGE };

    memset(&district.census[CELLS], 0, CELLS * sizeof *district.census);
    district.towns[1].population = 0;
    known_set(&district, &known, MIGRATION_END);
    struct projected of = projected(&district, LANES);

    for (size_t state = 0; state < 5; state++) {
        for (size_t cell = 0; cell < CELLS; cell++) {
            assert_near(of.population[(state * 3 + 1) * CELLS + cell], 0, 0, "people");
        }
        for (size_t component = 0; state < 4 && component < COMPONENTS; component++) {
            assert_near(of.components[(state * 3 + 1) * COMPONENTS + component], 0, 0, "flow");
        }
    }
    projected_free(&of);
    fixture_free(&district);
}

/* A run that stops at its first state has no years, but still reads a table of fertility by town. */
Test(town_block, towns_with_their_own_fertility_and_no_years)
{
    const struct known known = { .fertility_axes = BY_AGE | BY_TOWN, .mortality_axes = BY_SEX | BY_AGE };
    struct fixture district = fixture_make(3, FIXTURE_BASE_YEAR);

    known_set(&district, &known, MIGRATION_END);
    struct projected of = projected(&district, LANES);

    assert_near(of.population[CELLS - 1], 0.75 * district.census[CELLS - 1], 1e-10, "oldest women of town 0");
    projected_free(&of);
    fixture_free(&district);
}
