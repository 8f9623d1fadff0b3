#include "backtest_parts.h"

#include <math.h>
#include <stdlib.h>

#include "number.h"

/* "Primary school entrants 2023". */
static struct label figure_label(const struct view *view, enum outside_measure measure, size_t level, int year)
{
    struct label label;

    snprintf(label.text, sizeof label.text, "%s%s%s %d", view_name(view, &view->inputs->model.levels[level].name),
             view->terminal->language == CHINESE ? "" : ", ", view_name(view, &outside_words[measure]), year);
    return label;
}

/* "Primary school, entrants 2023 / 2022", or both in full. free(). */
static char *ratio_text(const struct view *view, const struct outside_check *of)
{
    if (of->measure == OUTSIDE_PEAK) {
        return joined(view_name(view, &view->inputs->model.levels[of->level].name),
                      view->terminal->language == CHINESE ? "" : ", ", view_name(view, &outside_words[of->measure]));
    }
    const bool same = of->measure == of->over_measure && of->level == of->over_level;
    const struct label under =
        same ? (struct label) { .text = "" } : figure_label(view, of->over_measure, of->over_level, of->over_year);

    return joined(figure_label(view, of->measure, of->level, of->year).text, " / ",
                  same ? number_text(of->over_year).text : under.text);
}

/* A ratio, or a peak's year. */
static void add_ratio(struct text_table *table, double value, bool is_year)
{
    if (is_year && !isnan(value)) {
        text_table_right(table, number_text(value).text, STYLE_PLAIN);
    } else {
        add_decimals(table, value, 3, false);
    }
}

static void add_outside(struct text_table *table, const struct view *view, const struct outside_result *row)
{
    const bool is_peak = row->of->measure == OUTSIDE_PEAK;
    const double forecast = row->is_known ? row->forecast : (double)NAN;
    char *ratio = ratio_text(view, row->of);

    text_table_row(table);
    text_table_left(table, date_text(row->origin->day).text, STYLE_PLAIN);
    text_table_left(table, ratio, STYLE_PLAIN);
    text_table_left(table, row->of->area, STYLE_PLAIN);
    add_ratio(table, row->there, is_peak);
    add_ratio(table, forecast, is_peak);
    add_decimals(table, is_peak ? (double)NAN : accuracy_percent(forecast, row->there), 1, true);
    text_table_left(table, view_name(view, &status_words[row->of->status]), STYLE_PLAIN);
    free(ratio);
}

void view_outside(const struct view *view, const struct backtest *of)
{
    static const enum terminal_word HEADS[] = { WORD_ORIGIN, WORD_WHAT,          WORD_AREA,  WORD_THERE,
                                                WORD_HERE,   WORD_ERROR_PERCENT, WORD_STATUS };
    enum { FIRST_NUMBER = 3, LAST_NUMBER = 5 };
    struct text_table table = { .gap = 2 };

    if (of->outside_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_OUTSIDE));
    view_heads(view, &table, HEADS, sizeof HEADS / sizeof *HEADS, FIRST_NUMBER, LAST_NUMBER);
    for (size_t index = 0; index < of->outside_count; index++) {
        add_outside(&table, view, &of->outside[index]);
    }
    view_print(view, &table);
    view_say(view, "", MESSAGE_BACKTEST_OUTSIDE, NULL);
}
