#include "move_reader.h"

#include <stdlib.h>
#include <string.h>

#include "ensemble_words.h"
#include "ids.h"
#include "mem.h"
#include "number.h"
#include "value_reader.h"
#include "yaml_value.h"

/* Figures are no larger: what a parameter can take is judged by its own range. */
static const double most = 1e9;

static const struct parameter_row *row_of(const struct move *move)
{
    return &parameter_rows[move->parameter];
}

static bool read_parameter(const struct ensemble_source *source, yaml_value entry, enum parameter *parameter)
{
    const struct yaml_doc *doc = source->doc;
    const yaml_value value = yaml_need(doc, entry, "parameter");
    const char *names[PARAMETERS];

    if (value == 0) {
        return false;
    }
    for (size_t row = 0; row < PARAMETERS; row++) {
        names[row] = parameter_rows[row].name;
        if (strcmp(names[row], yaml_raw(doc, value)) == 0) {
            *parameter = (enum parameter)row;
            return true;
        }
    }
    ids_report(doc->problems, yaml_place(doc, value), "parameter", yaml_raw(doc, value), names, PARAMETERS);
    return false;
}

/* Words, switches, towns and years have no arithmetic. */
static bool can_only_be_set(const struct parameter_row *row)
{
    return row->type == PARAMETER_SWITCH || row->type == PARAMETER_CHOICE || row->type == PARAMETER_YEAR ||
           row->type == PARAMETER_TOWN;
}

bool move_is_discrete(const struct move *move)
{
    return can_only_be_set(row_of(move)) || row_of(move)->type == PARAMETER_WHOLE;
}

static bool check_kind(const struct ensemble_source *source, const struct move *move, yaml_value figures)
{
    const struct parameter_row *row = row_of(move);
    const bool whole_times = row->type == PARAMETER_WHOLE && move->kind == MOVE_TIMES;

    if (!whole_times && (move->kind == MOVE_SET || !can_only_be_set(row))) {
        return true;
    }
    report(source->doc->problems, yaml_place(source->doc, figures),
           whole_times ? MESSAGE_MOVE_WHOLE_TIMES : MESSAGE_MOVE_ONLY_SET,
           SLOTS({ "key", move_words[move->kind].id }, { "parameter", row->name }));
    return false;
}

static bool read_kind(const struct ensemble_source *source, yaml_value entry, struct move *move, yaml_value *figures)
{
    const struct yaml_doc *doc = source->doc;
    size_t found = 0;

    for (size_t kind = 0; kind < MOVE_KINDS; kind++) {
        const yaml_value value = yaml_find(doc, entry, move_words[kind].id);

        if (value != 0) {
            move->kind = (enum move_kind)kind;
            *figures = value;
            found++;
        }
    }
    if (found == 1) {
        return true;
    }
    report(doc->problems, yaml_place(doc, found == 0 ? entry : *figures),
           found == 0 ? MESSAGE_MOVE_KIND_MISSING : MESSAGE_MOVE_KIND_TWICE, NULL);
    return false;
}

static int compare_keys(const void *a, const void *b)
{
    const size_t first = *(const size_t *)a;
    const size_t second = *(const size_t *)b;

    return (first > second) - (first < second);
}

static bool add_key(const struct ensemble_source *source, struct move *move, size_t *keys, yaml_value value)
{
    const struct scenario *scenario = &source->inputs->scenario;
    const size_t key = value_key(source->doc, value, move->parameter, &source->inputs->model, &scenario->layout);

    if (key == scenario->layout.keys[move->parameter]) {
        return false;
    }
    for (size_t i = 0; i < move->key_count; i++) {
        if (keys[i] == key) {
            report(source->doc->problems, yaml_place(source->doc, value), MESSAGE_ID_TWICE,
                   SLOTS({ "key", "key" }, { "found", yaml_raw(source->doc, value) }));
            return false;
        }
    }
    keys[move->key_count++] = key;
    return true;
}

/* `key`: an id or a list of ids. */
static bool read_ids(const struct ensemble_source *source, struct move *move, size_t *keys, yaml_value value)
{
    const struct yaml_doc *doc = source->doc;
    bool good = true;

    if (!yaml_is_list(doc, value)) {
        return add_key(source, move, keys, value);
    }
    for (size_t i = 0; i < yaml_size(doc, value); i++) {
        good = add_key(source, move, keys, yaml_item(doc, value, i)) && good;
    }
    if (yaml_size(doc, value) == 0) {
        report(doc->problems, yaml_place(doc, value), MESSAGE_ENSEMBLE_LIST_EMPTY, SLOTS({ "key", "key" }));
        return false;
    }
    qsort(keys, move->key_count, sizeof *keys, compare_keys);
    return good;
}

/* `builder`: the projects of one. */
static bool read_builder(const struct ensemble_source *source, struct move *move, size_t *keys, yaml_value value)
{
    const struct model *model = &source->inputs->model;
    size_t builder = 0;

    if (!yaml_word(source->doc, value, "builder", builder_words, BUILDERS, &builder)) {
        return false;
    }
    for (size_t project = 0; project < model->project_count; project++) {
        if (model->projects[project].builder == (enum builder)builder) {
            keys[move->key_count++] = project;
        }
    }
    if (move->key_count == 0) {
        report(source->doc->problems, yaml_place(source->doc, value), MESSAGE_MOVE_NO_PROJECT,
               SLOTS({ "found", builder_words[builder].id }));
    }
    return move->key_count > 0;
}

/* `towns`: those whose population is assumed, or all. */
static bool read_towns(const struct ensemble_source *source, struct move *move, size_t *keys, yaml_value value)
{
    const struct model *model = &source->inputs->model;
    size_t word = 0;

    if (!yaml_word(source->doc, value, "towns", move_town_words, MOVE_TOWN_WORDS, &word)) {
        return false;
    }
    for (size_t town = 0; town < model->town_count; town++) {
        if (word != TOWNS_ASSUMED || model->towns[town].status == ASSUMED) {
            keys[move->key_count++] = town;
        }
    }
    if (move->key_count == 0) {
        report(source->doc->problems, yaml_place(source->doc, value), MESSAGE_MOVE_NO_TOWN, NULL);
    }
    return move->key_count > 0;
}

typedef bool read_keys_of(const struct ensemble_source *source, struct move *move, size_t *keys, yaml_value value);

/** A way of choosing keys, and the one axis that it is for. */
static const struct {
    const char *key;
    enum parameter_axis axis; /* AXES: any but none. */
    read_keys_of *read;
} CHOICES[] = {
    { "key", AXES, read_ids },
    { "builder", AXIS_PROJECT, read_builder },
    { "towns", AXIS_TOWN, read_towns },
};

enum { CHOICE_COUNT = sizeof CHOICES / sizeof CHOICES[0] };

static bool check_choice(const struct ensemble_source *source, const struct move *move, size_t choice, yaml_value value)
{
    const struct parameter_row *row = row_of(move);

    if (row->axis == CHOICES[choice].axis || (CHOICES[choice].axis == AXES && row->axis != AXIS_NONE)) {
        return true;
    }
    report(source->doc->problems, yaml_place(source->doc, value),
           row->axis == AXIS_NONE ? MESSAGE_MOVE_HAS_NO_KEYS : MESSAGE_MOVE_OTHER_KEYS,
           SLOTS({ "key", CHOICES[choice].key }, { "parameter", row->name }, { "axis", axis_words[row->axis].id }));
    return false;
}

static void take_all_keys(const struct ensemble_source *source, struct move *move, size_t *keys)
{
    move->key_count = source->inputs->scenario.layout.keys[move->parameter];
    for (size_t key = 0; key < move->key_count; key++) {
        keys[key] = key;
    }
}

/* Whether there is anything to move at all. */
static bool check_any(const struct ensemble_source *source, const struct move *move, yaml_value entry)
{
    if (move->key_count == 0) {
        report(source->doc->problems, yaml_place(source->doc, entry), MESSAGE_MOVE_NOTHING,
               SLOTS({ "parameter", row_of(move)->name }, { "axis", axis_words[row_of(move)->axis].id }));
    }
    return move->key_count > 0;
}

static bool read_keys(const struct ensemble_source *source, struct move_entry *read)
{
    const struct yaml_doc *doc = source->doc;
    struct move *move = &read->move;
    const size_t room = source->inputs->scenario.layout.keys[move->parameter];
    size_t *keys = pool_array(&source->inputs->model.pool, room + 1, sizeof *keys);
    size_t chosen = CHOICE_COUNT;

    move->keys = keys;
    for (size_t choice = 0; choice < CHOICE_COUNT; choice++) {
        const yaml_value value = yaml_find(doc, read->entry, CHOICES[choice].key);

        if (value == 0) {
            continue;
        }
        if (chosen < CHOICE_COUNT) {
            report(doc->problems, yaml_place(doc, value), MESSAGE_MOVE_KEYS_TWICE,
                   SLOTS({ "key", CHOICES[choice].key }, { "other", CHOICES[chosen].key }));
            return false;
        }
        chosen = choice;
        read->each_key = choice > 0;
        if (!check_choice(source, move, choice, value) || !CHOICES[choice].read(source, move, keys, value)) {
            return false;
        }
    }
    if (chosen == CHOICE_COUNT) {
        take_all_keys(source, move, keys);
    }
    return check_any(source, move, read->entry);
}

static bool read_each(const struct ensemble_source *source, struct move_entry *read)
{
    const yaml_value value = yaml_find(source->doc, read->entry, "each");

    if (value == 0) {
        return true;
    }
    const struct parameter_row *row = row_of(&read->move);

    if (row->axis == AXIS_NONE) {
        report(source->doc->problems, yaml_place(source->doc, value), MESSAGE_MOVE_HAS_NO_KEYS,
               SLOTS({ "key", "each" }, { "parameter", row->name }));
        return false;
    }
    return yaml_switch(source->doc, value, "each", &read->each_key);
}

static bool read_year(const struct ensemble_source *source, const struct move_entry *read, const char *key, int *year)
{
    const struct yaml_doc *doc = source->doc;
    const struct parameter_layout *layout = &source->inputs->scenario.layout;
    const struct parameter_row *row = row_of(&read->move);
    const yaml_value value = yaml_find(doc, read->entry, key);
    const int last = layout->first_year + (int)layout->years - 1;

    if (value == 0) {
        return true;
    }
    if (row->type != PARAMETER_PATH) {
        report(doc->problems, yaml_place(doc, value), MESSAGE_MOVE_NO_PATH,
               SLOTS({ "key", key }, { "parameter", row->name }));
        return false;
    }
    if (!source->settled) {
        return yaml_year(doc, value, key, year);
    }
    const struct figure_rule rule = { key, layout->first_year, last, true };
    double number = 0;
    const bool good = yaml_number(doc, value, &rule, &number);

    *year = (int)number;
    return good;
}

static bool read_years(const struct ensemble_source *source, struct move_entry *read)
{
    const struct parameter_layout *layout = &source->inputs->scenario.layout;
    struct move *move = &read->move;

    move->first_year = layout->first_year;
    move->last_year = layout->first_year;
    if (row_of(move)->type == PARAMETER_PATH) {
        move->last_year += (int)layout->years - 1;
    }
    bool good = read_year(source, read, "first", &move->first_year);

    good = read_year(source, read, "last", &move->last_year) && good;
    if (good && source->settled && move->last_year < move->first_year) {
        const yaml_value last = yaml_find(source->doc, read->entry, "last");

        report(source->doc->problems, yaml_place(source->doc, last), MESSAGE_LAST_BEFORE_FIRST,
               SLOTS({ "found", number_text(move->last_year).text }, { "first", number_text(move->first_year).text }));
        return false;
    }
    return good;
}

/* The parameter and, where it does not move all keys, those: "supply.delay_years developer". */
static const char *usual_name(const struct ensemble_source *source, const struct move *move)
{
    const struct inputs *inputs = source->inputs;
    const struct parameter_row *row = row_of(move);
    const bool all = move->key_count == inputs->scenario.layout.keys[move->parameter];
    const char *key = all ? NULL : axis_key(&inputs->model, row->axis, move->keys[0]);
    char *name =
        pool_array(&source->inputs->model.pool, strlen(row->name) + (key == NULL ? 0 : strlen(key)) + sizeof " ...", 1);

    strcpy(name, row->name);
    if (key != NULL) {
        strcat(strcat(name, " "), key);
    }
    return key != NULL && move->key_count > 1 ? strcat(name, "...") : name;
}

static bool read_texts(const struct ensemble_source *source, struct move_entry *read)
{
    const struct yaml_doc *doc = source->doc;
    struct pool *pool = &source->inputs->model.pool;
    struct move *move = &read->move;
    const yaml_value name = yaml_find(doc, read->entry, "name");
    const yaml_value from = yaml_find(doc, read->entry, "source");

    move->name[CHINESE] = move->name[ENGLISH] = usual_name(source, move);
    move->source[CHINESE] = move->source[ENGLISH] = "";
    const bool good = name == 0 || yaml_name(doc, name, "name", pool, move->name);

    return (from == 0 || yaml_languages(doc, from, "source", pool, move->source)) && good;
}

/* Whether the keys of the parameter can be looked up. */
static bool knows_keys(const struct ensemble_source *source, const struct move *move)
{
    const enum parameter_axis axis = row_of(move)->axis;

    return source->whole_model || axis == AXIS_NONE || axis == AXIS_BUILDER;
}

bool move_read(const struct ensemble_source *source, yaml_value entry, enum file_mapping in, struct move_entry *read)
{
    *read = (struct move_entry) { .entry = entry };
    if (!yaml_mapping(source->doc, entry, in == IN_INPUT ? "inputs" : "sweep")) {
        return false;
    }
    yaml_keys(source->doc, entry, in);
    const bool kind = read_kind(source, entry, &read->move, &read->figures);

    if (!read_parameter(source, entry, &read->move.parameter)) {
        return false;
    }
    const bool good_kind = kind && check_kind(source, &read->move, read->figures);

    read->has_figures = good_kind && knows_keys(source, &read->move);
    const bool years = read_years(source, read);
    const bool keys = knows_keys(source, &read->move) && read_keys(source, read);
    const bool each = read_each(source, read);

    return keys && read_texts(source, read) && years && each && read->has_figures;
}

bool move_figure(const struct ensemble_source *source, const struct move *move, yaml_value value, const char *key,
                 double *figure)
{
    const struct inputs *inputs = source->inputs;
    const struct figure_rule rule = { key, -most, most, row_of(move)->type == PARAMETER_WHOLE };

    if (move->kind == MOVE_SET) {
        return value_read_one(source->doc, value, move->parameter, &inputs->model, &inputs->scenario.layout, figure);
    }
    return yaml_number(source->doc, value, &rule, figure);
}

static double moved(const struct move *move, double value, double figure)
{
    switch (move->kind) {
    case MOVE_TIMES:
        return value * figure;
    case MOVE_ADD:
        return value + figure;
    case MOVE_SET:
    case MOVE_KINDS:
        break;
    }
    return figure;
}

/** Where a figure acts, as a message shows it: " (primary, 2024)". */
struct cell_text {
    char text[FOUND_ROOM];
};

static struct cell_text cell_text(const struct inputs *inputs, const struct move *move, size_t key, int year)
{
    const struct parameter_row *row = row_of(move);
    const char *id = axis_key(&inputs->model, row->axis, key);
    const bool path = row->type == PARAMETER_PATH;
    struct cell_text cell = { "" };

    if (id != NULL || path) {
        const struct found_text shown = found_text(id == NULL ? "" : id, id == NULL ? 0 : strlen(id));

        strcat(strcat(cell.text, " ("), shown.text);
        strcat(cell.text, id != NULL && path ? ", " : "");
        strcat(strcat(cell.text, path ? number_text(year).text : ""), ")");
    }
    return cell;
}

bool move_in_range(const struct ensemble_source *source, const struct move *move, yaml_value value, double figure)
{
    const struct scenario *scenario = &source->inputs->scenario;
    const struct parameter_row *row = row_of(move);
    const bool judged = move->kind == MOVE_SET && move_is_discrete(move); /* where the value was read */

    for (size_t key = 0; source->settled && !judged && key < move->key_count; key++) {
        for (int year = move->first_year; year <= move->last_year; year++) {
            const double from = inputs_value(source->inputs, scenario->values, move->parameter, move->keys[key], year);
            const double to = moved(move, from, figure);

            if (row->low <= to && to <= row->high) {
                continue;
            }
            report(source->doc->problems, yaml_place(source->doc, value), MESSAGE_MOVE_OUT_OF_RANGE,
                   SLOTS({ "key", move_words[move->kind].id }, { "found", number_text(figure).text },
                         { "parameter", row->name },
                         { "where", cell_text(source->inputs, move, move->keys[key], year).text },
                         { "value", number_text(to).text }, { "low", number_text(row->low).text },
                         { "high", number_text(row->high).text }));
            return false;
        }
    }
    return true;
}
