#include "plan_reader.h"

#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
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
    struct model *model = source->model;
    const void *rows[4] = { NULL, NULL, NULL, NULL };
    bool good = read_table(source, &OBSERVED, &rows[0], &model->observation_count);

    if (model->level_count > 0) {
        good = read_table(source, &TOTALS, &rows[1], &model->plan_total_count) && good;
        good = read_table(source, &TARGETS, &rows[2], &model->target_count) && good;
        good = read_table(source, &STAFFING, &rows[3], &model->staffing_count) && good;
    }
    model->observations = rows[0];
    model->plan_totals = rows[1];
    model->targets = rows[2];
    model->staffing = rows[3];
    return good;
}
