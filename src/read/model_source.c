#include "model_source.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "file_path.h"
#include "mem.h"
#include "yaml_value.h"

void model_add_file(struct model *model, const char *path, const char *name)
{
    struct source_file *files = pool_array(&model->pool, model->file_count + 1, sizeof *files);

    if (model->file_count > 0) {
        memcpy(files, model->files, model->file_count * sizeof *files);
    }
    files[model->file_count++] = (struct source_file) { path, name };
    model->files = files;
}

/* Books a file of the model as "qingcheng/towns.csv": the record shall not depend on where a machine has its folders.
 */
static void add_file(struct model *model, const char *path)
{
    const char *file = path_base(&model->pool, path);
    char *name = pool_array(&model->pool, strlen(model->name.id) + strlen(file) + 2, 1);

    strcpy(name, model->name.id);
    strcat(name, "/");
    strcat(name, file);
    model_add_file(model, path, name);
}

bool model_source_open(struct model_source *self, struct model *model, struct place named_at, struct problems *problems)
{
    const char *path = path_from(&model->pool, model->folder, "district.yaml");

    *self = (struct model_source) { .model = model, .problems = problems };
    if (!yaml_doc_read(&self->doc, path, named_at, problems)) {
        return false;
    }
    add_file(model, path);
    self->columns = yaml_find(&self->doc, yaml_root(&self->doc), "columns");
    self->files = yaml_find(&self->doc, yaml_root(&self->doc), "files");
    return true;
}

void model_source_check(const struct model_source *self)
{
    if (self->columns != 0 && yaml_mapping(&self->doc, self->columns, "columns")) {
        yaml_known_keys(&self->doc, self->columns, model_tables, MODEL_TABLES);
    }
    if (self->files != 0 && yaml_mapping(&self->doc, self->files, "files")) {
        yaml_known_keys(&self->doc, self->files, model_tables, MODEL_TABLES);
    }
}

/* The table's file as district.yaml names it, else its own name. Relative to the model's folder. */
static const char *file_of(struct model_source *self, const char *name)
{
    struct pool *pool = &self->model->pool;
    const char *file = NULL;

    if (yaml_text(&self->doc, yaml_find(&self->doc, self->files, name), name, pool, &file)) {
        return file;
    }
    char *own = pool_array(pool, strlen(name) + sizeof ".csv", 1);

    strcpy(own, name);
    strcat(own, ".csv");
    return own;
}

/* The renames of the table's columns; how many. */
static size_t renames_of(struct model_source *self, const char *table, const struct csv_rename **renames)
{
    struct pool *pool = &self->model->pool;
    const yaml_value mapping = yaml_find(&self->doc, self->columns, table);
    size_t used = 0;

    *renames = NULL;
    if (mapping == 0 || !yaml_mapping(&self->doc, mapping, table)) {
        return 0;
    }
    const size_t count = yaml_size(&self->doc, mapping);
    struct csv_rename *list = pool_array(pool, count, sizeof *list);

    for (size_t i = 0; i < count; i++) {
        const yaml_value key = yaml_key(&self->doc, mapping, i);
        const char *column = yaml_raw(&self->doc, key);

        if (yaml_text(&self->doc, yaml_item(&self->doc, mapping, i), column, pool, &list[used].heading)) {
            list[used].column = pool_text(pool, column, strlen(column));
            list[used].place = yaml_place(&self->doc, key);
            used++;
        }
    }
    *renames = list;
    return used;
}

static bool is_there(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0;
}

bool model_source_has(struct model_source *self, const char *name)
{
    return yaml_find(&self->doc, self->files, name) != 0 ||
           is_there(path_from(&self->model->pool, self->model->folder, file_of(self, name)));
}

enum table_state model_source_table(struct model_source *self, const char *name, enum csv_need need,
                                    struct csv_table *table)
{
    struct model *model = self->model;
    const yaml_value named = yaml_find(&self->doc, self->files, name);
    const char *file = file_of(self, name);
    const char *path = path_from(&model->pool, model->folder, file);
    const struct csv_rename *renames = NULL;
    const size_t rename_count = renames_of(self, name, &renames);

    *table = (struct csv_table) { .problems = self->problems };
    if (named == 0 && !is_there(path)) {
        const yaml_value renamed = yaml_find(&self->doc, self->columns, name);

        if (need == CSV_REQUIRED || renamed != 0) {
            report(self->problems, yaml_place(&self->doc, renamed), MESSAGE_MODEL_TABLE_MISSING,
                   SLOTS({ "file", file }));
            return TABLE_BROKEN;
        }
        return TABLE_ABSENT;
    }
    if (!csv_table_open(table, path, named != 0 ? yaml_place(&self->doc, named) : (struct place) { NULL, 0, 0 },
                        renames, rename_count, self->problems)) {
        return TABLE_BROKEN;
    }
    add_file(model, path);
    return TABLE_OPEN;
}

bool model_source_peek(struct model_source *self, const char *name, struct csv_table *table, struct problems *unheard)
{
    const struct csv_rename *renames = NULL;
    const size_t rename_count = renames_of(self, name, &renames);
    const char *path = path_from(&self->model->pool, self->model->folder, file_of(self, name));

    return csv_table_open(table, path, (struct place) { NULL, 0, 0 }, renames, rename_count, unheard);
}

void model_source_free(struct model_source *self)
{
    yaml_doc_free(&self->doc);
}
