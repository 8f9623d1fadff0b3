#include "past_result.h"

#include <string.h>
#include <unistd.h>

#include "file_path.h"
#include "number.h"
#include "past_gaps.h"
#include "yaml_value.h"

/** A folder while it is read. */
struct past_result {
    struct forecast *of;
    struct pool *pool;
    const char *folder;
    struct problems *problems;
};

static const char *path_in(const struct past_result *self, const char *name)
{
    return path_from(self->pool, self->folder, name);
}

static bool read_horizon(const struct yaml_doc *doc, struct forecast *of)
{
    const yaml_value horizon = yaml_need(doc, yaml_root(doc), "horizon");

    if (horizon == 0 || !yaml_mapping(doc, horizon, "horizon")) {
        return false;
    }
    const yaml_value first = yaml_need(doc, horizon, "first");
    const yaml_value last = yaml_need(doc, horizon, "last");

    if (first == 0 || last == 0 || !yaml_year(doc, first, "first", &of->first_year) ||
        !yaml_year(doc, last, "last", &of->last_year)) {
        return false;
    }
    if (of->last_year < of->first_year) {
        report(doc->problems, yaml_place(doc, last), MESSAGE_LAST_BEFORE_FIRST,
               SLOTS({ "found", number_text(of->last_year).text }, { "first", number_text(of->first_year).text }));
        return false;
    }
    return true;
}

static bool read_text(const struct yaml_doc *doc, yaml_value mapping, const char *key, struct pool *pool,
                      const char **text)
{
    const yaml_value value = yaml_need(doc, mapping, key);

    return value != 0 && yaml_text(doc, value, key, pool, text);
}

/* Files of a model are named with its folder before them. */
static bool read_file(const struct past_result *self, const struct yaml_doc *doc, yaml_value entry,
                      struct forecast_file *file)
{
    const bool good = yaml_mapping(doc, entry, "inputs") && read_text(doc, entry, "name", self->pool, &file->name) &&
                      read_text(doc, entry, "sha256", self->pool, &file->sha256);

    file->of_model = good && strchr(file->name, '/') != NULL;
    return good;
}

static bool read_files(const struct past_result *self, const struct yaml_doc *doc)
{
    const yaml_value inputs = yaml_need(doc, yaml_root(doc), "inputs");

    if (inputs == 0 || !yaml_list(doc, inputs, "inputs")) {
        return false;
    }
    const size_t count = yaml_size(doc, inputs);
    struct forecast_file *files = pool_array(self->pool, count, sizeof *files);
    bool good = true;

    for (size_t entry = 0; entry < count; entry++) {
        good = read_file(self, doc, yaml_item(doc, inputs, entry), &files[entry]) && good;
    }
    self->of->files = files;
    self->of->file_count = count;
    return good;
}

static bool read_record(const struct past_result *self, const struct yaml_doc *doc)
{
    const yaml_value root = yaml_root(doc);
    const yaml_value program = yaml_find(doc, root, "program");

    if (program == 0 || strcmp(yaml_raw(doc, program), "xuewei") != 0) {
        report(self->problems, (struct place) { .file = doc->file }, MESSAGE_PAST_NOT_OURS, NULL);
        return false;
    }
    if (yaml_find(doc, root, "compared") != 0) {
        report(self->problems, (struct place) { .file = doc->file }, MESSAGE_PAST_COMPARISON, NULL);
        return false;
    }
    bool good = read_text(doc, root, "version", self->pool, &self->of->version);

    good = read_text(doc, root, "scenario", self->pool, &self->of->scenario) && good;
    good = read_text(doc, root, "model", self->pool, &self->of->model) && good;
    good = read_horizon(doc, self->of) && good;
    return read_files(self, doc) && good;
}

/* A path that changes, all its years in order. */
static bool read_path(const struct past_result *self, const struct yaml_doc *doc, yaml_value map,
                      const struct figure_rule *rule, struct setting *setting)
{
    const size_t years = yaml_size(doc, map);
    double *numbers = pool_array(self->pool, years, sizeof *numbers);
    bool good = years > 0;

    for (size_t entry = 0; entry < years; entry++) {
        int year = 0;

        good = yaml_year(doc, yaml_key(doc, map, entry), rule->key, &year) &&
               yaml_number(doc, yaml_item(doc, map, entry), rule, &numbers[entry]) && good;
        setting->first_year = entry == 0 ? year : setting->first_year;
        if (good && year != setting->first_year + (int)entry) {
            report(doc->problems, yaml_place(doc, yaml_key(doc, map, entry)), MESSAGE_PAST_PATH,
                   SLOTS({ "key", rule->key }, { "found", number_text(year).text },
                         { "allowed", number_text(setting->first_year + (int)entry).text }));
            return false;
        }
    }
    setting->years = years;
    setting->numbers = numbers;
    return good;
}

static bool read_value(const struct past_result *self, const struct yaml_doc *doc, yaml_value value,
                       struct setting *setting)
{
    const struct parameter_row *row = &parameter_rows[setting->parameter];
    const struct figure_rule rule = { row->name, row->low, row->high, row->type == PARAMETER_WHOLE };

    if (row->type == PARAMETER_PATH && yaml_is_mapping(doc, value)) {
        return read_path(self, doc, value, &rule, setting);
    }
    const bool is_word = row->type == PARAMETER_SWITCH || row->type == PARAMETER_CHOICE ||
                         row->type == PARAMETER_TOWN || row->type == PARAMETER_YEAR;

    setting->years = 1;
    if (is_word) {
        return yaml_text(doc, value, row->name, self->pool, &setting->word);
    }
    double *number = pool_array(self->pool, 1, sizeof *number);

    setting->numbers = number;
    return yaml_number(doc, value, &rule, number);
}

/* What the file says of the parameter, or 0. */
static yaml_value find_parameter(const struct yaml_doc *doc, const char *name, struct pool *pool)
{
    const char *dot = strchr(name, '.');
    const char *section = pool_text(pool, name, (size_t)(dot - name));

    return yaml_find(doc, yaml_find(doc, yaml_root(doc), section), dot + 1);
}

static bool read_keys(const struct past_result *self, const struct yaml_doc *doc, yaml_value map,
                      enum parameter parameter, struct setting *settings)
{
    bool good = true;

    for (size_t key = 0; key < yaml_size(doc, map); key++) {
        settings[key] = (struct setting) { .parameter = parameter };
        good =
            yaml_text(doc, yaml_key(doc, map, key), parameter_rows[parameter].name, self->pool, &settings[key].key) &&
            read_value(self, doc, yaml_item(doc, map, key), &settings[key]) && good;
    }
    return good;
}

static bool read_settings(const struct past_result *self, const struct yaml_doc *doc)
{
    yaml_value values[PARAMETERS];
    size_t room = 0;
    bool good = true;

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        values[parameter] = find_parameter(doc, parameter_rows[parameter].name, self->pool);
        room += yaml_is_mapping(doc, values[parameter]) ? yaml_size(doc, values[parameter]) : 1;
    }
    struct setting *settings = pool_array(self->pool, room, sizeof *settings);
    size_t count = 0;

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const bool keyed = parameter_rows[parameter].axis != AXIS_NONE;

        if (values[parameter] == 0) {
            continue;
        }
        if (keyed) {
            good = yaml_mapping(doc, values[parameter], parameter_rows[parameter].name) &&
                   read_keys(self, doc, values[parameter], (enum parameter)parameter, &settings[count]) && good;
            count += yaml_is_mapping(doc, values[parameter]) ? yaml_size(doc, values[parameter]) : 0;
        } else {
            settings[count] = (struct setting) { .parameter = (enum parameter)parameter, .key = "" };
            good = read_value(self, doc, values[parameter], &settings[count++]) && good;
        }
    }
    self->of->settings = settings;
    self->of->setting_count = count;
    return good;
}

static bool read_resolved(const struct past_result *self, const struct yaml_doc *doc)
{
    struct forecast *of = self->of;
    const yaml_value title = yaml_need(doc, yaml_root(doc), "title");

    for (int language = 0; language < LANGUAGES; language++) {
        of->title[language] = of->scenario;
    }
    const bool titled = title != 0 && yaml_languages(doc, title, "title", self->pool, of->title);

    return read_settings(self, doc) && titled;
}

/* Reads a file of the folder by `read`. */
static bool read_part(const struct past_result *self, const char *name,
                      bool (*read)(const struct past_result *self, const struct yaml_doc *doc))
{
    struct yaml_doc doc;
    const size_t errors = self->problems->errors;
    const bool good = yaml_doc_read(&doc, path_in(self, name), (struct place) { .file = NULL }, self->problems) &&
                      self->problems->errors == errors && read(self, &doc);

    yaml_doc_free(&doc);
    return good;
}

bool past_result_read(struct forecast *self, struct pool *pool, const char *folder, struct problems *problems)
{
    const struct past_result past = { self, pool, folder, problems };

    *self = (struct forecast) { .path = folder, .is_result = true };
    if (access(path_in(&past, "provenance.json"), F_OK) != 0) {
        report(problems, (struct place) { .file = problems_file(problems, folder) }, MESSAGE_PAST_NO_RECORD, NULL);
        return false;
    }
    if (!read_part(&past, "provenance.json", read_record)) {
        return false;
    }
    const bool good = read_part(&past, "resolved.yaml", read_resolved);

    return past_gaps_read(self, pool, path_in(&past, "gap.csv"), problems) && good;
}
