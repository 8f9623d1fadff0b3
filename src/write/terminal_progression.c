#include <stdlib.h>

#include "mem.h"
#include "number.h"
#include "terminal_parts.h"

/* The grade's ratio of the district and what it is a ratio to. free(). */
static char *ratio_text(const struct view *view, const struct level *level, size_t grade)
{
    const struct model *model = &view->inputs->model;
    const size_t before = model_grade_before(model, level->first_grade + grade);
    const double *district = &view->result->progression.ratio[model->town_count * model->grade_count];
    const enum message message = grade > 0            ? MESSAGE_TERMINAL_PROGRESSION_STEP
                                 : before == NO_GRADE ? MESSAGE_TERMINAL_PROGRESSION_ENTRY
                                                      : MESSAGE_TERMINAL_PROGRESSION_FROM;

    return message_text(message, view->terminal->language,
                        SLOTS({ "grade", number_text((double)grade + 1).text },
                              { "before", number_text((double)grade).text },
                              { "age", number_text((double)level->entry_age).text },
                              { "level", message == MESSAGE_TERMINAL_PROGRESSION_FROM ? view_name(view, &level[-1].name)
                                                                                      : view_name(view, &level->name) },
                              { "ratio", number_decimals(district[level->first_grade + grade], 3).text }));
}

/* The ratios by which pupils of the level come to each of its grades. */
static void say_ratios(const struct view *view, const struct level *level)
{
    char *list = mem_text("");

    for (size_t grade = 0; grade < level->grades; grade++) {
        char *ratio = ratio_text(view, level, grade);
        char *longer = joined(list, grade > 0 ? view_word(view, WORD_LIST_COMMA) : "", ratio);

        free(ratio);
        free(list);
        list = longer;
    }
    view_say(view, "- ", MESSAGE_TERMINAL_PROGRESSION_RATIOS,
             SLOTS({ "level", view_name(view, &level->name) }, { "ratios", list }));
    free(list);
}

/* The method of the levels where it is progression, the years that it goes by, and what of them is observed. */
static void say_method(const struct view *view, const bool *used, bool shared_out)
{
    const struct model *model = &view->inputs->model;
    const struct pupil_history *history = &model->pupil_history;
    const double *values = view->inputs->scenario.values;
    const double rule = inputs_value(view->inputs, values, PARAMETER_ENROLMENT_PROGRESSION_RATIO, 0, 0);
    const size_t observed = progression_observed(model, view->result->states);
    char *levels = view_levels(view, used, view_word(view, WORD_LIST_COMMA));

    view_say(view, "- ", shared_out ? MESSAGE_TERMINAL_PROGRESSION_SHARED_OUT : MESSAGE_TERMINAL_PROGRESSION,
             SLOTS({ "levels", levels }, { "rule", view_name(view, &progression_years_words[(size_t)rule]) },
                   { "first", number_text(history->first_year).text },
                   { "last", number_text(history->first_year + (double)history->years - 1).text },
                   { "observed", number_text(model->base_year + (double)observed - 1).text }));
    free(levels);
}

void view_progression(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    const double *values = view->inputs->scenario.values;
    bool *used = mem_array(model->level_count, sizeof *used);
    bool any = false;
    bool shared_out = false;

    for (size_t level = 0; level < model->level_count; level++) {
        used[level] = progression_is_used(view->inputs, values, level);
        any = any || used[level];
        shared_out = shared_out || progression_is_shared_out(view->inputs, values, level);
    }
    if (any) {
        say_method(view, used, shared_out);
    }
    for (size_t level = 0; level < model->level_count; level++) {
        if (used[level]) {
            say_ratios(view, &model->levels[level]);
        }
    }
    free(used);
}
