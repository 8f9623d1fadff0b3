/** Published tables in CSV, for tests: numbers by year, sex and age, plain commas, no quotes. Fails the test otherwise.
 */
#ifndef PUBLISHED_H
#define PUBLISHED_H

#include <stddef.h>

/** Years and ages that a table is laid out for. */
struct published_axes {
    int first_year;
    size_t years;
    size_t ages;
};

/**
 * A column of the file as [years][2][ages], sexes m then f; what the file does not have is NAN. Rows outside the axes
 * are passed over. The year may be called year_1jan, too. A key that the file has no column for (year, sex, age, in
 * whatever order) is 0. `town` chooses the rows of a town where the file has that column. free().
 */
double *published_table(const char *path, const char *column, int town, const struct published_axes *axes);

#endif
