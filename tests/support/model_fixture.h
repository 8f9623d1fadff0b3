/**
 * A small district made by hand, for tests of the arithmetic: towns in two areas and one outside them, three levels
 * (three, two and three grades), projects of every kind. All of it can be changed before fixture_settle().
 * Include it like our other headers, before criterion/new/assert.h.
 */
#ifndef MODEL_FIXTURE_H
#define MODEL_FIXTURE_H

#include "inputs.h"
#include "run.h"

enum { FIXTURE_AGES = 81, FIXTURE_BASE_YEAR = 2020, FIXTURE_LEVELS = 3, FIXTURE_GRADES = 8 };

/** Levels of the fixture. */
enum { FIXTURE_NURSERY, FIXTURE_PRIMARY, FIXTURE_MIDDLE };

/** Projects of the fixture, all in the first towns; see model_fixture.c for their seats. */
enum {
    FIXTURE_NEW,       /**< Town 0, 2022, primary 240 and middle 300, government. */
    FIXTURE_RECEIVED,  /**< Town 1, 2023, nursery 90 and primary 200, developer; its town is assumed. */
    FIXTURE_EXPANDED,  /**< Town 0, 2021, primary 120, town. */
    FIXTURE_RELOCATED, /**< Town 1, 2024, primary 160 in place of 100, donor. */
    FIXTURE_CLOSED,    /**< Town 0, 2025, middle 50, government. */
    FIXTURE_UNDATED,   /**< Town 1, no date, middle 90, developer. */
    FIXTURE_OLD,       /**< Town 0, 2020 (the base year), primary 500, government. */
    FIXTURE_PROJECTS
};

/** The district. What `inputs` points to can be written through the other members; all stands in inputs.model.pool. */
struct fixture {
    struct inputs inputs;
    struct town *towns;
    struct level *levels;
    struct project *projects;
    struct project_seats *seats;
    double *class_size;        /**< [grade] */
    double *raised_class_size; /**< [grade] */
    double *census;            /**< [town][sex][age] whole persons */
    double *fertility;         /**< [age] */
    double *mortality;         /**< [sex][age] mx */
    double *srb;               /**< one */
    double *enrolment_rate;    /**< [grade] */
    double *public_share;      /**< [level] */
    bool *share_from_pupils;   /**< [level] middle alone */
    double *public_pupils;     /**< [level], of the district */
    double *base_seats;        /**< [town][level] */
    enum status *seats_status; /**< [town][level] */
    double *values;            /**< From fixture_settle() on. */
};

/**
 * The district with `towns` towns (one or more; projects of towns that are not there stand in town 0), from 2020 to the
 * state of `last_year`, settled with initial values. No migration. Free with fixture_free().
 */
struct fixture fixture_make(size_t towns, int last_year);

/** Lays the parameters out anew, after counts or the horizon have changed, and gives them their initial values. */
void fixture_settle(struct fixture *self, int last_year);

/** Sets a parameter for a key, a path in all years. */
void fixture_set(struct fixture *self, enum parameter parameter, size_t key, double value);

/** Sets a path in one year. */
void fixture_set_year(struct fixture *self, enum parameter parameter, size_t key, int year, double value);

/** A zeroed array of doubles that lives as long as the fixture. */
double *fixture_array(struct fixture *self, size_t count);

/** Frees what the fixture stands on. */
void fixture_free(struct fixture *self);

/** A run of inputs and the memory that it stands in. */
struct fixture_run {
    struct result result;
    unsigned char *memory; /**< Owned; exactly run_bytes(), so that a sanitizer sees a step beyond. */
    size_t bytes;
};

/** Runs the inputs with `values` in memory that is first filled with `garbage`. Free with fixture_run_free(). */
struct fixture_run fixture_run_inputs(const struct inputs *inputs, const double *values, unsigned char garbage);

/** fixture_run_inputs() of the fixture, with its values. */
struct fixture_run fixture_run(const struct fixture *self);

void fixture_run_free(struct fixture_run *self);

/** The gap row of a state, place (see gap_places()) and level. */
const struct gap *fixture_gap(const struct fixture *self, const struct fixture_run *of, size_t state, size_t place,
                              size_t level);

/** The sum of `count` values. */
double fixture_sum(const double *values, size_t count);

/** The next number of a sequence that is the same everywhere, 0 <= number < 1. `state` starts at any value. */
double fixture_random(unsigned long long *state);

#endif
