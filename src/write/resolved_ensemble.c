#include <string.h>

#include "ensemble_words.h"
#include "number.h"
#include "resolved_parts.h"
#include "yaml_writer.h"

/* A figure of the move: of `set` a value of the parameter, else a number. */
static void write_figure(FILE *stream, const struct inputs *inputs, const struct move *move, double figure)
{
    if (move->kind == MOVE_SET) {
        resolved_value(stream, &inputs->model, &parameter_rows[move->parameter], figure);
    } else {
        fputs(number_text(figure).text, stream);
    }
}

static void write_figures(FILE *stream, const struct inputs *inputs, const struct move *move, const double *figures,
                          size_t count)
{
    fputs("[", stream);
    for (size_t i = 0; i < count; i++) {
        fputs(i == 0 ? "" : ", ", stream);
        write_figure(stream, inputs, move, figures[i]);
    }
    fputs("]", stream);
}

/* All keys by their ids, as a list. */
static void write_keys(FILE *stream, const struct inputs *inputs, const struct move *move)
{
    const enum parameter_axis axis = parameter_rows[move->parameter].axis;

    if (axis == AXIS_NONE) {
        return;
    }
    fputs("      key: [", stream);
    for (size_t key = 0; key < move->key_count; key++) {
        fputs(key == 0 ? "" : ", ", stream);
        yaml_write_key(stream, axis_key(&inputs->model, axis, move->keys[key]));
    }
    fputs("]\n", stream);
}

/* All of an entry but its figures; the first line begins the entry. */
static void write_move(FILE *stream, const struct inputs *inputs, const struct move *move)
{
    fprintf(stream, "    - parameter: %s\n", parameter_rows[move->parameter].name);
    write_keys(stream, inputs, move);
    if (parameter_rows[move->parameter].type == PARAMETER_PATH) {
        fprintf(stream, "      first: %d\n      last: %d\n", move->first_year, move->last_year);
    }
    fputs("      ", stream);
    resolved_texts(stream, "name", move->name);
    if (*move->source[CHINESE] != '\0') {
        fputs("      ", stream);
        resolved_texts(stream, "source", move->source);
    }
    fprintf(stream, "      %s: ", move_words[move->kind].id);
}

static void write_number(FILE *stream, const char *key, double number)
{
    fprintf(stream, ", %s: %s", key, number_text(number).text);
}

static void write_weights(FILE *stream, const struct distribution *distribution)
{
    fputs(", weights: [", stream);
    for (size_t i = 0; i < distribution->count; i++) {
        fprintf(stream, "%s%s", i == 0 ? "" : ", ", number_text(distribution->weights[i]).text);
    }
    fputs("]", stream);
}

static void write_distribution(FILE *stream, const struct inputs *inputs, const struct move *move,
                               const struct distribution *distribution)
{
    fprintf(stream, "{distribution: %s", shape_words[distribution->shape].id);
    switch (distribution->shape) {
    case SHAPE_NORMAL:
    case SHAPE_LOGNORMAL:
        write_number(stream, distribution->shape == SHAPE_NORMAL ? "mean" : "median", distribution->centre);
        write_number(stream, "sd", distribution->spread);
        break;
    case SHAPE_UNIFORM:
    case SHAPE_TRIANGULAR:
        write_number(stream, "low", distribution->low);
        if (distribution->shape == SHAPE_TRIANGULAR) {
            write_number(stream, "mode", distribution->mode);
        }
        write_number(stream, "high", distribution->high);
        break;
    case SHAPE_EMPIRICAL:
    case SHAPE_DISCRETE:
        fputs(", values: ", stream);
        write_figures(stream, inputs, move, distribution->values, distribution->count);
        if (distribution->shape == SHAPE_DISCRETE) {
            write_weights(stream, distribution);
        }
        break;
    case SHAPES:
        break;
    }
    fputs("}\n", stream);
}

static void write_input(FILE *stream, const struct inputs *inputs, const struct ensemble_input *input)
{
    write_move(stream, inputs, &input->move);
    write_distribution(stream, inputs, &input->move, &input->distribution);
    if (input->walk) {
        fputs("      walk: yes\n", stream);
    } else if (input->each_year) {
        fprintf(stream, "      autocorrelation: %s\n", number_text(input->autocorrelation).text);
    }
    if (parameter_rows[input->move.parameter].axis != AXIS_NONE) {
        fprintf(stream, "      each: %s\n", input->each_key ? "yes" : "no");
    }
}

static void write_drawn(FILE *stream, const struct inputs *inputs, const struct ensemble *ensemble)
{
    fprintf(stream, "  draws: %s\n", number_text((double)ensemble->draws).text);
    fprintf(stream, "  seed: %s\n", number_text((double)ensemble->seed).text);
    fprintf(stream, "  points: %s\n", points_words[ensemble->points].id);
    if (ensemble->kind == ENSEMBLE_UNCERTAINTY) {
        fprintf(stream, "  alarm: %s\n", number_text(ensemble->alarm).text);
    }
    fputs("  inputs:\n", stream);
    for (size_t input = 0; input < ensemble->input_count; input++) {
        write_input(stream, inputs, &ensemble->inputs[input]);
    }
}

void resolved_ensemble(FILE *stream, const struct inputs *inputs)
{
    const struct ensemble *ensemble = &inputs->scenario.ensemble;

    if (ensemble->kind == ENSEMBLE_NONE) {
        return;
    }
    fprintf(stream, "%s:\n", ensemble_words[ensemble->kind].id);
    if (ensemble->kind != ENSEMBLE_SWEEP) {
        write_drawn(stream, inputs, ensemble);
        return;
    }
    for (size_t axis = 0; axis < ensemble->axis_count; axis++) {
        const struct sweep_axis *at = &ensemble->axes[axis];

        write_move(stream, inputs, &at->move);
        write_figures(stream, inputs, &at->move, at->values, at->value_count);
        fputs("\n", stream);
    }
}
