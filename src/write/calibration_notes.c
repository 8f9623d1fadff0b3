#include "calibration_parts.h"

#include <math.h>
#include <stdlib.h>

#include "calibration_group.h"
#include "calibration_text.h"
#include "number.h"
#include "observation_text.h"

/* Probabilities below which the figures agree poorly, and contradict one another. */
static const double doubtful = 0.05;
static const double contradiction = 0.001;

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
        const struct group_row row = group_row(&self->of, i);
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
             SLOTS({ "sum", number_decimals(solution_tested(solution), 1).text },
                   { "degrees", number_text((double)solution_degrees(solution)).text },
                   { "percent", percent_text(probability).text }));
}

/* For which years the values of an item hold. */
static void say_years(const struct printing *self, const struct fit_item *item)
{
    const struct parameter_row *row = &parameter_rows[item->parameter];

    if (row->type != PARAMETER_PATH) {
        return;
    }
    const struct calibrated_value of = { .parameter = item->parameter,
                                         .key = axis_key(self->model, row->axis, item->key) };
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

void print_calibration_notes(const struct printing *self)
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
        say_years(self, &self->model->calibration.items[i]);
    }
    if (self->view.terminal->folder != NULL) {
        view_say(&self->view, "- ", MESSAGE_CALIBRATE_WRITTEN, SLOTS({ "path", self->view.terminal->folder }));
    }
}
