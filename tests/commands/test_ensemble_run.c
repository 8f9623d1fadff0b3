/* Ensembles through the ordinary program, held against single runs of the same values. */
#include "ensemble_run.h"

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

static const char DOUBTS[] =
    "uncertainty:\n"
    "  draws: %s\n"
    "  seed: 3\n"
    "  inputs:\n"
    "    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1, sd: 0.1},"
    " autocorrelation: 0.9, first: 2021, source: s}\n"
    "    - {parameter: supply.backlog, each: yes, add: {distribution: normal, mean: 0, sd: 20}, source: s}\n"
    "    - {parameter: supply.cancelled, builder: government, set: {probability: 0.2}, source: s}\n"
    "    - {parameter: supply.undated_completion, set: {distribution: discrete, values: [2022, never]}, source: s}\n";

/* Writes small.yaml anew: the model as it is, and what follows. */
static void ask(const struct small_district *self, const char *text)
{
    static const char HEAD[] = "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n";
    const size_t size = sizeof HEAD + strlen(text);
    char *scenario = malloc(size);

    cr_assert_not_null(scenario);
    snprintf(scenario, size, "%s%s", HEAD, text);
    file_write(self->scenario, scenario);
    free(scenario);
}

static void ask_doubts(const struct small_district *self, const char *draws)
{
    char text[2048];

    snprintf(text, sizeof text, DOUBTS, draws);
    ask(self, text);
}

static char *result_file(const struct small_district *self, const char *folder, const char *name)
{
    char *in = joined_path(self->folder, folder);
    char *path = joined_path(in, name);
    char *text = file_text(path, NULL);

    free(path);
    free(in);
    return text;
}

static void run_well(const struct small_district *self, const char *first, const char *second, const char *third)
{
    struct run run = small_run(self, first, second, third);

    cr_assert_eq(run.status, 0, "%s", run.err);
    run_free(&run);
}

/* The cell of a CSV row, of row `row` (0: the headings) and the column with that heading; copied. free(). */
static char *cell(const char *csv, size_t row, const char *heading)
{
    const char *at = strncmp(csv, "\xef\xbb\xbf", 3) == 0 ? csv + 3 : csv;
    size_t column = 0;

    for (const char *name = at;
         strncmp(name, heading, strlen(heading)) != 0 || strchr(",\n", name[strlen(heading)]) == NULL; column++) {
        name = strchr(name, ',') + 1;
        cr_assert(name != (char *)1 && name < strchr(at, '\n'), "no column %s", heading);
    }
    while (row-- > 0) {
        at = strchr(at, '\n') + 1;
    }
    while (column-- > 0) {
        at = strchr(at, ',') + 1;
    }
    return strndup(at, strcspn(at, ",\n"));
}

static double number_cell(const char *csv, size_t row, const char *heading)
{
    char *text = cell(csv, row, heading);
    const double number = strtod(text, NULL);

    free(text);
    return number;
}

static size_t rows_of(const char *csv)
{
    size_t lines = 0;

    while ((csv = strchr(csv, '\n')) != NULL) {
        csv++;
        lines++;
    }
    return lines - 1;
}

static const char WALKS[] =
    "  inputs:\n"
    "    - {parameter: fertility.multiplier, times: {distribution: lognormal, median: 1, sd: 0.1}, walk: yes,"
    " first: 2021, source: s}\n"
    "    - {parameter: supply.backlog, each: yes, add: {distribution: normal, mean: 0, sd: 20}, source: s}\n";

static void ask_walks(const struct small_district *self, const char *section)
{
    char text[2048];

    snprintf(text, sizeof text, "%s%s", section, WALKS);
    ask(self, text);
}

/* A walk: the same bytes by one thread, by two, and from what resolved.yaml says; the terminal says that it is one. */
Test(ensemble_run, draws_of_a_walk)
{
    const struct small_district self = small_district();
    char *resolved = joined_path(self.folder, "one/resolved.yaml");

    ask_walks(&self, "uncertainty:\n  draws: 200\n");
    run_well(&self, "--output=one", "--threads", "1");
    run_well(&self, "--output=two", "--threads", "2");
    const struct run_options options = { .folder = self.folder };
    struct run again = run_program_with(ARGUMENTS("--lang", "en", "run", resolved, "--output=again"), &options);

    cr_assert_eq(again.status, 0, "%s", again.err);
    assert_contains(again.out,
                    "fertility.multiplier: a random walk, in which each year is the year before and a new step");
    char *one = result_file(&self, "one", "quantiles.csv");
    char *two = result_file(&self, "two", "quantiles.csv");
    char *three = result_file(&self, "again", "quantiles.csv");

    assert_same_text(two, one);
    assert_same_text(three, one);
    run_free(&again);
    free(three);
    free(two);
    free(one);
    free(resolved);
    small_district_free((struct small_district *)&self);
}

/* The low and high figures of sensitivity.csv are those of the row's year. */
Test(ensemble_run, ends_of_a_walk_by_year)
{
    const struct small_district self = small_district();

    ask_walks(&self, "sensitivity:\n  draws: 0\n");
    struct run run = small_run(&self, "--output", "ends", NULL);

    cr_assert_eq(run.status, 0, "%s", run.err);
    assert_contains(run.out, "its low and high end are the 10 and 90 % quantiles of each year by itself");
    char *ends = result_file(&self, "ends", "sensitivity.csv");

    for (size_t row = 1; row <= rows_of(ends); row++) {
        char *input = cell(ends, row, "input");
        const double year = number_cell(ends, row, "school_year");
        const double steps = year < 2021 ? 1 : year - 2020;

        if (strcmp(input, "fertility.multiplier") == 0) {
            cr_assert_float_eq(number_cell(ends, row, "low"), exp(-0.12815515655446 * sqrt(steps)), 1e-9);
            cr_assert_float_eq(number_cell(ends, row, "high"), exp(0.12815515655446 * sqrt(steps)), 1e-9);
        } else {
            cr_assert_float_eq(number_cell(ends, row, "high"), 25.631031310892, 1e-9);
        }
        free(input);
    }
    free(ends);
    run_free(&run);
    small_district_free((struct small_district *)&self);
}

Test(ensemble_run, draws_of_one_value_are_the_run_with_that_value)
{
    const struct small_district self = small_district();

    ask(&self, "fertility: {multiplier: 0.7}\nsupply: {backlog: {primary: 40}}\n");
    run_well(&self, "--output", "one", NULL);
    ask(&self,
        "uncertainty:\n  draws: 33\n  inputs:\n"
        "    - {parameter: fertility.multiplier, times: {low: 0.7, high: 0.7}, source: s}\n"
        "    - {parameter: supply.backlog, key: primary, add: {distribution: normal, mean: 40, sd: 0}, source: s}\n");
    run_well(&self, "--output", "many", NULL);
    char *gap = result_file(&self, "one", "gap.csv");
    char *quantiles = result_file(&self, "many", "quantiles.csv");
    static const char *const WHAT[] = { "gap", "demand", "seats" };

    cr_assert_eq(rows_of(quantiles), 3 * rows_of(gap));
    for (size_t row = 1; row <= rows_of(quantiles); row++) {
        const size_t as = (row - 1) / 3 + 1;
        char *what = cell(quantiles, row, "what");
        const double expected = number_cell(gap, as, WHAT[(row - 1) % 3]);
        const double low = number_cell(quantiles, row, "q2.5");

        cr_assert_str_eq(what, WHAT[(row - 1) % 3]);
        cr_assert_eq(low, expected, "row %zu: %.17g, not %.17g", row, low, expected);
        cr_assert_eq(number_cell(quantiles, row, "q97.5"), expected);
        cr_assert_float_eq(number_cell(quantiles, row, "mean"), expected, 1e-9);
        if ((row - 1) % 3 == 0) {
            cr_assert_eq(number_cell(quantiles, row, "probability_of_shortage"), expected > 0 ? 1 : 0);
            cr_assert_float_eq(number_cell(quantiles, row, "expected_shortage"), expected > 0 ? expected : 0, 1e-9);
        }
        free(what);
    }
    free(gap);
    free(quantiles);
    small_district_free((struct small_district *)&self);
}

Test(ensemble_run, quantiles_rise_and_the_file_is_the_same_for_any_number_of_threads)
{
    const struct small_district self = small_district();

    ask_doubts(&self, "3000");
    run_well(&self, "--output=a", "--threads", "1");
    run_well(&self, "--output=b", "--threads", "3");
    char *a = result_file(&self, "a", "quantiles.csv");
    char *b = result_file(&self, "b", "quantiles.csv");
    size_t doubtful = 0;

    assert_same_text(a, b);
    for (size_t row = 1; row <= rows_of(a); row++) {
        cr_assert_leq(number_cell(a, row, "q10"), number_cell(a, row, "q50"));
        cr_assert_leq(number_cell(a, row, "q50"), number_cell(a, row, "q90"));
        doubtful += number_cell(a, row, "q10") < number_cell(a, row, "q90");
    }
    cr_assert_gt(doubtful, rows_of(a) / 3);
    free(a);
    free(b);
    small_district_free((struct small_district *)&self);
}

Test(ensemble_run, resolved_gives_the_same_draws)
{
    const struct small_district self = small_district();

    ask_doubts(&self, "300");
    run_well(&self, "--output=a", NULL, NULL);
    const struct run_options options = { .folder = self.folder };
    struct run run = run_program_with(ARGUMENTS("run", "a/resolved.yaml", "--output", "b"), &options);
    char *a = result_file(&self, "a", "quantiles.csv");
    char *b = result_file(&self, "b", "quantiles.csv");

    cr_assert_eq(run.status, 0, "%s", run.err);
    assert_same_text(a, b);
    run_free(&run);
    free(a);
    free(b);
    small_district_free((struct small_district *)&self);
}

Test(ensemble_run, points_of_a_sweep_are_runs)
{
    const struct small_district self = small_district();

    ask(&self, "fertility: {multiplier: {2020: 1, 2021: 1, 2022: 1.5}}\nsupply: {delay_years: {government: 2}}\n");
    run_well(&self, "--output", "one", NULL);
    ask(&self, "sweep:\n"
               "  - {parameter: fertility.multiplier, times: [0.5, 1.5], first: 2022}\n"
               "  - {parameter: supply.delay_years, key: government, set: {from: 0, to: 2, steps: 3}}\n");
    run_well(&self, "--output", "many", NULL);
    char *gap = result_file(&self, "one", "gap.csv");
    char *sweep = result_file(&self, "many", "sweep.csv");
    const size_t rows = rows_of(gap);
    const size_t last = 5 * rows; /* the sixth point */

    cr_assert_eq(rows_of(sweep), 6 * rows);
    for (size_t row = 1; row <= rows; row++) {
        cr_assert_eq(number_cell(sweep, last + row, "point"), 6);
        cr_assert_eq(number_cell(sweep, last + row, "fertility.multiplier"), 1.5);
        cr_assert_eq(number_cell(sweep, last + row, "supply.delay_years government"), 2);
        cr_assert_eq(number_cell(sweep, last + row, "gap"), number_cell(gap, row, "gap"), "row %zu", row);
        cr_assert_eq(number_cell(sweep, last + row, "seats"), number_cell(gap, row, "seats"));
    }
    free(gap);
    free(sweep);
    small_district_free((struct small_district *)&self);
}

Test(ensemble_run, sensitivity_has_the_gaps_of_its_ends_and_shares_that_add_up)
{
    const struct small_district self = small_district();

    ask(&self, "supply: {backlog: {primary: 60}}\n");
    run_well(&self, "--output", "one", NULL);
    ask(&self, "sensitivity:\n  draws: 512\n  inputs:\n"
               "    - {parameter: supply.backlog, key: primary, add: {low: -60, high: 60}, source: s}\n"
               "    - {parameter: supply.backlog, key: primary, add: {low: -30, high: 30}, source: s}\n");
    run_well(&self, "--output", "many", NULL);
    char *gap = result_file(&self, "one", "gap.csv");
    char *shares = result_file(&self, "many", "sensitivity.csv");

    cr_assert_eq(rows_of(shares), 2 * rows_of(gap));
    for (size_t row = 1; row <= rows_of(gap); row++) {
        char *level = cell(gap, row, "level");

        cr_assert_eq(number_cell(shares, 2 * row - 1, "gap_at_high"), number_cell(gap, row, "gap"));
        if (strcmp(level, "primary") == 0) { /* a sum of two: four fifths of the variance and one fifth */
            cr_assert_float_eq(number_cell(shares, 2 * row - 1, "share"), 0.8, 0.15);
            cr_assert_float_eq(number_cell(shares, 2 * row, "share"), 0.2, 0.15);
        }
        free(level);
    }
    free(gap);
    free(shares);
    small_district_free((struct small_district *)&self);
}

Test(ensemble_run, tables_of_each_kind_in_both_languages)
{
    const struct small_district self = small_district();
    const struct run_options options = { .folder = self.folder };

    ask_doubts(&self, "200");
    struct run draws = small_run(&self, "--tables", "none", NULL);
    struct run chinese = run_program_with(ARGUMENTS("--lang", "zh", "run", "small.yaml", "--tables=none"), &options);

    assert_contains(draws.out, "200 draws of 4 doubtful figures, seed 3.");
    assert_contains(draws.out, "short, %");
    assert_contains(chinese.out, "缺口概率%");
    assert_contains(chinese.out, "中");
    cr_assert(!small_has(&self, "output"));
    ask(&self, "sweep:\n  - {parameter: fertility.multiplier, times: [0.5, 1], name: {en: Births, zh: 出生}}\n"
               "  - {parameter: supply.opening, set: [nominal, by_grade]}\n");
    struct run sweep = small_run(&self, "--tables", "none", NULL);

    assert_contains(sweep.out, "Births \\ supply.opening");
    assert_contains(sweep.out, "x 0.5");
    ask(&self, "sensitivity:\n  draws: 0\n  inputs:\n    - {parameter: supply.backlog, key: junior, add: {low: -5, "
               "high: 5}, source: Guessed.}\n");
    struct run single = small_run(&self, "--tables", "none", NULL);

    assert_contains(single.out, "supply.backlog junior matters most, it moves the gap by 10.");
    assert_contains(single.out, "- supply.backlog junior: Guessed.");
    run_free(&draws);
    run_free(&chinese);
    run_free(&sweep);
    run_free(&single);
    small_district_free((struct small_district *)&self);
}

Test(ensemble_run, threads_are_a_number)
{
    const struct small_district self = small_district();
    static const char *const BAD[] = { "0", "1.5", "two", "-1", "1025", "" };

    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct run run = small_run(&self, "--threads", BAD[i], NULL);

        cr_assert_eq(run.status, 64, "%s", BAD[i]);
        assert_contains(run.err, "--threads takes a whole number from 1 to 1024");
        run_free(&run);
    }
    small_district_free((struct small_district *)&self);
}

/* Starts the program on the scenario and interrupts it after a moment. What it said to standard error is in `said`. */
static int interrupted(const struct small_district *self, const char *said)
{
    const char *program = getenv("XUEWEI_PROGRAM");

    cr_assert_not_null(program);
    fflush(NULL);
    const pid_t child = fork();

    if (child == 0) {
        const int there = chdir(self->folder);

        if (there == 0 && freopen(said, "w", stderr) != NULL && freopen("/dev/null", "w", stdout) != NULL) {
            execl(program, program, "--lang", "en", "run", "small.yaml", "--output", "kept", (char *)NULL);
        }
        _exit(1);
    }
    int status = 0;

    const struct timespec moment = { 0, 700000000 };

    nanosleep(&moment, NULL);
    cr_assert_eq(kill(child, SIGINT), 0);
    cr_assert_eq(waitpid(child, &status, 0), child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Test(ensemble_run, an_interrupted_run_leaves_the_earlier_result)
{
    const struct small_district self = small_district();
    char *said = joined_path(self.folder, "said");

    ask_doubts(&self, "100");
    run_well(&self, "--output", "kept", NULL);
    char *before = result_file(&self, "kept", "quantiles.csv");

    ask_doubts(&self, "5000000");
    cr_assert_eq(interrupted(&self, said), ENSEMBLE_STOPPED);
    char *after = result_file(&self, "kept", "quantiles.csv");
    char *message = file_text(said, NULL);

    assert_same_text(after, before);
    assert_contains(message, "of 5,000,000 runs; nothing was written, and an earlier result stands as it was");
    free(before);
    free(after);
    free(message);
    free(said);
    small_district_free((struct small_district *)&self);
}
