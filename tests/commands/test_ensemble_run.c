/* Ensembles through the ordinary program, held against single runs of the same values. */
#define _XOPEN_SOURCE 700 /* posix_openpt() */

#include "ensemble_run.h"

#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
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

/* The variants are quantiles under the names that planners use. */
Test(ensemble_run, variants_are_quantiles)
{
    static const char *const WHAT[][2] = { { "gap_low", "q10" },       { "gap_middle", "q50" },
                                           { "gap_high", "q90" },      { "demand_low", "q10" },
                                           { "demand_middle", "q50" }, { "demand_high", "q90" },
                                           { "seats_low", "q10" },     { "seats_middle", "q50" },
                                           { "seats_high", "q90" } };
    const struct small_district self = small_district();

    ask_doubts(&self, "300");
    run_well(&self, "--output", "many", NULL);
    char *quantiles = result_file(&self, "many", "quantiles.csv");
    char *variants = result_file(&self, "many", "variants.csv");

    cr_assert_eq(3 * rows_of(variants), rows_of(quantiles));
    for (size_t row = 1; row <= rows_of(variants); row++) {
        for (size_t i = 0; i < sizeof WHAT / sizeof *WHAT; i++) {
            const size_t of = 3 * (row - 1) + i / 3 + 1;

            cr_assert_eq(number_cell(variants, row, WHAT[i][0]), number_cell(quantiles, of, WHAT[i][1]), "row %zu: %s",
                         row, WHAT[i][0]);
        }
        cr_assert_eq(number_cell(variants, row, "probability_of_shortage"),
                     number_cell(quantiles, 3 * row - 2, "probability_of_shortage"));
        cr_assert_eq(number_cell(variants, row, "expected_shortage"),
                     number_cell(quantiles, 3 * row - 2, "expected_shortage"));
    }
    free(quantiles);
    free(variants);
    small_district_free((struct small_district *)&self);
}

/* Seats that are doubted so much that there are fewer than none: it is said, in how many runs, whoever runs which part.
 */
Test(ensemble_run, runs_with_fewer_than_no_seats_are_counted)
{
    static const char *const asked[] = {
        "sweep: [{parameter: supply.backlog, key: primary, add: [-100000, 0, 10]}]\n",
        "uncertainty: {draws: 30, seed: 1, inputs: [{parameter: supply.backlog, key: primary, source: s,"
        " add: {distribution: discrete, values: [-100000, -200000]}}]}\n",
    };
    static const char *const said[] = { "In 1 of 3 runs a town has fewer than no seats", "In 30 of 30 runs" };
    const struct small_district self = small_district();

    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        ask(&self, asked[i]);
        struct run run = small_run(&self, "--output", "said", NULL);

        cr_expect_eq(run.status, 0, "%s", run.err);
        assert_contains(run.out, said[i]);
        run_free(&run);
    }
    small_district_free((struct small_district *)&self);
}

/* Scenarios with the same seed meet the same luck: what their figures differ by is what the scenarios differ by, draw
 * by draw, here 30 seats; with another seed it would be the noise of 300 draws beside it. */
Test(ensemble_run, the_difference_of_two_scenarios_is_sharp)
{
    const struct small_district self = small_district();
    char text[2560];

    ask_doubts(&self, "300");
    run_well(&self, "--output", "before", NULL);
    snprintf(text, sizeof text, DOUBTS, "300");
    strcat(text, "supply: {backlog: {primary: 30}}\n");
    ask(&self, text);
    run_well(&self, "--output", "after", NULL);
    char *before = result_file(&self, "before", "quantiles.csv");
    char *after = result_file(&self, "after", "quantiles.csv");
    size_t districts = 0;

    for (size_t row = 1; row <= rows_of(before); row++) {
        char *level = cell(before, row, "level");
        char *town = cell(before, row, "town");
        char *area = cell(before, row, "area");
        char *what = cell(before, row, "what");

        if (*area == '\0' && strcmp(town, "total") == 0 && strcmp(what, "gap") == 0) {
            const double less = strcmp(level, "primary") == 0 ? 30 : 0;

            cr_assert_float_eq(number_cell(before, row, "mean") - number_cell(after, row, "mean"), less, 1e-9);
            cr_assert_float_eq(number_cell(before, row, "q90") - number_cell(after, row, "q90"), less, 1e-9);
            districts++;
        }
        free(level);
        free(town);
        free(area);
        free(what);
    }
    cr_assert_gt(districts, 5);
    free(before);
    free(after);
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

/* The row of a table, from `row` on, in which these columns have these texts; 0: none. */
static size_t row_with(const char *csv, size_t row, const char *const *columns_and_texts)
{
    for (; row <= rows_of(csv); row++) {
        bool alike = true;

        for (size_t i = 0; columns_and_texts[i] != NULL && alike; i += 2) {
            char *text = cell(csv, row, columns_and_texts[i]);

            alike = strcmp(text, columns_and_texts[i + 1]) == 0;
            free(text);
        }
        if (alike) {
            return row;
        }
    }
    return 0;
}

/* Every matrix has the figures of the points, births down and delays across. */
Test(ensemble_run, matrices_of_a_sweep_are_its_points)
{
    static const char *const OF_BIRTHS[] = { "0.5", "1.5" };
    static const char *const DELAYS[] = { "supply.delay_years government 0", "supply.delay_years government 1",
                                          "supply.delay_years government 2" };
    const struct small_district self = small_district();

    ask(&self, "sweep:\n"
               "  - {parameter: fertility.multiplier, times: [0.5, 1.5], first: 2022}\n"
               "  - {parameter: supply.delay_years, key: government, set: [0, 1, 2]}\n");
    run_well(&self, "--output", "many", NULL);
    char *matrix = result_file(&self, "many", "sweep_matrix.csv");
    char *summary = result_file(&self, "many", "sweep_summary.csv");
    char *sweep = result_file(&self, "many", "sweep.csv");
    const size_t points = 6;
    const size_t cells = rows_of(summary) / points;
    const size_t years = rows_of(sweep) / points / cells;

    cr_assert_eq(rows_of(matrix), 2 * cells * (2 + years));
    for (size_t row = 1; row <= rows_of(summary); row++) {
        const size_t point = (row - 1) / cells;
        char *level = cell(summary, row, "level");
        char *area = cell(summary, row, "area");
        char *town = cell(summary, row, "town");
        const char *const keys[] = {
            "level", level,          "area", area, "town", town, "fertility.multiplier", OF_BIRTHS[point / 3],
            "what",  "greatest_gap", NULL
        };
        const size_t greatest = row_with(matrix, 1, keys);

        cr_assert_gt(greatest, 0);
        cr_assert_eq(number_cell(matrix, greatest, DELAYS[point % 3]), number_cell(summary, row, "greatest_gap"));
        /* Two rows of births later is the first short year; then the years, of which the last is in the summary. */
        char *expected = cell(summary, row, "first_short_year");
        char *found = cell(matrix, greatest + 2, DELAYS[point % 3]);

        cr_assert_str_eq(found, expected);
        cr_assert_eq(number_cell(matrix, greatest + 2 + 2 * years, DELAYS[point % 3]),
                     number_cell(summary, row, "last_gap"));
        free(expected);
        free(found);
        free(level);
        free(area);
        free(town);
    }
    free(matrix);
    free(summary);
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
    assert_contains(draws.out, "- fertility.multiplier (x lognormal, median 1, sd of the logarithm 0.1), ");
    assert_contains(draws.out, "supply.backlog (+ normal, mean 0, sd 20), ");
    assert_contains(draws.out, " (no: 80 %; yes: 20 %), supply.undated_completion (2022: 50 %; never: 50 %): s");
    assert_contains(chinese.out, "- fertility.multiplier（x 对数正态，中位数 1，对数的标准差 0.1）、");
    assert_contains(chinese.out, "（2022占50%；never占50%）：s");
    assert_contains(chinese.out, "缺口概率%");
    assert_contains(chinese.out, "中");
    cr_assert(!small_has(&self, "output"));
    ask(&self, "sweep:\n  - {parameter: fertility.multiplier, times: [0.5, 1], name: {en: Births, zh: 出生}}\n"
               "  - {parameter: supply.opening, set: [nominal, by_grade]}\n");
    struct run sweep = small_run(&self, "--tables", "none", NULL);

    assert_contains(sweep.out, "Down: Births; across: supply.opening.");
    assert_contains(sweep.out, "x 0.5");
    assert_contains(sweep.out, "Total: greatest gap");
    ask(&self, "sensitivity:\n  draws: 0\n  inputs:\n    - {parameter: supply.backlog, key: junior, add: {low: -5, "
               "high: 5}, source: Guessed.}\n");
    struct run single = small_run(&self, "--tables", "none", NULL);

    assert_contains(single.out, "supply.backlog junior matters most, it moves the gap by 10.");
    assert_contains(single.out, "- supply.backlog junior (+ uniform, -5 to 5): Guessed.");
    run_free(&draws);
    run_free(&chinese);
    run_free(&sweep);
    run_free(&single);
    small_district_free((struct small_district *)&self);
}

/* Distributions of every shape, as people read them. */
Test(ensemble_run, what_is_drawn_is_said)
{
    const struct small_district self = small_district();
    const struct run_options options = { .folder = self.folder };

    ask(&self, "uncertainty:\n  draws: 16\n  inputs:\n"
               "    - {parameter: fertility.multiplier, set: {low: 0.9, high: 1.1}, source: a}\n"
               "    - {parameter: mortality.multiplier, times: {distribution: triangular, low: 0.9, mode: 1, high: "
               "1.1}, source: b}\n"
               "    - {parameter: migration.added, add: {distribution: empirical, values: [30, -20, 5]}, source: c}\n"
               "    - {parameter: supply.project_town, key: A, set: {distribution: discrete, values: [east, north], "
               "weights: [3, 1]}, source: d}\n"
               "    - {parameter: supply.delay_years, key: government, add: {distribution: discrete, values: [0, 2]}, "
               "source: e}\n");
    struct run english = small_run(&self, "--tables", "none", NULL);
    struct run chinese = run_program_with(ARGUMENTS("--lang", "zh", "run", "small.yaml", "--tables=none"), &options);

    assert_contains(english.out, "- fertility.multiplier (uniform, 0.9 to 1.1): a\n");
    assert_contains(english.out, "- mortality.multiplier (x triangular, 0.9 to 1.1, likeliest 1): b\n");
    assert_contains(english.out, "- migration.added (+ empirical, 3 values from -20 to 30): c\n");
    assert_contains(english.out, ": 75 %; North");
    assert_contains(english.out, "- supply.delay_years government (0: 50 %; + 2: 50 %): e\n");
    assert_contains(chinese.out, "- fertility.multiplier（0.9 至 1.1 之间均匀）：a\n");
    assert_contains(chinese.out, "- mortality.multiplier（x 三角，0.9 至 1.1，最可能 1）：b\n");
    assert_contains(chinese.out, "- migration.added（+ 经验分布，3 个值，-20 至 30）：c\n");
    run_free(&english);
    run_free(&chinese);
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

/* Megabytes that a refused run says it needs. */
static long needed(const struct run *run)
{
    const char *figure = strstr(run->err, "need ");

    cr_assert_not_null(figure, "no need is said: %s", run->err);
    return strtol(figure + strlen("need "), NULL, 10);
}

/* Refused where a megabyte less is allowed than it says that it needs, run where that is allowed. */
Test(ensemble_run, draws_count_among_the_memory_that_is_needed)
{
    const struct small_district self = small_district();
    char allowed[32];

    ask_doubts(&self, "3000");
    struct run run = small_run(&self, "--memory", "600K", NULL);
    const long all = needed(&run);

    cr_expect_eq(run.status, 71, "%s", run.err);
    cr_expect_str_empty(run.out, "nothing was run: %s", run.out);
    assert_contains(run.err, "Take fewer draws or steps");
    cr_expect(all > 2, "3,000 draws are said to need %ld MB", all);
    run_free(&run);
    snprintf(allowed, sizeof allowed, "%ldM", all - 1);
    run = small_run(&self, "--memory", allowed, NULL);
    cr_expect_eq(run.status, 71, "%s: %s", allowed, run.err);
    run_free(&run);
    snprintf(allowed, sizeof allowed, "%ldM", all);
    run = small_run(&self, "--memory", allowed, NULL);
    cr_expect_eq(run.status, 0, "%s: %s", allowed, run.err);
    run_free(&run);
    snprintf(allowed, sizeof allowed, "--memory=%ldM", all - 1);
    run = small_run(&self, "--shard=1/4", allowed, NULL);
    cr_expect_eq(run.status, 0, "a quarter of them, %s: %s", allowed, run.err);
    run_free(&run);
    small_district_free((struct small_district *)&self);
}

/** What a run that is interrupted on a terminal said there, all of it. */
struct stopped {
    char said[1 << 16];
    int status;
};

/* The child: the program with its standard error on the terminal. */
static void run_there(const struct small_district *self, const char *terminal, const char *const *words)
{
    const char *program = getenv("XUEWEI_PROGRAM");
    const char *arguments[12] = { program, "run", "small.yaml", "--output", "kept", "--threads", "1" };

    for (size_t i = 0; words[i] != NULL; i++) {
        arguments[7 + i] = words[i];
    }
    if (program != NULL && chdir(self->folder) == 0 && freopen(terminal, "w", stderr) != NULL &&
        freopen("/dev/null", "w", stdout) != NULL) {
        execv(program, (char *const *)arguments);
    }
    _exit(1);
}

/* Reads from the terminal until `word` was said, or all that there is for NULL. */
static void listen(struct stopped *self, int master, const char *word)
{
    size_t length = strlen(self->said);

    while (length + 1 < sizeof self->said && (word == NULL || strstr(self->said, word) == NULL)) {
        const ssize_t got = read(master, &self->said[length], sizeof self->said - 1 - length);

        if (got <= 0) {
            break;
        }
        length += (size_t)got;
        self->said[length] = '\0';
    }
}

/* Runs on a terminal of the test's own until the time left is told, and then sends the signal. */
static void interrupted(struct stopped *self, const struct small_district *district, const char *const *words,
                        const char *time_left, int signal_number)
{
    const int master = posix_openpt(O_RDWR | O_NOCTTY);

    if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) {
        cr_skip("no terminal can be had");
    }
    const char *terminal = ptsname(master);
    const int slave = open(terminal, O_RDWR | O_NOCTTY); /* Held, so that the terminal stays until all is read. */
    int status = 0;

    *self = (struct stopped) { .status = -1 };
    fflush(NULL);
    const pid_t child = fork();

    if (child == 0) {
        run_there(district, terminal, words);
    }
    listen(self, master, time_left);
    cr_assert_eq(kill(child, signal_number), 0);
    cr_assert_eq(waitpid(child, &status, 0), child);
    close(slave);
    listen(self, master, NULL);
    close(master);
    self->status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/* Names in the district's folder. */
static size_t entries(const struct small_district *self)
{
    DIR *folder = opendir(self->folder);
    size_t count = 0;

    cr_assert_not_null(folder);
    while (readdir(folder) != NULL) {
        count++;
    }
    closedir(folder);
    return count;
}

/* The time left is told on a terminal, and taken away again. Ctrl-C and SIGTERM leave an earlier result as it was and
 * nothing beside it, and say how far the run had come. */
Test(ensemble_run, an_interrupted_run_leaves_the_earlier_result)
{
    static const struct {
        int signal_number;
        const char *words[5];
        const char *left;
        const char *stopped;
        const char *nothing;
    } ways[] = {
        { SIGINT,
          { "--lang", "en" },
          " s left",
          "\r\x1b[Kxuewei: stopped after ",
          " of 5,000,000 runs; nothing was written, and an earlier result stands as it was" },
        { SIGTERM,
          { "--lang", "zh" },
          "次推演（",
          "\r\x1b[Kxuewei: 已中断：5,000,000 次推演中完成 ",
          " 次；没有写入任何结果，以前的结果保持不变" },
        { SIGINT,
          { "--lang", "en", "--shard", "1/1" },
          " s left",
          "\r\x1b[Kxuewei: stopped after ",
          " of 5,000,000 runs; nothing was written, and an earlier result stands as it was" },
    };
    static struct stopped run;
    const struct small_district self = small_district();

    ask_doubts(&self, "100");
    run_well(&self, "--output", "kept", NULL);
    char *before = result_file(&self, "kept", "quantiles.csv");
    const size_t there = entries(&self);

    ask_doubts(&self, "5000000");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        interrupted(&run, &self, ways[i].words, ways[i].left, ways[i].signal_number);
        char *after = result_file(&self, "kept", "quantiles.csv");

        cr_expect_eq(run.status, ENSEMBLE_STOPPED, "%d: %s", run.status, run.said);
        assert_same_text(after, before);
        assert_contains(run.said, ways[i].left);
        assert_contains(run.said, ways[i].stopped);
        assert_contains(run.said, ways[i].nothing);
        cr_expect_not(small_has(&self, "kept.shards/shard-1-of-1.bin"));
        cr_expect_not(small_has(&self, "kept.shards/shard-1-of-1.done"));
        cr_expect_eq(entries(&self), there + (small_has(&self, "kept.shards") ? 1 : 0));
        free(after);
    }
    free(before);
    small_district_free((struct small_district *)&self);
}

/* Where nobody sits before it, no line of progress is written. */
Test(ensemble_run, no_progress_where_there_is_no_terminal)
{
    const struct small_district self = small_district();

    ask_doubts(&self, "1000000");
    struct run run = small_run(&self, "--tables", "none", NULL);

    cr_expect_eq(run.status, 0);
    cr_expect_str_empty(run.err);
    run_free(&run);
    small_district_free((struct small_district *)&self);
}
