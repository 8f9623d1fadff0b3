#include "accuracy.h"

#include <math.h>

/** A published error and its lead in years. */
struct field_error {
    int lead;
    double percent;
};

/* National Center for Education Statistics, Projections of Education Statistics: public schools, national. */
static const struct field_error field_errors[] = { { 1, 0.3 }, { 2, 0.6 }, { 5, 1.3 }, { 10, 2.5 } };

double accuracy_of_field(int lead)
{
    for (size_t index = 0; index < sizeof field_errors / sizeof *field_errors; index++) {
        if (field_errors[index].lead == lead) {
            return field_errors[index].percent;
        }
    }
    return NAN;
}

double accuracy_percent(double forecast, double observed)
{
    return observed > 0 ? 100 * (forecast - observed) / observed : NAN;
}

static void add_case(struct accuracy *self, const struct comparison *row)
{
    const double error = accuracy_percent(row->forecast, row->observed);

    self->cases++;
    self->bias += error;
    self->error += fabs(error);
    self->no_change += fabs(accuracy_percent(row->no_change, row->observed));
    self->ageing += fabs(accuracy_percent(row->ageing, row->observed));
}

static struct accuracy mean_of(struct accuracy sums)
{
    const double count = sums.cases > 0 ? (double)sums.cases : NAN;
    struct accuracy mean = { .cases = sums.cases,
                             .bias = sums.bias / count,
                             .error = sums.error / count,
                             .no_change = sums.no_change / count,
                             .ageing = sums.ageing / count };
    const double naive = mean.ageing < mean.no_change ? mean.ageing : mean.no_change;

    mean.ratio = naive > 0 ? mean.error / naive : NAN;
    return mean;
}

static struct accuracy gather(const struct backtest *self, size_t group, int lead, bool of_towns)
{
    struct accuracy sums = { .cases = 0 };

    for (size_t index = 0; index < self->comparison_count; index++) {
        const struct comparison *row = &self->comparisons[index];
        const bool is_town = row->town < self->model->town_count;

        if (row->group == group && row->lead == lead && is_town == of_towns && row->observed > 0) {
            add_case(&sums, row);
        }
    }
    return mean_of(sums);
}

struct accuracy accuracy_of(const struct backtest *self, size_t group, int lead)
{
    return gather(self, group, lead, true);
}

struct accuracy accuracy_of_district(const struct backtest *self, size_t group, int lead)
{
    return gather(self, group, lead, false);
}

int accuracy_next_lead(const struct backtest *self, int lead)
{
    int next = 0;

    for (size_t index = 0; index < self->comparison_count; index++) {
        const int found = self->comparisons[index].lead;

        if (found > lead && (next == 0 || found < next)) {
            next = found;
        }
    }
    return next;
}

static void add_pupils(struct pupil_accuracy *self, const struct pupil_comparison *row)
{
    const double rates = accuracy_percent(row->by_rates, row->observed);
    const double progression = accuracy_percent(row->by_progression, row->observed);

    self->cases++;
    self->rates_bias += rates;
    self->rates_error += fabs(rates);
    self->progression_bias += progression;
    self->progression_error += fabs(progression);
    self->no_change += fabs(accuracy_percent(row->no_change, row->observed));
}

struct pupil_accuracy accuracy_of_pupils(const struct backtest *self, size_t level, int lead)
{
    const struct model *model = self->model;
    struct pupil_accuracy sums = { .cases = 0 };

    for (size_t index = 0; index < self->pupil_count; index++) {
        const struct pupil_comparison *row = &self->pupils[index];

        if (row->level == level && row->lead == lead && row->observed > 0 &&
            (row->town < model->town_count) == model->pupil_history.by_town) {
            add_pupils(&sums, row);
        }
    }
    const double count = sums.cases > 0 ? (double)sums.cases : NAN;

    return (struct pupil_accuracy) { .cases = sums.cases,
                                     .rates_bias = sums.rates_bias / count,
                                     .rates_error = sums.rates_error / count,
                                     .progression_bias = sums.progression_bias / count,
                                     .progression_error = sums.progression_error / count,
                                     .no_change = sums.no_change / count };
}

int accuracy_next_pupil_lead(const struct backtest *self, int lead)
{
    int next = 0;

    for (size_t index = 0; index < self->pupil_count; index++) {
        const int found = self->pupils[index].lead;

        if (found > lead && (next == 0 || found < next)) {
            next = found;
        }
    }
    return next;
}
