#include "value_reader.h"

#include <stdlib.h>
#include <string.h>

#include "day.h"
#include "figure.h"
#include "ids.h"
#include "mem.h"
#include "number.h"
#include "yaml_value.h"

/** One parameter while its value is read. */
struct target_value {
    const struct yaml_doc *doc;
    enum parameter parameter;
    const struct parameter_row *row;
    const struct model *model;
    const struct parameter_layout *layout;
    double *values;
};

/** A year of a path with its value. */
struct point {
    int year;
    double value;
    yaml_value key;
};

/* The key of a path beside its years: the last year that is as the scenario it extends has it. */
static const char INHERITED_TO[] = "inherited_to";

static bool read_number(const struct target_value *self, yaml_value value, double *number)
{
    const bool year = self->row->type == PARAMETER_YEAR;
    /* What is complete by the base year is part of its seats already, so such a year would say nothing. */
    const double low = year ? self->layout->first_year + 1 : self->row->low;
    const struct figure_rule rule = { self->row->name, low, self->row->high,
                                      self->row->type == PARAMETER_WHOLE || year };

    return yaml_number(self->doc, value, &rule, number);
}

static bool read_choice(const struct target_value *self, yaml_value value, double *number)
{
    size_t count = 0;
    size_t index = 0;

    while (self->row->words[count].id != NULL) {
        count++;
    }
    const bool good = yaml_word(self->doc, value, self->row->name, self->row->words, count, &index);

    *number = (double)index;
    return good;
}

/* Reports that the text is no key of an axis of `count` keys. */
static void report_id(const struct target_value *self, yaml_value text, enum parameter_axis axis, size_t count)
{
    const char **ids = mem_array(count, sizeof *ids);

    for (size_t i = 0; i < count; i++) {
        ids[i] = axis_key(self->model, axis, i);
    }
    ids_report(self->doc->problems, yaml_place(self->doc, text), self->row->name, yaml_raw(self->doc, text), ids,
               count);
    free(ids);
}

static bool read_town(const struct target_value *self, yaml_value value, double *number)
{
    if (!yaml_is_scalar(self->doc, value)) {
        report(self->doc->problems, yaml_place(self->doc, value), MESSAGE_YAML_TEXT_WANTED,
               SLOTS({ "key", self->row->name }));
        return false;
    }
    const size_t town = model_town(self->model, yaml_raw(self->doc, value));

    if (town == self->model->town_count) {
        report_id(self, value, AXIS_TOWN, town);
        return false;
    }
    *number = (double)town;
    return true;
}

/* One value as the parameter's type has it; a path's constant too. */
static bool read_scalar(const struct target_value *self, yaml_value value, double *number)
{
    bool on = false;

    switch (self->row->type) {
    case PARAMETER_SWITCH:
        if (!yaml_switch(self->doc, value, self->row->name, &on)) {
            return false;
        }
        *number = on;
        return true;
    case PARAMETER_CHOICE:
        return read_choice(self, value, number);
    case PARAMETER_YEAR:
        if (strcmp(yaml_raw(self->doc, value), "never") == 0) {
            *number = NEVER;
            return true;
        }
        return read_number(self, value, number);
    case PARAMETER_TOWN:
        return read_town(self, value, number);
    case PARAMETER_NUMBER:
    case PARAMETER_PATH:
    case PARAMETER_WHOLE:
    case PARAMETER_TYPES:
        break;
    }
    return read_number(self, value, number);
}

static int compare_points(const void *first, const void *second)
{
    const struct point *a = first;
    const struct point *b = second;

    if (a->year != b->year) {
        return a->year < b->year ? -1 : 1;
    }
    return (a->key > b->key) - (a->key < b->key);
}

static bool read_point(const struct target_value *self, yaml_value mapping, size_t entry, struct point *point)
{
    const struct figure_rule rule = { self->row->name, YEAR_LOWEST, YEAR_HIGHEST, true };
    const yaml_value key = yaml_key(self->doc, mapping, entry);
    const char *raw = yaml_raw(self->doc, key);
    double year = 0;
    const bool good = figure_read(raw, strlen(raw), &rule, yaml_place(self->doc, key), self->doc->problems, &year);

    *point = (struct point) { (int)year, 0, key };
    return read_number(self, yaml_item(self->doc, mapping, entry), &point->value) && good;
}

/* Reads a path's points in order of year, and how many; false if one is bad or stands twice. */
static bool read_points(const struct target_value *self, yaml_value mapping, struct point *points, size_t *count)
{
    bool good = true;

    *count = 0;
    for (size_t entry = 0; entry < yaml_size(self->doc, mapping); entry++) {
        if (strcmp(yaml_raw(self->doc, yaml_key(self->doc, mapping, entry)), INHERITED_TO) != 0) {
            good = read_point(self, mapping, entry, &points[(*count)++]) && good;
        }
    }
    qsort(points, *count, sizeof *points, compare_points);
    for (size_t i = 1; i < *count && good; i++) {
        if (points[i].year == points[i - 1].year) {
            report(self->doc->problems, yaml_place(self->doc, points[i].key), MESSAGE_YAML_KEY_TWICE,
                   SLOTS({ "found", yaml_raw(self->doc, points[i].key) }));
            good = false;
        }
    }
    return good;
}

/* The path's value in a year: linear between points, constant outside them. Exact at the points. */
static double path_at(const struct point *points, size_t count, int year)
{
    size_t next = 0;

    while (next < count && points[next].year <= year) {
        next++;
    }
    if (next == 0) {
        return points[0].value;
    }
    const struct point *from = &points[next - 1];

    if (next == count || from->year == year) {
        return from->value;
    }
    const double part = (double)(year - from->year) / (points[next].year - from->year);

    return from->value + (points[next].value - from->value) * part;
}

/* A path of which nothing is inherited: [years] from the model's base year. */
static bool read_own_path(const struct target_value *self, yaml_value mapping, double *years)
{
    struct point *points = mem_array(yaml_size(self->doc, mapping), sizeof *points);
    size_t count = 0;
    const bool good = read_points(self, mapping, points, &count);

    for (size_t i = 0; i < self->layout->years && good; i++) {
        years[i] = path_at(points, count, self->layout->first_year + (int)i);
    }
    free(points);
    return good;
}

/* The last year of what is inherited; there must be something to inherit from. */
static bool read_inherited_to(const struct target_value *self, yaml_value value, int *year)
{
    const struct yaml_doc *doc = self->doc;
    const double base = self->layout->first_year;
    const struct figure_rule rule = { INHERITED_TO, base > YEAR_LOWEST ? base : YEAR_LOWEST, YEAR_HIGHEST, true };
    double number = 0;

    if (yaml_find(doc, yaml_root(doc), "extends") == 0) {
        report(doc->problems, yaml_place(doc, value), MESSAGE_INHERITED_FROM_NOTHING,
               SLOTS({ "key", self->row->name }));
        return false;
    }
    if (!yaml_number(doc, value, &rule, &number)) {
        return false;
    }
    *year = (int)number;
    return true;
}

/* Whether all points lie in years after those that are inherited. */
static bool check_after(const struct target_value *self, const struct point *points, size_t count, int inherited_to)
{
    bool good = true;

    for (size_t i = 0; i < count && points[i].year <= inherited_to; i++) {
        report(self->doc->problems, yaml_place(self->doc, points[i].key), MESSAGE_PATH_YEAR_INHERITED,
               SLOTS({ "key", self->row->name }, { "found", number_text(points[i].year).text },
                     { "last", number_text(inherited_to).text }));
        good = false;
    }
    return good;
}

/*
 * A path that goes on from the inherited one: `years` holds that already, since parents are read first. Its value in
 * the year `inherited_to` is the first point; what lies beyond the horizon nobody asks for.
 */
static bool read_inherited_path(const struct target_value *self, yaml_value mapping, yaml_value inherited,
                                double *years)
{
    struct point *points = mem_array(yaml_size(self->doc, mapping) + 1, sizeof *points);
    size_t given = 0;
    int to = 0;
    bool good = read_points(self, mapping, &points[1], &given);

    good = read_inherited_to(self, inherited, &to) && good && check_after(self, &points[1], given, to);
    const size_t kept = good ? (size_t)(to - self->layout->first_year) : 0;

    if (good && kept < self->layout->years) {
        points[0] = (struct point) { to, years[kept], inherited };
        for (size_t i = kept + 1; i < self->layout->years; i++) {
            years[i] = path_at(points, given + 1, self->layout->first_year + (int)i);
        }
    }
    free(points);
    return good;
}

static bool read_path(const struct target_value *self, yaml_value mapping, double *years)
{
    const yaml_value inherited = yaml_find(self->doc, mapping, INHERITED_TO);

    if (yaml_size(self->doc, mapping) == 0) {
        report(self->doc->problems, yaml_place(self->doc, mapping), MESSAGE_PATH_EMPTY,
               SLOTS({ "key", self->row->name }));
        return false;
    }
    return inherited == 0 ? read_own_path(self, mapping, years) : read_inherited_path(self, mapping, inherited, years);
}

/* The value of one key: a path from a map of years, else one value (for all years of a path). */
static bool read_one(const struct target_value *self, yaml_value value, size_t key)
{
    const bool path = self->row->type == PARAMETER_PATH;
    double *place = &self->values[parameter_index(self->layout, self->parameter, key, self->layout->first_year)];
    double number = 0;

    if (path && yaml_is_mapping(self->doc, value)) {
        return read_path(self, value, place);
    }
    if (!read_scalar(self, value, &number)) {
        return false;
    }
    for (size_t i = 0; i < (path ? self->layout->years : 1); i++) {
        place[i] = number;
    }
    return true;
}

static size_t find_key(const struct target_value *self, const char *id)
{
    const size_t count = self->layout->keys[self->parameter];
    size_t key = 0;

    while (key < count && strcmp(axis_key(self->model, self->row->axis, key), id) != 0) {
        key++;
    }
    return key;
}

static bool read_map(const struct target_value *self, yaml_value mapping)
{
    bool good = true;

    for (size_t i = 0; i < yaml_size(self->doc, mapping); i++) {
        const yaml_value key = yaml_key(self->doc, mapping, i);
        const size_t index = find_key(self, yaml_raw(self->doc, key));

        if (index == self->layout->keys[self->parameter]) {
            report_id(self, key, self->row->axis, index);
            good = false;
            continue;
        }
        good = read_one(self, yaml_item(self->doc, mapping, i), index) && good;
    }
    return good;
}

/* Whether a mapping is from years, not from ids, to values. Ids of towns may be numbers too. */
static bool is_by_year(const struct target_value *self, yaml_value mapping)
{
    if (self->row->type != PARAMETER_PATH || !yaml_is_mapping(self->doc, mapping) ||
        yaml_size(self->doc, mapping) == 0) {
        return false;
    }
    const char *first = yaml_raw(self->doc, yaml_key(self->doc, mapping, 0));

    return find_key(self, first) == self->layout->keys[self->parameter] &&
           ((*first >= '0' && *first <= '9') || strcmp(first, INHERITED_TO) == 0);
}

bool value_read(const struct yaml_doc *doc, yaml_value value, enum parameter parameter, const struct model *model,
                const struct parameter_layout *layout, double *values)
{
    struct target_value self = { doc, parameter, &parameter_rows[parameter], model, layout, NULL };

    self.values = values;
    if (self.row->axis == AXIS_NONE) {
        return read_one(&self, value, 0);
    }
    if (yaml_is_mapping(doc, value) && !is_by_year(&self, value)) {
        return read_map(&self, value);
    }
    const size_t keys = layout->keys[parameter];

    for (size_t key = 0; key < keys; key++) {
        if (!read_one(&self, value, key)) {
            return false; /* it is the same for the next */
        }
    }
    return true;
}

bool value_read_one(const struct yaml_doc *doc, yaml_value value, enum parameter parameter, const struct model *model,
                    const struct parameter_layout *layout, double *number)
{
    const struct target_value self = { doc, parameter, &parameter_rows[parameter], model, layout, NULL };

    return value != 0 && read_scalar(&self, value, number);
}

size_t value_key(const struct yaml_doc *doc, yaml_value value, enum parameter parameter, const struct model *model,
                 const struct parameter_layout *layout)
{
    const struct target_value self = { doc, parameter, &parameter_rows[parameter], model, layout, NULL };
    const size_t key = find_key(&self, yaml_raw(doc, value));

    if (key == layout->keys[parameter]) {
        report_id(&self, value, self.row->axis, key);
    }
    return key;
}
