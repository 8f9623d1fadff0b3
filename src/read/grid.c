#include "grid.h"

#include <math.h>

#include "age_table.h"
#include "csv_alike.h"
#include "csv_columns.h"
#include "csv_value.h"
#include "csv_view.h"
#include "figure.h"
#include "grid_check.h"
#include "halves.h"
#include "number.h"

static const char *const KEY_NAME[GRID_KEYS] = { "town", "year", "sex", "age" };

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

size_t grid_age_column(const struct grid *self)
{
    return self->items == GRID_AGES ? self->column[GRID_ITEM] : CSV_NONE;
}

bool grid_likeness(const struct grid *self, struct csv_likeness of[CSV_ALIKE_MOST])
{
    const size_t year = self->column[GRID_YEAR];
    const size_t age = grid_age_column(self);

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

/** What the rows of a table span. */
struct span {
    int years[2]; /**< First and last; the other way round: none. */
    int ages[2];
    bool single; /**< No age is a group. */
    size_t rows;
};

/* Looks through rows of the table, which is quiet. */
static struct span span_of(const struct grid *self, struct csv_table *table)
{
    struct span span = { { YEAR_HIGHEST + 1, YEAR_LOWEST - 1 }, { self->highest_age + 1, -1 }, true, 0 };
    struct csv_likeness of[CSV_ALIKE_MOST] = { { .as = CSV_ANY_TEXT } };
    double numbers[CSV_ALIKE_MOST];
    const size_t year = self->column[GRID_YEAR];
    const size_t age = grid_age_column(self);
    const bool may_be_alike = grid_likeness(self, of);
    bool seen = false;

    for (;;) {
        if (may_be_alike && seen && csv_next_alike(table, of, numbers)) {
            widen_by(year, numbers, &span.years[0], &span.years[1]);
            widen_by(age, numbers, &span.ages[0], &span.ages[1]);
        } else if (csv_next(table)) {
            widen(table, year, YEAR_LOWEST, YEAR_HIGHEST, &span.years[0], &span.years[1]);
            span.single = widen(table, age, 0, self->highest_age, &span.ages[0], &span.ages[1]) && span.single;
            seen = true;
        } else {
            return span;
        }
        span.rows++;
    }
}

/** A long table, looked through by halves. */
struct measured_halves {
    const struct grid *grid;
    struct csv_view views[2];
    struct span spans[2];
};

static void measure_half(void *of, size_t half)
{
    struct measured_halves *self = of;

    self->spans[half] = span_of(self->grid, &self->views[half].table);
}

static int lesser(int a, int b)
{
    return a < b ? a : b;
}

static int greater(int a, int b)
{
    return a > b ? a : b;
}

static struct span span_of_halves(const struct grid *self, const char *middle)
{
    struct measured_halves halves = { .grid = self };

    csv_view_open(&halves.views[0], self->table, self->table->body, middle);
    csv_view_open(&halves.views[1], self->table, middle, self->table->end);
    halves_do(measure_half, &halves);
    for (size_t half = 0; half < 2; half++) {
        csv_view_close(&halves.views[half]);
    }
    const struct span *a = &halves.spans[0];
    const struct span *b = &halves.spans[1];

    return (struct span) { { lesser(a->years[0], b->years[0]), greater(a->years[1], b->years[1]) },
                           { lesser(a->ages[0], b->ages[0]), greater(a->ages[1], b->ages[1]) },
                           a->single && b->single,
                           a->rows + b->rows };
}

bool grid_measure(struct grid *self)
{
    struct csv_table *table = self->table;
    const char *middle = csv_middle(table);

    table->quiet = true;
    csv_rewind(table);
    const struct span span = middle == NULL ? span_of(self, table) : span_of_halves(self, middle);
    const int *const years = span.years;
    const int *const ages = span.ages;

    self->rows += span.rows;
    table->quiet = false;
    csv_rewind(table);
    if (!span.single && !age_table_groups(self)) {
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

size_t grid_index(const struct grid *self, const size_t at[GRID_KEYS])
{
    size_t index = 0;

    for (size_t key = 0; key < GRID_KEYS; key++) {
        index = index * self->size[key] + at[key];
    }
    return index;
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
