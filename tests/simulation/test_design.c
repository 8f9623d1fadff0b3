#include "design.h"

#include "distribution.h"
#include "exact_math.h"
#include "model_fixture.h"
#include "normal.h"
#include "philox.h"
#include "support.h"

#include <math.h>
#include <string.h>

#include <criterion/criterion.h>

static const size_t no_key[] = { 0 };
static const char *const no_id[] = { "" };

static struct move fertility(void)
{
    return (struct move) { .parameter = PARAMETER_FERTILITY_MULTIPLIER,
                           .kind = MOVE_TIMES,
                           .keys = no_key,
                           .key_count = 1,
                           .first_year = 2021,
                           .last_year = 2024 };
}

/* Points of a grid, the last axis fastest. */
Test(design, a_grid)
{
    static const double births[] = { 0.9, 1, 1.1 };
    static const double added[] = { -1000, 1000 };
    const struct sweep_axis axes[] = { { fertility(), births, 3 }, { fertility(), added, 2 } };
    struct fixture district = fixture_make(2, 2025);
    struct design design;
    double figures[2 * 6];

    district.inputs.scenario.ensemble = (struct ensemble) { .kind = ENSEMBLE_SWEEP, .axes = axes, .axis_count = 2 };
    design_init(&design, &district.inputs);
    cr_assert_eq(design.runs, (size_t)6);
    design_figures(&design, 0, 6, figures);
    for (size_t point = 0; point < 6; point++) {
        cr_expect_eq(figures[point], births[point / 2]);
        cr_expect_eq(figures[6 + point], added[point % 2]);
    }
    fixture_free(&district);
}

/* Figures of a path are the same whoever asks for which runs; each year has its own, near the one before. */
Test(design, draws_of_a_path)
{
    enum { RUNS = 4000, YEARS = 4 };
    const struct ensemble_input input = { .move = fertility(),
                                          .distribution = { .shape = SHAPE_NORMAL, .centre = 1, .spread = 0.1 },
                                          .each_year = true,
                                          .autocorrelation = 0.9,
                                          .streams = no_id };
    static double figures[YEARS * RUNS];
    struct fixture district = fixture_make(2, 2025);
    struct design design;
    double alone[YEARS];
    double square = 0;
    double product = 0;

    district.inputs.scenario.ensemble = (struct ensemble) {
        .kind = ENSEMBLE_UNCERTAINTY, .inputs = &input, .input_count = 1, .draws = RUNS, .seed = 3
    };
    design_init(&design, &district.inputs);
    cr_assert_eq(design.dimensions, (size_t)YEARS);
    design_figures(&design, 0, RUNS, figures);
    design_figures(&design, 1234, 1, alone);
    for (size_t year = 0; year < YEARS; year++) {
        cr_expect_eq(alone[year], figures[year * RUNS + 1234]);
    }
    for (size_t run = 0; run < RUNS; run++) {
        square += (figures[run] - 1) * (figures[run] - 1);
        product += (figures[run] - 1) * (figures[RUNS + run] - 1);
    }
    cr_expect(fabs(sqrt(square / RUNS) - 0.1) < 0.005, "spread %g", sqrt(square / RUNS));
    cr_expect(fabs(product / square - 0.9) < 0.02, "correlation %g", product / square);
    fixture_free(&district);
}

enum { WALK_YEARS = 4, WALK_KEYS = 2 };

static const size_t two_keys[] = { 0, 1 };
static const char *const two_ids[] = { "first", "second" };

/* A walk of fertility, or of each of two levels' enrolment. */
static struct ensemble_input walk_of(bool each_key, enum distribution_shape shape)
{
    struct ensemble_input input = { .move = fertility(),
                                    .distribution = { .shape = shape, .centre = 1.25, .spread = 0.1 },
                                    .each_year = true,
                                    .walk = true,
                                    .streams = no_id };

    if (each_key) {
        input.move.parameter = PARAMETER_ENROLMENT_RATE_MULTIPLIER;
        input.move.keys = two_keys;
        input.move.key_count = WALK_KEYS;
        input.each_key = true;
        input.streams = two_ids;
    }
    return input;
}

/* A walk by what it means: draw after draw, year after year, the numbers those of a path with autocorrelation. */
Test(design, draws_of_a_walk_to_the_last_bit)
{
    enum { RUNS = 300 };
    static double figures[WALK_KEYS * WALK_YEARS * RUNS];
    struct fixture district = fixture_make(2, 2025);

    for (size_t round = 0; round < 4; round++) {
        const bool normal = round % 2 == 0;
        const struct ensemble_input input = walk_of(round / 2 == 1, normal ? SHAPE_NORMAL : SHAPE_LOGNORMAL);
        const size_t keys = input.move.key_count;
        struct design design;

        district.inputs.scenario.ensemble = (struct ensemble) {
            .kind = ENSEMBLE_UNCERTAINTY, .inputs = &input, .input_count = 1, .draws = RUNS, .seed = 3
        };
        design_init(&design, &district.inputs);
        cr_assert_eq(design.dimensions, keys * WALK_YEARS);
        design_figures(&design, 0, RUNS, figures);
        for (size_t cell = 0; cell < keys * RUNS; cell++) {
            const size_t key = cell / RUNS;
            const uint32_t run = (uint32_t)(cell % RUNS);
            const struct stream luck = stream_of(3, parameter_rows[input.move.parameter].name, input.streams[key]);
            double z = 0;

            for (size_t year = 0; year < WALK_YEARS; year++) {
                double u = 0;

                stream_uniforms(&luck, run, 1, 2021 + (uint32_t)year, 1, &u);
                z = year == 0 ? normal_inverse(u) : z + normal_inverse(u);
                const double expected = normal ? 1.25 + 0.1 * z : 1.25 * exact_exp(0.1 * z);

                cr_assert(memcmp(&figures[(key * WALK_YEARS + year) * RUNS + run], &expected, sizeof expected) == 0,
                          "round %zu, key %zu, year %zu, run %u", round, key, year, run);
            }
        }
    }
    fixture_free(&district);
}

/* Low and high: each year's own 10 and 90 % quantile, as single runs have them and as tables ask for them. */
Test(design, ends_of_a_walk_go_apart)
{
    static const double quantiles[] = { -1.2815515655446004, 1.2815515655446004 };
    struct fixture district = fixture_make(2, 2025);

    for (size_t round = 0; round < 4; round++) {
        const bool normal = round % 2 == 0;
        const struct ensemble_input input = walk_of(round / 2 == 1, normal ? SHAPE_NORMAL : SHAPE_LOGNORMAL);
        double figures[WALK_KEYS * WALK_YEARS];
        struct design design;

        district.inputs.scenario.ensemble =
            (struct ensemble) { .kind = ENSEMBLE_SENSITIVITY, .inputs = &input, .input_count = 1, .seed = 3 };
        design_init(&design, &district.inputs);
        for (size_t end = 0; end < 2; end++) {
            design_figures(&design, design_single_run(0, end), 1, figures);
            for (size_t cell = 0; cell < design.dimensions; cell++) {
                const int steps = (int)(cell % WALK_YEARS) + 1;
                const double moved = 0.1 * sqrt(steps) * quantiles[end];

                cr_expect_float_eq(figures[cell], normal ? 1.25 + moved : 1.25 * exp(moved), 1e-12);
                cr_expect_eq(figures[cell], design_end(&input, end, 2020 + steps));
            }
            cr_expect_eq(design_end(&input, end, 2000), figures[0], "before it begins");
            cr_expect_eq(design_end(&input, end, 2050), figures[WALK_YEARS - 1], "after its last year");
        }
    }
    fixture_free(&district);
}

/* A sensitivity: first each input by itself at its ends, then A, whose rows are an uncertainty's draws, B and AB. */
Test(design, rows_of_a_sensitivity)
{
    enum { ROWS = 8 };
    const struct ensemble_input inputs[] = {
        { .move = fertility(), .distribution = { .shape = SHAPE_UNIFORM, .low = 0.5, .high = 2 }, .streams = no_id },
        { .move = fertility(), .distribution = { .shape = SHAPE_NORMAL, .centre = 3, .spread = 1 }, .streams = no_id },
    };
    struct fixture district = fixture_make(2, 2025);
    struct ensemble *ensemble = &district.inputs.scenario.ensemble;
    struct design design;
    double single[2];
    double rows[6][2 * ROWS];

    for (enum ensemble_points points = POINTS_RANDOM; points <= POINTS_SOBOL; points++) {
        *ensemble = (struct ensemble) {
            .kind = ENSEMBLE_SENSITIVITY, .inputs = inputs, .input_count = 2, .draws = ROWS, .seed = 3, .points = points
        };
        design_init(&design, &district.inputs);
        cr_assert_eq(design.runs, (size_t)(5 + 4 * ROWS));
        design_figures(&design, 0, 1, single);
        cr_expect(isnan(single[0]) && isnan(single[1]));
        design_figures(&design, 2, 1, single);
        cr_expect(single[0] == 2 && isnan(single[1]));
        design_figures(&design, 3, 1, single);
        cr_expect(isnan(single[0]) && fabs(single[1] - (3 - 1.2815515655446004)) < 1e-12);
        for (size_t matrix = 0; matrix < 4; matrix++) {
            const size_t first = design_matrix_run(ensemble, matrix);

            cr_assert_eq(design_together(&design, first, 100), (size_t)ROWS);
            design_figures(&design, first, ROWS, rows[matrix]);
        }
        cr_expect_neq(memcmp(rows[0], rows[1], sizeof rows[0]), 0);
        cr_expect_eq(memcmp(rows[2], rows[1], ROWS * sizeof(double)), 0, "AB(0) takes input 0 from B");
        cr_expect_eq(memcmp(&rows[2][ROWS], &rows[0][ROWS], ROWS * sizeof(double)), 0, "and input 1 from A");
        cr_expect_eq(memcmp(&rows[3][ROWS], &rows[1][ROWS], ROWS * sizeof(double)), 0);
        ensemble->kind = ENSEMBLE_UNCERTAINTY;
        design_init(&design, &district.inputs);
        design_figures(&design, 0, ROWS, rows[4]);
        cr_expect_eq(memcmp(rows[4], rows[0], sizeof rows[0]), 0, "A is the draws of an uncertainty");
    }
    fixture_free(&district);
}

/* Values beyond a parameter's range are held at its end, and counted; the scenario keeps its own. */
Test(design, values_are_held)
{
    static const double factors[] = { 1, 100 };
    const struct sweep_axis axis = { fertility(), factors, 2 };
    struct fixture district = fixture_make(2, 2025);
    const size_t size = district.inputs.scenario.layout.size;
    double *values = fixture_array(&district, size);
    double *before = fixture_array(&district, size);
    struct design design;
    double figure = 100;

    memcpy(values, district.values, size * sizeof *values);
    memcpy(before, district.values, size * sizeof *before);
    district.inputs.scenario.ensemble = (struct ensemble) { .kind = ENSEMBLE_SWEEP, .axes = &axis, .axis_count = 1 };
    design_init(&design, &district.inputs);
    cr_expect_eq(design_values(&design, &figure, 1, 1, 1, values), (size_t)4);
    cr_expect_eq(inputs_value(&district.inputs, values, PARAMETER_FERTILITY_MULTIPLIER, 0, 2020), 1);
    cr_expect_eq(inputs_value(&district.inputs, values, PARAMETER_FERTILITY_MULTIPLIER, 0, 2021), 5);
    cr_expect_eq(memcmp(before, district.values, size * sizeof *before), 0);
    /* A second time from what the first made: the scenario's own values are moved, not these. */
    figure = 2;
    cr_expect_eq(design_values(&design, &figure, 1, 1, 1, values), (size_t)0);
    cr_expect_eq(inputs_value(&district.inputs, values, PARAMETER_FERTILITY_MULTIPLIER, 0, 2021), 2);
    fixture_free(&district);
}

/* Two scenarios that share an input meet the same luck in it, whatever else they have, in which order and by which
 * name: the difference of their results is that of what they differ in. */
Test(design, a_shared_input_has_the_same_figures_in_every_scenario)
{
    enum { RUNS = 64, YEARS = 4 };
    struct ensemble_input births = { .move = fertility(),
                                     .distribution = { .shape = SHAPE_NORMAL, .centre = 1, .spread = 0.1 },
                                     .each_year = true,
                                     .autocorrelation = 0.9,
                                     .streams = no_id };
    struct ensemble_input deaths = { .move = fertility(),
                                     .distribution = { .shape = SHAPE_UNIFORM, .low = 0.5, .high = 2 },
                                     .streams = no_id };
    struct fixture district = fixture_make(2, 2025);
    struct ensemble *ensemble = &district.inputs.scenario.ensemble;
    static double alone[YEARS * RUNS];
    static double beside[(YEARS + 1) * RUNS];
    struct design design;

    deaths.move.parameter = PARAMETER_MORTALITY_MULTIPLIER;
    *ensemble = (struct ensemble) {
        .kind = ENSEMBLE_UNCERTAINTY, .inputs = &births, .input_count = 1, .draws = RUNS, .seed = 3
    };
    design_init(&design, &district.inputs);
    design_figures(&design, 0, RUNS, alone);

    births.move.name[ENGLISH] = "Another name";
    births.move.source[ENGLISH] = "Another source";
    const struct ensemble_input both[2][2] = { { births, deaths }, { deaths, births } };

    for (size_t order = 0; order < 2; order++) {
        ensemble->inputs = both[order];
        ensemble->input_count = 2;
        ensemble->draws = RUNS;
        design_init(&design, &district.inputs);
        design_figures(&design, 0, RUNS, beside);
        cr_expect_eq(memcmp(&beside[order * RUNS], alone, sizeof alone), 0, "order %zu", order);
    }
    fixture_free(&district);
}
