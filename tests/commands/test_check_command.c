#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

static struct run check(const struct small_district *district, const char *first, const char *second, const char *third)
{
    const struct run_options options = { .folder = district->folder };

    return run_program_with(ARGUMENTS("--lang", "en", "check", first, second, third), &options);
}

/* A scenario with a key that there is not. */
static void make_bad(const struct small_district *district)
{
    char *path = joined_path(district->folder, "bad.yaml");

    file_write(path, "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\nfertilty: {multiplier: 1}\n");
    free(path);
}

Test(check_command, scenarios_and_models_that_are_good)
{
    struct small_district district = small_district();
    struct run run = check(&district, "small.yaml", "model", NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_same_text(run.out, "small.yaml: no problems\nmodel: no problems\n");
    cr_expect_str_empty(run.err);
    run_free(&run);
    run = run_program(ARGUMENTS("check", district.scenario));
    assert_contains(run.out, "small.yaml：没有问题\n");
    run_free(&run);
    small_district_free(&district);
}

Test(check_command, runs_and_writes_nothing)
{
    struct small_district district = small_district();
    struct run run = check(&district, "small.yaml", NULL, NULL);

    cr_expect_not(small_has(&district, "output"));
    run_free(&run);
    small_district_free(&district);
}

/* One bad file hides neither the files before nor those behind it. */
Test(check_command, a_bad_one_among_good_ones)
{
    struct small_district district = small_district();

    make_bad(&district);
    struct run run = check(&district, "small.yaml", "bad.yaml", "model");

    cr_expect_eq(run.status, EX_DATAERR);
    assert_same_text(run.out, "small.yaml: no problems\nmodel: no problems\n");
    assert_contains(run.err, "bad.yaml:4:1: ");
    assert_contains(run.err, "did you mean 'fertility'?");
    run_free(&run);
    small_district_free(&district);
}

Test(check_command, the_first_failure_gives_the_status)
{
    struct small_district district = small_district();

    make_bad(&district);
    struct run run = check(&district, "none.yaml", "bad.yaml", "small.yaml");

    cr_expect_eq(run.status, EX_NOINPUT);
    assert_contains(run.err, "none.yaml: there is no file 'none.yaml'");
    assert_contains(run.err, "bad.yaml:4:1: ");
    run_free(&run);
    run = check(&district, "bad.yaml", "none.yaml", "small.yaml");
    cr_expect_eq(run.status, EX_DATAERR);
    run_free(&run);
    small_district_free(&district);
}

Test(check_command, a_model_with_several_mistakes_names_them_all)
{
    struct small_district district = small_district();

    small_change(&district, "seats.csv", "east,kindergarten,150", "east,kindergarten,1e");
    small_change(&district, "projects.csv", "C,西街小学扩建,expand,west", "C,西街小学扩建,expand,wset");
    small_table(&district, "mortality.csv", NULL);
    struct run run = check(&district, "model", NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR);
    cr_expect_str_empty(run.out);
    assert_contains(run.err, "model/projects.csv:4:");
    assert_contains(run.err, "did you mean 'west'?");
    assert_contains(run.err, "mortality.csv");
    assert_contains(run.err, "'1e'");
    run_free(&run);
    small_district_free(&district);
}

Test(check_command, a_folder_that_is_no_model)
{
    struct small_district district = small_district();
    struct run run = check(&district, ".", NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "district.yaml");
    run_free(&run);
    small_district_free(&district);
}

Test(check_command, wrong_usage)
{
    struct run run = run_program(ARGUMENTS("check"));

    cr_expect_eq(run.status, EX_USAGE);
    assert_same_text(run.err, "xuewei: “check”后面要写文件或模型文件夹：xuewei --help 有用法\n");
    run_free(&run);
    run = run_program(ARGUMENTS("check", "--lang", "en", "--"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_same_text(run.err, "xuewei: 'check' needs a file or model folder to work on: see xuewei --help\n");
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "check", "none.yaml", "--strict"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_same_text(run.err, "xuewei: 'check' does not take '--strict': see xuewei --help\n");
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "check", "-v"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "'check' does not take '-v'");
    run_free(&run);
}
