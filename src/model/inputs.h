/** All that a run takes: the district's tables, the scenario's words, and one vector of parameter values. */
#ifndef INPUTS_H
#define INPUTS_H

#include "ensemble.h"
#include "model.h"
#include "notice_settings.h"
#include "parameters.h"

/** A resolved scenario: after resolve nothing asks whether a value was given. */
struct scenario {
    const char *name; /**< The file's name without its ending: names the output folder. */
    const char *title[LANGUAGES];
    const char *question[LANGUAGES]; /**< What the scenario asks, in a sentence. */
    int first_year;                  /**< School years printed: first..last, inside the model's. */
    int last_year;
    struct parameter_layout layout;
    const double *values; /**< [layout.size] */
    struct ensemble ensemble;
    struct notice_settings notice;
};

/** Fully specified inputs. Pointers of `scenario` are borrowed from model.pool. */
struct inputs {
    struct model model;
    struct scenario scenario;
};

/** The resolved value of a parameter for a key (0 where it has no axis) and a year (any, where it is no path). */
static inline double inputs_value(const struct inputs *self, const double *values, enum parameter parameter, size_t key,
                                  int year)
{
    return values[parameter_index(&self->scenario.layout, parameter, key, year)];
}

/** The age schedule of migration that the parameter values make. */
static inline struct rogers_castro inputs_schedule(const struct inputs *self, const double *values)
{
    return (struct rogers_castro) {
        .a1 = inputs_value(self, values, PARAMETER_MIGRATION_SCHEDULE_A1, 0, 0),
        .alpha1 = inputs_value(self, values, PARAMETER_MIGRATION_SCHEDULE_ALPHA1, 0, 0),
        .a2 = inputs_value(self, values, PARAMETER_MIGRATION_SCHEDULE_A2, 0, 0),
        .alpha2 = inputs_value(self, values, PARAMETER_MIGRATION_SCHEDULE_ALPHA2, 0, 0),
        .mu2 = inputs_value(self, values, PARAMETER_MIGRATION_SCHEDULE_MU2, 0, 0),
        .lambda2 = inputs_value(self, values, PARAMETER_MIGRATION_SCHEDULE_LAMBDA2, 0, 0),
        .c = inputs_value(self, values, PARAMETER_MIGRATION_SCHEDULE_C, 0, 0),
    };
}

#endif
