/** What stands behind a yaml_doc: libyaml's document, and what was found out about it. For the files of yaml_doc alone.
 */
#ifndef YAML_TREE_H
#define YAML_TREE_H

#include <stddef.h>

#include <yaml.h>

#include "yaml_doc.h"

/** An unknown key that was taken for a slip of the pen. */
struct misspelt {
    yaml_value mapping;
    const char *meant; /**< Borrowed from the list of known keys. */
};

struct yaml_tree {
    yaml_document_t document;
    struct misspelt *misspelt; /**< Owned. */
    size_t misspelt_count;
};

/** libyaml's node of the value; NULL for 0. */
yaml_node_t *yaml_tree_node(const struct yaml_doc *self, yaml_value value);

/** The place that libyaml marks. */
struct place yaml_tree_place(const struct yaml_doc *self, yaml_mark_t mark);

#endif
