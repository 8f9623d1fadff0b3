#include "calibration_text.h"

#include <math.h>
#include <stdlib.h>

#include "calibration_parts.h"
#include "gathered.h"
#include "mem.h"
#include "observation_text.h"
#include "terminal_parts.h"

/* Of text for people. */
enum { DECIMALS_MOST = 6 };

const struct name figure_use_words[FIGURE_USES] = {
    [FIGURE_USED] = { "used", { "", "" } },
    [FIGURE_IS_INPUT] = { "census", { "未用：普查本身", "not used: the census itself" } },
    [FIGURE_IS_OUTSIDE] = { "outside", { "未用：在模型年份之外", "not used: outside the model's years" } },
    [FIGURE_IS_NO_SERIES] = { "not_modelled", { "未用：模型没有此项", "not used: not in the model" } },
    [FIGURE_HAS_NO_ERROR] = { "no_error", { "未用：没有标准误", "not used: without standard error" } },
};

char *calibration_unused(const struct calibration *self, enum language language)
{
    struct gathered uses = { .text = NULL };

    for (size_t use = FIGURE_USED + 1; use < FIGURE_USES; use++) {
        size_t count = 0;

        for (size_t i = 0; i < self->compared_count; i++) {
            count += self->compared[i].use == use;
        }
        if (count > 0) {
            char *one = joined(figure_use_words[use].text[language], " x ", number_text((double)count).text);

            gather(&uses, "; ", one);
            free(one);
        }
    }
    return uses.text != NULL
               ? uses.text
               : mem_text(language == CHINESE ? "表中没有行，或没有这个表" : "it has no rows, or is not there");
}

/* How many standard errors the figure is off the model as it is; 0 where it is not used. */
static double off_before(const struct calibration *self, const struct model *model, size_t figure)
{
    const struct observation *of = &model->observations[figure];
    const struct compared *compared = &self->compared[figure];

    return compared->use == FIGURE_USED ? fabs(compared->before - of->value) / of->standard_error : 0;
}

char *calibration_far_before(const struct calibration *self, const struct model *model, enum language language)
{
    enum { NAMED = 3 };
    struct gathered far = { .text = NULL };
    double below = INFINITY;

    for (int named = 0; named < NAMED; named++) {
        size_t next = self->compared_count;

        for (size_t i = 0; i < self->compared_count; i++) {
            const double off = off_before(self, model, i);
            const double most = next < self->compared_count ? off_before(self, model, next) : far_off;

            next = off > most && off < below ? i : next;
        }
        if (next == self->compared_count) {
            break;
        }
        const struct observation *of = &model->observations[next];
        char *series = observation_series(model, language, of);
        char *what = joined(series, " ", observation_period(of).text);

        below = off_before(self, model, next);
        char *one = message_text(MESSAGE_CALIBRATE_ONE_FAR, language,
                                 SLOTS({ "what", what }, { "observed", number_whole(of->value).text },
                                       { "model", number_whole(self->compared[next].before).text },
                                       { "errors", number_decimals(below, 1).text }));

        gather(&far, language == CHINESE ? "；" : "; ", one);
        free(one);
        free(what);
        free(series);
    }
    if (far.text == NULL) {
        return mem_text("");
    }
    char *text = message_text(MESSAGE_CALIBRATE_FAR_BEFORE, language, SLOTS({ "figures", far.text }));

    free(far.text);
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
