#include "population_reader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "age_groups.h"
#include "age_table.h"
#include "csv_columns.h"
#include "figure.h"
#include "grid.h"
#include "grid_check.h"
#include "mem.h"
#include "number.h"
#include "survivorship.h"
#include "town_reader.h"

enum { OLDEST = 150, FEWEST_AGES = 2 };

/* The highest first age of a group, or single age, that a table names; 0 if it cannot be said. */
static size_t highest_age_of(struct model_source *source, const char *name)
{
    struct problems unheard = { .count = 0 };
    struct csv_table table;
    size_t highest = 0;

    if (model_source_peek(source, name, &table, &unheard)) {
        const struct grid grid = { .table = &table,
                                   .highest_age = OLDEST,
                                   .column = { [GRID_ITEM] = csv_column(&table, "age", CSV_OPTIONAL) } };

        table.quiet = true;
        while (csv_next(&table)) {
            const size_t age = age_table_first_age(&grid);

            highest = age <= OLDEST && age > highest ? age : highest;
        }
        csv_table_close(&table);
    }
    problems_free(&unheard);
    return highest;
}

/* The model's last age where the people are known by groups: that to which mortality is known. */
static size_t last_age(struct model_source *source, size_t open)
{
    const size_t mortality = highest_age_of(source, "mortality");
    const size_t known = mortality > 0 ? mortality : highest_age_of(source, "mortality_standard");

    return known > open ? known : open;
}

/* Ages run to the highest that the table has, or, of groups, to that of mortality. */
static bool measure_ages(struct model_source *source, struct grid *grid)
{
    struct model *model = grid->model;

    model->ages = OLDEST + 1;
    const bool good = grid_measure(grid);

    if (good && grid->group_count > 0) {
        source->census_open = age_table_open(grid);
        model->ages = last_age(source, source->census_open) + 1;
    } else {
        model->ages = grid->last_item + 1;
        grid->size[GRID_ITEM] = model->ages;
    }
    if (good && model->ages < FEWEST_AGES) {
        report(grid->table->problems, (struct place) { grid->table->file, 0, 0 }, MESSAGE_POPULATION_ONE_AGE, NULL);
        return false;
    }
    return good;
}

/* [town][sex][age] of the district's [sex][age]. */
static double *share_out(struct model *model, const double *district, const double *shares)
{
    const size_t cells = SEXES * model->ages;
    double *people = pool_array(&model->pool, model->town_count * cells, sizeof *people);

    for (size_t town = 0; town < model->town_count; town++) {
        for (size_t cell = 0; cell < cells; cell++) {
            people[town * cells + cell] = shares[town] * district[cell];
        }
    }
    return people;
}

/* The same towns with the people that the table has in them. */
static void set_town_populations(struct model *model, const double *people)
{
    const size_t cells = SEXES * model->ages;
    struct town *towns = pool_array(&model->pool, model->town_count, sizeof *towns);

    memcpy(towns, model->towns, model->town_count * sizeof *towns);
    for (size_t town = 0; town < model->town_count; town++) {
        for (size_t cell = 0; cell < cells; cell++) {
            towns[town].population += people[town * cells + cell];
        }
        towns[town].status = MEASURED;
    }
    model->towns = towns;
}

static double sum_of(const double *values, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        sum += values[i];
    }
    return sum;
}

/* The census counts both in towns.csv and by age; half a person is rounding. */
static void compare_totals(const struct model_source *source, const char *file)
{
    const struct model *model = source->model;
    const double people = sum_of(model->census_population, model->town_count * SEXES * model->ages);
    double towns = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        towns += model->towns[town].population;
    }
    if (people > 0 && towns <= 0) {
        report(source->problems, (struct place) { file, 0, 0 }, MESSAGE_TOWNS_EMPTY,
               SLOTS({ "found", number_whole(people).text }));
    } else if (fabs(people - towns) > 0.5) {
        report(source->problems, (struct place) { file, 0, 0 }, MESSAGE_POPULATION_DIFFERS,
               SLOTS({ "found", number_whole(people).text }, { "allowed", number_whole(towns).text }));
    }
}

static bool read_people(struct model_source *source, struct grid *grid, size_t column, bool own_towns)
{
    const struct figure_rule rule = { "population", 0, 1e10, false };
    struct model *model = source->model;
    const bool by_town = grid->column[GRID_TOWN] != CSV_NONE;
    double *values = NULL;

    if (!grid_fill(grid, column, &rule, &values) ||
        !grid_check(grid, values, 0, grid->size[GRID_ITEM] - 1, !own_towns)) {
        return false;
    }
    if (sum_of(values, grid_size(grid)) <= 0) {
        report(source->problems, (struct place) { grid->table->file, 0, 0 }, MESSAGE_POPULATION_NOBODY, NULL);
        return false;
    }
    values = age_table_singles(grid, values);
    if (!by_town && !own_towns) {
        const double *shares = towns_shares(model);

        if (shares == NULL) {
            report(source->problems, (struct place) { grid->table->file, 0, 0 }, MESSAGE_TOWNS_NOBODY, NULL);
            return false;
        }
        values = share_out(model, values, shares);
    }
    source->census = values;
    model->census_population = values;
    if (own_towns) {
        set_town_populations(model, values);
    }
    return true;
}

bool population_read(struct model_source *source)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_MAY, GRID_WITHOUT, GRID_MUST, GRID_MUST };
    struct model *model = source->model;
    const bool own_towns = model->town_count == 0;
    struct csv_table table;
    struct grid grid;

    if (model_source_table(source, "base_population", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    model->ages = OLDEST + 1;
    grid_start(&grid, source, &table, HAS, GRID_AGES);
    grid.may_group = GRID_COUNTS;
    const size_t column = csv_column(&table, "population", CSV_REQUIRED);
    bool good = csv_columns_end(&table);

    if (good && own_towns) {
        if (grid.column[GRID_TOWN] != CSV_NONE) {
            towns_from_table(model, &table, grid.column[GRID_TOWN]);
            grid.size[GRID_TOWN] = model->town_count;
        } else {
            towns_make_one(source);
        }
    }
    good =
        good && measure_ages(source, &grid) && model->town_count > 0 && read_people(source, &grid, column, own_towns);
    if (good) {
        compare_totals(source, table.file);
    }
    csv_table_close(&table);
    return good;
}

void population_share_open(struct model_source *source)
{
    const struct model *model = source->model;

    if (source->census_open == 0 || model->base_year == NO_YEAR) {
        return;
    }
    double *scratch = mem_array(model->ages, sizeof *scratch);
    double *persons = mem_array(model->ages, sizeof *persons);

    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        town_survivorship(model, row / SEXES, model->base_year, (enum sex)(row % SEXES), scratch, persons);
        stationary_population(persons, model->ages, persons);
        age_table_share_open(model, persons, source->census_open, &source->census[row * model->ages]);
    }
    free(scratch);
    free(persons);
}
