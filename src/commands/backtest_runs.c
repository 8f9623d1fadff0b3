#include "backtest_runs.h"

#include <stdlib.h>

#include "block_memory.h"
#include "run.h"

/** What the runs fill, row after row. */
struct rows {
    struct vintage *vintages;
    struct comparison *comparisons;
    struct pupil_comparison *pupils;
    struct observed_check *checks;
    struct outside_result *outside;
};

/* Room for the rows of all origins. */
static struct rows rows_of(struct pool *pool, const struct model *model)
{
    const size_t origins = model->backtest.origin_count;
    size_t comparisons = 0;
    size_t pupils = 0;

    for (size_t origin = 0; origin < origins; origin++) {
        comparisons += backtest_comparisons(model, &model->backtest.origins[origin]);
        pupils += backtest_pupil_rows(model, &model->backtest.origins[origin]);
    }
    return (struct rows) { .vintages = pool_array(pool, origins, sizeof(struct vintage)),
                           .comparisons = pool_array(pool, comparisons, sizeof(struct comparison)),
                           .pupils = pool_array(pool, pupils, sizeof(struct pupil_comparison)),
                           .checks =
                               pool_array(pool, origins * model->observation_count, sizeof(struct observed_check)),
                           .outside = pool_array(pool, origins * model->outside_count, sizeof(struct outside_result)) };
}

/* The rows of pupils, by rates and, where it can be, by progression. */
static void add_pupils(struct backtest *backtest, const struct vintage *vintage, const struct result *by_rates,
                       const struct rows *rows)
{
    struct block_memory owned;
    struct block memory = block_memory_make(&owned, run_bytes(&vintage->inputs));
    struct result by_progression;
    const bool has_progression = vintage->progression_values != NULL;

    if (has_progression) {
        run(&vintage->inputs, vintage->progression_values, &memory, &by_progression);
    }
    backtest_pupils(backtest->model, vintage, by_rates, has_progression ? &by_progression : NULL,
                    &rows->pupils[backtest->pupil_count]);
    backtest->pupil_count += backtest_pupil_rows(backtest->model, vintage->origin);
    block_memory_free(&owned);
}

/* Projects from the vintage's origin and adds the rows. */
static void run_vintage(struct backtest *backtest, const struct vintage *vintage, const struct rows *rows)
{
    const struct model *model = backtest->model;
    struct block_memory owned;
    struct block memory = block_memory_make(&owned, run_bytes(&vintage->inputs));
    struct result result;
    double *states = mem_array(2 * model->town_count * SEXES * model->ages, sizeof *states);

    run(&vintage->inputs, vintage->inputs.scenario.values, &memory, &result);
    backtest_compare(model, vintage, &result, states, &rows->comparisons[backtest->comparison_count]);
    add_pupils(backtest, vintage, &result, rows);
    backtest_check(vintage, &result, &rows->checks[backtest->check_count]);
    backtest_outside(vintage, &result, &rows->outside[backtest->outside_count]);
    backtest->comparison_count += backtest_comparisons(model, vintage->origin);
    backtest->check_count += model->observation_count;
    backtest->outside_count += model->outside_count;
    backtest->floored += backtest_floored(model, &result);
    free(states);
    block_memory_free(&owned);
}

void backtest_runs_make(struct backtest_runs *self, const struct model *model)
{
    const struct rows rows = rows_of(&self->pool, model);

    self->backtest = (struct backtest) { .model = model,
                                         .vintage_count = model->backtest.origin_count,
                                         .vintages = rows.vintages,
                                         .comparisons = rows.comparisons,
                                         .pupils = rows.pupils,
                                         .checks = rows.checks,
                                         .outside = rows.outside };
    for (size_t index = 0; index < model->backtest.origin_count; index++) {
        const struct observed_state *origin = &model->backtest.origins[index];
        const int last = backtest_last_year(model, origin);
        const size_t size = vintage_bytes(model, origin, last);
        struct block memory = block_memory_of(pool_array(&self->pool, size + BLOCK_ALIGNMENT, 1), size);

        vintage_make(model, origin, last, &memory, &rows.vintages[index]);
        run_vintage(&self->backtest, &rows.vintages[index], &rows);
    }
}

void backtest_runs_free(struct backtest_runs *self)
{
    pool_free(&self->pool);
}
