#include "sensitivity.h"

static struct sobol_index *lay_out_indices(size_t inputs, struct block *memory)
{
    _Static_assert(sizeof(struct sobol_index) % sizeof(double) == 0, "carved as doubles");
    return (struct sobol_index *)(void *)block_doubles(memory, inputs * (sizeof(struct sobol_index) / sizeof(double)));
}

void sensitivity_lay_out(const struct design *design, size_t resamples, struct block *memory,
                         struct sensitivity_room *room)
{
    const size_t inputs = design->ensemble->input_count;

    indices_room_lay_out(&room->indices, inputs, resamples, memory);
    room->first = lay_out_indices(inputs, memory);
    room->total = lay_out_indices(inputs, memory);
}

void sensitivity_influences(const struct design *design, const double *series, struct sensitivity_room *room,
                            double *as_it_is, struct influence *influences)
{
    const struct ensemble *ensemble = design->ensemble;

    *as_it_is = series[0];
    for (size_t input = 0; input < ensemble->input_count; input++) {
        influences[input] = (struct influence) { .low = series[design_single_run(input, 0)],
                                                 .high = series[design_single_run(input, 1)] };
    }
    if (ensemble->draws < 2) {
        return;
    }
    sobol_indices(&series[design_matrix_run(ensemble, MATRIX_A)], &series[design_matrix_run(ensemble, MATRIX_B)],
                  &series[design_matrix_run(ensemble, MATRIX_AB)], ensemble->draws, &room->indices, room->first,
                  room->total);
    for (size_t input = 0; input < ensemble->input_count; input++) {
        influences[input].first = room->first[input];
        influences[input].total = room->total[input];
    }
}
