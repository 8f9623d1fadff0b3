#include "parameters_command.h"

#include <stdio.h>
#include <sysexits.h>

#include "answer.h"
#include "arguments.h"
#include "number.h"
#include "parameters.h"
#include "say.h"

static const char *const type_words[PARAMETER_TYPES][LANGUAGES] = {
    [PARAMETER_NUMBER] = { "数", "number" },
    [PARAMETER_PATH] = { "数，或随年份变化的路径 {2024: 1, 2030: 1.1}",
                         "number, or a path over years {2024: 1, 2030: 1.1}" },
    [PARAMETER_WHOLE] = { "整数", "whole number" },
    [PARAMETER_SWITCH] = { "yes 或 no", "yes or no" },
    [PARAMETER_CHOICE] = { "词", "word" },
    [PARAMETER_YEAR] = { "年份或 never", "year, or never" },
    [PARAMETER_TOWN] = { "镇街编号", "id of a town" },
};

static const char *const axis_words[AXES][LANGUAGES] = {
    [AXIS_NONE] = { "", "" },
    [AXIS_LEVEL] = { "，可按学段", ", by level" },
    [AXIS_TOWN] = { "，可按镇街", ", by town" },
    [AXIS_BUILDER] = { "，可按建设主体", ", by builder" },
    [AXIS_PROJECT] = { "，可按项目", ", by project" },
    [AXIS_ESTATE] = { "，可按小区", ", by estate" },
};

/* A value of the parameter as a scenario would write it. */
static struct number_text value_text(const struct parameter_row *row, double value)
{
    struct number_text text = number_text(value);

    if (row->type == PARAMETER_CHOICE) {
        snprintf(text.text, sizeof text.text, "%s", row->words[(size_t)value].id);
    } else if (row->type == PARAMETER_SWITCH) {
        snprintf(text.text, sizeof text.text, "%s", value != 0 ? "yes" : "no");
    } else if (row->type == PARAMETER_YEAR && value == NEVER) {
        snprintf(text.text, sizeof text.text, "never");
    } else if (row->type == PARAMETER_TOWN) {
        snprintf(text.text, sizeof text.text, "projects.csv");
    }
    return text;
}

static void print_allowed(const struct parameter_row *row)
{
    if (row->type == PARAMETER_CHOICE) {
        for (const struct name *word = row->words; word->id != NULL; word++) {
            printf("%s%s", word == row->words ? " (" : ", ", word->id);
        }
        printf(")");
    } else if (row->type != PARAMETER_SWITCH && row->type != PARAMETER_TOWN) {
        printf(" [%s..%s]", number_text(row->low).text, number_text(row->high).text);
    }
}

static void print_row(const struct parameter_row *row, enum language language)
{
    printf("%s\n    %s%s", row->name, type_words[row->type][language], axis_words[row->axis][language]);
    print_allowed(row);
    printf(language == CHINESE ? "，单位 %s，默认 %s\n" : ", in %s, default %s\n", row->unit,
           value_text(row, row->initial).text);
    printf("    %s\n    %s\n\n", row->text[language], row->acts[language]);
}

static void answer_words(struct json_writer *json, const struct parameter_row *row)
{
    json_key(json, "words");
    if (row->words == NULL) {
        json_null(json);
        return;
    }
    json_array(json, JSON_LINE);
    for (const struct name *word = row->words; word->id != NULL; word++) {
        json_text(json, word->id);
    }
    json_close(json);
}

static void answer_row(struct json_writer *json, const struct parameter_row *row, enum language language)
{
    static const char *const TYPES[PARAMETER_TYPES] = {
        [PARAMETER_NUMBER] = "number", [PARAMETER_PATH] = "path",     [PARAMETER_WHOLE] = "whole",
        [PARAMETER_SWITCH] = "switch", [PARAMETER_CHOICE] = "choice", [PARAMETER_YEAR] = "year",
        [PARAMETER_TOWN] = "town",
    };
    static const char *const KEYS[AXES] = { NULL, "level", "town", "builder", "project", "estate" };

    json_object(json, JSON_LINE);
    json_text_member(json, "name", row->name);
    json_text_member(json, "type", TYPES[row->type]);
    json_text_member(json, "by", KEYS[row->axis]);
    json_text_member(json, "unit", row->unit);
    json_number_member(json, "low", row->low);
    json_number_member(json, "high", row->high);
    json_text_member(json, "initial", value_text(row, row->initial).text);
    answer_words(json, row);
    json_text_member(json, "text", row->text[language]);
    json_text_member(json, "acts", row->acts[language]);
    json_close(json);
}

static int answer_all(struct answer *answer, const char *verb, enum language language)
{
    const struct problems none = { .count = 0 };

    answer_begin(answer, verb);
    json_key(&answer->json, "parameters");
    json_array(&answer->json, JSON_LINES);
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        answer_row(&answer->json, &parameter_rows[parameter], language);
    }
    json_close(&answer->json);
    return answer_end(answer, &none, language, EX_OK);
}

int parameters_command(int argc, char **argv, enum language language)
{
    struct answer answer = { .asked = false };

    if (!arguments_json_alone(argc, argv, language, &answer.asked)) {
        return EX_USAGE;
    }
    if (argc > optind) {
        say(language, MESSAGE_USAGE_ARGUMENT, SLOTS({ "found", argv[optind] }, { "verb", argv[0] }));
        return EX_USAGE;
    }
    if (answer.asked) {
        return answer_all(&answer, argv[0], language);
    }
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        print_row(&parameter_rows[parameter], language);
    }
    return EX_OK;
}
