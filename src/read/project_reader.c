#include "project_reader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "ids.h"
#include "mem.h"
#include "number.h"

/** Columns of projects.csv. */
struct project_columns {
    size_t project, name, kind, town, town_status, land, floor_area, start, completion, cost, builder, note;
    size_t cost_text, annex, part, estate;
};

/** Columns of project_seats.csv. */
struct seats_columns {
    size_t project, level, seats, classes, replaced, column_seats, text_seats, text_rooms;
};

/* The estate with which the project is handed over; none where the cell is empty. */
static bool read_estate(const struct model *model, const struct csv_table *table, size_t column,
                        struct project *project)
{
    size_t estate = 0;

    if (csv_is_empty(table, column)) {
        return true;
    }
    if (!ids_estate(model, table, column, &estate)) {
        return false;
    }
    project->estate = &model->estates[estate];
    return true;
}

/* What is handed over with an estate is complete when that is: its own year, if there is one, must be the same. */
static bool take_handover(const struct csv_table *table, size_t completion, struct project *project)
{
    const struct estate *estate = project->estate;

    if (estate == NULL || project->completion == estate->handover) {
        return true;
    }
    if (project->completion == NO_YEAR) {
        project->completion = estate->handover;
        return true;
    }
    report(table->problems, csv_place(table, completion), MESSAGE_COMPLETION_NOT_HANDOVER,
           SLOTS({ "found", number_text(project->completion).text },
                 { "estate", found_text(estate->name.id, strlen(estate->name.id)).text },
                 { "allowed", number_text(estate->handover).text }));
    return false;
}

/* A closing brings nothing that an estate could be handed over with; seats of another town than the estate's are told.
 */
static bool check_estate(const struct model *model, const struct csv_table *table,
                         const struct project_columns *columns, const struct project *project)
{
    const struct estate *estate = project->estate;

    if (estate == NULL) {
        return true;
    }
    if (project->kind == KIND_CLOSE) {
        report(table->problems, csv_place(table, columns->estate), MESSAGE_ESTATE_CLOSES,
               SLOTS({ "estate", found_text(estate->name.id, strlen(estate->name.id)).text }));
        return false;
    }
    if (project->town != estate->town) {
        report(table->problems, csv_place(table, columns->town), MESSAGE_ESTATE_ELSEWHERE,
               SLOTS({ "town", model->towns[project->town].name.id }, { "estate", estate->name.id },
                     { "other", model->towns[estate->town].name.id }));
    }
    return true;
}

static bool read_years(const struct csv_table *table, const struct project_columns *columns, struct project *project)
{
    const struct csv_cell start = csv_cell(table, columns->start);
    bool good = true;

    project->start_undecided =
        start.length == strlen("undecided") && memcmp(start.text, "undecided", start.length) == 0;
    if (start.length > 0 && !project->start_undecided) {
        good = csv_year(table, columns->start, "start", &project->start);
    }
    if (!csv_is_empty(table, columns->completion)) {
        good = csv_year(table, columns->completion, "completion", &project->completion) && good;
    }
    good = good && take_handover(table, columns->completion, project);
    if (good && project->start != NO_YEAR && project->completion != NO_YEAR && project->completion < project->start) {
        report(
            table->problems, csv_place(table, columns->completion), MESSAGE_COMPLETION_BEFORE_START,
            SLOTS({ "found", number_text(project->completion).text }, { "allowed", number_text(project->start).text }));
        return false;
    }
    return good;
}

static bool read_words(const struct csv_table *table, const struct project_columns *columns, struct project *project)
{
    size_t kind = 0;
    size_t builder = 0;
    size_t status = 0;
    bool good = csv_word(table, columns->kind, "kind", kind_words, KINDS, &kind);

    good = csv_word(table, columns->builder, "builder", builder_words, BUILDERS, &builder) && good;
    good = csv_word(table, columns->town_status, "town_status", status_words, STATUSES, &status) && good;
    project->kind = (enum project_kind)kind;
    project->builder = (enum builder)builder;
    project->town_status = (enum status)status;
    return good;
}

static bool read_figures(const struct csv_table *table, const struct project_columns *columns, struct project *project)
{
    const struct figure_rule land = { "land_m2", 0, 1e9, false };
    const struct figure_rule floor_area = { "floor_area_m2", 0, 1e9, false };
    const struct figure_rule cost = { "cost_wan_yuan", 0, 1e9, false };
    const struct figure_rule cost_text = { "cost_text", 0, 1e9, false };
    bool good = csv_number_or(table, columns->land, &land, NAN, &project->land_m2);

    good = csv_number_or(table, columns->floor_area, &floor_area, NAN, &project->floor_area_m2) && good;
    good = csv_number_or(table, columns->cost, &cost, NAN, &project->cost_wan_yuan) && good;
    return csv_number_or(table, columns->cost_text, &cost_text, NAN, &project->cost_text) && good;
}

static bool read_project(struct model *model, const struct csv_table *table, const struct project_columns *columns,
                         struct project *project)
{
    struct pool *pool = &model->pool;
    bool good = ids_new(table, columns->project, "project", pool, &project->id) &&
                ids_once(table, columns->project, "project", model_project(model, project->id) < model->project_count);

    good = csv_name(table, columns->name, "name", pool, &project->name) && good;
    project->name = *project->name == '\0' ? project->id : project->name;
    good = csv_name(table, columns->annex, "annex", pool, &project->annex) && good;
    good = csv_name(table, columns->part, "part", pool, &project->part) && good;
    project->note = csv_text(table, columns->note, pool);
    good = ids_town(model, table, columns->town, &project->town) && good;
    good = read_estate(model, table, columns->estate, project) && good;
    good = read_words(table, columns, project) && good;
    good = read_figures(table, columns, project) && good;
    good = read_years(table, columns, project) && good;
    return good && check_estate(model, table, columns, project);
}

/* `all_named` tells whether each row has an id, so that others can be looked up. */
static bool read_projects(struct model *model, struct csv_table *table, bool *all_named)
{
    const struct project_columns columns = {
        .project = csv_column(table, "project", CSV_REQUIRED),
        .name = csv_column(table, "name", CSV_REQUIRED),
        .kind = csv_column(table, "kind", CSV_REQUIRED),
        .town = csv_column(table, "town", CSV_REQUIRED),
        .town_status = csv_column(table, "town_status", CSV_REQUIRED),
        .land = csv_column(table, "land_m2", CSV_REQUIRED),
        .floor_area = csv_column(table, "floor_area_m2", CSV_REQUIRED),
        .start = csv_column(table, "start", CSV_REQUIRED),
        .completion = csv_column(table, "completion", CSV_REQUIRED),
        .cost = csv_column(table, "cost_wan_yuan", CSV_REQUIRED),
        .builder = csv_column(table, "builder", CSV_REQUIRED),
        .note = csv_column(table, "note", CSV_REQUIRED),
        .cost_text = csv_column(table, "cost_text", CSV_OPTIONAL),
        .annex = csv_column(table, "annex", CSV_OPTIONAL),
        .part = csv_column(table, "part", CSV_OPTIONAL),
        .estate = csv_column(table, "estate", CSV_OPTIONAL),
    };

    if (!csv_columns_end(table)) {
        return false;
    }
    struct project *projects = pool_array(&model->pool, csv_count_rows(table), sizeof *projects);

    model->projects = projects;
    *all_named = true;
    while (csv_next(table)) {
        struct project *project = &projects[model->project_count];

        *project = (struct project) { .id = NULL };
        read_project(model, table, &columns, project);
        *all_named = *all_named && project->id != NULL;
        if (project->id != NULL && model_project(model, project->id) == model->project_count) {
            model->project_count++; /* whatever else is wrong with it: its seats are not nobody's */
        }
    }
    *all_named = *all_named && table->broken == 0;
    return csv_is_good(table);
}

static bool read_seats_figures(const struct csv_table *table, const struct seats_columns *columns,
                               struct project_seats *row)
{
    const struct figure_rule seats = { "seats", 0, 1e6, false };
    const struct figure_rule classes = { "classes", 0, 1e5, false };
    const struct figure_rule replaced = { "replaced_seats", 0, 1e6, false };
    const struct figure_rule column_seats = { "column_seats", 0, 1e6, false };
    const struct figure_rule text_seats = { "text_seats", 0, 1e6, false };
    const struct figure_rule text_rooms = { "text_rooms", 0, 1e5, false };
    bool good = csv_number(table, columns->seats, &seats, &row->seats);

    good = csv_number_or(table, columns->classes, &classes, NAN, &row->classes) && good;
    good = csv_number_or(table, columns->replaced, &replaced, 0, &row->replaced_seats) && good;
    good = csv_number_or(table, columns->column_seats, &column_seats, NAN, &row->column_seats) && good;
    good = csv_number_or(table, columns->text_seats, &text_seats, NAN, &row->text_seats) && good;
    return csv_number_or(table, columns->text_rooms, &text_rooms, NAN, &row->text_rooms) && good;
}

static bool read_seats_row(struct model *model, const struct csv_table *table, const struct seats_columns *columns,
                           bool *seen, struct project_seats *row)
{
    const bool project = ids_project(model, table, columns->project, &row->project);
    const bool level = ids_level(model, table, columns->level, &row->level);

    if (!read_seats_figures(table, columns, row) || !project || !level) {
        return false;
    }
    bool *twice = &seen[row->project * model->level_count + row->level];

    if (*twice) {
        report(table->problems, csv_place(table, columns->project), MESSAGE_PROJECT_LEVEL_TWICE,
               SLOTS({ "found", model->projects[row->project].id }, { "level", model->levels[row->level].name.id }));
        return false;
    }
    *twice = true;
    return true;
}

static int compare_seats(const void *first, const void *second)
{
    const struct project_seats *a = first;
    const struct project_seats *b = second;

    if (a->project != b->project) {
        return a->project < b->project ? -1 : 1;
    }
    return (a->level > b->level) - (a->level < b->level);
}

static bool read_seats(struct model *model, struct csv_table *table)
{
    const struct seats_columns columns = {
        .project = csv_column(table, "project", CSV_REQUIRED),
        .level = csv_column(table, "level", CSV_REQUIRED),
        .seats = csv_column(table, "seats", CSV_REQUIRED),
        .classes = csv_column(table, "classes", CSV_REQUIRED),
        .replaced = csv_column(table, "replaced_seats", CSV_REQUIRED),
        .column_seats = csv_column(table, "column_seats", CSV_OPTIONAL),
        .text_seats = csv_column(table, "text_seats", CSV_OPTIONAL),
        .text_rooms = csv_column(table, "text_rooms", CSV_OPTIONAL),
    };

    if (!csv_columns_end(table)) {
        return false;
    }
    struct project_seats *rows = pool_array(&model->pool, csv_count_rows(table), sizeof *rows);
    bool *seen = mem_array(model->project_count * model->level_count, sizeof *seen);
    size_t project = 0;

    while (csv_next(table)) {
        struct project_seats *row = &rows[model->project_seats_count];

        row->project = project;
        model->project_seats_count += read_seats_row(model, table, &columns, seen, row);
        project = row->project;
    }
    free(seen);
    qsort(rows, model->project_seats_count, sizeof *rows, compare_seats);
    model->project_seats = rows;
    return csv_is_good(table);
}

bool projects_read(struct model_source *source)
{
    struct model *model = source->model;
    struct csv_table table;
    /* Seats of projects without the projects are no model without a plan: a file is missing or misspelt. */
    const enum csv_need need = model_source_has(source, "project_seats") ? CSV_REQUIRED : CSV_OPTIONAL;
    const enum table_state state =
        model->level_count == 0 ? TABLE_ABSENT : model_source_table(source, "projects", need, &table);

    if (state != TABLE_OPEN) {
        return state == TABLE_ABSENT;
    }
    bool all_named = false;
    bool good = read_projects(model, &table, &all_named);

    csv_table_close(&table);
    if (!all_named || model_source_table(source, "project_seats", CSV_REQUIRED, &table) != TABLE_OPEN) {
        return false;
    }
    good = read_seats(model, &table) && good;
    csv_table_close(&table);
    return good;
}
