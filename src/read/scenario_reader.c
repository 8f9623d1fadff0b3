#include "scenario_reader.h"

#include <string.h>

#include "district_reader.h"
#include "file_path.h"
#include "parameters.h"
#include "yaml_value.h"

/* Keys of a scenario beside the parameters' sections. */
static const char *const KEYS[] = { "format",  "model", "extends",     "title",       "question",
                                    "horizon", "sweep", "sensitivity", "uncertainty", "notice" };

enum { OWN_KEYS = sizeof KEYS / sizeof KEYS[0] };

static const char *const HORIZON_KEYS[] = { "first", "last" };

/** The sections of the table of parameters. */
struct sections {
    const char *names[OWN_KEYS + PARAMETERS]; /**< After the other keys of a scenario, for one list of known keys. */
    size_t count;
};

/* The length of the section in the parameter's name. */
static size_t section_length(size_t parameter)
{
    return (size_t)(strchr(parameter_rows[parameter].name, '.') - parameter_rows[parameter].name);
}

static bool is_in_section(size_t parameter, const char *section)
{
    const size_t length = section_length(parameter);

    return strlen(section) == length && memcmp(parameter_rows[parameter].name, section, length) == 0;
}

static struct sections list_sections(struct pool *pool)
{
    struct sections sections = { .count = OWN_KEYS };

    memcpy(sections.names, KEYS, sizeof KEYS);
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        size_t i = OWN_KEYS;

        while (i < sections.count && !is_in_section(parameter, sections.names[i])) {
            i++;
        }
        if (i == sections.count) {
            sections.names[sections.count++] =
                pool_text(pool, parameter_rows[parameter].name, section_length(parameter));
        }
    }
    return sections;
}

static void check_section(const struct yaml_doc *doc, const char *section)
{
    const yaml_value value = yaml_find(doc, yaml_root(doc), section);
    const char *keys[PARAMETERS];
    size_t count = 0;

    if (value == 0 || !yaml_mapping(doc, value, section)) {
        return;
    }
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        if (is_in_section(parameter, section)) {
            keys[count++] = parameter_rows[parameter].name + section_length(parameter) + 1;
        }
    }
    yaml_known_keys(doc, value, keys, count);
}

static void check_keys(const struct yaml_doc *doc, struct pool *pool)
{
    const struct sections sections = list_sections(pool);
    const yaml_value horizon = yaml_find(doc, yaml_root(doc), "horizon");

    yaml_known_keys(doc, yaml_root(doc), sections.names, sections.count);
    district_check_format(doc);
    for (size_t i = OWN_KEYS; i < sections.count; i++) {
        check_section(doc, sections.names[i]);
    }
    if (horizon != 0 && yaml_mapping(doc, horizon, "horizon")) {
        yaml_known_keys(doc, horizon, HORIZON_KEYS, 2);
    }
}

/* Reports the circle that begins and ends with the file at `first`: "a.yaml -> b.yaml -> a.yaml". */
static void report_circle(const struct scenario_chain *self, struct pool *pool, size_t first, struct place place,
                          struct problems *problems)
{
    size_t room = 1;

    for (size_t i = first; i <= self->count; i++) {
        room += strlen(self->files[i < self->count ? i : first].path) + sizeof " -> ";
    }
    char *circle = pool_array(pool, room, 1);

    for (size_t i = first; i <= self->count; i++) {
        strcat(circle, i > first ? " -> " : "");
        strcat(circle, self->files[i < self->count ? i : first].path);
    }
    report(problems, place, MESSAGE_EXTENDS_CIRCLE, SLOTS({ "found", circle }));
}

/* Whether the path does not yet stand in the chain, and the chain has room. */
static bool check_chain(const struct scenario_chain *self, struct pool *pool, const char *path, struct place place,
                        struct problems *problems)
{
    for (size_t i = 0; i < self->count; i++) {
        if (strcmp(self->files[i].path, path) == 0) {
            report_circle(self, pool, i, place, problems);
            return false;
        }
    }
    if (self->count == CHAIN_LONGEST) {
        report(problems, place, MESSAGE_EXTENDS_LONG, NULL);
        return false;
    }
    return true;
}

bool scenario_chain_read(struct scenario_chain *self, struct pool *pool, const char *path, struct problems *problems)
{
    struct place named_at = { NULL, 0, 0 };

    *self = (struct scenario_chain) { .count = 0 };
    path = path_from(pool, ".", path);
    while (path != NULL && check_chain(self, pool, path, named_at, problems)) {
        struct scenario_file *file = &self->files[self->count];

        if (!yaml_doc_read(&file->doc, path, named_at, problems)) {
            return false;
        }
        file->path = path;
        self->count++;
        check_keys(&file->doc, pool);
        const yaml_value extends = yaml_find(&file->doc, yaml_root(&file->doc), "extends");
        const char *parent = NULL;

        if (extends == 0) {
            return true;
        }
        if (!yaml_text(&file->doc, extends, "extends", pool, &parent)) {
            return false;
        }
        named_at = yaml_place(&file->doc, extends);
        path = path_from(pool, path_folder(pool, path), parent);
    }
    return false;
}

void scenario_chain_free(struct scenario_chain *self)
{
    for (size_t i = 0; i < self->count; i++) {
        yaml_doc_free(&self->files[i].doc);
    }
    self->count = 0;
}

const struct scenario_file *scenario_find(const struct scenario_chain *self, const char *section, const char *key,
                                          yaml_value *value)
{
    for (size_t i = 0; i < self->count; i++) {
        const struct yaml_doc *doc = &self->files[i].doc;
        const yaml_value root = yaml_root(doc);

        *value = yaml_find(doc, section == NULL ? root : yaml_find(doc, root, section), key);
        if (*value != 0) {
            return &self->files[i];
        }
    }
    return NULL;
}
