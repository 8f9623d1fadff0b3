#include "published.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

enum { LINE = 512, NO_COLUMN = -1 };

/* Where the keys and the value stand in a row. */
struct columns {
    int town;
    int year;
    int sex;
    int age;
    int value;
};

/* Start of the field at the place, in a line of comma-separated fields; NULL if it has no such field. */
static const char *field_at(const char *line, int place)
{
    for (; place > 0 && line != NULL; place--) {
        line = strchr(line, ',');
        line = line == NULL ? NULL : line + 1;
    }
    return line;
}

static int column_named(const char *heading, const char *name)
{
    const size_t length = strlen(name);

    for (int place = 0;; place++) {
        const char *field = field_at(heading, place);

        if (field == NULL) {
            return NO_COLUMN;
        }
        if (strncmp(field, name, length) == 0 && strcspn(field, ",\r\n") == length) {
            return place;
        }
    }
}

/* The column of the year; that of a table of states names their day. */
static int year_column(const char *heading)
{
    const int year = column_named(heading, "year");

    return year != NO_COLUMN ? year : column_named(heading, "year_1jan");
}

static struct columns columns_of(const char *path, const char *heading, const char *value)
{
    const struct columns columns = { .town = column_named(heading, "town"),
                                     .year = year_column(heading),
                                     .sex = column_named(heading, "sex"),
                                     .age = column_named(heading, "age"),
                                     .value = column_named(heading, value) };

    cr_assert(columns.value != NO_COLUMN, "%s has no column %s", path, value);
    return columns;
}

/* The number in a row's column, or `otherwise` where the file has no such column. */
static double number_at(const char *line, int place, double otherwise)
{
    const char *field = place == NO_COLUMN ? NULL : field_at(line, place);

    return field == NULL ? otherwise : strtod(field, NULL);
}

static void take_row(const char *line, const struct columns *columns, int town, const struct published_axes *axes,
                     double *table)
{
    const double year = number_at(line, columns->year, axes->first_year) - axes->first_year;
    const double age = number_at(line, columns->age, 0);
    const size_t sex = columns->sex != NO_COLUMN && field_at(line, columns->sex)[0] == 'f' ? 1 : 0;

    if (number_at(line, columns->town, town) != town || year < 0 || year >= (double)axes->years || age < 0 ||
        age >= (double)axes->ages) {
        return;
    }
    table[((size_t)year * 2 + sex) * axes->ages + (size_t)age] = number_at(line, columns->value, (double)NAN);
}

double *published_table(const char *path, const char *column, int town, const struct published_axes *axes)
{
    const size_t count = axes->years * 2 * axes->ages;
    double *table = malloc(count * sizeof *table);
    FILE *file = fopen(path, "r");
    char line[LINE];

    cr_assert(file != NULL && table != NULL, "cannot open %s", path);
    for (size_t i = 0; i < count; i++) {
        table[i] = (double)NAN;
    }
    cr_assert(fgets(line, sizeof line, file) != NULL, "%s is empty", path);
    const struct columns columns = columns_of(path, line, column);

    while (fgets(line, sizeof line, file) != NULL) {
        take_row(line, &columns, town, axes, table);
    }
    fclose(file);
    return table;
}
