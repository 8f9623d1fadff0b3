#include "town_reader.h"

#include <string.h>

#include "area_reader.h"
#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "ids.h"
#include "mem.h"
#include "neighbour_reader.h"

/** Columns of towns.csv. */
struct town_columns {
    size_t town, name_zh, name_en, kind, area, population, status, migrant_share, neighbours;
};

/** Towns while they are read. */
struct town_list {
    struct town *towns;
    size_t count;
    struct id_index ids;
};

/* The index of the area in the cell, a new one if need be. `areas` has room for one more. */
static size_t area_of(const struct model_source *source, struct name *areas, const struct csv_table *table,
                      size_t column)
{
    struct model *model = source->model;
    const struct csv_cell cell = csv_cell(table, column);

    if (cell.length == 0 || !ids_plain(table, column, "area")) {
        return NO_AREA;
    }
    for (size_t i = 0; i < model->area_count; i++) {
        if (strlen(areas[i].id) == cell.length && memcmp(areas[i].id, cell.text, cell.length) == 0) {
            return i;
        }
    }
    areas[model->area_count] = areas_name(source, csv_text(table, column, &model->pool));
    return model->area_count++;
}

static bool has_town(const struct town_list *list, const char *id)
{
    return id_index_find(&list->ids, id, strlen(id)) != ID_NONE;
}

/* Takes in the town that stands behind the last one. */
static void keep_town(struct town_list *list, struct pool *pool)
{
    id_index_add(&list->ids, list->towns[list->count].name.id, list->count, pool);
    list->count++;
}

static void take_towns(struct model *model, const struct town_list *list)
{
    model->towns = list->towns;
    model->town_count = list->count;
    model->town_ids = list->ids;
}

static bool read_id(const struct csv_table *table, size_t column, const struct town_list *list, struct pool *pool,
                    const char **id)
{
    return ids_new(table, column, "town", pool, id) && ids_once(table, column, "town", has_town(list, *id));
}

static bool read_town(struct model *model, const struct csv_table *table, const struct town_columns *columns,
                      const struct town_list *list, struct town *town)
{
    const struct figure_rule population = { "population", 0, 1e10, false };
    const struct figure_rule share = { "migrant_share", 0, 1, false };
    struct pool *pool = &model->pool;
    size_t status = 0;
    bool good = read_id(table, columns->town, list, pool, &town->name.id);

    good = csv_names(table, columns->name_zh, columns->name_en, pool, &town->name) && good;
    good = csv_name(table, columns->kind, "kind", pool, &town->kind) && good;
    good = csv_number(table, columns->population, &population, &town->population) && good;
    good = csv_number_or(table, columns->migrant_share, &share, 0, &town->migrant_share) && good;
    good = csv_word(table, columns->status, "status", status_words, STATUSES, &status) && good;
    town->status = (enum status)status;
    return good;
}

static bool read_rows(struct model_source *source, struct csv_table *table, const struct town_columns *columns)
{
    struct model *model = source->model;
    const size_t rows = csv_count_rows(table);
    struct town_list list = { .towns = pool_array(&model->pool, rows, sizeof(struct town)) };
    struct name *areas = pool_array(&model->pool, rows, sizeof *areas);

    while (csv_next(table)) {
        struct town *town = &list.towns[list.count];

        if (read_town(model, table, columns, &list, town)) {
            town->area = area_of(source, areas, table, columns->area);
            keep_town(&list, &model->pool);
        }
    }
    model->areas = areas;
    take_towns(model, &list);
    /* A town that could not be read would seem to be missing. */
    if (columns->neighbours != CSV_NONE && csv_is_good(table)) {
        neighbours_read(model, list.towns, table, columns->town, columns->neighbours);
    }
    if (rows == 0) {
        report(table->problems, (struct place) { table->file, 0, 0 }, MESSAGE_TABLE_NO_ROWS, NULL);
    }
    return csv_is_good(table);
}

bool towns_read(struct model_source *source)
{
    struct csv_table table;
    const enum table_state state = model_source_table(source, "towns", CSV_OPTIONAL, &table);

    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT && areas_check(source);
    }
    const struct town_columns columns = {
        .town = csv_column(&table, "town", CSV_REQUIRED),
        .name_zh = csv_column(&table, "name_zh", CSV_REQUIRED),
        .name_en = csv_column(&table, "name_en", CSV_REQUIRED),
        .kind = csv_column(&table, "kind", CSV_REQUIRED),
        .area = csv_column(&table, "area", CSV_REQUIRED),
        .population = csv_column(&table, "population", CSV_REQUIRED),
        .status = csv_column(&table, "status", CSV_REQUIRED),
        .migrant_share = csv_column(&table, "migrant_share", CSV_OPTIONAL),
        .neighbours = csv_column(&table, "neighbours", CSV_OPTIONAL),
    };
    const bool good = csv_columns_end(&table) && read_rows(source, &table, &columns) && areas_check(source);

    csv_table_close(&table);
    return good;
}

void towns_from_table(struct model *model, struct csv_table *table, size_t column)
{
    struct town_list list = { .count = 0 };
    size_t room = 0;

    csv_rewind(table);
    table->quiet = true;
    while (csv_next(table)) {
        const struct csv_cell cell = csv_cell(table, column);
        const struct town *last = list.count > 0 ? &list.towns[list.count - 1] : NULL;

        if (cell.length == 0 || (last != NULL && strlen(last->name.id) == cell.length &&
                                 memcmp(last->name.id, cell.text, cell.length) == 0)) {
            continue;
        }
        const char *id = csv_text(table, column, &model->pool);

        if (has_town(&list, id)) {
            continue;
        }
        ids_allowed(table, column, "town");
        if (list.towns == NULL || list.count == room) {
            struct town *more = pool_array(&model->pool, 2 * room + 16, sizeof *more);

            if (list.towns != NULL) {
                memcpy(more, list.towns, list.count * sizeof *more);
            }
            list.towns = more;
            room = 2 * room + 16;
        }
        list.towns[list.count] = (struct town) { .name = { id, { id, id } }, .kind = "", .area = NO_AREA };
        keep_town(&list, &model->pool);
    }
    table->quiet = false;
    csv_rewind(table);
    take_towns(model, &list);
}

void towns_make_one(struct model_source *source)
{
    struct model *model = source->model;
    const char *id = model->name.id;
    struct town *town = pool_array(&model->pool, 1, sizeof *town);

    *town = (struct town) { .name = model->name, .kind = "", .area = NO_AREA };
    model->towns = town;
    model->town_count = 1;
    id_index_add(&model->town_ids, id, 0, &model->pool);
    if (!ids_may_be(id)) {
        report(source->problems, yaml_place(&source->doc, 0), MESSAGE_MODEL_NAME, SLOTS({ "found", id }));
    }
}

const double *towns_shares(struct model *model)
{
    double *shares = pool_array(&model->pool, model->town_count, sizeof *shares);
    double sum = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        sum += model->towns[town].population;
    }
    for (size_t town = 0; town < model->town_count && sum > 0; town++) {
        shares[town] = model->towns[town].population / sum;
    }
    return sum > 0 ? shares : NULL;
}
