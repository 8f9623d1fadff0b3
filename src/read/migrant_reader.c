#include "migrant_reader.h"

#include <math.h>

#include "age_cell.h"
#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "mem.h"
#include "number.h"

/** Columns of migrants_by_age.csv: ages, single or in groups, or groups from a first to a last age. */
struct group_columns {
    size_t age, first_age, last_age, migrants, error;
};

static bool check_columns(const struct csv_table *table, const struct group_columns *columns)
{
    const bool single = columns->age != CSV_NONE;
    const bool groups = columns->first_age != CSV_NONE && columns->last_age != CSV_NONE;
    const bool half = columns->first_age != CSV_NONE || columns->last_age != CSV_NONE;

    if (single ? half : !groups) {
        report(table->problems, (struct place) { table->file, 1, 0 }, MESSAGE_MIGRANT_AGES, NULL);
        return false;
    }
    return true;
}

static bool refuse_age(const struct csv_table *table, size_t column, enum message message, int open)
{
    const struct csv_cell cell = csv_cell(table, column);

    report(table->problems, csv_place(table, column), message,
           SLOTS({ "key", "age" }, { "found", found_text(cell.text, cell.length).text },
                 { "high", number_text(open).text }));
    return false;
}

/* One cell with a single age or a group, such as 5, 5-9 or 85+. */
static bool read_age_cell(const struct csv_table *table, size_t column, int open, int *first, int *last)
{
    const struct csv_cell cell = csv_cell(table, column);
    struct age_group group = { 0, 0 };
    const enum age_cell kind = age_cell_read(cell.text, cell.length, &group);

    if (kind == AGE_CELL_NUMBER) {
        const bool good = csv_whole(table, column, "age", 0, open, first);

        *last = *first;
        return good;
    }
    if (kind == AGE_CELL_DATE) {
        return refuse_age(table, column, MESSAGE_AGE_IS_DATE, open);
    }
    const size_t highest = (size_t)open;
    const size_t end = group.last == AGE_OPEN ? highest : group.last;

    if (group.first > highest || end > highest) {
        return refuse_age(table, column, MESSAGE_AGE_GROUP_BEYOND, open);
    }
    if (end < group.first) {
        return refuse_age(table, column, MESSAGE_AGE_GROUP_BACKWARDS, open);
    }
    *first = (int)group.first;
    *last = (int)end;
    return true;
}

static bool read_ages(const struct model *model, const struct csv_table *table, const struct group_columns *columns,
                      struct migrant_group *group)
{
    const int open = (int)model->ages - 1;
    int first = 0;
    int last = 0;
    bool good = true;

    if (columns->age != CSV_NONE) {
        good = read_age_cell(table, columns->age, open, &first, &last);
    } else {
        good = csv_whole(table, columns->first_age, "first_age", 0, open, &first);
        last = first;
        good = csv_whole(table, columns->last_age, "last_age", first, open, &last) && good;
    }
    *group = (struct migrant_group) { .first_age = (size_t)first, .last_age = (size_t)last };
    return good;
}

/* Whether the group begins above the one before: in order of age, no age twice. */
static bool check_order(const struct csv_table *table, const struct group_columns *columns,
                        const struct migrant_group *group, size_t index)
{
    if (index == 0 || group->first_age > group[-1].last_age) {
        return true;
    }
    const bool single = columns->age != CSV_NONE;

    report(table->problems, csv_place(table, single ? columns->age : columns->first_age), MESSAGE_MIGRANT_ORDER,
           SLOTS({ "key", single ? "age" : "first_age" }, { "found", number_text((double)group->first_age).text },
                 { "allowed", number_text((double)group[-1].last_age + 1).text }));
    return false;
}

/* What is not given goes by the count itself, as of Poisson; of nobody, one person. */
static double count_error(double migrants)
{
    return sqrt(migrants > 1 ? migrants : 1);
}

/* Their shares add up to 1, so that two rows leave one number, too little for children and adults. */
static const size_t groups_least = 3;

static bool read_groups(struct model *model, struct csv_table *table, const struct group_columns *columns)
{
    const struct figure_rule count_rule = { "migrants", 0, 1e9, false };
    const struct figure_rule error_rule = figure_error_rule("standard_error");
    struct migrant_group *groups = pool_array(&model->pool, csv_count_rows(table), sizeof *groups);
    size_t count = 0;
    double sum = 0;

    while (csv_next(table)) {
        struct migrant_group *group = &groups[count];
        const bool ages = read_ages(model, table, columns, group);
        const bool migrants = csv_number(table, columns->migrants, &count_rule, &group->migrants);
        const bool error =
            csv_number_or(table, columns->error, &error_rule, count_error(group->migrants), &group->standard_error);

        sum += group->migrants;
        count += ages && migrants && error && check_order(table, columns, group, count);
    }
    if (csv_is_good(table) && count > 0 && count < groups_least) {
        report(table->problems, (struct place) { table->file, 0, 0 }, MESSAGE_MIGRANTS_FEW,
               SLOTS({ "found", number_text((double)count).text }, { "low", number_text((double)groups_least).text }));
    }
    model->calibration.groups = groups;
    model->calibration.group_count = count;
    if (csv_is_good(table) && !(sum > 0)) {
        report(table->problems, (struct place) { table->file, 0, 0 },
               count == 0 ? MESSAGE_TABLE_NO_ROWS : MESSAGE_MIGRANTS_NOBODY, NULL);
    }
    return csv_is_good(table);
}

bool migrants_read(struct model_source *source)
{
    struct csv_table table;
    const enum table_state state = model_source_table(source, "migrants_by_age", CSV_OPTIONAL, &table);

    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT;
    }
    const struct group_columns columns = {
        .age = csv_column(&table, "age", CSV_OPTIONAL),
        .first_age = csv_column(&table, "first_age", CSV_OPTIONAL),
        .last_age = csv_column(&table, "last_age", CSV_OPTIONAL),
        .migrants = csv_column(&table, "migrants", CSV_REQUIRED),
        .error = csv_column(&table, "standard_error", CSV_OPTIONAL),
    };
    const bool good =
        csv_columns_end(&table) && check_columns(&table, &columns) && read_groups(source->model, &table, &columns);

    csv_table_close(&table);
    return good;
}
