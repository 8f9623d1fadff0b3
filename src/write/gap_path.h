/** A place's gap over the years of one run of an ensemble, in short. */
#ifndef GAP_PATH_H
#define GAP_PATH_H

#include "ensemble_result.h"

/**
 * Of a sweep it begins with the first year that the sweep moves: before it all points are alike, and a shortage there
 * would hide what they do.
 */
struct gap_path {
    double greatest;    /**< Over these school years. */
    int greatest_year;  /**< The first year that has it. */
    int first_short;    /**< First year in which half a child or more is short; only where there are short_years. */
    size_t short_years; /**< Years in which it is. */
    double last;        /**< In the last year. */
};

/** The first year printed in which points of a sweep can differ; of other ensembles the first printed. */
int gap_path_first(const struct scenario *scenario);

struct gap_path gap_path(const struct ensemble_result *result, size_t run, size_t place, size_t level);

/** Which of an axis's values a point of a sweep has, the last axis changing fastest. */
size_t gap_path_axis_index(const struct ensemble *ensemble, size_t point, size_t axis);

/** The axis's figure at a point of a sweep. */
double gap_path_axis_figure(const struct ensemble *ensemble, size_t point, size_t axis);

#endif
