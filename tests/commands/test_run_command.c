/* For posix_openpt(). */
#define _XOPEN_SOURCE 700

#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "on_terminal.h"
#include "small_district.h"
#include "support.h"
#include "text.h"

#include <criterion/criterion.h>

Test(run_command, prints_the_gaps_and_leaves_a_folder)
{
    struct small_district district = small_district();
    struct run run = small_run(&district, NULL, NULL, NULL);

    cr_expect_eq(run.status, EX_OK);
    cr_expect_str_empty(run.err, "a run that goes well says nothing on stderr: %s", run.err);
    assert_contains(run.out, "Five-four example district");
    assert_contains(run.out, "Primary school");
    cr_expect_null(strchr(run.out, '\033'), "a pipe gets no colour");
    cr_expect(small_has(&district, "output/small/gap.csv"));
    cr_expect(small_has(&district, "output/small/population.csv"));
    cr_expect(small_has(&district, "output/small/provenance.json"));
    run_free(&run);
    small_district_free(&district);
}

Test(run_command, the_same_run_again_takes_the_place_of_the_first)
{
    struct small_district district = small_district();
    struct run first = small_run(&district, "--output", "there", NULL);
    struct run second = small_run(&district, "--output", "there", NULL);

    cr_expect_eq(second.status, EX_OK, "%s", second.err);
    assert_same_text(second.out, first.out);
    run_free(&first);
    run_free(&second);
    small_district_free(&district);
}

/* The small scenario asks no question, as many do not. */
Test(run_command, what_it_resolved_runs_again)
{
    struct small_district district = small_district();
    struct run run = small_run(&district, NULL, NULL, NULL);
    const struct run_options options = { .folder = district.folder };

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    run = run_program_with(ARGUMENTS("--lang", "en", "run", "output/small/resolved.yaml"), &options);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    small_district_free(&district);
}

Test(run_command, speaks_chinese)
{
    struct small_district district = small_district();
    const struct run_options options = { .folder = district.folder };
    struct run run = run_program_with(ARGUMENTS("run", "small.yaml", "--tables=none", "--lang=zh"), &options);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "五四学制示例区");
    assert_contains(run.out, "缺口");
    run_free(&run);
    small_district_free(&district);
}

Test(run_command, output_where_it_is_wanted)
{
    static const char *const forms[] = { "--output", "-o" };

    for (size_t form = 0; form < sizeof forms / sizeof *forms; form++) {
        struct small_district district = small_district();
        struct run run = small_run(&district, forms[form], "a/b c", NULL);

        cr_expect_eq(run.status, EX_OK, "%s", run.err);
        cr_expect(small_has(&district, "a/b c/gap.csv"));
        cr_expect_not(small_has(&district, "output"));
        run_free(&run);
        small_district_free(&district);
    }
}

Test(run_command, tables_none_makes_no_folder)
{
    struct small_district district = small_district();
    struct run all = small_run(&district, NULL, NULL, NULL);
    struct run none = small_run(&district, "--tables=none", "-o", "elsewhere");

    cr_expect_eq(none.status, EX_OK, "%s", none.err);
    cr_expect_not(small_has(&district, "elsewhere"));
    assert_contains(none.out, "Primary school");
    cr_expect_null(strstr(none.out, ".csv"), "names a file that is not there:\n%s", none.out);
    assert_contains(all.out, "output/small/projects.csv");
    run_free(&all);
    run_free(&none);
    small_district_free(&district);
}

Test(run_command, tables_gap_leaves_the_one_table)
{
    struct small_district district = small_district();
    struct run run = small_run(&district, "--tables", "gap", NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    cr_expect(small_has(&district, "output/small/gap.csv"));
    cr_expect(small_has(&district, "output/small/resolved.yaml"));
    cr_expect_not(small_has(&district, "output/small/population.csv"));
    cr_expect_null(strstr(run.out, "projects.csv"), "names a file that is not there:\n%s", run.out);
    run_free(&run);
    small_district_free(&district);
}

/* The small district's run takes between a kilobyte and a gigabyte. */
Test(run_command, more_memory_than_allowed_is_refused_beforehand)
{
    struct small_district district = small_district();
    struct run run = small_run(&district, "--memory", "1K", NULL);

    cr_expect_eq(run.status, EX_OSERR, "%s", run.err);
    cr_expect_str_empty(run.out, "nothing was run: %s", run.out);
    assert_contains(run.err, " MB of memory beside the model that was read, more than the 0 MB that --memory allows");
    cr_expect_not(small_has(&district, "output/small"));
    run_free(&run);
    run = small_run(&district, "--memory", "1.5G", NULL);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    small_district_free(&district);
}

/* Arguments behind `run`, and what is said of them in English. */
static const struct {
    const char *arguments[4];
    const char *said;
} WRONG[] = {
    { { NULL }, "'run' needs a file or model folder to work on: see xuewei --help" },
    { { "a.yaml", "b.yaml" }, "'run' does not take 'b.yaml': see xuewei --help" },
    { { "a.yaml", "--tables", "some" }, "--tables takes none, gap or all, not 'some'" },
    { { "--tables=", "a.yaml" }, "--tables takes none, gap or all, not ''" },
    { { "a.yaml", "--memory", "much" },
      "--memory takes a number with K, M or G behind it, such as 800M or 2.5G, not 'much'" },
    { { "a.yaml", "--memory", "-1G" },
      "--memory takes a number with K, M or G behind it, such as 800M or 2.5G, not '-1G'" },
    { { "--tables" }, "'--tables' lacks what must follow it: see xuewei --help" },
    { { "a.yaml", "--output" }, "'--output' lacks what must follow it: see xuewei --help" },
    { { "a.yaml", "-o" }, "'-o' lacks what must follow it: see xuewei --help" },
    { { "a.yaml", "--ouput", "b" }, "'run' does not take '--ouput'; did you mean '--output'?" },
    { { "--table-s=all", "a.yaml" }, "'run' does not take '--table-s=all'; did you mean '--tables'?" },
    { { "a.yaml", "--strict" }, "'run' does not take '--strict': see xuewei --help" },
    { { "-x", "a.yaml" }, "'run' does not take '-x': see xuewei --help" },
    { { "a.yaml", "-xo" }, "'run' does not take '-xo': see xuewei --help" },
    { { "-o", "b", "-年" }, "'run' does not take '-年': see xuewei --help" },
};

Test(run_command, wrong_usage)
{
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        const char *const *wrong = WRONG[i].arguments;
        struct run run = run_program(ARGUMENTS("--lang", "en", "run", wrong[0], wrong[1], wrong[2]));
        char expected[200];

        snprintf(expected, sizeof expected, "xuewei: %s\n", WRONG[i].said);
        cr_expect_eq(run.status, EX_USAGE, "%s: status %d", WRONG[i].said, run.status);
        cr_expect_str_empty(run.out);
        assert_same_text(run.err, expected);
        run_free(&run);
    }
    struct run run = run_program(ARGUMENTS("run", "a.yaml", "--ouput", "b"));

    assert_same_text(run.err, "xuewei: “run”不接受“--ouput”；是不是“--output”？\n");
    run_free(&run);
    run = run_program(ARGUMENTS("run", "-o"));
    assert_same_text(run.err, "xuewei: “-o”后面缺少内容：xuewei --help 有用法\n");
    run_free(&run);
    run = run_program(ARGUMENTS("run", "--tables", "所有"));
    assert_same_text(run.err, "xuewei: --tables 只能是 none、gap 或 all，而不是“所有”\n");
    run_free(&run);
}

Test(run_command, a_scenario_that_is_not_there_or_is_bad)
{
    struct small_district district = small_district();
    struct run run = run_program(ARGUMENTS("run", "none.yaml"));

    cr_expect_eq(run.status, EX_NOINPUT);
    assert_same_text(run.err, "none.yaml: 找不到文件“none.yaml”\n");
    run_free(&run);
    file_write(district.scenario,
               "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\nsupply: {opening: soon}\n");
    run = small_run(&district, NULL, NULL, NULL);
    cr_expect_eq(run.status, EX_DATAERR);
    cr_expect_str_empty(run.out);
    assert_contains(run.err, "small.yaml:4:");
    assert_contains(run.err, "'soon'");
    cr_expect_not(small_has(&district, "output"));
    run_free(&run);
    /* The scenario is there, its model is not: bad input. */
    file_write(district.scenario, "format: 1\nmodel: modle\nhorizon: {first: 2020, last: 2025}\n");
    run = small_run(&district, NULL, NULL, NULL);
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "modle");
    run_free(&run);
    small_district_free(&district);
}

Test(run_command, what_is_not_ours_is_left_alone)
{
    struct small_district district = small_district();
    char *path = joined_path(district.model, "towns.csv");
    char *before = file_text(path, NULL);
    struct run run = small_run(&district, "--output", "model", NULL);

    cr_expect_eq(run.status, EX_CANTCREAT);
    cr_expect_str_empty(run.out, "no tables where the result could not be written");
    assert_contains(run.err, "the folder 'model' is no result of xuewei");
    run_free(&run);
    char *after = file_text(path, NULL);

    assert_same_text(after, before);
    run = small_run(&district, "--output", "small.yaml", NULL);
    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, "'small.yaml' exists and is no folder");
    run_free(&run);
    free(after);
    free(before);
    free(path);
    small_district_free(&district);
}

Test(run_command, files_that_may_not_grow)
{
    struct small_district district = small_district();
    const struct run_options options = { .folder = district.folder, .file_size_limit = 1024 };
    struct run run = run_program_with(ARGUMENTS("run", "small.yaml", "--lang", "en"), &options);

    cr_expect_eq(run.status, EX_IOERR, "status %d: %s", run.status, run.err);
    assert_contains(run.err, "larger than files may be here");
    cr_expect_not(small_has(&district, "output/small"));
    run_free(&run);
    small_district_free(&district);
}

/* The result is whole, though what was printed is not. */
Test(run_command, a_full_disk_behind_the_redirection)
{
    struct small_district district = small_district();
    const struct run_options options = { .folder = district.folder, .output_to = "/dev/full" };
    struct run run = run_program_with(ARGUMENTS("run", "small.yaml", "--lang", "en"), &options);

    cr_expect_eq(run.status, EX_IOERR);
    assert_contains(run.err, "what was printed could not be written to the end");
    cr_expect(small_has(&district, "output/small/provenance.json"));
    run_free(&run);
    small_district_free(&district);
}

/* A district with a plan's totals leaves the audit of them with its results. */
Test(run_command, a_plan_is_audited_with_the_run)
{
    char *folder = temporary_folder();
    char *scenario = source_path("scenarios/baseline.yaml");
    char *model = source_path("models/qingcheng");
    char *run_csv = joined_path(folder, "result/audit.csv");
    char *audit_csv = joined_path(folder, "audit.csv");
    const struct run_options options = { .folder = folder };
    struct run run = run_program_with(ARGUMENTS("run", scenario, "-o", "result"), &options);
    struct run audit = run_program_with(ARGUMENTS("audit", model, "--csv", "audit.csv"), &options);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    cr_expect_str_empty(run.err);
    char *by_run = file_text(run_csv, NULL);
    char *by_audit = file_text(audit_csv, NULL);

    assert_same_text(by_run, by_audit);
    free(by_audit);
    free(by_run);
    run_free(&audit);
    run_free(&run);
    free(audit_csv);
    free(run_csv);
    free(model);
    free(scenario);
    temporary_folder_remove(folder);
}

/* The widest line of the text, in columns, colours left out. Changes the text. */
static size_t widest(char *text)
{
    size_t most = 0;
    char *to = text;

    for (const char *from = text; *from != '\0'; from++) {
        if (*from == '\033') {
            from = strchr(from, 'm');
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    for (const char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
        most = text_width(line) > most ? text_width(line) : most;
    }
    return most;
}

static struct run baseline_on_terminal(const char *no_colour, unsigned columns)
{
    const char *const variables[] = { no_colour, NULL };
    char *scenario = source_path("scenarios/baseline.yaml");
    struct run run = run_on_terminal(ARGUMENTS("run", scenario, "--tables", "none"), variables, columns);

    free(scenario);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    cr_expect_str_empty(run.err);
    return run;
}

Test(run_command, a_terminal_gets_colours_and_its_own_width)
{
    struct run narrow = baseline_on_terminal("NO_COLOR=", 80);
    struct run wide = baseline_on_terminal("NO_COLOR=", 120);

    assert_contains(narrow.out, "\033[");
    assert_contains(narrow.out, "合计");
    const size_t narrow_columns = widest(narrow.out);
    const size_t wide_columns = widest(wide.out);

    cr_expect(narrow_columns <= 80, "%zu", narrow_columns);
    cr_expect(wide_columns > 80 && wide_columns <= 120, "%zu", wide_columns);
    run_free(&narrow);
    run_free(&wide);
}

Test(run_command, no_colour_where_the_user_wants_none)
{
    struct run coloured = baseline_on_terminal("NO_COLOR=", 100);
    struct run plain = baseline_on_terminal("NO_COLOR=1", 100);

    cr_expect_null(strchr(plain.out, '\033'));
    widest(coloured.out);
    cr_expect_eq(strncmp(coloured.out, plain.out, strcspn(plain.out, "\n")), 0);
    run_free(&coloured);
    run_free(&plain);
}

/* A terminal that does not know its width gets all years, as a pipe does. */
Test(run_command, a_terminal_without_a_width)
{
    char *scenario = source_path("scenarios/baseline.yaml");
    struct run terminal = baseline_on_terminal("NO_COLOR=1", 0);
    struct run piped = run_program(ARGUMENTS("run", scenario, "--tables", "none"));

    assert_same_text(terminal.out, piped.out);
    run_free(&terminal);
    run_free(&piped);
    free(scenario);
}

/* The district's pupils of two years: 250 in each grade of primary school, 210 in each of junior school, of which 252
 * and 210 children are of the age. */
static void know_pupils(const struct small_district *district, int junior)
{
    char text[1024] = "year,level,grade,pupils\n";

    for (int year = 2019; year <= 2020; year++) {
        for (int grade = 1; grade <= 9; grade++) {
            char row[64];

            snprintf(row, sizeof row, "%d,%s,%d,%d\n", year, grade <= 5 ? "primary" : "junior",
                     grade <= 5 ? grade : grade - 5, grade <= 5 ? 250 : junior);
            strcat(text, row);
        }
    }
    small_table(district, "pupils.csv", text);
    small_change(district, "district.yaml", "migration:", "enrolment: {method: progression}\nmigration:");
}

Test(run_command, pupils_by_grade_progression)
{
    struct small_district district = small_district();

    know_pupils(&district, 210);
    struct run run = small_run(&district, NULL, NULL, NULL);
    char *path = joined_path(district.folder, "output/small/gap.csv");
    char *gap = file_text(path, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "- Pupils by grade progression, not by enrolment rates: Primary school, Junior secondary "
                             "school. Ratios: mean with later years weighing more, from pupils.csv of 2019 to 2020; up "
                             "to school year 2020 pupils are as observed, then projected. Only the district's are "
                             "known; that towns have them by population is assumed.\n");
    assert_contains(run.out, "- Primary school, ratios of the district: grade 1: 0.992 of the children aged 6, 1 to 2: "
                             "1.000, 2 to 3: 1.000, 3 to 4: 1.000, 4 to 5: 1.000.\n");
    assert_contains(run.out, "- Junior secondary school, ratios of the district: grade 1: 0.840 of the last grade of "
                             "Primary school a year before, 1 to 2: 1.000, 2 to 3: 1.000, 3 to 4: 1.000.\n");
    /* 210 children are 6 in 2021: 4 x 250 + 210 x 250 / 252. Junior school has 4 x 210 as long as primary's last grade
     * is 250. */
    assert_contains(gap, "\n2020,,total,primary,1266,1250,");
    assert_contains(gap, "\n2021,,total,primary,1224,1208.333333333333");
    assert_contains(gap, "\n2021,,total,junior,882,840,702,");
    free(gap);
    free(path);
    run_free(&run);
    small_district_free(&district);
}

/* The scenario has the last word. */
Test(run_command, rates_where_the_scenario_wants_them)
{
    struct small_district district = small_district();
    struct run before = small_run(&district, NULL, NULL, NULL);

    know_pupils(&district, 210);
    file_write(district.scenario,
               "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\nenrolment: {method: rates}\n");
    struct run after = small_run(&district, NULL, NULL, NULL);

    cr_expect_eq(after.status, EX_OK, "%s", after.err);
    assert_same_text(after.out, before.out);
    run_free(&after);
    run_free(&before);
    small_district_free(&district);
}
