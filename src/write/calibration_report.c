#include "calibration_report.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv_writer.h"
#include "mem.h"
#include "number.h"
#include "observation_text.h"
#include "terminal_parts.h"

/* A share of the figures below this is as good as none. */
static const double weak_share = 0.1;

/* Standard errors beyond which a figure is named. */
static const double far_off = 3;

/* Probabilities below which the figures agree poorly, and contradict one another. */
static const double doubtful = 0.05;
static const double contradiction = 0.001;

/* More age groups than a table for people has. */
enum { GROUPS_MOST = 24 };

/* Of text for people. */
enum { DECIMALS_MOST = 6 };

static const char *const standing_ids[] = {
    [UNKNOWN_FITTED] = "fitted", [UNKNOWN_HELD] = "held", [UNKNOWN_AT_BOUND] = "at_bound"
};

static const struct name use_words[FIGURE_USES] = {
    [FIGURE_USED] = { "used", { "", "" } },
    [FIGURE_IS_INPUT] = { "census", { "未用：普查本身", "not used: the census itself" } },
    [FIGURE_IS_OUTSIDE] = { "outside", { "未用：在模型年份之外", "not used: outside the model's years" } },
    [FIGURE_IS_NO_SERIES] = { "not_modelled", { "未用：模型没有此项", "not used: not in the model" } },
    [FIGURE_HAS_NO_ERROR] = { "no_error", { "未用：没有标准误", "not used: without standard error" } },
};

char *calibration_unused(const struct calibration *self, enum language language)
{
    char *text = mem_text("");

    for (size_t use = FIGURE_USED + 1; use < FIGURE_USES; use++) {
        size_t count = 0;

        for (size_t i = 0; i < self->compared_count; i++) {
            count += self->compared[i].use == use;
        }
        if (count > 0) {
            char *one = joined(use_words[use].text[language], " x ", number_text((double)count).text);
            char *longer = joined(text, *text != '\0' ? "; " : "", one);

            free(one);
            free(text);
            text = longer;
        }
    }
    if (*text == '\0') {
        free(text);
        return mem_text(language == CHINESE ? "表中没有行，或没有这个表" : "it has no rows, or is not there");
    }
    return text;
}

struct number_text number_by_error(double value, double standard_error)
{
    const bool known = isfinite(standard_error) && standard_error > 0;
    const int decimals = known ? 1 - (int)floor(log10(standard_error)) : DECIMALS_MOST + 1;

    return decimals > DECIMALS_MOST ? number_text(value) : number_decimals(value, decimals > 0 ? decimals : 0);
}

char *calibrated_name(const struct calibrated_value *value)
{
    const char *parameter = parameter_rows[value->parameter].name;
    char *with_key = joined(parameter, value->key != NULL ? " " : "", value->key != NULL ? value->key : "");

    if (value->year == NO_YEAR) {
        return with_key;
    }
    char *whole = joined(with_key, " ", number_text(value->year).text);

    free(with_key);
    return whole;
}

/** A report while it is printed. */
struct printing {
    const struct view view;
    const struct calibration *calibration;
    const struct model *model;
};

/* One of two texts by language. */
static const char *in_words(const struct printing *self, const char *chinese, const char *english)
{
    return self->view.terminal->language == CHINESE ? chinese : english;
}

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

static void print_values(const struct printing *self)
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
                    far ? in_words(self, "超出 3 倍标准误", "beyond 3 s.e.") : use_words[compared->use].text[language],
                    STYLE_PLAIN);
    free(series);
}

static void print_figures(const struct printing *self)
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

/** A group of migrants by age beside the schedule, persons. */
struct group_row {
    char ages[64];
    double observed, standard_error, modelled;
};

static double all_migrants(const struct model *model)
{
    double sum = 0;

    for (size_t group = 0; group < model->calibration.group_count; group++) {
        sum += model->calibration.groups[group].migrants;
    }
    return sum;
}

static struct group_row group_row(const struct calibration_report *of, size_t index)
{
    const struct model *model = &of->inputs->model;
    const struct migrant_group *group = &model->calibration.groups[index];
    struct group_row row = { .observed = group->migrants, .standard_error = group->standard_error };

    row.modelled = of->calibration->schedule.solution.modelled[index] * all_migrants(model);
    if (group->last_age == model->ages - 1) {
        snprintf(row.ages, sizeof row.ages, "%zu+", group->first_age);
    } else if (group->first_age == group->last_age) {
        snprintf(row.ages, sizeof row.ages, "%zu", group->first_age);
    } else {
        snprintf(row.ages, sizeof row.ages, "%zu-%zu", group->first_age, group->last_age);
    }
    return row;
}

static void print_groups(const struct printing *self)
{
    static const char *const HEADS[][LANGUAGES] = {
        { "年龄", "Ages" },  { "统计", "observed" }, { "±", "+-" },
        { "模型", "model" }, { "偏差/±", "in +-" },  { "", "" },
    };
    const struct calibration_report of = { self->view.inputs, self->calibration };
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
        const struct group_row row = group_row(&of, i);

        text_table_row(&table);
        text_table_left(&table, row.ages, STYLE_PLAIN);
        add_whole(&table, row.observed, STYLE_PLAIN);
        add_whole(&table, row.standard_error, STYLE_PLAIN);
        add_whole(&table, row.modelled, STYLE_STRONG);
        add_errors_off(&table, (row.modelled - row.observed) / row.standard_error);
    }
    view_print(&self->view, &table);
}

static void say_far(const struct printing *self, const char *what, double observed, double error, double modelled)
{
    const double errors = (modelled - observed) / error;

    if (fabs(errors) > far_off) {
        view_say(&self->view, "- ", MESSAGE_CALIBRATE_FIGURE_FAR,
                 SLOTS({ "what", what }, { "errors", number_decimals(fabs(errors), 1).text },
                       { "observed", number_whole(observed).text }, { "model", number_whole(modelled).text }));
    }
}

static void say_far_figures(const struct printing *self)
{
    const struct calibration_report of = { self->view.inputs, self->calibration };
    const enum language language = self->view.terminal->language;

    for (size_t i = 0; i < self->calibration->compared_count; i++) {
        const struct observation *observation = &self->model->observations[i];
        char *series = observation_series(self->model, language, observation);
        char *what = joined(series, " ", observation_period(observation).text);

        if (self->calibration->compared[i].use == FIGURE_USED) {
            say_far(self, what, observation->value, observation->standard_error, self->calibration->compared[i].after);
        }
        free(what);
        free(series);
    }
    for (size_t i = 0; self->calibration->has_schedule && i < self->model->calibration.group_count; i++) {
        const struct group_row row = group_row(&of, i);
        char *what = message_text(MESSAGE_CALIBRATE_AGES, language, SLOTS({ "ages", row.ages }));

        say_far(self, what, row.observed, row.standard_error, row.modelled);
        free(what);
    }
}

static void say_standing(const struct printing *self, const struct calibrated_value *value)
{
    const struct parameter_row *row = &parameter_rows[value->parameter];
    const bool weak = value->standing == UNKNOWN_FITTED && value->share < weak_share;
    const enum message message = value->standing == UNKNOWN_HELD ? MESSAGE_CALIBRATE_HELD
                                 : weak                          ? MESSAGE_CALIBRATE_WEAK
                                                                 : MESSAGE_CALIBRATE_AT_BOUND;
    char *what = calibrated_name(value);

    if (value->standing != UNKNOWN_FITTED || weak) {
        view_say(&self->view, "- ", message,
                 SLOTS({ "what", what }, { "value", number_text(value->value).text },
                       { "low", number_text(row->low).text }, { "high", number_text(row->high).text },
                       { "share", number_whole(weak ? 100 * value->share : 0).text }));
    }
    free(what);
}

/* A probability in percent; near the ends it is not made to look certain. */
static struct number_text percent_text(double probability)
{
    struct number_text text = { "" };

    if (isnan(probability)) {
        return text;
    }
    if (probability > 0.99) {
        snprintf(text.text, sizeof text.text, "> 99");
    } else if (probability < 1e-5) {
        snprintf(text.text, sizeof text.text, "< 0.001");
    } else {
        text = number_decimals(100 * probability, probability > 0.01 ? 0 : 3);
    }
    return text;
}

/* Whether figures, statements and model agree, by the chi-square distribution. */
static void say_agreement(const struct printing *self, const char *first, const struct solution *solution)
{
    const double probability = solution_probability(solution);
    const enum message message = isnan(probability)            ? MESSAGE_CALIBRATE_UNTESTED
                                 : probability < contradiction ? MESSAGE_CALIBRATE_CONTRADICT
                                 : probability < doubtful      ? MESSAGE_CALIBRATE_DOUBTFUL
                                                               : MESSAGE_CALIBRATE_AGREE;

    view_say(&self->view, first, message,
             SLOTS({ "sum", number_decimals(solution->chi_square, 1).text },
                   { "degrees", number_text((double)(solution->rows - solution->fitted)).text },
                   { "percent", percent_text(probability).text }));
}

static void print_notes(const struct printing *self)
{
    const struct calibration *calibration = self->calibration;

    view_heading(&self->view, in_words(self, "说明", "What to know"));
    if (calibration->has_schedule) {
        say_agreement(self, in_words(self, "- 年龄模式：", "- Schedule: "), &calibration->schedule.solution);
    }
    if (calibration->unknown_count > 0) {
        say_agreement(self, "- ", &calibration->solution);
    }
    say_far_figures(self);
    for (size_t i = 0; i < calibration_values(calibration); i++) {
        const struct calibrated_value value = calibration_value(calibration, self->model, i);

        say_standing(self, &value);
    }
    for (size_t i = 0; i < self->model->calibration.item_count; i++) {
        const struct fit_item *item = &self->model->calibration.items[i];

        if (parameter_rows[item->parameter].type == PARAMETER_PATH) {
            const char *key = axis_key(self->model, parameter_rows[item->parameter].axis, item->key);
            const struct calibrated_value of = { .parameter = item->parameter, .key = key };
            char *name = calibrated_name(&of);
            char *mark = joined("- ", name, in_words(self, "：", ": "));

            view_say(&self->view, mark,
                     item->first == item->last              ? MESSAGE_CALIBRATE_CONSTANT_ALL
                     : item->first > self->model->base_year ? MESSAGE_CALIBRATE_CONSTANT_BOTH
                                                            : MESSAGE_CALIBRATE_CONSTANT,
                     SLOTS({ "first", number_text(item->first).text }, { "last", number_text(item->last).text }));
            free(mark);
            free(name);
        }
    }
    if (self->view.terminal->folder != NULL) {
        view_say(&self->view, "- ", MESSAGE_CALIBRATE_WRITTEN, SLOTS({ "path", self->view.terminal->folder }));
    }
}

static void print_counts(const struct printing *self)
{
    const struct calibration *calibration = self->calibration;
    const struct solution *solution = &calibration->solution;

    if (calibration->has_schedule) {
        view_say(&self->view, "", MESSAGE_CALIBRATE_COUNTS_SCHEDULE,
                 SLOTS({ "unknowns", number_text(SCHEDULE_UNKNOWNS).text },
                       { "figures", number_text((double)self->model->calibration.group_count).text }));
    }
    if (calibration->unknown_count > 0) {
        view_say(&self->view, "", MESSAGE_CALIBRATE_COUNTS,
                 SLOTS({ "unknowns", number_text((double)calibration->unknown_count).text },
                       { "figures", number_text((double)calibration->used_count).text },
                       { "all", number_text((double)calibration->compared_count).text },
                       { "stated", number_text((double)(solution->rows - calibration->used_count)).text }));
    }
}

void calibration_report_print(FILE *stream, const struct calibration_report *self, const struct terminal *terminal)
{
    const struct printing printing = { { .stream = stream, .inputs = self->inputs, .terminal = terminal },
                                       self->calibration,
                                       &self->inputs->model };
    char *title = message_text(MESSAGE_CALIBRATE_TITLE, terminal->language,
                               SLOTS({ "district", view_name(&printing.view, &printing.model->name) }));

    text_styled(stream, terminal->colour, STYLE_STRONG, title);
    fputs("\n", stream);
    free(title);
    print_counts(&printing);
    print_values(&printing);
    print_figures(&printing);
    print_groups(&printing);
    print_notes(&printing);
}

/* A number that is stated, or an empty cell. */
static void csv_stated(struct csv_writer *csv, double value, double error)
{
    csv_writer_known(csv, error > 0 ? value : (double)NAN);
}

static void csv_empty(struct csv_writer *csv, size_t cells)
{
    for (size_t cell = 0; cell < cells; cell++) {
        csv_writer_text(csv, NULL);
    }
}

static void csv_value(struct csv_writer *csv, const struct calibrated_value *value)
{
    const double prior_error = value->item != NULL ? value->item->prior_error : 0;

    csv_writer_text(csv, "parameter");
    csv_writer_text(csv, parameter_rows[value->parameter].name);
    csv_writer_text(csv, value->key);
    csv_writer_text(csv, value->year != NO_YEAR ? number_text(value->year).text : NULL);
    csv_writer_number(csv, value->value);
    csv_writer_known(csv, value->standard_error);
    csv_stated(csv, value->start, prior_error);
    csv_stated(csv, prior_error, prior_error);
    csv_stated(csv, value->step_error, value->step_error);
    csv_writer_known(csv, value->share);
    csv_writer_text(csv, standing_ids[value->standing]);
    csv_writer_number(csv, value->start);
    csv_writer_number(csv, value->value);
    csv_empty(csv, 4);
    csv_writer_row(csv);
}

static void csv_beside(struct csv_writer *csv, double before, double after, double observed, double error)
{
    csv_writer_known(csv, before);
    csv_writer_known(csv, after);
    csv_writer_known(csv, after - observed);
    csv_writer_known(csv, (after - observed) / error);
}

static void csv_figure(struct csv_writer *csv, const struct model *model, const struct observation *of,
                       const struct compared *compared)
{
    char *series = observation_series(model, ENGLISH, of);

    csv_writer_text(csv, "figure");
    csv_writer_text(csv, series_words[of->series].id);
    csv_writer_text(csv, series);
    csv_writer_text(csv, observation_period(of).text);
    csv_writer_number(csv, of->value);
    csv_writer_known(csv, of->standard_error);
    csv_empty(csv, 4);
    csv_writer_text(csv, use_words[compared->use].id);
    csv_beside(csv, compared->before, compared->after, of->value, of->standard_error);
    csv_writer_text(csv, status_words[of->status].id);
    csv_writer_text(csv, of->source);
    csv_writer_row(csv);
    free(series);
}

static void csv_group(struct csv_writer *csv, const struct group_row *row)
{
    csv_writer_text(csv, "group");
    csv_writer_text(csv, "migrants_by_age");
    csv_writer_text(csv, row->ages);
    csv_writer_text(csv, NULL);
    csv_writer_number(csv, row->observed);
    csv_writer_number(csv, row->standard_error);
    csv_empty(csv, 4);
    csv_writer_text(csv, "used");
    csv_beside(csv, NAN, row->modelled, row->observed, row->standard_error);
    csv_empty(csv, 1);
    csv_writer_text(csv, "migrants_by_age.csv");
    csv_writer_row(csv);
}

bool calibration_report_csv(FILE *stream, const struct calibration_report *self)
{
    static const char *const NAMES[] = { "row",
                                         "name",
                                         "of",
                                         "period",
                                         "value",
                                         "standard_error",
                                         "prior",
                                         "prior_error",
                                         "step_error",
                                         "share_from_data",
                                         "standing",
                                         "before",
                                         "after",
                                         "residual",
                                         "residual_in_errors",
                                         "status",
                                         "source" };
    const struct calibration *calibration = self->calibration;
    const struct model *model = &self->inputs->model;
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    csv_writer_begin(csv, stream);
    csv_writer_bom(csv);
    csv_writer_header(csv, NAMES, sizeof NAMES / sizeof *NAMES);
    for (size_t i = 0; i < calibration_values(calibration); i++) {
        const struct calibrated_value value = calibration_value(calibration, model, i);

        csv_value(csv, &value);
    }
    for (size_t i = 0; i < calibration->compared_count; i++) {
        csv_figure(csv, model, &model->observations[i], &calibration->compared[i]);
    }
    for (size_t i = 0; calibration->has_schedule && i < model->calibration.group_count; i++) {
        const struct group_row row = group_row(self, i);

        csv_group(csv, &row);
    }
    const bool good = csv_writer_end(csv);

    free(csv);
    return good;
}
