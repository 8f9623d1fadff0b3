/** What a doubtful figure may turn out to be, as plain data; simulation's distribution.h draws from it. */
#ifndef DISTRIBUTIONS_H
#define DISTRIBUTIONS_H

#include <stddef.h>

enum distribution_shape {
    SHAPE_NORMAL,
    SHAPE_LOGNORMAL,
    SHAPE_UNIFORM,
    SHAPE_TRIANGULAR,
    SHAPE_EMPIRICAL,
    SHAPE_DISCRETE,
    SHAPES
};

/** A resolved distribution; members that its shape does not use are not looked at. */
struct distribution {
    enum distribution_shape shape;
    double centre;         /**< Normal: the mean. Lognormal: the median, above 0. In the parameter's unit. */
    double spread;         /**< Normal: standard deviation. Lognormal: that of the value's natural logarithm. >= 0. */
    double low;            /**< Uniform, triangular: the least value. */
    double mode;           /**< Triangular: the likeliest value, low <= mode <= high. */
    double high;           /**< Uniform, triangular: the greatest value. */
    const double *values;  /**< Empirical: [count] values, ascending. Discrete: the alternatives. Borrowed. */
    const double *weights; /**< Discrete: [count] of the alternatives, >= 0 in any unit, some above 0. Borrowed. */
    size_t count;          /**< At least 1. */
};

#endif
