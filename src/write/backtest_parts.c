#include "backtest_parts.h"

#include <math.h>
#include <stdlib.h>

#include "number.h"

void add_decimals(struct text_table *table, double value, int decimals, bool is_signed)
{
    if (isnan(value)) {
        text_table_right(table, "-", STYLE_FAINT);
        return;
    }
    const struct number_text text = number_decimals(value, decimals);
    char *shown = joined(is_signed && text.text[0] != '-' && value > 0 ? "+" : "", text.text, "");

    text_table_right(table, shown, STYLE_PLAIN);
    free(shown);
}

const char *backtest_group(const struct view *view, size_t group)
{
    const struct backtest_plan *plan = &view->inputs->model.backtest;

    return group < plan->group_count ? view_name(view, &plan->groups[group].name)
                                     : view_name(view, &series_words[SERIES_RESIDENTS]);
}

size_t backtest_pairs(const struct backtest *of)
{
    return of->comparison_count / ((of->model->backtest.group_count + 1) * (of->model->town_count + 1));
}

const struct comparison *backtest_nth(const struct backtest *of, size_t group, size_t town, size_t nth)
{
    const size_t places = of->model->town_count + 1;

    return &of->comparisons[(nth * (of->model->backtest.group_count + 1) + group) * places + town];
}

bool backtest_has_people(const struct backtest *of, size_t town)
{
    for (size_t pair = 0; pair < backtest_pairs(of); pair++) {
        if (backtest_nth(of, of->model->backtest.group_count, town, pair)->observed > 0) {
            return true;
        }
    }
    return false;
}
