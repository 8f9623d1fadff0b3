#include "yaml_check.h"

#include <stdlib.h>
#include <string.h>

#include "figure.h"
#include "mem.h"
#include "plain_text.h"
#include "yaml_tree.h"

/* No file of ours nests deeper; a bound lets the walk below recurse safely. */
enum { DEEPEST = 32 };

/** Where a walk over the tree stands with a node. */
enum visit { UNSEEN, ON_PATH, DONE };

/** A key of a mapping while its keys are sorted. */
struct sorted_key {
    const char *text;
    yaml_value value;
};

static int compare_keys(const void *first, const void *second)
{
    const struct sorted_key *a = first;
    const struct sorted_key *b = second;
    const int order = strcmp(a->text, b->text);

    return order != 0 ? order : (a->value > b->value) - (a->value < b->value);
}

/* Sorts, since a mapping may have a great many keys. */
static void check_keys_differ(const struct yaml_doc *self, yaml_value mapping)
{
    const size_t count = yaml_size(self, mapping);
    struct sorted_key *keys = mem_array(count, sizeof *keys);

    for (size_t i = 0; i < count; i++) {
        const yaml_value key = yaml_key(self, mapping, i);

        keys[i] = (struct sorted_key) { yaml_raw(self, key), key };
    }
    qsort(keys, count, sizeof *keys, compare_keys);
    for (size_t i = 1; i < count; i++) {
        if (yaml_is_scalar(self, keys[i].value) && strcmp(keys[i].text, keys[i - 1].text) == 0) {
            report(self->problems, yaml_place(self, keys[i].value), MESSAGE_YAML_KEY_TWICE,
                   SLOTS({ "found", found_text(keys[i].text, strlen(keys[i].text)).text }));
        }
    }
    free(keys);
}

/* What escapes in quotes make is held to what the file itself may have. */
static bool check_scalar(const struct yaml_doc *self, yaml_value value)
{
    const yaml_node_t *node = yaml_tree_node(self, value);
    const char *text = (const char *)node->data.scalar.value;
    const size_t control = plain_text_control_at(text, node->data.scalar.length);

    if (control < node->data.scalar.length) {
        report(self->problems, yaml_place(self, value), MESSAGE_TEXT_CONTROL,
               SLOTS({ "found", plain_text_code(text + control).text }));
        return false;
    }
    return true;
}

/* Walks all that hangs on the value, once: whether it ends, is not too deep, and its keys are words. */
static bool check_value(const struct yaml_doc *self, yaml_value value, enum visit *visits, size_t depth)
{
    bool good = true;

    if (visits[value] == DONE) {
        return true;
    }
    if (visits[value] == ON_PATH || depth > DEEPEST) {
        report(self->problems, yaml_place(self, value),
               visits[value] == ON_PATH ? MESSAGE_YAML_ALIAS_LOOP : MESSAGE_YAML_TOO_DEEP, NULL);
        return false;
    }
    if (yaml_is_scalar(self, value)) {
        return check_scalar(self, value);
    }
    visits[value] = ON_PATH;
    const size_t count = yaml_size(self, value);

    for (size_t i = 0; i < count && good; i++) {
        if (yaml_is_mapping(self, value)) {
            const yaml_value key = yaml_key(self, value, i);

            if (!yaml_is_scalar(self, key)) {
                report(self->problems, yaml_place(self, key), MESSAGE_YAML_KEY_NOT_WORD, NULL);
                good = false;
                break;
            }
            good = check_scalar(self, key);
        }
        good = good && check_value(self, yaml_item(self, value, i), visits, depth + 1);
    }
    if (good && yaml_is_mapping(self, value)) {
        check_keys_differ(self, value);
    }
    visits[value] = DONE;
    return good;
}

bool yaml_check(const struct yaml_doc *self)
{
    const yaml_document_t *document = &self->tree->document;
    const size_t nodes = (size_t)(document->nodes.top - document->nodes.start);

    if (nodes == 0) {
        report(self->problems, (struct place) { self->file, 0, 0 }, MESSAGE_YAML_EMPTY, NULL);
        return false;
    }
    if (!yaml_is_mapping(self, yaml_root(self))) {
        report(self->problems, yaml_place(self, yaml_root(self)), MESSAGE_YAML_ROOT, NULL);
        return false;
    }
    enum visit *visits = mem_array(nodes + 1, sizeof *visits);
    const bool good = check_value(self, yaml_root(self), visits, 0);

    free(visits);
    return good;
}
