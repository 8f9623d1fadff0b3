#include "plausible.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "housing.h"
#include "mem.h"
#include "number.h"
#include "spread.h"

/* A pupil or seat is whole; less than a thousandth of one is arithmetic. */
static const double tolerance = 1e-3;

/* Fewer pupils are no class anywhere: such a class size is a slip of the pen. */
static const double least_class = 5;

/* With grade progression pupils may be more than the children who live here: some come from elsewhere or repeat a
 * grade. So many more is worth a word; so many more than that is what no table of enrolment rates may say either. */
static const double noted_share = 1.1;
static const double highest_share = 2;

/* The place of a whole file of the model; of none, where the model has no such file. */
static struct place in_file(struct problems *problems, const struct model *model, const char *name)
{
    const size_t length = strlen(name);
    struct place place = { .file = NULL };

    for (size_t index = 0; index < model->file_count; index++) {
        const char *path = model->files[index].path;
        const size_t whole = strlen(path);

        if (whole >= length && strcmp(&path[whole - length], name) == 0) {
            place.file = problems_file(problems, path);
        }
    }
    return place;
}

static void check_shares(const struct inputs *inputs, const struct result *result, struct problems *problems)
{
    const struct model *model = &inputs->model;
    const struct place place = in_file(problems, model, "enrolment.csv");
    const size_t towns = model->pupils_by_town ? model->town_count : 1;

    for (size_t town = 0; town < towns; town++) {
        for (size_t level = 0; level < model->level_count; level++) {
            const double share = result->base_share[town * model->level_count + level];

            if (share > 1 + tolerance) {
                const bool known = progression_is_used(inputs, inputs->scenario.values, level);

                report(problems, place, known ? MESSAGE_PUPILS_EXCEED_PUPILS : MESSAGE_PUPILS_EXCEED_CHILDREN,
                       SLOTS({ "level", model->levels[level].name.id },
                             { "town", model->pupils_by_town ? model->towns[town].name.id : model->name.id },
                             { "share", number_decimals(share, 3).text }));
            }
        }
    }
}

/* The district's pupils by progression per child of their ages, in a state; per one child where there is less. */
static double progressed_share(const struct model *model, const struct result *result, size_t state, size_t index)
{
    const struct level *level = &model->levels[index];
    double pupils = 0;
    double children = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        const size_t row = (state * model->town_count + town) * model->grade_count + level->first_grade;

        for (size_t grade = 0; grade < level->grades; grade++) {
            pupils += result->progression.pupils[row + grade];
            children += result->children[row + grade];
        }
    }
    return pupils / (children > 1 ? children : 1);
}

/* The school year in which the level's pupils by progression exceed the children most, if by much. */
static void check_progression(const struct inputs *inputs, const struct result *result, size_t level,
                              struct problems *problems)
{
    const struct model *model = &inputs->model;
    double highest = 0;
    size_t when = 0;

    for (size_t state = 0; state < result->states; state++) {
        const double share = progressed_share(model, result, state, level);

        when = share > highest ? state : when;
        highest = share > highest ? share : highest;
    }
    if (highest > noted_share) {
        report(problems, in_file(problems, model, "pupils.csv"),
               highest > highest_share ? MESSAGE_PROGRESSION_FAR_ABOVE : MESSAGE_PROGRESSION_ABOVE,
               SLOTS({ "level", model->levels[level].name.id },
                     { "year", number_text((double)model->base_year + (double)when).text },
                     { "share", number_decimals(highest, 3).text }, { "allowed", number_text(highest_share).text }));
    }
}

/* The first school year in which closures leave the town less than no seats at the level. */
static void check_seats(const struct inputs *inputs, const struct result *result, size_t town, size_t level,
                        struct problems *problems)
{
    const struct model *model = &inputs->model;

    for (size_t state = 0; state < result->states; state++) {
        const double seats = result->seats[(state * model->town_count + town) * model->level_count + level];

        if (seats < -tolerance) {
            /* In the base year no project acts yet: what takes seats then is the scenario's backlog. */
            const struct place place =
                state == 0 ? (struct place) { .file = NULL } : in_file(problems, model, "project_seats.csv");

            report(problems, place, MESSAGE_SEATS_BELOW_ZERO,
                   SLOTS({ "level", model->levels[level].name.id }, { "town", model->towns[town].name.id },
                         { "year", number_text((double)model->base_year + (double)state).text },
                         { "seats", number_whole(seats).text }));
            return;
        }
    }
}

static void check_class_sizes(const struct inputs *inputs, struct problems *problems)
{
    for (size_t index = 0; index < inputs->model.level_count; index++) {
        const struct level *level = &inputs->model.levels[index];
        const double added = inputs_value(inputs, inputs->scenario.values, PARAMETER_NORMS_CLASS_SIZE_ADDED, index, 0);
        double least = level->class_size[0];

        for (size_t grade = 1; grade < level->grades; grade++) {
            least = level->class_size[grade] < least ? level->class_size[grade] : least;
        }
        if (added != 0 && least + added < least_class) {
            report(problems, (struct place) { .file = NULL }, MESSAGE_CLASS_SIZE_TOO_SMALL,
                   SLOTS({ "level", level->name.id }, { "found", number_text(least + added).text },
                         { "allowed", number_text(least_class).text }));
        }
    }
}

static void note_floors(const struct inputs *inputs, const struct result *result, struct problems *problems)
{
    const struct model *model = &inputs->model;
    double floored = 0;

    for (size_t row = 0; row < (result->states - 1) * model->town_count; row++) {
        floored += result->components[row * COMPONENTS + FLOORED];
    }
    if (floored > 0) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_FLOORED,
               SLOTS({ "persons", number_decimals(floored, 2).text }));
    }
}

/*
 * The first year in which more people move into the new housing of a place (a town; all towns where `town` is their
 * count) than the total has that they are part of, so that the others would be less than nobody.
 */
static void note_others(const struct inputs *inputs, const struct result *result, size_t town,
                        struct problems *problems)
{
    const struct model *model = &inputs->model;
    const size_t first = town == model->town_count ? 0 : town;
    const size_t end = town == model->town_count ? model->town_count : town + 1;

    for (size_t year = 0; year + 1 < result->states; year++) {
        const int calendar = model->base_year + (int)year;
        const double moving = housing_arrivals(inputs, inputs->scenario.values, town, calendar);
        double all = 0;

        for (size_t of = first; of < end; of++) {
            all += result->components[(year * model->town_count + of) * COMPONENTS + ARRIVALS];
        }
        if (moving > tolerance && moving > all + tolerance) {
            report(problems, in_file(problems, model, "/housing.csv"), MESSAGE_HOUSING_EXCEEDS,
                   SLOTS({ "town", town == model->town_count ? model->name.id : model->towns[town].name.id },
                         { "year", number_text(calendar).text }, { "persons", number_whole(moving).text },
                         { "all", number_whole(all).text }, { "others", number_whole(all - moving).text }));
            return;
        }
    }
}

static void note_housing(const struct inputs *inputs, const struct result *result, struct problems *problems)
{
    const double place = inputs_value(inputs, inputs->scenario.values, PARAMETER_MIGRATION_HOUSING, 0, 0);
    const size_t towns = inputs->model.town_count;

    if (inputs->model.migration.form == MIGRATION_NONE) {
        return; /* said when the scenario was read */
    }
    if (place == HOUSING_INSIDE_DISTRICT) {
        note_others(inputs, result, towns, problems);
    }
    for (size_t town = 0; place == HOUSING_INSIDE && town < towns; town++) {
        note_others(inputs, result, town, problems);
    }
}

/* Shares that are no numbers: a sum of nothing, or beyond all numbers. */
static void check_schedule(const struct inputs *inputs, struct problems *problems)
{
    const struct rogers_castro schedule = inputs_schedule(inputs, inputs->scenario.values);
    const size_t ages = inputs->model.ages;
    double *shares = mem_array(ages, sizeof *shares);
    bool good = true;

    migration_schedule(&schedule, ages, shares);
    for (size_t age = 0; age < ages; age++) {
        good = good && isfinite(shares[age]);
    }
    free(shares);
    if (!good) {
        report(problems, (struct place) { .file = NULL }, MESSAGE_SCHEDULE_SPREADS_NOBODY,
               SLOTS({ "last", number_text((double)ages - 1).text }));
    }
}

bool plausible(const struct inputs *inputs, const struct result *result, struct problems *problems)
{
    const size_t before = problems->errors;

    check_schedule(inputs, problems);
    check_shares(inputs, result, problems);
    check_class_sizes(inputs, problems);
    for (size_t level = 0; level < inputs->model.level_count; level++) {
        if (progression_is_used(inputs, inputs->scenario.values, level)) {
            check_progression(inputs, result, level, problems);
        }
    }
    for (size_t town = 0; town < inputs->model.town_count; town++) {
        for (size_t level = 0; level < inputs->model.level_count; level++) {
            check_seats(inputs, result, town, level, problems);
        }
    }
    note_floors(inputs, result, problems);
    note_housing(inputs, result, problems);
    return problems->errors == before;
}
