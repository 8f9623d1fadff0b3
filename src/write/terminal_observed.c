#include "observed.h"

#include <math.h>
#include <stdlib.h>

#include "number.h"
#include "terminal_parts.h"
#include "text.h"

/** Room for two dates and what stands between them. */
enum { PERIOD_ROOM = 96 };

/** A series that takes more columns than this has a line of its own, so that the table still fits a screen. */
enum { SERIES_WIDEST = 14 };

/* Behind an observed figure: how it is known. MESSAGE_TERMINAL_STATUS_MARKS says which is which. */
static const char *const status_marks[STATUSES] = { [MEASURED] = "", [DERIVED] = "*", [ASSUMED] = "**" };

struct period_text {
    char text[PERIOD_ROOM];
};

struct ages_text {
    char text[PERIOD_ROOM];
};

static bool is_calendar_year(const struct observation *of)
{
    return of->start.year == of->end.year && of->start.month == 1 && of->start.day == 1 && of->end.month == 12 &&
           of->end.day == 31;
}

/* A day, a calendar year, or first and last day. */
static struct period_text period_text(const struct observation *of)
{
    const struct date a = of->start;
    const struct date b = of->end;
    struct period_text period;

    if (is_calendar_year(of)) {
        snprintf(period.text, sizeof period.text, "%d", a.year);
    } else if (a.year == b.year && a.month == b.month && a.day == b.day) {
        snprintf(period.text, sizeof period.text, "%04d-%02d-%02d", a.year, a.month, a.day);
    } else {
        snprintf(period.text, sizeof period.text, "%04d-%02d-%02d..%04d-%02d-%02d", a.year, a.month, a.day, b.year,
                 b.month, b.day);
    }
    return period;
}

/* "Residents, aged 3-5"; the open age and older: "aged 100+". */
static char *with_ages(const struct view *view, char *of_whom, const struct observation *of)
{
    const size_t open = view->inputs->model.ages - 1;

    if (of->series != SERIES_RESIDENTS || (of->first_age == 0 && of->last_age >= open)) {
        return of_whom;
    }
    struct ages_text ages;

    if (of->last_age >= open) {
        snprintf(ages.text, sizeof ages.text, "%zu+", of->first_age);
    } else if (of->first_age == of->last_age) {
        snprintf(ages.text, sizeof ages.text, "%zu", of->first_age);
    } else {
        snprintf(ages.text, sizeof ages.text, "%zu-%zu", of->first_age, of->last_age);
    }
    char *aged = message_text(MESSAGE_TERMINAL_AGED, view->terminal->language, SLOTS({ "ages", ages.text }));
    char *longer = joined(of_whom, view_word(view, WORD_OF_WHOM), aged);

    free(aged);
    free(of_whom);
    return longer;
}

/* "Enrolled, Primary school, grade 1". */
static char *with_level(const struct view *view, char *of_whom, const struct observation *of)
{
    if (of->level == ALL_LEVELS) {
        return of_whom;
    }
    char *longer =
        joined(of_whom, view_word(view, WORD_OF_WHOM), view_name(view, &view->inputs->model.levels[of->level].name));

    free(of_whom);
    if (of->grade == ALL_GRADES) {
        return longer;
    }
    char *grade = message_text(MESSAGE_TERMINAL_GRADE, view->terminal->language,
                               SLOTS({ "grade", number_text((double)of->grade + 1).text }));
    char *whole = joined(longer, view_word(view, WORD_OF_WHOM), grade);

    free(grade);
    free(longer);
    return whole;
}

char *view_series(const struct view *view, const struct observation *of)
{
    const char *town = of->town == ALL_TOWNS ? "" : view_name(view, &view->inputs->model.towns[of->town].name);
    char *text = joined(view_name(view, &series_words[of->series]),
                        of->town == ALL_TOWNS ? "" : view_word(view, WORD_OF_WHOM), town);

    return with_ages(view, with_level(view, text, of), of);
}

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

    char *series = view_series(view, of);

    const bool wide = text_width(series) > SERIES_WIDEST;

    if (wide) {
        text_table_line(table, series, STYLE_PLAIN);
    }
    text_table_row(table);
    text_table_left(table, wide ? "" : series, STYLE_PLAIN);
    text_table_left(table, period_text(of).text, STYLE_PLAIN);
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
