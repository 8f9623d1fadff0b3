/*
 * The back-test on four regions of Finland, run by the program as anybody would: what it writes is held against the
 * naive rules and a cohort reckoned here by plain loops, and the table that it prints against the one in README.md.
 */
#include "published.h"
#include "support.h"

#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

enum { AGES = 101, SEXES = 2, STATE = SEXES * AGES, TOWNS = 4, GROUPS = 3, KNOWN = 5, LINE = 1024 };

static const int towns[TOWNS] = { 1, 6, 12, 17 };

static const struct group {
    const char *id;
    int first, last;
} groups[GROUPS] = { { "kindergarten", 3, 5 }, { "primary", 7, 12 }, { "lower_secondary", 13, 15 } };

/* From which year's end to which. */
static const struct pair {
    int origin, target;
} pairs[] = { { 2015, 2020 }, { 2015, 2025 }, { 2020, 2025 } };

enum { PAIRS = sizeof pairs / sizeof *pairs };

static const char case_folder[] = "finland_regions_hindcast_2010_2025";

/* The case's tables, a folder with a model beside them, and what the program said. */
struct ground {
    char *data;
    char *folder;
    char *csv;
    struct run run;
};

/* In a file of its own, see test_cases.c. */
static void keep_table(const char *text)
{
    const char *folder = getenv("XUEWEI_VALIDATION_TABLE");

    if (folder == NULL) {
        return;
    }
    cr_assert(mkdir(folder, 0777) == 0 || errno == EEXIST, "cannot make %s", folder);
    char *path = joined_path(folder, "backtest.txt");

    file_write(path, text);
    free(path);
}

static void link_table(const struct ground *self, const char *name)
{
    char *from = joined_path(self->data, name);
    char *to = joined_path(self->folder, name);

    cr_assert(symlink(from, to) == 0, "cannot link %s", to);
    free(to);
    free(from);
}

static void copy_model(const struct ground *self)
{
    char *from = source_path("tests/validation/finland_regions_backtest/district.yaml");
    char *to = joined_path(self->folder, "district.yaml");
    char *text = file_text(from, NULL);

    file_write(to, text);
    free(text);
    free(to);
    free(from);
}

static struct ground run_backtest(void)
{
    static const char *const TABLES[] = { "base_population_31dec2010.csv", "observed_population_31dec.csv",
                                          "fertility.csv", "mortality.csv", "migration.csv" };
    struct ground self = { .data = NULL };

    keep_table("\n  Back-test             skipped: no finland_regions_hindcast_2010_2025\n");
    self.data = validation_path(case_folder);
    if (!file_exists(self.data)) {
        cr_skip("no case at %s", self.data);
    }
    self.folder = temporary_folder();
    for (size_t table = 0; table < sizeof TABLES / sizeof *TABLES; table++) {
        link_table(&self, TABLES[table]);
    }
    copy_model(&self);
    self.csv = joined_path(self.folder, "errors.csv");
    self.run = run_program(ARGUMENTS("backtest", self.folder, "--lang", "en", "--csv", self.csv));
    cr_assert(self.run.status == 0, "status %d\n%s", self.run.status, self.run.err);
    return self;
}

static void ground_free(struct ground *self)
{
    run_free(&self->run);
    free(self->csv);
    temporary_folder_remove(self->folder);
    free(self->data);
}

static double *table_of(const struct ground *self, const char *file, const char *column, int town, int first,
                        size_t years)
{
    const struct published_axes axes = { first, years, AGES };
    char *path = joined_path(self->data, file);
    double *table = published_table(path, column, town, &axes);

    free(path);
    return table;
}

/* Who was counted at the end of the year. */
static double *counted(const struct ground *self, int town, int year)
{
    return table_of(self, "observed_population_31dec.csv", "population", town, year, 1);
}

static double band(const double *people, int first, int last)
{
    double sum = 0;

    for (int age = first; age <= last; age++) {
        sum += people[age] + people[AGES + age];
    }
    return sum;
}

/* The number in a cell of the program's table, by its row's first cells and its column. */
static double written(const struct ground *self, const struct pair *of, const char *group, int town, int column)
{
    char key[LINE];
    char *text = file_text(self->csv, NULL);

    snprintf(key, sizeof key, "\npopulation,%d-12-31,%d-12-31,%d,children,%s,%d,", of->origin, of->target,
             of->target - of->origin, group, town);
    const char *at = strstr(text, key);

    cr_assert_not_null(at, "no row%s", key);
    at += 1;
    for (int comma = 0; comma < column; comma++) {
        at = strchr(at, ',');
        cr_assert_not_null(at);
        at++;
    }
    const double number = strtod(at, NULL);

    free(text);
    return number;
}

enum { OBSERVED = 7, FORECAST = 9, ERROR = 10, NO_CHANGE = 11, AGEING = 13 };

static void check_naive(const struct ground *self, const struct pair *of, const struct group *group, int town)
{
    double *origin = counted(self, town, of->origin);
    double *target = counted(self, town, of->target);
    const int lead = of->target - of->origin;
    double ageing = 0;

    for (int age = group->first; age <= group->last; age++) {
        const int then = age > lead ? age - lead : 0;

        ageing += origin[then] + origin[AGES + then];
    }
    const double observed = band(target, group->first, group->last);

    assert_near(written(self, of, group->id, town, OBSERVED), observed, 1e-6, "observed");
    assert_near(written(self, of, group->id, town, NO_CHANGE), band(origin, group->first, group->last), 1e-6,
                "no change");
    assert_near(written(self, of, group->id, town, AGEING), ageing, 1e-6, "ageing");
    const double forecast = written(self, of, group->id, town, FORECAST);

    assert_near(written(self, of, group->id, town, ERROR), 100 * (forecast - observed) / observed, 1e-9, "error");
    free(target);
    free(origin);
}

Test(validation_backtest, observed_and_naive_rules_by_hand)
{
    struct ground self = run_backtest();

    for (size_t pair = 0; pair < PAIRS; pair++) {
        for (size_t group = 0; group < GROUPS; group++) {
            for (size_t town = 0; town < TOWNS; town++) {
                check_naive(&self, &pairs[pair], &groups[group], towns[town]);
            }
        }
    }
    ground_free(&self);
}

/* The mean of a table's known years, of a sex and age. */
static double known_mean(const double *table, int cell)
{
    double sum = 0;

    for (int year = 0; year < KNOWN; year++) {
        sum += table[year * STATE + cell];
    }
    return sum / KNOWN;
}

/*
 * Those of a sex who are `from` at the origin, ten years on: half of a year's migrants before its deaths and half after
 * (rule even). Deaths by the mean of mx, with people dying halfway through their year of age (from 1 on).
 */
static double cohort(const double *people, const double *mx, const double *migrants, int sex, int from, int years)
{
    double alive = people[sex * AGES + from];

    for (int age = from; age < from + years; age++) {
        const double now = known_mean(mx, sex * AGES + age);
        const double next = known_mean(mx, sex * AGES + age + 1);
        const double q_now = now / (1 + 0.5 * now);
        const double q_next = next / (1 + 0.5 * next);
        const double survival = (1 - q_now) * (1 - 0.5 * q_next) / (1 - 0.5 * q_now);

        alive += known_mean(migrants, sex * AGES + age) / 2;
        alive = alive * survival + known_mean(migrants, sex * AGES + age + 1) / 2;
    }
    return alive;
}

/* Nobody of 13 to 15 at the end of 2025 was born after the end of 2015: no births are in it. */
Test(validation_backtest, a_cohort_that_needs_no_births)
{
    struct ground self = run_backtest();

    for (size_t town = 0; town < TOWNS; town++) {
        double *people = counted(&self, towns[town], 2015);
        double *mx = table_of(&self, "mortality.csv", "mx", towns[town], 2011, KNOWN);
        double *migrants = table_of(&self, "migration.csv", "net_migrants", towns[town], 2011, KNOWN);
        double sum = 0;

        for (int age = 3; age <= 5; age++) {
            sum += cohort(people, mx, migrants, 0, age, 10) + cohort(people, mx, migrants, 1, age, 10);
        }
        assert_near(written(&self, &pairs[1], "lower_secondary", towns[town], FORECAST), sum, 1e-6, "aged 13 to 15");
        free(migrants);
        free(mx);
        free(people);
    }
    ground_free(&self);
}

/* The part of a text from the line that begins with `first` to the empty line after it. free(). */
static char *paragraph(const char *text, const char *first)
{
    const char *start = strstr(text, first);

    cr_assert_not_null(start, "no '%s'", first);
    const char *end = strstr(start, "\nError: ");

    cr_assert_not_null(end);
    const size_t length = (size_t)(end - start) + 1;
    char *copy = malloc(length + 1);

    cr_assert_not_null(copy);
    memcpy(copy, start, length);
    copy[length] = '\0';
    return copy;
}

Test(validation_backtest, the_table_of_the_readme)
{
    struct ground self = run_backtest();
    char *path = source_path("tests/validation/README.md");
    char *readme = file_text(path, NULL);
    char *table = paragraph(self.run.out, "Level            Lead");
    char kept[4 * LINE];

    snprintf(kept, sizeof kept,
             "\nBack-test on four regions of Finland, errors in %% (tests/validation/README.md):\n%s", table);
    keep_table(kept);
    assert_contains(readme, table);
    assert_contains(self.run.out, "2011-2015");
    assert_contains(self.run.out, "fewer than 10");
    assert_contains(self.run.out, "more than 10 years ahead");
    free(table);
    free(readme);
    free(path);
    ground_free(&self);
}
