#include "backtest_parts.h"

#include <stdlib.h>

#include "gathered.h"
#include "number.h"

/* Comparisons behind the figures of a lead, the most of them. */
static size_t most_cases(const struct backtest *of)
{
    size_t most = 0;

    for (int lead = accuracy_next_lead(of, 0); lead != 0; lead = accuracy_next_lead(of, lead)) {
        const size_t cases = accuracy_of(of, of->model->backtest.group_count, lead).cases;

        most = cases > most ? cases : most;
    }
    return most;
}

static size_t peopled_towns(const struct backtest *of)
{
    size_t count = 0;

    for (size_t town = 0; town < of->model->town_count; town++) {
        count += backtest_has_people(of, town);
    }
    return count;
}

/* Comparisons of towns in which nobody was observed though somebody was forecast. */
static size_t unpeopled_cases(const struct backtest *of)
{
    size_t cases = 0;

    for (size_t index = 0; index < of->comparison_count; index++) {
        const struct comparison *row = &of->comparisons[index];

        cases += row->town < of->model->town_count && !(row->observed > 0) && row->forecast >= half_a_child;
    }
    return cases;
}

/* What the errors by level weigh. */
static void say_weight(const struct view *view, const struct backtest *of)
{
    struct gathered leads = { .text = NULL };
    const size_t most = most_cases(of);
    int longest = 0;

    for (int lead = accuracy_next_lead(of, 0); lead != 0; lead = accuracy_next_lead(of, lead)) {
        gather(&leads, view_word(view, WORD_LIST_COMMA), number_text(lead).text);
        longest = lead;
    }
    view_say(view, "- ", MESSAGE_BACKTEST_WEIGHT,
             SLOTS({ "towns", number_text((double)peopled_towns(of)).text },
                   { "origins", number_text((double)of->vintage_count).text }, { "leads", leads.text }));
    free(leads.text);
    if (most < ENOUGH_CASES) {
        view_say(view, "- ", MESSAGE_BACKTEST_FEW,
                 SLOTS({ "cases", number_text((double)most).text }, { "enough", number_text(ENOUGH_CASES).text }));
    }
    const size_t unpeopled = unpeopled_cases(of);

    if (unpeopled > 0) {
        view_say(view, "- ", MESSAGE_BACKTEST_NOBODY, SLOTS({ "cases", number_text((double)unpeopled).text }));
    }
    if (of->vintage_count == 1 && of->model->town_count > 1) {
        view_say(view, "- ", MESSAGE_BACKTEST_ONE_ORIGIN, NULL);
    }
    view_say(view, "- ", MESSAGE_BACKTEST_BEYOND, SLOTS({ "lead", number_text(longest).text }));
}

/* How little stands behind the errors of pupils. */
static void say_pupils_weight(const struct view *view, const struct backtest *of)
{
    size_t most = 0;

    for (size_t level = 0; level < of->model->level_count; level++) {
        for (int lead = accuracy_next_pupil_lead(of, 0); lead != 0; lead = accuracy_next_pupil_lead(of, lead)) {
            const size_t cases = accuracy_of_pupils(of, level, lead).cases;

            most = cases > most ? cases : most;
        }
    }
    if (0 < most && most < ENOUGH_CASES) {
        view_say(view, "- ", MESSAGE_BACKTEST_PUPILS_FEW,
                 SLOTS({ "cases", number_text((double)most).text }, { "enough", number_text(ENOUGH_CASES).text }));
    }
}

/* Whether a level's pupils were observed after any of the origins. */
static bool has_pupils(const struct backtest *of, size_t level)
{
    for (size_t index = 0; index < of->pupil_count; index++) {
        if (of->pupils[index].level == level) {
            return true;
        }
    }
    return false;
}

/* Levels, or ages where there are no levels, of which no pupils were observed. */
static void say_unobserved(const struct view *view, const struct backtest *of)
{
    const struct model *model = of->model;
    struct gathered names = { .text = NULL };

    for (size_t level = 0; level < model->level_count; level++) {
        if (!has_pupils(of, level)) {
            gather(&names, view_word(view, WORD_LIST_COMMA), view_name(view, &model->levels[level].name));
        }
    }
    for (size_t group = 0; model->level_count == 0 && group < model->backtest.group_count; group++) {
        gather(&names, view_word(view, WORD_LIST_COMMA), backtest_group(view, group));
    }
    if (names.text != NULL) {
        view_say(view, "- ", MESSAGE_BACKTEST_NO_PUPILS, SLOTS({ "levels", names.text }));
    }
    free(names.text);
}

void view_weight(const struct view *view, const struct backtest *of)
{
    view_heading(view, view_word(view, WORD_TITLE_NOTES));
    if (of->comparison_count > 0) {
        say_weight(view, of);
    } else {
        view_say(view, "- ", MESSAGE_BACKTEST_NO_AGES, NULL);
    }
    say_pupils_weight(view, of);
    say_unobserved(view, of);
    if (of->floored >= half_a_child) {
        view_say(view, "- ", MESSAGE_BACKTEST_FLOORED, SLOTS({ "persons", number_whole(of->floored).text }));
    }
}
