#include "shard_run.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

/* What the small district is asked; more draws than fit a block, and not a whole number of blocks. */
#define INPUTS                                                                                                         \
    "  inputs:\n"                                                                                                      \
    "    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1, sd: 0.1}, source: made up}\n" \
    "    - {parameter: enrolment.rate_multiplier, key: primary, times: {low: 0.9, high: 1.0}, source: made up}\n"

#define SCENARIO "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n"

static const char UNCERTAINTY[] = SCENARIO "uncertainty:\n  draws: 333\n  seed: 7\n" INPUTS;
static const char SENSITIVITY[] = SCENARIO "sensitivity:\n  draws: 64\n  seed: 7\n" INPUTS;
static const char ONE_AT_A_TIME[] = SCENARIO "sensitivity:\n  draws: 0\n" INPUTS;
static const char SWEEP[] = SCENARIO "sweep:\n"
                                     "  - {parameter: fertility.multiplier, times: {from: 0.8, to: 1.2, steps: 5}}\n"
                                     "  - {parameter: migration.added, add: [-100, 0, 100]}\n";

static struct small_district district_of(const char *scenario)
{
    struct small_district district = small_district();

    file_write(district.scenario, scenario);
    return district;
}

/* The program with these words, of which "-" stands for the next part; run in the district's folder. */
static struct run go(const struct small_district *self, const char *verb, const char *const *words)
{
    const struct run_options options = { .folder = self->folder };
    const char *arguments[12] = { "--lang", "en", verb, "small.yaml" };

    for (size_t i = 0; words[i] != NULL; i++) {
        arguments[4 + i] = words[i];
    }
    return run_program_with(arguments, &options);
}

static void go_well(const struct small_district *self, const char *verb, const char *const *words)
{
    struct run run = go(self, verb, words);

    cr_assert_eq(run.status, EX_OK, "%s %s: %s", verb, words[0], run.err);
    run_free(&run);
}

static void run_part(const struct small_district *self, size_t part, size_t parts, const char *threads)
{
    char shard[48];

    snprintf(shard, sizeof shard, "%zu/%zu", part, parts);
    go_well(self, "run", ARGUMENTS("--output", "merged", "--shard", shard, "--threads", threads));
}

/* Both folders have the same files with the same bytes. */
static void expect_same_folders(const struct small_district *self, const char *a, const char *b)
{
    char command[4096];

    snprintf(command, sizeof command, "cd '%s' && diff -r '%s' '%s'", self->folder, a, b);
    cr_expect_eq(system(command), 0);
}

/* `text` with each `from` replaced by a shorter or equal `to`. */
static void rename_in(char *text, const char *from, const char *to)
{
    for (char *at = strstr(text, from); at != NULL; at = strstr(at, from)) {
        memmove(at + strlen(to), at + strlen(from), strlen(at + strlen(from)) + 1);
        memcpy(at, to, strlen(to));
    }
}

/* The same bytes on disk and on the terminal, whatever the parts and threads. */
static void check_merging(const char *scenario)
{
    static const size_t splits[] = { 1, 3, 7 };
    struct small_district district = district_of(scenario);
    struct run alone = go(&district, "run", ARGUMENTS("--output", "single", "--threads", "2"));

    cr_assert_eq(alone.status, EX_OK, "%s", alone.err);
    for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
        char parts[8];

        snprintf(parts, sizeof parts, "%zu", splits[i]);
        /* From the last to the first: any order will do. */
        for (size_t part = splits[i]; part >= 1; part--) {
            run_part(&district, part, splits[i], part % 2 == 0 ? "1" : "2");
        }
        struct run merged =
            go(&district, "merge", ARGUMENTS("--output", "merged", "--shards", parts, "--threads", i == 1 ? "1" : "2"));

        cr_assert_eq(merged.status, EX_OK, "%s", merged.err);
        expect_same_folders(&district, "single", "merged");
        rename_in(merged.out, "merged", "single");
        assert_same_text(merged.out, alone.out);
        assert_same_text(merged.err, alone.err);
        run_free(&merged);
    }
    run_free(&alone);
    small_district_free(&district);
}

Test(shard_run, draws_merge_to_the_bytes_of_one_run)
{
    check_merging(UNCERTAINTY);
}

Test(shard_run, shares_of_variance_merge_to_the_bytes_of_one_run)
{
    check_merging(SENSITIVITY);
}

/* Fewer runs than parts: some have nothing to do. */
Test(shard_run, few_runs_merge_to_the_bytes_of_one_run)
{
    check_merging(ONE_AT_A_TIME);
}

Test(shard_run, points_merge_to_the_bytes_of_one_run)
{
    check_merging(SWEEP);
}

Test(shard_run, says_what_it_did_and_leaves_no_result)
{
    struct small_district district = district_of(UNCERTAINTY);
    struct run run = go(&district, "run", ARGUMENTS("--shard", "2/3"));

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_same_text(run.out, "part 2 of 3 is done: runs 113 to 224 of 333, written to "
                              "output/small.shards/shard-2-of-3.bin\n");
    cr_expect_str_empty(run.err);
    cr_expect(small_has(&district, "output/small.shards/shard-2-of-3.done"));
    cr_expect_not(small_has(&district, "output/small"));
    run_free(&run);
    run = go(&district, "run", ARGUMENTS("--shard", "1/400"));
    assert_contains(run.out, "part 1 of 400 has none of the 333 runs");
    run_free(&run);
    small_district_free(&district);
}

/* A folder that has parts of one split needs no --shards. */
Test(shard_run, finds_the_split)
{
    struct small_district district = district_of(UNCERTAINTY);

    run_part(&district, 1, 2, "1");
    run_part(&district, 2, 2, "1");
    go_well(&district, "merge", ARGUMENTS("--output", "merged", "--tables", "gap"));
    cr_expect(small_has(&district, "merged/quantiles.csv"));
    cr_expect_not(small_has(&district, "merged/population.csv"));
    run_part(&district, 3, 4, "1");
    struct run run = go(&district, "merge", ARGUMENTS("--output", "merged"));

    cr_expect_eq(run.status, EX_DATAERR);
    assert_same_text(run.err, "merged.shards: there are parts of several splits here (into 2, 4 parts); say with "
                              "--shards which to merge, or move the others away\n");
    run_free(&run);
    small_district_free(&district);
}

static void remove_file(const struct small_district *self, const char *name)
{
    char *path = joined_path(self->folder, name);

    cr_assert_eq(unlink(path), 0, "%s", path);
    free(path);
}

/* Cuts a file's last byte off. */
static void shorten(const struct small_district *self, const char *name)
{
    char *path = joined_path(self->folder, name);
    size_t length = 0;
    char *text = file_text(path, &length);

    file_write_bytes(path, text, length - 1);
    free(text);
    free(path);
}

Test(shard_run, all_that_is_missing_or_damaged_is_named)
{
    struct small_district district = district_of(UNCERTAINTY);

    for (size_t part = 1; part <= 6; part++) {
        run_part(&district, part, 7, "2");
    }
    remove_file(&district, "merged.shards/shard-2-of-7.bin");
    remove_file(&district, "merged.shards/shard-3-of-7.done");
    shorten(&district, "merged.shards/shard-5-of-7.bin");
    shorten(&district, "merged.shards/shard-6-of-7.done"); /* its line break: no matter */
    struct run run = go(&district, "merge", ARGUMENTS("--output", "merged"));

    cr_expect_eq(run.status, EX_DATAERR);
    cr_expect_str_empty(run.out);
    assert_same_text(run.err,
                     "merged.shards/shard-2-of-7.bin: this part is missing\n"
                     "merged.shards/shard-3-of-7.bin: this part was not finished: its mark "
                     "merged.shards/shard-3-of-7.done is missing\n"
                     "merged.shards/shard-5-of-7.bin: this part is not whole or is damaged: it is not what was written "
                     "(its SHA-256 is not that of its mark)\n"
                     "merged.shards/shard-7-of-7.bin: this part is missing\n"
                     "merged.shards: note: parts to be run again, of 7: 2,3,5,7; each with run --shard, or with "
                     "submit.sh 2,3,5,7 under Slurm\n");
    cr_expect_not(small_has(&district, "merged"));
    run_free(&run);
    small_district_free(&district);
}

/* One byte of a part turned over, and a part that is another under a new name, in both languages. */
Test(shard_run, a_flipped_byte_and_two_of_the_same)
{
    struct small_district district = district_of(UNCERTAINTY);
    char *first = joined_path(district.folder, "merged.shards/shard-1-of-3.bin");
    char *second = joined_path(district.folder, "merged.shards/shard-2-of-3.bin");
    char *first_mark = joined_path(district.folder, "merged.shards/shard-1-of-3.done");
    char *second_mark = joined_path(district.folder, "merged.shards/shard-2-of-3.done");
    char *third = joined_path(district.folder, "merged.shards/shard-3-of-3.bin");
    size_t length = 0;

    for (size_t part = 1; part <= 3; part++) {
        run_part(&district, part, 3, "2");
    }
    char *bytes = file_text(first, &length);

    file_write_bytes(second, bytes, length);
    free(bytes);
    bytes = file_text(first_mark, &length);
    file_write_bytes(second_mark, bytes, length);
    free(bytes);
    bytes = file_text(third, &length);
    bytes[length / 2] ^= 1;
    file_write_bytes(third, bytes, length);
    free(bytes);

    struct run english = go(&district, "merge", ARGUMENTS("--output", "merged"));
    struct run chinese = go(&district, "merge", ARGUMENTS("--output", "merged", "--lang", "zh"));

    cr_expect_eq(english.status, EX_DATAERR);
    assert_same_text(english.err,
                     "merged.shards/shard-2-of-3.bin: what it holds is part 1 of 3; was the file renamed?\n"
                     "merged.shards/shard-3-of-3.bin: this part is not whole or is damaged: it is not what was written "
                     "(its SHA-256 is not that of its mark)\n"
                     "merged.shards: note: parts to be run again, of 3: 2,3; each with run --shard, or with "
                     "submit.sh 2,3 under Slurm\n");
    cr_expect_eq(chinese.status, EX_DATAERR);
    assert_contains(chinese.err, "merged.shards/shard-2-of-3.bin: 内容其实是第 1 份（共 3 份）；是否改过文件名？\n"
                                 "merged.shards/shard-3-of-3.bin: "
                                 "这一份不完整或已损坏：内容与写入时不同（SHA-256 与完成标记不符）\n");
    cr_expect_not(small_has(&district, "merged"));
    run_free(&english);
    run_free(&chinese);
    free(first);
    free(second);
    free(first_mark);
    free(second_mark);
    free(third);
    small_district_free(&district);
}

/* Parts run before a table, the scenario or its seed was changed, and parts of a scenario of another name. */
Test(shard_run, parts_of_something_else_are_refused)
{
    struct small_district district = district_of(UNCERTAINTY);

    run_part(&district, 1, 2, "1");
    run_part(&district, 2, 2, "1");
    small_change(&district, "district.yaml", "migration:", "# looked at again\nmigration:");
    struct run run = go(&district, "merge", ARGUMENTS("--output", "merged"));

    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "merged.shards/shard-1-of-2.bin: this part was run with an input model/district.yaml that "
                             "is not the present model/district.yaml");
    assert_contains(run.err, "merged.shards/shard-2-of-2.bin: this part was run with an input");
    run_free(&run);
    file_write(district.scenario, SCENARIO "uncertainty:\n  draws: 333\n  seed: 8\n" INPUTS);
    run = go(&district, "merge", ARGUMENTS("--output", "merged"));
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "an input small.yaml that is not the present small.yaml");
    run_free(&run);

    const struct run_options options = { .folder = district.folder };
    char *other = joined_path(district.folder, "other.yaml");

    file_write(other, UNCERTAINTY);
    free(other);
    run = run_program_with(ARGUMENTS("--lang", "en", "merge", "other.yaml", "--output", "merged"), &options);
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "this part is of the scenario small, not other");
    cr_expect_not(small_has(&district, "merged"));
    run_free(&run);
    small_district_free(&district);
}

/* An earlier result stands where merging is refused. */
Test(shard_run, a_refused_merge_leaves_the_earlier_result)
{
    struct small_district district = district_of(UNCERTAINTY);

    go_well(&district, "run", ARGUMENTS("--output", "merged"));
    go_well(&district, "run", ARGUMENTS("--output", "before"));
    run_part(&district, 1, 2, "1");
    struct run run = go(&district, "merge", ARGUMENTS("--output", "merged"));

    cr_expect_eq(run.status, EX_DATAERR);
    expect_same_folders(&district, "before", "merged");
    run_free(&run);
    small_district_free(&district);
}

Test(shard_run, nothing_to_merge_and_nothing_to_part)
{
    struct small_district district = district_of(UNCERTAINTY);
    struct run run = go(&district, "merge", ARGUMENTS("--output", "merged"));

    cr_expect_eq(run.status, EX_DATAERR);
    assert_same_text(run.err, "merged.shards: there are no parts here; run them first with run --shard\n");
    run_free(&run);
    file_write(district.scenario, SCENARIO);
    run = go(&district, "run", ARGUMENTS("--shard", "1/2"));
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "small.yaml: this scenario is a single run, which has no parts");
    cr_expect_not(small_has(&district, "output"));
    run_free(&run);
    run = go(&district, "merge", ARGUMENTS("--shards", "2"));
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "this scenario is a single run");
    run_free(&run);
    small_district_free(&district);
}

Test(shard_run, a_file_in_the_folders_place)
{
    struct small_district district = district_of(UNCERTAINTY);
    char *path = joined_path(district.folder, "merged.shards");

    file_write(path, "");
    struct run run = go(&district, "run", ARGUMENTS("--output", "merged", "--shard", "1/2"));

    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, "cannot write 'merged.shards': a part of the path is a file, not a folder");
    run_free(&run);
    free(path);
    small_district_free(&district);
}

Test(shard_run, files_that_may_not_grow)
{
    struct small_district district = district_of(UNCERTAINTY);
    const struct run_options options = { .folder = district.folder, .file_size_limit = 1024 };
    struct run run = run_program_with(ARGUMENTS("--lang", "en", "run", "small.yaml", "--shard", "1/2"), &options);

    cr_expect_eq(run.status, EX_IOERR);
    assert_contains(run.err, "larger than files may be here");
    cr_expect_not(small_has(&district, "output/small.shards/shard-1-of-2.bin"));
    cr_expect_not(small_has(&district, "output/small.shards/shard-1-of-2.done"));
    run_free(&run);
    small_district_free(&district);
}

/* Values of --shard that are none. */
Test(shard_run, shards_that_there_are_not)
{
    static const char *const wrong[] = { "5/4",   "0/4",     "0/0",   "1/0",   "-1/4",    "1/-4",
                                         "1.5/4", "1/4.5",   "1",     "1/",    "/4",      "/",
                                         "",      "1/4/4",   "a/b",   "x/4",   "1 / 4",   " 1/4",
                                         "1/4 ",  "01/4",    "+1/4",  "1/1e9", "1/10000", "nan/4",
                                         "1/inf", "1e400/4", "３/８", "1,4",   "0x1/4",   "18446744073709551617/4" };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct run run = run_program(ARGUMENTS("--lang", "en", "run", "a.yaml", "--shard", wrong[i]));
        char expected[300];

        snprintf(expected, sizeof expected,
                 "xuewei: --shard takes a part and the number of parts, such as 3/8: whole numbers, parts from 1 to "
                 "9999, the part from 1 to that; not '%s'\n",
                 wrong[i]);
        cr_expect_eq(run.status, EX_USAGE, "'%s': status %d", wrong[i], run.status);
        assert_same_text(run.err, expected);
        run_free(&run);
        run = run_program(ARGUMENTS("--lang", "zh", "run", "a.yaml", "--shard", wrong[i]));
        snprintf(expected, sizeof expected,
                 "xuewei: --shard 应写作 第几份/共几份，如 3/8；份数为 1 至 9999 的整数，第几份从 1 "
                 "数起、不超过份数，而不是“%s”\n",
                 wrong[i]);
        assert_same_text(run.err, expected);
        run_free(&run);
    }
}

Test(shard_run, wrong_usage)
{
    static const struct {
        const char *arguments[5];
        const char *said;
    } wrong[] = {
        { { "run", "a.yaml", "--shard" }, "'--shard' lacks what must follow it: see xuewei --help" },
        { { "run", "a.yaml", "--shards", "3" }, "'run' does not take '--shards'; did you mean '--shard'?" },
        { { "run", "a.yaml", "--shard=1/2", "--tables=gap" },
          "--shard runs a part and makes no tables; give --tables to merge" },
        { { "merge", "a.yaml", "--shards", "0" }, "--shards takes a whole number from 1 to 9999, not '0'" },
        { { "merge", "a.yaml", "--shards", "3/8" }, "--shards takes a whole number from 1 to 9999, not '3/8'" },
        { { "merge", "a.yaml", "--shard", "3/8" }, "--shards takes a whole number from 1 to 9999, not '3/8'" },
        { { "merge" }, "'merge' needs a file or model folder to work on: see xuewei --help" },
        { { "merge", "a.yaml", "b.yaml" }, "'merge' does not take 'b.yaml': see xuewei --help" },
    };

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        const char *const *words = wrong[i].arguments;
        struct run run = run_program(ARGUMENTS("--lang", "en", words[0], words[1], words[2], words[3]));
        char expected[200];

        snprintf(expected, sizeof expected, "xuewei: %s\n", wrong[i].said);
        cr_expect_eq(run.status, EX_USAGE, "%s: status %d", wrong[i].said, run.status);
        assert_same_text(run.err, expected);
        run_free(&run);
    }
}
