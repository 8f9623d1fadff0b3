#include "backtest_parts.h"

#include <math.h>

#include "number.h"

static void add_accuracy(struct text_table *table, const struct view *view, const struct backtest *of, size_t group,
                         int lead)
{
    const struct accuracy towns = accuracy_of(of, group, lead);
    const struct accuracy district = accuracy_of_district(of, group, lead);
    const bool is_group = group < of->model->backtest.group_count;

    text_table_row(table);
    text_table_left(table, backtest_group(view, group), STYLE_PLAIN);
    text_table_right(table, number_text(lead).text, STYLE_PLAIN);
    text_table_right(table, number_whole((double)towns.cases).text, STYLE_PLAIN);
    add_decimals(table, towns.bias, 2, true);
    add_decimals(table, towns.error, 2, false);
    add_decimals(table, towns.no_change, 2, false);
    add_decimals(table, towns.ageing, 2, false);
    add_decimals(table, towns.ratio, 2, false);
    add_decimals(table, district.error, 2, false);
    add_decimals(table, is_group ? accuracy_of_field(lead) : (double)NAN, 1, false);
}

void view_accuracy(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = { WORD_LEVEL,     WORD_LEAD,   WORD_CASES, WORD_BIAS,     WORD_MEAN_ERROR,
                                                WORD_NO_CHANGE, WORD_AGEING, WORD_RATIO, WORD_TOGETHER, WORD_FIELD };
    enum { HEADS_COUNT = sizeof HEADS / sizeof *HEADS };
    struct text_table table = { .gap = 2 };

    if (of->comparison_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_ACCURACY));
    view_heads(view, &table, HEADS, HEADS_COUNT, 1, HEADS_COUNT - 1);
    for (size_t group = 0; group <= of->model->backtest.group_count; group++) {
        for (int lead = accuracy_next_lead(of, 0); lead != 0; lead = accuracy_next_lead(of, lead)) {
            add_accuracy(&table, view, of, group, lead);
        }
    }
    view_print(view, &table);
    view_say(view, "", MESSAGE_BACKTEST_LEGEND, NULL);
    view_say(view, "", MESSAGE_BACKTEST_FIELD, NULL);
}

static void add_pupils(struct text_table *table, const struct view *view, const struct backtest *of, size_t level,
                       int lead)
{
    const struct pupil_accuracy pupils = accuracy_of_pupils(of, level, lead);

    if (pupils.cases == 0) {
        return;
    }
    text_table_row(table);
    text_table_left(table, view_name(view, &of->model->levels[level].name), STYLE_PLAIN);
    text_table_right(table, number_text(lead).text, STYLE_PLAIN);
    text_table_right(table, number_whole((double)pupils.cases).text, STYLE_PLAIN);
    add_decimals(table, pupils.rates_bias, 2, true);
    add_decimals(table, pupils.rates_error, 2, false);
    add_decimals(table, pupils.progression_bias, 2, true);
    add_decimals(table, pupils.progression_error, 2, false);
    add_decimals(table, pupils.no_change, 2, false);
    add_decimals(table, accuracy_of_field(lead), 1, false);
}

void view_pupil_accuracy(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = { WORD_LEVEL,          WORD_LEAD,           WORD_CASES,
                                                WORD_BY_RATES_BIAS,  WORD_BY_RATES_ERROR, WORD_BY_PROGRESSION_BIAS,
                                                WORD_BY_RATES_ERROR, WORD_NO_CHANGE,      WORD_FIELD };
    enum { HEADS_COUNT = sizeof HEADS / sizeof *HEADS };
    struct text_table table = { .gap = 2 };

    if (of->pupil_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_PUPILS));
    view_heads(view, &table, HEADS, HEADS_COUNT, 1, HEADS_COUNT - 1);
    for (size_t level = 0; level < of->model->level_count; level++) {
        for (int lead = accuracy_next_pupil_lead(of, 0); lead != 0; lead = accuracy_next_pupil_lead(of, lead)) {
            add_pupils(&table, view, of, level, lead);
        }
    }
    view_print(view, &table);
    view_say(view, "", MESSAGE_BACKTEST_PUPILS, NULL);
}
