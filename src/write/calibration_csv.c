#include "calibration_report.h"

#include <math.h>
#include <stdlib.h>

#include "calibration_group.h"
#include "calibration_text.h"
#include "csv_writer.h"
#include "mem.h"
#include "number.h"
#include "observation_text.h"

static const char *const standing_ids[] = {
    [UNKNOWN_FITTED] = "fitted", [UNKNOWN_HELD] = "held", [UNKNOWN_AT_BOUND] = "at_bound"
};

/* A number that is stated, or an empty cell. */
static void csv_stated(struct csv_writer *csv, double value, double error)
{
    csv_writer_known(csv, error > 0 ? value : (double)NAN);
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
    csv_writer_empty(csv, 4);
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
    csv_writer_empty(csv, 4);
    csv_writer_text(csv, figure_use_words[compared->use].id);
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
    csv_writer_empty(csv, 4);
    csv_writer_text(csv, "used");
    csv_beside(csv, NAN, row->modelled, row->observed, row->standard_error);
    csv_writer_empty(csv, 1);
    csv_writer_text(csv, "migrants_by_age.csv");
    csv_writer_row(csv);
}

void calibration_report_table(struct csv_writer *csv, const struct calibration_report *self)
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
}

bool calibration_report_csv(FILE *stream, const struct calibration_report *self)
{
    struct csv_writer *csv = mem_array(1, sizeof *csv);

    csv_writer_begin(csv, stream);
    csv_writer_bom(csv);
    calibration_report_table(csv, self);
    const bool good = csv_writer_end(csv);

    free(csv);
    return good;
}
