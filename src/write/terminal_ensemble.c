#include "terminal_ensemble.h"

#include <stdlib.h>
#include <string.h>

#include "distribution_text.h"
#include "mem.h"
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

/* An input's name, and in brackets what is drawn. free(). */
static char *drawn_text(const struct view *view, size_t input)
{
    const struct ensemble_input *of = &view->inputs->scenario.ensemble.inputs[input];
    char *drawn = distribution_text(view->inputs, of, view->terminal->language);
    char *text = message_text(MESSAGE_SHOWN_INPUT, view->terminal->language,
                              SLOTS({ "name", view_move(view, &of->move) }, { "drawn", drawn }));

    free(drawn);
    return text;
}

/* The names of inputs first..last - 1 in a row. free(). */
static char *names_of(const struct view *view, size_t first, size_t last)
{
    char *names = mem_text("");

    for (size_t input = first; input < last; input++) {
        char *drawn = drawn_text(view, input);
        char *longer = joined(names, input == first ? "" : view_word(view, WORD_LIST_COMMA), drawn);

        free(drawn);
        free(names);
        names = longer;
    }
    return names;
}

/* Says which inputs are walks, and what that means. */
static void say_walks(const struct view *view)
{
    const struct ensemble *of = &view->inputs->scenario.ensemble;
    char *names = mem_text("");

    for (size_t input = 0; input < of->input_count; input++) {
        if (of->inputs[input].walk) {
            char *longer = joined(names, *names == '\0' ? "" : view_word(view, WORD_LIST_COMMA),
                                  view_move(view, &of->inputs[input].move));

            free(names);
            names = longer;
        }
    }
    if (*names != '\0') {
        view_say(view, "", of->kind == ENSEMBLE_SENSITIVITY ? MESSAGE_TERMINAL_WALK_ENDS : MESSAGE_TERMINAL_WALK,
                 SLOTS({ "names", names }));
    }
    free(names);
}

void view_drawn(const struct view *view)
{
    const struct ensemble *of = &view->inputs->scenario.ensemble;
    size_t next = 0;

    view_heading(view, view_word(view, WORD_TITLE_DRAWN));
    for (size_t input = 0; input < of->input_count; input = next) {
        const char *source = of->inputs[input].move.source[view->terminal->language];

        next = input + 1;
        while (next < of->input_count && strcmp(of->inputs[next].move.source[view->terminal->language], source) == 0) {
            next++;
        }
        char *names = names_of(view, input, next);

        view_say(view, "- ", *source != '\0' ? MESSAGE_TERMINAL_DRAWN : MESSAGE_TERMINAL_DRAWN_UNSAID,
                 SLOTS({ "name", names }, { "source", source }));
        free(names);
    }
    say_walks(view);
}

void view_beyond(const struct view *view, const struct ensemble_result *ensemble)
{
    if (ensemble->outside > 0) {
        view_say(view, "", MESSAGE_TERMINAL_HELD, SLOTS({ "count", number_whole(ensemble->outside).text }));
    }
    if (ensemble->overdrawn > 0) {
        view_say(view, "", MESSAGE_TERMINAL_OVERDRAWN,
                 SLOTS({ "count", number_whole(ensemble->overdrawn).text },
                       { "runs", number_whole((double)ensemble->runs->design.runs).text }));
    }
}

void view_table_in(const struct view *view, const char *name)
{
    if (view->terminal->folder == NULL) {
        return;
    }
    char *file = joined(view->terminal->folder, "/", name);

    view_say(view, "", MESSAGE_TERMINAL_ALL_IN, SLOTS({ "file", file }));
    free(file);
}
