#include "age_table.h"

#include <stdio.h>
#include <string.h>

#include "age_groups.h"
#include "csv_value.h"
#include "figure.h"
#include "mem.h"
#include "number.h"

/* More than there are ages: of so many different groups some overlap, and are refused. */
enum { MOST_GROUPS = 200 };

/** The different groups of a table in order of age, each with the place where it stands first. */
struct found_groups {
    size_t count;
    struct age_group group[MOST_GROUPS];
    struct place place[MOST_GROUPS];
};

struct age_group_text age_group_text(struct age_group group)
{
    struct age_group_text shown;

    if (group.last == AGE_OPEN) {
        snprintf(shown.text, sizeof shown.text, "%zu+", group.first);
    } else if (group.last == group.first) {
        snprintf(shown.text, sizeof shown.text, "%zu", group.first);
    } else {
        snprintf(shown.text, sizeof shown.text, "%zu-%zu", group.first, group.last);
    }
    return shown;
}

static enum age_cell row_group(const struct grid *self, struct age_group *group)
{
    const struct csv_cell cell = csv_cell(self->table, self->column[GRID_ITEM]);

    return age_cell_read(cell.text, cell.length, group);
}

/* Whether any row names a group, or what was one before a spreadsheet took it for a date. */
static bool has_groups(struct grid *self)
{
    struct age_group group;
    bool found = false;

    self->table->quiet = true;
    while (!found && csv_next(self->table)) {
        found = row_group(self, &group) != AGE_CELL_NUMBER;
    }
    self->table->quiet = false;
    if (!found) {
        csv_rewind(self->table);
    }
    return found;
}

static bool refuse(const struct grid *self, enum message message)
{
    const struct csv_cell cell = csv_cell(self->table, self->column[GRID_ITEM]);

    report(self->table->problems, csv_place(self->table, self->column[GRID_ITEM]), message,
           SLOTS({ "key", "age" }, { "found", found_text(cell.text, cell.length).text },
                 { "high", number_text(self->highest_age).text }));
    return false;
}

/* The current row's group, if it is one and the model has its ages. */
static bool read_group(const struct grid *self, struct age_group *group)
{
    const size_t highest = (size_t)self->highest_age;
    int single = 0;

    switch (row_group(self, group)) {
    case AGE_CELL_DATE:
        return refuse(self, MESSAGE_AGE_IS_DATE);
    case AGE_CELL_NUMBER:
        if (!csv_peek_whole(self->table, self->column[GRID_ITEM], 0, self->highest_age, &single)) {
            return refuse(self, MESSAGE_AGE_WANTED);
        }
        *group = (struct age_group) { (size_t)single, (size_t)single };
        return true;
    case AGE_CELL_GROUP:
        break;
    }
    if (group->last < group->first) {
        return refuse(self, MESSAGE_AGE_GROUP_BACKWARDS);
    }
    return (group->first <= highest && (group->last == AGE_OPEN || group->last <= highest)) ||
           refuse(self, MESSAGE_AGE_GROUP_BEYOND);
}

/* Puts a group among those found, if it is a new one. */
static void add_group(struct found_groups *found, const struct grid *self, struct age_group group)
{
    size_t at = found->count;

    while (at > 0 && (found->group[at - 1].first > group.first ||
                      (found->group[at - 1].first == group.first && found->group[at - 1].last > group.last))) {
        at--;
    }
    if ((at > 0 && found->group[at - 1].first == group.first && found->group[at - 1].last == group.last) ||
        found->count == MOST_GROUPS) {
        return;
    }
    memmove(&found->group[at + 1], &found->group[at], (found->count - at) * sizeof *found->group);
    memmove(&found->place[at + 1], &found->place[at], (found->count - at) * sizeof *found->place);
    found->group[at] = group;
    found->place[at] = csv_place(self->table, self->column[GRID_ITEM]);
    found->count++;
}

static bool find_groups(const struct grid *self, struct found_groups *found)
{
    struct csv_table *table = self->table;
    bool good = true;

    csv_rewind(table);
    table->quiet = true; /* broken rows are told when the values are read */
    while (csv_next(table)) {
        struct age_group group;

        if (!read_group(self, &group)) {
            good = false;
        } else {
            add_group(found, self, group);
        }
    }
    table->quiet = false;
    csv_rewind(table);
    return good;
}

static bool report_group(const struct grid *self, const struct found_groups *found, size_t at, enum message message)
{
    const size_t before = at > 0 ? at - 1 : 0;
    const size_t hole = at > 0 ? found->group[before].last + 1 : 0;
    const size_t last = found->group[at].first > 0 ? found->group[at].first - 1 : 0;

    report(self->table->problems, found->place[at], message,
           SLOTS({ "found", age_group_text(found->group[at]).text },
                 { "before", age_group_text(found->group[before]).text },
                 { "missing", age_group_text((struct age_group) { hole, last }).text }));
    return false;
}

/* No holes, no overlaps; counts begin at age 0 and have an open group at the end. */
static bool check_groups(const struct grid *self, const struct found_groups *found)
{
    const size_t end = found->count - 1;
    const bool open = found->group[end].last == AGE_OPEN;
    const bool whole = self->may_group != GRID_SOME_RATES;
    bool good = true;

    if (whole && found->group[0].first > 0) {
        good = report_group(self, found, 0, MESSAGE_AGE_GROUPS_HOLE);
    }
    for (size_t at = 1; at < found->count; at++) {
        if (found->group[at - 1].last == AGE_OPEN || found->group[at].first <= found->group[at - 1].last) {
            good = report_group(self, found, at, MESSAGE_AGE_GROUPS_OVERLAP);
        } else if (found->group[at].first > found->group[at - 1].last + 1) {
            good = report_group(self, found, at, MESSAGE_AGE_GROUPS_HOLE);
        }
    }
    if (good && whole && !open) {
        return report_group(self, found, end, MESSAGE_AGE_GROUPS_NOT_OPEN);
    }
    if (good && !whole && open) {
        return report_group(self, found, end, MESSAGE_AGE_GROUPS_OPEN);
    }
    return good;
}

bool age_table_groups(struct grid *self)
{
    struct found_groups found = { .count = 0 };

    if (!has_groups(self)) {
        return true;
    }
    if (self->may_group == GRID_SINGLE_YEARS) {
        return refuse(self, MESSAGE_AGE_GROUP_REFUSED);
    }
    if (!find_groups(self, &found) || !check_groups(self, &found)) {
        return false;
    }
    struct age_group *groups = pool_array(&self->model->pool, found.count, sizeof *groups);

    memcpy(groups, found.group, found.count * sizeof *groups);
    self->groups = groups;
    self->group_count = found.count;
    self->size[GRID_ITEM] = found.count;
    report(self->table->problems, (struct place) { self->table->file, 0, 0 },
           self->may_group == GRID_COUNTS ? MESSAGE_AGES_DERIVED : MESSAGE_AGES_STEPPED, NULL);
    return true;
}

size_t age_table_first_age(const struct grid *self)
{
    struct age_group group;
    int single = 0;

    if (row_group(self, &group) == AGE_CELL_GROUP) {
        return group.first;
    }
    return csv_peek_whole(self->table, self->column[GRID_ITEM], 0, self->highest_age, &single) ? (size_t)single
                                                                                               : AGE_OPEN;
}

size_t age_table_row(const struct grid *self)
{
    const size_t first = age_table_first_age(self);
    size_t at = 0;

    while (self->groups[at].first < first) {
        at++;
    }
    return at;
}

size_t age_table_open(const struct grid *self)
{
    return self->group_count > 0 && self->groups[self->group_count - 1].last == AGE_OPEN
               ? self->groups[self->group_count - 1].first
               : 0;
}

/* One column of counts: all groups but the open one spread, that at its first age. */
static void spread_counts(const struct grid *self, const double *counts, double *singles)
{
    const size_t closed = self->group_count - 1;
    size_t bounds[MOST_GROUPS + 1];

    for (size_t group = 0; group < self->group_count; group++) {
        bounds[group] = self->groups[group].first;
    }
    if (closed > 0) {
        age_groups_spread(counts, bounds, closed, singles);
    }
    singles[bounds[closed]] = counts[closed];
}

static void hold_rates(const struct grid *self, const double *rates, double *singles)
{
    const size_t oldest = self->model->ages - 1;

    for (size_t group = 0; group < self->group_count; group++) {
        const size_t last = self->groups[group].last < oldest ? self->groups[group].last : oldest;

        for (size_t age = self->groups[group].first; age <= last; age++) {
            singles[age] = rates[group];
        }
    }
}

double *age_table_singles(const struct grid *self, double *values)
{
    const size_t ages = self->model->ages;

    if (self->group_count == 0) {
        return values;
    }
    const size_t columns = grid_size(self) / self->group_count;
    double *singles = pool_array(&self->model->pool, columns * ages, sizeof *singles);

    for (size_t column = 0; column < columns; column++) {
        const double *of = &values[column * self->group_count];

        if (self->may_group == GRID_COUNTS) {
            spread_counts(self, of, &singles[column * ages]);
        } else {
            hold_rates(self, of, &singles[column * ages]);
        }
    }
    return singles;
}

void age_table_share_open(const struct model *model, const double *weights, size_t open, double *column)
{
    age_group_share(column[open], &weights[open], model->ages - open, &column[open]);
}
