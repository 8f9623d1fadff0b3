/*
 * Tables as others have them: the same figures in other columns, files and keys, run by the program with a
 * district.yaml of a few lines, give the same population to the last bit.
 */
#include "published.h"
#include "support.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

enum { AGES = 101, SEXES = 2, STATE = SEXES * AGES, FIRST_YEAR = 1950, PATH_ROOM = 200 };

/* How the figures are laid out. */
struct layout {
    const char *census_date;
    const char *district;        /* further lines of district.yaml */
    const char *population_file; /* name of the base population's file */
    const char *asfr;            /* name of the column of fertility rates */
    const char *beside;          /* a further column of fertility.csv, with rates of no use; NULL: none */
    int first_fertile, last_fertile;
    int years;
    int towns;       /* 0: no column of towns; else each town has an equal part of the people and migrants */
    bool rate_towns; /* the rates have the column of towns, too */
    bool rate_years; /* the rates have a column of years; else they are constant */
    bool srb_table;
    bool mx;        /* mortality.csv has death rates of no use before the survivorship ratios */
    bool exponents; /* numbers are written 1.5e+03 */
    double moving;  /* migrants among the men aged 10, and those aged 60, of 1950; 0: as everywhere, few */
};

static struct layout plain(void)
{
    return (struct layout) { .census_date = "1950-01-01",
                             .district = "srb: 1.05\n",
                             .population_file = "base_population.csv",
                             .asfr = "asfr",
                             .first_fertile = 15,
                             .last_fertile = 49,
                             .years = 5,
                             .rate_years = true };
}

static double population_of(int sex, int age)
{
    return age == 0 ? 2500 : 3000 - 29 * age + 10 * sex;
}

static double asfr_of(int age)
{
    return age < 15 || age > 49 ? 0 : 0.0004 * (age - 14) * (50 - age);
}

static double survival_of(int sex, int age)
{
    return age == 100 ? 0.6 : 0.999 - 0.00002 * (age + 2 - sex) * age;
}

static double migrants_of(const struct layout *layout, int year, int sex, int age)
{
    if (layout->moving != 0 && year == FIRST_YEAR && sex == 0 && (age == 10 || age == 60)) {
        return layout->moving;
    }
    return age > 60 ? 0 : 0.25 * (year % 7) - 0.5 * (age % 5) + 3 * sex;
}

static FILE *table_start(const char *folder, const char *name)
{
    char *path = joined_path(folder, name);
    FILE *file = fopen(path, "w");

    cr_assert(file != NULL, "cannot make %s", path);
    free(path);
    return file;
}

static void put_number(FILE *file, const struct layout *layout, double value)
{
    fprintf(file, layout->exponents ? ",%.17e" : ",%.17g", value);
}

/* Keys in front of a row's values; a negative one is left out. */
static void put_keys(FILE *file, int town, int year, int sex, int age)
{
    if (town > 0) {
        fprintf(file, "%d,", town);
    }
    if (year >= 0) {
        fprintf(file, "%d,", year);
    }
    fprintf(file, "%s%d", sex < 0 ? "" : sex == 0 ? "m," : "f,", age);
}

static void write_population(const struct layout *layout, const char *folder)
{
    FILE *file = table_start(folder, layout->population_file);

    fprintf(file, "%ssex,age,population\n", layout->towns > 0 ? "town," : "");
    for (int town = layout->towns > 0; town <= layout->towns; town++) {
        for (int cell = 0; cell < STATE; cell++) {
            put_keys(file, town, -1, cell / AGES, cell % AGES);
            put_number(file, layout, population_of(cell / AGES, cell % AGES) / (town > 0 ? layout->towns : 1));
            fprintf(file, "\n");
        }
    }
    fclose(file);
}

static void write_migration(const struct layout *layout, const char *folder)
{
    FILE *file = table_start(folder, "migration.csv");

    fprintf(file, "%syear,sex,age,net_migrants\n", layout->towns > 0 ? "town," : "");
    for (int town = layout->towns > 0; town <= layout->towns; town++) {
        for (int row = 0; row < layout->years * STATE; row++) {
            const int year = FIRST_YEAR + row / STATE;
            const int sex = row % STATE / AGES;
            const double migrants = migrants_of(layout, year, sex, row % AGES);

            put_keys(file, town, year, sex, row % AGES);
            put_number(file, layout, migrants / (town > 0 ? layout->towns : 1));
            fprintf(file, "\n");
        }
    }
    fclose(file);
}

static void put_fertility(FILE *file, const struct layout *layout, int town, int year)
{
    for (int age = layout->first_fertile; age <= layout->last_fertile; age++) {
        put_keys(file, town, year, -1, age);
        if (layout->beside != NULL) {
            put_number(file, layout, 0.5);
        }
        put_number(file, layout, asfr_of(age));
        fprintf(file, "\n");
    }
}

static void put_mortality(FILE *file, const struct layout *layout, int town, int year)
{
    for (int cell = 0; cell < STATE; cell++) {
        put_keys(file, town, year, cell / AGES, cell % AGES);
        if (layout->mx) {
            put_number(file, layout, 0.25);
        }
        put_number(file, layout, survival_of(cell / AGES, cell % AGES));
        fprintf(file, "\n");
    }
}

/* A table of rates, for each town and year where it has them. */
static void write_rates(const struct layout *layout, const char *folder, const char *name, const char *heading,
                        void (*put)(FILE *file, const struct layout *layout, int town, int year))
{
    FILE *file = table_start(folder, name);
    const int towns = layout->rate_towns ? layout->towns : 0;
    const int years = layout->rate_years ? layout->years : 1;

    fprintf(file, "%s%s%s\n", towns > 0 ? "town," : "", layout->rate_years ? "year," : "", heading);
    for (int town = towns > 0; town <= towns; town++) {
        for (int year = 0; year < years; year++) {
            put(file, layout, town, layout->rate_years ? FIRST_YEAR + year : -1);
        }
    }
    fclose(file);
}

static void write_srb(const struct layout *layout, const char *folder)
{
    FILE *file = table_start(folder, "srb.csv");

    fprintf(file, "year,srb\n");
    for (int year = 0; year < layout->years; year++) {
        fprintf(file, "%d", FIRST_YEAR + year);
        put_number(file, layout, 1.05);
        fprintf(file, "\n");
    }
    fclose(file);
}

static void write_yaml(const struct layout *layout, const char *folder)
{
    FILE *district = table_start(folder, "district.yaml");
    FILE *scenario = table_start(folder, "scenario.yaml");

    fprintf(district, "format: 1\nname: Somewhere\nstate_date: 01-01\ncensus_date: %s\n%s", layout->census_date,
            layout->district);
    fprintf(scenario,
            "format: 1\nmodel: .\ntitle: A layout\nquestion: Do the same figures give the same?\n"
            "horizon: {first: %d, last: %d}\n",
            FIRST_YEAR, FIRST_YEAR + layout->years);
    fclose(scenario);
    fclose(district);
}

static void write_model(const struct layout *layout, const char *folder)
{
    char fertility[PATH_ROOM];

    snprintf(fertility, sizeof fertility, "age,%s%s%s", layout->beside == NULL ? "" : layout->beside,
             layout->beside == NULL ? "" : ",", layout->asfr);
    write_yaml(layout, folder);
    write_population(layout, folder);
    write_migration(layout, folder);
    write_rates(layout, folder, "fertility.csv", fertility, put_fertility);
    write_rates(layout, folder, "mortality.csv", layout->mx ? "sex,age,mx,sx" : "sex,age,sx", put_mortality);
    if (layout->srb_table) {
        write_srb(layout, folder);
    }
}

/* What a run left. */
struct left {
    double *population; /* [years + 1][STATE] of the town */
    double *floored;    /* [years], every other one */
    char *said;         /* on standard error */
};

/* The model as laid out, run. `town`: which of its towns is looked at; 0 where it has none. */
static struct left run_layout(const struct layout *layout, int town)
{
    char *folder = temporary_folder();
    const struct run_options options = { .folder = folder };

    write_model(layout, folder);
    struct run run =
        run_program_with(ARGUMENTS("run", "scenario.yaml", "--output", "results", "--lang", "en"), &options);
    cr_assert(run.status == 0, "status %d\n%s", run.status, run.err);

    const struct published_axes states = { FIRST_YEAR, (size_t)layout->years + 1, AGES };
    const struct published_axes years = { FIRST_YEAR, (size_t)layout->years, 1 };
    char *population = joined_path(folder, "results/population.csv");
    char *components = joined_path(folder, "results/components.csv");
    const struct left left = { .population = published_table(population, "population", town, &states),
                               .floored = published_table(components, "floored", town, &years),
                               .said = run.err };

    free(components);
    free(population);
    free(run.out);
    temporary_folder_remove(folder);
    return left;
}

static void left_free(struct left *self)
{
    free(self->population);
    free(self->floored);
    free(self->said);
}

/* The layout gives `part` of what the plain one gives; `part` is a power of two, so that nothing is rounded. */
static void assert_part(const struct layout *layout, int town, double part)
{
    struct layout simple = plain();

    simple.years = layout->years;
    struct left expected = run_layout(&simple, 0);
    struct left actual = run_layout(layout, town);
    const size_t cells = ((size_t)layout->years + 1) * STATE;

    for (size_t cell = 0; cell < cells; cell++) {
        expected.population[cell] *= part;
    }
    cr_assert(expected.population[cells - STATE] > 0, "no newborn in the last state");
    assert_close(actual.population, expected.population, cells, 0, "population");
    left_free(&actual);
    left_free(&expected);
}

static void assert_same(const struct layout *layout)
{
    assert_part(layout, 0, 1);
}

/* A population made by hand for the first year: what all others are compared with is right. */
Test(variants, the_plain_layout_ages_and_bears_as_on_paper)
{
    const struct layout layout = plain();
    struct left left = run_layout(&layout, 0);
    double births = 0;

    for (int age = 15; age <= 49; age++) {
        const double women = population_of(1, age) + population_of(1, age - 1) * survival_of(1, age);

        births += asfr_of(age) * women / 2;
    }
    const double girls = births / 2.05 * survival_of(1, 0) + migrants_of(&layout, FIRST_YEAR, 1, 0);
    const double men = population_of(0, 59) * survival_of(0, 60) + migrants_of(&layout, FIRST_YEAR, 0, 60);
    const double old = (population_of(1, 99) + population_of(1, 100)) * survival_of(1, 100);

    assert_near(left.population[STATE + AGES], girls, 1e-9, "girls aged 0");
    assert_near(left.population[STATE + 60], men, 1e-9, "men aged 60");
    assert_near(left.population[2 * STATE - 1], old, 1e-9, "women aged 100 and over");
    left_free(&left);
}

Test(variants, a_census_of_31_december_stands_for_1_january)
{
    struct layout layout = plain();

    layout.census_date = "1949-12-31";
    assert_same(&layout);
}

Test(variants, another_file_name)
{
    struct layout layout = plain();

    layout.population_file = "base_population_1jan1950.csv";
    layout.district = "srb: 1.05\nfiles: {base_population: base_population_1jan1950.csv}\n";
    assert_same(&layout);
}

Test(variants, a_column_under_another_name_beside_one_that_is_not_wanted)
{
    struct layout layout = plain();

    layout.asfr = "asfr_calibrated";
    layout.beside = "asfr_published";
    layout.district = "srb: 1.05\ncolumns:\n  fertility: {asfr: asfr_calibrated}\n";
    assert_same(&layout);

    /* Even where the name that xuewei knows is there, the one asked for is taken. */
    layout.beside = "asfr";
    assert_same(&layout);
}

Test(variants, a_further_column_is_ignored_with_a_note)
{
    struct layout layout = plain();

    layout.beside = "births_per_woman";
    assert_same(&layout);
    struct left left = run_layout(&layout, 0);

    assert_contains(left.said, "fertility.csv:1:");
    assert_contains(left.said, "births_per_woman");
    left_free(&left);
}

Test(variants, the_ratio_at_birth_as_one_number_or_as_a_table)
{
    struct layout layout = plain();

    layout.srb_table = true;
    layout.district = "";
    assert_same(&layout);
}

Test(variants, survivorship_ratios_win_over_death_rates)
{
    struct layout layout = plain();

    layout.mx = true;
    assert_same(&layout);
}

Test(variants, fertile_ages_as_wide_as_one_likes)
{
    static const int WIDTHS[][2] = { { 10, 54 }, { 10, 59 }, { 12, 50 }, { 1, 99 }, { 0, 100 } };

    for (size_t i = 0; i < sizeof WIDTHS / sizeof *WIDTHS; i++) {
        struct layout layout = plain();

        layout.first_fertile = WIDTHS[i][0];
        layout.last_fertile = WIDTHS[i][1];
        assert_same(&layout);
    }
}

Test(variants, numbers_with_exponents)
{
    struct layout layout = plain();

    layout.exponents = true;
    layout.srb_table = true;
    layout.district = "";
    assert_same(&layout);
}

Test(variants, seventy_five_years_of_rates)
{
    struct layout layout = plain();

    layout.years = 75;
    layout.rate_years = false;
    assert_same(&layout);
}

Test(variants, one_town)
{
    struct layout layout = plain();

    layout.towns = 1;
    assert_part(&layout, 1, 1);
    layout.rate_towns = true;
    assert_part(&layout, 1, 1);
}

Test(variants, several_towns)
{
    struct layout layout = plain();

    layout.towns = 4;
    assert_part(&layout, 3, 0.25);
    layout.rate_towns = true;
    assert_part(&layout, 1, 0.25);
    assert_part(&layout, 4, 0.25);
}

/*
 * As the UN's engine has it: of an age no more leave than stand in it when the year begins, but 1e-5 of a person. Of
 * those who have come into it by the year's end some may be left; where fewer came than left, there are 0.0005.
 */
Test(variants, more_departing_than_there_are)
{
    struct layout layout = plain();

    layout.moving = -5000;
    struct left left = run_layout(&layout, 0);
    const double boys = population_of(0, 9) * survival_of(0, 10) + 1e-5 - population_of(0, 10);
    const double men = population_of(0, 59) * survival_of(0, 60) + 1e-5 - population_of(0, 60);
    const double held = 2e-5 - (population_of(0, 10) - 5000) - (population_of(0, 60) - 5000);

    cr_assert(boys > 0 && men < 0);
    assert_near(left.population[STATE + 10], boys, 1e-9, "boys aged 10");
    assert_near(left.population[STATE + 60], 0.0005, 1e-12, "men aged 60");
    assert_near(left.floored[0], held + 0.0005 - men, 1e-6, "floored");
    assert_contains(left.said, "floored");
    left_free(&left);
}

Test(variants, more_arriving_than_there_are)
{
    struct layout layout = plain();

    layout.moving = 5000;
    struct left left = run_layout(&layout, 0);

    assert_near(left.population[STATE + 60], population_of(0, 59) * survival_of(0, 60) + 5000, 1e-6, "men aged 60");
    assert_near(left.floored[0], 0, 0, "floored");
    left_free(&left);
}
