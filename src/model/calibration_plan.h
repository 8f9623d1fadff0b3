/** What a district's model asks `xuewei calibrate` to fit, and the migrants by age that it has for a schedule. */
#ifndef CALIBRATION_PLAN_H
#define CALIBRATION_PLAN_H

#include <stddef.h>

/** A parameter of THE table that is to be fitted to what was observed, with what is stated of it beforehand. */
struct fit_item {
    size_t parameter; /**< Its enum parameter: a path or a number. */
    size_t key;       /**< On the parameter's axis; 0 where it has none. */
    int first;        /**< First and last year with a value of its own, of a path; else both the base year. */
    int last;
    double prior;       /**< What it is taken to be before anything is observed. */
    double prior_error; /**< Standard error of that; 0: nothing is stated. */
    double step_error;  /**< Standard deviation of the change from a year to the next; 0: nothing is stated. */
};

/** Migrants of the ages first_age..last_age (completed years, ends included). */
struct migrant_group {
    size_t first_age;
    size_t last_age;
    double migrants;
    double standard_error; /**< Above 0. */
};

struct calibration_plan {
    size_t item_count;
    const struct fit_item *items;
    size_t group_count; /**< 0: no migrants by age are known. */
    const struct migrant_group *groups;
};

#endif
