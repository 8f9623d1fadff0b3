#include "backtest_parts.h"

#include "number.h"

static void add_place(struct text_table *table, const struct view *view, const struct backtest *of, size_t group,
                      size_t town)
{
    const bool is_all = town == of->model->town_count;

    text_table_row(table);
    text_table_left(table, town == 0 ? backtest_group(view, group) : "", STYLE_PLAIN);
    text_table_left(table, is_all ? view_word(view, WORD_TOTAL) : view_name(view, &of->model->towns[town].name),
                    STYLE_PLAIN);
    for (size_t pair = 0; pair < backtest_pairs(of); pair++) {
        const struct comparison *row = backtest_nth(of, group, town, pair);

        if (row->observed > 0) {
            text_table_right(table, number_whole(row->observed).text, STYLE_FAINT);
        } else {
            text_table_right(table, "-", STYLE_FAINT);
        }
        add_decimals(table, accuracy_percent(row->forecast, row->observed), 2, true);
    }
}

/* The days from which and for which it was forecast, one over the other. */
static void add_days(struct text_table *table, const struct view *view, const struct backtest *of)
{
    text_table_row(table);
    text_table_left(table, view_word(view, WORD_LEVEL), STYLE_STRONG);
    text_table_left(table, view_word(view, WORD_TOWN), STYLE_STRONG);
    for (size_t pair = 0; pair < backtest_pairs(of); pair++) {
        const struct comparison *row = backtest_nth(of, 0, 0, pair);
        struct label lead;

        text_table_right(table, date_text(row->target->day).text, STYLE_STRONG);
        snprintf(lead.text, sizeof lead.text, "%d+%d", row->origin->day.year, row->lead);
        text_table_right(table, lead.text, STYLE_STRONG);
    }
    text_table_rule(table);
}

void view_accuracy_by_town(const struct view *view, const struct backtest *of)
{
    struct text_table table = { .gap = 2 };

    if (of->comparison_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_BY_TOWN));
    add_days(&table, view, of);
    for (size_t group = 0; group <= of->model->backtest.group_count; group++) {
        for (size_t town = 0; town <= of->model->town_count; town++) {
            if (backtest_has_people(of, town)) {
                add_place(&table, view, of, group, town);
            }
        }
    }
    view_print(view, &table);
}
