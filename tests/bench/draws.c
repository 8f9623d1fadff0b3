#include "draws.h"

#include <stdio.h>
#include <stdlib.h>

#include "block_memory.h"
#include "crew.h"
#include "ensemble_result.h"
#include "mem.h"
#include "resolve.h"

/* What threads work on. */
struct labour {
    const struct many_runs *runs;
    struct many_runs_room *rooms; /* [threads] */
    double *kept;
    size_t piece; /* Draws that are taken at once. */
};

static void run_piece(void *of, size_t thread, size_t piece)
{
    const struct labour *labour = of;
    const size_t draws = labour->runs->design.runs;
    const size_t first = piece * labour->piece;
    const size_t left = draws - first;

    many_runs_go(labour->runs, &labour->rooms[thread], first, left < labour->piece ? left : labour->piece,
                 &labour->kept[first], draws);
}

static bool keep_on(void *of, size_t done)
{
    (void)of;
    (void)done;
    return true;
}

static double seconds_of(struct labour *labour, size_t threads)
{
    const size_t draws = labour->runs->design.runs;

    labour->piece = many_runs_piece(draws, threads);
    const struct crew_work work = { (draws + labour->piece - 1) / labour->piece, run_piece, labour };
    const double began = seconds_now();

    crew_go(&work, threads, keep_on, NULL);
    return seconds_now() - began;
}

static void lay_out(const struct inputs *inputs, struct many_runs *runs, struct ensemble_result *result,
                    struct ensemble_room *reduce, struct many_runs_room *rooms, size_t threads, struct block *memory)
{
    many_runs_prepare(runs, inputs, 1, memory);
    ensemble_result_lay_out(result, runs, memory);
    ensemble_room_lay_out(reduce, runs, memory);
    for (size_t thread = 0; thread < threads; thread++) {
        many_runs_room_lay_out(runs, memory, &rooms[thread]);
    }
}

/* The towns' series alone, as the naive program and numpy have them. */
static void add_up(struct draws_measured *self, struct ensemble_result *result, struct ensemble_room *reduce)
{
    const struct many_runs *runs = result->runs;
    const struct model *model = &runs->inputs->model;

    for (size_t state = 0; state < runs->states; state++) {
        for (size_t town = 0; town < model->town_count; town++) {
            for (size_t level = 0; level < model->level_count; level++) {
                const size_t series = many_runs_series_at(runs, MEASURE_GAP, state, town, level);
                const double *quantile = result->summaries[series].quantile;

                ensemble_reduce(result, reduce, series);
                self->medians += quantile[QUANTILES / 2];
                self->widths += quantile[QUANTILES - 1] - quantile[0];
                self->series++;
            }
        }
    }
}

static void measure(struct draws_measured *self, const struct inputs *inputs, size_t repeats)
{
    const size_t threads = crew_usual();
    struct many_runs_room *rooms = mem_array(threads, sizeof *rooms);
    struct block memory = { .memory = NULL };
    struct block_memory owned;
    struct many_runs runs;
    struct ensemble_result result;
    struct ensemble_room reduce;

    lay_out(inputs, &runs, &result, &reduce, rooms, threads, &memory);
    memory = block_memory_make(&owned, memory.used);
    lay_out(inputs, &runs, &result, &reduce, rooms, threads, &memory);
    struct labour labour = { &runs, rooms, result.kept, 0 };

    self->draws = runs.design.runs;
    seconds_of(&labour, threads); /* memory is touched */
    for (size_t i = 0; i < repeats; i++) {
        series_add(&self->all, seconds_of(&labour, threads));
        series_add(&self->one, seconds_of(&labour, 1));
    }
    add_up(self, &result, &reduce);
    block_memory_free(&owned);
    free(rooms);
}

bool draws_measure(struct draws_measured *self, const char *scenario, size_t repeats)
{
    struct problems problems = { .count = 0 };
    struct inputs inputs;
    const bool good = inputs_read(&inputs, scenario, &problems);

    *self = (struct draws_measured) { .draws = 0 };
    if (good) {
        measure(self, &inputs, repeats);
    } else {
        problems_print(&problems, stderr, ENGLISH);
    }
    problems_free(&problems);
    model_free(&inputs.model);
    return good;
}
