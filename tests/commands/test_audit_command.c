#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "support.h"

#include <criterion/criterion.h>

/* Runs `xuewei audit` on the Qingcheng model with these arguments after it. */
static struct run audit_qingcheng(const char *first, const char *second, const char *third)
{
    char *model = source_path("models/qingcheng");
    struct run run = run_program(ARGUMENTS("audit", model, first, second, third));

    free(model);
    return run;
}

Test(audit_command, prints_in_both_languages_and_ends_well)
{
    struct run run = audit_qingcheng("--lang", "en", NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "printed 40,413; difference 520");
    run_free(&run);
    run = audit_qingcheng("--lang", "zh", NULL);
    cr_expect_eq(run.status, EX_OK);
    assert_contains(run.out, "印作 40,413；差 520");
    cr_expect_null(strchr(run.out, '\033'), "a pipe gets no colour");
    run_free(&run);
}

Test(audit_command, strict_fails_where_something_disagrees)
{
    struct run run = audit_qingcheng("--strict", NULL, NULL);

    cr_expect_eq(run.status, 1);
    assert_contains(run.out, "40,413");
    run_free(&run);
}

Test(audit_command, csv_is_written_beside)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "audit.csv");
    struct run run = audit_qingcheng("--csv", path, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    char *csv = file_text(path, NULL);

    assert_contains(csv, "\nA1,headline,");
    free(csv);
    free(path);
    run_free(&run);
    temporary_folder_remove(folder);
}

Test(audit_command, csv_that_cannot_be_written)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "none/audit.csv");
    struct run run = audit_qingcheng("--csv", path, NULL);

    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, path);
    run_free(&run);
    run = audit_qingcheng("--csv", "/dev/full", NULL);
    cr_expect_eq(run.status, EX_IOERR);
    assert_contains(run.err, "/dev/full");
    run_free(&run);
    free(path);
    temporary_folder_remove(folder);
}

Test(audit_command, agreed_checks_on_request)
{
    struct run with = audit_qingcheng("--agreed", "--lang", "en");
    struct run without = audit_qingcheng("--lang", "en", NULL);

    cr_expect_gt(strlen(with.out), strlen(without.out));
    cr_expect_eq(strncmp(with.out, without.out, strlen(without.out)), 0);
    run_free(&with);
    run_free(&without);
}

Test(audit_command, wrong_usage)
{
    struct run run = run_program(ARGUMENTS("audit"));

    cr_expect_eq(run.status, EX_USAGE);
    run_free(&run);
    run = audit_qingcheng("--sloppy", NULL, NULL);
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "--sloppy");
    run_free(&run);
    run = audit_qingcheng("second", NULL, NULL);
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "second");
    run_free(&run);
    run = audit_qingcheng("--csv", NULL, NULL);
    cr_expect_eq(run.status, EX_USAGE);
    run_free(&run);
}

Test(audit_command, missing_and_bad_models)
{
    char *folder = temporary_folder();
    char *missing = joined_path(folder, "none");
    struct run run = run_program(ARGUMENTS("audit", missing));

    cr_expect_eq(run.status, EX_NOINPUT);
    cr_expect_str_not_empty(run.err);
    run_free(&run);
    char *path = joined_path(folder, "district.yaml");

    file_write(path, "format: 7\n");
    run = run_program(ARGUMENTS("audit", folder));
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "district.yaml");
    cr_expect_str_empty(run.out);
    run_free(&run);
    free(path);
    free(missing);
    temporary_folder_remove(folder);
}
