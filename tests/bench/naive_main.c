/*
 * The naive engine as a program of its own, for measuring:
 *   naive run FOLDER PEOPLE REPEATS [GAP_CSV]   runs REPEATS times; writes the rows if asked
 *   naive draws FOLDER PEOPLE DRAWS             as many draws, and the quantiles of each series
 * FOLDER has the plain arrays, PEOPLE is a base_population.csv. Prints `engine SECONDS` for each run and, last,
 * `sums PEOPLE GAP`, by which the driver sees that all engines did the same work; jobs.py speaks likewise.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "naive.h"

enum { QUANTILES = 9, PATHS = 3, FIRST_ID = 100000 };

static const double quantile[QUANTILES] = { 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975 };

/* What is drawn: each path of factors is exp(spread x), x normal with this correlation from year to year. */
static const double spread[PATHS] = { 0.10, 0.05, 0.30 }; /* fertility, mortality, migration */
static const double correlation = 0.8;

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void *room_for(size_t count, size_t size)
{
    void *room = calloc(count == 0 ? 1 : count, size);

    if (room == NULL) {
        fputs("naive: out of memory\n", stderr);
        exit(EXIT_FAILURE);
    }
    return room;
}

static size_t row_count(const struct plain *plain)
{
    return (plain->size[PLAIN_YEARS] + 1) * plain->size[PLAIN_TOWNS] * plain->size[PLAIN_LEVELS];
}

static void print_sums(const struct plain *plain, const struct naive_town *towns, const struct naive_row *rows)
{
    double people = 0;
    double gap = 0;

    for (size_t town = 0; town < plain->size[PLAIN_TOWNS]; town++) {
        for (size_t sex = 0; sex < NAIVE_SEXES; sex++) {
            for (size_t age = 0; age < plain->size[PLAIN_AGES]; age++) {
                people += towns[town].people[sex][age];
            }
        }
    }
    for (size_t row = 0; row < row_count(plain); row++) {
        gap += rows[row].figure[NAIVE_GAP];
    }
    printf("sums %.17g %.17g\n", people, gap);
}

static double part_of(double part, double whole)
{
    return whole == 0 ? 0 : part / whole;
}

/* The figures of gap.csv for towns; sums of areas and names are left out. */
static bool write_gap(const struct plain *plain, const struct naive_row *rows, const char *path)
{
    const size_t levels = plain->size[PLAIN_LEVELS];
    FILE *file = fopen(path, "w");

    if (file == NULL) {
        perror(path);
        return false;
    }
    fputs("school_year,town,level,children,enrolment,demand,seats_nominal,seats,gap,shortage,surplus,classes_needed,"
          "classes_short,land_needed_m2,land_short_m2,staff_needed,staff_short,demand_assumed_share,"
          "seats_assumed_share\n",
          file);
    for (size_t row = 0; row < row_count(plain); row++) {
        const double *figure = rows[row].figure;

        fprintf(file, "%zu,%zu,%zu", plain->size[PLAIN_BASE_YEAR] + row / levels / plain->size[PLAIN_TOWNS],
                FIRST_ID + row / levels % plain->size[PLAIN_TOWNS], row % levels);
        for (size_t i = 0; i < NAIVE_DEMAND_ASSUMED; i++) {
            fprintf(file, ",%.17g", figure[i]);
        }
        fprintf(file, ",%.17g,%.17g\n", part_of(figure[NAIVE_DEMAND_ASSUMED], figure[NAIVE_DEMAND]),
                part_of(figure[NAIVE_SEATS_ASSUMED], figure[NAIVE_SEATS]));
    }
    const bool good = ferror(file) == 0;

    return fclose(file) == 0 && good;
}

static bool run(const struct plain *plain, size_t repeats, const char *gap_path)
{
    struct naive_town *towns = room_for(plain->size[PLAIN_TOWNS], sizeof *towns);
    struct naive_row *rows = room_for(row_count(plain), sizeof *rows);

    for (size_t repeat = 0; repeat < repeats; repeat++) {
        const double began = now();

        naive_run(plain, towns, rows);
        printf("engine %.9f\n", now() - began);
    }
    print_sums(plain, towns, rows);
    const bool good = gap_path == NULL || write_gap(plain, rows, gap_path);

    free(rows);
    free(towns);
    return good;
}

/* A number above 0 and below 1 (Vigna 2015, SplitMix64). */
static double uniform(uint64_t *state)
{
    uint64_t bits = *state += 0x9E3779B97F4A7C15u;

    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return ((double)((bits ^ (bits >> 31)) >> 12) + 0.5) / 4503599627370496.0;
}

/* A normal number (Box & Muller 1958). */
static double normal(uint64_t *state)
{
    const double radius = sqrt(-2 * log(uniform(state)));

    return radius * cos(6.283185307179586 * uniform(state));
}

static void draw_paths(uint64_t *state, size_t years, double *factors)
{
    for (size_t path = 0; path < PATHS; path++) {
        double deviation = normal(state);

        for (size_t year = 0; year < years; year++) {
            factors[path * years + year] = exp(spread[path] * deviation);
            deviation = correlation * deviation + sqrt(1 - correlation * correlation) * normal(state);
        }
    }
}

/* All years of one draw; the gap of each year after the first state into gaps[series][draw]. */
static void draw(const struct plain *plain, const double *factors, size_t draws, double *gaps)
{
    const size_t years = plain->size[PLAIN_YEARS];
    const size_t levels = plain->size[PLAIN_LEVELS];
    const struct naive_factors of = { factors, factors + years, factors + 2 * years };

    for (size_t town = 0; town < plain->size[PLAIN_TOWNS]; town++) {
        struct naive_town state;
        double gap[NAIVE_AGES];

        naive_start(plain, town, &state);
        for (size_t year = 0; year < years; year++) {
            naive_step(plain, &of, town, year, &state);
            naive_gaps(plain, town, year + 1, &state, gap);
            for (size_t level = 0; level < levels; level++) {
                gaps[((year * plain->size[PLAIN_TOWNS] + town) * levels + level) * draws] = gap[level];
            }
        }
    }
}

static int by_value(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;

    return (a > b) - (a < b);
}

/* Type 7 of Hyndman & Fan 1996, of sorted values. */
static double quantile_of(const double *sorted, size_t count, double part)
{
    const double place = part * (double)(count - 1);
    const size_t below = (size_t)place;
    const double rest = place - (double)below;

    return below + 1 < count ? sorted[below] + rest * (sorted[below + 1] - sorted[below]) : sorted[below];
}

static void draws(const struct plain *plain, size_t count)
{
    const size_t years = plain->size[PLAIN_YEARS];
    const size_t series = years * plain->size[PLAIN_TOWNS] * plain->size[PLAIN_LEVELS];
    double *gaps = room_for(series * count, sizeof *gaps);
    double *factors = room_for(PATHS * years, sizeof *factors);
    uint64_t state = 1;
    double medians = 0;
    double widths = 0;
    const double began = now();

    for (size_t i = 0; i < count; i++) {
        draw_paths(&state, years, factors);
        draw(plain, factors, count, &gaps[i]);
    }
    printf("engine %.9f\n", now() - began);
    for (size_t i = 0; i < series; i++) {
        double value[QUANTILES];

        qsort(&gaps[i * count], count, sizeof *gaps, by_value);
        for (size_t q = 0; q < QUANTILES; q++) {
            value[q] = quantile_of(&gaps[i * count], count, quantile[q]);
        }
        medians += value[QUANTILES / 2];
        widths += value[QUANTILES - 1] - value[0];
    }
    printf("whole %.9f\nsums %.17g %.17g\n", now() - began, medians, widths);
    free(factors);
    free(gaps);
}

int main(int argc, char **argv)
{
    const bool drawn = argc == 5 && strcmp(argv[1], "draws") == 0;
    const bool once = (argc == 5 || argc == 6) && strcmp(argv[1], "run") == 0;
    const size_t count = drawn || once ? strtoul(argv[4], NULL, 10) : 0;
    struct plain plain;
    bool good = true;

    if (count == 0) {
        fputs("usage: naive run FOLDER PEOPLE REPEATS [GAP_CSV] | naive draws FOLDER PEOPLE DRAWS\n", stderr);
        return EXIT_FAILURE;
    }
    if (!plain_read(&plain, argv[2], argv[3])) {
        return EXIT_FAILURE;
    }
    if (drawn) {
        draws(&plain, count);
    } else {
        good = run(&plain, count, argc == 6 ? argv[5] : NULL);
    }
    plain_free(&plain);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
