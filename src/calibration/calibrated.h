/** The numbers that a model wants fitted, as values of a run: each a year of a parameter's path, or its one number. */
#ifndef CALIBRATED_H
#define CALIBRATED_H

#include "least_squares.h"
#include "model.h"
#include "parameters.h"

/** One number that was looked for: a value of a parameter, of one year where it is a path. */
struct calibrated {
    size_t parameter; /**< enum parameter. */
    size_t key;
    int year;                    /**< The model's base year where the parameter is no path. */
    const struct fit_item *item; /**< What the model states of it. Borrowed from the model. */
};

/** All that are looked for, in the order of the model's plan. Arrays are a pool's. */
struct calibrated_list {
    size_t count;
    const struct calibrated *unknowns;
    const size_t *order; /**< [count] the unknowns by parameter, key and year. */
};

/** What the model's plan asks for. */
struct calibrated_list calibrated_list(const struct model *model, struct pool *pool);

/** The same as least_squares_solve() takes them: ranges by the table of parameters, priors by the plan. [count] */
struct unknown *calibrated_unknowns(const struct calibrated_list *self, struct pool *pool);

/**
 * Puts what was found for the unknowns [count] among the values of a run [layout->size] as a scenario's path has them:
 * linear between years, constant outside them.
 */
void calibrated_apply(const struct calibrated_list *self, const double *found, const struct parameter_layout *layout,
                      double *values);

#endif
