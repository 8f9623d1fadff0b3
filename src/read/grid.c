#include "grid.h"

#include <math.h>

#include "age_table.h"
#include "csv_alike.h"
#include "csv_columns.h"
#include "csv_value.h"
#include "figure.h"
#include "grid_check.h"
#include "grid_words.h"
#include "ids.h"
#include "mem.h"
#include "number.h"

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

/* Widens low..high to the number in the cell; false if it is none. */
static bool widen(const struct csv_table *table, size_t column, int least, int most, int *low, int *high)
{
    int number = 0;

    if (column == CSV_NONE) {
        return true;
    }
    if (!csv_peek_whole(table, column, least, most, &number)) {
        return false;
    }
    *low = number < *low ? number : *low;
    *high = number > *high ? number : *high;
    return true;
}

static size_t age_column(const struct grid *self)
{
    return self->items == GRID_AGES ? self->column[GRID_ITEM] : CSV_NONE;
}

/* What a row must be to differ from the one before in year and age alone. False if rows are to be read one by one. */
static bool likeness(const struct grid *self, struct csv_likeness of[CSV_ALIKE_MOST])
{
    const size_t year = self->column[GRID_YEAR];
    const size_t age = age_column(self);

    if (self->table->width > CSV_ALIKE_MOST || self->group_count > 0 || (year == CSV_NONE && age == CSV_NONE)) {
        return false;
    }
    if (year != CSV_NONE) {
        of[year] = (struct csv_likeness) { CSV_WHOLE, YEAR_LOWEST, YEAR_HIGHEST };
    }
    if (age != CSV_NONE) {
        of[age] = (struct csv_likeness) { CSV_WHOLE, 0, self->highest_age };
    }
    return true;
}

/* As widen(), by a number that was read already. */
static void widen_by(size_t column, const double *numbers, int *low, int *high)
{
    if (column != CSV_NONE) {
        const int number = (int)numbers[column];

        *low = number < *low ? number : *low;
        *high = number > *high ? number : *high;
    }
}

bool grid_measure(struct grid *self)
{
    struct csv_table *table = self->table;
    int years[2] = { YEAR_HIGHEST + 1, YEAR_LOWEST - 1 };
    int ages[2] = { self->highest_age + 1, -1 };
    bool single = true;
    struct csv_likeness of[CSV_ALIKE_MOST] = { { .as = CSV_ANY_TEXT } };
    double numbers[CSV_ALIKE_MOST];
    const bool may_be_alike = likeness(self, of);

    table->quiet = true;
    for (;;) {
        if (may_be_alike && csv_next_alike(table, of, numbers)) {
            widen_by(self->column[GRID_YEAR], numbers, &years[0], &years[1]);
            widen_by(age_column(self), numbers, &ages[0], &ages[1]);
        } else if (csv_next(table)) {
            widen(table, self->column[GRID_YEAR], YEAR_LOWEST, YEAR_HIGHEST, &years[0], &years[1]);
            single = widen(table, age_column(self), 0, self->highest_age, &ages[0], &ages[1]) && single;
        } else {
            break;
        }
        self->rows++;
    }
    table->quiet = false;
    csv_rewind(table);
    if (!single && !age_table_groups(self)) {
        return false;
    }
    if (years[0] <= years[1]) {
        self->first_year = years[0];
        self->size[GRID_YEAR] = (size_t)(years[1] - years[0]) + 1;
    }
    self->last_item = self->size[GRID_ITEM] - 1;
    if (ages[0] <= ages[1] && self->group_count == 0) {
        self->first_item = (size_t)ages[0];
        self->last_item = (size_t)ages[1];
    }
    const struct place whole = { table->file, 0, 0 };

    if (self->rows == 0) {
        report(table->problems, whole, MESSAGE_TABLE_NO_ROWS, NULL);
        return false;
    }
    if (!self->years_apart && years[0] <= years[1] && self->model->base_year != NO_YEAR &&
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

static bool find_item(const struct grid *self, struct position *position)
{
    size_t level = 0;
    int number = 0;

    position->items = 1;
    if (self->column[GRID_ITEM] == CSV_NONE) {
        return true;
    }
    if (self->group_count > 0) {
        position->at[GRID_ITEM] = age_table_row(self);
        return true;
    }
    if (self->items == GRID_AGES) {
        const bool good = csv_whole(self->table, self->column[GRID_ITEM], "age", 0, self->highest_age, &number);

        position->at[GRID_ITEM] = (size_t)number;
        return good;
    }
    if (!ids_level(self->model, self->table, self->column[GRID_ITEM], &level)) {
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
        good = ids_town(self->model, self->table, self->column[GRID_TOWN], &self->town) && good;
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

size_t grid_index(const struct grid *self, const size_t at[GRID_KEYS])
{
    size_t index = 0;

    for (size_t key = 0; key < GRID_KEYS; key++) {
        index = index * self->size[key] + at[key];
    }
    return index;
}

static bool put(const struct grid *self, const struct position *position, double value, double *values)
{
    const size_t index = grid_index(self, position->at);
    bool good = true;

    for (size_t item = 0; item < position->items && good; item++) {
        good = isnan(values[index + item]);
        values[index + item] = value;
    }
    if (!good) {
        const struct place row = { self->table->file, self->table->line, 1 };

        report(self->table->problems, row, MESSAGE_TABLE_ROW_TWICE,
               SLOTS({ "key", grid_describe(self, position->at, GRID_KEYS).text }));
    }
    return good;
}

/* As likeness(), of rows whose value in `column` differs, too, while all other keys say the same. */
static bool value_likeness(const struct grid *self, size_t column, const struct figure_rule *rule,
                           struct csv_likeness of[CSV_ALIKE_MOST])
{
    const size_t same[] = { self->column[GRID_TOWN], self->column[GRID_SEX],
                            age_column(self) == CSV_NONE ? self->column[GRID_ITEM] : CSV_NONE, self->grade_column };

    if (column == CSV_NONE || !likeness(self, of)) {
        return false;
    }
    for (size_t key = 0; key < sizeof same / sizeof *same; key++) {
        if (same[key] != CSV_NONE) {
            of[same[key]].as = CSV_SAME_TEXT;
        }
    }
    of[column] = (struct csv_likeness) { rule->whole ? CSV_WHOLE : CSV_DECIMAL, rule->low, rule->high };
    return true;
}

/* The place of a row alike to the one at `position`. */
static void move_on(const struct grid *self, const double *numbers, struct position *position)
{
    const size_t year = self->column[GRID_YEAR];
    const size_t age = age_column(self);

    if (year != CSV_NONE) {
        position->at[GRID_YEAR] = (size_t)((int)numbers[year] - self->first_year);
    }
    if (age != CSV_NONE) {
        position->at[GRID_ITEM] = (size_t)numbers[age];
    }
}

bool grid_fill(struct grid *self, size_t column, const struct figure_rule *rule, double **values)
{
    const size_t size = grid_size(self);
    double *array = pool_array(&self->model->pool, size, sizeof *array);
    bool good = true;

    for (size_t i = 0; i < size; i++) {
        array[i] = NAN;
    }
    struct csv_likeness of[CSV_ALIKE_MOST] = { { .as = CSV_ANY_TEXT } };
    double numbers[CSV_ALIKE_MOST];
    struct position position = { { 0 }, 1 };
    const bool may_be_alike = value_likeness(self, column, rule, of);
    bool placed = false;

    csv_rewind(self->table);
    for (;;) {
        if (may_be_alike && placed && csv_next_alike(self->table, of, numbers)) {
            move_on(self, numbers, &position);
            good = put(self, &position, numbers[column], array) && good;
        } else if (csv_next(self->table)) {
            double value = 0;

            position = (struct position) { { 0 }, 1 };
            placed = find_position(self, &position);
            good =
                csv_number(self->table, column, rule, &value) && placed && put(self, &position, value, array) && good;
        } else {
            break;
        }
    }
    *values = array;
    return good && csv_is_good(self->table);
}

struct rates grid_rates(const struct grid *self, const double *values)
{
    const size_t items = self->group_count > 0 ? self->model->ages : self->size[GRID_ITEM];
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
    *rates = grid_rates(self, age_table_singles(self, values));
    return true;
}
