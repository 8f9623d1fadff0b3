#include <math.h>
#include <stdint.h>

#include "age_table.h"
#include "csv_alike.h"
#include "csv_value.h"
#include "csv_view.h"
#include "figure.h"
#include "grid.h"
#include "grid_words.h"
#include "halves.h"
#include "ids.h"
#include "mem.h"

/** Where a row's value goes: a row without grade is for all grades of its level. */
struct position {
    size_t at[GRID_KEYS];
    size_t items;
};

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

/** Where the rows of a stretch go: into these places of the array and no others. */
struct filled {
    size_t column;
    const struct figure_rule *rule;
    double *values;
    size_t first;
    size_t end;
};

static bool put(const struct grid *self, const struct position *position, double value, const struct filled *to)
{
    const size_t index = grid_index(self, position->at);
    bool good = true;

    if (index < to->first || index + position->items > to->end) {
        return false;
    }
    for (size_t item = 0; item < position->items && good; item++) {
        good = isnan(to->values[index + item]);
        to->values[index + item] = value;
    }
    if (!good) {
        const struct place row = { self->table->file, self->table->line, 1 };

        report(self->table->problems, row, MESSAGE_TABLE_ROW_TWICE,
               SLOTS({ "key", grid_describe(self, position->at, GRID_KEYS).text }));
    }
    return good;
}

/* As grid_likeness(), of rows whose value in `column` differs, too, while all other keys say the same. */
static bool value_likeness(const struct grid *self, size_t column, const struct figure_rule *rule,
                           struct csv_likeness of[CSV_ALIKE_MOST])
{
    const size_t same[] = { self->column[GRID_TOWN], self->column[GRID_SEX],
                            grid_age_column(self) == CSV_NONE ? self->column[GRID_ITEM] : CSV_NONE,
                            self->grade_column };

    if (column == CSV_NONE || !grid_likeness(self, of)) {
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
    const size_t age = grid_age_column(self);

    if (year != CSV_NONE) {
        position->at[GRID_YEAR] = (size_t)((int)numbers[year] - self->first_year);
    }
    if (age != CSV_NONE) {
        position->at[GRID_ITEM] = (size_t)numbers[age];
    }
}

/* Whether the rows of the grid's table are all good, and each has its own place. What has no row is NAN. */
static bool fill(struct grid *self, const struct filled *to)
{
    struct csv_likeness of[CSV_ALIKE_MOST] = { { .as = CSV_ANY_TEXT } };
    double numbers[CSV_ALIKE_MOST];
    struct position position = { { 0 }, 1 };
    const bool may_be_alike = value_likeness(self, to->column, to->rule, of);
    bool placed = false;
    bool good = true;

    for (size_t i = to->first; i < to->end; i++) {
        to->values[i] = NAN;
    }
    csv_rewind(self->table);
    for (;;) {
        if (may_be_alike && placed && csv_next_alike(self->table, of, numbers)) {
            move_on(self, numbers, &position);
            good = put(self, &position, numbers[to->column], to) && good;
        } else if (csv_next(self->table)) {
            double value = 0;

            position = (struct position) { { 0 }, 1 };
            placed = find_position(self, &position);
            good = csv_number(self->table, to->column, to->rule, &value) && placed && put(self, &position, value, to) &&
                   good;
        } else {
            return good;
        }
    }
}

/** A long table whose halves fill the array from both its ends to where they meet. */
struct filled_halves {
    struct grid grids[2];
    struct csv_view views[2];
    struct filled to[2];
    bool good[2];
};

static void fill_half(void *of, size_t half)
{
    struct filled_halves *self = of;

    self->good[half] = fill(&self->grids[half], &self->to[half]) && csv_view_is_clean(&self->views[half]);
}

/* The place of the first row of the table; SIZE_MAX where it has none. */
static size_t first_place(struct grid *self)
{
    struct position position = { { 0 }, 1 };

    csv_rewind(self->table);
    return csv_next(self->table) && find_position(self, &position) ? grid_index(self, position.at) : SIZE_MAX;
}

/*
 * As fill(), by halves of a table in the order of the array, as long ones are. False where it is not so, or anything at
 * all is to be said of it: then it is to be read again, from first to last.
 */
static bool fill_halves(struct grid *self, const struct filled *to, const char *middle)
{
    struct filled_halves halves = { .grids = { *self, *self }, .to = { *to, *to } };

    csv_view_open(&halves.views[0], self->table, self->table->body, middle);
    csv_view_open(&halves.views[1], self->table, middle, self->table->end);
    for (size_t half = 0; half < 2; half++) {
        halves.grids[half].table = &halves.views[half].table;
    }
    const size_t meeting = first_place(&halves.grids[1]);
    const bool ordered = to->first < meeting && meeting < to->end;

    if (ordered) {
        halves.to[0].end = halves.to[1].first = meeting;
        halves_do(fill_half, &halves);
    }
    for (size_t half = 0; half < 2; half++) {
        csv_view_close(&halves.views[half]);
    }
    return ordered && halves.good[0] && halves.good[1];
}

bool grid_fill(struct grid *self, size_t column, const struct figure_rule *rule, double **values)
{
    const size_t size = grid_size(self);
    const struct filled to = { column, rule, pool_array(&self->model->pool, size, sizeof **values), 0, size };
    const char *middle = csv_middle(self->table);

    *values = to.values;
    if (middle != NULL && fill_halves(self, &to, middle)) {
        return csv_is_good(self->table);
    }
    return fill(self, &to) && csv_is_good(self->table);
}
