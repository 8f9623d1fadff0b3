/* The library as a host sees it: through xuewei.h alone. */
#define _XOPEN_SOURCE 700

#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "xuewei.h"

#include <criterion/criterion.h>

/* The path in the checkout. */
static const char *source(const char *name)
{
    static _Thread_local char path[4096];

    snprintf(path, sizeof path, "%s/%s", getenv("XUEWEI_SOURCE"), name);
    return path;
}

static xuewei *opened(const char *scenario)
{
    xuewei *self = NULL;

    cr_assert_eq(xuewei_open(source(scenario), &self), XUEWEI_OK);
    return self;
}

static double *figures(const xuewei *self, const char *figure)
{
    const size_t count = xuewei_years(self) * xuewei_places(self) * xuewei_levels(self);
    double *values = calloc(count, sizeof *values);

    cr_assert_eq(xuewei_figures(self, figure, values, count), XUEWEI_OK);
    return values;
}

static size_t count_of(const xuewei *self)
{
    return xuewei_years(self) * xuewei_places(self) * xuewei_levels(self);
}

Test(library, dimensions_and_names)
{
    xuewei *self = opened("tests/models/fivefour.yaml");

    cr_assert_eq(xuewei_first_year(self), 2020);
    cr_assert_eq(xuewei_years(self), 6);
    cr_assert_eq(xuewei_towns(self), 3);
    cr_assert_eq(xuewei_levels(self), 3);
    cr_assert_str_eq(xuewei_place_id(self, 0), "east");
    cr_assert_str_eq(xuewei_place_id(self, xuewei_places(self) - 1), "total");
    cr_assert_str_eq(xuewei_place_name(self, 0, XUEWEI_CHINESE), "东街");
    cr_assert_str_eq(xuewei_level_id(self, 0), "kindergarten");
    cr_assert_null(xuewei_place_id(self, xuewei_places(self)));
    cr_assert_null(xuewei_level_name(self, 0, 2));
    cr_assert_str_eq(xuewei_version(), XUEWEI_VERSION);
    xuewei_free(self);
}

/* gap = demand - seats, in every cell; and no run, no figures. */
Test(library, figures_belong_together)
{
    xuewei *self = opened("tests/models/fivefour.yaml");
    double one = 0;

    cr_assert_eq(xuewei_figures(self, "gap", &one, 1), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    double *gap = figures(self, "gap");
    double *demand = figures(self, "demand");
    double *seats = figures(self, "seats");

    for (size_t index = 0; index < count_of(self); index++) {
        cr_assert_float_eq(gap[index], demand[index] - seats[index], 1e-6);
    }
    cr_assert_eq(xuewei_figures(self, "gaps", gap, count_of(self)), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_figures(self, "gap", gap, count_of(self) - 1), XUEWEI_MISUSE);
    free(gap);
    free(demand);
    free(seats);
    xuewei_free(self);
}

/* More births, more children; back again, the same bits. */
Test(library, set_and_run_again)
{
    xuewei *self = opened("scenarios/baseline.yaml");
    double value = 0;

    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    double *before = figures(self, "demand");

    cr_assert_eq(xuewei_get(self, "fertility.multiplier", NULL, 2030, &value), XUEWEI_OK);
    cr_assert_eq(xuewei_set(self, "fertility.multiplier", NULL, 2030, value * 2), XUEWEI_OK);
    cr_assert_eq(xuewei_figures(self, "demand", before, count_of(self)), XUEWEI_MISUSE, "values changed, not yet run");
    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    double *more = figures(self, "demand");

    cr_assert_gt(more[count_of(self) - 2], before[count_of(self) - 2]);
    cr_assert_eq(xuewei_set(self, "fertility.multiplier", NULL, 2030, value), XUEWEI_OK);
    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    double *after = figures(self, "demand");

    cr_assert_eq(memcmp(before, after, count_of(self) * sizeof *after), 0);
    free(before);
    free(more);
    free(after);
    xuewei_free(self);
}

Test(library, bad_settings_change_nothing)
{
    static const struct {
        const char *parameter, *key;
        int year;
        double value;
        const char *code;
    } CASES[] = {
        { "fertility.multiplyer", NULL, 0, 1, "LIBRARY_PARAMETER" },
        { "fertility.multiplier", "east", 0, 1, "LIBRARY_KEY" },
        { "supply.backlog", "senior", 0, 1, "LIBRARY_KEY" },
        { "fertility.multiplier", NULL, 2019, 1, "LIBRARY_YEAR" },
        { "fertility.multiplier", NULL, 2026, 1, "LIBRARY_YEAR" },
        { "fertility.multiplier", NULL, 0, -1, "LIBRARY_VALUE" },
        { "fertility.multiplier", NULL, 0, NAN, "LIBRARY_VALUE" },
        { "fertility.multiplier", NULL, 0, INFINITY, "LIBRARY_VALUE" },
        { "supply.delay_years", "developer", 0, 0.5, "LIBRARY_VALUE" },
        { "supply.opening", NULL, 0, 1, "LIBRARY_CHOICE" },
    };
    xuewei *self = opened("tests/models/fivefour.yaml");

    for (size_t index = 0; index < sizeof CASES / sizeof CASES[0]; index++) {
        struct xuewei_problem problem;

        cr_assert_eq(xuewei_set(self, CASES[index].parameter, CASES[index].key, CASES[index].year, CASES[index].value),
                     XUEWEI_BAD_INPUT, "case %zu", index);
        cr_assert_eq(xuewei_problem_count(self), 1);
        cr_assert_eq(xuewei_problem(self, 0, &problem), XUEWEI_OK);
        cr_assert_str_eq(problem.code, CASES[index].code, "case %zu", index);
        cr_assert_eq(problem.is_note, 0);
    }
    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    xuewei_free(self);
}

/* Seats below zero are found by running. */
Test(library, a_run_that_contradicts_itself)
{
    xuewei *self = opened("tests/models/fivefour.yaml");
    struct xuewei_problem problem;

    cr_assert_eq(xuewei_set(self, "supply.backlog", "junior", XUEWEI_ALL_YEARS, -100000), XUEWEI_OK);
    cr_assert_eq(xuewei_run(self), XUEWEI_BAD_INPUT);
    cr_assert_eq(xuewei_problem(self, 0, &problem), XUEWEI_OK);
    cr_assert_str_eq(problem.code, "SEATS_BELOW_ZERO");
    cr_assert_eq(xuewei_set(self, "supply.backlog", "junior", XUEWEI_ALL_YEARS, 0), XUEWEI_OK);
    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    xuewei_free(self);
}

Test(library, problems_have_places)
{
    xuewei *self = NULL;
    struct xuewei_problem problem;

    cr_assert_eq(xuewei_open(source("tests/scenarios/invalid/notice_year_outside.yaml"), &self), XUEWEI_BAD_INPUT);
    cr_assert_eq(xuewei_problem_count(self), 1);
    cr_assert_eq(xuewei_problem(self, 0, &problem), XUEWEI_OK);
    cr_assert_str_eq(problem.code, "NOTICE_YEAR_OUTSIDE");
    cr_assert_eq(problem.line, 4);
    cr_assert_eq(problem.column, 23);
    cr_assert_not_null(strstr(problem.file, "notice_year_outside.yaml"));
    cr_assert_not_null(strstr(problem.text[XUEWEI_ENGLISH], "2026"));
    cr_assert_not_null(strstr(problem.text[XUEWEI_CHINESE], "学年"));
    cr_assert_eq(xuewei_problem(self, 1, &problem), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_run(self), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_places(self), 0);
    xuewei_free(self);
}

Test(library, misuse)
{
    xuewei *self = NULL;
    double value = 0;

    cr_assert_eq(xuewei_open(NULL, &self), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_open("x", NULL), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_run(NULL), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_set(NULL, "a", NULL, 0, 1), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_get(NULL, "a", NULL, 0, &value), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_figures(NULL, "gap", &value, 1), XUEWEI_MISUSE);
    cr_assert_eq(xuewei_problem_count(NULL), 0);
    cr_assert_null(xuewei_place_id(NULL, 0));
    xuewei_free(NULL);
    cr_assert_eq(xuewei_open("/nowhere/at all.yaml", &self), XUEWEI_BAD_INPUT);
    xuewei_free(self);
}

/* Neither result nor mistake is printed: both ends go to a file, which stays empty. */
Test(library, never_prints)
{
    FILE *said = tmpfile();
    const int out = dup(1);
    const int err = dup(2);
    xuewei *self = NULL;

    fflush(NULL);
    dup2(fileno(said), 1);
    dup2(fileno(said), 2);
    const int bad = xuewei_open(source("tests/scenarios/invalid/notice_year_outside.yaml"), &self);
    xuewei_free(self);
    const int good = xuewei_open(source("scenarios/uncertainty.yaml"), &self);
    const int run = xuewei_run(self);
    xuewei_free(self);
    fflush(NULL);
    dup2(out, 1);
    dup2(err, 2);
    cr_assert_eq(bad, XUEWEI_BAD_INPUT);
    cr_assert_eq(good, XUEWEI_OK);
    cr_assert_eq(run, XUEWEI_OK);
    cr_assert_eq(lseek(fileno(said), 0, SEEK_END), 0);
    fclose(said);
}

/* A host's own signals and locale stand as they were. */
Test(library, leaves_signals_and_locale)
{
    struct sigaction before[32];
    struct sigaction after;
    char *locale = strdup(setlocale(LC_ALL, NULL));

    for (int of = 1; of < 32; of++) {
        sigaction(of, NULL, &before[of]);
    }
    xuewei *self = opened("scenarios/baseline.yaml");

    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    xuewei_free(self);
    for (int of = 1; of < 32; of++) {
        sigaction(of, NULL, &after);
        cr_assert_eq(after.sa_handler, before[of].sa_handler, "signal %d", of);
    }
    cr_assert_str_eq(setlocale(LC_ALL, NULL), locale);
    free(locale);
}

/* The locale that writes 1,5, made for this test; false where the machine has no sources of locales. */
static int comma_locale(char *folder)
{
    char command[4200];

    snprintf(command, sizeof command, "localedef -i de_DE -f UTF-8 %s/de_DE.UTF-8 >/dev/null 2>&1", folder);
    if (system(command) != 0) {
        return 0;
    }
    setenv("LOCPATH", folder, 1);
    return setlocale(LC_ALL, "de_DE.UTF-8") != NULL;
}

Test(library, same_in_a_locale_with_commas)
{
    char folder[] = "/tmp/xuewei-locale-XXXXXX";
    xuewei *self = opened("scenarios/baseline.yaml");
    char command[100];

    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    double *before = figures(self, "gap");

    xuewei_free(self);
    cr_assert_not_null(mkdtemp(folder));
    const int has_locale = comma_locale(folder);

    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_assert_eq(system(command), 0);
    if (!has_locale) {
        free(before);
        cr_skip_test("no sources of a locale with commas here");
    }
    cr_assert_str_eq(localeconv()->decimal_point, ",");
    self = opened("scenarios/baseline.yaml");
    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    double *after = figures(self, "gap");

    cr_assert_eq(memcmp(before, after, count_of(self) * sizeof *after), 0);
    free(before);
    free(after);
    xuewei_free(self);
}

static void *run_ten(void *of)
{
    for (int time = 0; time < 10; time++) {
        xuewei *self = opened("tests/models/fivefour.yaml");
        double *gap = NULL;

        cr_assert_eq(xuewei_run(self), XUEWEI_OK);
        gap = figures(self, "gap");
        cr_assert_eq(memcmp(gap, of, count_of(self) * sizeof *gap), 0);
        free(gap);
        xuewei_free(self);
    }
    return NULL;
}

Test(library, threads_with_handles_of_their_own)
{
    pthread_t threads[4];
    xuewei *self = opened("tests/models/fivefour.yaml");

    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    double *gap = figures(self, "gap");

    xuewei_free(self);
    for (size_t thread = 0; thread < 4; thread++) {
        cr_assert_eq(pthread_create(&threads[thread], NULL, run_ten, gap), 0);
    }
    for (size_t thread = 0; thread < 4; thread++) {
        pthread_join(threads[thread], NULL);
    }
    free(gap);
}

#if !defined __SANITIZE_ADDRESS__
/* Memory that ends comes back as a status; with it again, all is as before. */
Test(library, without_memory)
{
    struct rlimit usual;
    xuewei *self = opened("scenarios/baseline.yaml");
    xuewei *other = NULL;

    getrlimit(RLIMIT_AS, &usual);
    setrlimit(RLIMIT_AS, &(struct rlimit) { 1, usual.rlim_max });
    const int run = xuewei_run(self);
    const int open = xuewei_open(source("scenarios/baseline.yaml"), &other); /* a file may be what finds no memory */

    setrlimit(RLIMIT_AS, &usual);
    cr_assert_eq(run, XUEWEI_NO_MEMORY);
    cr_assert_neq(open, XUEWEI_MISUSE);
    xuewei_free(other);
    xuewei_free(self);
    self = opened("scenarios/baseline.yaml");
    cr_assert_eq(xuewei_run(self), XUEWEI_OK);
    xuewei_free(self);
}
#endif
