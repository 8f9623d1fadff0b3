#include "design.h"

#include "distribution.h"
#include "model_fixture.h"
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
