#include "calibration_group.h"

#include <stdio.h>

static double all_migrants(const struct model *model)
{
    double sum = 0;

    for (size_t group = 0; group < model->calibration.group_count; group++) {
        sum += model->calibration.groups[group].migrants;
    }
    return sum;
}

struct group_row group_row(const struct calibration_report *of, size_t index)
{
    const struct model *model = &of->inputs->model;
    const struct migrant_group *group = &model->calibration.groups[index];
    struct group_row row = { .observed = group->migrants, .standard_error = group->standard_error };

    row.modelled = of->calibration->schedule.solution.modelled[index] * all_migrants(model);
    if (group->last_age == model->ages - 1) {
        snprintf(row.ages, sizeof row.ages, "%zu+", group->first_age);
    } else if (group->first_age == group->last_age) {
        snprintf(row.ages, sizeof row.ages, "%zu", group->first_age);
    } else {
        snprintf(row.ages, sizeof row.ages, "%zu-%zu", group->first_age, group->last_age);
    }
    return row;
}
