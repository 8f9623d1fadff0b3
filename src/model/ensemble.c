#include "ensemble.h"

size_t input_dimensions(const struct ensemble_input *input)
{
    const size_t keys = input->each_key ? input->move.key_count : 1;
    const size_t years = input->each_year ? (size_t)(input->move.last_year - input->move.first_year) + 1 : 1;

    return keys * years;
}

size_t ensemble_dimensions(const struct ensemble *self)
{
    size_t dimensions = 0;

    for (size_t input = 0; input < self->input_count; input++) {
        dimensions += input_dimensions(&self->inputs[input]);
    }
    return dimensions;
}

size_t sweep_points(const struct ensemble *self)
{
    size_t points = 1;

    for (size_t axis = 0; axis < self->axis_count; axis++) {
        const size_t values = self->axes[axis].value_count;

        if (values > 0 && points > SIZE_MAX / values) {
            return SIZE_MAX;
        }
        points *= values;
    }
    return points;
}
