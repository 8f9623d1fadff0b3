#include "trial.h"

#include <string.h>

#include "model_fixture.h"
#include "read_back.h"

#include <criterion/new/assert.h>

/** A trial and what it stands in. */
struct tried {
    struct trial trial;
    struct block_memory memory;
};

static void try_draws(struct tried *self, const struct inputs *inputs, const double *values, size_t count)
{
    struct block counting = { .memory = NULL };

    trial_of_draws(&self->trial, inputs, values, count, 1, &counting);
    struct block block = block_memory_make(&self->memory, counting.used);

    trial_of_draws(&self->trial, inputs, values, count, 1, &block);
    trial_go(&self->trial);
}

static void try_ends(struct tried *self, const struct inputs *inputs, const double *values)
{
    struct block counting = { .memory = NULL };

    trial_of_ends(&self->trial, inputs, values, &counting);
    struct block block = block_memory_make(&self->memory, counting.used);

    trial_of_ends(&self->trial, inputs, values, &block);
    trial_go(&self->trial);
}

/* The district's gap of a level in the last year printed. */
static size_t district_at_last(const struct trial *trial)
{
    return many_runs_series_at(&trial->runs, MEASURE_GAP, trial->runs.states - 1, gap_places(&trial->inputs.model) - 1,
                               1);
}

/* Few draws are the first of many, with the same luck. */
Test(trial, the_first_draws_are_those_of_more)
{
    struct inputs inputs = inputs_of("scenarios/uncertainty.yaml");
    struct tried few;
    struct tried more;

    cr_assert(eq(sz, trial_most_draws(&inputs), 100000));
    try_draws(&few, &inputs, inputs.scenario.values, 20);
    try_draws(&more, &inputs, inputs.scenario.values, 75);
    for (size_t series = 0; series < many_runs_series(&few.trial.runs); series++) {
        for (size_t run = 0; run < 20; run++) {
            cr_assert(eq(dbl, ensemble_figure(&few.trial.result, series, run),
                         ensemble_figure(&more.trial.result, series, run)));
        }
    }
    block_memory_free(&few.memory);
    block_memory_free(&more.memory);
    model_free(&inputs.model);
}

/* The draws are about the values given: seats that are added to the base year move every quantile by as much. */
Test(trial, draws_follow_the_values)
{
    struct inputs inputs = inputs_of("scenarios/uncertainty.yaml");
    const struct parameter_layout *layout = &inputs.scenario.layout;
    double *values = mem_array(layout->size, sizeof *values);
    struct tried own;
    struct tried moved;

    memcpy(values, inputs.scenario.values, layout->size * sizeof *values);
    values[parameter_index(layout, PARAMETER_SUPPLY_BACKLOG, 1, 0)] += 1000;
    try_draws(&own, &inputs, inputs.scenario.values, 50);
    try_draws(&moved, &inputs, values, 50);
    const size_t series = district_at_last(&own.trial);

    for (size_t quantile = 0; quantile < QUANTILES; quantile++) {
        assert_near(moved.trial.result.summaries[series].quantile[quantile],
                    own.trial.result.summaries[series].quantile[quantile] - 1000, 1e-6, "gap");
    }
    block_memory_free(&own.memory);
    block_memory_free(&moved.memory);
    free(values);
    model_free(&inputs.model);
}

/* The ends of an uncertainty's figures are those of the same figures in a sensitivity. */
Test(trial, ends_are_there_for_draws_too)
{
    struct inputs uncertain = inputs_of("scenarios/uncertainty.yaml");
    struct inputs sensitive = inputs_of("scenarios/sensitivity.yaml");
    struct tried one;
    struct tried other;

    cr_assert(trial_has_ends(&uncertain) && trial_has_ends(&sensitive));
    try_ends(&one, &uncertain, uncertain.scenario.values);
    try_ends(&other, &sensitive, sensitive.scenario.values);
    const size_t inputs = uncertain.scenario.ensemble.input_count;
    const size_t series = district_at_last(&one.trial);

    cr_assert(eq(sz, sensitive.scenario.ensemble.input_count, inputs));
    for (size_t input = 0; input < inputs; input++) {
        const struct influence *mine = ensemble_influence(&one.trial.result, series, input);
        const struct influence *theirs = ensemble_influence(&other.trial.result, series, input);

        cr_assert(eq(dbl, mine->low, theirs->low));
        cr_assert(eq(dbl, mine->high, theirs->high));
    }
    block_memory_free(&one.memory);
    block_memory_free(&other.memory);
    model_free(&uncertain.model);
    model_free(&sensitive.model);
}

/* One input alone at an end is a run with that value: about other values than the scenario's, too. */
Test(trial, an_end_is_a_run)
{
    struct fixture fixture = fixture_make(3, 2030);
    const size_t key[] = { 0 };
    const char *const streams[] = { "" };
    const struct ensemble_input input = {
        .move = { .parameter = PARAMETER_FERTILITY_MULTIPLIER,
                  .kind = MOVE_SET,
                  .keys = key,
                  .key_count = 1,
                  .first_year = FIXTURE_BASE_YEAR,
                  .last_year = 2030 },
        .distribution = { .shape = SHAPE_UNIFORM, .low = 0.5, .high = 2 },
        .streams = streams,
    };
    struct tried tried;

    fixture.inputs.scenario.ensemble =
        (struct ensemble) { .kind = ENSEMBLE_UNCERTAINTY, .inputs = &input, .input_count = 1, .draws = 5 };
    fixture_set(&fixture, PARAMETER_ENROLMENT_RATE_MULTIPLIER, 1, 0.75);
    try_ends(&tried, &fixture.inputs, fixture.values);
    const double high = ensemble_influence(&tried.trial.result, district_at_last(&tried.trial), 0)->high;

    fixture_set(&fixture, PARAMETER_FERTILITY_MULTIPLIER, 0, 2);
    struct fixture_run run = fixture_run(&fixture);

    cr_assert(eq(dbl, high,
                 fixture_gap(&fixture, &run, run.result.states - 1, gap_places(&fixture.inputs.model) - 1, 1)->gap));
    fixture_run_free(&run);
    block_memory_free(&tried.memory);
    fixture_free(&fixture);
}

Test(trial, without_doubtful_figures_there_is_nothing_to_ask)
{
    struct inputs baseline = inputs_of("scenarios/baseline.yaml");
    struct inputs sweep = inputs_of("scenarios/sweep_birth_migration.yaml");

    cr_assert(not(trial_has_ends(&baseline)));
    cr_assert(eq(sz, trial_most_draws(&baseline), 0));
    cr_assert(not(trial_has_ends(&sweep)));
    cr_assert(eq(sz, trial_most_draws(&sweep), 0));
    model_free(&baseline.model);
    model_free(&sweep.model);
}
