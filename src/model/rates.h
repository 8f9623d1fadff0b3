/**
 * A table of values by town, year, sex and one more axis (age, grade or level). A key column left out of the
 * file has stride 0: in rates, shares and patterns that means "the same for all".
 */
#ifndef RATES_H
#define RATES_H

#include <stdbool.h>
#include <stddef.h>

struct rates {
    const double *values; /**< Borrowed from the model's pool; NULL for an absent table. */
    size_t town_stride;
    size_t year_stride;
    size_t sex_stride;
    size_t item_stride; /**< The last axis: age, grade or level, as the table says. */
    int first_year;     /**< Of the table's years; not looked at when year_stride is 0. */
    int last_year;
};

/** The value for the town, calendar number of the year, sex and item. The year is inside the table. */
static inline double rates_at(const struct rates *self, size_t town, int year, size_t sex, size_t item)
{
    const size_t row = self->year_stride == 0 ? 0 : (size_t)(year - self->first_year) * self->year_stride;

    return self->values[town * self->town_stride + row + sex * self->sex_stride + item * self->item_stride];
}

/** Whether the table has a value for each of the years first..last. */
static inline bool rates_cover(const struct rates *self, int first, int last)
{
    return self->year_stride == 0 || (self->first_year <= first && last <= self->last_year);
}

#endif
