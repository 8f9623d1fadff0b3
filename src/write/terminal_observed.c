#include "observed.h"

#include <math.h>
#include <stdlib.h>

#include "number.h"
#include "observation_text.h"
#include "terminal_parts.h"
#include "text.h"

/** A series that takes more columns than this has a line of its own, so that the table still fits a screen. */
enum { SERIES_WIDEST = 14 };

/* Behind an observed figure: how it is known. MESSAGE_TERMINAL_STATUS_MARKS says which is which. */
static const char *const status_marks[STATUSES] = { [MEASURED] = "", [DERIVED] = "*", [ASSUMED] = "**" };

static const char *standing_word(const struct view *view, enum observed_standing standing, const struct observation *of,
                                 double value)
{
    switch (standing) {
    case OBSERVED_INPUT:
        return view_word(view, WORD_IS_INPUT);
    case OBSERVED_OUTSIDE:
        return view_word(view, WORD_IS_OUTSIDE);
    case OBSERVED_NOT_MODELLED:
        return view_word(view, WORD_IS_NOT_MODELLED);
    case OBSERVED_MODELLED:
        break;
    }
    if (!(of->standard_error > 0)) {
        return "";
    }
    return view_word(view, fabs(value - of->value) <= 2 * of->standard_error ? WORD_IS_WITHIN : WORD_IS_BEYOND);
}

static void add_difference(struct text_table *table, const struct observation *of, double value)
{
    const double difference = value - of->value;
    const double percent = of->value != 0 ? 100 * difference / of->value : 0;

    add_whole(table, value, STYLE_PLAIN);
    text_table_right(table, signed_whole(difference).text, STYLE_PLAIN);
    text_table_right(table, number_decimals(percent, 2).text, STYLE_PLAIN);
}

static void add_observation(struct text_table *table, const struct view *view, const struct observation *of)
{
    double value = 0;
    const enum observed_standing standing = observed_value(view->inputs, view->result, of, &value);

    char *series = observation_series(&view->inputs->model, view->terminal->language, of);

    const bool wide = text_width(series) > SERIES_WIDEST;

    if (wide) {
        text_table_line(table, series, STYLE_PLAIN);
    }
    text_table_row(table);
    text_table_left(table, wide ? "" : series, STYLE_PLAIN);
    text_table_left(table, observation_period(of).text, STYLE_PLAIN);
    add_whole(table, of->value, STYLE_PLAIN);
    text_table_left(table, status_marks[of->status], STYLE_PLAIN);
    if (standing == OBSERVED_MODELLED || standing == OBSERVED_INPUT) {
        add_difference(table, of, value);
    } else {
        text_table_right(table, "-", STYLE_FAINT);
        text_table_right(table, "-", STYLE_FAINT);
        text_table_right(table, "-", STYLE_FAINT);
    }
    text_table_left(table, standing_word(view, standing, of, value), STYLE_PLAIN);
    free(series);
}

void view_observed(const struct view *view)
{
    const struct model *model = &view->inputs->model;
    struct text_table table = { .gap = 2 };

    if (model->observation_count == 0) {
        return;
    }
    view_heading(view, view_word(view, WORD_TITLE_OBSERVED));
    text_table_row(&table);
    text_table_left(&table, view_word(view, WORD_SERIES), STYLE_STRONG);
    text_table_left(&table, view_word(view, WORD_PERIOD), STYLE_STRONG);
    text_table_right(&table, view_word(view, WORD_OBSERVED), STYLE_STRONG);
    text_table_left(&table, "", STYLE_STRONG);
    text_table_right(&table, view_word(view, WORD_MODEL), STYLE_STRONG);
    text_table_right(&table, view_word(view, WORD_DIFFERENCE), STYLE_STRONG);
    text_table_right(&table, "%", STYLE_STRONG);
    text_table_left(&table, view_word(view, WORD_STANDING), STYLE_STRONG);
    text_table_rule(&table);
    for (size_t index = 0; index < model->observation_count; index++) {
        add_observation(&table, view, &model->observations[index]);
    }
    view_print(view, &table);
    view_say(view, "", MESSAGE_TERMINAL_STATUS_MARKS, NULL);
}
