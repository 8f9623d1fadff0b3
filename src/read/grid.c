#include "grid.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "text.h"

static const char *const KEY_NAME[GRID_KEYS] = { "town", "year", "sex", "age" };

/** Where a row's value goes: a row without grade is for all grades of its level. */
struct position {
    size_t at[GRID_KEYS];
    size_t items;
};

static const char *item_name(enum grid_items items)
{
    return items == GRID_AGES ? "age" : "level";
}

static size_t item_count(const struct model *model, enum grid_items items)
{
    switch (items) {
    case GRID_AGES:
        return model->ages;
    case GRID_LEVELS:
        return model->level_count;
    case GRID_GRADES:
        return model->grade_count;
    case GRID_NO_ITEM:
        break;
    }
    return 1;
}

void grid_start(struct grid *self, struct model_source *source, struct csv_table *table,
                const enum grid_has has[GRID_KEYS], enum grid_items items)
{
    *self = (struct grid) { .model = source->model,
                            .table = table,
                            .items = items,
                            .grade_column = CSV_NONE,
                            .highest_age = (int)source->model->ages - 1 };
    for (size_t key = 0; key < GRID_KEYS; key++) {
        const char *name = key == GRID_ITEM ? item_name(items) : KEY_NAME[key];

        self->size[key] = 1;
        self->column[key] = CSV_NONE;
        if (has[key] != GRID_WITHOUT) {
            self->column[key] = csv_column(table, name, has[key] == GRID_MUST ? CSV_REQUIRED : CSV_OPTIONAL);
        }
    }
    if (items == GRID_GRADES) {
        self->grade_column = csv_column(table, "grade", CSV_OPTIONAL);
    }
    if (self->column[GRID_TOWN] != CSV_NONE) {
        self->size[GRID_TOWN] = self->model->town_count;
    }
    if (self->column[GRID_SEX] != CSV_NONE) {
        self->size[GRID_SEX] = SEXES;
    }
    if (self->column[GRID_ITEM] != CSV_NONE) {
        self->size[GRID_ITEM] = item_count(self->model, items);
    }
}

size_t grid_size(const struct grid *self)
{
    return self->size[GRID_TOWN] * self->size[GRID_YEAR] * self->size[GRID_SEX] * self->size[GRID_ITEM];
}

/* Widens low..high to the number in the cell, if it is one. */
static void widen(const struct csv_table *table, size_t column, int least, int most, int *low, int *high)
{
    int number = 0;

    if (column == CSV_NONE || !csv_peek_whole(table, column, least, most, &number)) {
        return;
    }
    *low = number < *low ? number : *low;
    *high = number > *high ? number : *high;
}

bool grid_measure(struct grid *self)
{
    struct csv_table *table = self->table;
    int years[2] = { YEAR_HIGHEST + 1, YEAR_LOWEST - 1 };
    int ages[2] = { self->highest_age + 1, -1 };

    table->quiet = true;
    while (csv_next(table)) {
        self->rows++;
        widen(table, self->column[GRID_YEAR], YEAR_LOWEST, YEAR_HIGHEST, &years[0], &years[1]);
        if (self->items == GRID_AGES) {
            widen(table, self->column[GRID_ITEM], 0, self->highest_age, &ages[0], &ages[1]);
        }
    }
    table->quiet = false;
    csv_rewind(table);
    if (years[0] <= years[1]) {
        self->first_year = years[0];
        self->size[GRID_YEAR] = (size_t)(years[1] - years[0]) + 1;
    }
    self->last_item = self->size[GRID_ITEM] - 1;
    if (ages[0] <= ages[1]) {
        self->first_item = (size_t)ages[0];
        self->last_item = (size_t)ages[1];
    }
    const struct place whole = { table->file, 0, 0 };

    if (self->rows == 0) {
        report(table->problems, whole, MESSAGE_TABLE_NO_ROWS, NULL);
        return false;
    }
    if (years[0] <= years[1] && self->model->base_year != NO_YEAR &&
        (self->model->base_year < years[0] || years[1] < self->model->base_year)) {
        report(table->problems, whole, MESSAGE_TABLE_LACKS_BASE_YEAR,
               SLOTS({ "first", number_text(years[0]).text }, { "last", number_text(years[1]).text },
                     { "year", number_text(self->model->base_year).text }));
        return false;
    }
    /* a few rows that are far apart must not take all memory before they are found too few */
    if (grid_size(self) > 1000000 && grid_size(self) / 16 > self->rows) {
        report(table->problems, whole, MESSAGE_TABLE_SPARSE,
               SLOTS({ "found", number_whole((double)self->rows).text },
                     { "allowed", number_whole((double)grid_size(self)).text }));
        return false;
    }
    return true;
}

/* Reports that the cell names nothing there is, with the nearest that is. */
static void report_unknown(const struct csv_table *table, size_t column, const char *key, const char *const *ids,
                           size_t count)
{
    const struct csv_cell cell = csv_cell(table, column);
    const struct found_text found = found_text(cell.text, cell.length);
    const char *nearest = text_nearest(found.text, ids, count);

    report(table->problems, csv_place(table, column), nearest != NULL ? MESSAGE_ID_UNKNOWN_NEAR : MESSAGE_ID_UNKNOWN,
           SLOTS({ "key", key }, { "found", found.text }, { "nearest", nearest != NULL ? nearest : "" }));
}

static bool is_id(struct csv_cell cell, const char *id)
{
    return strncmp(id, cell.text, cell.length) == 0 && id[cell.length] == '\0';
}

bool grid_town(const struct model *model, const struct csv_table *table, size_t column, size_t *town)
{
    const struct csv_cell cell = csv_cell(table, column);

    for (size_t i = 0; i < model->town_count; i++) {
        const size_t guess = (*town + i) % model->town_count;

        if (is_id(cell, model->towns[guess].name.id)) {
            *town = guess;
            return true;
        }
    }
    const char **ids = mem_array(model->town_count, sizeof *ids);

    for (size_t i = 0; i < model->town_count; i++) {
        ids[i] = model->towns[i].name.id;
    }
    report_unknown(table, column, "town", ids, model->town_count);
    free(ids);
    return false;
}

bool grid_level(const struct model *model, const struct csv_table *table, size_t column, size_t *level)
{
    const struct csv_cell cell = csv_cell(table, column);

    for (*level = 0; *level < model->level_count; (*level)++) {
        if (is_id(cell, model->levels[*level].name.id)) {
            return true;
        }
    }
    const char **ids = mem_array(model->level_count, sizeof *ids);

    for (size_t i = 0; i < model->level_count; i++) {
        ids[i] = model->levels[i].name.id;
    }
    report_unknown(table, column, "level", ids, model->level_count);
    free(ids);
    return false;
}

static bool find_item(const struct grid *self, struct position *position)
{
    size_t level = 0;
    int number = 0;

    position->items = 1;
    if (self->column[GRID_ITEM] == CSV_NONE) {
        return true;
    }
    if (self->items == GRID_AGES) {
        const bool good = csv_whole(self->table, self->column[GRID_ITEM], "age", 0, self->highest_age, &number);

        position->at[GRID_ITEM] = (size_t)number;
        return good;
    }
    if (!grid_level(self->model, self->table, self->column[GRID_ITEM], &level)) {
        return false;
    }
    if (self->items == GRID_LEVELS) {
        position->at[GRID_ITEM] = level;
        return true;
    }
    const struct level *grades = &self->model->levels[level];

    position->at[GRID_ITEM] = grades->first_grade;
    position->items = grades->grades;
    if (self->grade_column == CSV_NONE) {
        return true;
    }
    if (!csv_whole(self->table, self->grade_column, "grade", 1, (int)grades->grades, &number)) {
        return false;
    }
    position->at[GRID_ITEM] += (size_t)number - 1;
    position->items = 1;
    return true;
}

/* Where the current row belongs; all of its keys are looked at, so that all problems are shown. */
static bool find_position(struct grid *self, struct position *position)
{
    bool good = find_item(self, position);
    int year = self->first_year;

    if (self->column[GRID_TOWN] != CSV_NONE) {
        good = grid_town(self->model, self->table, self->column[GRID_TOWN], &self->town) && good;
        position->at[GRID_TOWN] = self->town;
    }
    if (self->column[GRID_YEAR] != CSV_NONE) {
        good = csv_year(self->table, self->column[GRID_YEAR], "year", &year) && good;
        position->at[GRID_YEAR] = (size_t)(year - self->first_year);
    }
    if (self->column[GRID_SEX] != CSV_NONE) {
        good = csv_word(self->table, self->column[GRID_SEX], "sex", sex_words, SEXES, &position->at[GRID_SEX]) && good;
    }
    return good;
}

static size_t index_of(const struct grid *self, const size_t at[GRID_KEYS])
{
    size_t index = 0;

    for (size_t key = 0; key < GRID_KEYS; key++) {
        index = index * self->size[key] + at[key];
    }
    return index;
}

/* The level of a grade. */
static size_t level_of(const struct model *model, size_t grade)
{
    size_t level = model->level_count - 1;

    while (model->levels[level].first_grade > grade) {
        level--;
    }
    return level;
}

/* One key of a position as the table has it: "age 37", "level primary, grade 2". */
static size_t describe_key(const struct grid *self, enum grid_key key, size_t at, char *text, size_t room)
{
    const struct model *model = self->model;
    int length = 0;

    if (key == GRID_TOWN) {
        length = snprintf(text, room, "town %s",
                          found_text(model->towns[at].name.id, strlen(model->towns[at].name.id)).text);
    } else if (key == GRID_YEAR) {
        length = snprintf(text, room, "year %d", self->first_year + (int)at);
    } else if (key == GRID_SEX) {
        length = snprintf(text, room, "sex %s", sex_words[at].id);
    } else if (self->items == GRID_AGES) {
        length = snprintf(text, room, "age %zu", at);
    } else {
        const struct level *level = &model->levels[self->items == GRID_LEVELS ? at : level_of(model, at)];
        const struct found_text id = found_text(level->name.id, strlen(level->name.id));

        length = self->items == GRID_GRADES && self->grade_column != CSV_NONE
                     ? snprintf(text, room, "level %s, grade %zu", id.text, at - level->first_grade + 1)
                     : snprintf(text, room, "level %s", id.text);
    }
    return length < 0 ? 0 : (size_t)length;
}

/** Keys in words; long enough for four of them. */
struct keys_text {
    char text[640];
};

/* All keys of a position, or only the one, that the table has. */
static struct keys_text describe(const struct grid *self, const size_t at[GRID_KEYS], size_t only)
{
    struct keys_text keys = { "" };
    size_t used = 0;

    for (size_t key = 0; key < GRID_KEYS; key++) {
        if (self->column[key] == CSV_NONE || (only < GRID_KEYS && key != only)) {
            continue;
        }
        if (used > 0) {
            memcpy(keys.text + used, ", ", 3);
            used += 2;
        }
        used += describe_key(self, (enum grid_key)key, at[key], keys.text + used, sizeof keys.text - used);
    }
    return keys;
}

static bool put(const struct grid *self, const struct position *position, double value, double *values)
{
    const size_t index = index_of(self, position->at);
    bool good = true;

    for (size_t item = 0; item < position->items && good; item++) {
        good = isnan(values[index + item]);
        values[index + item] = value;
    }
    if (!good) {
        const struct place row = { self->table->file, self->table->line, 1 };

        report(self->table->problems, row, MESSAGE_TABLE_ROW_TWICE,
               SLOTS({ "key", describe(self, position->at, GRID_KEYS).text }));
    }
    return good;
}

bool grid_fill(struct grid *self, size_t column, const struct figure_rule *rule, double **values)
{
    const size_t size = grid_size(self);
    double *array = pool_array(&self->model->pool, size, sizeof *array);
    bool good = true;

    for (size_t i = 0; i < size; i++) {
        array[i] = NAN;
    }
    csv_rewind(self->table);
    while (csv_next(self->table)) {
        struct position position = { { 0 }, 1 };
        double value = 0;
        const bool placed = find_position(self, &position);
        const bool read = csv_number(self->table, column, rule, &value);

        good = placed && read && put(self, &position, value, array) && good;
    }
    *values = array;
    return good && csv_is_good(self->table);
}

/** A box of positions of the array. */
struct box {
    size_t from[GRID_KEYS];
    size_t to[GRID_KEYS]; /**< Behind the last. */
};

/* How many values in the box are missing; the first of them. */
static size_t count_missing(const struct grid *self, const double *values, const struct box *box,
                            size_t first[GRID_KEYS])
{
    size_t missing = 0;
    size_t at[GRID_KEYS];

    for (at[0] = box->from[0]; at[0] < box->to[0]; at[0]++) {
        for (at[1] = box->from[1]; at[1] < box->to[1]; at[1]++) {
            for (at[2] = box->from[2]; at[2] < box->to[2]; at[2]++) {
                for (at[3] = box->from[3]; at[3] < box->to[3]; at[3]++) {
                    if (!isnan(values[index_of(self, at)])) {
                        continue;
                    }
                    if (missing == 0 && first != NULL) {
                        memcpy(first, at, sizeof at);
                    }
                    missing++;
                }
            }
        }
    }
    return missing;
}

static size_t box_size(const struct box *box)
{
    size_t size = 1;

    for (size_t key = 0; key < GRID_KEYS; key++) {
        size *= box->to[key] - box->from[key];
    }
    return size;
}

static void report_missing(const struct grid *self, const double *values, const struct box *all, size_t missing,
                           const size_t first[GRID_KEYS])
{
    static const enum grid_key ORDER[GRID_KEYS] = { GRID_YEAR, GRID_TOWN, GRID_ITEM, GRID_SEX };
    size_t only = GRID_KEYS;
    size_t described = 1;

    for (size_t i = 0; i < GRID_KEYS && only == GRID_KEYS; i++) {
        const enum grid_key key = ORDER[i];
        struct box slice = *all;

        slice.from[key] = first[key];
        slice.to[key] = first[key] + 1;
        if (all->to[key] - all->from[key] > 1 && count_missing(self, values, &slice, NULL) == box_size(&slice)) {
            only = key;
            described = box_size(&slice);
        }
    }
    if (self->items == GRID_GRADES && self->grade_column == CSV_NONE && only != GRID_YEAR) {
        described *=
            self->model->levels[level_of(self->model, first[GRID_ITEM])].grades; /* one row is for all grades */
    }
    report(self->table->problems, (struct place) { self->table->file, 0, 0 },
           missing > described ? MESSAGE_TABLE_LACKS_MORE : MESSAGE_TABLE_LACKS,
           SLOTS({ "key", describe(self, first, only).text },
                 { "count", number_whole((double)(missing - described)).text }));
}

/* Values that may be missing become 0: those of towns without people, and of items outside first..last. */
static void fill_gaps(const struct grid *self, double *values, size_t first_item, size_t last_item,
                      bool empty_towns_may_lack)
{
    const size_t items = self->size[GRID_ITEM];
    const size_t rows = self->size[GRID_YEAR] * self->size[GRID_SEX];

    for (size_t town = 0; town < self->size[GRID_TOWN]; town++) {
        const bool may_lack =
            empty_towns_may_lack && self->column[GRID_TOWN] != CSV_NONE && self->model->towns[town].population == 0;

        for (size_t i = 0; i < rows * items; i++) {
            double *value = &values[town * rows * items + i];
            const bool inside = first_item <= i % items && i % items <= last_item;

            *value = isnan(*value) && (may_lack || !inside) ? 0 : *value;
        }
    }
}

bool grid_check(struct grid *self, double *values, size_t first_item, size_t last_item, bool empty_towns_may_lack)
{
    struct box all = { { 0, 0, 0, first_item },
                       { self->size[GRID_TOWN], self->size[GRID_YEAR], self->size[GRID_SEX], last_item + 1 } };
    size_t first[GRID_KEYS] = { 0 };

    fill_gaps(self, values, first_item, last_item, empty_towns_may_lack);
    const size_t missing = count_missing(self, values, &all, first);

    if (missing > 0) {
        report_missing(self, values, &all, missing, first);
    }
    return missing == 0;
}

struct rates grid_rates(const struct grid *self, const double *values)
{
    const size_t items = self->size[GRID_ITEM];
    const size_t sexes = self->size[GRID_SEX];
    const size_t years = self->size[GRID_YEAR];

    return (struct rates) {
        .values = values,
        .town_stride = self->column[GRID_TOWN] == CSV_NONE ? 0 : years * sexes * items,
        .year_stride = self->column[GRID_YEAR] == CSV_NONE ? 0 : sexes * items,
        .sex_stride = self->column[GRID_SEX] == CSV_NONE ? 0 : items,
        .item_stride = self->column[GRID_ITEM] == CSV_NONE ? 0 : 1,
        .first_year = self->first_year,
        .last_year = self->first_year + (int)years - 1,
    };
}

bool grid_read(struct grid *self, size_t column, const struct figure_rule *rule, struct rates *rates)
{
    double *values = NULL;

    if (!grid_fill(self, column, rule, &values) || !grid_check(self, values, 0, self->size[GRID_ITEM] - 1, true)) {
        return false;
    }
    *rates = grid_rates(self, values);
    return true;
}
