#include "slurm_command.h"

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

/* A hundred draws: seven blocks. */
static const char SCENARIO[] =
    "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n"
    "uncertainty:\n  draws: 100\n  seed: 7\n  inputs:\n"
    "    - {parameter: fertility.multiplier, times: {low: 0.9, high: 1.1}, source: made up}\n";

static struct small_district district_with_draws(void)
{
    struct small_district district = small_district();

    file_write(district.scenario, SCENARIO);
    return district;
}

static struct run slurm(const struct small_district *self, const char *const *words)
{
    const struct run_options options = { .folder = self->folder };
    const char *arguments[10] = { "--lang", "en", "slurm", "small.yaml" };

    for (size_t i = 0; words[i] != NULL; i++) {
        arguments[4 + i] = words[i];
    }
    return run_program_with(arguments, &options);
}

Test(slurm_command, writes_scripts_and_tells_how_to_submit)
{
    struct small_district district = district_with_draws();
    struct run run = slurm(&district, ARGUMENTS("--tasks", "3", "--output", "a b"));
    char *path = joined_path(district.folder, "a b.shards/array.sh");

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "a b.shards: array.sh (3 parts, asking for ");
    assert_contains(run.out, "\nto submit: sh 'a b.shards/submit.sh'\n");
    assert_contains(run.out, "to run it again and merge: sh 'a b.shards/submit.sh' 3\n");
    assert_contains(run.out, "the program on the nodes: xuewei (another with --program");
    cr_expect_str_empty(run.err);
    char *script = file_text(path, NULL);

    assert_contains(script, "\nprogram='xuewei'\nscenario='small.yaml'\noutput='a b'\n");
    cr_expect_null(strstr(script, district.folder), "a path of this machine:\n%s", script);
    cr_expect(small_has(&district, "a b.shards/merge.sh"));
    cr_expect(small_has(&district, "a b.shards/submit.sh"));
    free(script);
    free(path);
    run_free(&run);
    small_district_free(&district);
}

/* Without a cluster: what the scripts call gives the result of a single run. */
Test(slurm_command, the_scripts_by_hand)
{
    struct small_district district = district_with_draws();
    const char *program = getenv("XUEWEI_PROGRAM");
    char command[8192];

    cr_assert_not_null(program);
    struct run run = slurm(&district, ARGUMENTS("--tasks", "3", "--program", program));

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    run = small_run(&district, "--output", "output/alone", NULL);
    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    snprintf(command, sizeof command,
             "cd '%s' && for part in 1 2 3; do SLURM_ARRAY_TASK_ID=$part sh output/small.shards/array.sh || exit; done "
             ">said && sh output/small.shards/merge.sh >said && diff -r output/alone output/small",
             district.folder);
    cr_expect_eq(system(command), 0);
    run_free(&run);
    small_district_free(&district);
}

Test(slurm_command, wrong_usage)
{
    static const struct {
        const char *arguments[5];
        int status;
        const char *said;
    } wrong[] = {
        { { NULL }, EX_USAGE, "xuewei: 'slurm' needs --tasks, the number of parts, such as --tasks 8\n" },
        { { "--tasks" }, EX_USAGE, "xuewei: '--tasks' lacks what must follow it: see xuewei --help\n" },
        { { "--task", "0" }, EX_USAGE, "xuewei: --tasks takes a whole number from 1 to 7, not '0'\n" },
        { { "--tasks", "0" }, EX_USAGE, "xuewei: --tasks takes a whole number from 1 to 7, not '0'\n" },
        { { "--tasks", "0", "--lang", "zh" }, EX_USAGE, "xuewei: --tasks 应为 1 至 7 的整数，而不是“0”\n" },
        { { "--tasks", "8" }, EX_USAGE, "xuewei: --tasks takes a whole number from 1 to 7, not '8'\n" },
        { { "--tasks", "many" }, EX_USAGE, "xuewei: --tasks takes a whole number from 1 to 7, not 'many'\n" },
        { { "--tasks", "2", "--shards", "2" },
          EX_USAGE,
          "xuewei: 'slurm' does not take '--shards': see xuewei --help\n" },
        { { "--tasks", "2", "--program", "a\nb" },
          EX_USAGE,
          "the name 'a\\nb' has a line break or another control character, which cannot stand in a script\n" },
        { { "--tasks", "2", "--output", ".." },
          EX_CANTCREAT,
          "'..' cannot be the output folder: give one that has a name of its own\n" },
    };
    struct small_district district = district_with_draws();

    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct run run = slurm(&district, wrong[i].arguments);

        cr_expect_eq(run.status, wrong[i].status, "%s: status %d", wrong[i].said, run.status);
        cr_expect_str_empty(run.out);
        assert_same_text(run.err, wrong[i].said);
        run_free(&run);
    }
    cr_expect_not(small_has(&district, "output"));
    small_district_free(&district);
}

Test(slurm_command, scenarios_that_it_cannot_do)
{
    struct small_district district = small_district();
    struct run run = slurm(&district, ARGUMENTS("--tasks", "2"));

    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "small.yaml: this scenario is a single run, which has no parts");
    run_free(&run);
    file_write(district.scenario, "format: 1\nmodel: model\nhorizon: {first: 2020}\n");
    run = slurm(&district, ARGUMENTS("--tasks", "2"));
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "small.yaml:3:");
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "slurm", "none.yaml", "--tasks", "2"));
    cr_expect_eq(run.status, EX_NOINPUT);
    run_free(&run);
    small_district_free(&district);
}
