#include "results.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "page.h"
#include "small_result.h"
#include "support.h"

#include <criterion/criterion.h>

static void write_findings(FILE *stream, const void *of)
{
    fprintf(stream, "finding\n%s\n", (const char *)of);
}

static int write_to(const char *folder, enum tables tables, const struct small_result *small)
{
    struct problems problems = { .count = 0 };
    const struct results results = {
        .inputs = &small->inputs, .result = &small->result, .version = "1.2.3", .audit_csv = write_findings, .of = "A1"
    };
    const int status = results_write(&results, folder, tables, &problems);

    problems_free(&problems);
    return status;
}

static char *content(const char *folder, const char *name)
{
    char *path = joined_path(folder, name);
    char *text = file_text(path, NULL);
    free(path);
    return text;
}

static size_t files_in(const char *folder)
{
    DIR *list = opendir(folder);
    size_t count = 0;
    cr_assert_not_null(list);
    while (readdir(list) != NULL) {
        count++;
    }
    closedir(list);
    return count - 2;
}

static void begin(struct small_result *small)
{
    small_result_begin(small);
    small_result_run(small);
}

Test(results, none_gap_or_all)
{
    static const struct {
        enum tables tables;
        size_t files;
    } cases[] = { { TABLES_ALL, 12 }, { TABLES_GAP, 3 } };
    char *folder = temporary_folder();
    char *place = joined_path(folder, "deep/result");
    struct small_result small;

    begin(&small);
    const bool has_page = page_standing(&small.inputs.model) == PAGE_STANDS; /* what the build had of node and npm */
    cr_assert_eq(write_to(place, TABLES_NONE, &small), EX_OK);
    cr_assert_eq(files_in(folder), 0, "none leaves nothing");
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cr_assert_eq(write_to(place, cases[i].tables, &small), EX_OK);
        cr_assert_eq(files_in(place), cases[i].files + (cases[i].tables == TABLES_ALL && has_page));
    }
    small_result_free(&small);
    free(place);
    temporary_folder_remove(folder);
}

Test(results, tables_for_people_bear_a_mark_and_the_others_none)
{
    char *folder = temporary_folder();
    char *place = joined_path(folder, "result");
    struct small_result small;

    begin(&small);
    cr_assert_eq(write_to(place, TABLES_ALL, &small), EX_OK);
    char *gap = content(place, "gap.csv");
    char *population = content(place, "population.csv");
    char *audit = content(place, "audit.csv");
    char *projects = content(place, "projects.csv");
    char *supply = content(place, "supply.csv");
    cr_assert_eq(strncmp(projects, "\xEF\xBB\xBFproject,", 11), 0);
    cr_assert_eq(strncmp(supply, "\xEF\xBB\xBFschool_year,", 15), 0);
    cr_assert_eq(strncmp(gap, "\xEF\xBB\xBFschool_year,", 15), 0);
    cr_assert_eq(strncmp(population, "year,", 5), 0);
    assert_same_text(audit, "finding\nA1\n");
    free(gap);
    free(population);
    free(audit);
    free(projects);
    free(supply);
    small_result_free(&small);
    free(place);
    temporary_folder_remove(folder);
}

Test(results, the_same_inputs_give_the_same_bytes)
{
    static const char *const names[] = { "gap.csv",    "population.csv", "components.csv", "enrolment.csv",
                                         "supply.csv", "projects.csv",   "resolved.yaml",  "provenance.json" };
    char *folder = temporary_folder();
    char *first = joined_path(folder, "first");
    char *second = joined_path(folder, "second");
    struct small_result small;

    begin(&small);
    cr_assert_eq(write_to(first, TABLES_ALL, &small), EX_OK);
    cr_assert_eq(write_to(second, TABLES_ALL, &small), EX_OK);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *a = content(first, names[i]);
        char *b = content(second, names[i]);
        assert_same_text(a, b);
        free(a);
        free(b);
    }
    small_result_free(&small);
    free(first);
    free(second);
    temporary_folder_remove(folder);
}

Test(results, a_model_without_levels_has_only_people)
{
    char *folder = temporary_folder();
    char *place = joined_path(folder, "result");
    struct small_result small;

    small_result_begin(&small);
    small.inputs.model.level_count = 0;
    small.inputs.model.grade_count = 0;
    small.inputs.model.project_count = 0;
    small.inputs.model.project_seats_count = 0;
    small.inputs.scenario.layout = parameter_layout(&small.inputs.model, 2024);
    parameter_initial(&small.inputs.model, &small.inputs.scenario.layout, small.values);
    small_result_run(&small);
    cr_assert_eq(write_to(place, TABLES_ALL, &small), EX_OK);
    cr_assert_eq(files_in(place), 6, "population, components, audit, tables, resolved, provenance");
    small_result_free(&small);
    free(place);
    temporary_folder_remove(folder);
}

Test(results, an_input_that_has_gone_leaves_the_earlier_result)
{
    const struct source_file gone = { "/nowhere/at/all.csv", "all.csv" };
    char *folder = temporary_folder();
    char *place = joined_path(folder, "result");
    struct small_result small;

    begin(&small);
    cr_assert_eq(write_to(place, TABLES_GAP, &small), EX_OK);
    small.inputs.model.files = &gone;
    small.inputs.model.file_count = 1;
    cr_assert_eq(write_to(place, TABLES_ALL, &small), EX_IOERR);
    cr_assert_eq(files_in(place), 3);
    cr_assert_eq(files_in(folder), 1);
    small_result_free(&small);
    free(place);
    temporary_folder_remove(folder);
}

/* Runs the program on a scenario; its result stands in folder/name. */
static void run_scenario(const char *scenario, const char *folder, const char *name)
{
    char *place = joined_path(folder, name);
    struct run run = run_program(ARGUMENTS("run", scenario, "--output", place));
    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    free(place);
}

Test(results, running_a_resolved_scenario_gives_the_same_again)
{
    static const char *const names[] = { "resolved.yaml", "gap.csv",       "population.csv", "components.csv",
                                         "supply.csv",    "enrolment.csv", "projects.csv" };
    static const char *const scenarios[] = { "scenarios/baseline.yaml", "scenarios/developers_late.yaml",
                                             "scenarios/births_high.yaml", "scenarios/plan_as_printed.yaml" };

    for (size_t i = 0; i < sizeof scenarios / sizeof scenarios[0]; i++) {
        char *folder = temporary_folder();
        char *scenario = source_path(scenarios[i]);
        char *again = joined_path(folder, "first/resolved.yaml");
        char *first = joined_path(folder, "first");
        char *second = joined_path(folder, "second");

        run_scenario(scenario, folder, "first");
        run_scenario(again, folder, "second");
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) {
            char *a = content(first, names[k]);
            char *b = content(second, names[k]);
            assert_same_text(b, a);
            free(a);
            free(b);
        }
        free(first);
        free(second);
        free(again);
        free(scenario);
        temporary_folder_remove(folder);
    }
}
