#include "housing_reader.h"

#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "household_reader.h"
#include "ids.h"
#include "mem.h"
#include "yaml_value.h"

enum { LONGEST_TO_FILL = 30 };

/** Columns of housing.csv. */
struct housing_columns {
    size_t estate, name_zh, name_en, town, units, handover, years_to_fill, status;
};

static bool read_id(const struct model *model, const struct csv_table *table, size_t column, struct pool *pool,
                    const char **id)
{
    return ids_new(table, column, "estate", pool, id) &&
           ids_once(table, column, "estate", model_estate(model, *id) < model->estate_count);
}

static bool read_estate(struct model *model, const struct csv_table *table, const struct housing_columns *columns,
                        struct estate *estate)
{
    const struct figure_rule units = { "units", 1, 1e6, true };
    size_t status = 0;
    bool good = read_id(model, table, columns->estate, &model->pool, &estate->name.id);

    good = csv_names(table, columns->name_zh, columns->name_en, &model->pool, &estate->name) && good;
    good = ids_town(model, table, columns->town, &estate->town) && good;
    good = csv_number(table, columns->units, &units, &estate->units) && good;
    good = csv_year(table, columns->handover, "handover", &estate->handover) && good;
    good =
        csv_whole(table, columns->years_to_fill, "years_to_fill", 1, LONGEST_TO_FILL, &estate->years_to_fill) && good;
    good = csv_word(table, columns->status, "status", status_words, STATUSES, &status) && good;
    estate->status = (enum status)status;
    return good;
}

static bool read_rows(struct model *model, struct csv_table *table, const struct housing_columns *columns,
                      struct estate *estates)
{
    model->estates = estates;
    while (csv_next(table)) {
        struct estate *estate = &estates[model->estate_count];

        *estate = (struct estate) { .town = 0 };
        model->estate_count += read_estate(model, table, columns, estate);
    }
    if (csv_is_good(table) && model->estate_count == 0) {
        report(table->problems, (struct place) { table->file, 0, 0 }, MESSAGE_TABLE_NO_ROWS, NULL);
    }
    return csv_is_good(table);
}

static bool read_estates(struct model *model, struct csv_table *table, struct estate **estates)
{
    const struct housing_columns columns = {
        .estate = csv_column(table, "estate", CSV_REQUIRED),
        .name_zh = csv_column(table, "name_zh", CSV_REQUIRED),
        .name_en = csv_column(table, "name_en", CSV_REQUIRED),
        .town = csv_column(table, "town", CSV_REQUIRED),
        .units = csv_column(table, "units", CSV_REQUIRED),
        .handover = csv_column(table, "handover", CSV_REQUIRED),
        .years_to_fill = csv_column(table, "years_to_fill", CSV_REQUIRED),
        .status = csv_column(table, "status", CSV_REQUIRED),
    };

    csv_column(table, "note", CSV_OPTIONAL);
    csv_column(table, "source", CSV_OPTIONAL);
    if (!csv_columns_end(table)) {
        return false;
    }
    *estates = pool_array(&model->pool, csv_count_rows(table), sizeof **estates);
    return read_rows(model, table, &columns, *estates);
}

/* Whether district.yaml says how housing goes with the model's migration: no choice is made for the user. */
static bool check_choice(const struct model_source *source)
{
    const yaml_value migration = yaml_find(&source->doc, yaml_root(&source->doc), "migration");

    if (yaml_find(&source->doc, migration, "housing") != 0 || yaml_is_list(&source->doc, migration) ||
        yaml_is_scalar(&source->doc, migration)) {
        return true;
    }
    report(source->problems, yaml_place(&source->doc, migration), MESSAGE_HOUSING_CHOICE, NULL);
    return false;
}

/* The households of housing.csv's estates. `file` is housing.csv. */
static bool read_households(struct model_source *source, const char *file, struct estate *estates)
{
    if (!model_source_has(source, "housing_persons")) {
        report(source->problems, (struct place) { file, 1, 0 }, MESSAGE_HOUSING_WITHOUT_PERSONS, NULL);
        return false;
    }
    return households_read(source, estates);
}

bool housing_read(struct model_source *source)
{
    struct csv_table table;
    struct estate *estates = NULL;
    /* Persons of no dwellings: a file is missing or misspelt. */
    const enum csv_need need = model_source_has(source, "housing_persons") ? CSV_REQUIRED : CSV_OPTIONAL;
    const enum table_state state = model_source_table(source, "housing", need, &table);

    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT;
    }
    const bool choice = check_choice(source);
    const bool good = read_estates(source->model, &table, &estates);
    const char *file = table.file;

    csv_table_close(&table);
    return good && read_households(source, file, estates) && choice;
}
