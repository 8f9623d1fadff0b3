/**
 * What a run of the engine takes, as plain arrays: what the naive engine and the numpy script work from, so that all
 * three do the same work. Only for inputs of the common shape: rates that all towns share, net migrants known as the
 * district's yearly totals, all migration at the year's end, no class sizes raised.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include <stdbool.h>
#include <stddef.h>

/** The sizes of the arrays, one a line of sizes.csv. */
enum plain_size {
    PLAIN_TOWNS,
    PLAIN_YEARS, /**< Steps; there is a state more. */
    PLAIN_AGES,
    PLAIN_LEVELS,
    PLAIN_GRADES,      /**< Of all levels together. */
    PLAIN_SEAT_STATES, /**< States whose seats are given: all, or 1 where they are the same in all. */
    PLAIN_BASE_YEAR,
    PLAIN_SIZES
};

/** The arrays, each a file of that name with a value a line. Sexes: men, women. */
enum plain_array {
    PLAIN_WEIGHT,           /**< [town] part of the district's migrants. */
    PLAIN_DYING,            /**< [year][sex][age] 1 - survivorship ratio. */
    PLAIN_FERTILITY,        /**< [year][age] births per woman per year. */
    PLAIN_SCHEDULE,         /**< [sex][age] part of the migrants. */
    PLAIN_SRB,              /**< [year] boys per girl. */
    PLAIN_DYING_FACTOR,     /**< [year] */
    PLAIN_FERTILITY_FACTOR, /**< [year] */
    PLAIN_MIGRANTS,         /**< [year] net, of the district, persons. */
    PLAIN_ENTRY_AGE,        /**< [level] */
    PLAIN_LEVEL_GRADES,     /**< [level] */
    PLAIN_LAND,             /**< [level] m2 a pupil. */
    PLAIN_PUPILS_PER_POST,  /**< [level] 0 where staff go by classes. */
    PLAIN_POSTS_PER_CLASS,  /**< [level] 0 where they go by pupils. */
    PLAIN_CLASS_SIZE,       /**< [grade] */
    PLAIN_RATE,             /**< [state][grade] enrolled a child. */
    PLAIN_SHARE,            /**< [state][grade] public of the enrolled. */
    PLAIN_TOWN_ASSUMED,     /**< [town] 1 where its population is assumed. */
    PLAIN_SEATS_NOMINAL,    /**< [seat state][town][level] */
    PLAIN_SEATS,            /**< [seat state][town][level] */
    PLAIN_SEATS_ASSUMED,    /**< [seat state][town][level] */
    PLAIN_ARRAYS
};

/** Free with plain_free(). */
struct plain {
    size_t size[PLAIN_SIZES];
    double *array[PLAIN_ARRAYS]; /**< Owned. */
    double *start;               /**< [town][sex][age] persons of the first state. Owned. */
};

/** Entries of an array. */
size_t plain_length(const struct plain *self, enum plain_array array);

/** The seats of a state in one of the three arrays of seats: [town][level]. */
const double *plain_seats(const struct plain *self, enum plain_array array, size_t state);

/** Writes all but `start` into the folder. False where that fails. */
bool plain_write(const struct plain *self, const char *folder);

/** Writes `start` as a model's base_population.csv. False where that fails. */
bool plain_write_people(const struct plain *self, const char *path);

/** Reads what plain_write() wrote, and the people from a base_population.csv. False, with a word on stderr, if not. */
bool plain_read(struct plain *self, const char *folder, const char *people);

/** Frees the arrays; harmless when called twice. */
void plain_free(struct plain *self);

#endif
