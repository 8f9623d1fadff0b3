#include "schema.h"

#include <string.h>

#include "file_keys.h"
#include "schema_parts.h"

const char *const schema_words[SCHEMAS] = { [SCHEMA_SCENARIO] = "scenario", [SCHEMA_DISTRICT] = "district" };

static const enum file_mapping ROOTS[SCHEMAS] = { [SCHEMA_SCENARIO] = IN_SCENARIO, [SCHEMA_DISTRICT] = IN_DISTRICT };

/* The name of a mapping among the definitions, which is where lists and mappings of it refer to. */
static const char *const NAMES[FILE_MAPPINGS] = {
    [IN_HORIZON] = "horizon",
    [IN_NOTICE] = "notice",
    [IN_SWEEP] = "sweep",
    [IN_SPAN] = "span",
    [IN_SENSITIVITY] = "sensitivity",
    [IN_UNCERTAINTY] = "uncertainty",
    [IN_INPUT] = "input",
    [IN_PLAN] = "plan",
    [IN_MIGRATION] = "migration",
    [IN_SCHEDULE] = "schedule",
    [IN_ENROLMENT] = "enrolment",
    [IN_AREA] = "area",
    [IN_LEVEL] = "level",
    [IN_SCHOOL_TYPE] = "school_type",
    [IN_BACKTEST] = "backtest",
    [IN_AGES] = "ages",
    [IN_CALIBRATION] = "calibration",
    [IN_FIT] = "fit",
};

/* {"$ref": ...}: a definition of this document. */
static void write_reference(struct json_writer *json, const char *name)
{
    char path[64];

    snprintf(path, sizeof path, "#/definitions/%s", name);
    json_object(json, JSON_LINE);
    json_text_member(json, "$ref", path);
    json_close(json);
}

/* A list, of one entry at least, of what `items` writes as an object's members. */
static void write_list_of(struct json_writer *json, void items(struct json_writer *json))
{
    json_text_member(json, "type", "array");
    json_number_member(json, "minItems", 1);
    json_key(json, "items");
    json_object(json, JSON_LINE);
    items(json);
    json_close(json);
}

static void write_date(struct json_writer *json)
{
    schema_pattern(json, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
}

static void open_choice(struct json_writer *json)
{
    json_key(json, "anyOf");
    json_array(json, JSON_LINES);
    json_object(json, JSON_LINE);
}

static void next_choice(struct json_writer *json)
{
    json_close(json);
    json_object(json, JSON_LINE);
}

static void close_choice(struct json_writer *json)
{
    json_close(json);
    json_close(json);
}

static void write_by_grade(struct json_writer *json, const struct file_key *row)
{
    open_choice(json);
    schema_range(json, false, row->low, row->high);
    next_choice(json);
    json_text_member(json, "type", "array");
    json_key(json, "items");
    json_object(json, JSON_LINE);
    schema_range(json, false, row->low, row->high);
    json_close(json);
    close_choice(json);
}

static void write_languages(struct json_writer *json)
{
    static const char *const KEYS[LANGUAGES] = { [CHINESE] = "zh", [ENGLISH] = "en" };

    open_choice(json);
    schema_text(json);
    next_choice(json);
    schema_object(json, JSON_LINE);
    for (size_t language = 0; language < LANGUAGES; language++) {
        json_key(json, KEYS[language]);
        json_object(json, JSON_LINE);
        schema_text(json);
        json_close(json);
    }
    json_close(json);
    json_number_member(json, "minProperties", 1);
    close_choice(json);
}

/* By table of a model: its file, or its columns' headings. */
static void write_tables(struct json_writer *json, bool columns)
{
    schema_object(json, JSON_LINES);
    for (size_t table = 0; table < MODEL_TABLES; table++) {
        json_key(json, model_tables[table]);
        json_object(json, JSON_LINE);
        if (columns) {
            json_text_member(json, "type", "object");
            json_key(json, "additionalProperties");
            json_object(json, JSON_LINE);
            schema_text(json);
            json_close(json);
        } else {
            schema_text(json);
        }
        json_close(json);
    }
    json_close(json);
}

/* A list, or beside it a mapping or a word: what several types of keys are. */
static void write_either(struct json_writer *json, const struct file_key *row)
{
    json_key(json, "anyOf");
    json_array(json, JSON_LINES);
    json_object(json, JSON_LINE);
    if (row->type == KEY_WORD_OR) {
        schema_words_allowed(json, row->words, row->word_count);
    } else {
        json_text_member(json, "type", "array");
        json_number_member(json, "minItems", 1);
    }
    json_close(json);
    write_reference(json, NAMES[row->inside]);
    json_close(json);
}

static void write_text_type(struct json_writer *json, const struct file_key *row)
{
    switch (row->type) {
    case KEY_DATE:
        write_date(json);
        return;
    case KEY_DATES:
        write_list_of(json, write_date);
        return;
    case KEY_MONTH_DAY:
        schema_pattern(json, "^[0-9]{2}-[0-9]{2}$");
        return;
    case KEY_LANGUAGES:
        write_languages(json);
        return;
    case KEY_IDS:
        write_list_of(json, schema_id);
        return;
    case KEY_ID_OR_IDS:
        open_choice(json);
        schema_id(json);
        next_choice(json);
        write_list_of(json, schema_id);
        close_choice(json);
        return;
    default:
        schema_text(json);
    }
}

/* The mapping that the key takes, or a list of such. */
static void write_inside(struct json_writer *json, const struct file_key *row)
{
    if (row->type == KEY_LIST) {
        json_text_member(json, "type", "array");
        json_key(json, "items");
        write_reference(json, NAMES[row->inside]);
        return;
    }
    json_key(json, "allOf");
    json_array(json, JSON_LINE);
    write_reference(json, NAMES[row->inside]);
    json_close(json);
}

static void write_type(struct json_writer *json, const struct file_key *row)
{
    switch (row->type) {
    case KEY_NUMBER:
    case KEY_WHOLE:
    case KEY_YEAR:
        schema_range(json, row->type != KEY_NUMBER, row->low, row->high);
        return;
    case KEY_BY_GRADE:
        write_by_grade(json, row);
        return;
    case KEY_SWITCH:
        schema_switch(json);
        return;
    case KEY_WORD:
        schema_words_allowed(json, row->words, row->word_count);
        return;
    case KEY_MAPPING:
    case KEY_LIST:
        write_inside(json, row);
        return;
    case KEY_WORD_OR:
    case KEY_FIGURES:
        write_either(json, row);
        return;
    case KEY_PARAMETER:
    case KEY_DISTRIBUTION:
        json_key(json, "allOf");
        json_array(json, JSON_LINE);
        write_reference(json, row->type == KEY_PARAMETER ? "parameter" : "distribution");
        json_close(json);
        return;
    case KEY_FILES:
    case KEY_COLUMNS:
        write_tables(json, row->type == KEY_COLUMNS);
        return;
    default:
        write_text_type(json, row);
    }
}

static void write_key(struct json_writer *json, const struct file_key *row)
{
    json_key(json, row->key);
    json_object(json, JSON_LINES);
    schema_description(json, row->text);
    write_type(json, row);
    json_close(json);
}

static void write_needed(struct json_writer *json, enum file_mapping in)
{
    json_key(json, "required");
    json_array(json, JSON_LINE);
    for (size_t row = 0; row < file_key_count; row++) {
        if (file_keys[row].in == in && file_keys[row].is_needed) {
            json_text(json, file_keys[row].key);
        }
    }
    json_close(json);
}

/* The parameter as the description of its key has it: meaning, and the unit. */
static void write_parameter(struct json_writer *json, const struct parameter_row *row, const char *key)
{
    char text[LANGUAGES][512];

    snprintf(text[CHINESE], sizeof text[CHINESE], "%s（单位 %s）", row->text[CHINESE], row->unit);
    snprintf(text[ENGLISH], sizeof text[ENGLISH], "%s (in %s)", row->text[ENGLISH], row->unit);
    json_key(json, key);
    json_object(json, JSON_LINES);
    schema_description(json, (const char *const[LANGUAGES]) { text[CHINESE], text[ENGLISH] });
    schema_parameter(json, row);
    json_close(json);
}

/* The sections of the table of parameters, each with its keys; rows of a section stand together. */
static void write_sections(struct json_writer *json)
{
    const char *open = NULL;

    for (size_t row = 0; row < PARAMETERS; row++) {
        const char *name = parameter_rows[row].name;
        const size_t length = (size_t)(strchr(name, '.') - name);

        if (open == NULL || strncmp(open, name, length + 1) != 0) {
            char section[64];

            if (open != NULL) {
                json_close(json);
                json_close(json);
            }
            snprintf(section, sizeof section, "%.*s", (int)length, name);
            json_key(json, section);
            json_object(json, JSON_LINES);
            schema_object(json, JSON_LINES);
            open = name;
        }
        write_parameter(json, &parameter_rows[row], name + length + 1);
    }
    json_close(json);
    json_close(json);
}

/* The members of an object with the mapping's keys. */
static void write_mapping(struct json_writer *json, enum file_mapping in)
{
    schema_object(json, JSON_LINES);
    for (size_t row = 0; row < file_key_count; row++) {
        if (file_keys[row].in == in) {
            write_key(json, &file_keys[row]);
        }
    }
    if (in == IN_SCENARIO) {
        write_sections(json);
    }
    json_close(json);
    write_needed(json, in);
}

static bool is_used(enum schema schema, enum file_mapping in)
{
    return NAMES[in] != NULL && (in < IN_DISTRICT) == (schema == SCHEMA_SCENARIO);
}

static void write_definitions(struct json_writer *json, enum schema schema)
{
    json_key(json, "definitions");
    json_object(json, JSON_LINES);
    for (size_t in = 0; in < FILE_MAPPINGS; in++) {
        if (is_used(schema, (enum file_mapping)in)) {
            json_key(json, NAMES[in]);
            json_object(json, JSON_LINES);
            write_mapping(json, (enum file_mapping)in);
            json_close(json);
        }
    }
    json_key(json, "parameter");
    json_object(json, JSON_LINES);
    schema_parameter_names(json);
    json_close(json);
    if (schema == SCHEMA_SCENARIO) {
        json_key(json, "distribution");
        json_object(json, JSON_LINES);
        schema_distribution(json);
        json_close(json);
    }
    json_close(json);
}

void schema_write(FILE *stream, enum schema schema)
{
    static const char *const TITLES[SCHEMAS] = {
        [SCHEMA_SCENARIO] = "xuewei 情景 / scenario", [SCHEMA_DISTRICT] = "xuewei 模型 / model: district.yaml"
    };
    struct json_writer json;

    json_begin(&json, stream);
    json_object(&json, JSON_LINES);
    json_text_member(&json, "$schema", "http://json-schema.org/draft-07/schema#");
    json_text_member(&json, "title", TITLES[schema]);
    write_mapping(&json, ROOTS[schema]);
    write_definitions(&json, schema);
    json_close(&json);
    json_end(&json);
}
