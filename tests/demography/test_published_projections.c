/* The projection against what the United Nations Population Division's own engine gave for the same inputs. */
#include "projection.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "published.h"
#include "support.h"

#include <criterion/criterion.h>

enum { AGES = 101, MOST_YEARS = 40, STATE = SEXES * AGES, LANE = 7 };

/* A case: its tables by year, sex and age, and what came out. */
struct published_case {
    int first_year;
    size_t years;
    double *population; /* [STATE] of the first year. */
    double *expected;   /* [years + 1][STATE]; NAN where nothing is published. */
    double *dying;
    double *fertility;
    double *migrants;
    double *srb;
};

static double *table_of(const char *folder, const char *file, const char *column, int first_year, size_t years,
                        size_t ages)
{
    const struct published_axes axes = { .first_year = first_year, .years = years, .ages = ages };
    char *path = joined_path(folder, file);
    double *table = published_table(path, column, 0, &axes);

    free(path);
    return table;
}

static struct published_case case_of(const char *name, int first_year, size_t years)
{
    char *folder = validation_path(name);
    const struct published_case read = {
        .first_year = first_year,
        .years = years,
        .population = table_of(folder, "base_population.csv", "population", first_year, 1, AGES),
        .expected = table_of(folder, "expected_population.csv", "population", first_year, years + 1, AGES),
        .dying = table_of(folder, "mortality.csv", "sx", first_year, years, AGES),
        .fertility = table_of(folder, "fertility.csv", "asfr", first_year, years, AGES),
        .migrants = table_of(folder, "migration.csv", "net_migrants", first_year, years, AGES),
        .srb = table_of(folder, "srb.csv", "srb", first_year, years, 1),
    };

    for (size_t i = 0; i < years * STATE; i++) {
        read.dying[i] = 1 - read.dying[i];
        read.fertility[i] = isnan(read.fertility[i]) ? 0 : read.fertility[i]; /* no row: no births at that age */
    }
    for (size_t year = 0; year < years; year++) {
        read.srb[year] = read.srb[2 * year]; /* laid out by year and sex */
    }
    free(folder);
    return read;
}

static void case_free(struct published_case *self)
{
    free(self->population);
    free(self->expected);
    free(self->dying);
    free(self->fertility);
    free(self->migrants);
    free(self->srb);
}

static struct projection projection_of(const struct published_case *self, const double *ones, const double *zeros)
{
    const struct lane_rates by_all = { .year_stride = STATE, .sex_stride = AGES, .age_stride = 1 };
    struct projection of = { .years = self->years,
                             .ages = AGES,
                             .carried = { AGES, AGES },
                             .step = 1,
                             .rule = MIGRATION_END,
                             .first_fertile = 1,
                             .last_fertile = AGES - 1,
                             .srb = self->srb,
                             .dying = by_all,
                             .fertility = by_all,
                             .persons = by_all,
                             .dying_factor = ones,
                             .fertility_factor = ones,
                             .persons_factor = ones,
                             .departure_factor = ones,
                             .added = zeros };

    of.dying.values = self->dying;
    of.fertility.values = self->fertility;
    of.persons.values = self->migrants;
    return of;
}

/* Compares all published cells with the lane's and says how many there were. */
static size_t compare(const struct published_case *self, const double *population, double tolerance)
{
    size_t compared = 0;

    for (size_t cell = 0; cell < (self->years + 1) * STATE; cell++) {
        char what[80];

        if (isnan(self->expected[cell])) {
            continue;
        }
        snprintf(what, sizeof what, "%s aged %zu on 1 January %d", cell / AGES % SEXES == FEMALE ? "women" : "men",
                 cell % AGES, self->first_year + (int)(cell / STATE));
        assert_near(population[cell * LANES + LANE], self->expected[cell], tolerance, what);
        compared++;
    }
    return compared;
}

static void run_and_compare(const char *name, int first_year, size_t years, double tolerance)
{
    static double ones[MOST_YEARS * LANES];
    static const double zeros[MOST_YEARS * LANES];
    struct published_case published = case_of(name, first_year, years);

    for (size_t i = 0; i < MOST_YEARS * LANES; i++) {
        ones[i] = i % LANES == LANE;
    }
    const struct projection of = projection_of(&published, ones, zeros);
    double *start = calloc(STATE * LANES, sizeof *start);
    double *population = calloc((years + 1) * STATE * LANES, sizeof *population);
    double *components = calloc(years * COMPONENTS * LANES, sizeof *components);
    double *scratch = calloc(projection_scratch(&of), sizeof *scratch);

    for (size_t cell = 0; cell < STATE; cell++) {
        start[cell * LANES + LANE] = published.population[cell];
    }
    projection_run(&of, start, population, components, scratch);
    cr_assert(compare(&published, population, tolerance) >= 10 * STATE, "fewer than ten published years");
    free(scratch);
    free(components);
    free(population);
    free(start);
    case_free(&published);
}

/* Package ccmppWPP; both tolerances are those of the cases' README. */
Test(published_projections, canada_1950_to_1990)
{
    run_and_compare("un_ccmppwpp_canada_1950_1990", 1950, 40, 5e-3);
}

Test(published_projections, france_1980_to_2019_without_migration)
{
    run_and_compare("un_ccmppwpp_france_1980_2019_closed", 1980, 39, 1e-2);
}
