/* The table of new housing, through the program, on the example of the documentation. */
#include "housing_table.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sysexits.h>

#include "support.h"

#include <criterion/criterion.h>

/* Runs a scenario of the checkout into a new folder's `out`. */
static void run_into(const char *folder, const char *scenario)
{
    char *path = source_path(scenario);
    char *out = joined_path(folder, "out");
    struct run run = run_program(ARGUMENTS("run", path, "--output", out, "--lang", "en"));

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    cr_assert_str_empty(run.err);
    run_free(&run);
    free(out);
    free(path);
}

static char *result(const char *folder, const char *name)
{
    char *out = joined_path(folder, "out");
    char *path = joined_path(out, name);
    char *text = file_exists(path) ? file_text(path, NULL) : NULL;

    free(path);
    free(out);
    return text;
}

/* The numbers of the row that begins so, from its column `from` on. */
static void numbers_of(const char *text, const char *beginning, size_t from, double *numbers, size_t count)
{
    const char *row = strstr(text, beginning);

    cr_assert_not_null(row, "no row %s in\n%s", beginning, text);
    for (size_t column = 0; column < from; column++) {
        row = strchr(row, ',') + 1;
    }
    for (size_t i = 0; i < count; i++) {
        char *end = NULL;

        numbers[i] = strtod(row, &end);
        row = end + 1;
    }
}

/* 600 dwellings over three years from 2024 on (a year late) of 2.93 persons; 120 in 2026, a tenth of them empty. */
Test(housing_table, rows_of_the_example)
{
    static const double river[] = { 200, 586, 120, 42, 60, 18 };
    static const double hill[] = { 120, 316.44, 64.8, 22.68, 32.4, 9.72 };
    char *folder = temporary_folder();
    double numbers[6];

    run_into(folder, "scenarios/housing_example.yaml");
    char *table = result(folder, "housing.csv");

    cr_assert_not_null(table);
    assert_contains(table, "\xef\xbb\xbfyear,counted_from,estate,name,town,status,dwellings,persons,children,"
                           "kindergarten,primary,junior\n2024,2025,river_garden,示例江畔花园,new_quarter,assumed,200,");
    for (const char *const *row =
             (const char *const[]) { "2024,2025,river", "2025,2026,river", "2026,2027,river", NULL };
         *row != NULL; row++) {
        numbers_of(table, *row, 6, numbers, 6);
        assert_close(numbers, river, 6, 1e-9, *row);
    }
    numbers_of(table, "2026,2027,hill_court", 6, numbers, 6);
    assert_close(numbers, hill, 6, 1e-9, "hill_court");
    cr_assert_null(strstr(table, "\n2023,"));
    cr_assert_null(strstr(table, "\n2027,"));
    free(table);
    temporary_folder_remove(folder);
}

/* Inside: 600 and 350 net migrants a year, with estates and without. */
Test(housing_table, components_keep_the_totals)
{
    char *folder = temporary_folder();
    double net = 0;

    run_into(folder, "scenarios/housing_example.yaml");
    char *table = result(folder, "components.csv");

    for (int year = 2020; year < 2032; year++) {
        char row[40];

        sprintf(row, "\n%d,new_quarter,", year);
        numbers_of(table, row, 5, &net, 1);
        assert_near(net, 600, 1e-9, row);
        sprintf(row, "\n%d,old_town,", year);
        numbers_of(table, row, 5, &net, 1);
        assert_near(net, 350, 1e-9, row);
    }
    free(table);
    temporary_folder_remove(folder);
}

/* The school and the kindergarten of the estate are as late as its homes. */
Test(housing_table, projects_of_the_estate)
{
    char *folder = temporary_folder();

    run_into(folder, "scenarios/housing_example.yaml");
    char *table = result(folder, "projects.csv");

    assert_contains(table, "new_quarter,assumed,,yes,2023,2024,no,270");
    assert_contains(table, "new_quarter,assumed,,yes,2023,2024,no,90");
    free(table);
    temporary_folder_remove(folder);
}

Test(housing_table, none_of_a_model_without_estates)
{
    char *folder = temporary_folder();

    run_into(folder, "tests/models/fivefour.yaml");
    char *table = result(folder, "housing.csv");

    cr_assert_null(table);
    temporary_folder_remove(folder);
}

/* resolved.yaml of the example gives the example's numbers again. */
Test(housing_table, resolved_gives_the_same)
{
    char *folder = temporary_folder();
    char *again = temporary_folder();

    run_into(folder, "scenarios/housing_example.yaml");
    char *first = result(folder, "gap.csv");
    char *resolved = joined_path(folder, "out/resolved.yaml");
    char *out = joined_path(again, "out");
    struct run run = run_program(ARGUMENTS("run", resolved, "--output", out));

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    char *second = result(again, "gap.csv");

    assert_same_text(second, first);
    free(second);
    run_free(&run);
    free(out);
    free(resolved);
    free(first);
    temporary_folder_remove(again);
    temporary_folder_remove(folder);
}

/* A model that has only people has no school ages to count. */
Test(housing_table, people_alone)
{
    static const char *const TABLES[] = { "base_population.csv", "fertility.csv", "mortality.csv",      "migration.csv",
                                          "housing.csv",         "towns.csv",     "housing_persons.csv" };
    char *folder = temporary_folder();
    char *model = joined_path(folder, "people");
    char *district = joined_path(model, "district.yaml");
    char *scenario = joined_path(folder, "people.yaml");
    char *out = joined_path(folder, "out");

    cr_assert_eq(mkdir(model, 0777), 0);
    for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
        char *example = source_path("models/example_housing");
        char *from = joined_path(example, TABLES[i]);
        char *to = joined_path(model, TABLES[i]);
        char *text = file_text(from, NULL);

        file_write(to, text);
        free(text);
        free(to);
        free(from);
        free(example);
    }
    file_write(district, "format: 1\nname: people\nstate_date: 09-01\ncensus_date: 2020-09-01\nsrb: 1.05\n"
                         "migration: {schedule: standard, housing: on_top}\n");
    file_write(scenario, "format: 1\nmodel: people\nhorizon: {first: 2020, last: 2024}\n");
    struct run run = run_program(ARGUMENTS("run", scenario, "--output", out));
    char *table = result(folder, "housing.csv");
    static const double expected[] = { 200, 586 };
    double numbers[2];

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(table, "dwellings,persons\n2023,2024,river_garden,");
    numbers_of(table, "2023,2024", 6, numbers, 2);
    assert_close(numbers, expected, 2, 1e-9, "dwellings and persons");
    free(table);
    run_free(&run);
    free(out);
    free(scenario);
    free(district);
    free(model);
    temporary_folder_remove(folder);
}
