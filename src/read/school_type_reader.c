#include "school_type_reader.h"

#include <stdlib.h>
#include <string.h>

#include "figure.h"
#include "ids.h"
#include "mem.h"
#include "yaml_value.h"

/* Reports a level that is not there. */
static void report_level(const struct yaml_doc *doc, yaml_value value, const struct model *model)
{
    const char **ids = mem_array(model->level_count, sizeof *ids);

    for (size_t i = 0; i < model->level_count; i++) {
        ids[i] = model->levels[i].name.id;
    }
    ids_report(doc->problems, yaml_place(doc, value), "levels", yaml_raw(doc, value), ids, model->level_count);
    free(ids);
}

static bool read_levels(const struct yaml_doc *doc, yaml_value list, const struct model *model, bool *has_level)
{
    bool good = yaml_list(doc, list, "levels");

    for (size_t i = 0; i < yaml_size(doc, list) && yaml_is_list(doc, list); i++) {
        const yaml_value value = yaml_item(doc, list, i);
        const size_t level = model_level(model, yaml_raw(doc, value));

        if (level == model->level_count) {
            report_level(doc, value, model);
            good = false;
            continue;
        }
        has_level[level] = true;
    }
    return good;
}

static bool read_type(const struct yaml_doc *doc, yaml_value entry, struct model *model, struct school_type *type)
{
    const struct figure_rule classes = yaml_rule(IN_SCHOOL_TYPE, "minimum_classes");
    const struct figure_rule pupils = yaml_rule(IN_SCHOOL_TYPE, "maximum_pupils");
    bool *has_level = pool_array(&model->pool, model->level_count, sizeof *has_level);

    type->has_level = has_level;
    if (!yaml_mapping(doc, entry, "school_types")) {
        return false;
    }
    yaml_keys(doc, entry, IN_SCHOOL_TYPE);
    bool good = yaml_id_and_name(doc, entry, &model->pool, &type->name);

    good = yaml_number_or(doc, yaml_find(doc, entry, classes.key), &classes, 0, &type->minimum_classes) && good;
    good = yaml_number_or(doc, yaml_find(doc, entry, pupils.key), &pupils, 0, &type->maximum_pupils) && good;
    return read_levels(doc, yaml_need(doc, entry, "levels"), model, has_level) && good;
}

bool school_types_read(struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    struct model *model = source->model;
    const yaml_value list = yaml_find(doc, yaml_root(doc), "school_types");
    bool good = true;

    if (list == 0 || !yaml_list(doc, list, "school_types")) {
        return list == 0;
    }
    const size_t count = yaml_size(doc, list);
    struct school_type *types = pool_array(&model->pool, count, sizeof *types);

    for (size_t i = 0; i < count; i++) {
        const yaml_value entry = yaml_item(doc, list, i);
        const bool read = read_type(doc, entry, model, &types[i]);

        for (size_t k = 0; k < i && read; k++) {
            if (types[k].name.id != NULL && strcmp(types[k].name.id, types[i].name.id) == 0) {
                yaml_id_twice(doc, entry);
                good = false;
            }
        }
        good = read && good;
    }
    model->school_types = types;
    model->school_type_count = count;
    return good;
}
