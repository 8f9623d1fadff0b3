/*
 * Measures the program beside the naive engine and numpy and prints one table. `./xw bench` builds and calls it:
 *   bench PROGRAM NAIVE COUNTRY SOURCE FOLDER PYTHON full|quick
 * PYTHON is a python3 that has numpy, or `-`. FOLDER takes the made-up country and what the programs write.
 *   bench kernel SCENARIO        runs the scenario once, for callgrind to count the kernel's instructions,
 *   bench draws SCENARIO         and draws once, for it to count those of a draw
 *   bench plain SCENARIO FOLDER [PEOPLE]  writes what the naive program and jobs.py read
 */
#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "crew.h"
#include "draws.h"
#include "isa_choice.h"
#include "measure.h"
#include "mem.h"
#include "plain_inputs.h"
#include "resolve.h"
#include "result_tables.h"
#include "run.h"
#include "single_run.h"

enum { PATH_ROOM = 4096, ROWS_MOST = 16 };

enum side { OURS, NAIVE, NUMPY, SIDES };

/* How large the jobs are and how often they are run. */
struct extent {
    const char *towns;
    const char *years;
    size_t engine;        /* Runs of a small engine. */
    size_t process;       /* Runs of a small process, */
    size_t numpy_process; /* which takes numpy long to start, */
    size_t large;         /* of a large one, */
    size_t numpy_large;   /* and of that in numpy. */
    const char *draws;    /* What J2 is, */
    const char *draws_of; /* how many draws it has, */
    size_t draws_engine;  /* and runs of it. */
    size_t draws_process;
};

static const struct extent full = { "40000", "30", 300, 100, 5, 3, 1, "j2.yaml", "100000", 10, 10 };
static const struct extent quick = { "40", "5", 3, 2, 1, 1, 1, "j2_quick.yaml", "2000", 2, 2 };

struct row {
    const char *job;
    struct series time[SIDES];
    double peak_mb[SIDES]; /* 0: not a whole process. */
    const char *limit;
};

struct bench {
    const char *self;
    const char *program;
    const char *naive;
    const char *country;
    const char *source;
    const char *folder;
    const char *python; /* NULL: no numpy here. */
    struct extent extent;
    struct pool paths; /* Owned. */
    size_t row_count;
    struct row rows[ROWS_MOST];
    bool failed; /* Engines disagreed, or something could not be run. */
    struct {
        double reading;   /* Model and scenario, to resolved inputs. */
        double first_run; /* In memory that the machine has not given yet. */
        double later_run; /* In memory that it has. */
        double gap_csv;   /* Rows made and thrown away; nothing is written. */
    } parts;              /* Of J3, seconds. */
};

/* A path that lives as long as the driver. */
static const char *path_of(struct bench *self, const char *format, ...) __attribute__((format(printf, 2, 3)));
static const char *path_of(struct bench *self, const char *format, ...)
{
    char *path = pool_array(&self->paths, PATH_ROOM, 1);
    va_list words;

    va_start(words, format);
    vsnprintf(path, PATH_ROOM, format, words);
    va_end(words);
    return path;
}

static struct row *add_row(struct bench *self, const char *job, const char *limit)
{
    struct row *row = &self->rows[self->row_count++];

    *row = (struct row) { .job = job, .limit = limit };
    return row;
}

static void say(const char *what)
{
    fprintf(stderr, "bench: %s ...\n", what);
}

/* Inputs and memory for a run, as the program has them. */
struct engine {
    struct inputs inputs;
    enum keep keep;
    size_t threads;
    unsigned char *owned;
    size_t bytes;
    struct result result;
    struct series time;
};

static bool engine_read(struct engine *self, const char *scenario, enum keep keep, size_t threads)
{
    struct problems problems = { .count = 0 };

    *self = (struct engine) { .keep = keep, .threads = threads };
    const bool good = inputs_read(&self->inputs, scenario, &problems);

    if (good) {
        self->bytes = single_run_bytes(&self->inputs, keep, threads);
        self->owned = mem_array(self->bytes + 64, 1);
    } else {
        problems_print(&problems, stderr, ENGLISH);
    }
    problems_free(&problems);
    return good;
}

static void engine_run(struct engine *self, size_t repeats)
{
    for (size_t i = 0; i < repeats; i++) {
        struct block memory = { .memory = self->owned + 64 - (size_t)self->owned % 64, .size = self->bytes };
        const double began = seconds_now();

        single_run_in(&self->inputs, self->keep, self->threads, &memory, &self->result);
        series_add(&self->time, seconds_now() - began);
    }
}

static void engine_free(struct engine *self)
{
    free(self->owned);
    model_free(&self->inputs.model);
}

/* People of the last state, from those of the first and what came and went: a country's run keeps no others. */
static double last_people(const struct model *model, const struct result *result)
{
    double people = 0;

    for (size_t cell = 0; cell < model->town_count * SEXES * model->ages; cell++) {
        people += result->population[cell];
    }
    for (size_t row = 0; row < (result->states - 1) * model->town_count; row++) {
        const double *of = &result->components[row * COMPONENTS];

        people += of[BIRTHS] - of[DEATHS] + of[ARRIVALS] - of[DEPARTURES] + of[FLOORED];
    }
    return people;
}

/* People of the last state and the gaps of all states, added up over towns: what jobs.py and naive print. */
static void engine_sums(const struct engine *self, double sums[2])
{
    const struct model *model = &self->inputs.model;

    sums[0] = last_people(model, &self->result);
    sums[1] = 0;
    for (size_t state = 0; state < self->result.states; state++) {
        for (size_t level = 0; level < model->level_count; level++) {
            sums[1] += result_gap(&self->result, model, state, gap_places(model) - 1, level)->gap;
        }
    }
}

/* Without the same sums it was not the same work, and the ratio would mean nothing. */
static void expect_same_work(struct bench *self, const char *whose, const double *ours, const struct processes *theirs)
{
    if (theirs->whole.count == 0) {
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        if (!(fabs(ours[i] - theirs->sums[i]) <= 1e-9 * fabs(ours[i]) + 1e-6)) {
            fprintf(stderr, "bench: %s: the %s add up to %.12g, those of the engine to %.12g\n", whose,
                    i == 0 ? "people" : "gaps", theirs->sums[i], ours[i]);
            self->failed = true;
        }
    }
}

static void run_programs(struct bench *self, struct processes *into, const char *const *arguments, size_t repeats,
                         bool listen)
{
    processes_run(into, arguments, repeats, listen);
    self->failed = self->failed || into->status != 0;
}

/* `run` of the naive program (NAIVE) or of jobs.py (NUMPY), which speak alike; nothing where numpy is not here. */
static void run_other(struct bench *self, enum side side, const char *job_folder, const char *people,
                      const char *engine_runs, const char *gap_csv, size_t repeats, struct processes *into)
{
    const char *script = side == NUMPY ? path_of(self, "%s/tests/bench/jobs.py", self->source) : NULL;
    const char *const naive[] = { self->naive, "run", job_folder, people, engine_runs, gap_csv, NULL };
    const char *const numpy[] = { self->python, script, "run", job_folder, people, engine_runs, gap_csv, NULL };

    *into = (struct processes) { .status = 0 };
    if (side == NAIVE || self->python != NULL) {
        run_programs(self, into, side == NAIVE ? naive : numpy, repeats, true);
    }
}

/*
 * A folder of plain arrays for a scenario. Made by a process of its own: what this one has held in memory would count
 * as the peak of all that it starts later.
 */
static const char *plain_folder(struct bench *self, const char *name, const char *scenario, const char *people)
{
    const char *folder = path_of(self, "%s/%s", self->folder, name);
    const char *const make[] = { self->self, "plain", scenario, folder, people, NULL };
    struct processes making;

    mkdir(folder, 0777);
    run_programs(self, &making, make, 1, false);
    return folder;
}

static void take(struct row *row, enum side side, const struct processes *from)
{
    row->time[side] = from->whole;
    row->peak_mb[side] = from->peak_mb;
}

/* J1 in this process, beside the engines of the others, run many times in one process each. */
static void small_engine(struct bench *self, struct engine *engine, const char *folder, const char *people)
{
    struct row *row = add_row(self, "J1 engine: 9 towns, 15 years",
                              "one block of 16 lanes; classes, staff and land of 16 years by town and grade");
    double sums[2];

    say("J1, engines");
    engine_run(engine, self->extent.engine);
    engine_sums(engine, sums);
    row->time[OURS] = engine->time;
    for (enum side side = NAIVE; side < SIDES; side++) {
        struct processes other;

        run_other(self, side, folder, people, path_of(self, "%zu", self->extent.engine), NULL, 1, &other);
        expect_same_work(self, side == NAIVE ? "naive" : "numpy", sums, &other);
        row->time[side] = other.engine;
    }
}

/* J1 from the start of a program to its end. */
static void small_process(struct bench *self, const char *folder, const char *people, const char *tables,
                          const char *job, const char *limit)
{
    struct row *row = add_row(self, job, limit);
    const char *scenario = path_of(self, "%s/tests/bench/j1.yaml", self->source);
    const bool writes = strcmp(tables, "none") != 0;
    const char *const ours[] = {
        self->program, "run", scenario, "--tables", tables, "--output", path_of(self, "%s/j1_result", self->folder),
        NULL
    };
    struct processes processes;

    say(job);
    run_programs(self, &processes, ours, self->extent.process, false);
    take(row, OURS, &processes);
    for (enum side side = NAIVE; side < SIDES; side++) {
        run_other(self, side, folder, people, "1", writes ? path_of(self, "%s/other_gap.csv", self->folder) : NULL,
                  side == NAIVE ? self->extent.process : self->extent.numpy_process, &processes);
        take(row, side, &processes);
    }
}

static void measure_small(struct bench *self)
{
    const char *scenario = path_of(self, "%s/tests/bench/j1.yaml", self->source);
    const char *people = path_of(self, "%s/j1/people.csv", self->folder);
    const char *folder = plain_folder(self, "j1", scenario, people);
    struct engine engine;

    small_process(self, folder, people, "none", "J1 process, --tables none", "start of a process, YAML and CSV read");
    small_process(self, folder, people, "gap", "J1 process, --tables gap", "as above, and files synced to the disk");
    if (engine_read(&engine, scenario, KEEP_ALL, 1)) {
        small_engine(self, &engine, folder, people);
    } else {
        self->failed = true;
    }
    engine_free(&engine);
}

/* Seconds to make the rows of gap.csv. */
static double format_gaps(const struct engine *engine)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);
    FILE *nowhere = fopen("/dev/null", "w");
    const double began = seconds_now();

    if (nowhere != NULL) {
        csv_writer_begin(csv, nowhere);
        gap_table(csv, &engine->inputs, &engine->result);
        csv_writer_end(csv);
        fclose(nowhere);
    }
    free(csv);
    return seconds_now() - began;
}

/* The made-up country, made anew unless it is there in this size. */
static const char *country(struct bench *self)
{
    const char *folder = path_of(self, "%s/country_%s_%s", self->folder, self->extent.towns, self->extent.years);
    const char *const make[] = { self->country, folder, self->extent.towns, self->extent.years, NULL };
    struct processes making;

    if (access(path_of(self, "%s/country.yaml", folder), R_OK) != 0) { /* written last */
        say("making up the country");
        run_programs(self, &making, make, 1, false);
    }
    return folder;
}

/* J3 in this process: its row, its parts, and the sums that the others must come to. False where it cannot be read. */
static bool large_engine(struct bench *self, const char *scenario, struct series *time, double sums[2])
{
    struct engine engine;
    const double began = seconds_now();

    say("J3, the engine");
    if (!engine_read(&engine, scenario, KEEP_SUMS, crew_usual())) {
        engine_free(&engine);
        self->failed = true;
        return false;
    }
    self->parts.reading = seconds_now() - began;
    engine_run(&engine, 1 + self->extent.large);
    engine_sums(&engine, sums);
    *time = engine.time;
    self->parts.first_run = engine.time.seconds[0];
    self->parts.later_run = series_minimum(&engine.time);
    self->parts.gap_csv = format_gaps(&engine);
    engine_free(&engine);
    return true;
}

/* Removes what the program writes with `--tables gap`. */
static void remove_result(struct bench *self, const char *folder)
{
    static const char *const files[] = { "gap.csv", "resolved.yaml", "provenance.json" };

    for (size_t file = 0; file < sizeof files / sizeof *files; file++) {
        remove(path_of(self, "%s/%s", folder, files[file]));
    }
    rmdir(folder);
}

/* J3 where writing takes no disk: a folder in memory. Ours and the naive program's; nothing where there is none. */
static void large_in_memory(struct bench *self, const char *scenario, const char *plain, const char *people)
{
    const char *place = path_of(self, "/dev/shm/xuewei_bench_%ld", (long)getpid());
    const char *result = path_of(self, "%s/country_result", place);
    const char *gap_csv = path_of(self, "%s/other_gap.csv", place);
    const char *const ours[] = { self->program, "run", scenario, "--tables", "gap", "--output", result, NULL };
    struct processes processes;

    if (mkdir(place, 0700) != 0) {
        return;
    }
    struct row *row = add_row(self, "J3 process, gap into memory", "writing and reading CSV");

    say("J3, into memory");
    run_programs(self, &processes, ours, self->extent.large, false);
    take(row, OURS, &processes);
    remove_result(self, result);
    run_other(self, NAIVE, plain, people, "1", gap_csv, self->extent.large, &processes);
    take(row, NAIVE, &processes);
    remove(gap_csv);
    rmdir(place);
}

/*
 * J3. One run of each other program gives both rows: what its engine took, and the whole. The plain arrays that they
 * read are made first and are small; the people they read from the model's own base_population.csv.
 */
static void measure_large(struct bench *self)
{
    const char *folder = country(self);
    const char *scenario = path_of(self, "%s/country.yaml", folder);
    const char *people = path_of(self, "%s/model/base_population.csv", folder);
    const char *result = path_of(self, "%s/country_result", self->folder);
    const char *gap_csv = path_of(self, "%s/other_gap.csv", self->folder);
    const char *const ours[] = { self->program, "run", scenario, "--tables", "gap", "--output", result, NULL };
    const char *plain = plain_folder(self, "j3", scenario, NULL);
    struct row *compute = add_row(self, "J3 engine: a country, 30 years", "classes, staff and land by town and grade");
    struct row *whole = add_row(self, "J3 process, --tables gap", "syncing to the disk");
    struct processes processes[SIDES];
    double sums[2];

    say("J3, the program");
    run_programs(self, &processes[OURS], ours, self->extent.large, false);
    for (enum side side = NAIVE; side < SIDES; side++) {
        say(side == NAIVE ? "J3, naive" : "J3, numpy");
        run_other(self, side, plain, people, "1", gap_csv,
                  side == NAIVE ? self->extent.large : self->extent.numpy_large, &processes[side]);
        compute->time[side] = processes[side].engine;
    }
    remove(gap_csv);
    for (enum side side = OURS; side < SIDES; side++) {
        take(whole, side, &processes[side]);
    }
    large_in_memory(self, scenario, plain, people);
    if (large_engine(self, scenario, &compute->time[OURS], sums)) {
        expect_same_work(self, "naive", sums, &processes[NAIVE]);
        expect_same_work(self, "numpy", sums, &processes[NUMPY]);
    }
}

/* Draws of other random numbers: medians may be apart by a part of the width, widths by a part of themselves. */
static void expect_same_draws(struct bench *self, const char *whose, const struct draws_measured *ours,
                              const struct processes *theirs)
{
    const double apart = fabs(theirs->sums[0] - ours->medians) / ours->widths;
    const double wider = theirs->sums[1] / ours->widths;

    if (theirs->whole.count > 0 && !(apart < 0.02 && wider > 0.9 && wider < 1.1)) {
        fprintf(stderr, "bench: draws of %s: medians add up to %.12g, widths to %.12g; ours to %.12g and %.12g\n",
                whose, theirs->sums[0], theirs->sums[1], ours->medians, ours->widths);
        self->failed = true;
    }
}

/*
 * J2. One run of each other program gives all rows: what its engine took (random numbers, projection, gaps, storing),
 * and the whole with the quantiles.
 */
static void measure_draws(struct bench *self)
{
    const char *scenario = path_of(self, "%s/tests/bench/%s", self->source, self->extent.draws);
    const char *people = path_of(self, "%s/j2/people.csv", self->folder);
    const char *folder = plain_folder(self, "j2", path_of(self, "%s/tests/bench/j1.yaml", self->source), people);
    const char *script = path_of(self, "%s/tests/bench/jobs.py", self->source);
    const char *const ours[] = {
        self->program, "run", scenario, "--tables", "gap", "--output", path_of(self, "%s/j2_result", self->folder), NULL
    };
    const char *const naive[] = { self->naive, "draws", folder, people, self->extent.draws_of, NULL };
    const char *const numpy[] = { self->python, script, "draws", folder, people, self->extent.draws_of, NULL };
    struct row *one = add_row(self, "J2 engine, one thread", "arithmetic, then storing 360 MB past the caches");
    struct row *all = add_row(self, "J2 engine, all threads", "as above");
    struct row *whole = add_row(self, "J2 process, --tables gap", "a third the engine's; fresh memory; quantiles");
    struct processes processes[SIDES] = { { .status = 0 } };
    struct draws_measured drawn;

    say("J2, the program");
    run_programs(self, &processes[OURS], ours, self->extent.draws_process, false);
    say("J2, naive");
    run_programs(self, &processes[NAIVE], naive, 1, true);
    if (self->python != NULL) {
        say("J2, numpy");
        run_programs(self, &processes[NUMPY], numpy, 1, true);
    }
    for (enum side side = OURS; side < SIDES; side++) {
        take(whole, side, &processes[side]);
        one->time[side] = all->time[side] = processes[side].engine;
    }
    say("J2, the engine");
    if (!draws_measure(&drawn, scenario, self->extent.draws_engine)) {
        self->failed = true;
        return;
    }
    one->time[OURS] = drawn.one;
    all->time[OURS] = drawn.all;
    expect_same_draws(self, "naive", &drawn, &processes[NAIVE]);
    expect_same_draws(self, "numpy", &drawn, &processes[NUMPY]);
}

/* Of all draws, one's part. */
static struct series each_of(const struct series *all, size_t draws)
{
    struct series each = { .count = 0 };

    for (size_t i = 0; i < all->count; i++) {
        series_add(&each, all->seconds[i] / (double)draws);
    }
    return each;
}

/* J3 as draws have it: seats only. That it is the same work stands with J2; so few draws have no quantiles to compare.
 */
static void measure_large_draws(struct bench *self)
{
    const char *folder = country(self);
    const char *people = path_of(self, "%s/model/base_population.csv", folder);
    const char *plain = path_of(self, "%s/j3", self->folder);
    const char *script = path_of(self, "%s/tests/bench/jobs.py", self->source);
    const char *const naive[] = { self->naive, "draws", plain, people, "1", NULL };
    const char *const numpy[] = { self->python, script, "draws", plain, people, "1", NULL };
    struct row *row =
        add_row(self, "J3 engine, a draw: seats only", "gaps past the caches; 40,000 towns read for each block");
    struct processes processes;
    struct draws_measured drawn;

    say("J3, a draw");
    run_programs(self, &processes, naive, self->extent.large, true);
    row->time[NAIVE] = processes.engine;
    if (self->python != NULL) {
        run_programs(self, &processes, numpy, self->extent.numpy_large, true);
        row->time[NUMPY] = processes.engine;
    }
    if (draws_measure(&drawn, path_of(self, "%s/country_draws.yaml", folder), self->extent.large)) {
        row->time[OURS] = each_of(&drawn.all, drawn.draws);
    } else {
        self->failed = true;
    }
}

/* The jobs in the order of the table. */
static void (*const jobs[])(struct bench *self) = { measure_small, measure_draws, measure_large, measure_large_draws };

static void print_time(double seconds)
{
    const double ms = 1000 * seconds;

    printf(ms < 10 ? " %8.3f" : ms < 1000 ? " %8.1f" : " %8.0f", ms);
}

static void print_side(const struct series *series, const struct series *ours)
{
    if (series->count == 0) {
        printf(" %8s %8s", "-", "-");
    } else {
        print_time(series_minimum(series));
        print_time(series_median(series));
    }
    if (series != ours && (series->count == 0 || ours->count == 0)) {
        printf(" %6s", "-");
    } else if (series != ours) {
        printf(" %6.1f", series_minimum(series) / series_minimum(ours));
    }
}

static void print_peak(double peak_mb)
{
    if (peak_mb > 0) {
        printf(" %6.0f", peak_mb);
    } else {
        printf(" %6s", "-");
    }
}

/* Shortest and middle run in ms; ratios of the shortest; memory of whole processes. */
static void print_table(const struct bench *self)
{
    printf("%-31s %17s %24s %24s %20s\n", "ms: minimum, median", "ours", "naive C, ratio", "numpy, ratio",
           "peak MB: ours/C/numpy");
    for (size_t i = 0; i < self->row_count; i++) {
        const struct row *row = &self->rows[i];

        printf("%-31s", row->job);
        for (enum side side = OURS; side < SIDES; side++) {
            print_side(&row->time[side], &row->time[OURS]);
        }
        for (enum side side = OURS; side < SIDES; side++) {
            print_peak(row->peak_mb[side]);
        }
        printf("  limit: %s\n", row->limit);
    }
    printf("(J3 here: %s towns, %s years. Ratio: their minimum over ours.)\n", self->extent.towns, self->extent.years);
    printf("J3 in parts, s: reading %.2f, first run %.2f, later run %.2f, rows of gap.csv without writing %.2f\n",
           self->parts.reading, self->parts.first_run, self->parts.later_run, self->parts.gap_csv);
    if (self->python == NULL) {
        printf("numpy: not measured, no python3 with numpy here (Debian: python3-numpy)\n");
    }
}

/* The total of callgrind's file, or NAN. */
static double counted_instructions(const char *path)
{
    FILE *file = fopen(path, "r");
    double total = (double)NAN;
    char line[512];

    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        sscanf(line, "summary: %lf", &total);
        sscanf(line, "totals: %lf", &total);
    }
    if (file != NULL) {
        fclose(file);
    }
    return total;
}

/*
 * Instructions of a function in a run of this program under callgrind, by what the run says it is to be divided by; NAN
 * where that cannot be had.
 */
static double instructions_by(struct bench *self, const char *function, const char *verb, const char *scenario)
{
    const char *out = path_of(self, "%s/callgrind.out", self->folder);
    const char *const valgrind[] = { "valgrind",
                                     "-q",
                                     "--tool=callgrind",
                                     path_of(self, "--toggle-collect=%s", function),
                                     path_of(self, "--callgrind-out-file=%s", out),
                                     self->self,
                                     verb,
                                     path_of(self, "%s/tests/bench/%s", self->source, scenario),
                                     NULL };
    struct processes processes;

    remove(out);
    processes_run(&processes, valgrind, 1, true);
    return processes.status == 0 ? counted_instructions(out) / processes.sums[0] : (double)NAN;
}

/* The steady figures: they do not move with the load of the machine. */
static void print_instructions(struct bench *self)
{
    const char *const version[] = { "valgrind", "--version", NULL };
    struct processes processes;

    processes_run(&processes, version, 1, false);
    if (processes.status != 0) {
        printf("instructions: not counted, no valgrind here\n");
        return;
    }
    say("instructions");
    const double kernel = instructions_by(self, "projection_run_*", "kernel", "j1.yaml");
    const double draws = instructions_by(self, "many_runs_go", "draws", "j2_quick.yaml");

    if (isnan(kernel) || isnan(draws)) {
        printf("instructions: not counted, valgrind cannot run this build\n");
        return;
    }
    printf("instructions of the kernel: %.2f a lane-year-age (callgrind, all ages, of its 16 lanes; J1)\n", kernel);
    printf("instructions of a draw: %.0f (callgrind: 9 towns, 15 years; J2)\n", draws);
}

/* Runs once and says how many lanes x years x sexes x ages the kernel went through. */
static int kernel(const char *scenario)
{
    struct engine engine;

    if (!engine_read(&engine, scenario, KEEP_ALL, 1)) {
        return EXIT_FAILURE;
    }
    engine_run(&engine, 1);
    const struct model *model = &engine.inputs.model;
    const size_t blocks = (model->town_count + LANES - 1) / LANES;

    printf("sums %zu 0\n", blocks * LANES * (engine.result.states - 1) * SEXES * model->ages);
    engine_free(&engine);
    return EXIT_SUCCESS;
}

/* Draws once and says how many. */
static int draws(const char *scenario)
{
    struct draws_measured drawn;

    if (!draws_measure(&drawn, scenario, 0)) {
        return EXIT_FAILURE;
    }
    printf("sums %zu 0\n", drawn.draws);
    return EXIT_SUCCESS;
}

/* Writes the plain arrays of a scenario and, if there is a path for them, its people. */
static int plain(const char *scenario, const char *folder, const char *people)
{
    struct problems problems = { .count = 0 };
    struct inputs inputs;
    struct plain arrays = { .start = NULL };
    bool good = inputs_read(&inputs, scenario, &problems);

    if (good) {
        plain_of_inputs(&arrays, &inputs);
        good = plain_write(&arrays, folder) && (people == NULL || plain_write_people(&arrays, people));
    }
    problems_print(&problems, stderr, ENGLISH);
    plain_free(&arrays);
    problems_free(&problems);
    model_free(&inputs.model);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int argc, char **argv)
{
    if (!isa_choose(getenv("XUEWEI_ISA"))) {
        fputs("bench: no such instruction set here\n", stderr);
        return EXIT_FAILURE;
    }
    if ((argc == 4 || argc == 5) && strcmp(argv[1], "plain") == 0) {
        return plain(argv[2], argv[3], argv[4]);
    }
    if (argc == 3 && strcmp(argv[1], "kernel") == 0) {
        return kernel(argv[2]);
    }
    if (argc == 3 && strcmp(argv[1], "draws") == 0) {
        return draws(argv[2]);
    }
    if (argc != 8 || (strcmp(argv[7], "full") != 0 && strcmp(argv[7], "quick") != 0)) {
        fputs("usage: bench PROGRAM NAIVE COUNTRY SOURCE FOLDER PYTHON full|quick\n", stderr);
        return EXIT_FAILURE;
    }
    struct bench *bench = mem_array(1, sizeof *bench);

    *bench = (struct bench) { .self = argv[0],
                              .program = argv[1],
                              .naive = argv[2],
                              .country = argv[3],
                              .source = argv[4],
                              .folder = argv[5],
                              .python = strcmp(argv[6], "-") == 0 ? NULL : argv[6],
                              .extent = strcmp(argv[7], "full") == 0 ? full : quick };
    mkdir(bench->folder, 0777);
    for (size_t job = 0; job < sizeof jobs / sizeof *jobs; job++) {
        jobs[job](bench);
    }
    print_table(bench);
    print_instructions(bench);
    const bool failed = bench->failed;

    pool_free(&bench->paths);
    free(bench);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
