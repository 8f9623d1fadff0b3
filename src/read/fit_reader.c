#include "fit_reader.h"

#include <stdlib.h>
#include <string.h>

#include "figure.h"
#include "ids.h"
#include "mem.h"
#include "number.h"
#include "parameters.h"
#include "yaml_value.h"

/** One entry of `fit` while it is read. */
struct entry {
    const struct yaml_doc *doc;
    const struct model *model;
    yaml_value value;
    const struct parameter_row *row;
};

static bool has_number(const struct parameter_row *row)
{
    return row->type == PARAMETER_NUMBER || row->type == PARAMETER_PATH;
}

static void report_at(const struct entry *self, yaml_value value, enum message message, const char *key)
{
    const char *raw = yaml_raw(self->doc, value);
    const struct found_text found = found_text(raw, strlen(raw));

    report(self->doc->problems, yaml_place(self->doc, value), message,
           SLOTS({ "key", key }, { "found", found.text },
                 { "parameter", self->row != NULL ? self->row->name : found.text }));
}

/* The parameter that the entry names: one of those that are numbers. */
static bool read_parameter(struct entry *self, struct fit_item *item)
{
    const yaml_value value = yaml_need(self->doc, self->value, "parameter");
    const char *names[PARAMETERS];
    size_t count = 0;

    if (value == 0) {
        return false;
    }
    const char *name = yaml_raw(self->doc, value);

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        if (strcmp(parameter_rows[parameter].name, name) == 0) {
            item->parameter = parameter;
            self->row = &parameter_rows[parameter];
        }
        if (has_number(&parameter_rows[parameter])) {
            names[count++] = parameter_rows[parameter].name;
        }
    }
    if (self->row == NULL) {
        ids_report(self->doc->problems, yaml_place(self->doc, value), "parameter", name, names, count);
    } else if (!has_number(self->row)) {
        report_at(self, value, MESSAGE_FIT_NO_NUMBER, "parameter");
    }
    return self->row != NULL && has_number(self->row);
}

static bool read_key(const struct entry *self, struct fit_item *item)
{
    const yaml_value value = yaml_find(self->doc, self->value, "key");
    const size_t count = axis_keys(self->model, self->row->axis);
    bool found = false;

    if (self->row->axis == AXIS_NONE) {
        if (value != 0) {
            report_at(self, value, MESSAGE_FIT_KEY_UNWANTED, "key");
        }
        return value == 0;
    }
    if (yaml_need(self->doc, self->value, "key") == 0) {
        return false;
    }
    const char **ids = mem_array(count, sizeof *ids);

    for (size_t key = 0; key < count; key++) {
        ids[key] = axis_key(self->model, self->row->axis, key);
        if (strcmp(ids[key], yaml_raw(self->doc, value)) == 0) {
            item->key = key;
            found = true;
        }
    }
    if (!found) {
        ids_report(self->doc->problems, yaml_place(self->doc, value), "key", yaml_raw(self->doc, value), ids, count);
    }
    free(ids);
    return found;
}

static bool read_year(const struct entry *self, const char *key, int low, int high, int *year)
{
    const struct figure_rule rule = { key, low, high, true };
    double number = 0;

    if (!yaml_number(self->doc, yaml_need(self->doc, self->value, key), &rule, &number)) {
        return false;
    }
    *year = (int)number;
    return true;
}

/* Reports the keys of the entry that only a parameter with a value for each year can have. */
static bool refuse_years(const struct entry *self)
{
    static const char *const KEYS[] = { "first", "last", "step_error" };
    bool good = true;

    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        const yaml_value value = yaml_find(self->doc, self->value, KEYS[i]);

        if (value != 0) {
            report_at(self, value, MESSAGE_FIT_NO_YEARS, KEYS[i]);
            good = false;
        }
    }
    return good;
}

static bool read_years(const struct entry *self, struct fit_item *item)
{
    const int base = self->model->base_year;

    item->first = base;
    item->last = base;
    if (self->row->type != PARAMETER_PATH) {
        return refuse_years(self);
    }
    const int most = model_last_state(self->model);
    bool good = read_year(self, "first", base, most, &item->first);

    good = read_year(self, "last", base, most, &item->last) && good;
    if (good && item->last < item->first) {
        report(self->doc->problems, yaml_place(self->doc, yaml_find(self->doc, self->value, "last")),
               MESSAGE_LAST_BEFORE_FIRST,
               SLOTS({ "found", number_text(item->last).text }, { "first", number_text(item->first).text }));
        return false;
    }
    return good;
}

/* The value where no scenario says otherwise. */
static double initial_value(const struct model *model, const struct fit_item *item)
{
    const struct parameter_layout layout = parameter_layout(model, model->base_year);
    double *values = mem_array(layout.size, sizeof *values);

    parameter_initial(model, &layout, values);
    const double value = values[parameter_index(&layout, (enum parameter)item->parameter, item->key, model->base_year)];

    free(values);
    return value;
}

static bool read_error(const struct entry *self, const char *key, double *error)
{
    const struct figure_rule rule = yaml_rule(IN_FIT, key);

    return yaml_number_or(self->doc, yaml_find(self->doc, self->value, key), &rule, 0, error);
}

/* `years`: those of the item are known. */
static bool read_priors(const struct entry *self, struct fit_item *item, bool years)
{
    const yaml_value prior = yaml_find(self->doc, self->value, "prior");
    const yaml_value step = yaml_find(self->doc, self->value, "step_error");
    const struct figure_rule rule = { "prior", self->row->low, self->row->high, false };
    bool good = yaml_number_or(self->doc, prior, &rule, initial_value(self->model, item), &item->prior);

    good = read_error(self, "prior_error", &item->prior_error) && good;
    good = read_error(self, "step_error", &item->step_error) && good;
    if (prior != 0 && yaml_need(self->doc, self->value, "prior_error") == 0) {
        good = false;
    }
    if (years && step != 0 && self->row->type == PARAMETER_PATH && item->first == item->last) {
        report_at(self, step, MESSAGE_FIT_ONE_YEAR, "step_error");
        good = false;
    }
    return good;
}

/* Whether no entry before fits the same value. */
static bool check_twice(const struct entry *self, const struct fit_item *item, const struct fit_item *before,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (before[i].parameter == item->parameter && before[i].key == item->key && before[i].first <= item->last &&
            item->first <= before[i].last) {
            const int year = before[i].first > item->first ? before[i].first : item->first;

            report(self->doc->problems, yaml_place(self->doc, self->value),
                   self->row->type == PARAMETER_PATH ? MESSAGE_FIT_YEAR_TWICE : MESSAGE_FIT_TWICE,
                   SLOTS({ "parameter", self->row->name }, { "year", number_text(year).text }));
            return false;
        }
    }
    return true;
}

static bool read_item(const struct yaml_doc *doc, const struct model *model, yaml_value value, struct fit_item *item)
{
    struct entry self = { doc, model, value, NULL };

    *item = (struct fit_item) { .parameter = PARAMETERS };
    if (!yaml_mapping(doc, value, "fit")) {
        return false;
    }
    yaml_keys(doc, value, IN_FIT);
    if (!read_parameter(&self, item)) {
        return false;
    }
    const bool key = read_key(&self, item);
    const bool years = read_years(&self, item);

    return key && read_priors(&self, item, years) && years;
}

static bool read_fit(struct model_source *source, yaml_value list)
{
    const struct yaml_doc *doc = &source->doc;
    struct model *model = source->model;
    const size_t entries = yaml_size(doc, list);
    struct fit_item *items = pool_array(&model->pool, entries, sizeof *items);
    size_t count = 0;
    bool good = true;

    if (entries == 0) {
        report(doc->problems, yaml_place(doc, list), MESSAGE_FIT_EMPTY, NULL);
        return false;
    }
    for (size_t i = 0; i < entries; i++) {
        const struct entry self = { doc, model, yaml_item(doc, list, i), NULL };
        struct entry named = self;
        const bool read = read_item(doc, model, self.value, &items[count]);

        named.row = read ? &parameter_rows[items[count].parameter] : NULL;
        good = read && check_twice(&named, &items[count], items, count) && good;
        count += read;
    }
    model->calibration.items = items;
    model->calibration.item_count = count;
    return good;
}

bool fit_read(struct model_source *source)
{
    const struct yaml_doc *doc = &source->doc;
    const yaml_value plan = yaml_find(doc, yaml_root(doc), "calibration");

    if (plan == 0) {
        return true;
    }
    if (!yaml_mapping(doc, plan, "calibration")) {
        return false;
    }
    yaml_keys(doc, plan, IN_CALIBRATION);
    const yaml_value list = yaml_need(doc, plan, "fit");

    return list != 0 && yaml_list(doc, list, "fit") && read_fit(source, list);
}
