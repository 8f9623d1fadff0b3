/*
 * The program against published figures: a model of a few lines (here, a folder a case) with the case's own tables is
 * run from beginning to end, and what it writes is held against what was published or observed. Each case leaves a row
 * of the table that ./xw test prints.
 */
#include "published.h"
#include "support.h"

#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <criterion/criterion.h>

enum { AGES = 101, OPEN = AGES - 1, SEXES = 2, STATE = SEXES * AGES, YOUNG_LAST = 14, ROOM = 80 };

/* What the expected figures are. */
enum kind {
    STATES,   /* The population of 1 January, as another program computed it: cells in persons. */
    MIDYEARS, /* Published populations of 1 July, and totals of 1 January with births: cells in per cent. */
    OBSERVED, /* The population counted on 31 December, by town; the reference's errors stand beside it. */
};

/* How far the results may be off: per cent, but cells as the kind says. NAN: not limited. */
struct limits {
    double total;
    double young;  /* ages 0-14 */
    double school; /* ages 5-18, or 7-15 where observed */
    double births;
    double cell; /* ages 0 to last_cell */
    double open; /* the open age */
};

struct published_case {
    const char *name;
    const char *data; /* folder below validation_path() */
    const char *rule; /* of migration, where the model's folder is named by it too; else NULL */
    const char *file;
    const char *column;
    int first_year; /* the first state */
    int last_year;  /* the last state */
    enum kind kind;
    int first_school, last_school;
    int last_cell;
    struct limits limits;
};

/* The limits are those of the cases' README; where that gives none for ages 5-18, that of ages 0-14 holds. */
static const struct published_case cases[] = {
    { "Canada",
      "un_ccmppwpp_canada_1950_1990",
      NULL,
      "expected_population.csv",
      "population",
      1950,
      1990,
      STATES,
      5,
      18,
      OPEN,
      { NAN, NAN, NAN, NAN, 5e-3, NAN } },
    { "France, closed",
      "un_ccmppwpp_france_1980_2019_closed",
      NULL,
      "expected_population.csv",
      "population",
      1980,
      2019,
      STATES,
      5,
      18,
      OPEN,
      { NAN, NAN, NAN, NAN, 1e-2, NAN } },
    { "United Kingdom",
      "wpp2024_uk_2024_2055",
      NULL,
      "expected_population_1july.csv",
      "population_1july",
      2024,
      2055,
      MIDYEARS,
      5,
      18,
      99,
      { 0.03, 0.12, 0.12, 0.12, 0.15, 0.6 } },
    { "Japan",
      "wpp2024_jpn_2025_2046",
      NULL,
      "expected_population_1july.csv",
      "population_1july_both_sexes",
      2025,
      2046,
      MIDYEARS,
      5,
      18,
      89,
      { 0.05, 0.1, 0.1, 0.02, 0.6, NAN } },
    { "United States",
      "wpp2024_usa_2025_2046",
      NULL,
      "expected_population_1july.csv",
      "population_1july_both_sexes",
      2025,
      2046,
      MIDYEARS,
      5,
      18,
      89,
      { 0.05, 0.1, 0.1, 0.02, 0.6, NAN } },
    { "Finland, rule end",
      "finland_regions_hindcast_2010_2025",
      "end",
      "observed_population_31dec.csv",
      "population",
      2011,
      2026,
      OBSERVED,
      7,
      15,
      OPEN,
      { 0.4, NAN, 1, NAN, NAN, NAN } },
    { "Finland, rule even",
      "finland_regions_hindcast_2010_2025",
      "even",
      "observed_population_31dec.csv",
      "population",
      2011,
      2026,
      OBSERVED,
      7,
      15,
      OPEN,
      { 0.4, NAN, 1, NAN, NAN, NAN } },
};

enum { CANADA, FRANCE, UNITED_KINGDOM, JAPAN, UNITED_STATES, FINLAND_END, FINLAND_EVEN };

/* The errors furthest from 0 over years and towns: result less published. NAN where nothing is published. */
struct errors {
    double total;
    double young;
    double school;
    double births;
    double cell;
    double open;
    char where[ROOM]; /* the cell */
};

/* The case's tables and, of a run, the folder of its results. */
struct case_run {
    const struct published_case *published;
    char *data;
    char *ground; /* temporary: model/ and results/ */
};

static size_t states_of(const struct published_case *of)
{
    return (size_t)(of->last_year - of->first_year) + 1;
}

static void take(double *worst, double error)
{
    if (!isnan(error) && !(fabs(error) <= fabs(*worst))) {
        *worst = error;
    }
}

static double per_cent(double actual, double expected)
{
    return 100 * (actual / expected - 1);
}

/* Lets the model's folder have all tables of the case, each under its own name. */
static void link_tables(const char *from, const char *to)
{
    DIR *folder = opendir(from);

    cr_assert(folder != NULL, "cannot open %s", from);
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        const size_t length = strlen(entry->d_name);

        if (length > 4 && strcmp(entry->d_name + length - 4, ".csv") == 0) {
            char *table = joined_path(from, entry->d_name);
            char *name = joined_path(to, entry->d_name);

            cr_assert(symlink(table, name) == 0, "cannot link %s", name);
            free(name);
            free(table);
        }
    }
    closedir(folder);
}

static void copy_file(const char *from, const char *to, const char *name)
{
    char *source = joined_path(from, name);
    char *target = joined_path(to, name);
    size_t length = 0;
    char *text = file_text(source, &length);

    file_write_bytes(target, text, length);
    free(text);
    free(target);
    free(source);
}

/*
 * Keeps a case's row for the table in a file of its own, since tests run beside each other and Criterion lets nothing
 * of what they print through to TAP.
 */
static void keep_row(const struct published_case *of, const char *row)
{
    const char *folder = getenv("XUEWEI_VALIDATION_TABLE");
    char name[ROOM];

    if (folder == NULL) {
        return;
    }
    cr_assert(mkdir(folder, 0777) == 0 || errno == EEXIST, "cannot make %s", folder);
    snprintf(name, sizeof name, "%d.txt", (int)(of - cases));
    char *path = joined_path(folder, name);

    file_write(path, row);
    free(path);
}

/* Where the case's tables are; without them the test is skipped, and the table says so. */
static char *data_of(const struct published_case *of)
{
    char row[ROOM * 2];

    snprintf(row, sizeof row, "  %-18s  skipped: no %s\n", of->name, of->data);
    keep_row(of, row);
    char *data = validation_path(of->data);

    if (!file_exists(data)) {
        cr_skip("no case at %s", data);
    }
    snprintf(row, sizeof row, "  %-18s  gave no result to compare\n", of->name); /* until it has */
    keep_row(of, row);
    return data;
}

/* The program's run of the case's model, in a folder of its own. */
static struct case_run run_case(const struct published_case *of)
{
    char name[ROOM * 2];

    snprintf(name, sizeof name, "tests/validation/%s%s%s", of->data, of->rule == NULL ? "" : "_",
             of->rule == NULL ? "" : of->rule);
    const struct case_run self = { .published = of, .data = data_of(of), .ground = temporary_folder() };
    char *model = source_path(name);

    link_tables(self.data, self.ground);
    copy_file(model, self.ground, "district.yaml");
    copy_file(model, self.ground, "scenario.yaml");
    free(model);
    const struct run_options options = { .folder = self.ground };
    struct run run =
        run_program_with(ARGUMENTS("run", "scenario.yaml", "--output", "results", "--lang", "en"), &options);

    cr_assert(run.status == 0, "%s: status %d\n%s", of->data, run.status, run.err);
    run_free(&run);
    return self;
}

static void case_run_end(struct case_run *self)
{
    temporary_folder_remove(self->ground);
    free(self->data);
}

static double *table_in(const char *folder, const char *file, const char *column, int town,
                        const struct published_axes *axes)
{
    char *path = joined_path(folder, file);
    double *table = published_table(path, column, town, axes);

    free(path);
    return table;
}

/* A column of a table of results, from the first state on. */
static double *result_of(const struct case_run *self, const char *file, const char *column, int town, size_t ages)
{
    const struct published_axes axes = { self->published->first_year, states_of(self->published), ages };
    char *results = joined_path(self->ground, "results");
    double *table = table_in(results, file, column, town, &axes);

    free(results);
    return table;
}

/* The per cent by which the published people of these ages in a year are missed. */
static double band_error(const double *actual, const double *expected, int from, int to)
{
    double ours = 0;
    double theirs = 0;

    for (int age = from; age <= to; age++) {
        for (int cell = age; cell < STATE; cell += AGES) {
            ours += isnan(expected[cell]) ? 0 : actual[cell];
            theirs += isnan(expected[cell]) ? 0 : expected[cell];
        }
    }
    return theirs > 0 ? per_cent(ours, theirs) : (double)NAN;
}

static void take_cell(struct errors *errors, const struct published_case *of, int year, int town, int cell,
                      double error)
{
    const char *const sex = cell < AGES ? "men " : "women ";
    const char *const who = strstr(of->column, "both_sexes") == NULL ? sex : "";
    const double before = errors->cell;

    if (cell % AGES == OPEN && of->last_cell < OPEN) {
        take(&errors->open, error);
    }
    if (cell % AGES > of->last_cell) {
        return;
    }
    take(&errors->cell, error);
    if (errors->cell != before) {
        snprintf(errors->where, sizeof errors->where, "%saged %d, %d", who, cell % AGES, year);
    }
    if (errors->cell != before && town > 0) {
        snprintf(errors->where, sizeof errors->where, "region %d, %saged %d, %d", town, who, cell % AGES, year);
    }
}

/* A published year, cell by cell and in bands of ages. */
static void compare_year(struct errors *errors, const struct published_case *of, int year, int town,
                         const double *actual, const double *expected)
{
    take(&errors->total, band_error(actual, expected, 0, OPEN));
    take(&errors->young, band_error(actual, expected, 0, YOUNG_LAST));
    take(&errors->school, band_error(actual, expected, of->first_school, of->last_school));
    for (int cell = 0; cell < STATE; cell++) {
        const double error =
            of->kind == MIDYEARS ? per_cent(actual[cell], expected[cell]) : actual[cell] - expected[cell];

        if (!isnan(expected[cell])) {
            cr_assert(!isnan(error), "no result for cell %d of %d", cell, year);
            take_cell(errors, of, year, town, cell, error);
        }
    }
}

static struct errors no_errors(void)
{
    return (struct errors) { .total = NAN, .young = NAN, .school = NAN, .births = NAN, .cell = NAN, .open = NAN };
}

/* States of a town. What was counted on 31 December stands for the next day, which begins the year. */
static void compare_states(const struct case_run *self, int town, struct errors *errors)
{
    const struct published_case *of = self->published;
    const int earlier = of->kind == OBSERVED ? 1 : 0;
    const struct published_axes axes = { of->first_year - earlier, states_of(of), AGES };
    double *actual = result_of(self, "population.csv", "population", town, AGES);
    double *expected = table_in(self->data, of->file, of->column, town, &axes);

    for (size_t state = 0; state < axes.years; state++) {
        compare_year(errors, of, axes.first_year + (int)state, town, &actual[state * STATE], &expected[state * STATE]);
    }
    free(expected);
    free(actual);
}

/* The people of 1 July are the mean of those of two New Years; of both sexes together where they are so published. */
static void mid_year(const double *state, const double *expected, double *middle)
{
    for (size_t cell = 0; cell < STATE; cell++) {
        middle[cell] = (state[cell] + state[cell + STATE]) / 2;
    }
    for (size_t cell = 0; cell < AGES; cell++) {
        middle[cell] += isnan(expected[cell + AGES]) ? middle[cell + AGES] : 0;
    }
}

static void compare_mid_years(const struct case_run *self, struct errors *errors)
{
    const struct published_case *of = self->published;
    const struct published_axes axes = { of->first_year, states_of(of) - 1, AGES };
    double *actual = result_of(self, "population.csv", "population", 0, AGES);
    double *expected = table_in(self->data, of->file, of->column, 0, &axes);

    for (size_t year = 0; year < axes.years; year++) {
        double middle[STATE];

        mid_year(&actual[year * STATE], &expected[year * STATE], middle);
        compare_year(errors, of, of->first_year + (int)year, 0, middle, &expected[year * STATE]);
    }
    free(expected);
    free(actual);
}

/* Totals of 1 January, and the births of the year before. */
static void compare_totals(const struct case_run *self, struct errors *errors)
{
    const struct published_case *of = self->published;
    const struct published_axes axes = { of->first_year, states_of(of), 1 };
    double *men = table_in(self->data, "expected_totals.csv", "pop_male", 0, &axes);
    double *women = table_in(self->data, "expected_totals.csv", "pop_female", 0, &axes);
    double *expected_births = table_in(self->data, "expected_totals.csv", "births_prev_year", 0, &axes);
    double *births = result_of(self, "components.csv", "births", 0, 1);
    double *actual = result_of(self, "population.csv", "population", 0, AGES);

    for (size_t state = 1; state < axes.years; state++) {
        double total = 0;

        for (size_t cell = 0; cell < STATE; cell++) {
            total += actual[state * STATE + cell];
        }
        take(&errors->total, per_cent(total, men[state * SEXES] + women[state * SEXES]));
        take(&errors->births, per_cent(births[(state - 1) * SEXES], expected_births[state * SEXES]));
    }
    free(actual);
    free(births);
    free(expected_births);
    free(women);
    free(men);
}

/* Whether one error is as near to the reference's as the case asks: a tenth of a per cent. */
static void assert_as_reference(const struct published_case *of, int town, int year, const char *what, double error,
                                double reference)
{
    cr_expect(fabs(error - reference) <= 0.1, "%s: region %d, %d, %s: off by %.4f %%, the reference by %.3f %%",
              of->name, town, year, what, error, reference);
}

/* Each error beside the reference's with the same rule of migration. Returns how many rows there were. */
static int compare_with_reference(const struct case_run *self)
{
    const struct published_case *of = self->published;
    char *path = joined_path(self->data, "reference_errors.csv");
    FILE *file = fopen(path, "r");
    char line[ROOM * 2];
    int rows = 0;

    cr_assert(file != NULL, "cannot open %s", path);
    while (fgets(line, sizeof line, file) != NULL) {
        struct {
            int town, year;
            char rule[8];
            double total, young, school;
        } row;
        const int fields = sscanf(line, "%d,%7[^,],%d,%lf,%lf,%lf", &row.town, row.rule, &row.year, &row.total,
                                  &row.young, &row.school);

        if (fields != 6 || strcmp(row.rule, of->rule) != 0) {
            continue;
        }
        const struct published_axes axes = { row.year, 1, AGES };
        const struct published_axes next = { row.year + 1, 1, AGES };
        char *results = joined_path(self->ground, "results");
        double *expected = table_in(self->data, of->file, of->column, row.town, &axes);
        double *actual = table_in(results, "population.csv", "population", row.town, &next);
        struct errors errors = no_errors();

        compare_year(&errors, of, row.year, row.town, actual, expected);
        assert_as_reference(of, row.town, row.year, "total", errors.total, row.total);
        assert_as_reference(of, row.town, row.year, "ages 0-14", errors.young, row.young);
        assert_as_reference(of, row.town, row.year, "ages 7-15", errors.school, row.school);
        rows++;
        free(actual);
        free(expected);
        free(results);
    }
    fclose(file);
    free(path);
    return rows;
}

/* A number of the table, or a dash. */
static const char *shown(char *text, double error)
{
    if (isnan(error)) {
        return "-";
    }
    snprintf(text, ROOM, "%+.4f", error);
    return text;
}

/* The row of the table. */
static void keep_errors(const struct published_case *of, const struct errors *errors)
{
    const int earlier = of->kind == OBSERVED ? 1 : 0; /* 31 December for the 1 January that follows */
    char text[4][ROOM];
    char row[ROOM * 6];

    snprintf(row, sizeof row, "  %-18s  %d-%d  %8s  %8s  %8s  %8s  %+.4f%s (%s)\n", of->name, of->first_year - earlier,
             of->last_year - earlier, shown(text[0], errors->total), shown(text[1], errors->young),
             shown(text[2], errors->school), shown(text[3], errors->births), errors->cell,
             of->kind == MIDYEARS ? " %" : " persons", errors->where);
    keep_row(of, row);
}

static void assert_within(const struct published_case *of, const char *what, double error, double limit)
{
    if (!isnan(limit)) {
        cr_expect(fabs(error) <= limit, "%s: %s: off by %.6f, allowed are %g", of->name, what, error, limit);
    }
}

static void assert_limits(const struct published_case *of, const struct errors *errors)
{
    assert_within(of, "total", errors->total, of->limits.total);
    assert_within(of, "ages 0-14", errors->young, of->limits.young);
    assert_within(of, "ages of school", errors->school, of->limits.school);
    assert_within(of, "births", errors->births, of->limits.births);
    assert_within(of, errors->where, errors->cell, of->limits.cell);
    assert_within(of, "open age", errors->open, of->limits.open);
}

/* Towns of the hindcast. */
static const int regions[] = { 1, 6, 12, 17 };

static void validate(size_t number)
{
    const struct published_case *of = &cases[number];
    struct case_run run = run_case(of);
    struct errors errors = no_errors();

    if (of->kind == STATES) {
        compare_states(&run, 0, &errors);
    }
    if (of->kind == MIDYEARS) {
        compare_mid_years(&run, &errors);
        compare_totals(&run, &errors);
    }
    for (size_t i = 0; of->kind == OBSERVED && i < sizeof regions / sizeof *regions; i++) {
        compare_states(&run, regions[i], &errors);
    }
    cr_assert(!isnan(errors.cell), "%s: nothing to compare with", of->name);
    keep_errors(of, &errors);
    assert_limits(of, &errors);
    if (of->kind == OBSERVED) {
        cr_expect(compare_with_reference(&run) == 12, "the reference has other rows than four regions in three years");
    }
    case_run_end(&run);
}

Test(validation, canada_1950_to_1990)
{
    validate(CANADA);
}

Test(validation, france_1980_to_2019_without_migration)
{
    validate(FRANCE);
}

Test(validation, united_kingdom_2024_to_2055)
{
    validate(UNITED_KINGDOM);
}

Test(validation, japan_2025_to_2046)
{
    validate(JAPAN);
}

Test(validation, united_states_2025_to_2046)
{
    validate(UNITED_STATES);
}

Test(validation, regions_of_finland_2010_to_2025_migrants_at_the_end)
{
    validate(FINLAND_END);
}

Test(validation, regions_of_finland_2010_to_2025_migrants_in_halves)
{
    validate(FINLAND_EVEN);
}
