#include "area_reader.h"

#include <stdlib.h>
#include <string.h>

#include "ids.h"
#include "mem.h"
#include "yaml_value.h"

static bool is_named(const struct name *areas, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++) {
        if (areas[i].id != NULL && strcmp(areas[i].id, id) == 0) {
            return true;
        }
    }
    return false;
}

/* Reads one entry, behind the `count` that were read before. */
static bool read_area(const struct yaml_doc *doc, yaml_value entry, struct pool *pool, struct name *areas, size_t count)
{
    struct name name = { .id = NULL };

    if (!yaml_mapping(doc, entry, "areas")) {
        return false;
    }
    yaml_keys(doc, entry, IN_AREA);
    if (!yaml_id_and_name(doc, entry, pool, &name)) {
        return false;
    }
    if (is_named(areas, count, name.id)) {
        yaml_id_twice(doc, entry);
        return false;
    }
    areas[count] = name;
    return true;
}

bool areas_read(struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    struct pool *pool = &source->model->pool;
    const yaml_value list = yaml_find(doc, yaml_root(doc), "areas");
    bool good = true;

    if (list == 0 || !yaml_list(doc, list, "areas")) {
        return list == 0;
    }
    const size_t count = yaml_size(doc, list);
    struct name *areas = pool_array(pool, count, sizeof *areas);

    for (size_t i = 0; i < count; i++) {
        good = read_area(doc, yaml_item(doc, list, i), pool, areas, i) && good;
    }
    source->areas = areas;
    source->area_count = count;
    return good;
}

struct name areas_name(const struct model_source *source, const char *id)
{
    for (size_t i = 0; i < source->area_count; i++) {
        if (source->areas[i].id != NULL && strcmp(source->areas[i].id, id) == 0) {
            return source->areas[i];
        }
    }
    return (struct name) { id, { id, id } };
}

bool areas_check(const struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    const struct model *model = source->model;
    const yaml_value list = yaml_find(doc, yaml_root(doc), "areas");
    const char **ids = mem_array(model->area_count, sizeof *ids);
    bool good = true;

    for (size_t i = 0; i < model->area_count; i++) {
        ids[i] = model->areas[i].id;
    }
    for (size_t i = 0; i < source->area_count; i++) {
        const char *id = source->areas[i].id;

        if (id != NULL && !is_named(model->areas, model->area_count, id)) {
            const yaml_value value = yaml_find(doc, yaml_item(doc, list, i), "id");

            ids_report(source->problems, yaml_place(doc, value), "areas", id, ids, model->area_count);
            good = false;
        }
    }
    free(ids);
    return good;
}
