/*
 * What engine.wasm is held against: the image of a scenario, and what the program itself computes for it, array by
 * array as engine.js names them, each a file of doubles in FOLDER. Arguments: SCENARIO FOLDER COUNT, which is how many
 * draws.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "block_memory.h"
#include "image.h"
#include "mem.h"
#include "resolve.h"
#include "run.h"
#include "trial.h"

static void put(const char *folder, const char *name, const void *bytes, size_t length)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "wb");

    if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

static void put_doubles(const char *folder, const char *name, const double *values, size_t count)
{
    put(folder, name, values, count * sizeof *values);
}

static void put_image(const char *folder, const struct inputs *inputs)
{
    const size_t length = image_bytes(inputs);
    unsigned char *bytes = mem_all(length);

    image_write(inputs, bytes);
    put(folder, "image", bytes, length);
    free(bytes);
}

static void put_run(const char *folder, const struct inputs *inputs)
{
    const struct model *model = &inputs->model;
    struct block_memory memory;
    struct block block = block_memory_make(&memory, run_bytes(inputs));
    struct result result;

    run(inputs, inputs->scenario.values, &block, &result);
    const size_t grades = result.states * model->town_count * model->grade_count;
    const size_t levels = result.states * model->town_count * model->level_count;

    put(folder, "gaps", result.gaps, result.states * gap_places(model) * model->level_count * sizeof *result.gaps);
    put_doubles(folder, "population", result.population, result.states * model->town_count * SEXES * model->ages);
    put_doubles(folder, "components", result.components, (result.states - 1) * model->town_count * COMPONENTS);
    put_doubles(folder, "enrolled", result.enrolled, grades);
    put_doubles(folder, "publicPupils", result.public_pupils, grades);
    put_doubles(folder, "seats", result.seats, levels);
    put_doubles(folder, "seatsNominal", result.seats_nominal, levels);
    block_memory_free(&memory);
}

/* A figure of each series, after the figures of the series before. */
static double *gathered(const struct ensemble_result *result, size_t series, size_t width,
                        void (*take)(const struct series_summary *, double *))
{
    double *values = mem_array(series * width, sizeof *values);

    for (size_t each = 0; each < series; each++) {
        take(&result->summaries[each], &values[each * width]);
    }
    return values;
}

static void take_quantiles(const struct series_summary *summary, double *to)
{
    memcpy(to, summary->quantile, sizeof summary->quantile);
}

static void take_mean(const struct series_summary *summary, double *to)
{
    *to = summary->above.mean;
}

static void take_probability(const struct series_summary *summary, double *to)
{
    *to = summary->above.probability;
}

static void take_expected(const struct series_summary *summary, double *to)
{
    *to = summary->above.probability * summary->above.excess;
}

/* The whole ensemble of the inputs, as the program runs it on one thread. */
struct whole {
    struct many_runs runs;
    struct many_runs_room room;
    struct ensemble_room reduce;
    struct ensemble_result result;
    struct block_memory memory;
};

static void lay_out(struct whole *self, const struct inputs *inputs, size_t measures, struct block *memory)
{
    many_runs_prepare(&self->runs, inputs, measures, memory);
    ensemble_result_lay_out(&self->result, &self->runs, memory);
    many_runs_room_lay_out(&self->runs, memory, &self->room);
    ensemble_room_lay_out(&self->reduce, &self->runs, memory);
}

static void go(struct whole *self, const struct inputs *inputs, size_t measures)
{
    struct block counting = { .memory = NULL };

    lay_out(self, inputs, measures, &counting);
    struct block memory = block_memory_make(&self->memory, counting.used);

    lay_out(self, inputs, measures, &memory);
    const size_t runs = self->runs.design.runs;

    many_runs_go(&self->runs, &self->room, 0, runs, self->result.kept, runs);
    for (size_t series = 0; series < many_runs_series(&self->runs); series++) {
        ensemble_reduce(&self->result, &self->reduce, series);
    }
}

static void put_taken(const char *folder, const char *name, const struct whole *whole, size_t series, size_t width,
                      void (*take)(const struct series_summary *, double *))
{
    double *values = gathered(&whole->result, series, width, take);

    put_doubles(folder, name, values, series * width);
    free(values);
}

static void put_draws(const char *folder, struct inputs inputs, size_t count)
{
    struct whole whole;

    inputs.scenario.ensemble.draws = count;
    go(&whole, &inputs, MEASURES);
    const size_t series = many_runs_series(&whole.runs);

    put_taken(folder, "quantiles", &whole, series, QUANTILES, take_quantiles);
    put_taken(folder, "mean", &whole, series, 1, take_mean);
    put_taken(folder, "probability", &whole, series / MEASURES, 1, take_probability);
    put_taken(folder, "expected", &whole, series / MEASURES, 1, take_expected);
    block_memory_free(&whole.memory);
}

/* The figures themselves, from the runs as the design has them, not from what reducing makes of them. */
static void put_ends(const char *folder, struct inputs inputs)
{
    struct whole whole;

    inputs.scenario.ensemble.draws = 0;
    go(&whole, &inputs, 1);
    const size_t series = many_runs_series(&whole.runs);
    const size_t ends = 2 * inputs.scenario.ensemble.input_count;
    double *values = mem_array(ends * series, sizeof *values);

    for (size_t end = 0; end < ends; end++) {
        for (size_t each = 0; each < series; each++) {
            values[end * series + each] = ensemble_figure(&whole.result, each, design_single_run(end / 2, end % 2));
        }
    }
    put_doubles(folder, "ends", values, ends * series);
    free(values);
    block_memory_free(&whole.memory);
}

int main(int argc, char **argv)
{
    struct problems problems = { .count = 0 };
    struct inputs inputs;

    if (argc != 4 || !inputs_read(&inputs, argv[1], &problems)) {
        problems_print(&problems, stderr, ENGLISH);
        return 1;
    }
    const enum ensemble_kind kind = inputs.scenario.ensemble.kind;

    put_image(argv[2], &inputs);
    put_run(argv[2], &inputs);
    if (kind == ENSEMBLE_UNCERTAINTY) {
        put_draws(argv[2], inputs, strtoul(argv[3], NULL, 10));
    }
    if (kind == ENSEMBLE_SENSITIVITY) {
        put_ends(argv[2], inputs);
    }
    problems_free(&problems);
    model_free(&inputs.model);
    return 0;
}
