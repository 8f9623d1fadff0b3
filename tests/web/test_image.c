#include "image.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>

#include "many_runs.h"
#include "model_fixture.h"
#include "philox.h"
#include "read_back.h"

#include <criterion/new/assert.h>

/* Where the head's numbers are, see image.c. */
enum { VERSION_AT = 8, LENGTH_AT = 12, HASH_AT = 16, HEAD = 24 };

enum { GARBAGE = 0x5a };

/* A run of both in memory with the same garbage: all of it, working memory too, is the same to the last bit. */
static void assert_same_run(const struct inputs *inputs, const struct inputs *back, const char *what)
{
    struct fixture_run one = fixture_run_inputs(inputs, inputs->scenario.values, GARBAGE);
    struct fixture_run other = fixture_run_inputs(back, back->scenario.values, GARBAGE);

    cr_assert(one.bytes == other.bytes && memcmp(one.memory, other.memory, one.bytes) == 0,
              "%s: a run of what was read back differs", what);
    fixture_run_free(&one);
    fixture_run_free(&other);
}

/* Figures of all runs of the ensemble: [series][runs]. free(). */
static double *figures_of(const struct inputs *inputs, size_t *count)
{
    struct block counting = { .memory = NULL };
    struct block_memory memory;
    struct many_runs runs;
    struct many_runs_room room;

    many_runs_prepare(&runs, inputs, 1, &counting);
    many_runs_room_lay_out(&runs, &counting, &room);
    struct block block = block_memory_make(&memory, counting.used);

    many_runs_prepare(&runs, inputs, 1, &block);
    many_runs_room_lay_out(&runs, &block, &room);
    *count = many_runs_series(&runs) * runs.design.runs;
    double *figures = mem_array(*count, sizeof *figures);

    many_runs_go(&runs, &room, 0, runs.design.runs, figures, runs.design.runs);
    block_memory_free(&memory);
    return figures;
}

static void assert_same_draws(struct inputs inputs, struct inputs back, const char *what)
{
    const size_t some = inputs.scenario.ensemble.draws < 40 ? inputs.scenario.ensemble.draws : 40;
    size_t count = 0;
    size_t count_back = 0;

    if (inputs.scenario.ensemble.kind == ENSEMBLE_NONE || inputs.model.level_count == 0) {
        return;
    }
    cr_assert(eq(sz, back.scenario.ensemble.draws, inputs.scenario.ensemble.draws));
    inputs.scenario.ensemble.draws = back.scenario.ensemble.draws = some;
    double *figures = figures_of(&inputs, &count);
    double *figures_back = figures_of(&back, &count_back);

    cr_assert(count == count_back && memcmp(figures, figures_back, count * sizeof *figures) == 0,
              "%s: runs of what was read back differ", what);
    free(figures);
    free(figures_back);
}

static void check_scenario(const char *scenario)
{
    struct inputs inputs = inputs_of(scenario);
    struct read_back back = read_back(&inputs);

    assert_same_run(&inputs, &back.inputs, scenario);
    assert_same_draws(inputs, back.inputs, scenario);
    cr_assert(inputs.scenario.layout.size == back.inputs.scenario.layout.size &&
                  inputs.scenario.first_year == back.inputs.scenario.first_year &&
                  inputs.scenario.last_year == back.inputs.scenario.last_year,
              "%s", scenario);
    read_back_free(&back);
    model_free(&inputs.model);
}

/* All scenarios of a folder; how many there are. */
static size_t check_folder(const char *folder)
{
    char *path = source_path(folder);
    DIR *listing = opendir(path);
    size_t checked = 0;

    cr_assert(listing != NULL, "%s", path);
    for (const struct dirent *entry = readdir(listing); entry != NULL; entry = readdir(listing)) {
        const char *dot = strrchr(entry->d_name, '.');

        if (dot != NULL && strcmp(dot, ".yaml") == 0) {
            char scenario[512];

            snprintf(scenario, sizeof scenario, "%s/%s", folder, entry->d_name);
            check_scenario(scenario);
            checked++;
        }
    }
    closedir(listing);
    free(path);
    return checked;
}

/* Baseline, late developers, housing, uncertainty, sensitivity, sweep and the others. */
Test(image, the_samples_run_the_same_when_read_back)
{
    cr_assert(ge(sz, check_folder("scenarios"), 13));
}

/* Pupils by progression, life expectancies, gross migration, one town, no level: all that a model can have. */
Test(image, every_valid_scenario_runs_the_same_when_read_back)
{
    cr_assert(ge(sz, check_folder("tests/scenarios/valid"), 50));
}

Test(image, projects_of_every_kind_and_areas_run_the_same)
{
    struct fixture fixture = fixture_make(5, 2035);
    struct read_back back = read_back(&fixture.inputs);

    assert_same_run(&fixture.inputs, &back.inputs, "fixture");
    read_back_free(&back);
    fixture_free(&fixture);
}

/* Other values than the scenario's own, too: a slider's. */
Test(image, moved_values_run_the_same)
{
    struct inputs inputs = inputs_of("scenarios/baseline.yaml");
    struct read_back back = read_back(&inputs);
    const size_t size = inputs.scenario.layout.size;
    double *moved = mem_array(size, sizeof *moved);

    memcpy(moved, inputs.scenario.values, size * sizeof *moved);
    moved[inputs.scenario.layout.offset[PARAMETER_SUPPLY_DELAY_YEARS] + BUILDER_DEVELOPER] = 2;
    moved[inputs.scenario.layout.offset[PARAMETER_SUPPLY_UNDATED_COMPLETION]] = 2026;
    moved[parameter_index(&inputs.scenario.layout, PARAMETER_FERTILITY_MEAN_AGE_SHIFT, 0, 2025)] = 1.5;
    inputs.scenario.values = back.inputs.scenario.values = moved;
    assert_same_run(&inputs, &back.inputs, "moved");
    free(moved);
    read_back_free(&back);
    model_free(&inputs.model);
}

/* An image of what was read back is the image: nothing that is packed is lost on the way. */
Test(image, writing_again_gives_the_same_bytes)
{
    static const char *const scenarios[] = { "scenarios/uncertainty.yaml", "scenarios/housing_example.yaml",
                                             "scenarios/sweep_birth_migration.yaml",
                                             "tests/scenarios/valid/progression_by_town.yaml" };

    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        struct inputs inputs = inputs_of(scenarios[i]);
        struct read_back back = read_back(&inputs);
        struct read_back again = read_back(&back.inputs);

        cr_assert(again.length == back.length && memcmp(again.image, back.image, back.length) == 0, "%s", scenarios[i]);
        read_back_free(&again);
        read_back_free(&back);
        model_free(&inputs.model);
    }
}

/* The page has room for it. */
Test(image, qingcheng_takes_a_few_ten_kilobytes)
{
    struct inputs inputs = inputs_of("scenarios/baseline.yaml");

    cr_assert(lt(sz, image_bytes(&inputs), 40000));
    model_free(&inputs.model);
}

/* Reads a copy of exactly so many bytes, so that a sanitizer sees a step beyond. */
static enum image_fault fault_of(const unsigned char *bytes, size_t length)
{
    unsigned char *copy = mem_all(length + 1);
    unsigned char *exact = copy + 1; /* at the very end of what was given */
    struct block_memory memory = { .bytes = NULL };
    struct inputs inputs;

    memcpy(exact, bytes, length);
    const enum image_fault fault = read_bytes(exact, length, &memory, &inputs);

    if (fault != IMAGE_FINE) {
        cr_assert(inputs.scenario.values == NULL && inputs.model.towns == NULL);
    }
    block_memory_free(&memory);
    free(copy);
    return fault;
}

Test(image, each_damage_has_its_reason)
{
    struct inputs inputs = inputs_of("tests/scenarios/valid/smallest.yaml");
    struct read_back back = read_back(&inputs);

    cr_assert(fault_of(back.image, back.length) == IMAGE_FINE);
    cr_assert(fault_of(back.image, 0) == IMAGE_FOREIGN);
    cr_assert(fault_of(back.image, HEAD - 1) == IMAGE_CUT);
    cr_assert(fault_of(back.image, back.length - 1) == IMAGE_CUT);
    back.image[0] ^= 1;
    cr_assert(fault_of(back.image, back.length) == IMAGE_FOREIGN);
    back.image[0] ^= 1;
    back.image[VERSION_AT]++;
    cr_assert(fault_of(back.image, back.length) == IMAGE_VERSION);
    back.image[VERSION_AT]--;
    back.image[LENGTH_AT] ^= 1;
    cr_assert(fault_of(back.image, back.length) == IMAGE_CUT);
    back.image[LENGTH_AT] ^= 1;
    back.image[HASH_AT] ^= 1;
    cr_assert(fault_of(back.image, back.length) == IMAGE_DAMAGED);
    read_back_free(&back);
    model_free(&inputs.model);
}

Test(image, any_changed_byte_and_any_cut_is_refused)
{
    struct inputs inputs = inputs_of("tests/scenarios/valid/progression_by_town.yaml");
    struct read_back back = read_back(&inputs);

    for (size_t at = 0; at < back.length; at++) {
        const unsigned char was = back.image[at];

        back.image[at] = (unsigned char)(was ^ (1U << at % 8));
        cr_assert(fault_of(back.image, back.length) != IMAGE_FINE, "byte %zu", at);
        back.image[at] = was;
        cr_assert(fault_of(back.image, at) != IMAGE_FINE, "cut at %zu", at);
    }
    read_back_free(&back);
    model_free(&inputs.model);
}

/* Puts the head right, so that what is wrong must be found in what is said. */
static void rehash(unsigned char *image, size_t length)
{
    const uint64_t hash = bytes_hash(&image[HEAD], length - HEAD);

    for (size_t byte = 0; byte < 8; byte++) {
        image[HASH_AT + byte] = (unsigned char)(hash >> (8 * byte) & 0xff);
    }
}

/* Images that say something else are refused, or run without a step out of bounds. Returns how many were refused. */
static size_t mutate(const struct read_back *back, size_t times, const char *what)
{
    unsigned char *image = mem_all(back->length);
    unsigned long long luck = 20201101;
    size_t refused = 0;

    for (size_t time = 0; time < times; time++) {
        struct block_memory memory = { .bytes = NULL };
        struct inputs inputs;

        memcpy(image, back->image, back->length);
        for (size_t change = 0; change <= time % 3; change++) {
            const size_t at = HEAD + (size_t)(fixture_random(&luck) * (double)(back->length - HEAD));

            image[at] = (unsigned char)(fixture_random(&luck) * 256);
        }
        rehash(image, back->length);
        if (read_bytes(image, back->length, &memory, &inputs) != IMAGE_FINE) {
            refused++;
        } else if (run_bytes(&inputs) < (size_t)1 << 26) {
            struct fixture_run run = fixture_run_inputs(&inputs, inputs.scenario.values, GARBAGE);

            fixture_run_free(&run);
        }
        block_memory_free(&memory);
    }
    cr_assert(refused > times / 20 && refused < times, "%s: %zu of %zu were refused", what, refused, times);
    free(image);
    return refused;
}

Test(image, images_that_say_something_else_do_no_harm)
{
    static const char *const scenarios[] = { "tests/scenarios/valid/progression_by_town.yaml",
                                             "tests/scenarios/valid/gross_migration.yaml",
                                             "tests/scenarios/valid/life_expectancies.yaml",
                                             "scenarios/housing_example.yaml" };

    for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        struct inputs inputs = inputs_of(scenarios[i]);
        struct read_back back = read_back(&inputs);

        mutate(&back, 1000, scenarios[i]);
        read_back_free(&back);
        model_free(&inputs.model);
    }
}
