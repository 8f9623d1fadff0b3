/** Which parameter, keys and years a figure of an ensemble acts on, as a scenario writes it. */
#ifndef MOVE_READER_H
#define MOVE_READER_H

#include <stdbool.h>

#include "file_keys.h"
#include "inputs.h"
#include "yaml_doc.h"

/** What an ensemble is read against. */
struct ensemble_source {
    const struct yaml_doc *doc; /**< The file that has it. */
    struct inputs *inputs;      /**< With its values. */
    bool whole_model; /**< Towns and projects are known; else only parameters of the district are looked at. */
    bool settled;     /**< The horizon is known too, so that years and values can be judged. */
};

/** A move, and what the reader has yet to make of it. */
struct move_entry {
    struct move move;
    yaml_value entry;   /**< The mapping that says it. */
    yaml_value figures; /**< What stands behind `set`, `times` or `add`. */
    bool each_key;      /**< Each key has a figure of its own. */
    bool has_figures;   /**< It is clear what parameter is moved and how, so that figures can be looked at. */
};

/**
 * Reads all of an entry of a list but its figures: of a sweep (IN_SWEEP), or of what is drawn (IN_INPUT), whose keys
 * are more. False, with problems, if something is wrong.
 */
bool move_read(const struct ensemble_source *source, yaml_value entry, enum file_mapping in, struct move_entry *read);

/**
 * Reads one figure of a move: for `set` a value of the parameter; for `times` and `add` any number, called `key` in
 * messages.
 */
bool move_figure(const struct ensemble_source *source, const struct move *move, yaml_value value, const char *key,
                 double *figure);

/**
 * Whether the figure leaves the parameter inside its range in every key and year moved; else a problem at `value` says
 * where not. Nothing is said of a source that is not settled.
 */
bool move_in_range(const struct ensemble_source *source, const struct move *move, yaml_value value, double figure);

/** Whether the parameter takes only single values (words, years, whole numbers), and so no continuous distribution. */
bool move_is_discrete(const struct move *move);

#endif
