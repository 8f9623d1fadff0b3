#include "yaml_doc.h"

#include <stdlib.h>
#include <string.h>

#include "text_file.h"
#include "yaml_check.h"
#include "yaml_parse.h"
#include "yaml_tree.h"

yaml_node_t *yaml_tree_node(const struct yaml_doc *self, yaml_value value)
{
    return value == 0 ? NULL : yaml_document_get_node(&self->tree->document, value);
}

struct place yaml_tree_place(const struct yaml_doc *self, yaml_mark_t mark)
{
    return (struct place) { self->file, mark.line + 1, mark.column + 1 };
}

static bool is_type(const struct yaml_doc *self, yaml_value value, yaml_node_type_t type)
{
    const yaml_node_t *node = yaml_tree_node(self, value);

    return node != NULL && node->type == type;
}

yaml_value yaml_root(const struct yaml_doc *self)
{
    (void)self;
    return 1; /* libyaml numbers nodes from 1, the root first */
}

struct place yaml_place(const struct yaml_doc *self, yaml_value value)
{
    const yaml_node_t *node = yaml_tree_node(self, value);

    return node == NULL ? (struct place) { self->file, 0, 0 } : yaml_tree_place(self, node->start_mark);
}

bool yaml_is_mapping(const struct yaml_doc *self, yaml_value value)
{
    return is_type(self, value, YAML_MAPPING_NODE);
}

bool yaml_is_list(const struct yaml_doc *self, yaml_value value)
{
    return is_type(self, value, YAML_SEQUENCE_NODE);
}

bool yaml_is_scalar(const struct yaml_doc *self, yaml_value value)
{
    return is_type(self, value, YAML_SCALAR_NODE);
}

size_t yaml_size(const struct yaml_doc *self, yaml_value value)
{
    const yaml_node_t *node = yaml_tree_node(self, value);

    if (yaml_is_mapping(self, value)) {
        return (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
    }
    if (yaml_is_list(self, value)) {
        return (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
    }
    return 0;
}

yaml_value yaml_key(const struct yaml_doc *self, yaml_value mapping, size_t entry)
{
    return yaml_tree_node(self, mapping)->data.mapping.pairs.start[entry].key;
}

yaml_value yaml_item(const struct yaml_doc *self, yaml_value value, size_t entry)
{
    const yaml_node_t *node = yaml_tree_node(self, value);

    return node->type == YAML_MAPPING_NODE ? node->data.mapping.pairs.start[entry].value
                                           : node->data.sequence.items.start[entry];
}

const char *yaml_raw(const struct yaml_doc *self, yaml_value value)
{
    return yaml_is_scalar(self, value) ? (const char *)yaml_tree_node(self, value)->data.scalar.value : "";
}

yaml_value yaml_find(const struct yaml_doc *self, yaml_value mapping, const char *key)
{
    const size_t count = yaml_is_mapping(self, mapping) ? yaml_size(self, mapping) : 0;

    for (size_t i = 0; i < count; i++) {
        if (strcmp(yaml_raw(self, yaml_key(self, mapping, i)), key) == 0) {
            return yaml_item(self, mapping, i);
        }
    }
    return 0;
}

bool yaml_doc_read(struct yaml_doc *self, const char *path, struct place named_at, struct problems *problems)
{
    struct text_file file;

    *self = (struct yaml_doc) { .problems = problems };
    if (!text_file_read(&file, path, named_at, problems)) {
        return false;
    }
    self->file = file.file;
    const bool good = yaml_parse(self, &file) && yaml_check(self);

    text_file_free(&file);
    if (!good) {
        yaml_doc_free(self);
    }
    return good;
}

void yaml_doc_free(struct yaml_doc *self)
{
    if (self->tree != NULL) {
        yaml_document_delete(&self->tree->document);
        free(self->tree->misspelt);
        free(self->tree);
        self->tree = NULL;
    }
}
