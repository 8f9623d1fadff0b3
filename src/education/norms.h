/** What the plan's norms ask for: pupils a class, site area, staff, and the size of a school. */
#ifndef NORMS_H
#define NORMS_H

#include <stdbool.h>
#include <stddef.h>

#include "inputs.h"

/** Whether the town's migrant share is above the threshold (strictly), so that the raised class sizes hold there. */
bool norms_class_size_raised(const struct inputs *inputs, const double *values, size_t town);

/** Pupils a class in the town for grade `grade` (from 0) of the level. Above zero. */
double norms_class_size(const struct inputs *inputs, const double *values, size_t town, size_t level, size_t grade);

/** What the raised class size multiplies the town's seats at the level by; 1 where it is not raised or adds no seats.
 */
double norms_seat_factor(const struct inputs *inputs, const double *values, size_t town, size_t level);

/**
 * Whole classes for pupils, rounded up. A remainder below a thousand-millionth of a class is arithmetic, not a child,
 * and opens none.
 */
double norms_classes(double pupils, double class_size);

/** Staff posts that the norm gives a level for its pupils or, where it goes by classes, for its classes; 0: no norm. */
double norms_staff(const struct level *level, double pupils, double classes);

/** A project beside the norms for land and size; NAN where the plan does not say or no norm is. */
struct project_norms {
    double seats;                   /**< At all levels. */
    double classes;                 /**< At all levels; NAN where those of a level are not given. */
    double land_m2;                 /**< Given. */
    double land_norm_m2;            /**< Seats x norm of each level; NAN for a closure. */
    const struct school_type *type; /**< By its levels; NULL where no type has them. */
    bool is_school;                 /**< A whole school; size norms are only for these. */
    bool below_minimum;             /**< Fewer classes than a new school should have. */
    bool above_maximum;             /**< More pupils than a school should have. */
    bool land_short;                /**< Land is given and less than the norm. */
};

struct project_norms norms_project(const struct model *model, size_t project);

#endif
