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
    size_t piece; /* Runs of a piece; 0 while series are reduced. */
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

/* Of a part the figures alone: it is the others, too, that make a result. */
static void lay_out_part(struct ensemble_run *self, struct hand *hands, size_t threads, struct block *memory)
{
    const size_t figures = many_runs_series(&self->runs) * self->stretch.count;

    self->result = (struct ensemble_result) { .runs = &self->runs, .kept = block_doubles(memory, figures) };
    for (size_t thread = 0; thread < threads; thread++) {
        many_runs_room_lay_out(&self->runs, memory, &hands[thread].runs);
    }
}

static void lay_out(struct ensemble_run *self, const struct inputs *inputs, const struct shard *shard,
                    struct hand *hands, size_t threads, struct block *memory)
{
    many_runs_prepare(&self->runs, inputs, measures_of(inputs), memory);
    self->stretch = shard_stretch(&self->runs, shard);
    if (shard->parts > 0) {
        lay_out_part(self, hands, threads, memory);
        return;
    }
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
    const size_t runs = run->stretch.count;
    const size_t first = piece * labour->piece;
    const size_t left = runs - first;

    many_runs_go(&run->runs, &labour->hands[thread].runs, run->stretch.first + first,
                 left < labour->piece ? left : labour->piece, &run->result.kept[first], runs);
}

static void reduce_piece(void *of, size_t thread, size_t piece)
{
    const struct labour *labour = of;

    ensemble_reduce(&labour->run->result, &labour->hands[thread].reduce, piece);
}

static bool watch(void *of, size_t done)
{
    const struct labour *labour = of;
    const size_t runs = done * labour->piece;

    progress_say(labour->progress, runs < labour->all ? runs : labour->all, labour->all);
    return !interrupt_came();
}

/* Runs; how many runs were done where it was stopped. */
static bool run_pieces(struct labour *labour, size_t threads, size_t *done)
{
    const size_t runs = labour->run->stretch.count;
    const size_t piece = many_runs_piece(runs, threads);
    const size_t pieces = (runs + piece - 1) / piece;
    const struct crew_work work = { pieces, run_piece, labour };

    labour->piece = piece;
    labour->all = runs;
    const size_t did = crew_go(&work, threads, watch, labour);

    *done = did * piece < runs ? did * piece : runs;
    return did == pieces;
}

/* Says of all series what they say. */
static bool reduce_pieces(struct labour *labour, size_t threads)
{
    const struct crew_work work = { many_runs_series(&labour->run->runs), reduce_piece, labour };

    labour->piece = 0;
    return crew_go(&work, threads, watch, labour) == work.pieces;
}

static void add_counted(struct ensemble_run *self, const struct hand *hands, size_t threads)
{
    for (size_t thread = 0; thread < threads; thread++) {
        self->result.outside += (double)hands[thread].runs.outside;
        self->result.overdrawn += (double)hands[thread].runs.overdrawn;
    }
}

/* What is left to say when all is done, or was stopped. */
static int end_run(const struct ensemble_run *self, bool whole, size_t done, enum language language)
{
    if (whole) {
        return EX_OK;
    }
    say(language, MESSAGE_ENSEMBLE_STOPPED,
        SLOTS({ "done", number_whole((double)done).text }, { "all", number_whole((double)self->stretch.count).text }));
    return ENSEMBLE_STOPPED;
}

/** Which runs, and where their figures come from: NULL, from running them. */
struct task {
    struct shard shard;
    ensemble_fill *fill;
    void *of;
};

/* Runs what there is to run, and reduces it unless it is a part. */
static int work(struct ensemble_run *self, const struct task *task, struct labour *labour, size_t threads,
                enum language language)
{
    size_t done = self->stretch.count;
    bool whole = true;

    progress_begin(labour->progress, language);
    if (task->fill == NULL) {
        whole = run_pieces(labour, threads, &done);
        add_counted(self, labour->hands, threads);
    }
    if (task->shard.parts == 0) {
        whole = whole && reduce_pieces(labour, threads);
    }
    progress_end(labour->progress);
    return end_run(self, whole, done, language);
}

static int go(struct ensemble_run *self, const struct inputs *inputs, const struct task *task, size_t threads,
              enum language language)
{
    struct block memory = { .memory = NULL };
    struct hand *hands = mem_array(threads, sizeof *hands);
    struct progress progress;
    struct labour labour = { self, hands, &progress, 0, 0 };
    int status = EX_UNAVAILABLE;

    *self = (struct ensemble_run) { .memory.bytes = NULL };
    interrupt_watch();
    lay_out(self, inputs, &task->shard, hands, threads, &memory);
    if (has_memory(memory.used, language)) {
        memory = block_memory_make(&self->memory, memory.used);
        lay_out(self, inputs, &task->shard, hands, threads, &memory);
        status = task->fill == NULL ? EX_OK : task->fill(self, task->of);
        status = status != EX_OK ? status : work(self, task, &labour, threads, language);
    }
    interrupt_unwatch();
    free(hands);
    return status;
}

int ensemble_run(struct ensemble_run *self, const struct inputs *inputs, size_t threads, enum language language)
{
    return go(self, inputs, &(struct task) { .fill = NULL }, threads, language);
}

int ensemble_run_part(struct ensemble_run *self, const struct inputs *inputs, const struct shard *shard, size_t threads,
                      enum language language)
{
    return go(self, inputs, &(struct task) { .shard = *shard }, threads, language);
}

int ensemble_run_filled(struct ensemble_run *self, const struct inputs *inputs, ensemble_fill *fill, void *of,
                        size_t threads, enum language language)
{
    return go(self, inputs, &(struct task) { .fill = fill, .of = of }, threads, language);
}

bool ensemble_asked(const struct inputs *inputs)
{
    return inputs->scenario.ensemble.kind != ENSEMBLE_NONE && inputs->model.level_count > 0;
}

size_t ensemble_run_parts(const struct inputs *inputs)
{
    struct many_runs runs;
    struct block none = { .memory = NULL };

    many_runs_prepare(&runs, inputs, 1, &none);
    const size_t most = shard_most(&runs);

    return most < SHARDS_MOST ? most : SHARDS_MOST;
}

size_t ensemble_run_bytes(const struct inputs *inputs, size_t parts, size_t threads)
{
    const struct shard last = { parts > 0 ? parts - 1 : 0, parts };
    struct ensemble_run counted;
    struct hand *hands = mem_array(threads, sizeof *hands);
    struct block memory = { .memory = NULL };

    lay_out(&counted, inputs, &last, hands, threads, &memory);
    free(hands);
    return memory.used;
}

void ensemble_run_free(struct ensemble_run *self)
{
    block_memory_free(&self->memory);
}
