#include "ids.h"

#include <stdlib.h>
#include <string.h>

#include "csv_value.h"
#include "figure.h"
#include "plain_text.h"
#include "text.h"

/* The town of sums and the project of the base year's seats, in the tables of results. */
static const char *const RESERVED[] = { "total", "base" };

/** Things with ids, in the order that the model has them. */
typedef const char *(*id_of)(const struct model *model, size_t index);

static const char *town_id(const struct model *model, size_t index)
{
    return model->towns[index].name.id;
}

static const char *level_id(const struct model *model, size_t index)
{
    return model->levels[index].name.id;
}

static const char *project_id(const struct model *model, size_t index)
{
    return model->projects[index].id;
}

static const char *estate_id(const struct model *model, size_t index)
{
    return model->estates[index].name.id;
}

static bool is_reserved(const char *id, size_t length)
{
    for (size_t i = 0; i < sizeof RESERVED / sizeof *RESERVED; i++) {
        if (strlen(RESERVED[i]) == length && memcmp(id, RESERVED[i], length) == 0) {
            return true;
        }
    }
    return false;
}

bool ids_may_be(const char *id)
{
    return *id != '\0' && plain_text_is_id(id, strlen(id)) && !is_reserved(id, strlen(id));
}

bool ids_plain(const struct csv_table *table, size_t column, const char *key)
{
    const struct csv_cell cell = csv_cell(table, column);

    if (!plain_text_is_id(cell.text, cell.length)) {
        csv_report(table, column, MESSAGE_ID_NOT_PLAIN, key);
        return false;
    }
    return true;
}

bool ids_allowed(const struct csv_table *table, size_t column, const char *key)
{
    const struct csv_cell cell = csv_cell(table, column);

    if (cell.length == 0) {
        csv_report(table, column, MESSAGE_CSV_CELL_EMPTY, key);
        return false;
    }
    if (!ids_plain(table, column, key)) {
        return false;
    }
    if (is_reserved(cell.text, cell.length)) {
        csv_report(table, column, MESSAGE_ID_RESERVED, key);
        return false;
    }
    return true;
}

bool ids_new(const struct csv_table *table, size_t column, const char *key, struct pool *pool, const char **id)
{
    if (!ids_allowed(table, column, key)) {
        return false;
    }
    *id = csv_text(table, column, pool);
    return true;
}

bool ids_once(const struct csv_table *table, size_t column, const char *key, bool is_there)
{
    if (is_there) {
        csv_report(table, column, MESSAGE_ID_TWICE, key);
    }
    return !is_there;
}

void ids_report(struct problems *problems, struct place place, const char *key, const char *found,
                const char *const *ids, size_t count)
{
    const struct found_text shown = found_text(found, strlen(found));
    const char *nearest = text_nearest(shown.text, ids, count);

    report(problems, place, nearest != NULL ? MESSAGE_ID_UNKNOWN_NEAR : MESSAGE_ID_UNKNOWN,
           SLOTS({ "key", key }, { "found", shown.text }, { "nearest", nearest != NULL ? nearest : "" }));
}

static bool is_id(struct csv_cell cell, const char *id)
{
    return strncmp(id, cell.text, cell.length) == 0 && id[cell.length] == '\0';
}

/* Reports that the cell names none of the `count` things. */
static void report_cell(const struct model *model, const struct csv_table *table, size_t column, const char *key,
                        size_t count, id_of id)
{
    const struct csv_cell cell = csv_cell(table, column);
    const char **ids = mem_array(count, sizeof *ids);

    for (size_t i = 0; i < count; i++) {
        ids[i] = id(model, i);
    }
    ids_report(table->problems, csv_place(table, column), key, found_text(cell.text, cell.length).text, ids, count);
    free(ids);
}

/* Whether something is in the cell; else a problem. */
static bool is_given(const struct csv_table *table, size_t column, const char *key)
{
    if (csv_is_empty(table, column)) {
        csv_report(table, column, MESSAGE_CSV_CELL_EMPTY, key);
        return false;
    }
    return true;
}

static bool find(const struct model *model, const struct csv_table *table, size_t column, const char *key, size_t count,
                 id_of id, size_t *index)
{
    const struct csv_cell cell = csv_cell(table, column);

    if (!is_given(table, column, key)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        const size_t guess = (*index + i) % count;

        if (is_id(cell, id(model, guess))) {
            *index = guess;
            return true;
        }
    }
    report_cell(model, table, column, key, count, id);
    return false;
}

bool ids_town(const struct model *model, const struct csv_table *table, size_t column, size_t *town)
{
    const struct csv_cell cell = csv_cell(table, column);

    if (*town < model->town_count && cell.length > 0 && is_id(cell, town_id(model, *town))) {
        return true;
    }
    const size_t found = id_index_find(&model->town_ids, cell.text, cell.length);

    if (found != ID_NONE) {
        *town = found;
    } else if (is_given(table, column, "town")) {
        report_cell(model, table, column, "town", model->town_count, town_id);
    }
    return found != ID_NONE;
}

bool ids_level(const struct model *model, const struct csv_table *table, size_t column, size_t *level)
{
    return find(model, table, column, "level", model->level_count, level_id, level);
}

bool ids_project(const struct model *model, const struct csv_table *table, size_t column, size_t *project)
{
    return find(model, table, column, "project", model->project_count, project_id, project);
}

bool ids_estate(const struct model *model, const struct csv_table *table, size_t column, size_t *estate)
{
    return find(model, table, column, "estate", model->estate_count, estate_id, estate);
}
