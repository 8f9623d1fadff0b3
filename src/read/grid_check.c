#include "grid_check.h"

#include <math.h>
#include <string.h>

#include "grid_words.h"
#include "number.h"

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
                    if (!isnan(values[grid_index(self, at)])) {
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
            self->model->levels[grid_level_of(self->model, first[GRID_ITEM])].grades; /* one row is for all grades */
    }
    report(self->table->problems, (struct place) { self->table->file, 0, 0 },
           missing > described ? MESSAGE_TABLE_LACKS_MORE : MESSAGE_TABLE_LACKS,
           SLOTS({ "key", grid_describe(self, first, only).text },
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
