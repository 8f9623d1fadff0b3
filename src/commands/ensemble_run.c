#define _DEFAULT_SOURCE

#include "ensemble_run.h"

#include <stdlib.h>
#include <sysexits.h>
#include <unistd.h>

#include "block_memory.h"
#include "crew.h"
#include "interrupt.h"
#include "mem.h"
#include "number.h"
#include "progress.h"
#include "say.h"

/* Runs of a piece of work: some milliseconds, so that Ctrl-C is obeyed soon. */
enum { PIECE = 256 };

/* Of draws, demand and seats are kept beside the gap as long as all three fit in so many bytes. */
static const double kept_usual = 1024.0 * 1024 * 1024;

/** What a thread works in. */
struct hand {
    struct many_runs_room runs;
    struct ensemble_room reduce;
};

/** The work, as the crew sees it. */
struct labour {
    struct ensemble_run *run;
    struct hand *hands; /* [threads] */
    struct progress *progress;
    size_t unit; /* Runs of a piece, or 1 series. */
    size_t all;
};

/* The gap alone of many draws, where all three would take much memory; shares of variance are the gap's. */
static size_t measures_of(const struct inputs *inputs)
{
    struct many_runs all;
    struct block none = { .memory = NULL };

    many_runs_prepare(&all, inputs, MEASURES, &none);
    const double bytes = (double)many_runs_series(&all) * (double)all.design.runs * sizeof(double);
    const enum ensemble_kind kind = inputs->scenario.ensemble.kind;

    return kind == ENSEMBLE_SWEEP || (kind == ENSEMBLE_UNCERTAINTY && bytes <= kept_usual) ? MEASURES : 1;
}

static void lay_out(struct ensemble_run *self, const struct inputs *inputs, struct hand *hands, size_t threads,
                    struct block *memory)
{
    many_runs_prepare(&self->runs, inputs, measures_of(inputs), memory);
    ensemble_result_lay_out(&self->result, &self->runs, memory);
    for (size_t thread = 0; thread < threads; thread++) {
        many_runs_room_lay_out(&self->runs, memory, &hands[thread].runs);
        ensemble_room_lay_out(&hands[thread].reduce, &self->runs, memory);
    }
}

/* Whether the machine has so much memory; says so if not. */
static bool has_memory(size_t bytes, enum language language)
{
    const double giga = 1e9;
    const double there = (double)sysconf(_SC_PHYS_PAGES) * (double)sysconf(_SC_PAGESIZE);

    if ((double)bytes <= there) {
        return true;
    }
    say(language, MESSAGE_ENSEMBLE_MEMORY,
        SLOTS({ "need", number_decimals((double)bytes / giga, 1).text },
              { "there", number_decimals(there / giga, 1).text }));
    return false;
}

static void run_piece(void *of, size_t thread, size_t piece)
{
    const struct labour *labour = of;
    struct ensemble_run *run = labour->run;
    const size_t runs = run->runs.design.runs;
    const size_t first = piece * PIECE;

    many_runs_go(&run->runs, &labour->hands[thread].runs, first, runs - first < PIECE ? runs - first : PIECE,
                 &run->result.kept[first], runs);
}

static void reduce_piece(void *of, size_t thread, size_t piece)
{
    const struct labour *labour = of;

    ensemble_reduce(&labour->run->result, &labour->hands[thread].reduce, piece);
}

static bool watch(void *of, size_t done)
{
    const struct labour *labour = of;
    const size_t runs = done * labour->unit;

    progress_say(labour->progress, runs < labour->all ? runs : labour->all, labour->all);
    return !interrupt_came();
}

/* Runs, then says what they say; how many runs were done where it was stopped. */
static bool work(struct labour *labour, size_t threads, size_t *done)
{
    const struct many_runs *runs = &labour->run->runs;
    const size_t pieces = (runs->design.runs + PIECE - 1) / PIECE;
    const struct crew_work running = { pieces, run_piece, labour };
    const struct crew_work reducing = { many_runs_series(runs), reduce_piece, labour };

    labour->unit = PIECE;
    labour->all = runs->design.runs;
    const size_t did = crew_go(&running, threads, watch, labour);

    *done = did * PIECE < labour->all ? did * PIECE : labour->all;
    if (did < pieces) {
        return false;
    }
    labour->unit = 0;
    return crew_go(&reducing, threads, watch, labour) == reducing.pieces;
}

static void add_outside(struct ensemble_run *self, const struct hand *hands, size_t threads)
{
    for (size_t thread = 0; thread < threads; thread++) {
        self->result.outside += (double)hands[thread].runs.outside;
    }
}

/* What is left to say when all is done, or was stopped. */
static int end_run(struct ensemble_run *self, bool whole, size_t done, enum language language)
{
    if (whole) {
        return EX_OK;
    }
    say(language, MESSAGE_ENSEMBLE_STOPPED,
        SLOTS({ "done", number_whole((double)done).text },
              { "all", number_whole((double)self->runs.design.runs).text }));
    return ENSEMBLE_STOPPED;
}

static int run_all(struct ensemble_run *self, struct hand *hands, size_t threads, enum language language)
{
    struct progress progress;
    struct labour labour = { self, hands, &progress, 0, 0 };
    size_t done = 0;

    progress_begin(&progress, language);
    const bool whole = work(&labour, threads, &done);

    progress_end(&progress);
    add_outside(self, hands, threads);
    return end_run(self, whole, done, language);
}

int ensemble_run(struct ensemble_run *self, const struct inputs *inputs, size_t threads, enum language language)
{
    struct block memory = { .memory = NULL };
    struct hand *hands = mem_array(threads, sizeof *hands);
    int status = EX_UNAVAILABLE;

    *self = (struct ensemble_run) { .memory.bytes = NULL };
    interrupt_watch();
    lay_out(self, inputs, hands, threads, &memory);
    if (has_memory(memory.used, language)) {
        memory = block_memory_make(&self->memory, memory.used);
        lay_out(self, inputs, hands, threads, &memory);
        status = run_all(self, hands, threads, language);
    }
    interrupt_unwatch();
    free(hands);
    return status;
}

void ensemble_run_free(struct ensemble_run *self)
{
    block_memory_free(&self->memory);
}
