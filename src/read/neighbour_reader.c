#include "neighbour_reader.h"

#include <stdlib.h>
#include <string.h>

#include "figure.h"
#include "ids.h"
#include "mem.h"

/** That two towns adjoin, as the first of them says. */
struct border {
    size_t town;
    size_t other;
};

/** Borders while they are read. */
struct border_list {
    struct border *borders; /**< Owned. */
    size_t count;
    size_t room;
};

static void add_border(struct border_list *list, size_t town, size_t other)
{
    if (list->count == list->room) {
        list->room = 2 * list->room + 16;
        list->borders = mem_grow(list->borders, list->room, sizeof *list->borders);
    }
    list->borders[list->count++] = (struct border) { town, other };
}

static void report_unknown(const struct model *model, const struct csv_table *table, size_t column, const char *found)
{
    const char **ids = mem_array(model->town_count, sizeof *ids);

    for (size_t town = 0; town < model->town_count; town++) {
        ids[town] = model->towns[town].name.id;
    }
    ids_report(table->problems, csv_place(table, column), "neighbours", found, ids, model->town_count);
    free(ids);
}

static void read_id(const struct model *model, const struct csv_table *table, size_t column, size_t town,
                    const char *id, size_t length, struct border_list *list)
{
    const size_t other = id_index_find(&model->town_ids, id, length);

    if (other == ID_NONE) {
        report_unknown(model, table, column, found_text(id, length).text);
    } else if (other == town) {
        report(table->problems, csv_place(table, column), MESSAGE_NEIGHBOUR_ITSELF,
               SLOTS({ "found", found_text(id, length).text }));
    } else {
        add_border(list, town, other);
        add_border(list, other, town);
    }
}

static void read_cell(const struct model *model, const struct csv_table *table, size_t column, size_t town,
                      struct border_list *list)
{
    const struct csv_cell cell = csv_cell(table, column);

    for (size_t at = 0; at < cell.length;) {
        const char *space = memchr(cell.text + at, ' ', cell.length - at);
        const size_t length = space == NULL ? cell.length - at : (size_t)(space - cell.text) - at;

        if (length > 0) {
            read_id(model, table, column, town, cell.text + at, length, list);
        }
        at += length + 1;
    }
}

static int by_towns(const void *one, const void *other)
{
    const struct border *a = one;
    const struct border *b = other;

    if (a->town != b->town) {
        return a->town < b->town ? -1 : 1;
    }
    return a->other < b->other ? -1 : a->other > b->other ? 1 : 0;
}

/* Sorted by town, each of them once. */
static void take_borders(struct model *model, struct town *towns, struct border_list *list)
{
    size_t *neighbours = pool_array(&model->pool, list->count, sizeof *neighbours);
    size_t count = 0;

    qsort(list->borders, list->count, sizeof *list->borders, by_towns);
    for (size_t index = 0; index < list->count; index++) {
        const struct border *border = &list->borders[index];
        struct town *town = &towns[border->town];

        if (index > 0 && by_towns(border, border - 1) == 0) {
            continue;
        }
        town->neighbours = town->neighbour_count == 0 ? &neighbours[count] : town->neighbours;
        town->neighbour_count++;
        neighbours[count++] = border->other;
    }
}

void neighbours_read(struct model *model, struct town *towns, struct csv_table *table, size_t town_column,
                     size_t column)
{
    struct border_list list = { .count = 0 };

    csv_rewind(table);
    table->quiet = true;
    while (csv_next(table)) {
        const struct csv_cell cell = csv_cell(table, town_column);
        const size_t town = id_index_find(&model->town_ids, cell.text, cell.length);

        if (town != ID_NONE) {
            read_cell(model, table, column, town, &list);
        }
    }
    table->quiet = false;
    if (list.count > 0) {
        take_borders(model, towns, &list);
    }
    free(list.borders);
}
