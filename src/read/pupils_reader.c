#include "pupils_reader.h"

#include <math.h>

#include "csv_columns.h"
#include "grid.h"
#include "grid_check.h"
#include "mem.h"
#include "number.h"
#include "town_reader.h"
#include "yaml_value.h"

static const struct figure_rule PUPILS = { "pupils", 0, 1e9, false };

/* Whether any row names the level. */
static bool is_named(const struct grid *grid, const double *values, const struct level *level)
{
    const size_t grades = grid->size[GRID_ITEM];

    for (size_t row = 0; row < grid->size[GRID_TOWN] * grid->size[GRID_YEAR]; row++) {
        for (size_t grade = level->first_grade; grade < level->first_grade + level->grades; grade++) {
            if (!isnan(values[row * grades + grade])) {
                return true;
            }
        }
    }
    return false;
}

/* Levels that no row names have no pupils here; of the others every grade, year and town must be known. */
static const bool *find_levels(const struct grid *grid, double *values)
{
    const struct model *model = grid->model;
    const size_t rows = grid->size[GRID_TOWN] * grid->size[GRID_YEAR];
    bool *has_level = pool_array(&grid->model->pool, model->level_count, sizeof *has_level);

    for (size_t index = 0; index < model->level_count; index++) {
        const struct level *level = &model->levels[index];

        has_level[index] = is_named(grid, values, level);
        for (size_t row = 0; row < rows && !has_level[index]; row++) {
            for (size_t grade = level->first_grade; grade < level->first_grade + level->grades; grade++) {
                values[row * model->grade_count + grade] = 0;
            }
        }
    }
    return has_level;
}

/* From [town][year][grade] as the grid has it: a run goes by years, and the first of them can be taken alone. */
static const double *by_year(const struct grid *grid, const double *values)
{
    const size_t towns = grid->size[GRID_TOWN];
    const size_t years = grid->size[GRID_YEAR];
    const size_t grades = grid->size[GRID_ITEM];
    double *pupils = pool_array(&grid->model->pool, grid_size(grid), sizeof *pupils);

    for (size_t row = 0; row < towns * years; row++) {
        for (size_t grade = 0; grade < grades; grade++) {
            pupils[((row % years) * towns + row / years) * grades + grade] = values[row * grades + grade];
        }
    }
    return pupils;
}

/* The district's pupils are the towns' by population: somebody has to live there. */
static bool check_towns(struct model *model, const struct csv_table *table, bool by_town)
{
    if (by_town || model->town_count == 1 || towns_shares(model) != NULL) {
        return true;
    }
    report(table->problems, (struct place) { table->file, 0, 0 }, MESSAGE_TOWNS_NOBODY, NULL);
    return false;
}

/* Pupils of the level's grades in a year, of all towns, in [town][year][grade]. */
static double level_pupils(const struct grid *grid, const double *values, const struct level *level, size_t year)
{
    double sum = 0;

    for (size_t town = 0; town < grid->size[GRID_TOWN]; town++) {
        const double *row = &values[(town * grid->size[GRID_YEAR] + year) * grid->size[GRID_ITEM]];

        for (size_t grade = level->first_grade; grade < level->first_grade + level->grades; grade++) {
            sum += row[grade];
        }
    }
    return sum;
}

/* A level without a pupil in one year and with some in another is a year that was not known. */
static bool check_years(const struct grid *grid, const struct csv_table *table, const double *values)
{
    const size_t years = grid->size[GRID_YEAR];
    bool good = true;

    for (size_t index = 0; index < grid->model->level_count; index++) {
        const struct level *level = &grid->model->levels[index];
        size_t peopled = 0;

        for (size_t year = 0; year < years; year++) {
            peopled += level_pupils(grid, values, level, year) > 0;
        }
        for (size_t year = 0; year < years && 0 < peopled && peopled < years; year++) {
            if (!(level_pupils(grid, values, level, year) > 0)) {
                report(
                    table->problems, (struct place) { table->file, 0, 0 }, MESSAGE_PUPILS_YEAR_EMPTY,
                    SLOTS({ "level", level->name.id }, { "year", number_text(grid->first_year + (double)year).text }));
                good = false;
            }
        }
    }
    return good;
}

static bool read_table(struct model_source *source, struct csv_table *table, struct pupil_history *history)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_MAY, GRID_MUST, GRID_WITHOUT, GRID_MUST };
    struct model *model = source->model;
    struct grid grid;
    double *values = NULL;

    grid_start(&grid, source, table, HAS, GRID_GRADES);
    if (grid.grade_column == CSV_NONE) {
        csv_column(table, "grade", CSV_REQUIRED); /* a count for all grades would be one for each */
    }
    const size_t column = csv_column(table, PUPILS.key, CSV_REQUIRED);
    const bool by_town = grid.column[GRID_TOWN] != CSV_NONE;

    if (!csv_columns_end(table) || !grid_measure(&grid) || !grid_fill(&grid, column, &PUPILS, &values)) {
        return false;
    }
    const bool *has_level = find_levels(&grid, values);

    if (!grid_check(&grid, values, 0, model->grade_count - 1, true) || !check_years(&grid, table, values) ||
        !check_towns(model, table, by_town)) {
        return false;
    }
    *history = (struct pupil_history) { .first_year = grid.first_year,
                                        .years = grid.size[GRID_YEAR],
                                        .by_town = by_town,
                                        .has_level = has_level,
                                        .pupils = by_year(&grid, values) };
    return true;
}

/* The district's pupils of a grade in all years but the latest: what its ratios to the next grade divide by. */
static double pupils_before(const struct model *model, size_t grade)
{
    const struct pupil_history *history = &model->pupil_history;
    const size_t rows = (history->years - 1) * (history->by_town ? model->town_count : 1);
    double sum = 0;

    for (size_t row = 0; row < rows; row++) {
        sum += history->pupils[row * model->grade_count + grade];
    }
    return sum;
}

/* Whether anybody of the age lives in the district at the base year's state, which may have those of the next age. */
static bool has_children(const struct model *model, size_t age)
{
    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        const double *people = &model->census_population[row * model->ages];

        if (people[age] > 0 || (model->census_shift > 0 && people[age + 1] > 0)) {
            return true;
        }
    }
    return false;
}

/* Whether the grade's pupils can be told from those of the grade before or, where there is none, from the children. */
static bool check_grade(const struct model *model, const struct level *level, size_t grade, struct place place,
                        struct problems *problems)
{
    const size_t before = model_grade_before(model, level->first_grade + grade);
    const struct pupil_history *history = &model->pupil_history;

    if (before == NO_GRADE ? has_children(model, level->entry_age) : pupils_before(model, before) > 0) {
        return true;
    }
    report(problems, place, before == NO_GRADE ? MESSAGE_PROGRESSION_NO_CHILDREN : MESSAGE_PROGRESSION_GRADE_EMPTY,
           SLOTS({ "level", level->name.id }, { "grade", number_text((double)grade + 1).text },
                 { "age", number_text((double)level->entry_age).text },
                 { "first", number_text(history->first_year).text },
                 { "last", number_text(history->first_year + (double)history->years - 2).text }));
    return false;
}

bool pupils_allow_progression(const struct model *model, struct place place, struct problems *problems)
{
    const struct pupil_history *history = &model->pupil_history;
    bool good = true;

    if (history->years < 2) {
        report(problems, place, history->years == 0 ? MESSAGE_PROGRESSION_WITHOUT_PUPILS : MESSAGE_PROGRESSION_ONE_YEAR,
               SLOTS({ "found", number_text(history->first_year).text }));
        return false;
    }
    for (size_t index = 0; index < model->level_count; index++) {
        for (size_t grade = 0; grade < model->levels[index].grades && history->has_level[index]; grade++) {
            good = check_grade(model, &model->levels[index], grade, place, problems) && good;
        }
    }
    return good;
}

bool pupils_read(struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    const yaml_value enrolment = yaml_find(doc, yaml_root(doc), "enrolment");
    struct model *model = source->model;
    struct csv_table table;

    if (model->level_count > 0) {
        const enum table_state state = model_source_table(source, "pupils", CSV_OPTIONAL, &table);
        const bool good = state == TABLE_OPEN && read_table(source, &table, &model->pupil_history);

        csv_table_close(&table);
        if (!good && state != TABLE_ABSENT) {
            return false;
        }
    }
    return model->enrolment_method == ENROLMENT_BY_RATES ||
           pupils_allow_progression(model, yaml_place(doc, yaml_find(doc, enrolment, "method")), source->problems);
}
