#include "backtest_parts.h"

#include <math.h>
#include <stdlib.h>

#include "number.h"
#include "observation_text.h"

static void add_check(struct text_table *table, const struct view *view, const struct observed_check *row)
{
    char *series = observation_series(&view->inputs->model, view->terminal->language, row->of);

    text_table_row(table);
    text_table_left(table, date_text(row->origin->day).text, STYLE_PLAIN);
    text_table_left(table, series, STYLE_PLAIN);
    text_table_left(table, date_text(row->of->end).text, STYLE_PLAIN);
    add_decimals(table, row->lead, 1, false);
    add_whole(table, row->of->value, STYLE_PLAIN);
    add_whole(table, row->forecast, STYLE_PLAIN);
    add_decimals(table, accuracy_percent(row->forecast, row->of->value), 2, true);
    if (isnan(row->no_change)) {
        text_table_right(table, "-", STYLE_FAINT);
    } else {
        add_whole(table, row->no_change, STYLE_PLAIN);
    }
    add_decimals(table, accuracy_percent(row->no_change, row->of->value), 2, true);
    text_table_left(table, view_within(view, row->of, row->forecast), STYLE_PLAIN);
    free(series);
}

/* How many of the checks can be made, and the longest lead of them. */
static size_t made_checks(const struct backtest *of, double *longest)
{
    size_t count = 0;

    *longest = 0;
    for (size_t index = 0; index < of->check_count; index++) {
        if (of->checks[index].standing == OBSERVED_MODELLED) {
            count++;
            *longest = of->checks[index].lead > *longest ? of->checks[index].lead : *longest;
        }
    }
    return count;
}

void view_checks(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = { WORD_ORIGIN,        WORD_SERIES,    WORD_PERIOD,
                                                WORD_LEAD,          WORD_OBSERVED,  WORD_FORECAST,
                                                WORD_ERROR_PERCENT, WORD_NO_CHANGE, WORD_NO_CHANGE_PERCENT,
                                                WORD_STANDING };
    enum { FIRST_NUMBER = 3, LAST_NUMBER = 8 };
    struct text_table table = { .gap = 2 };
    double longest = 0;
    const size_t count = made_checks(of, &longest);

    if (count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_CHECKS));
    view_heads(view, &table, HEADS, sizeof HEADS / sizeof *HEADS, FIRST_NUMBER, LAST_NUMBER);
    for (size_t index = 0; index < of->check_count; index++) {
        if (of->checks[index].standing == OBSERVED_MODELLED) {
            add_check(&table, view, &of->checks[index]);
        }
    }
    view_print(view, &table);
    if (count < ENOUGH_CASES) {
        view_say(view, "", MESSAGE_BACKTEST_CHECKS_FEW,
                 SLOTS({ "checks", number_text((double)count).text }, { "lead", number_decimals(longest, 1).text }));
    }
}
