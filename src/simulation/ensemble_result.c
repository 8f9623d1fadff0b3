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
    if (drawn(ensemble) > 0) {
        self->summaries = (void *)block_doubles(memory, doubles(series * sizeof *self->summaries));
    }
    if (ensemble->kind == ENSEMBLE_SENSITIVITY) {
        self->influences =
            (void *)block_doubles(memory, doubles(series * ensemble->input_count * sizeof *self->influences));
    }
}

void ensemble_room_lay_out(struct ensemble_room *self, const struct many_runs *runs, struct block *memory)
{
    const struct ensemble *ensemble = runs->design.ensemble;

    *self = (struct ensemble_room) { .quantiles = { .most = 0 } };
    if (drawn(ensemble) > 0) {
        quantile_room_lay_out(&self->quantiles, drawn(ensemble), memory);
    }
    if (ensemble->kind == ENSEMBLE_SENSITIVITY) {
        sensitivity_lay_out(&runs->design, RESAMPLES, memory, &self->influences);
    }
    if (drawn(ensemble) > 0 && ensemble->kind == ENSEMBLE_SENSITIVITY && memory->memory != NULL) {
        indices_room_draw(&self->influences.indices, ensemble->seed);
    }
}

void ensemble_reduce(struct ensemble_result *self, struct ensemble_room *room, size_t series)
{
    const struct design *design = &self->runs->design;
    const struct ensemble *ensemble = design->ensemble;
    const double *kept = &self->kept[series * design->runs];
    const size_t draws = drawn(ensemble);

    if (ensemble->kind == ENSEMBLE_SENSITIVITY) {
        double as_it_is = 0;

        sensitivity_influences(design, kept, &room->influences, &as_it_is,
                               &self->influences[series * ensemble->input_count]);
        kept += design_matrix_run(ensemble, MATRIX_A); /* B follows on A */
    }
    if (draws > 0) {
        self->summaries[series].above = draws_summary(kept, draws);
        quantiles(kept, draws, QUANTILE_PROBABILITIES, QUANTILES, &room->quantiles, self->summaries[series].quantile);
    }
}
