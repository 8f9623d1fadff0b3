#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "resolve.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* The scenario's path; free(). `text` is the scenario without its model. */
static char *scenario_in(const char *folder, const char *name, const char *text)
{
    char *path = joined_path(folder, name);
    char *model = source_path("tests/scenarios/models/tiny");
    char *whole = mem_array(strlen(text) + strlen(model) + 64, 1);

    sprintf(whole, "format: 1\nmodel: %s\n%s", model, text);
    file_write(path, whole);
    free(whole);
    free(model);
    return path;
}

/* What an inputs_read() of the path says in English. */
static char *said_of(const char *path)
{
    struct problems problems = { 0 };
    struct inputs inputs;
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    inputs_read(&inputs, path, &problems);
    problems_print(&problems, stream, ENGLISH);
    fclose(stream);
    model_free(&inputs.model);
    model_free(&inputs.model); /* harmless */
    problems_free(&problems);
    return text;
}

Test(resolve, every_scenario_of_the_project_reads)
{
    static const char *const NAMES[] = { "baseline",        "plan_as_printed",   "nominal_opening",
                                         "developers_late", "births_low",        "births_high",
                                         "no_migration",    "private_to_public", "as_built" };

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char relative[64];

        snprintf(relative, sizeof relative, "scenarios/%s.yaml", NAMES[i]);
        char *path = source_path(relative);
        struct problems problems = { 0 };
        struct inputs inputs;

        cr_assert(inputs_read(&inputs, path, &problems), "%s", NAMES[i]);
        cr_assert(eq(sz, problems.count, 0), "%s", NAMES[i]);
        cr_assert(eq(str, (char *)inputs.scenario.name, (char *)NAMES[i]));
        cr_assert(eq(sz, inputs.model.project_count, 49));
        model_free(&inputs.model);
        problems_free(&problems);
        free(path);
    }
}

Test(resolve, what_is_not_said_has_its_initial_value)
{
    char *folder = temporary_folder();
    char *path = scenario_in(folder, "quiet.yaml", "horizon: {first: 2020, last: 2030}\n");
    struct problems problems = { 0 };
    struct inputs inputs;

    cr_assert(inputs_read(&inputs, path, &problems));
    double *initial = mem_array(inputs.scenario.layout.size, sizeof *initial);

    parameter_initial(&inputs.model, &inputs.scenario.layout, initial);
    assert_close(inputs.scenario.values, initial, inputs.scenario.layout.size, 0, "values");
    cr_assert(eq(str, (char *)inputs.scenario.title[ENGLISH], "quiet"));
    free(initial);
    model_free(&inputs.model);
    problems_free(&problems);
    free(path);
    temporary_folder_remove(folder);
}

Test(resolve, files_are_recorded_without_the_folders_of_the_machine)
{
    char *path = source_path("tests/scenarios/valid/extends_three.yaml");
    struct problems problems = { 0 };
    struct inputs inputs;

    cr_assert(inputs_read(&inputs, path, &problems));
    cr_assert(gt(sz, inputs.model.file_count, 4));
    cr_assert(eq(str, (char *)inputs.model.files[0].name, "extends_three.yaml"));
    cr_assert(eq(str, (char *)inputs.model.files[2].name, "level_map.yaml"));
    cr_assert(eq(str, (char *)inputs.model.files[3].name, "tiny/district.yaml"));
    cr_assert(eq(str, (char *)inputs.model.files[4].name, "tiny/towns.csv"));
    model_free(&inputs.model);
    problems_free(&problems);
    free(path);
}

Test(resolve, a_chain_without_end_is_refused)
{
    char *folder = temporary_folder();

    for (int i = 0; i < 40; i++) {
        char name[32];
        char text[64];

        snprintf(name, sizeof name, "%02d.yaml", i);
        snprintf(text, sizeof text, "format: 1\nextends: %02d.yaml\n", i + 1);
        char *path = joined_path(folder, name);
        file_write(path, text);
        free(path);
    }
    char *first = joined_path(folder, "00.yaml");
    char *said = said_of(first);

    assert_contains(said, "31.yaml:2:10: the chain of extends is longer than 32 files");
    free(said);
    free(first);
    temporary_folder_remove(folder);
}

Test(resolve, a_path_is_linear_between_its_years_and_constant_outside)
{
    char *folder = temporary_folder();
    char *path =
        scenario_in(folder, "p.yaml",
                    "horizon: {first: 2020, last: 2030}\nfertility:\n  multiplier: {2027: 3, 2022: 1, 2024: 2}\n");
    static const double EXPECTED[] = { 1, 1, 1, 1.5, 2, 2 + 1.0 / 3, 2 + 2.0 / 3, 3, 3, 3, 3 };
    struct problems problems = { 0 };
    struct inputs inputs;

    cr_assert(inputs_read(&inputs, path, &problems));
    const double *values =
        &inputs.scenario.values[parameter_index(&inputs.scenario.layout, PARAMETER_FERTILITY_MULTIPLIER, 0, 2020)];
    assert_close(values, EXPECTED, 11, 1e-15, "multiplier");
    model_free(&inputs.model);
    problems_free(&problems);
    free(path);
    temporary_folder_remove(folder);
}

Test(resolve, a_missing_scenario_is_a_message)
{
    char *said = said_of("/nowhere/at/all.yaml");

    assert_same_text(said, "/nowhere/at/all.yaml: there is no file '/nowhere/at/all.yaml'\n");
    free(said);
}

/* A small generator, so that each run of the test spoils the same bytes (Marsaglia 2003, xorshift). */
static unsigned next_random(unsigned *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Spoils a few bytes of the text, or takes out, doubles or cuts a piece of it. */
static size_t spoil(char *text, size_t length, unsigned *state)
{
    static const char BYTES[] = "0123456789,.-:\"'{}[]&*#\n\r\t \\x\xff\x80";
    const size_t at = next_random(state) % length;
    const size_t piece = 1 + next_random(state) % 20;

    switch (next_random(state) % 4) {
    case 0:
        for (size_t i = 0; i < 1 + piece % 3; i++) {
            text[next_random(state) % length] = BYTES[next_random(state) % (sizeof BYTES - 1)];
        }
        return length;
    case 1:
        if (at + piece < length) {
            memmove(text + at, text + at + piece, length - at - piece);
            return length - piece;
        }
        return length;
    case 2:
        memmove(text + at + piece, text + at, length - at);
        return length + piece;
    default:
        return at + 1;
    }
}

/* Whatever stands in a file: a message or a model, never a crash, a leak or a hang. */
static void spoil_file(const char *folder, const char *name, size_t times, unsigned seed)
{
    char *path = joined_path(folder, name);
    char *scenario = joined_path(folder, "s.yaml");
    size_t length = 0;
    char *whole = file_text(path, &length);
    char *text = mem_array(length + 64, 1);
    unsigned state = seed;

    for (size_t i = 0; i < times; i++) {
        memcpy(text, whole, length);
        size_t used = spoil(text, length, &state);

        used = spoil(text, used, &state);
        file_write_bytes(path, text, used);
        free(said_of(scenario));
    }
    file_write_bytes(path, whole, length);
    free(text);
    free(whole);
    free(scenario);
    free(path);
}

Test(resolve, spoilt_files_never_crash, .timeout = 110)
{
    static const char *const NAMES[] = { "district.yaml",       "towns.csv",     "base_population.csv",
                                         "fertility.csv",       "mortality.csv", "migration.csv",
                                         "enrolment_rates.csv", "enrolment.csv", "public_share.csv",
                                         "seats.csv",           "projects.csv",  "project_seats.csv",
                                         "plan_totals.csv",     "targets.csv",   "staffing.csv",
                                         "observed.csv" };
    char *folder = temporary_folder();
    char *scenario = joined_path(folder, "s.yaml");

    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        char relative[96];

        snprintf(relative, sizeof relative, "tests/scenarios/models/tiny/%s", NAMES[i]);
        char *from = source_path(relative);
        char *to = joined_path(folder, NAMES[i]);
        char *text = file_text(from, NULL);

        file_write(to, text);
        free(text);
        free(to);
        free(from);
    }
    file_write(scenario, "format: 1\nmodel: .\nhorizon: {first: 2020, last: 2025}\ntitle: {zh: 题, en: t}\n"
                         "enrolment: {rate_multiplier: {primary: {2020: 1, 2024: 1.5}, junior: 1.1}}\n"
                         "supply: {delay_years: {developer: 1}, cancelled: {P1: yes}, opening: nominal}\n");
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        spoil_file(folder, NAMES[i], 40, 2463534242U + (unsigned)i);
    }
    spoil_file(folder, "s.yaml", 200, 88675123U);
    free(scenario);
    temporary_folder_remove(folder);
}
