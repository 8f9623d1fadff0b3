#include "plan_reader.h"

#include <math.h>

#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "ids.h"
#include "level_reader.h"
#include "mem.h"
#include "observed_reader.h"

/** Rows of one table, read by one of the functions below into an array of the model's pool. */
typedef bool (*row_reader)(struct model *model, const struct csv_table *table, const size_t *columns, void *row);

/** How a table is read: its columns, required ones first, and its rows. */
struct row_table {
    const char *name;
    const char *const *columns;
    size_t count;
    size_t required;
    size_t row_size;
    row_reader read;
};

enum { COLUMNS_MOST = 12 };

enum { TOTAL_MEASURE, TOTAL_PRINTED, TOTAL_ANNEX, TOTAL_PART, TOTAL_SCHOOL_TYPE, TOTAL_LEVEL, TOTAL_YEAR };
static const char *const TOTAL_COLUMNS[] = { "measure", "printed", "annex", "part", "school_type", "level", "year" };

enum { TARGET_LEVELS, TARGET_SEATS, TARGET_YEAR };
static const char *const TARGET_COLUMNS[] = { "levels", "seats", "year" };

enum { STAFF_ITEM, STAFF_LEVELS, STAFF_PERSONS, STAFF_STATUS };
static const char *const STAFF_COLUMNS[] = { "item", "levels", "persons", "status" };

enum {
    OUTSIDE_MEASURE,
    OUTSIDE_LEVEL,
    OUTSIDE_YEAR,
    OUTSIDE_VALUE,
    OUTSIDE_AREA,
    OUTSIDE_SOURCE,
    OUTSIDE_STATUS,
    OUTSIDE_OVER_MEASURE,
    OUTSIDE_OVER_LEVEL,
    OUTSIDE_OVER_YEAR,
    OUTSIDE_OVER_VALUE
};
static const char *const OUTSIDE_COLUMNS[] = { "measure",    "level",     "year",      "value",
                                               "area",       "source",    "status",    "over_measure",
                                               "over_level", "over_year", "over_value" };

static bool read_total(struct model *model, const struct csv_table *table, const size_t *columns, void *row)
{
    const struct figure_rule rule = { "printed", 0, 1e12, false };
    struct plan_total *total = row;
    struct pool *pool = &model->pool;
    const bool *levels = NULL;
    bool good = csv_need_text(table, columns[TOTAL_MEASURE], "measure", pool, &total->measure);

    good = csv_number(table, columns[TOTAL_PRINTED], &rule, &total->printed) && good;
    good = csv_name(table, columns[TOTAL_ANNEX], "annex", pool, &total->annex) && good;
    good = csv_name(table, columns[TOTAL_PART], "part", pool, &total->part) && good;
    good = csv_name(table, columns[TOTAL_SCHOOL_TYPE], "school_type", pool, &total->school_type) && good;
    total->level = csv_text(table, columns[TOTAL_LEVEL], pool);
    total->line = table->line;
    if (!csv_is_empty(table, columns[TOTAL_LEVEL])) {
        good = levels_named(model, table, columns[TOTAL_LEVEL], "level", &levels) && good;
    }
    if (!csv_is_empty(table, columns[TOTAL_YEAR])) {
        good = csv_year(table, columns[TOTAL_YEAR], "year", &total->year) && good;
    }
    return good;
}

static bool read_target(struct model *model, const struct csv_table *table, const size_t *columns, void *row)
{
    const struct figure_rule rule = { "seats", 0, 1e9, false };
    struct target *target = row;
    bool good = levels_named(model, table, columns[TARGET_LEVELS], "levels", &target->has_level);

    good = csv_number(table, columns[TARGET_SEATS], &rule, &target->seats) && good;
    return csv_year(table, columns[TARGET_YEAR], "year", &target->year) && good;
}

static bool read_staffing(struct model *model, const struct csv_table *table, const size_t *columns, void *row)
{
    const struct figure_rule rule = { "persons", 0, 1e9, false };
    struct staffing *staffing = row;
    size_t status = 0;
    bool good = csv_need_text(table, columns[STAFF_ITEM], "item", &model->pool, &staffing->item);

    good = levels_named(model, table, columns[STAFF_LEVELS], "levels", &staffing->has_level) && good;
    good = csv_number(table, columns[STAFF_PERSONS], &rule, &staffing->persons) && good;
    good = csv_word(table, columns[STAFF_STATUS], "status", status_words, STATUSES, &status) && good;
    staffing->status = (enum status)status;
    return good;
}

/* What the figure is a ratio to. Of a peak the year says all. */
static bool read_over(const struct model *model, const struct csv_table *table, const size_t *columns,
                      struct outside_check *check)
{
    const struct figure_rule rule = { "over_value", 1e-9, 1e12, false };
    size_t measure = 0;

    if (check->measure == OUTSIDE_PEAK) {
        return true;
    }
    if (csv_is_empty(table, columns[OUTSIDE_VALUE])) {
        csv_report(table, columns[OUTSIDE_VALUE], MESSAGE_NUMBER_EMPTY, "value");
        return false;
    }
    bool good = csv_word(table, columns[OUTSIDE_OVER_MEASURE], "over_measure", outside_words, OUTSIDE_PEAK, &measure);

    check->over_measure = (enum outside_measure)measure;
    good = ids_level(model, table, columns[OUTSIDE_OVER_LEVEL], &check->over_level) && good;
    good = csv_year(table, columns[OUTSIDE_OVER_YEAR], "over_year", &check->over_year) && good;
    return csv_number_or(table, columns[OUTSIDE_OVER_VALUE], &rule, NAN, &check->over_value) && good;
}

static bool read_outside(struct model *model, const struct csv_table *table, const size_t *columns, void *row)
{
    const struct figure_rule value = { "value", 0, 1e12, false };
    struct outside_check *check = row;
    size_t measure = 0;
    size_t status = 0;
    bool good = csv_word(table, columns[OUTSIDE_MEASURE], "measure", outside_words, OUTSIDE_MEASURES, &measure);

    check->measure = (enum outside_measure)measure;
    check->over_value = NAN;
    good = ids_level(model, table, columns[OUTSIDE_LEVEL], &check->level) && good;
    good = csv_year(table, columns[OUTSIDE_YEAR], "year", &check->year) && good;
    good = csv_number_or(table, columns[OUTSIDE_VALUE], &value, NAN, &check->value) && good;
    good = csv_need_text(table, columns[OUTSIDE_AREA], "area", &model->pool, &check->area) && good;
    good = csv_need_text(table, columns[OUTSIDE_SOURCE], "source", &model->pool, &check->source) && good;
    good = csv_word(table, columns[OUTSIDE_STATUS], "status", status_words, STATUSES, &status) && good;
    check->status = (enum status)status;
    return read_over(model, table, columns, check) && good;
}

static bool read_table(struct model_source *source, const struct row_table *about, const void **rows, size_t *count)
{
    struct csv_table table;
    size_t columns[COLUMNS_MOST];
    const enum table_state state = model_source_table(source, about->name, CSV_OPTIONAL, &table);

    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT;
    }
    for (size_t i = 0; i < about->count; i++) {
        columns[i] = csv_column(&table, about->columns[i], i < about->required ? CSV_REQUIRED : CSV_OPTIONAL);
    }
    bool good = csv_columns_end(&table);

    if (good) {
        char *array = pool_array(&source->model->pool, csv_count_rows(&table), about->row_size);

        while (csv_next(&table)) {
            *count += about->read(source->model, &table, columns, array + *count * about->row_size);
        }
        *rows = array;
        good = csv_is_good(&table);
    }
    csv_table_close(&table);
    return good;
}

bool plan_read(struct model_source *source)
{
    static const struct row_table TOTALS = {
        "plan_totals", TOTAL_COLUMNS, 7, 2, sizeof(struct plan_total), read_total
    };
    static const struct row_table TARGETS = { "targets", TARGET_COLUMNS, 3, 3, sizeof(struct target), read_target };
    static const struct row_table STAFFING = {
        "staffing", STAFF_COLUMNS, 4, 4, sizeof(struct staffing), read_staffing
    };
    static const struct row_table OBSERVED = { "observed",        observed_columns,           OBSERVED_COLUMNS,
                                               OBSERVED_REQUIRED, sizeof(struct observation), observed_read };
    static const struct row_table OUTSIDE = { "outside_checks", OUTSIDE_COLUMNS, 11, 7, sizeof(struct outside_check),
                                              read_outside };
    struct model *model = source->model;
    const void *rows[5] = { NULL, NULL, NULL, NULL, NULL };
    bool good = read_table(source, &OBSERVED, &rows[0], &model->observation_count);

    if (model->level_count > 0) {
        good = read_table(source, &TOTALS, &rows[1], &model->plan_total_count) && good;
        good = read_table(source, &TARGETS, &rows[2], &model->target_count) && good;
        good = read_table(source, &STAFFING, &rows[3], &model->staffing_count) && good;
        good = read_table(source, &OUTSIDE, &rows[4], &model->outside_count) && good;
    }
    model->observations = rows[0];
    model->plan_totals = rows[1];
    model->targets = rows[2];
    model->staffing = rows[3];
    model->outside_checks = rows[4];
    return good;
}
