#include "calibration_parts.h"

#include <math.h>
#include <stdlib.h>

#include "calibration_group.h"
#include "calibration_text.h"
#include "mem.h"
#include "number.h"
#include "observation_text.h"

/* More age groups than a table for people has. */
enum { GROUPS_MOST = 24 };

static void add_heads(const struct printing *self, struct text_table *table, const char *const heads[][LANGUAGES],
                      size_t count, size_t at_left)
{
    text_table_row(table);
    for (size_t head = 0; head < count; head++) {
        const char *text = heads[head][self->view.terminal->language];

        (head < at_left || head + 1 == count ? text_table_left : text_table_right)(table, text, STYLE_STRONG);
    }
    text_table_rule(table);
}

/* "1 +- 0.2, step 0.1", or nothing. */
static char *prior_text(const struct printing *self, const struct calibrated_value *value)
{
    const bool prior = value->item != NULL && value->item->prior_error > 0;
    char *stated = prior ? joined(number_text(value->item->prior).text, in_words(self, " ± ", " +- "),
                                  number_text(value->item->prior_error).text)
                         : mem_text("");

    if (!(value->step_error > 0)) {
        return stated;
    }
    char *step = joined(in_words(self, "逐年 ± ", "step +- "), number_text(value->step_error).text, "");
    char *both = joined(stated, prior ? in_words(self, "，", ", ") : "", step);

    free(step);
    free(stated);
    return both;
}

static const char *standing_word(const struct printing *self, const struct calibrated_value *value)
{
    switch (value->standing) {
    case UNKNOWN_HELD:
        return in_words(self, "定不下来，保持原值", "not identified, held");
    case UNKNOWN_AT_BOUND:
        return in_words(self, "停在取值范围的一端", "at the end of its range");
    case UNKNOWN_FITTED:
        break;
    }
    return value->share < weak_share ? in_words(self, "主要靠事先说明", "mostly as stated") : "";
}

static void add_value(const struct printing *self, struct text_table *table, const struct calibrated_value *value)
{
    char *name = calibrated_name(value);
    char *prior = prior_text(self, value);
    const bool fitted = value->standing == UNKNOWN_FITTED;

    text_table_row(table);
    text_table_left(table, name, STYLE_PLAIN);
    text_table_right(table, number_by_error(value->value, value->standard_error).text,
                     fitted ? STYLE_STRONG : STYLE_FAINT);
    text_table_right(table, fitted ? number_by_error(value->standard_error, value->standard_error).text : "-",
                     STYLE_PLAIN);
    text_table_left(table, prior, STYLE_PLAIN);
    text_table_right(table, fitted ? number_whole(100 * value->share).text : "-", STYLE_PLAIN);
    text_table_left(table, standing_word(self, value), STYLE_PLAIN);
    free(prior);
    free(name);
}

void print_values(const struct printing *self)
{
    static const char *const HEADS[][LANGUAGES] = {
        { "参数", "Parameter" },  { "拟合值", "fitted" }, { "±", "+-" },
        { "事先", "Beforehand" }, { "数据%", "data %" },  { "判断", "Standing" },
    };
    struct text_table table = { .gap = 2 };

    view_heading(&self->view, in_words(self, "拟合的数", "Fitted"));
    add_heads(self, &table, HEADS, sizeof HEADS / sizeof *HEADS, 1);
    for (size_t i = 0; i < calibration_values(self->calibration); i++) {
        const struct calibrated_value value = calibration_value(self->calibration, self->model, i);

        add_value(self, &table, &value);
    }
    view_print(&self->view, &table);
    view_say(&self->view, "", MESSAGE_CALIBRATE_LEGEND, NULL);
}

static void add_errors_off(struct text_table *table, double errors)
{
    text_table_right(table, number_decimals(errors, 1).text, fabs(errors) > far_off ? STYLE_SHORTAGE : STYLE_PLAIN);
}

static void add_figure(const struct printing *self, struct text_table *table, const struct observation *of,
                       const struct compared *compared)
{
    const enum language language = self->view.terminal->language;
    char *series = observation_series(self->model, language, of);
    const double off = compared->after - of->value;

    text_table_row(table);
    text_table_left(table, series, STYLE_PLAIN);
    text_table_left(table, observation_period(of).text, STYLE_PLAIN);
    text_table_left(table, view_name(&self->view, &status_words[of->status]), STYLE_PLAIN);
    add_whole(table, of->value, STYLE_PLAIN);
    text_table_right(table, of->standard_error > 0 ? number_whole(of->standard_error).text : "-", STYLE_PLAIN);
    if (compared->use == FIGURE_USED) {
        add_whole(table, compared->before, STYLE_PLAIN);
        add_whole(table, compared->after, STYLE_STRONG);
        text_table_right(table, signed_whole(off).text, STYLE_PLAIN);
        add_errors_off(table, off / of->standard_error);
    } else {
        for (int column = 0; column < 4; column++) {
            text_table_right(table, "-", STYLE_FAINT);
        }
    }
    const bool far = compared->use == FIGURE_USED && fabs(off / of->standard_error) > far_off;

    text_table_left(table,
                    far ? in_words(self, "超出 3 倍标准误", "beyond 3 s.e.")
                        : figure_use_words[compared->use].text[language],
                    STYLE_PLAIN);
    free(series);
}

void print_figures(const struct printing *self)
{
    static const char *const HEADS[][LANGUAGES] = {
        { "项目", "Series" },  { "时间", "Period" },   { "性质", "Known" },   { "统计", "observed" },
        { "±", "+-" },         { "拟合前", "before" }, { "拟合后", "after" }, { "偏差", "off by" },
        { "偏差/±", "in +-" }, { "判断", "Standing" },
    };
    struct text_table table = { .gap = 2 };

    if (self->calibration->compared_count == 0) {
        return;
    }
    view_heading(&self->view, in_words(self, "统计数与模型", "Observed and modelled"));
    add_heads(self, &table, HEADS, sizeof HEADS / sizeof *HEADS, 3);
    for (size_t i = 0; i < self->calibration->compared_count; i++) {
        add_figure(self, &table, &self->model->observations[i], &self->calibration->compared[i]);
    }
    view_print(&self->view, &table);
    view_say(&self->view, "", MESSAGE_CALIBRATE_LEGEND_FIGURES, NULL);
}

void print_groups(const struct printing *self)
{
    static const char *const HEADS[][LANGUAGES] = {
        { "年龄", "Ages" },  { "统计", "observed" }, { "±", "+-" },
        { "模型", "model" }, { "偏差/±", "in +-" },  { "", "" },
    };
    const size_t count = self->model->calibration.group_count;
    struct text_table table = { .gap = 2 };

    if (!self->calibration->has_schedule) {
        return;
    }
    view_heading(&self->view, in_words(self, "迁移人口按年龄", "Migrants by age"));
    if (count > GROUPS_MOST) {
        view_say(&self->view, "", MESSAGE_CALIBRATE_GROUPS_IN_CSV, SLOTS({ "most", number_text(GROUPS_MOST).text }));
        return;
    }
    add_heads(self, &table, HEADS, sizeof HEADS / sizeof *HEADS, 1);
    for (size_t i = 0; i < count; i++) {
        const struct group_row row = group_row(&self->of, i);

        text_table_row(&table);
        text_table_left(&table, row.ages, STYLE_PLAIN);
        add_whole(&table, row.observed, STYLE_PLAIN);
        add_whole(&table, row.standard_error, STYLE_PLAIN);
        add_whole(&table, row.modelled, STYLE_STRONG);
        add_errors_off(&table, (row.modelled - row.observed) / row.standard_error);
    }
    view_print(&self->view, &table);
}
