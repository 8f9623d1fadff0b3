#include "terminal_ensemble.h"

#include <stdlib.h>

#include "number.h"
#include "terminal_ensemble_parts.h"

void terminal_print_ensemble(FILE *stream, const struct inputs *inputs, const struct result *result,
                             const struct ensemble_result *ensemble, const struct terminal *terminal)
{
    const struct view view = { stream, inputs, result, terminal };

    view_title(&view);
    view_horizon(&view);
    switch (inputs->scenario.ensemble.kind) {
    case ENSEMBLE_SWEEP:
        view_sweep(&view, ensemble);
        break;
    case ENSEMBLE_SENSITIVITY:
        view_sensitivity(&view, ensemble);
        break;
    case ENSEMBLE_UNCERTAINTY:
        view_uncertainty(&view, ensemble);
        break;
    case ENSEMBLE_NONE:
    case ENSEMBLE_KINDS:
        break;
    }
}

size_t view_series(const struct view *view, const struct ensemble_result *ensemble, int year, size_t place,
                   size_t level)
{
    return many_runs_series_at(ensemble->runs, MEASURE_GAP, (size_t)(year - view->inputs->scenario.first_year), place,
                               level);
}

void view_level_heading(const struct view *view, size_t level, enum terminal_word title)
{
    char *text = joined(view_name(view, &view->inputs->model.levels[level].name), view_word(view, WORD_COLON),
                        view_word(view, title));

    view_heading(view, text);
    free(text);
}

const char *view_move(const struct view *view, const struct move *move)
{
    return move->name[view->terminal->language];
}

void view_drawn(const struct view *view, const struct ensemble_result *ensemble)
{
    const struct ensemble *of = &view->inputs->scenario.ensemble;

    view_heading(view, view_word(view, WORD_TITLE_DRAWN));
    for (size_t input = 0; input < of->input_count; input++) {
        const struct move *move = &of->inputs[input].move;

        view_say(view, "- ", *move->source != '\0' ? MESSAGE_TERMINAL_DRAWN : MESSAGE_TERMINAL_DRAWN_UNSAID,
                 SLOTS({ "name", view_move(view, move) }, { "source", move->source }));
    }
    if (ensemble->outside > 0) {
        view_say(view, "", MESSAGE_TERMINAL_HELD, SLOTS({ "count", number_whole(ensemble->outside).text }));
    }
}

void view_table_in(const struct view *view, const char *name)
{
    char *file = view_file(view, name);

    if (view->terminal->folder != NULL) {
        free(file);
        file = joined(view->terminal->folder, "/", name);
        view_say(view, "", MESSAGE_TERMINAL_ALL_IN, SLOTS({ "file", file }));
    }
    free(file);
}
