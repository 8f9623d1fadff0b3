#include "plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEX_COUNT = 2, PATH_ROOM = 4096, LINE_ROOM = 256, FIRST_ID = 100000 };

static const char *const array_name[PLAIN_ARRAYS] = {
    [PLAIN_WEIGHT] = "weight",
    [PLAIN_DYING] = "dying",
    [PLAIN_FERTILITY] = "fertility",
    [PLAIN_SCHEDULE] = "schedule",
    [PLAIN_SRB] = "srb",
    [PLAIN_DYING_FACTOR] = "dying_factor",
    [PLAIN_FERTILITY_FACTOR] = "fertility_factor",
    [PLAIN_MIGRANTS] = "migrants",
    [PLAIN_ENTRY_AGE] = "entry_age",
    [PLAIN_LEVEL_GRADES] = "level_grades",
    [PLAIN_LAND] = "land",
    [PLAIN_PUPILS_PER_POST] = "pupils_per_post",
    [PLAIN_POSTS_PER_CLASS] = "posts_per_class",
    [PLAIN_CLASS_SIZE] = "class_size",
    [PLAIN_RATE] = "rate",
    [PLAIN_SHARE] = "share",
    [PLAIN_TOWN_ASSUMED] = "town_assumed",
    [PLAIN_SEATS_NOMINAL] = "seats_nominal",
    [PLAIN_SEATS] = "seats",
    [PLAIN_SEATS_ASSUMED] = "seats_assumed",
};

size_t plain_length(const struct plain *self, enum plain_array array)
{
    const size_t *size = self->size;

    switch (array) {
    case PLAIN_WEIGHT:
    case PLAIN_TOWN_ASSUMED:
        return size[PLAIN_TOWNS];
    case PLAIN_DYING:
        return size[PLAIN_YEARS] * SEX_COUNT * size[PLAIN_AGES];
    case PLAIN_FERTILITY:
        return size[PLAIN_YEARS] * size[PLAIN_AGES];
    case PLAIN_SCHEDULE:
        return SEX_COUNT * size[PLAIN_AGES];
    case PLAIN_SRB:
    case PLAIN_DYING_FACTOR:
    case PLAIN_FERTILITY_FACTOR:
    case PLAIN_MIGRANTS:
        return size[PLAIN_YEARS];
    case PLAIN_ENTRY_AGE:
    case PLAIN_LEVEL_GRADES:
    case PLAIN_LAND:
    case PLAIN_PUPILS_PER_POST:
    case PLAIN_POSTS_PER_CLASS:
        return size[PLAIN_LEVELS];
    case PLAIN_CLASS_SIZE:
        return size[PLAIN_GRADES];
    case PLAIN_RATE:
    case PLAIN_SHARE:
        return (size[PLAIN_YEARS] + 1) * size[PLAIN_GRADES];
    case PLAIN_SEATS_NOMINAL:
    case PLAIN_SEATS:
    case PLAIN_SEATS_ASSUMED:
        return size[PLAIN_SEAT_STATES] * size[PLAIN_TOWNS] * size[PLAIN_LEVELS];
    case PLAIN_ARRAYS:
        break;
    }
    return 0;
}

const double *plain_seats(const struct plain *self, enum plain_array array, size_t state)
{
    const size_t given = self->size[PLAIN_SEAT_STATES] == 1 ? 0 : state;

    return &self->array[array][given * self->size[PLAIN_TOWNS] * self->size[PLAIN_LEVELS]];
}

/* A file of the folder, or NULL with a word on stderr. */
static FILE *open_in(const char *folder, const char *name, const char *mode)
{
    char path[PATH_ROOM];

    if (snprintf(path, sizeof path, "%s/%s.csv", folder, name) >= (int)sizeof path) {
        fprintf(stderr, "%s/%s.csv: too long a path\n", folder, name);
        return NULL;
    }
    FILE *file = fopen(path, mode);
    if (file == NULL) {
        perror(path);
    }
    return file;
}

static bool close_written(FILE *file)
{
    const bool good = ferror(file) == 0;

    return fclose(file) == 0 && good;
}

bool plain_write(const struct plain *self, const char *folder)
{
    FILE *sizes = open_in(folder, "sizes", "w");
    bool good = sizes != NULL;

    for (size_t size = 0; good && size < PLAIN_SIZES; size++) {
        fprintf(sizes, "%zu\n", self->size[size]);
    }
    good = good && close_written(sizes);
    for (size_t array = 0; good && array < PLAIN_ARRAYS; array++) {
        FILE *file = open_in(folder, array_name[array], "w");

        for (size_t i = 0; file != NULL && i < plain_length(self, (enum plain_array)array); i++) {
            fprintf(file, "%.17g\n", self->array[array][i]);
        }
        good = file != NULL && close_written(file);
    }
    return good;
}

bool plain_write_people(const struct plain *self, const char *path)
{
    const size_t ages = self->size[PLAIN_AGES];
    const double *persons = self->start;
    FILE *file = fopen(path, "w");

    if (file == NULL) {
        perror(path);
        return false;
    }
    fputs("town,sex,age,population\n", file);
    for (size_t town = 0; town < self->size[PLAIN_TOWNS]; town++) {
        for (size_t sex = 0; sex < SEX_COUNT; sex++) {
            for (size_t age = 0; age < ages; age++) {
                fprintf(file, "%zu,%c,%zu,%.17g\n", FIRST_ID + town, "mf"[sex], age, *persons++);
            }
        }
    }
    return close_written(file);
}

/* `count` values, a line each, behind the last comma where there are several. Closes the file. NULL: not so many. */
static double *read_values(FILE *file, const char *name, size_t count, size_t skipped)
{
    double *values = malloc((count + 1) * sizeof *values);
    char line[LINE_ROOM];
    size_t found = 0;

    while (values != NULL && found < count && fgets(line, sizeof line, file) != NULL) {
        const char *comma = strrchr(line, ',');

        if (skipped > 0) {
            skipped--;
            continue;
        }
        values[found++] = strtod(comma == NULL ? line : comma + 1, NULL);
    }
    fclose(file);
    if (values != NULL && found == count) {
        return values;
    }
    fprintf(stderr, "%s: %zu values, not %zu\n", name, found, count);
    free(values);
    return NULL;
}

static bool read_sizes(struct plain *self, const char *folder)
{
    FILE *file = open_in(folder, "sizes", "r");
    double *sizes = file == NULL ? NULL : read_values(file, "sizes", PLAIN_SIZES, 0);

    for (size_t size = 0; sizes != NULL && size < PLAIN_SIZES; size++) {
        self->size[size] = (size_t)sizes[size];
    }
    free(sizes);
    return sizes != NULL;
}

bool plain_read(struct plain *self, const char *folder, const char *people)
{
    *self = (struct plain) { .start = NULL };
    bool good = read_sizes(self, folder);

    for (size_t array = 0; good && array < PLAIN_ARRAYS; array++) {
        FILE *file = open_in(folder, array_name[array], "r");

        if (file != NULL) {
            self->array[array] = read_values(file, array_name[array], plain_length(self, (enum plain_array)array), 0);
        }
        good = self->array[array] != NULL;
    }
    FILE *file = good ? fopen(people, "r") : NULL;

    if (file != NULL) {
        self->start = read_values(file, people, self->size[PLAIN_TOWNS] * SEX_COUNT * self->size[PLAIN_AGES], 1);
    } else if (good) {
        perror(people);
    }
    if (self->start == NULL) {
        plain_free(self);
        return false;
    }
    return true;
}

void plain_free(struct plain *self)
{
    for (size_t array = 0; array < PLAIN_ARRAYS; array++) {
        free(self->array[array]);
    }
    free(self->start);
    *self = (struct plain) { .start = NULL };
}
