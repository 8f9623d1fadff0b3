/**
 * What a forecast says and stands on, whether it was just run or is read from an earlier run's folder: what two of them
 * are compared by. Plain data; everything is borrowed from a pool.
 */
#ifndef FORECAST_H
#define FORECAST_H

#include <stdbool.h>
#include <stddef.h>

#include "parameters.h"

/** A town, an area (no town) or, with neither, the whole district. */
struct forecast_place {
    const char *area; /**< Id, or "". */
    const char *town; /**< Id, or "". */
    struct name name; /**< For people; its id is the town's or area's. */
};

/** What is compared of a place and level in a school year. Children. */
struct forecast_row {
    double demand;
    double seats;
    double gap; /**< Demand - seats: above 0 a shortage. */
};

/** A parameter's resolved value for a key, by the ids that files use. */
struct setting {
    enum parameter parameter;
    const char *key;       /**< Id on the parameter's axis; "" where it has none. */
    int first_year;        /**< Of a path that changes. */
    size_t years;          /**< 1: the same in all years. */
    const double *numbers; /**< [years]; NULL: a word. */
    const char *word;      /**< yes, no, never, a choice's or a town's id; NULL: numbers. */
};

/** An input file. */
struct forecast_file {
    const char *name;
    const char *sha256;
    bool of_model; /**< Else of the scenario. */
};

struct forecast {
    const char *path;    /**< As the user named it. */
    bool is_result;      /**< An earlier run's folder; else a scenario, run now. */
    const char *version; /**< Of the program that ran it. */
    const char *scenario;
    const char *title[LANGUAGES];
    const char *model; /**< Id: the name of the model's folder. */
    int first_year;    /**< School years, both included. */
    int last_year;
    size_t place_count;
    const struct forecast_place *places; /**< In the table's order: towns, areas, the district. */
    size_t level_count;
    const struct name *levels;
    const struct forecast_row *rows; /**< [year][place][level] */
    size_t setting_count;
    const struct setting *settings; /**< In order of parameter. */
    size_t file_count;
    const struct forecast_file *files;
};

/** The row of a school year, place and level. */
static inline const struct forecast_row *forecast_row(const struct forecast *self, int year, size_t place, size_t level)
{
    return &self->rows[((size_t)(year - self->first_year) * self->place_count + place) * self->level_count + level];
}

/** The setting's number in a calendar year; of a path's years the nearest. */
static inline double setting_number(const struct setting *self, int year)
{
    const int index = year - self->first_year;
    const int last = (int)self->years - 1;

    return self->numbers[self->years == 1 || index < 0 ? 0 : index > last ? last : index];
}

#endif
