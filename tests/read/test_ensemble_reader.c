/* What the reader makes of sweeps, sensitivities and uncertainties that are right; what is wrong stands in the corpus.
 */
#include "ensemble_reader.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "resolve.h"
#include "resolved.h"
#include "support.h"

#include <criterion/criterion.h>

/** A scenario of the test's own, read. */
struct read {
    char *folder;
    struct inputs inputs;
    struct problems problems;
};

static const char HEAD[] = "format: 1\nmodel: %s\nhorizon: {first: 2020, last: 2025}\n";

/* Writes `name` in the folder: the head, and what follows it. */
static void write_scenario(const char *folder, const char *name, const char *text)
{
    char *model = source_path("tests/models/fivefour");
    char *path = joined_path(folder, name);
    FILE *file = fopen(path, "w");

    cr_assert(file != NULL);
    fprintf(file, HEAD, model);
    fputs(text, file);
    fclose(file);
    free(path);
    free(model);
}

static void read_file(struct read *self, const char *name)
{
    char *path = joined_path(self->folder, name);
    const bool good = inputs_read(&self->inputs, path, &self->problems);

    if (!good) {
        problems_print(&self->problems, stderr, ENGLISH);
    }
    cr_assert(good);
    free(path);
}

static struct read read_text(const char *text)
{
    struct read self = { .folder = temporary_folder() };

    write_scenario(self.folder, "a.yaml", text);
    read_file(&self, "a.yaml");
    return self;
}

static void read_free(struct read *self)
{
    model_free(&self->inputs.model);
    problems_free(&self->problems);
    temporary_folder_remove(self->folder);
}

Test(ensemble_reader, no_ensemble_is_one_run)
{
    struct read self = read_text("");

    cr_assert_eq(self.inputs.scenario.ensemble.kind, ENSEMBLE_NONE);
    read_free(&self);
}

Test(ensemble_reader, a_sweep_has_its_figures_in_order_and_ends_exactly)
{
    struct read self =
        read_text("sweep:\n"
                  "  - {parameter: fertility.multiplier, times: {from: 0.8, to: 1.3, steps: 6}, first: 2022}\n"
                  "  - {parameter: supply.undated_completion, set: [never, 2023]}\n"
                  "  - {parameter: supply.backlog, key: [junior, primary], add: [30, -10]}\n");
    const struct ensemble *sweep = &self.inputs.scenario.ensemble;
    const struct sweep_axis *axes = sweep->axes;

    cr_assert_eq(sweep->kind, ENSEMBLE_SWEEP);
    cr_assert_eq(sweep_points(sweep), 6 * 2 * 2);
    static const double STEPS[] = { 0.8, 0.9, 1, 1.1, 1.2, 1.3 };

    assert_close(axes[0].values, STEPS, 6, 1e-15, "steps");
    cr_assert(axes[0].values[0] == 0.8 && axes[0].values[5] == 1.3);
    cr_assert(axes[0].move.first_year == 2022 && axes[0].move.last_year == 2025);
    cr_assert(axes[1].values[0] == NEVER && axes[1].values[1] == 2023);
    cr_assert(axes[2].values[0] == 30 && axes[2].values[1] == -10);
    cr_assert(axes[2].move.key_count == 2 && axes[2].move.keys[0] == 1 && axes[2].move.keys[1] == 2);
    cr_assert_str_eq(axes[2].move.name[ENGLISH], "supply.backlog primary...");
    read_free(&self);
}

Test(ensemble_reader, distributions_of_every_shape)
{
    struct read self = read_text(
        "uncertainty:\n  draws: 500\n  seed: 7\n  points: sobol\n  alarm: 0.2\n  inputs:\n"
        "    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1, sd: 0.1}, source: s}\n"
        "    - {parameter: mortality.multiplier, set: {distribution: normal, mean: 1, sd: 0.2}, source: s}\n"
        "    - {parameter: migration.added, add: {low: -5, high: 9}, source: s}\n"
        "    - {parameter: supply.backlog, add: {distribution: triangular, low: -1, mode: 0, high: 3}, source: s}\n"
        "    - {parameter: norms.class_size_added, add: {distribution: empirical, values: [2, -1, 0]}, source: s}\n"
        "    - {parameter: supply.delay_years, set: {distribution: discrete, values: [1, 0], weights: [3, 5]}, source: "
        "s}\n"
        "    - {parameter: supply.cancelled, builder: government, set: {probability: 0.25}, source: s}\n");
    const struct ensemble *draws = &self.inputs.scenario.ensemble;
    const struct ensemble_input *inputs = draws->inputs;

    cr_assert(draws->kind == ENSEMBLE_UNCERTAINTY && draws->draws == 500 && draws->seed == 7);
    cr_assert(draws->points == POINTS_SOBOL && draws->alarm == 0.2);
    cr_assert(inputs[0].distribution.shape == SHAPE_LOGNORMAL && inputs[0].distribution.centre == 1);
    cr_assert(inputs[1].distribution.shape == SHAPE_NORMAL && inputs[1].distribution.spread == 0.2);
    cr_assert(inputs[2].distribution.shape == SHAPE_UNIFORM && inputs[2].distribution.high == 9);
    cr_assert(inputs[3].distribution.shape == SHAPE_TRIANGULAR && inputs[3].distribution.mode == 0);
    cr_assert(inputs[4].distribution.shape == SHAPE_EMPIRICAL);
    assert_close(inputs[4].distribution.values, ((const double[]) { -1, 0, 2 }), 3, 0, "sorted");
    cr_assert(inputs[5].distribution.shape == SHAPE_DISCRETE);
    assert_close(inputs[5].distribution.values, ((const double[]) { 1, 0 }), 2, 0, "as written");
    assert_close(inputs[5].distribution.weights, ((const double[]) { 3, 5 }), 2, 0, "weights");
    cr_assert(inputs[6].each_key && inputs[6].move.key_count == 5, "projects of the government");
    assert_close(inputs[6].distribution.weights, ((const double[]) { 0.75, 0.25 }), 2, 0, "probability");
    cr_assert_eq(ensemble_dimensions(draws), 6 + 5);
    read_free(&self);
}

Test(ensemble_reader, years_of_their_own_only_where_they_are_not_all_alike)
{
    struct read self = read_text(
        "uncertainty:\n  draws: 5\n  inputs:\n"
        "    - {parameter: fertility.multiplier, times: {low: 0.9, high: 1}, first: 2022, source: s}\n"
        "    - {parameter: mortality.multiplier, times: {low: 0.9, high: 1}, autocorrelation: 0.5, first: 2022, "
        "source: s}\n"
        "    - {parameter: migration.multiplier, times: {low: 0.9, high: 1}, autocorrelation: 1, source: s}\n"
        "    - {parameter: migration.added, add: {low: 0, high: 1}, autocorrelation: 0, first: 2025, source: s}\n");
    const struct ensemble_input *inputs = self.inputs.scenario.ensemble.inputs;

    cr_assert(!inputs[0].each_year && inputs[1].each_year && !inputs[2].each_year && !inputs[3].each_year);
    cr_assert_eq(input_dimensions(&inputs[1]), 4);
    cr_assert(inputs[1].autocorrelation == 0.5);
    cr_assert(!inputs[0].walk && !inputs[1].walk);
    read_free(&self);
}

Test(ensemble_reader, a_walk_has_a_figure_for_each_year)
{
    struct read self = read_text(
        "uncertainty:\n  draws: 5\n  inputs:\n"
        "    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1.1, sd: 0.1}, walk: yes, "
        "first: 2022, source: s}\n"
        "    - {parameter: mortality.multiplier, times: {distribution: normal, mean: 1, sd: 0.1}, walk: no, source: "
        "s}\n"
        "    - {parameter: mortality.multiplier, times: {distribution: normal, mean: 1, sd: 0.1}, walk: no, "
        "autocorrelation: 0.5, source: s}\n"
        "    - {parameter: migration.added, add: {distribution: normal, mean: 0, sd: 9}, walk: yes, first: 2025, "
        "source: "
        "s}\n");
    const struct ensemble_input *inputs = self.inputs.scenario.ensemble.inputs;

    cr_assert(inputs[0].walk && inputs[0].each_year && inputs[0].distribution.centre == 1.1);
    cr_assert_eq(input_dimensions(&inputs[0]), 4);
    cr_assert(!inputs[1].walk && !inputs[1].each_year);
    cr_assert(!inputs[2].walk && inputs[2].each_year);
    cr_assert(!inputs[3].walk && !inputs[3].each_year, "a year alone");
    read_free(&self);
}

Test(ensemble_reader, no_two_inputs_of_a_parameter_share_their_luck)
{
    struct read self =
        read_text("uncertainty:\n  draws: 5\n  inputs:\n"
                  "    - {parameter: supply.backlog, add: {low: 0, high: 1}, source: s}\n"
                  "    - {parameter: supply.backlog, add: {low: 0, high: 1}, source: s}\n"
                  "    - {parameter: supply.backlog, each: yes, add: {low: 0, high: 1}, source: s}\n"
                  "    - {parameter: supply.backlog, key: primary, add: {low: 0, high: 1}, source: s}\n"
                  "    - {parameter: supply.backlog, key: [primary, junior], add: {low: 0, high: 1}, source: s}\n"
                  "    - {parameter: norms.class_size_added, add: {low: 0, high: 1}, source: s}\n");
    const struct ensemble_input *inputs = self.inputs.scenario.ensemble.inputs;
    const char *streams[7] = { inputs[0].streams[0], inputs[1].streams[0], inputs[2].streams[0], inputs[2].streams[1],
                               inputs[2].streams[2], inputs[3].streams[0], inputs[4].streams[0] };

    for (size_t i = 0; i < 7; i++) {
        for (size_t k = 0; k < i; k++) {
            cr_assert_str_neq(streams[i], streams[k], "%zu and %zu", i, k);
        }
    }
    cr_assert_str_eq(streams[0], "");
    cr_assert_str_eq(streams[3], "primary");
    cr_assert_str_eq(inputs[5].streams[0], "", "another parameter's");
    read_free(&self);
}

Test(ensemble_reader, the_nearest_file_of_the_chain_says_which)
{
    struct read self = { .folder = temporary_folder() };
    char *child = joined_path(self.folder, "child.yaml");
    char *grandchild = joined_path(self.folder, "grandchild.yaml");

    write_scenario(self.folder, "parent.yaml",
                   "sweep:\n  - {parameter: fertility.multiplier, times: [1, 1.1]}\n"
                   "fertility: {multiplier: 4.9}\n"); /* 5.39 is out of range, but not what the child asks */
    file_write(child, "extends: parent.yaml\nformat: 1\nuncertainty:\n  draws: 9\n  inputs:\n"
                      "    - {parameter: fertility.multiplier, times: {low: 0.9, high: 1}, source: s}\n");
    file_write(grandchild, "extends: child.yaml\nformat: 1\nfertility: {multiplier: 1}\n");
    read_file(&self, "grandchild.yaml");
    cr_assert(self.inputs.scenario.ensemble.kind == ENSEMBLE_UNCERTAINTY);
    cr_assert_eq(self.inputs.scenario.ensemble.draws, 9);
    free(child);
    free(grandchild);
    read_free(&self);
}

/* The resolved text of what was read. */
static char *resolved_of(const struct read *self)
{
    char *path = joined_path(self->folder, "resolved.yaml");
    FILE *stream = fopen(path, "w");

    cr_assert_not_null(stream);
    resolved_write(stream, &self->inputs, self->inputs.model.folder);
    fclose(stream);
    char *text = file_text(path, NULL);

    free(path);
    return text;
}

static void check_round(const char *ensemble)
{
    struct read self = read_text(ensemble);
    struct read again = { .folder = temporary_folder() };
    char *path = joined_path(again.folder, "r.yaml");
    char *first = resolved_of(&self);

    file_write(path, first);
    read_file(&again, "r.yaml");
    char *second = resolved_of(&again);

    assert_same_text(strstr(second, "\nhorizon:"), strstr(first, "\nhorizon:"));
    const struct ensemble *one = &self.inputs.scenario.ensemble;
    const struct ensemble *two = &again.inputs.scenario.ensemble;

    for (size_t i = 0; i < one->input_count; i++) {
        cr_assert(one->inputs[i].walk == two->inputs[i].walk && one->inputs[i].each_year == two->inputs[i].each_year);
        for (size_t k = 0; k < (one->inputs[i].each_key ? one->inputs[i].move.key_count : 1); k++) {
            cr_assert_str_eq(one->inputs[i].streams[k], two->inputs[i].streams[k]);
        }
    }
    free(first);
    free(second);
    free(path);
    read_free(&again);
    read_free(&self);
}

Test(ensemble_reader, resolved_says_the_same)
{
    check_round("sweep:\n  - {parameter: supply.opening, set: [nominal, by_grade], source: 'a \"b\"'}\n"
                "  - {parameter: supply.project_town, key: A, set: [east, north], name: {zh: 镇, en: Town}}\n"
                "  - {parameter: fertility.multiplier, times: {from: 0.1, to: 0.7, steps: 7}, last: 2022}\n");
    check_round(
        "sensitivity:\n  draws: 0\n  seed: 9007199254740992\n  inputs:\n"
        "    - {parameter: supply.cancelled, builder: town, set: {probability: 0.1}, source: s}\n"
        "    - {parameter: supply.cancelled, builder: government, each: no, set: {probability: 0.1}, source: s}\n");
    check_round(
        "uncertainty:\n  draws: 10\n  alarm: 0.9\n  points: sobol\n  inputs:\n"
        "    - {parameter: population.town_multiplier, towns: assumed, times: {distribution: lognormal, median: 1, sd: "
        "0.15}, source: s}\n"
        "    - {parameter: supply.undated_completion, set: {distribution: discrete, values: [never, 2024]}, source: "
        "s}\n"
        "    - {parameter: enrolment.rate_multiplier, key: [primary, junior], times: {distribution: empirical, values: "
        "[1, 0.9]}, autocorrelation: -0.5, source: s}\n"
        "    - {parameter: enrolment.rate_multiplier, times: {distribution: triangular, low: 0.9, mode: 1, high: 1.1}, "
        "source: s}\n"
        "    - {parameter: supply.backlog, each: yes, add: {distribution: normal, mean: 0, sd: 20}, source: s}\n");
    check_round(
        "sensitivity:\n  draws: 16\n  inputs:\n"
        "    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1, sd: 0.1}, walk: yes, "
        "first: 2022, source: s}\n"
        "    - {parameter: enrolment.rate_multiplier, each: yes, add: {distribution: normal, mean: 0, sd: 0.01}, "
        "walk: yes, source: s}\n"
        "    - {parameter: migration.added, add: {distribution: normal, mean: 0, sd: 9}, walk: yes, first: 2025, "
        "source: s}\n");
}
