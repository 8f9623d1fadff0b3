#include "shard_file.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "shard_place.h"
#include "shard_reader.h"
#include "support.h"

#include <criterion/criterion.h>

/* A record as provenance has it. */
#define RECORD(version, scenario, draws, input, hash)                                                                  \
    "{\n  \"program\": \"xuewei\",\n  \"version\": \"" version "\",\n  \"format\": 1,\n  \"scenario\": \"" scenario    \
    "\",\n  \"ensemble\": {\"kind\": \"uncertainty\", \"draws\": " draws                                               \
    "},\n  \"inputs\": [\n    {\"name\": \"" input "\", \"bytes\": 7, \"sha256\": \"" hash                             \
    "\"},\n    {\"name\": \"small/towns.csv\", \"bytes\": 8, \"sha256\": "                                             \
    "\"cc\"}\n  ],\n  \"written\": []\n}\n"

static const char OURS[] = RECORD("0.1.0", "small", "50", "small.yaml", "aa");

enum { RUNS = 50, SERIES = 3, PARTS = 3 };

/* A folder, an ensemble of 50 runs in three parts (of 16, 16 and 18 runs) and what was said. */
struct ground {
    char *folder;
    struct many_runs runs;
    struct shard_set set;
    double figures[SERIES * RUNS];
    double read[SERIES * RUNS];
    struct inputs inputs;
    struct problems problems;
};

/* Figures that no rounding would leave as they are: not numbers with a load, zeros with a sign, the smallest. */
static double figure_of(size_t at)
{
    static const double odd[] = { -0.0, INFINITY, -INFINITY, 5e-324, 0.1, 1e308, -1.0 / 3 };

    return at % 11 < sizeof odd / sizeof *odd ? odd[at % 11] : (double)at * 1.1;
}

static void begin(struct ground *self)
{
    *self = (struct ground) { .folder = temporary_folder() };
    self->inputs = (struct inputs) { .model.level_count = 1 };
    self->runs = (struct many_runs) {
        .inputs = &self->inputs, .design.runs = RUNS, .measures = 1, .states = 1, .rows = SERIES, .by_lanes = true
    };
    self->set = (struct shard_set) { .runs = &self->runs, .folder = self->folder, .record = OURS, .parts = PARTS };
    for (size_t at = 0; at < SERIES * RUNS; at++) {
        self->figures[at] = figure_of(at);
        self->read[at] = 77;
    }
}

static void end(struct ground *self)
{
    problems_free(&self->problems);
    temporary_folder_remove(self->folder);
}

static struct shard_figures figures_of(struct ground *self, double *all, size_t part)
{
    const struct shard shard = { part, self->set.parts };

    return (struct shard_figures) { &all[shard_stretch(&self->runs, &shard).first], RUNS, 0, 0 };
}

static void write_part(struct ground *self, size_t part)
{
    struct shard_figures figures = figures_of(self, self->figures, part);

    figures.outside = (double)part + 5;
    figures.overdrawn = (double)part + 7;
    cr_assert_eq(shard_write(&self->set, part, &figures, &self->problems), EX_OK);
}

static bool read_part(struct ground *self, size_t part)
{
    struct shard_figures figures = figures_of(self, self->read, part);

    return shard_read(&self->set, part, &figures, &self->problems);
}

static char *path_of(const struct ground *self, size_t part, const char *ending)
{
    return shard_path(self->folder, &(const struct shard) { part, self->set.parts }, ending);
}

/* All that was said so far, which is then forgotten. free(). */
static char *said(struct ground *self)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    problems_print(&self->problems, stream, ENGLISH);
    fclose(stream);
    problems_free(&self->problems);
    self->problems = (struct problems) { .count = 0 };
    return text;
}

/* The part is refused, with these words and the name of its file (or its mark). */
static void expect_refused(struct ground *self, size_t part, const char *words)
{
    char name[40];

    snprintf(name, sizeof name, "shard-%zu-of-%zu.", part + 1, self->set.parts);
    cr_assert_not(read_part(self, part), "taken: %s", words);
    char *text = said(self);

    assert_contains(text, words);
    assert_contains(text, name);
    free(text);
}

Test(shard_file, comes_back_to_the_bit)
{
    struct ground ground;

    begin(&ground);
    for (size_t part = 0; part < PARTS; part++) {
        struct shard_figures back = figures_of(&ground, ground.read, part);

        write_part(&ground, part);
        cr_expect(shard_read(&ground.set, part, &back, &ground.problems));
        cr_expect_eq(back.outside, (double)part + 5);
        cr_expect_eq(back.overdrawn, (double)part + 7);
    }
    cr_expect_eq(memcmp(ground.read, ground.figures, sizeof ground.figures), 0);
    cr_expect_eq(ground.problems.count, 0);
    end(&ground);
}

/* Nothing of the other parts is touched, nor anything beside the stretch. */
Test(shard_file, keeps_to_its_stretch)
{
    struct ground ground;

    begin(&ground);
    write_part(&ground, 1);
    cr_assert(read_part(&ground, 1));
    for (size_t at = 0; at < SERIES * RUNS; at++) {
        const size_t run = at % RUNS;
        const bool in = run >= 16 && run < 32;

        cr_expect_eq(ground.read[at] == 77, !in, "run %zu", run);
    }
    end(&ground);
}

Test(shard_file, every_length_but_its_own_is_refused)
{
    struct ground ground;
    size_t length = 0;

    begin(&ground);
    write_part(&ground, 0);
    char *path = path_of(&ground, 0, SHARD_FIGURES);
    char *bytes = file_text(path, &length);

    for (size_t left = 0; left < length; left++) {
        file_write_bytes(path, bytes, left);
        expect_refused(&ground, 0, "this part is not whole or is damaged");
    }
    /* file_text() closes with a NUL, which is one byte too many here. */
    file_write_bytes(path, bytes, length + 1);
    expect_refused(&ground, 0, "this part is not whole or is damaged");
    file_write_bytes(path, bytes, length);
    cr_expect(read_part(&ground, 0));
    free(bytes);
    free(path);
    end(&ground);
}

Test(shard_file, every_bit_counts)
{
    struct ground ground;
    size_t length = 0;

    begin(&ground);
    write_part(&ground, 0);
    char *path = path_of(&ground, 0, SHARD_FIGURES);
    char *bytes = file_text(path, &length);

    for (size_t at = 0; at < length; at++) {
        bytes[at] ^= (char)(1 << at % 8);
        file_write_bytes(path, bytes, length);
        expect_refused(&ground, 0, "this part is not whole or is damaged");
        bytes[at] ^= (char)(1 << at % 8);
    }
    free(bytes);
    free(path);
    end(&ground);
}

Test(shard_file, missing_or_without_a_mark)
{
    struct ground ground;

    begin(&ground);
    expect_refused(&ground, 2, "this part is missing");
    write_part(&ground, 2);
    char *path = path_of(&ground, 2, SHARD_FIGURES);
    char *done = path_of(&ground, 2, SHARD_DONE);
    char *mark = file_text(done, NULL);

    cr_assert_eq(unlink(done), 0);
    expect_refused(&ground, 2, "this part was not finished: its mark");
    for (size_t left = 0; left < 64; left += 9) {
        file_write_bytes(done, mark, left);
        expect_refused(&ground, 2, "this mark is not whole or is damaged");
    }
    file_write(done, "the quick brown fox jumps over the lazy dog, and over and over again, and on");
    expect_refused(&ground, 2, "this mark is not whole or is damaged");
    file_write(done, mark);
    cr_expect(read_part(&ground, 2));
    cr_assert_eq(unlink(path), 0);
    expect_refused(&ground, 2, "this part is missing");
    cr_assert_eq(mkdir(path, 0777), 0);
    expect_refused(&ground, 2, "this part cannot be read");
    free(mark);
    free(done);
    free(path);
    end(&ground);
}

/* Part 1 under the name of part 2, with or without its mark. */
Test(shard_file, swapped_files)
{
    struct ground ground;

    begin(&ground);
    write_part(&ground, 0);
    write_part(&ground, 1);
    char *first[2] = { path_of(&ground, 0, SHARD_FIGURES), path_of(&ground, 0, SHARD_DONE) };
    char *second[2] = { path_of(&ground, 1, SHARD_FIGURES), path_of(&ground, 1, SHARD_DONE) };

    cr_assert_eq(rename(first[0], second[0]), 0);
    expect_refused(&ground, 1, "this part is not whole or is damaged");
    cr_assert_eq(rename(first[1], second[1]), 0);
    expect_refused(&ground, 1, "what it holds is part 1 of 3");
    for (size_t i = 0; i < 2; i++) {
        free(first[i]);
        free(second[i]);
    }
    end(&ground);
}

Test(shard_file, a_part_of_another_split)
{
    struct ground ground;

    begin(&ground);
    write_part(&ground, 0);
    char *path[2] = { path_of(&ground, 0, SHARD_FIGURES), path_of(&ground, 0, SHARD_DONE) };

    ground.set.parts = 2;
    char *other[2] = { path_of(&ground, 0, SHARD_FIGURES), path_of(&ground, 0, SHARD_DONE) };

    for (size_t i = 0; i < 2; i++) {
        cr_assert_eq(rename(path[i], other[i]), 0);
        free(path[i]);
        free(other[i]);
    }
    expect_refused(&ground, 0, "what it holds is part 1 of 3");
    end(&ground);
}

/* Records that are not ours, and what is said of them. */
static const struct {
    const char *record;
    const char *said;
} OTHERS[] = {
    { RECORD("0.0.9", "small", "50", "small.yaml", "aa"), "this part was run by xuewei 0.0.9, and this is 0.1.0" },
    { RECORD("0.0.9", "large", "60", "other.yaml", "bb"), "this part was run by xuewei 0.0.9, and this is 0.1.0" },
    { RECORD("0.1.0", "large", "50", "small.yaml", "aa"), "this part is of the scenario large, not small" },
    { RECORD("0.1.0", "small", "50", "small.yaml", "ab"), "an input small.yaml that is not the present small.yaml" },
    { RECORD("0.1.0", "small", "50", "other.yaml", "aa"), "an input other.yaml that is not the present small.yaml" },
    { RECORD("0.1.0", "small", "60", "small.yaml", "aa"),
      "\"ensemble\": {\"kind\": \"uncertainty\", \"draws\": 60} then, \"ensemble\": {\"kind\": \"uncertainty\", "
      "\"draws\": 50} now" },
    { "{\n  \"program\": \"xuewei\",\n  \"version\": \"0.1.0\",\n  \"scenario\": \"small\"\n}\n",
      "an input - that is not the present small.yaml" },
};

Test(shard_file, of_another_version_scenario_or_input)
{
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        struct ground ground;

        begin(&ground);
        ground.set.record = OTHERS[i].record;
        write_part(&ground, 1);
        ground.set.record = OURS;
        expect_refused(&ground, 1, OTHERS[i].said);
        end(&ground);
    }
}

Test(shard_file, of_other_runs)
{
    struct ground ground;

    begin(&ground);
    write_part(&ground, 0);
    ground.runs.design.runs = RUNS + 100;
    expect_refused(&ground, 0, "this part has other runs or series");
    end(&ground);
}

/* A file that bears its own hash but is none of ours. */
Test(shard_file, of_someone_else)
{
    static const char hash_of_nothing[] =
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  shard-1-of-3.bin\n";
    struct ground ground;

    begin(&ground);
    char *path = path_of(&ground, 0, SHARD_FIGURES);
    char *done = path_of(&ground, 0, SHARD_DONE);

    file_write(path, "");
    file_write(done, hash_of_nothing);
    expect_refused(&ground, 0, "this is no part that this xuewei writes");
    free(done);
    free(path);
    end(&ground);
}

/* While new figures are on their way, the old mark does not stand for them. */
Test(shard_file, a_mark_goes_before_what_it_stands_for)
{
    struct ground ground;
    static struct shard_figures figures;

    begin(&ground);
    write_part(&ground, 0);
    char *path = path_of(&ground, 0, SHARD_FIGURES);
    char *done = path_of(&ground, 0, SHARD_DONE);

    cr_assert_eq(unlink(path), 0);
    cr_assert_eq(mkdir(path, 0777), 0); /* what cannot be replaced by a file */
    figures = figures_of(&ground, ground.figures, 0);
    cr_expect_eq(shard_write(&ground.set, 0, &figures, &ground.problems), EX_CANTCREAT);
    cr_expect_not(file_exists(done));
    free(done);
    free(path);
    end(&ground);
}

/* The mark is one of sha256sum's. */
Test(shard_file, the_mark_is_read_by_sha256sum)
{
    struct ground ground;
    char command[4096];

    begin(&ground);
    write_part(&ground, 0);
    snprintf(command, sizeof command, "cd '%s' && sha256sum --check --status shard-1-of-3.done", ground.folder);
    cr_expect_eq(system(command), 0);
    end(&ground);
}
