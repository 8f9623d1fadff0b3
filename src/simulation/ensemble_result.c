#include "ensemble_result.h"

#include <stdint.h>

/* Resamples behind the intervals of shares of variance; 1,000 is usual. */
enum { RESAMPLES = 1000 };

/* Draws behind the summary of a series: all of an uncertainty, A and B of Saltelli's design. */
static size_t drawn(const struct ensemble *ensemble)
{
    return ensemble->kind == ENSEMBLE_UNCERTAINTY   ? ensemble->draws
           : ensemble->kind == ENSEMBLE_SENSITIVITY ? 2 * ensemble->draws
                                                    : 0;
}

static size_t doubles(size_t bytes)
{
    return (bytes + sizeof(double) - 1) / sizeof(double);
}

void ensemble_result_lay_out(struct ensemble_result *self, const struct many_runs *runs, struct block *memory)
{
    const struct ensemble *ensemble = runs->design.ensemble;
    const size_t series = many_runs_series(runs);

    *self = (struct ensemble_result) { .runs = runs, .kept = block_doubles(memory, series * runs->design.runs) };
    if (drawn(ensemble) == 0) {
        return;
    }
    self->summaries = (void *)block_doubles(memory, doubles(series * sizeof *self->summaries));
    if (ensemble->kind == ENSEMBLE_SENSITIVITY) {
        const size_t indices = doubles(series * ensemble->input_count * sizeof *self->first);

        self->first = (void *)block_doubles(memory, indices);
        self->total = (void *)block_doubles(memory, indices);
    }
}

void ensemble_room_lay_out(struct ensemble_room *self, const struct many_runs *runs, struct block *memory)
{
    const struct ensemble *ensemble = runs->design.ensemble;

    *self = (struct ensemble_room) { .quantiles = { .most = 0 } };
    if (drawn(ensemble) > 0) {
        quantile_room_lay_out(&self->quantiles, drawn(ensemble), memory);
    }
    if (drawn(ensemble) > 0 && ensemble->kind == ENSEMBLE_SENSITIVITY) {
        indices_room_lay_out(&self->indices, ensemble->input_count, RESAMPLES, memory);
        if (memory->memory != NULL) {
            indices_room_draw(&self->indices, ensemble->seed);
        }
    }
}

static void reduce_shares(struct ensemble_result *self, struct ensemble_room *room, size_t series)
{
    const struct design *design = &self->runs->design;
    const struct ensemble *ensemble = design->ensemble;
    const double *kept = &self->kept[series * design->runs];
    const size_t at = series * ensemble->input_count;

    sobol_indices(&kept[design_matrix_run(ensemble, MATRIX_A)], &kept[design_matrix_run(ensemble, MATRIX_B)],
                  &kept[design_matrix_run(ensemble, MATRIX_AB)], ensemble->draws, &room->indices, &self->first[at],
                  &self->total[at]);
}

void ensemble_reduce(struct ensemble_result *self, struct ensemble_room *room, size_t series)
{
    const struct design *design = &self->runs->design;
    const size_t draws = drawn(design->ensemble);
    const double *kept = &self->kept[series * design->runs];

    if (draws == 0) {
        return;
    }
    /* A and B follow one another. */
    kept += design->ensemble->kind == ENSEMBLE_SENSITIVITY ? design_matrix_run(design->ensemble, MATRIX_A) : 0;
    self->summaries[series].above = draws_summary(kept, draws);
    quantiles(kept, draws, QUANTILE_PROBABILITIES, QUANTILES, &room->quantiles, self->summaries[series].quantile);
    if (design->ensemble->kind == ENSEMBLE_SENSITIVITY) {
        reduce_shares(self, room, series);
    }
}
