/** The model's parameters fitted to what was observed. The numbers become inputs of runs; a run fits nothing. */
#ifndef CALIBRATE_H
#define CALIBRATE_H

#include "inputs.h"
#include "least_squares.h"
#include "schedule_fit.h"

/** One number that was looked for: a value of a parameter, of one year where it is a path. */
struct calibrated {
    size_t parameter; /**< enum parameter. */
    size_t key;
    int year;                    /**< The model's base year where the parameter is no path. */
    const struct fit_item *item; /**< What the model states of it. Borrowed from the model. */
};

/** What became of an observed figure. */
enum figure_use {
    FIGURE_USED,
    FIGURE_IS_INPUT,     /**< It is the census, from which the model starts. */
    FIGURE_IS_OUTSIDE,   /**< Its period is outside the years to which the model's tables go. */
    FIGURE_IS_NO_SERIES, /**< The model has no such series. */
    FIGURE_HAS_NO_ERROR, /**< Its standard error is not given, or 0: it has no weight. */
    FIGURE_USES
};

/** An observed figure beside the model. */
struct compared {
    enum figure_use use;
    double before; /**< What the model has without any fit; NAN unless used. */
    double after;  /**< What it has with the fitted values as they are handed on; NAN unless used. */
};

/** A number that was looked for as people are shown it: of the schedule or of the model's plan. */
struct calibrated_value {
    size_t parameter;      /**< enum parameter. */
    const char *key;       /**< Its id on the parameter's axis; NULL where it has none. */
    int year;              /**< NO_YEAR where the parameter is no path. */
    double start;          /**< Its prior, or its value where no scenario says otherwise. */
    double value;          /**< As it is handed on. */
    double standard_error; /**< NAN unless fitted. */
    double share;          /**< Part of what is known of it that is from the figures; NAN unless fitted. */
    enum unknown_standing standing;
    const struct fit_item *item; /**< What the model states of it; NULL for the schedule's. */
    double step_error;           /**< To the value before it; 0: nothing is stated. */
};

enum calibration_outcome {
    CALIBRATION_FITTED,
    CALIBRATION_NO_PLAN,      /**< The model asks for nothing. */
    CALIBRATION_NO_DATA,      /**< No observed figure can be used. */
    CALIBRATION_NOTHING_SAID, /**< Neither figures nor priors tell of any unknown. */
    CALIBRATION_UNSETTLED     /**< The search did not end anywhere. */
};

/** A calibration. Free with calibration_free(). */
struct calibration {
    struct pool pool; /**< Owns all arrays. */

    bool has_schedule; /**< Migrants by age are known, and the schedule was fitted to them first. */
    struct schedule_fit schedule;

    size_t unknown_count; /**< 0: only a schedule was asked for. */
    const struct calibrated *unknowns;
    struct solution solution; /**< Its figures are the observations used, in order. */

    size_t compared_count; /**< All of the model's observations, in order; 0 where only a schedule was asked for. */
    const struct compared *compared;
    size_t used_count;
};

/**
 * Fits what inputs->model.calibration asks for. `inputs` has a whole model; its scenario is set here to initial values
 * and years enough for the observations, and what the scenario points to is the calibration's.
 */
enum calibration_outcome calibrate(struct inputs *inputs, struct calibration *calibration);

/** How many values there are, the schedule's first, then the plan's in its order; and each of them. */
size_t calibration_values(const struct calibration *self);
struct calibrated_value calibration_value(const struct calibration *self, const struct model *model, size_t index);

/** Frees all; harmless when called twice. */
void calibration_free(struct calibration *self);

#endif
