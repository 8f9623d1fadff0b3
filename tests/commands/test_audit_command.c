/* For posix_openpt(). */
#define _XOPEN_SOURCE 700

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "on_terminal.h"
#include "small_district.h"
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

/* Without projects there is nothing to disagree with. */
Test(audit_command, strict_is_content_where_nothing_disagrees)
{
    struct small_district district = small_district();
    struct run some = run_program(ARGUMENTS("--lang", "en", "audit", district.model, "--strict"));

    small_table(&district, "projects.csv", NULL);
    small_table(&district, "project_seats.csv", NULL);
    struct run none = run_program(ARGUMENTS("--lang", "en", "audit", district.model, "--strict"));

    cr_expect_eq(some.status, 1, "%s", some.out);
    cr_expect_eq(none.status, EX_OK, "%s", none.out);
    cr_expect_str_empty(none.err);
    run_free(&some);
    run_free(&none);
    small_district_free(&district);
}

/* What cannot be written weighs more than what disagrees, and an earlier file is not harmed. */
Test(audit_command, csv_that_fails_leaves_the_earlier_file)
{
    char *folder = temporary_folder();
    char *model = source_path("models/qingcheng");
    char *path = joined_path(folder, "audit.csv");
    const struct run_options options = { .folder = folder, .file_size_limit = 512, .output_to = "/dev/null" };

    file_write(path, "earlier\n");
    struct run run =
        run_program_with(ARGUMENTS("--lang", "en", "audit", model, "--strict", "--csv", "audit.csv"), &options);

    cr_expect_eq(run.status, EX_IOERR);
    assert_contains(run.err, "cannot write 'audit.csv': it would be larger than files may be here");
    char *text = file_text(path, NULL);

    assert_same_text(text, "earlier\n");
    free(text);
    run_free(&run);
    free(path);
    free(model);
    temporary_folder_remove(folder);
}

Test(audit_command, csv_in_the_place_of_a_folder)
{
    char *folder = temporary_folder();
    struct run run = audit_qingcheng("--lang=en", "--csv", folder);

    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, "it is a folder, not a file");
    run_free(&run);
    temporary_folder_remove(folder);
}

/* Also by another name. */
Test(audit_command, csv_in_the_place_of_a_table_of_the_model)
{
    struct small_district district = small_district();
    char *table = joined_path(district.model, "towns.csv");
    char *again = joined_path(district.model, "../model/towns.csv");
    char *before = file_text(table, NULL);
    const char *const names[] = { table, again };

    for (size_t name = 0; name < sizeof names / sizeof *names; name++) {
        struct run run = run_program(ARGUMENTS("--lang=en", "audit", district.model, "--csv", names[name]));
        char *after = file_text(table, NULL);

        cr_expect_eq(run.status, EX_CANTCREAT, "status %d", run.status);
        assert_contains(run.err, "is a file of the model itself and is not overwritten");
        assert_same_text(after, before);
        free(after);
        run_free(&run);
    }
    free(before);
    free(again);
    free(table);
    small_district_free(&district);
}

Test(audit_command, usage_is_explained_in_both_languages)
{
    struct run run = audit_qingcheng("--lang=en", "--csv", NULL);

    assert_same_text(run.err, "xuewei: '--csv' lacks what must follow it: see xuewei --help\n");
    run_free(&run);
    run = audit_qingcheng("--lang=en", "--strct", NULL);
    assert_same_text(run.err, "xuewei: 'audit' does not take '--strct'; did you mean '--strict'?\n");
    run_free(&run);
    run = audit_qingcheng("--lang=en", "--agreed=no", NULL);
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "'audit' does not take '--agreed=no'");
    run_free(&run);
    run = audit_qingcheng("--agred", NULL, NULL);
    assert_same_text(run.err, "xuewei: “audit”不接受“--agred”；是不是“--agreed”？\n");
    run_free(&run);
    run = audit_qingcheng("-s", NULL, NULL);
    assert_contains(run.err, "“audit”不接受“-s”");
    run_free(&run);
}

static struct run audit_on_terminal(const char *no_colour)
{
    const char *const variables[] = { no_colour, NULL };
    char *model = source_path("models/qingcheng");
    struct run run = run_on_terminal(ARGUMENTS("audit", model), variables, 100);

    free(model);
    return run;
}

Test(audit_command, a_terminal_gets_colours_unless_they_are_not_wanted)
{
    struct run coloured = audit_on_terminal("NO_COLOR=");
    struct run plain = audit_on_terminal("NO_COLOR=1");

    assert_contains(coloured.out, "\033[");
    cr_expect_null(strchr(plain.out, '\033'));
    run_free(&coloured);
    run_free(&plain);
}
