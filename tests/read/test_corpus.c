/*
 * The corpus tests/scenarios: each file of invalid/ has one defect (several_*: more) and stands beside its exact
 * messages, English then Chinese (what `xuewei check --lang en` and `--lang zh`, run in that folder, say of it); each
 * file of valid/ resolves without a problem, to the facts that stand beside it.
 */
#define _XOPEN_SOURCE 700

#include <dirent.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "mem.h"
#include "number.h"
#include "resolve.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/** The names, without ending, of a folder's files with that ending, sorted. */
struct names {
    char **items;
    size_t count;
};

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static struct names names_of(const char *ending)
{
    struct names names = { NULL, 0 };
    DIR *folder = opendir(".");

    cr_assert(folder != NULL);
    for (const struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        const char *dot = strrchr(entry->d_name, '.');

        if (dot != NULL && strcmp(dot, ending) == 0) {
            names.items = mem_grow(names.items, names.count + 1, sizeof *names.items);
            names.items[names.count] = mem_text(entry->d_name);
            names.items[names.count++][dot - entry->d_name] = '\0';
        }
    }
    closedir(folder);
    qsort(names.items, names.count, sizeof *names.items, compare_names);
    return names;
}

static void names_free(struct names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        free(names->items[i]);
    }
    free(names->items);
}

static char *with_ending(const char *name, const char *ending)
{
    char *file = mem_array(strlen(name) + strlen(ending) + 1, 1);

    strcpy(file, name);
    strcat(file, ending);
    return file;
}

static void enter(const char *folder)
{
    char *path = source_path(folder);

    cr_assert(chdir(path) == 0, "cannot enter %s", path);
    free(path);
}

/* What is said of the scenario in both languages. */
static char *messages_of(const char *file, bool *good)
{
    struct problems problems = { 0 };
    struct inputs inputs;
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    *good = inputs_read(&inputs, file, &problems);
    const bool agrees = *good == (problems.errors == 0);

    cr_assert(agrees, "%s: %zu problems do not go with what was returned", file, problems.errors);
    problems_print(&problems, stream, ENGLISH);
    problems_print(&problems, stream, CHINESE);
    fclose(stream);
    model_free(&inputs.model);
    problems_free(&problems);
    return text;
}

static bool check_invalid(const char *name)
{
    char *scenario = with_ending(name, ".yaml");
    char *beside = with_ending(name, ".expected");
    char *expected = file_text(beside, NULL);
    bool good = true;
    char *said = messages_of(scenario, &good);
    const bool same = !good && strcmp(said, expected) == 0;

    if (!same) {
        cr_log_error("%s: expected\n%sbut was said\n%s", name, expected, said);
    }
    free(said);
    free(expected);
    free(beside);
    free(scenario);
    return same;
}

Test(corpus, invalid)
{
    enter("tests/scenarios/invalid");
    struct names scenarios = names_of(".yaml");
    struct names expected = names_of(".expected");
    size_t bad = 0;

    cr_assert(ge(sz, scenarios.count, 100));
    cr_assert(eq(sz, scenarios.count, expected.count));
    for (size_t i = 0; i < scenarios.count; i++) {
        cr_assert(eq(str, scenarios.items[i], expected.items[i]));
        bad += !check_invalid(scenarios.items[i]);
    }
    cr_assert(eq(sz, bad, 0));
    names_free(&scenarios);
    names_free(&expected);
}

/** A line of facts parted by spaces: what, keys, value. */
struct fact {
    char *words[6];
    size_t count;
    double expected;
};

/* A parameter's value; its id stands after its name where it has an axis, its year where it is a path. */
static double parameter_value(const struct inputs *inputs, const struct fact *fact, size_t parameter)
{
    const struct parameter_row *row = &parameter_rows[parameter];
    const size_t axis_words = row->axis != AXIS_NONE;
    const int year = row->type == PARAMETER_PATH ? atoi(fact->words[1 + axis_words]) : 0;
    size_t key = 0;

    while (axis_words > 0 && strcmp(axis_key(&inputs->model, row->axis, key), fact->words[1]) != 0) {
        key++;
        cr_assert(lt(sz, key, inputs->scenario.layout.keys[parameter]));
    }
    return inputs_value(inputs, inputs->scenario.values, (enum parameter)parameter, key, year);
}

static double people(const struct model *model, size_t first_town, size_t last_town)
{
    const size_t cells = SEXES * model->ages;
    double sum = 0;

    for (size_t i = first_town * cells; i < last_town * cells; i++) {
        sum += model->census_population[i];
    }
    return sum;
}

/* A fact of pupils.csv: history_years, history_pupils YEAR TOWN LEVEL GRADE ...; NAN for one that is not known. */
static double history_value(const struct model *model, const struct fact *fact)
{
    const struct pupil_history *history = &model->pupil_history;
    const char *what = fact->words[0];

    if (strcmp(what, "history_years") == 0) {
        return (double)history->years;
    }
    if (strcmp(what, "history_first_year") == 0) {
        return history->first_year;
    }
    if (strcmp(what, "history_by_town") == 0) {
        return history->by_town;
    }
    if (strcmp(what, "history_has") == 0) {
        return history->has_level[model_level(model, fact->words[1])];
    }
    if (strcmp(what, "history_pupils") == 0) {
        const size_t year = (size_t)(atoi(fact->words[1]) - history->first_year);
        const size_t town = history->by_town ? model_town(model, fact->words[2]) : 0;
        const size_t grade =
            model->levels[model_level(model, fact->words[3])].first_grade + (size_t)atoi(fact->words[4]) - 1;

        return history->pupils[(year * (history->by_town ? model->town_count : 1) + town) * model->grade_count + grade];
    }
    return NAN;
}

/* A fact of the model by its name; NAN for one that is not known. */
static double model_value(const struct inputs *inputs, const struct fact *fact)
{
    const struct model *model = &inputs->model;
    const char *what = fact->words[0];
    const char *key = fact->words[1];
    const struct {
        const char *name;
        double value;
    } simple[] = {
        { "towns", (double)model->town_count },
        { "ages", (double)model->ages },
        { "levels", (double)model->level_count },
        { "projects", (double)model->project_count },
        { "base_year", model->base_year },
        { "census_shift", model->census_shift },
        { "first_year", inputs->scenario.first_year },
        { "last_year", inputs->scenario.last_year },
        { "people", people(model, 0, model->town_count) },
        { "mortality_is_sx", model->mortality_is_sx },
        { "migration_form", model->migration.form },
        { "backtest_origins", (double)model->backtest.origin_count },
        { "backtest_hold", model->backtest.hold },
        { "backtest_known_years", model->backtest.known_years },
        { "backtest_migration", model->backtest.has_migration },
        { "backtest_groups", (double)model->backtest.group_count },
        { "observed_states", (double)model->observed_state_count },
    };

    for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
        if (strcmp(what, simple[i].name) == 0) {
            return simple[i].value;
        }
    }
    const size_t town = model_town(model, key);
    const size_t level = model_level(model, key);

    if (strcmp(what, "population") == 0) {
        return model->towns[town].population;
    }
    if (strcmp(what, "people_of") == 0) {
        return people(model, town, town + 1);
    }
    if (strcmp(what, "origin") == 0) {
        return model->backtest.origins[atoi(key)].year;
    }
    if (strcmp(what, "observed_state") == 0) {
        return model->observed_states[atoi(key)].people[atoi(fact->words[2])];
    }
    if (strcmp(what, "observed_shift") == 0) {
        return model->observed_states[atoi(key)].shift;
    }
    if (strcmp(what, "public_share") == 0) {
        return rates_at(&model->public_share, 0, atoi(fact->words[2]), 0, level);
    }
    if (strcmp(what, "share_from_pupils") == 0) {
        return model->share_from_pupils[level];
    }
    if (strcmp(what, "pupils") == 0) {
        return model->public_pupils[level];
    }
    if (strcmp(what, "seats") == 0) {
        return model->base_seats[town * model->level_count + model_level(model, fact->words[2])];
    }
    if (strcmp(what, "srb") == 0) {
        return rates_at(&model->srb, 0, atoi(key), 0, 0);
    }
    const size_t sex = strcmp(key, "f") == 0;

    if (strcmp(what, "life_expectancy") == 0) {
        return rates_at(&model->mortality, 0, model->base_year, sex, 0);
    }
    if (strcmp(what, "standard") == 0) {
        return rates_at(&model->mortality_standard, 0, model->base_year, sex, (size_t)atoi(fact->words[2]));
    }
    if (strcmp(what, "fertility") == 0) {
        return rates_at(&model->fertility, 0, atoi(key), 0, (size_t)atoi(fact->words[2]));
    }
    return history_value(model, fact);
}

static double value_of(const struct inputs *inputs, const struct fact *fact)
{
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        if (strcmp(parameter_rows[parameter].name, fact->words[0]) == 0) {
            return parameter_value(inputs, fact, parameter);
        }
    }
    return model_value(inputs, fact);
}

static void check_facts(const char *name, const struct inputs *inputs, char *text)
{
    char *lines = NULL;

    for (char *line = strtok_r(text, "\n", &lines); line != NULL; line = strtok_r(NULL, "\n", &lines)) {
        struct fact fact = { .count = 0 };
        char *words = NULL;

        for (char *word = strtok_r(line, " ", &words); word != NULL && fact.count < 6;
             word = strtok_r(NULL, " ", &words)) {
            fact.words[fact.count++] = word;
        }
        const char *last = fact.words[fact.count - 1];

        cr_assert(number_read(last, strlen(last), &fact.expected), "%s: '%s' is no number", name, last);
        const double value = value_of(inputs, &fact);

        cr_assert(fabs(value - fact.expected) <= 1e-9, "%s: %s %s is %.17g, not %s", name, fact.words[0], fact.words[1],
                  value, last);
    }
}

Test(corpus, valid)
{
    enter("tests/scenarios/valid");
    struct names scenarios = names_of(".yaml");

    cr_assert(ge(sz, scenarios.count, 30));
    for (size_t i = 0; i < scenarios.count; i++) {
        struct problems problems = { 0 };
        struct inputs inputs;
        char *file = with_ending(scenarios.items[i], ".yaml");
        char *beside = with_ending(scenarios.items[i], ".resolved");
        char *facts = file_text(beside, NULL);

        if (!inputs_read(&inputs, file, &problems)) {
            problems_print(&problems, stderr, ENGLISH);
            cr_fatal("%s does not resolve", file);
        }
        check_facts(file, &inputs, facts);
        model_free(&inputs.model);
        problems_free(&problems);
        free(facts);
        free(beside);
        free(file);
    }
    names_free(&scenarios);
}
