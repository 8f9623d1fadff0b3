/*
 * What the page calls of the engine, compiled to WebAssembly alone. A page has one scenario, so the state is one, too:
 * the inputs stand at the bottom of memory, and each call carves what it needs above them, over what the call before
 * left. Memory only grows. engine.js is the one caller.
 */
#include <stdint.h>

#include "image.h"
#include "image_check.h"
#include "run.h"
#include "trial.h"

#define EXPORT(name) __attribute__((export_name(#name)))

/* Given by the linker: memory that nothing else uses. */
extern unsigned char heap[] __asm__("__heap_base");

enum { PAGE_BYTES = 65536, ALIGNMENT = 64 };

/* What a call that computes gives: DONE, NO_MEMORY, or 1 + the index of the first value that cannot be. */
enum { DONE = 0, NO_MEMORY = -1 };

/* Bytes of figures that draws may keep: more is too much for a page. */
static const double most_kept = 1024.0 * 1024 * 1024;

/* What the page asks the place of, in the order of engine.js. */
enum array {
    ARRAY_GAPS,
    ARRAY_POPULATION,
    ARRAY_COMPONENTS,
    ARRAY_ENROLLED,
    ARRAY_PUBLIC_PUPILS,
    ARRAY_SEATS,
    ARRAY_SEATS_NOMINAL,
    ARRAY_QUANTILES,
    ARRAY_MEAN,
    ARRAY_PROBABILITY,
    ARRAY_EXPECTED,
    ARRAY_ENDS,
    ARRAYS
};

/* What the page must know to read the arrays, in the order of engine.js. */
enum shape {
    SHAPE_BASE_YEAR,
    SHAPE_STATES,
    SHAPE_FIRST_PRINTED,
    SHAPE_PRINTED,
    SHAPE_TOWNS,
    SHAPE_AREAS,
    SHAPE_LEVELS,
    SHAPE_GRADES,
    SHAPE_AGES,
    SHAPE_SEXES,
    SHAPE_COMPONENTS,
    SHAPE_FIELDS,
    SHAPE_VALUES,
    SHAPE_INPUTS,
    SHAPE_DRAWS,
    SHAPE_MEASURES,
    SHAPE_QUANTILES,
    SHAPE_NUMBERS
};

static struct inputs inputs;
static double *values;    /* [layout.size] those that the page asks about. */
static size_t inputs_end; /* Above the ground. */
static const double *arrays[ARRAYS];
static int32_t shape[SHAPE_NUMBERS];

static size_t rounded(size_t bytes)
{
    return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* The first place in the heap that is aligned. */
static unsigned char *ground(void)
{
    return &heap[rounded((size_t)heap) - (size_t)heap];
}

/* A block of so many bytes, `start` (a multiple of 64) above the ground; without memory where there is no more. */
static struct block block_at(size_t start, size_t bytes)
{
    const size_t there = __builtin_wasm_memory_size(0);
    const size_t before = (size_t)ground() + start;

    if (bytes > SIZE_MAX - before - PAGE_BYTES) {
        return (struct block) { .memory = NULL };
    }
    const size_t pages = (before + bytes + PAGE_BYTES - 1) / PAGE_BYTES;

    if (pages > there && __builtin_wasm_memory_grow(0, pages - there) == SIZE_MAX) {
        return (struct block) { .memory = NULL };
    }
    return (struct block) { .memory = &ground()[start], .size = bytes };
}

/* Room for the image, which open_image() takes in: the place of `bytes` bytes, or 0. */
EXPORT(image_room) unsigned char *image_room(uint32_t bytes)
{
    return block_at(0, bytes).memory;
}

static void fill_shape(void)
{
    const struct model *model = &inputs.model;
    const struct scenario *scenario = &inputs.scenario;

    shape[SHAPE_BASE_YEAR] = model->base_year;
    shape[SHAPE_STATES] = (int32_t)scenario->layout.years;
    shape[SHAPE_FIRST_PRINTED] = scenario->first_year - model->base_year;
    shape[SHAPE_PRINTED] = scenario->last_year - scenario->first_year + 1;
    shape[SHAPE_TOWNS] = (int32_t)model->town_count;
    shape[SHAPE_AREAS] = (int32_t)model->area_count;
    shape[SHAPE_LEVELS] = (int32_t)model->level_count;
    shape[SHAPE_GRADES] = (int32_t)model->grade_count;
    shape[SHAPE_AGES] = (int32_t)model->ages;
    shape[SHAPE_SEXES] = SEXES;
    shape[SHAPE_COMPONENTS] = COMPONENTS;
    shape[SHAPE_FIELDS] = sizeof(struct gap) / sizeof(double);
    shape[SHAPE_VALUES] = (int32_t)scenario->layout.size;
    shape[SHAPE_INPUTS] = trial_has_ends(&inputs) ? (int32_t)scenario->ensemble.input_count : 0;
    shape[SHAPE_DRAWS] = (int32_t)trial_most_draws(&inputs);
    shape[SHAPE_MEASURES] = MEASURES;
    shape[SHAPE_QUANTILES] = QUANTILES;
}

/* Takes in the image of `bytes` bytes, once: an enum image_fault, or NO_MEMORY. */
EXPORT(open_image) int32_t open_image(uint32_t bytes)
{
    const unsigned char *image = ground();
    const size_t above = rounded(bytes);
    struct block counting = { .memory = NULL };
    const enum image_fault fault = image_read(image, bytes, &counting, &inputs);

    if (fault != IMAGE_FINE) {
        return (int32_t)fault;
    }
    block_doubles(&counting, inputs.scenario.layout.size);
    struct block memory = block_at(above, counting.used);

    if (memory.memory == NULL) {
        return NO_MEMORY;
    }
    inputs_end = above + rounded(counting.used);
    const enum image_fault found = image_read(image, bytes, &memory, &inputs);

    if (found != IMAGE_FINE) {
        return (int32_t)found;
    }
    values = block_doubles(&memory, inputs.scenario.layout.size);
    for (size_t index = 0; index < inputs.scenario.layout.size; index++) {
        values[index] = inputs.scenario.values[index];
    }
    fill_shape();
    return DONE;
}

/* Where the numbers of the opened image are. */
EXPORT(shape_place) const int32_t *shape_place(void)
{
    return shape;
}

/* Where the values are that the next call computes with; the scenario's own at first. */
EXPORT(values_place) double *values_place(void)
{
    return values;
}

/* Where an array of the latest call is. */
EXPORT(array_place) const double *array_place(uint32_t array)
{
    return array < ARRAYS ? arrays[array] : NULL;
}

/* 1 + the index of the first value that no scenario could give, or 0. */
static int32_t misfit(void)
{
    const size_t index = values_misfit(&inputs, values);

    return index == inputs.scenario.layout.size ? DONE : (int32_t)index + 1;
}

/* A whole run. */
EXPORT(run_values) int32_t run_values(void)
{
    const int32_t bad = misfit();
    struct result result;

    if (bad != DONE) {
        return bad;
    }
    struct block memory = block_at(inputs_end, run_bytes(&inputs));

    if (memory.memory == NULL) {
        return NO_MEMORY;
    }
    run(&inputs, values, &memory, &result);
    arrays[ARRAY_GAPS] = (const double *)(const void *)result.gaps;
    arrays[ARRAY_POPULATION] = result.population;
    arrays[ARRAY_COMPONENTS] = result.components;
    arrays[ARRAY_ENROLLED] = result.enrolled;
    arrays[ARRAY_PUBLIC_PUPILS] = result.public_pupils;
    arrays[ARRAY_SEATS] = result.seats;
    arrays[ARRAY_SEATS_NOMINAL] = result.seats_nominal;
    return DONE;
}

/* What the draws say, array by array. */
struct said {
    double *quantiles;   /* [series][QUANTILES] */
    double *mean;        /* [series] */
    double *probability; /* [series of the gap] */
    double *expected;    /* [series of the gap] shortage to be expected */
};

static struct said lay_out_said(const struct trial *trial, struct block *memory)
{
    const size_t series = many_runs_series(&trial->runs);
    const size_t of_gap = series / trial->runs.measures;

    return (struct said) { .quantiles = block_doubles(memory, series * QUANTILES),
                           .mean = block_doubles(memory, series),
                           .probability = block_doubles(memory, of_gap),
                           .expected = block_doubles(memory, of_gap) };
}

static void say(const struct trial *trial, const struct said *said)
{
    const size_t all = many_runs_series(&trial->runs);
    const size_t of_gap = all / trial->runs.measures;

    for (size_t series = 0; series < all; series++) {
        const struct series_summary *summary = &trial->result.summaries[series];

        for (size_t quantile = 0; quantile < QUANTILES; quantile++) {
            said->quantiles[series * QUANTILES + quantile] = summary->quantile[quantile];
        }
        said->mean[series] = summary->above.mean;
        if (series < of_gap) {
            said->probability[series] = summary->above.probability;
            said->expected[series] = summary->above.probability * summary->above.excess;
        }
    }
    arrays[ARRAY_QUANTILES] = said->quantiles;
    arrays[ARRAY_MEAN] = said->mean;
    arrays[ARRAY_PROBABILITY] = said->probability;
    arrays[ARRAY_EXPECTED] = said->expected;
}

/* Whether the figures that draws keep can be counted in the engine's memory at all. */
static bool is_too_much(uint32_t count, uint32_t measures)
{
    const struct scenario *scenario = &inputs.scenario;
    const double years = scenario->last_year - scenario->first_year + 1;
    const double rows = (double)gap_places(&inputs.model) * (double)inputs.model.level_count;

    return years * rows * measures * count * sizeof(double) > most_kept;
}

/* The first `count` draws (1 to the scenario's own) of `measures` (1 to MEASURES). */
EXPORT(run_draws) int32_t run_draws(uint32_t count, uint32_t measures)
{
    const int32_t bad = misfit();
    static struct trial trial;
    struct block counting = { .memory = NULL };

    if (bad != DONE || is_too_much(count, measures)) {
        return bad != DONE ? bad : NO_MEMORY;
    }
    trial_of_draws(&trial, &inputs, values, count, measures, &counting);
    lay_out_said(&trial, &counting);
    struct block memory = block_at(inputs_end, counting.used);

    if (memory.memory == NULL) {
        return NO_MEMORY;
    }
    trial_of_draws(&trial, &inputs, values, count, measures, &memory);
    const struct said said = lay_out_said(&trial, &memory);

    trial_go(&trial);
    say(&trial, &said);
    return DONE;
}

/* The gap with each doubtful figure at either end: [input][end][series], where the page draws bars. */
static void put_ends(const struct trial *trial, double *ends)
{
    const size_t all = many_runs_series(&trial->runs);

    for (size_t input = 0; input < inputs.scenario.ensemble.input_count; input++) {
        for (size_t series = 0; series < all; series++) {
            const struct influence *influence = ensemble_influence(&trial->result, series, input);

            ends[(2 * input + 0) * all + series] = influence->low;
            ends[(2 * input + 1) * all + series] = influence->high;
        }
    }
    arrays[ARRAY_ENDS] = ends;
}

EXPORT(run_ends) int32_t run_ends(void)
{
    const int32_t bad = misfit();
    static struct trial trial;
    struct block counting = { .memory = NULL };

    if (bad != DONE) {
        return bad;
    }
    trial_of_ends(&trial, &inputs, values, &counting);
    const size_t ends = many_runs_series(&trial.runs) * inputs.scenario.ensemble.input_count * 2;

    block_doubles(&counting, ends);
    struct block memory = block_at(inputs_end, counting.used);

    if (memory.memory == NULL) {
        return NO_MEMORY;
    }
    trial_of_ends(&trial, &inputs, values, &memory);
    double *put = block_doubles(&memory, ends);

    trial_go(&trial);
    put_ends(&trial, put);
    return DONE;
}
