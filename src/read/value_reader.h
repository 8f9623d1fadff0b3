/** Values of parameters as a scenario writes them, put into the one vector. */
#ifndef VALUE_READER_H
#define VALUE_READER_H

#include <stdbool.h>

#include "model.h"
#include "parameters.h"
#include "yaml_doc.h"

/**
 * Puts what the file says of the parameter into `values` [layout->size]; what it does not say stays. False, with
 * problems at the values, if something is not as the table of parameters has it.
 */
bool value_read(const struct yaml_doc *doc, yaml_value value, enum parameter parameter, const struct model *model,
                const struct parameter_layout *layout, double *values);

/**
 * Reads one value of the parameter, as its type has it and in its range: a number, a word, a year. Of a path it is the
 * number of a year. False, with a problem, for anything else.
 */
bool value_read_one(const struct yaml_doc *doc, yaml_value value, enum parameter parameter, const struct model *model,
                    const struct parameter_layout *layout, double *number);

/** The key on the parameter's axis that has the id, or layout->keys[parameter], with a problem at `value`. */
size_t value_key(const struct yaml_doc *doc, yaml_value value, enum parameter parameter, const struct model *model,
                 const struct parameter_layout *layout);

#endif
