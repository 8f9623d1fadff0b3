/** A place's gap over the years of one run of an ensemble, in short. */
#ifndef GAP_PATH_H
#define GAP_PATH_H

#include "ensemble_result.h"

/** It begins with gap_path_first(): a shortage of the years before would hide what the ensemble does. */
struct gap_path {
    double greatest;    /**< Over these school years. */
    int greatest_year;  /**< The first year that has it. */
    int first_short;    /**< First year in which half a child or more is short; only where there are short_years. */
    size_t short_years; /**< Years in which it is. */
    double last;        /**< In the last year. */
};

/**
 * The year from which on it is told how an ensemble comes out: of a sweep the first that any axis moves, of draws the
 * first in which all inputs have begun to act; not before the first year printed.
 */
int gap_path_first(const struct scenario *scenario);

struct gap_path gap_path(const struct ensemble_result *result, size_t run, size_t place, size_t level);

/** Which of an axis's values a point of a sweep has, the last axis changing fastest. */
size_t gap_path_axis_index(const struct ensemble *ensemble, size_t point, size_t axis);

/** The axis's figure at a point of a sweep. */
double gap_path_axis_figure(const struct ensemble *ensemble, size_t point, size_t axis);

#endif
