/**
 * A question that one run does not answer: a grid of assumptions, which of them matters, or how sure the result is.
 * Plain data, as a scenario's `sweep`, `sensitivity` or `uncertainty` says it, resolved: every name is an index, every
 * year inside the run, every distribution complete. Borrowed from the model's pool.
 */
#ifndef ENSEMBLE_H
#define ENSEMBLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "distributions.h"
#include "parameters.h"

enum ensemble_kind {
    ENSEMBLE_NONE,        /**< One run. */
    ENSEMBLE_SWEEP,       /**< All points of a grid. */
    ENSEMBLE_SENSITIVITY, /**< Which doubtful figure the result hangs on. */
    ENSEMBLE_UNCERTAINTY, /**< Many draws of all doubtful figures. */
    ENSEMBLE_KINDS
};

/** What a figure does to the scenario's own value of the parameter, v. */
enum move_kind {
    MOVE_SET,   /**< Takes its place. */
    MOVE_TIMES, /**< v x figure */
    MOVE_ADD,   /**< v + figure */
    MOVE_KINDS
};

/**
 * Where a figure acts: on so many keys and years of a parameter at once. What comes out is held within the parameter's
 * range. Moves of an ensemble act in their order, so that two of the same place add up.
 */
struct move {
    enum parameter parameter;
    enum move_kind kind;
    const size_t *keys; /**< [key_count] on the parameter's axis, ascending; {0} where it has none. */
    size_t key_count;   /**< At least 1. */
    int first_year;     /**< Of a path: years moved, both included, inside the layout's; else both the base year. */
    int last_year;
    const char *name[LANGUAGES];   /**< For tables; the parameter's name (and key) where the scenario gives none. */
    const char *source[LANGUAGES]; /**< What figures and distribution stand on; "" where the scenario does not say. */
};

/** An axis of a sweep. */
struct sweep_axis {
    struct move move;
    const double *values; /**< [value_count] figures, in the order in which they are shown. */
    size_t value_count;   /**< At least 1. */
};

/** A doubtful figure. */
struct ensemble_input {
    struct move move;
    struct distribution distribution; /**< Of the figure. */
    bool each_key;                    /**< Each key has a figure of its own; else one figure moves all keys. */
    bool each_year;                   /**< Of a path: each year has a figure of its own; else one moves all years. */
    double autocorrelation;           /**< each_year: of a year's figure with the year before's, -1 <= r < 1. */
    /**
     * each_year: instead, a random walk: each year is the year before and a new step. `distribution`, which is normal
     * or lognormal, is that of the first year; after h years it has the same centre and its spread times sqrt(h).
     */
    bool walk;
    /**
     * [each_key ? key_count : 1] what tells its random numbers from those of the parameter's other inputs: the key's
     * id; "" where one figure moves all of an axis or there is no axis. A parameter's inputs never share one, but two
     * scenarios do, and so they meet the same luck.
     */
    const char *const *streams;
};

/** How the draws are spread. */
enum ensemble_points {
    POINTS_RANDOM, /**< Counted random numbers. */
    POINTS_SOBOL   /**< Sobol's points; not above SOBOL_DIMENSIONS of ensemble_dimensions(). */
};

struct ensemble {
    enum ensemble_kind kind;
    const struct sweep_axis *axes;       /**< SWEEP: the last axis changes fastest. */
    size_t axis_count;                   /**< At least 1 of a sweep. */
    const struct ensemble_input *inputs; /**< SENSITIVITY, UNCERTAINTY. */
    size_t input_count;                  /**< At least 1 of these. */
    size_t draws; /**< UNCERTAINTY: at least 1. SENSITIVITY: rows of Saltelli's design; 0: one at a time alone. */
    uint64_t seed;
    enum ensemble_points points;
    double alarm; /**< Probability of a shortage above which a place, level and year counts as likely short. */
};

/** Alarm where a scenario does not give one: more likely short than not. */
#define USUAL_ALARM 0.5

/** Independent figures of a draw: what Sobol's points need a dimension for. Of an input: keys x years of its own. */
size_t input_dimensions(const struct ensemble_input *input);
size_t ensemble_dimensions(const struct ensemble *self);

/** Points of a sweep's grid; SIZE_MAX where they are too many to be counted. */
size_t sweep_points(const struct ensemble *self);

#endif
