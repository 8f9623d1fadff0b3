#include "calibration_parts.h"

#include <stdlib.h>

#include "number.h"

const double weak_share = 0.1;
const double far_off = 3;

const char *in_words(const struct printing *self, const char *chinese, const char *english)
{
    return self->view.terminal->language == CHINESE ? chinese : english;
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
                       { "stated", number_text((double)solution->stated).text }));
    }
}

void calibration_report_print(FILE *stream, const struct calibration_report *self, const struct terminal *terminal)
{
    const struct printing printing = { { .stream = stream, .inputs = self->inputs, .terminal = terminal },
                                       *self,
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
    print_calibration_notes(&printing);
}
