/**
 * THE table of parameters: everything that a scenario can change, one row each. It drives the reader, the check of
 * unknown keys, the resolved file, `xuewei parameters`, and later sweeps, draws and editors.
 */
#ifndef PARAMETERS_H
#define PARAMETERS_H

#include <stdbool.h>
#include <stddef.h>

#include "model.h"

/** What a parameter's value is. */
enum parameter_type {
    PARAMETER_NUMBER, /**< One number. */
    PARAMETER_PATH,   /**< A number for each year: linear between the years given, constant outside them. */
    PARAMETER_WHOLE,  /**< A whole number. */
    PARAMETER_SWITCH, /**< yes or no; 1 or 0. */
    PARAMETER_CHOICE, /**< One of a list of words; its index. */
    PARAMETER_YEAR,   /**< A calendar year, or `never` (NEVER). */
    PARAMETER_TOWN,   /**< A town's id; its index in the model. */
    PARAMETER_TYPES
};

/** The value of a PARAMETER_YEAR that never comes. */
#define NEVER 9999.0

/** What a parameter has a value for each of. */
enum parameter_axis { AXIS_NONE, AXIS_LEVEL, AXIS_TOWN, AXIS_BUILDER, AXIS_PROJECT, AXIS_ESTATE, AXES };

#define PARAMETER_ID(id, name, type, axis, unit, low, high, initial, words, acts_zh, acts_en, zh, en) PARAMETER_##id,
enum parameter {
#define PARAMETER PARAMETER_ID
#include "parameters_table.h"
#undef PARAMETER
    PARAMETERS
};
#undef PARAMETER_ID

/** A row of the table. */
struct parameter_row {
    const char *name; /**< section.key, as a scenario nests it. */
    enum parameter_type type;
    enum parameter_axis axis;
    const char *unit;
    double low; /**< Range, ends included. */
    double high;
    double initial;              /**< Where no scenario says otherwise; see parameter_initial(). */
    const struct name *words;    /**< CHOICE: the list, ended by a NULL id; else NULL. */
    const char *acts[LANGUAGES]; /**< Where it acts. */
    const char *text[LANGUAGES]; /**< What it means. */
};

extern const struct parameter_row parameter_rows[PARAMETERS];

/**
 * Where each parameter's values stand in the one vector: parameter after parameter, its keys in the model's order, a
 * path's years first..first + years - 1 in order.
 */
struct parameter_layout {
    int first_year; /**< The model's base year. */
    size_t years;   /**< States of the run: base year to the horizon's last, both included. */
    size_t keys[PARAMETERS];
    size_t offset[PARAMETERS];
    size_t size; /**< Doubles in the whole vector. */
};

/** Number of keys on an axis for the model: 1 for AXIS_NONE. */
size_t axis_keys(const struct model *model, enum parameter_axis axis);

/** The id of key `key` on the axis; NULL for AXIS_NONE. */
const char *axis_key(const struct model *model, enum parameter_axis axis, size_t key);

/** The layout for a model and a horizon that ends with the state of `last_year`. */
struct parameter_layout parameter_layout(const struct model *model, int last_year);

/**
 * Fills `values` [layout->size] with the initial values: those of the rows, but the model's own for the towns' migrant
 * shares, the projects' towns, the way of enrolment, and where housing stands.
 */
void parameter_initial(const struct model *model, const struct parameter_layout *layout, double *values);

/** Index in the vector of the parameter for the key and the calendar year (any year for one that is no path). */
static inline size_t parameter_index(const struct parameter_layout *layout, enum parameter parameter, size_t key,
                                     int year)
{
    const bool path = parameter_rows[parameter].type == PARAMETER_PATH;
    const size_t width = path ? layout->years : 1;

    return layout->offset[parameter] + key * width + (path ? (size_t)(year - layout->first_year) : 0);
}

#endif
