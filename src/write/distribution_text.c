#include "distribution_text.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "move_text.h"
#include "number.h"

static const enum message SHAPE_MESSAGES[SHAPES] = {
    [SHAPE_NORMAL] = MESSAGE_SHOWN_NORMAL,       [SHAPE_LOGNORMAL] = MESSAGE_SHOWN_LOGNORMAL,
    [SHAPE_UNIFORM] = MESSAGE_SHOWN_UNIFORM,     [SHAPE_TRIANGULAR] = MESSAGE_SHOWN_TRIANGULAR,
    [SHAPE_EMPIRICAL] = MESSAGE_SHOWN_EMPIRICAL, [SHAPE_DISCRETE] = MESSAGE_SHOWN_ALTERNATIVE,
};

/* `text` with `more` behind it; frees both. */
static char *followed(char *text, char *more)
{
    char *longer = mem_array(strlen(text) + strlen(more) + 1, 1);

    strcat(strcpy(longer, text), more);
    free(text);
    free(more);
    return longer;
}

/* An alternative as people know it: a town by its name. */
static char *alternative(const struct inputs *inputs, const struct move *move, double figure, enum language language)
{
    return parameter_rows[move->parameter].type == PARAMETER_TOWN
               ? mem_text(inputs->model.towns[(size_t)figure].name.text[language])
               : move_figure_shown(inputs, move, figure);
}

static char *alternatives(const struct inputs *inputs, const struct ensemble_input *input, enum language language)
{
    const struct distribution *of = &input->distribution;
    const double percent = 100;
    double all = 0;
    char *text = mem_text("");

    for (size_t i = 0; i < of->count; i++) {
        all += of->weights[i];
    }
    for (size_t i = 0; i < of->count; i++) {
        char *figure = alternative(inputs, &input->move, of->values[i], language);
        char *one =
            message_text(MESSAGE_SHOWN_ALTERNATIVE, language,
                         SLOTS({ "figure", figure }, { "percent", number_whole(percent * of->weights[i] / all).text }));

        text = followed(followed(text, mem_text(i == 0 ? "" : language == CHINESE ? "；" : "; ")), one);
        free(figure);
    }
    return text;
}

static char *shape_text(const struct distribution *of, enum language language)
{
    const bool empirical = of->shape == SHAPE_EMPIRICAL;

    return message_text(SHAPE_MESSAGES[of->shape], language,
                        SLOTS({ "centre", number_text(of->centre).text }, { "spread", number_text(of->spread).text },
                              { "low", number_text(empirical ? of->values[0] : of->low).text },
                              { "mode", number_text(of->mode).text },
                              { "high", number_text(empirical ? of->values[of->count - 1] : of->high).text },
                              { "count", number_text((double)of->count).text }));
}

char *distribution_text(const struct inputs *inputs, const struct ensemble_input *input, enum language language)
{
    static const char *const BEFORE[MOVE_KINDS] = { [MOVE_SET] = "", [MOVE_TIMES] = "x ", [MOVE_ADD] = "+ " };

    return input->distribution.shape == SHAPE_DISCRETE
               ? alternatives(inputs, input, language)
               : followed(mem_text(BEFORE[input->move.kind]), shape_text(&input->distribution, language));
}
