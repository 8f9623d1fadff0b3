#include "vital_reader.h"

#include <stdlib.h>

#include "age_table.h"
#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "grid.h"
#include "grid_check.h"
#include "mem.h"
#include "population_reader.h"
#include "yaml_value.h"

/* Rates above any that were ever seen are slips of the pen: a death rate of 50 means a life of a week. */
static const struct figure_rule ASFR = { "asfr", 0, 1, false };
static const struct figure_rule MX = { "mx", 0, 50, false };
static const struct figure_rule E0 = { "e0", 20, 100, false };
/* Of a standard, so that people die at every age, and some live on: each life expectancy has a table then. */
static const struct figure_rule STANDARD_MX = { "mx", 1e-6, 1.5, false };
static const struct figure_rule SX = { "sx", 0, 1, false };
static const struct figure_rule NET_MIGRANTS = { "net_migrants", -1e9, 1e9, false };
static const struct figure_rule ARRIVALS = { "arrivals", 0, 1e9, false };
static const struct figure_rule DEPARTURE_RATE = { "departure_rate", 0, 1, false };

/* The girls born in a year give no birth in it. */
static bool check_newborn(const struct grid *grid, size_t column)
{
    struct csv_table *table = grid->table;
    double asfr = 0;

    csv_rewind(table);
    while (csv_next(table)) {
        if (age_table_first_age(grid) == 0 && csv_number(table, column, &ASFR, &asfr) && asfr > 0) {
            csv_report(table, column, MESSAGE_FERTILITY_NEWBORN, ASFR.key);
        }
    }
    return csv_is_good(table);
}

static bool read_fertility(struct model_source *source)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_MAY, GRID_MAY, GRID_WITHOUT, GRID_MUST };
    struct csv_table table;
    struct grid grid;
    double *values = NULL;

    if (model_source_table(source, "fertility", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    grid_start(&grid, source, &table, HAS, GRID_AGES);
    grid.may_group = GRID_SOME_RATES;
    const size_t column = csv_column(&table, "asfr", CSV_REQUIRED);
    const bool good = csv_columns_end(&table) && grid_measure(&grid) && grid_fill(&grid, column, &ASFR, &values) &&
                      grid_check(&grid, values, grid.first_item, grid.last_item, true) && check_newborn(&grid, column);

    if (good) {
        source->model->fertility = grid_rates(&grid, age_table_singles(&grid, values));
    }
    csv_table_close(&table);
    return good;
}

/* The standard by which life expectancies become life tables. */
static bool read_standard(struct model_source *source, const struct csv_table *expectancies)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_WITHOUT, GRID_WITHOUT, GRID_MAY, GRID_MUST };
    struct csv_table table;
    struct grid grid;

    if (!model_source_has(source, "mortality_standard")) {
        report(source->problems, (struct place) { expectancies->file, 1, 0 }, MESSAGE_MORTALITY_STANDARD, NULL);
        return false;
    }
    if (model_source_table(source, "mortality_standard", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    grid_start(&grid, source, &table, HAS, GRID_AGES);
    const size_t column = csv_column(&table, "mx", CSV_REQUIRED);
    const bool good = csv_columns_end(&table) && grid_measure(&grid) &&
                      grid_read(&grid, column, &STANDARD_MX, &source->model->mortality_standard);

    csv_table_close(&table);
    return good;
}

/* Life expectancies, of mortality.csv without any rates. */
static bool read_expectancies(struct model_source *source, struct csv_table *table, size_t e0)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_MAY, GRID_MAY, GRID_MAY, GRID_WITHOUT };
    struct grid grid;

    grid_start(&grid, source, table, HAS, GRID_NO_ITEM);
    const bool good =
        csv_columns_end(table) && grid_measure(&grid) && grid_read(&grid, e0, &E0, &source->model->mortality);

    return read_standard(source, table) && good;
}

static bool check_rates(const struct csv_table *table, size_t mx, size_t sx)
{
    if (mx == CSV_NONE && sx == CSV_NONE) {
        report(table->problems, (struct place) { table->file, 1, 0 }, MESSAGE_MORTALITY_NONE, NULL);
        return false;
    }
    return true;
}

static bool read_life_tables(struct model_source *source, struct csv_table *table, size_t mx, size_t sx)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_MAY, GRID_MAY, GRID_MAY, GRID_MUST };
    struct model *model = source->model;
    struct grid grid;

    grid_start(&grid, source, table, HAS, GRID_AGES);
    model->mortality_is_sx = sx != CSV_NONE;
    /* ratios of five-year groups are of five years */
    grid.may_group = model->mortality_is_sx ? GRID_SINGLE_YEARS : GRID_RATES;
    return csv_columns_end(table) && check_rates(table, mx, sx) && grid_measure(&grid) &&
           grid_read(&grid, model->mortality_is_sx ? sx : mx, model->mortality_is_sx ? &SX : &MX, &model->mortality);
}

static bool read_mortality(struct model_source *source)
{
    struct csv_table table;

    if (model_source_table(source, "mortality", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    const size_t sx = csv_column(&table, "sx", CSV_OPTIONAL);
    const size_t mx = csv_column(&table, "mx", CSV_OPTIONAL);
    const size_t e0 = csv_column(&table, "e0", CSV_OPTIONAL);
    const bool good = e0 != CSV_NONE && mx == CSV_NONE && sx == CSV_NONE ? read_expectancies(source, &table, e0)
                                                                         : read_life_tables(source, &table, mx, sx);

    csv_table_close(&table);
    return good;
}

/* One ratio for all years, from district.yaml. */
static bool read_constant_srb(struct model_source *source, yaml_value value)
{
    double *srb = pool_array(&source->model->pool, 1, sizeof *srb);

    const struct figure_rule rule = yaml_rule(IN_DISTRICT, "srb");

    source->model->srb = (struct rates) { .values = srb };
    return yaml_number(&source->doc, value, &rule, srb);
}

static bool read_srb(struct model_source *source)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_WITHOUT, GRID_MAY, GRID_WITHOUT, GRID_WITHOUT };
    const yaml_value constant = yaml_find(&source->doc, yaml_root(&source->doc), "srb");
    const bool has_table = model_source_has(source, "srb");
    const struct figure_rule rule = yaml_rule(IN_DISTRICT, "srb");
    struct csv_table table;
    struct grid grid;

    if (constant != 0 && has_table) {
        report(source->problems, yaml_place(&source->doc, constant), MESSAGE_SRB_TWICE, NULL);
        return false;
    }
    if (constant != 0) {
        return read_constant_srb(source, constant);
    }
    if (!has_table) {
        report(source->problems, yaml_place(&source->doc, 0), MESSAGE_SRB_MISSING, NULL);
        return false;
    }
    if (model_source_table(source, "srb", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    grid_start(&grid, source, &table, HAS, GRID_NO_ITEM);
    const size_t column = csv_column(&table, "srb", CSV_REQUIRED);
    const bool good =
        csv_columns_end(&table) && grid_measure(&grid) && grid_read(&grid, column, &rule, &source->model->srb);

    csv_table_close(&table);
    return good;
}

/** Value columns of migration.csv. */
struct migration_columns {
    size_t net, arrivals, departure;
};

/* Whether the columns make one of the two forms. */
static bool check_form(const struct model_source *source, const struct csv_table *table,
                       const struct migration_columns *columns)
{
    const bool net = columns->net != CSV_NONE;
    const bool arrivals = columns->arrivals != CSV_NONE;
    const bool departure = columns->departure != CSV_NONE;
    const struct place place = { table->file, 1, 0 };

    if (net && (arrivals || departure)) {
        report(source->problems, place, MESSAGE_MIGRATION_BOTH, NULL);
        return false;
    }
    if (arrivals != departure) {
        report(source->problems, place, MESSAGE_MIGRATION_HALF,
               SLOTS({ "found", arrivals ? "arrivals" : "departure_rate" },
                     { "key", arrivals ? "departure_rate" : "arrivals" }));
        return false;
    }
    if (!net && !arrivals) {
        report(source->problems, place, MESSAGE_MIGRATION_NONE, NULL);
        return false;
    }
    return true;
}

/* Totals without ages are spread by a schedule, which the user is to choose. */
static bool check_schedule(const struct model_source *source, const struct csv_table *table, const struct grid *grid)
{
    const yaml_value migration = yaml_find(&source->doc, yaml_root(&source->doc), "migration");

    if (grid->column[GRID_ITEM] != CSV_NONE || yaml_find(&source->doc, migration, "schedule") != 0 ||
        yaml_is_list(&source->doc, migration) || yaml_is_scalar(&source->doc, migration)) {
        return true;
    }
    report(source->problems, (struct place) { table->file, 1, 0 }, MESSAGE_MIGRATION_SCHEDULE, NULL);
    return false;
}

/* How the residents of the district are aged at the census, [sex][age]; of a table without sexes [age]. free(). */
static double *residents_by_age(const struct model *model, size_t sexes)
{
    double *residents = mem_array(sexes * model->ages, sizeof *residents);

    for (size_t row = 0; row < model->town_count * SEXES; row++) {
        for (size_t age = 0; age < model->ages; age++) {
            residents[row % sexes * model->ages + age] += model->census_population[row * model->ages + age];
        }
    }
    return residents;
}

/* Net migrants or arrivals; those of an open group are aged as the residents in it are. */
static bool read_persons(const struct model_source *source, struct grid *grid, size_t column,
                         const struct figure_rule *rule)
{
    struct model *model = source->model;
    const size_t open = age_table_open(grid);
    double *values = NULL;

    grid->may_group = GRID_COUNTS;
    if (!grid_fill(grid, column, rule, &values) || !grid_check(grid, values, 0, grid->size[GRID_ITEM] - 1, true)) {
        return false;
    }
    values = age_table_singles(grid, values);
    if (open > 0) {
        const size_t sexes = grid->size[GRID_SEX];
        double *residents = residents_by_age(model, sexes);

        for (size_t row = 0; row < grid_size(grid) / grid->group_count; row++) {
            age_table_share_open(model, &residents[row % sexes * model->ages], open, &values[row * model->ages]);
        }
        free(residents);
    }
    model->migration.persons = grid_rates(grid, values);
    return true;
}

static bool read_forms(struct model_source *source, struct grid *grid, const struct migration_columns *columns)
{
    struct migration *migration = &source->model->migration;

    if (columns->net != CSV_NONE) {
        migration->form = MIGRATION_NET;
        return read_persons(source, grid, columns->net, &NET_MIGRANTS);
    }
    migration->form = MIGRATION_GROSS;
    if (!read_persons(source, grid, columns->arrivals, &ARRIVALS)) {
        return false;
    }
    grid->may_group = GRID_RATES;
    return grid_read(grid, columns->departure, &DEPARTURE_RATE, &migration->departure_rate);
}

static bool read_migration(struct model_source *source)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_MAY, GRID_MUST, GRID_MAY, GRID_MAY };
    struct csv_table table;
    struct grid grid;
    const enum table_state state = model_source_table(source, "migration", CSV_OPTIONAL, &table);

    const yaml_value section = yaml_find(&source->doc, yaml_root(&source->doc), "migration");

    /* What it says may be for those who move into new housing, and a schedule is for those whom a scenario adds. */
    if (state == TABLE_ABSENT && section != 0 && !model_source_has(source, "housing") &&
        yaml_find(&source->doc, section, "schedule") == 0) {
        report(source->problems, yaml_place(&source->doc, section), MESSAGE_MIGRATION_WITHOUT_TABLE, NULL);
    }
    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT;
    }
    grid_start(&grid, source, &table, HAS, GRID_AGES);
    grid.may_group = GRID_COUNTS;
    const struct migration_columns columns = {
        .net = csv_column(&table, "net_migrants", CSV_OPTIONAL),
        .arrivals = csv_column(&table, "arrivals", CSV_OPTIONAL),
        .departure = csv_column(&table, "departure_rate", CSV_OPTIONAL),
    };
    const bool good = csv_columns_end(&table) && check_form(source, &table, &columns) &&
                      check_schedule(source, &table, &grid) && grid_measure(&grid) &&
                      read_forms(source, &grid, &columns);

    csv_table_close(&table);
    return good;
}

bool vital_read(struct model_source *source)
{
    bool good = read_fertility(source);

    if (read_mortality(source)) {
        population_share_open(source);
    } else {
        good = false;
    }
    good = read_srb(source) && good;
    return read_migration(source) && good;
}
