#include "scenario_words.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"

static size_t width_of(const struct inputs *inputs, enum parameter parameter)
{
    return parameter_rows[parameter].type == PARAMETER_PATH ? inputs->scenario.layout.years : 1;
}

static const double *values_of(const struct inputs *inputs, const double *values, enum parameter parameter, size_t key)
{
    const struct parameter_layout *layout = &inputs->scenario.layout;

    return &values[parameter_index(layout, parameter, key, layout->first_year)];
}

bool scenario_changes(const struct inputs *inputs, const double *initial, enum parameter parameter, size_t key)
{
    const double *now = values_of(inputs, inputs->scenario.values, parameter, key);
    const double *before = values_of(inputs, initial, parameter, key);

    for (size_t year = 0; year < width_of(inputs, parameter); year++) {
        if (now[year] != before[year]) {
            return true;
        }
    }
    return false;
}

/* A value in words. Numbers of a fit have more digits than anybody reads: four decimals. free(). */
static char *value_text(const struct inputs *inputs, enum parameter parameter, double value, enum language language)
{
    static const char *const NO_YES[LANGUAGES][2] = { [CHINESE] = { "否", "是" }, [ENGLISH] = { "no", "yes" } };
    static const char *const NEVER_WORD[LANGUAGES] = { [CHINESE] = "不计入", [ENGLISH] = "never" };
    const struct parameter_row *row = &parameter_rows[parameter];
    const int decimals = 4;

    switch (row->type) {
    case PARAMETER_SWITCH:
        return mem_text(NO_YES[language][value != 0]);
    case PARAMETER_CHOICE:
        return mem_text(row->words[(size_t)value].text[language]);
    case PARAMETER_TOWN:
        return mem_text(inputs->model.towns[(size_t)value].name.text[language]);
    case PARAMETER_YEAR:
        return mem_text(value == NEVER ? NEVER_WORD[language] : number_text(value).text);
    default:
        break;
    }
    const struct number_text exact = number_text(value);
    const char *point = strchr(exact.text, '.');

    return mem_text(point != NULL && strlen(point) > (size_t)decimals + 1 ? number_decimals(value, decimals).text
                                                                          : exact.text);
}

static char *append(char *text, const char *more)
{
    text = mem_grow(text, strlen(text) + strlen(more) + 1, 1);
    return strcat(text, more);
}

char *scenario_values_text(const struct inputs *inputs, const double *values, enum parameter parameter, size_t key,
                           enum language language)
{
    static const char *const BETWEEN[LANGUAGES] = { [CHINESE] = "；", [ENGLISH] = "; " };
    const double *of = values_of(inputs, values, parameter, key);
    const size_t width = width_of(inputs, parameter);
    const int first = inputs->scenario.layout.first_year;
    char *text = mem_text("");
    size_t end = 0;

    for (size_t year = 0; year < width; year = end) {
        for (end = year + 1; end < width && of[end] == of[year]; end++) {
        }
        char *value = value_text(inputs, parameter, of[year], language);

        text = append(text, year == 0 ? "" : BETWEEN[language]);
        if (end - year < width) {
            text = append(text, number_text(first + (double)year).text);
            text = append(text, end == year + 1 ? "" : "-");
            text = append(text, end == year + 1 ? "" : number_text(first + (double)end - 1).text);
            text = append(text, ": ");
        }
        text = append(text, value);
        free(value);
    }
    return text;
}

const char *scenario_key_text(const struct inputs *inputs, enum parameter parameter, size_t key, enum language language)
{
    const struct model *model = &inputs->model;

    switch (parameter_rows[parameter].axis) {
    case AXIS_LEVEL:
        return model->levels[key].name.text[language];
    case AXIS_TOWN:
        return model->towns[key].name.text[language];
    case AXIS_BUILDER:
        return builder_words[key].text[language];
    case AXIS_PROJECT:
        return model->projects[key].name;
    case AXIS_ESTATE:
        return model->estates[key].name.text[language];
    default:
        return "";
    }
}
