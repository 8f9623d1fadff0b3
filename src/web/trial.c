#include "trial.h"

#include <assert.h>

bool trial_has_ends(const struct inputs *inputs)
{
    const enum ensemble_kind kind = inputs->scenario.ensemble.kind;

    return (kind == ENSEMBLE_SENSITIVITY || kind == ENSEMBLE_UNCERTAINTY) && inputs->model.level_count > 0;
}

size_t trial_most_draws(const struct inputs *inputs)
{
    return trial_has_ends(inputs) ? inputs->scenario.ensemble.draws : 0;
}

static void prepare(struct trial *self, size_t measures, struct block *memory)
{
    many_runs_prepare(&self->runs, &self->inputs, measures, memory);
    many_runs_room_lay_out(&self->runs, memory, &self->room);
    ensemble_result_lay_out(&self->result, &self->runs, memory);
    ensemble_room_lay_out(&self->reduce, &self->runs, memory);
}

void trial_of_draws(struct trial *self, const struct inputs *inputs, const double *values, size_t count,
                    size_t measures, struct block *memory)
{
    assert(count >= 1 && count <= trial_most_draws(inputs));
    self->inputs = *inputs;
    self->inputs.scenario.values = values;
    self->inputs.scenario.ensemble.kind = ENSEMBLE_UNCERTAINTY;
    self->inputs.scenario.ensemble.draws = count;
    prepare(self, measures, memory);
}

void trial_of_ends(struct trial *self, const struct inputs *inputs, const double *values, struct block *memory)
{
    assert(trial_has_ends(inputs));
    self->inputs = *inputs;
    self->inputs.scenario.values = values;
    self->inputs.scenario.ensemble.kind = ENSEMBLE_SENSITIVITY;
    self->inputs.scenario.ensemble.draws = 0;
    prepare(self, 1, memory);
}

void trial_go(struct trial *self)
{
    const size_t runs = self->runs.design.runs;

    many_runs_go(&self->runs, &self->room, 0, runs, self->result.kept, runs);
    for (size_t series = 0; series < many_runs_series(&self->runs); series++) {
        ensemble_reduce(&self->result, &self->reduce, series);
    }
}
