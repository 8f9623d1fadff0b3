#include "page_document.h"

static void write_keys(struct json_writer *json, const struct model *model, enum parameter_axis axis)
{
    json_key(json, "keys");
    json_array(json, JSON_TIGHT);
    for (size_t key = 0; axis != AXIS_NONE && key < axis_keys(model, axis); key++) {
        json_text(json, axis_key(model, axis, key));
    }
    json_close(json);
}

static void write_words(struct json_writer *json, const struct name *words)
{
    json_key(json, "words");
    json_array(json, JSON_TIGHT);
    for (; words != NULL && words->id != NULL; words++) {
        json_text(json, words->id);
    }
    json_close(json);
}

static void write_row(struct json_writer *json, const struct inputs *inputs, enum parameter parameter)
{
    static const char *const types[PARAMETER_TYPES] = { "number", "path", "whole", "switch", "choice", "year", "town" };
    const struct parameter_row *row = &parameter_rows[parameter];

    json_key(json, row->name);
    json_object(json, JSON_TIGHT);
    json_text_member(json, "type", types[row->type]);
    json_number_member(json, "offset", (double)inputs->scenario.layout.offset[parameter]);
    json_number_member(json, "low", row->low);
    json_number_member(json, "high", row->high);
    write_keys(json, &inputs->model, row->axis);
    write_words(json, row->words);
    json_close(json);
}

void page_parameters(struct json_writer *json, const struct inputs *inputs)
{
    json_key(json, "parameters");
    json_object(json, JSON_TIGHT);
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        write_row(json, inputs, (enum parameter)parameter);
    }
    json_close(json);
    page_doubles(json, "values", inputs->scenario.values, inputs->scenario.layout.size);
}
