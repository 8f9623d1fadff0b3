#include "residents.h"

struct residents residents_at_census(const struct inputs *inputs, const double *values)
{
    const struct model *model = &inputs->model;
    double all = 0;
    double multiplied = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        const double multiplier = inputs_value(inputs, values, PARAMETER_POPULATION_TOWN_MULTIPLIER, town, 0);

        all += model->towns[town].population;
        multiplied += model->towns[town].population * multiplier;
    }
    return (struct residents) { .all = all, .scale = multiplied > 0 ? all / multiplied : 1 };
}

double residents_factor(const struct residents *self, const struct inputs *inputs, const double *values, size_t town)
{
    return inputs_value(inputs, values, PARAMETER_POPULATION_TOWN_MULTIPLIER, town, 0) * self->scale;
}

double residents_of(const struct residents *self, const struct inputs *inputs, const double *values, size_t town)
{
    return inputs->model.towns[town].population * residents_factor(self, inputs, values, town);
}

double residents_part(const struct residents *self, const struct inputs *inputs, const double *values, size_t town)
{
    return residents_of(self, inputs, values, town) / self->all;
}
