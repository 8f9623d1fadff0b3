#include "resolved.h"

#include <stdbool.h>
#include <string.h>

#include "number.h"
#include "resolved_parts.h"
#include "yaml_writer.h"

static const char *const LANGUAGE_KEYS[LANGUAGES] = { [CHINESE] = "zh", [ENGLISH] = "en" };

void resolved_texts(FILE *stream, const char *key, const char *const text[LANGUAGES])
{
    fprintf(stream, "%s: {", key);
    for (int language = 0, count = 0; language < LANGUAGES; language++) {
        if (text[language] != NULL) {
            fprintf(stream, "%s%s: ", count++ == 0 ? "" : ", ", LANGUAGE_KEYS[language]);
            yaml_write_text(stream, text[language]);
        }
    }
    fputs("}\n", stream);
}

void resolved_value(FILE *stream, const struct model *model, const struct parameter_row *row, double value)
{
    if (row->type == PARAMETER_SWITCH) {
        fputs(value != 0 ? "yes" : "no", stream);
    } else if (row->type == PARAMETER_CHOICE) {
        fputs(row->words[(size_t)value].id, stream);
    } else if (row->type == PARAMETER_YEAR && value == NEVER) {
        fputs("never", stream);
    } else if (row->type == PARAMETER_TOWN) {
        yaml_write_key(stream, model->towns[(size_t)value].name.id);
    } else {
        fputs(number_text(value).text, stream);
    }
}

static bool is_constant(const double *values, size_t count)
{
    for (size_t index = 1; index < count; index++) {
        if (values[index] != values[0]) {
            return false;
        }
    }
    return true;
}

/* The value for a key: a path that changes has all its years. */
static void write_values(FILE *stream, const struct inputs *inputs, enum parameter parameter, size_t key)
{
    const struct scenario *scenario = &inputs->scenario;
    const struct parameter_layout *layout = &scenario->layout;
    const struct parameter_row *row = &parameter_rows[parameter];
    const double *values = &scenario->values[parameter_index(layout, parameter, key, layout->first_year)];

    if (row->type != PARAMETER_PATH || is_constant(values, layout->years)) {
        resolved_value(stream, &inputs->model, row, values[0]);
        return;
    }
    for (size_t year = 0; year < layout->years; year++) {
        fprintf(stream, "%s%d: ", year == 0 ? "{" : ", ", layout->first_year + (int)year);
        resolved_value(stream, &inputs->model, row, values[year]);
    }
    fputs("}", stream);
}

static void write_parameter(FILE *stream, const struct inputs *inputs, enum parameter parameter, const char *key)
{
    const enum parameter_axis axis = parameter_rows[parameter].axis;
    const size_t keys = inputs->scenario.layout.keys[parameter];

    fprintf(stream, "  %s:", key);
    if (axis == AXIS_NONE) {
        fputs(" ", stream);
        write_values(stream, inputs, parameter, 0);
    }
    fputs(keys == 0 ? " {}\n" : "\n", stream);
    for (size_t at = 0; axis != AXIS_NONE && at < keys; at++) {
        fputs("    ", stream);
        yaml_write_key(stream, axis_key(&inputs->model, axis, at));
        fputs(": ", stream);
        write_values(stream, inputs, parameter, at);
        fputs("\n", stream);
    }
}

/* Length of the section's name: what is before the point. */
static size_t section_length(size_t parameter)
{
    return strcspn(parameter_rows[parameter].name, ".");
}

static bool same_section(size_t a, size_t b)
{
    return section_length(a) == section_length(b) &&
           memcmp(parameter_rows[a].name, parameter_rows[b].name, section_length(a)) == 0;
}

static bool opens_section(size_t parameter)
{
    for (size_t before = 0; before < parameter; before++) {
        if (same_section(before, parameter)) {
            return false;
        }
    }
    return true;
}

static void write_section(FILE *stream, const struct inputs *inputs, size_t first)
{
    const size_t length = section_length(first);

    fwrite(parameter_rows[first].name, 1, length, stream);
    fputs(":\n", stream);
    for (size_t parameter = first; parameter < PARAMETERS; parameter++) {
        if (same_section(first, parameter)) {
            write_parameter(stream, inputs, (enum parameter)parameter, parameter_rows[parameter].name + length + 1);
        }
    }
}

static void resolved_notice(FILE *stream, const struct notice_settings *notice)
{
    fprintf(stream, "notice: {school_year: %d, amber_probability: %s, listed: %zu}\n", notice->school_year,
            number_text(notice->amber_probability).text, notice->listed);
}

void resolved_write(FILE *stream, const struct inputs *inputs, const char *model)
{
    const struct scenario *scenario = &inputs->scenario;

    fputs("# 本次运行的全部取值；运行此文件得到相同的数字。\n"
          "# All values of this run; running this file gives the same numbers.\n"
          "format: 1\nmodel: ",
          stream);
    yaml_write_text(stream, model);
    fputs("\n", stream);
    resolved_texts(stream, "title", scenario->title);
    if (scenario->question[CHINESE][0] != '\0' || scenario->question[ENGLISH][0] != '\0') {
        resolved_texts(stream, "question", scenario->question); /* an empty one would be refused where this is read */
    }
    fprintf(stream, "horizon: {first: %d, last: %d}\n", scenario->first_year, scenario->last_year);
    resolved_notice(stream, &scenario->notice);
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        if (opens_section(parameter)) {
            write_section(stream, inputs, parameter);
        }
    }
    resolved_ensemble(stream, inputs);
}
