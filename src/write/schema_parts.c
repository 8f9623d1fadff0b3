#include "schema_parts.h"

#include <stdio.h>
#include <string.h>

#include "date.h"
#include "ensemble_words.h"
#include "file_keys.h"

void schema_description(struct json_writer *json, const char *const text[LANGUAGES])
{
    char both[1024];

    snprintf(both, sizeof both, "%s / %s", text[CHINESE], text[ENGLISH]);
    json_text_member(json, "description", both);
}

void schema_object(struct json_writer *json, enum json_layout layout)
{
    json_text_member(json, "type", "object");
    json_boolean_member(json, "additionalProperties", false);
    json_key(json, "properties");
    json_object(json, layout);
}

void schema_range(struct json_writer *json, bool whole, double low, double high)
{
    json_text_member(json, "type", whole ? "integer" : "number");
    json_number_member(json, "minimum", low);
    json_number_member(json, "maximum", high);
}

void schema_words_allowed(struct json_writer *json, const struct name *words, size_t count)
{
    json_key(json, "enum");
    json_array(json, JSON_LINE);
    for (size_t word = 0; word < count; word++) {
        json_text(json, words[word].id);
    }
    json_close(json);
}

void schema_switch(struct json_writer *json)
{
    static const char *const WORDS[] = { "yes", "no", "true", "false" };

    json_key(json, "enum");
    json_array(json, JSON_LINE);
    json_boolean(json, true);
    json_boolean(json, false);
    for (size_t word = 0; word < sizeof WORDS / sizeof *WORDS; word++) {
        json_text(json, WORDS[word]);
    }
    json_close(json);
}

void schema_pattern(struct json_writer *json, const char *pattern)
{
    json_text_member(json, "type", "string");
    json_text_member(json, "pattern", pattern);
}

static void write_types(struct json_writer *json, const char *const *types, size_t count)
{
    json_key(json, "type");
    json_array(json, JSON_LINE);
    for (size_t type = 0; type < count; type++) {
        json_text(json, types[type]);
    }
    json_close(json);
    json_number_member(json, "minLength", 1);
}

void schema_text(struct json_writer *json)
{
    static const char *const TYPES[] = { "string", "number", "boolean" };

    write_types(json, TYPES, sizeof TYPES / sizeof *TYPES);
}

void schema_id(struct json_writer *json)
{
    schema_text(json);
}

/* The members of one value of the parameter, of a path in one year. */
static void write_scalar(struct json_writer *json, const struct parameter_row *row)
{
    size_t words = 0;

    switch (row->type) {
    case PARAMETER_SWITCH:
        schema_switch(json);
        return;
    case PARAMETER_CHOICE:
        while (row->words[words].id != NULL) {
            words++;
        }
        schema_words_allowed(json, row->words, words);
        return;
    case PARAMETER_TOWN:
        schema_id(json);
        return;
    case PARAMETER_NUMBER:
    case PARAMETER_PATH:
    case PARAMETER_WHOLE:
    case PARAMETER_YEAR:
    case PARAMETER_TYPES:
        break;
    }
    schema_range(json, row->type == PARAMETER_WHOLE || row->type == PARAMETER_YEAR, row->low, row->high);
}

/* A year, and `inherited_to` beside years. */
static void write_years(struct json_writer *json, const struct parameter_row *row)
{
    json_object(json, JSON_LINE);
    schema_object(json, JSON_LINE);
    json_key(json, "inherited_to");
    json_object(json, JSON_LINE);
    schema_range(json, true, YEAR_LOWEST, YEAR_HIGHEST);
    json_close(json);
    json_close(json);
    json_key(json, "patternProperties");
    json_object(json, JSON_LINE);
    json_key(json, "^[0-9]{4}$");
    json_object(json, JSON_LINE);
    write_scalar(json, row);
    json_close(json);
    json_close(json);
    json_number_member(json, "minProperties", 1);
    json_close(json);
}

/* The forms that the value of one key can have; each an object. */
static void write_forms(struct json_writer *json, const struct parameter_row *row)
{
    json_object(json, JSON_LINE);
    write_scalar(json, row);
    json_close(json);
    if (row->type == PARAMETER_YEAR) {
        json_object(json, JSON_LINE);
        json_text_member(json, "const", "never");
        json_close(json);
    }
    if (row->type == PARAMETER_PATH) {
        write_years(json, row);
    }
}

static void write_any_of_forms(struct json_writer *json, const struct parameter_row *row)
{
    json_object(json, JSON_LINE);
    json_key(json, "anyOf");
    json_array(json, JSON_LINES);
    write_forms(json, row);
    json_close(json);
    json_close(json);
}

/* A map from ids: those of builders are known, those of a model are not. */
static void write_by_key(struct json_writer *json, const struct parameter_row *row)
{
    json_object(json, JSON_LINES);
    json_text_member(json, "type", "object");
    if (row->axis == AXIS_BUILDER) {
        json_key(json, "propertyNames");
        json_object(json, JSON_LINE);
        schema_words_allowed(json, builder_words, BUILDERS);
        json_close(json);
    }
    json_key(json, "additionalProperties");
    write_any_of_forms(json, row);
    json_close(json);
}

void schema_parameter(struct json_writer *json, const struct parameter_row *row)
{
    json_key(json, "anyOf");
    json_array(json, JSON_LINES);
    write_forms(json, row);
    if (row->axis != AXIS_NONE) {
        write_by_key(json, row);
    }
    json_close(json);
}

void schema_parameter_names(struct json_writer *json)
{
    json_key(json, "enum");
    json_array(json, JSON_LINES);
    for (size_t row = 0; row < PARAMETERS; row++) {
        json_text(json, parameter_rows[row].name);
    }
    json_close(json);
}

/* A figure, or a list of figures; those of `set` can be words. */
static void write_figure(struct json_writer *json, bool is_list)
{
    json_object(json, JSON_LINE);
    if (is_list) {
        json_text_member(json, "type", "array");
        json_number_member(json, "minItems", 1);
    } else {
        json_text_member(json, "type", "number");
    }
    json_close(json);
}

static void write_shape(struct json_writer *json, enum distribution_shape shape)
{
    const char *const *keys = shape_keys[shape];

    json_object(json, JSON_LINE);
    schema_object(json, JSON_LINE);
    for (size_t key = 0; key < SHAPE_KEYS_MOST && keys[key] != NULL; key++) {
        json_key(json, keys[key]);
        if (key > 0) {
            write_figure(json, strcmp(keys[key], "values") == 0 || strcmp(keys[key], "weights") == 0);
            continue;
        }
        json_object(json, JSON_LINE);
        json_text_member(json, "const", shape_words[shape].id);
        json_close(json);
    }
    json_close(json);
    json_key(json, "required");
    json_array(json, JSON_LINE);
    for (size_t key = shape == SHAPE_UNIFORM ? 1 : 0; key < SHAPE_KEYS_MOST && keys[key] != NULL; key++) {
        if (strcmp(keys[key], "weights") != 0) {
            json_text(json, keys[key]);
        }
    }
    json_close(json);
    json_close(json);
}

void schema_distribution(struct json_writer *json)
{
    json_key(json, "anyOf");
    json_array(json, JSON_LINES);
    for (size_t shape = 0; shape < SHAPES; shape++) {
        write_shape(json, (enum distribution_shape)shape);
    }
    json_object(json, JSON_LINE);
    schema_object(json, JSON_LINE);
    json_key(json, "probability");
    json_object(json, JSON_LINE);
    schema_range(json, false, 0, 1);
    json_close(json);
    json_close(json);
    json_close(json);
    json_close(json);
}
