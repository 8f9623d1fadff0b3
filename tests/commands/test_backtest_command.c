#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

static const char section[] = "\nbacktest:\n  origins: [2020-09-01]\n  migration: known\n";

/* A model of the district as it is, with this at the end of district.yaml. */
static struct small_district with_section(const char *text)
{
    struct small_district self = small_district();
    char *path = joined_path(self.model, "district.yaml");
    char *before = file_text(path, NULL);
    char *after = malloc(strlen(before) + strlen(text) + 1);

    cr_assert_not_null(after);
    file_write(path, strcat(strcpy(after, before), text));
    free(after);
    free(before);
    free(path);
    return self;
}

static struct run backtest(const struct small_district *self, const char *first, const char *second)
{
    return run_program(ARGUMENTS("--lang", "en", "backtest", self->model, first, second));
}

static const char residents[] = "series,period_start,period_end,value,standard_error,source\n"
                                "residents,2022-09-01,2022-09-01,30000,10,register\n";

/* As many people as the table of the model has, in every later year that is asked for. */
static void observe(const struct small_district *self, const char *years)
{
    char *path = joined_path(self->model, "base_population.csv");
    char *text = file_text(path, NULL);
    char *all = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&all, &size);

    cr_assert_not_null(stream);
    fputs("year,", stream);
    fwrite(text, 1, strcspn(text, "\n") + 1, stream);
    for (const char *year = years; *year != '\0'; year += strcspn(year, " "), year += *year == ' ') {
        for (const char *line = &text[strcspn(text, "\n") + 1]; *line != '\0'; line += strcspn(line, "\n") + 1) {
            fprintf(stream, "%.4s,", year);
            fwrite(line, 1, strcspn(line, "\n") + 1, stream);
        }
    }
    cr_assert_eq(fclose(stream), 0);
    small_table(self, "observed_population.csv", all);
    free(all);
    free(text);
    free(path);
}

Test(backtest_command, the_district_at_its_census)
{
    char *model = source_path("models/qingcheng");
    struct run run = run_program(ARGUMENTS("backtest", model, "--lang", "en"));

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "Standing at 2020-11-01");
    assert_contains(run.out, "2023-12-31   3.3  1,129,700");
    assert_contains(run.out, "too few and too near to judge");
    assert_contains(run.out, "Primary school, entrants 2023 / 2022");
    assert_contains(run.out, "children of the levels' ages cannot be judged");
    assert_contains(run.out, "Pupils were not observed after the origins (Kindergarten, Primary school");
    run_free(&run);
    run = run_program(ARGUMENTS("backtest", model, "--lang", "zh"));
    cr_expect_eq(run.status, EX_OK);
    assert_contains(run.out, "站在 2020-11-01");
    assert_contains(run.out, "小学新生 2023 / 2022");
    cr_expect_null(strchr(run.out, '\033'), "a pipe gets no colour");
    run_free(&run);
    free(model);
}

Test(backtest_command, errors_by_level_and_town)
{
    struct small_district self = with_section(section);

    observe(&self, "2021 2023");
    struct run run = backtest(&self, NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "Errors by level in %");
    assert_contains(run.out, "Errors by town in %");
    assert_contains(run.out, "No year before 2020-09-01 is known of: migration.");
    assert_contains(run.out, "leads in years 1, 3");
    assert_contains(run.out, "There is one origin only");
    assert_contains(run.out, "more than 3 years ahead");
    run_free(&run);
    small_district_free(&self);
}

Test(backtest_command, a_later_origin_uses_what_was_known_then)
{
    struct small_district self = with_section("\nbacktest: {origins: [2021-09-01, 2020-09-01], hold: last}\n");

    observe(&self, "2021 2023");
    struct run run = backtest(&self, NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "Standing at 2021-09-01");
    assert_contains(run.out, "migration 2020.");
    cr_expect(strstr(run.out, "Standing at 2020-09-01") < strstr(run.out, "Standing at 2021-09-01"), "in order of day");
    run_free(&run);
    small_district_free(&self);
}

Test(backtest_command, migrants_beyond_the_residents_are_told)
{
    struct small_district self = with_section(section);

    observe(&self, "2022");
    small_table(&self, "migration.csv", "year,net_migrants\n2020,-100000\n2021,-100000\n2022,-100000\n");
    struct run run = backtest(&self, NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "persons were added to keep nobody below zero");
    run_free(&run);
    small_district_free(&self);
}

Test(backtest_command, csv_has_every_comparison)
{
    struct small_district self = with_section(section);
    char *path = joined_path(self.folder, "errors.csv");

    observe(&self, "2022");
    small_table(&self, "observed.csv", residents);
    struct run run = backtest(&self, "--csv", path);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    char *csv = file_text(path, NULL);

    assert_contains(csv, "\xef\xbb\xbfkind,origin,observed_at,lead,measure,ages,town,observed,");
    assert_contains(csv, "\npopulation,2020-09-01,2022-09-01,2,children,kindergarten,total,");
    assert_contains(csv, "\npopulation,2020-09-01,2022-09-01,2,residents,,total,");
    assert_contains(csv, "\nobserved,2020-09-01,2022-09-01,");
    assert_contains(csv, ",register\n");
    free(csv);
    run_free(&run);
    free(path);
    small_district_free(&self);
}

/* Pupils of the primary grades of 2018 to 2022, each cohort whole from grade to grade. */
static void count_pupils(const struct small_district *self)
{
    char text[4096] = "year,level,grade,pupils\n";

    for (int year = 2018; year <= 2022; year++) {
        for (int grade = 1; grade <= 5; grade++) {
            sprintf(&text[strlen(text)], "%d,primary,%d,%d\n", year, grade, 100 + 10 * (year - grade - 2013));
        }
    }
    small_table(self, "pupils.csv", text);
}

Test(backtest_command, pupils_by_rates_and_by_progression)
{
    struct small_district self = with_section(section);
    char *path = joined_path(self.folder, "errors.csv");

    count_pupils(&self);
    struct run run = backtest(&self, "--csv", path);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "by progression: bias");
    assert_contains(run.out, "Comparisons of pupils behind a figure: 1 at most");
    assert_contains(run.out, "Pupils were not observed after the origins (Kindergarten, Junior secondary school)");
    char *csv = file_text(path, NULL);

    /* five grades of 100 + 10 (year - grade - 2013): 700 in 2020, 750 in 2021, 800 in 2022 */
    assert_contains(csv, "\npupils,2020-09-01,2021,1,rates,primary,total,750,,");
    assert_contains(csv, "\npupils,2020-09-01,2022,2,progression,primary,total,800,,");
    assert_contains(csv, ",700,-12.5,,,0.6,,\n");
    free(csv);
    run_free(&run);
    free(path);
    small_district_free(&self);
}

Test(backtest_command, a_table_of_the_model_is_not_overwritten)
{
    struct small_district self = with_section(section);
    char *path = joined_path(self.model, "observed.csv");

    small_table(&self, "observed.csv", residents);
    struct run run = backtest(&self, "--csv", path);

    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, "is a file of the model itself");
    char *kept = file_text(path, NULL);

    assert_same_text(kept, residents);
    free(kept);
    run_free(&run);
    run = backtest(&self, "--csv", "/dev/full");
    cr_expect_eq(run.status, EX_IOERR);
    run_free(&run);
    free(path);
    small_district_free(&self);
}

Test(backtest_command, without_a_section)
{
    struct small_district self = small_district();
    struct run run = backtest(&self, NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "district.yaml: there is no section 'backtest'; with 'origins: [2020-09-01]' in it");
    cr_expect_str_empty(run.out);
    run_free(&run);
    small_district_free(&self);
}

Test(backtest_command, nothing_was_observed_later)
{
    struct small_district self = with_section(section);
    struct run run = backtest(&self, NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "nothing was observed after the origins");
    cr_expect_str_empty(run.out);
    run_free(&run);
    small_district_free(&self);
}

Test(backtest_command, wrong_usage_and_models)
{
    struct run run = run_program(ARGUMENTS("backtest"));

    cr_expect_eq(run.status, EX_USAGE);
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "backtest", "model", "--cvs", "file"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "--csv");
    run_free(&run);
    run = run_program(ARGUMENTS("backtest", "model", "--csv"));
    cr_expect_eq(run.status, EX_USAGE);
    run_free(&run);
    run = run_program(ARGUMENTS("backtest", "no_such_model"));
    cr_expect_eq(run.status, EX_NOINPUT);
    run_free(&run);
    struct small_district self = with_section("\nbacktest: {hold: median}\n");

    run = backtest(&self, NULL, NULL);
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "hold: found 'median'");
    run_free(&run);
    small_district_free(&self);
}
