#include "move_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"

char *move_column(const struct inputs *inputs, const struct move *move)
{
    const struct parameter_row *row = &parameter_rows[move->parameter];
    const bool all = move->key_count == inputs->scenario.layout.keys[move->parameter];
    size_t room = strlen(row->name) + 1;

    for (size_t key = 0; !all && key < move->key_count; key++) {
        room += strlen(axis_key(&inputs->model, row->axis, move->keys[key])) + 1;
    }
    char *text = mem_array(room, 1);

    strcpy(text, row->name);
    for (size_t key = 0; !all && key < move->key_count; key++) {
        strcat(strcat(text, key == 0 ? " " : "+"), axis_key(&inputs->model, row->axis, move->keys[key]));
    }
    return text;
}

char *move_figure_text(const struct inputs *inputs, const struct move *move, double figure)
{
    const struct parameter_row *row = &parameter_rows[move->parameter];

    if (move->kind == MOVE_SET) {
        switch (row->type) {
        case PARAMETER_SWITCH:
            return mem_text(figure != 0 ? "yes" : "no");
        case PARAMETER_CHOICE:
            return mem_text(row->words[(size_t)figure].id);
        case PARAMETER_TOWN:
            return mem_text(inputs->model.towns[(size_t)figure].name.id);
        case PARAMETER_YEAR:
            if (figure == NEVER) {
                return mem_text("never");
            }
            break;
        case PARAMETER_NUMBER:
        case PARAMETER_PATH:
        case PARAMETER_WHOLE:
        case PARAMETER_TYPES:
            break;
        }
    }
    return mem_text(number_text(figure).text);
}

/* About four digits, and no 0 behind the point: a quantile of a distribution has more than anybody reads. */
static struct number_text short_number(double figure)
{
    const double hundred = 100;
    struct number_text text = number_decimals(figure, figure >= hundred ? 0 : 3);
    size_t end = strchr(text.text, '.') == NULL ? 0 : strlen(text.text);

    while (end > 0 && text.text[end - 1] == '0') {
        end--;
    }
    if (end > 0) {
        text.text[text.text[end - 1] == '.' ? end - 1 : end] = '\0';
    }
    return text;
}

char *move_figure_shown(const struct inputs *inputs, const struct move *move, double figure)
{
    static const char *const BEFORE[MOVE_KINDS] = { [MOVE_TIMES] = "x ", [MOVE_ADD] = "+ " };
    const bool minus = move->kind == MOVE_ADD && figure < 0;
    const enum parameter_type type = parameter_rows[move->parameter].type;

    if (move->kind == MOVE_SET && type != PARAMETER_NUMBER && type != PARAMETER_PATH) {
        return move_figure_text(inputs, move, figure);
    }
    if (move->kind == MOVE_ADD && figure == 0) {
        return mem_text("0");
    }
    const char *before = minus ? "- " : move->kind == MOVE_SET ? "" : BEFORE[move->kind];
    const struct number_text number = short_number(minus ? -figure : figure);
    char *text = mem_array(strlen(before) + sizeof number.text, 1);

    return strcat(strcpy(text, before), number.text);
}
