/**
 * What the runs of an ensemble say, series by series: quantiles and probabilities of draws, shares of variance. Plain
 * arrays that writers take; series are ordered as many_runs_series_at() has them.
 */
#ifndef ENSEMBLE_RESULT_H
#define ENSEMBLE_RESULT_H

#include <stddef.h>

#include "many_runs.h"
#include "quantiles.h"
#include "sensitivity.h"

/** What the draws say of a series. `above` is about gaps: of demand and seats, nobody asks how often they are above 0.
 */
struct series_summary {
    struct draws_summary above;
    double quantile[QUANTILES];
};

/** The variants that planners name, as quantiles: the 10, 50 and 90 % of QUANTILE_PROBABILITIES. */
enum { VARIANT_LOW = 2, VARIANT_MIDDLE = 4, VARIANT_HIGH = 6 };

/** Arrays are borrowed from the block of the caller, `runs` from the caller. */
struct ensemble_result {
    const struct many_runs *runs;
    double *kept; /**< [series][design.runs] */
    /** [series] of all draws; of a sensitivity, of the rows of A and B together. NULL: a sweep, or no rows. */
    struct series_summary *summaries;
    struct influence *influences; /**< [series][input] of a sensitivity; else NULL. */
    double overdrawn;             /**< Runs in which a town has fewer than no seats: such a future cannot come. */
    double outside;               /**< Values held at an end of their parameter's range, in all runs together. */
};

/** What a thread needs to reduce a series; its arrays are borrowed from the block. */
struct ensemble_room {
    struct quantile_room quantiles;
    struct sensitivity_room influences;
};

/** Carves the arrays for what the runs keep and say, or only counts. */
void ensemble_result_lay_out(struct ensemble_result *self, const struct many_runs *runs, struct block *memory);

/** Carves a thread's room, or only counts; a room that is carved is ready. */
void ensemble_room_lay_out(struct ensemble_room *self, const struct many_runs *runs, struct block *memory);

/** Says of the series what its kept figures say. Different series can be reduced at the same time. */
void ensemble_reduce(struct ensemble_result *self, struct ensemble_room *room, size_t series);

/** The kept figure of a series in a run. */
static inline double ensemble_figure(const struct ensemble_result *self, size_t series, size_t run)
{
    return self->kept[series * self->runs->design.runs + run];
}

/** What a series of a sensitivity owes to an input. */
static inline const struct influence *ensemble_influence(const struct ensemble_result *self, size_t series,
                                                         size_t input)
{
    return &self->influences[series * self->runs->design.ensemble->input_count + input];
}

/** Whether shares of variance are known: of a sensitivity with rows. */
static inline bool ensemble_has_shares(const struct ensemble_result *self)
{
    return self->influences != NULL && self->summaries != NULL;
}

#endif
