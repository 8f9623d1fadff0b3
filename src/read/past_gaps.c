#include "past_gaps.h"

#include <math.h>
#include <string.h>

#include "csv_columns.h"
#include "csv_table.h"
#include "csv_value.h"
#include "number.h"

enum { YEAR, AREA, TOWN, LEVEL, DEMAND, SEATS, GAP, TOWN_NAME, COLUMNS };

static const char *const column_names[COLUMNS] = {
    [YEAR] = "school_year", [AREA] = "area",   [TOWN] = "town", [LEVEL] = "level",
    [DEMAND] = "demand",    [SEATS] = "seats", [GAP] = "gap",   [TOWN_NAME] = "town_name",
};

/* All columns that a run writes: whatever else stands in the table somebody has put there. */
static const char *const other_columns[] = { "children",           "enrolment",      "seats_nominal",
                                             "shortage",           "surplus",        "classes_needed",
                                             "classes_short",      "land_needed_m2", "land_short_m2",
                                             "staff_needed",       "staff_short",    "demand_assumed_share",
                                             "seats_assumed_share" };

/* Children; more than anybody ever counted, so that what is above is damage. */
static const double children_most = 1e10;

static const char whole_district[] = "total";

/** A table while it is read. */
struct past_gaps {
    struct csv_table table;
    size_t column[COLUMNS];
    struct pool *pool;
    struct forecast *of;
};

/* The id in a cell; "" for a sum's town. */
static const char *id_of(struct past_gaps *self, size_t column)
{
    const char *id = csv_text(&self->table, self->column[column], self->pool);

    return column == TOWN && strcmp(id, whole_district) == 0 ? "" : id;
}

static bool is_place(struct past_gaps *self, const struct forecast_place *place)
{
    return strcmp(id_of(self, TOWN), place->town) == 0 &&
           (place->town[0] != '\0' || strcmp(id_of(self, AREA), place->area) == 0);
}

static bool cell_is(const struct past_gaps *self, size_t column, const char *text)
{
    const struct csv_cell cell = csv_cell(&self->table, self->column[column]);

    return cell.length == strlen(text) && memcmp(cell.text, text, cell.length) == 0;
}

static bool is_level(const struct past_gaps *self, const struct name *level)
{
    return cell_is(self, LEVEL, level->id);
}

static void add_level(struct past_gaps *self, struct name *levels)
{
    const char *id = id_of(self, LEVEL);

    levels[self->of->level_count++] = (struct name) { id, { id, id } };
}

static void add_place(struct past_gaps *self, struct forecast_place *places)
{
    const char *town = id_of(self, TOWN);
    const char *area = id_of(self, AREA);
    const char *name = csv_text(&self->table, self->column[TOWN_NAME], self->pool);
    const char *id = town[0] != '\0' ? town : area;

    name = name[0] == '\0' ? id : name;
    places[self->of->place_count++] = (struct forecast_place) { area, town, { id, { name, name } } };
}

/* The levels are those of the first place, the places those of the first year, in their order. */
static void take_axes(struct past_gaps *self, size_t rows)
{
    struct forecast *of = self->of;
    struct name *levels = pool_array(self->pool, rows, sizeof *levels);
    struct forecast_place *places = pool_array(self->pool, rows, sizeof *places);

    of->levels = levels;
    of->places = places;
    while (csv_next(&self->table) && cell_is(self, YEAR, number_text(of->first_year).text)) {
        if (of->place_count == 0 || !is_place(self, &places[of->place_count - 1])) {
            add_place(self, places);
        }
        if (of->place_count == 1 && (of->level_count == 0 || !is_level(self, &levels[of->level_count - 1]))) {
            add_level(self, levels);
        }
    }
    csv_rewind(&self->table);
}

static bool read_figures(struct past_gaps *self, struct forecast_row *row)
{
    const struct figure_rule demand = { column_names[DEMAND], -children_most, children_most, false };
    const struct figure_rule seats = { column_names[SEATS], -children_most, children_most, false };
    const struct figure_rule gap = { column_names[GAP], -children_most, children_most, false };
    bool good = csv_number(&self->table, self->column[DEMAND], &demand, &row->demand);

    good = csv_number(&self->table, self->column[SEATS], &seats, &row->seats) && good;
    good = csv_number(&self->table, self->column[GAP], &gap, &row->gap) && good;
    if (good && fabs(row->gap - (row->demand - row->seats)) > 1e-6 * (1 + fabs(row->demand) + fabs(row->seats))) {
        csv_report(&self->table, self->column[GAP], MESSAGE_PAST_GAP_SUM, column_names[GAP]);
        return false;
    }
    return good;
}

/* Whether the current row is the one that stands here in a table that a run wrote; else says which it would be. */
static bool check_order(struct past_gaps *self, size_t index)
{
    const struct forecast *of = self->of;
    const size_t level = index % of->level_count;
    const struct forecast_place *place = &of->places[index / of->level_count % of->place_count];
    const struct number_text year = number_text(of->first_year + (int)(index / of->level_count / of->place_count));

    if (cell_is(self, YEAR, year.text) && is_place(self, place) && is_level(self, &of->levels[level])) {
        return true;
    }
    report(self->table.problems, csv_place(&self->table, self->column[YEAR]), MESSAGE_PAST_GAP_ORDER,
           SLOTS({ "year", year.text }, { "place", place->name.id[0] == '\0' ? whole_district : place->name.id },
                 { "level", of->levels[level].id }));
    return false;
}

static bool read_rows(struct past_gaps *self, size_t count)
{
    struct forecast_row *rows = pool_array(self->pool, count, sizeof *rows);
    bool good = true;

    self->of->rows = rows;
    for (size_t index = 0; index < count && csv_next(&self->table); index++) {
        if (!check_order(self, index)) {
            return false; /* all that follow would be said, too */
        }
        good = read_figures(self, &rows[index]) && good;
    }
    return good;
}

static bool read_table(struct past_gaps *self)
{
    struct forecast *of = self->of;
    const size_t count = csv_count_rows(&self->table);
    const size_t years = (size_t)(of->last_year - of->first_year) + 1;

    take_axes(self, count);
    const size_t expected = years * of->place_count * of->level_count;

    if (count == expected && count > 0) {
        return read_rows(self, count) && csv_is_good(&self->table);
    }
    /* the first row that is out of order says where; a table that only ends early has none */
    const bool in_order =
        of->place_count == 0 || of->level_count == 0 || read_rows(self, count < expected ? count : expected);

    if (in_order && csv_is_good(&self->table)) {
        report(self->table.problems, (struct place) { .file = self->table.file }, MESSAGE_PAST_GAP_ROWS,
               SLOTS({ "found", number_text((double)count).text }, { "first", number_text(of->first_year).text },
                     { "last", number_text(of->last_year).text }));
    }
    return false;
}

bool past_gaps_read(struct forecast *self, struct pool *pool, const char *path, struct problems *problems)
{
    struct past_gaps gaps = { .pool = pool, .of = self };
    bool good = false;

    if (!csv_table_open(&gaps.table, path, (struct place) { .file = NULL }, NULL, 0, problems)) {
        csv_table_close(&gaps.table);
        return false;
    }
    for (size_t column = 0; column < COLUMNS; column++) {
        gaps.column[column] =
            csv_column(&gaps.table, column_names[column], column == TOWN_NAME ? CSV_OPTIONAL : CSV_REQUIRED);
    }
    for (size_t column = 0; column < sizeof other_columns / sizeof *other_columns; column++) {
        csv_column(&gaps.table, other_columns[column], CSV_OPTIONAL);
    }
    if (csv_columns_end(&gaps.table)) {
        good = read_table(&gaps);
    }
    csv_table_close(&gaps.table);
    return good;
}
