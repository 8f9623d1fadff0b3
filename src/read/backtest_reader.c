#include "backtest_reader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv_columns.h"
#include "day.h"
#include "district_reader.h"
#include "figure.h"
#include "grid.h"
#include "grid_check.h"
#include "mem.h"
#include "yaml_value.h"

static bool same_day(struct date a, struct date b)
{
    return !day_before(a, b) && !day_before(b, a);
}

/* The people of one of the table's years, [town][sex][age]; NULL where no row is of that year. */
static double *people_of(const struct grid *grid, const double *values, size_t year)
{
    const size_t row = grid->size[GRID_SEX] * grid->size[GRID_ITEM];
    double *people = pool_array(&grid->model->pool, grid->size[GRID_TOWN] * row, sizeof *people);
    bool any = false;

    for (size_t town = 0; town < grid->size[GRID_TOWN]; town++) {
        for (size_t cell = 0; cell < row; cell++) {
            const double value = values[(town * grid->size[GRID_YEAR] + year) * row + cell];

            people[town * row + cell] = value;
            any = any || !isnan(value);
        }
    }
    return any ? people : NULL;
}

/* Takes the years that the table has, each whole. */
static bool take_states(struct model *model, const struct grid *grid, const double *values, struct date day)
{
    struct observed_state *states = pool_array(&model->pool, grid->size[GRID_YEAR], sizeof *states);
    bool good = true;

    for (size_t year = 0; year < grid->size[GRID_YEAR]; year++) {
        double *people = people_of(grid, values, year);
        struct observed_state *state = &states[model->observed_state_count];
        struct grid one = *grid;

        if (people == NULL) {
            continue;
        }
        one.size[GRID_YEAR] = 1;
        one.first_year = grid->first_year + (int)year;
        good = grid_check(&one, people, 0, model->ages - 1, true) && good;
        state->day = (struct date) { one.first_year, day.month, day.day };
        state->people = people;
        district_state_of(model, state->day, &state->year, &state->shift);
        model->observed_state_count++;
    }
    model->observed_states = states;
    return good;
}

static bool read_states(struct model_source *source, struct date day)
{
    struct model *model = source->model;
    const enum grid_has HAS[GRID_KEYS] = { model->town_count > 1 ? GRID_MUST : GRID_MAY, GRID_MUST, GRID_MUST,
                                           GRID_MUST };
    const struct figure_rule rule = { "population", 0, 1e10, false };
    struct csv_table table;
    struct grid grid;
    double *values = NULL;
    const enum table_state state = model_source_table(source, "observed_population", CSV_OPTIONAL, &table);

    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT;
    }
    grid_start(&grid, source, &table, HAS, GRID_AGES);
    grid.years_apart = true;
    const size_t column = csv_column(&table, "population", CSV_REQUIRED);
    const bool good = csv_columns_end(&table) && grid_measure(&grid) && grid_fill(&grid, column, &rule, &values) &&
                      take_states(model, &grid, values, day);

    csv_table_close(&table);
    return good;
}

static struct observed_state census(const struct model *model)
{
    return (struct observed_state) { .day = model->census_date,
                                     .year = model->base_year,
                                     .shift = model->census_shift,
                                     .people = model->census_population,
                                     .is_census = true };
}

/* Where a forecast may begin: the census, or a population observed later. */
static bool find_origin(const struct model *model, struct date day, struct observed_state *origin)
{
    if (same_day(day, model->census_date)) {
        *origin = census(model);
        return true;
    }
    for (size_t index = 0; index < model->observed_state_count; index++) {
        if (same_day(day, model->observed_states[index].day)) {
            *origin = model->observed_states[index];
            return origin->year >= model->base_year;
        }
    }
    return false;
}

static void report_origin(const struct model_source *source, yaml_value item, struct date day)
{
    const struct model *model = source->model;
    char *allowed = mem_array((model->observed_state_count + 1) * (sizeof(struct date_text) + sizeof ", "), 1);

    strcat(allowed, date_text(model->census_date).text);
    for (size_t index = 0; index < model->observed_state_count; index++) {
        if (model->observed_states[index].year >= model->base_year &&
            !same_day(model->observed_states[index].day, model->census_date)) {
            strcat(strcat(allowed, ", "), date_text(model->observed_states[index].day).text);
        }
    }
    report(source->problems, yaml_place(&source->doc, item), MESSAGE_BACKTEST_ORIGIN,
           SLOTS({ "found", date_text(day).text }, { "allowed", allowed }));
    free(allowed);
}

/* Puts the origin among those that are there, in order of day; false, with a problem, if it is one of them. */
static bool add_origin(const struct model_source *source, yaml_value item, struct observed_state origin,
                       struct observed_state *origins, size_t *count)
{
    size_t at = *count;

    while (at > 0 && day_before(origin.day, origins[at - 1].day)) {
        at--;
    }
    if (at > 0 && same_day(origin.day, origins[at - 1].day)) {
        report(source->problems, yaml_place(&source->doc, item), MESSAGE_BACKTEST_ORIGIN_TWICE,
               SLOTS({ "found", date_text(origin.day).text }));
        return false;
    }
    memmove(&origins[at + 1], &origins[at], (*count - at) * sizeof *origins);
    origins[at] = origin;
    ++*count;
    return true;
}

static bool read_origins(struct model_source *source, yaml_value list)
{
    const struct yaml_doc *doc = &source->doc;
    struct model *model = source->model;
    const size_t count = list == 0 ? 1 : yaml_size(doc, list);
    struct observed_state *origins = pool_array(&model->pool, count, sizeof *origins);
    bool good = true;

    model->backtest.origins = origins;
    if (list == 0) {
        return add_origin(source, 0, census(model), origins, &model->backtest.origin_count);
    }
    if (count == 0) {
        report(source->problems, yaml_place(doc, list), MESSAGE_YAML_TEXT_EMPTY, SLOTS({ "key", "origins" }));
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const yaml_value item = yaml_item(doc, list, i);
        struct observed_state origin = { .people = NULL };
        struct date day = { .year = 0 };

        if (!yaml_date(doc, item, "origins", &day)) {
            good = false;
        } else if (!find_origin(model, day, &origin)) {
            report_origin(source, item, day);
            good = false;
        } else {
            good = add_origin(source, item, origin, origins, &model->backtest.origin_count) && good;
        }
    }
    return good;
}

/* The ages of the levels, where district.yaml says no others. */
static void groups_of_levels(struct model *model)
{
    struct compared_ages *groups = pool_array(&model->pool, model->level_count, sizeof *groups);

    for (size_t level = 0; level < model->level_count; level++) {
        const struct level *of = &model->levels[level];

        groups[level] = (struct compared_ages) { of->name, of->entry_age, of->entry_age + of->grades - 1 };
    }
    model->backtest.groups = groups;
    model->backtest.group_count = model->level_count;
}

static bool read_group(const struct model_source *source, yaml_value entry, struct compared_ages *group)
{
    const struct yaml_doc *doc = &source->doc;
    const double highest = (double)source->model->ages - 2;
    const struct figure_rule first = { "first", 0, highest, true };
    double from = 0;
    double to = 0;

    if (!yaml_mapping(doc, entry, "ages")) {
        return false;
    }
    yaml_keys(doc, entry, IN_AGES);
    bool good = yaml_id_and_name(doc, entry, &source->model->pool, &group->name);

    good = yaml_number(doc, yaml_need(doc, entry, "first"), &first, &from) && good;
    const struct figure_rule last = { "last", from, highest, true };

    good = yaml_number(doc, yaml_need(doc, entry, "last"), &last, &to) && good;
    group->first_age = (size_t)from;
    group->last_age = (size_t)to;
    return good;
}

static bool read_groups(struct model_source *source, yaml_value list)
{
    const struct yaml_doc *doc = &source->doc;
    struct backtest_plan *plan = &source->model->backtest;
    bool good = true;

    if (list == 0) {
        groups_of_levels(source->model);
        return true;
    }
    if (!yaml_list(doc, list, "ages")) {
        return false;
    }
    struct compared_ages *groups = pool_array(&source->model->pool, yaml_size(doc, list), sizeof *groups);

    for (size_t i = 0; i < yaml_size(doc, list); i++) {
        const yaml_value entry = yaml_item(doc, list, i);
        bool is_new = read_group(source, entry, &groups[i]);

        for (size_t other = 0; is_new && other < i; other++) {
            if (groups[other].name.id != NULL && strcmp(groups[other].name.id, groups[i].name.id) == 0) {
                yaml_id_twice(doc, entry);
                is_new = false;
            }
        }
        good = good && is_new;
    }
    plan->groups = groups;
    plan->group_count = yaml_size(doc, list);
    return good;
}

/* How rates and migrants go on. */
static bool read_held(const struct yaml_doc *doc, yaml_value section, struct backtest_plan *plan)
{
    const struct figure_rule rule = yaml_rule(IN_BACKTEST, "known_years");
    const yaml_value hold = yaml_find(doc, section, "hold");
    const yaml_value migration = yaml_find(doc, section, "migration");
    size_t index = HOLD_MEAN;
    size_t known = 1;
    double years = 0;
    bool good = hold == 0 || yaml_word(doc, hold, "hold", hold_words, HOLDS, &index);

    good = (migration == 0 ||
            yaml_word(doc, migration, "migration", held_migration_words, HELD_MIGRATION_WORDS, &known)) &&
           good;
    good = yaml_number_or(doc, yaml_find(doc, section, "known_years"), &rule, 0, &years) && good;
    plan->hold = (enum hold)index;
    plan->has_migration = known == 1;
    plan->known_years = (int)years;
    return good;
}

bool backtest_read(struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    const yaml_value section = yaml_find(doc, yaml_root(doc), "backtest");
    struct date day = source->model->census_date;

    if (section == 0) {
        return read_states(source, day);
    }
    if (!yaml_mapping(doc, section, "backtest")) {
        return false;
    }
    yaml_keys(doc, section, IN_BACKTEST);
    source->model->backtest.is_given = true;
    const yaml_value observed_day = yaml_find(doc, section, "observed_day");
    const yaml_value origins = yaml_find(doc, section, "origins");
    bool good = read_held(doc, section, &source->model->backtest);

    good = read_groups(source, yaml_find(doc, section, "ages")) && good;
    good = (observed_day == 0 || yaml_month_day(doc, observed_day, "observed_day", &day)) && good;
    good = (origins == 0 || yaml_list(doc, origins, "origins")) && good;
    good = good && read_states(source, day);
    return good && read_origins(source, origins);
}
