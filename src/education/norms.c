#include "norms.h"

#include <math.h>

static const double rounding_remainder = 1e-9;

bool norms_class_size_raised(const struct inputs *inputs, const double *values, size_t town)
{
    return inputs_value(inputs, values, PARAMETER_NORMS_MIGRANT_SHARE, town, 0) > inputs->model.raised_class_size_above;
}

double norms_class_size(const struct inputs *inputs, const double *values, size_t town, size_t level, size_t grade)
{
    const struct level *norm = &inputs->model.levels[level];
    const double *sizes = norms_class_size_raised(inputs, values, town) ? norm->raised_class_size : norm->class_size;
    const double size = sizes[grade] + inputs_value(inputs, values, PARAMETER_NORMS_CLASS_SIZE_ADDED, level, 0);

    return size > 1 ? size : 1;
}

double norms_seat_factor(const struct inputs *inputs, const double *values, size_t town, size_t level)
{
    const struct level *norm = &inputs->model.levels[level];
    double raised = 0;
    double plain = 0;

    if (inputs_value(inputs, values, PARAMETER_NORMS_RAISED_CLASS_SIZE_ADDS_SEATS, 0, 0) == 0 ||
        !norms_class_size_raised(inputs, values, town)) {
        return 1;
    }
    for (size_t grade = 0; grade < norm->grades; grade++) {
        raised += norm->raised_class_size[grade];
        plain += norm->class_size[grade];
    }
    return raised / plain;
}

double norms_classes(double pupils, double class_size)
{
    const double classes = pupils / class_size - rounding_remainder;

    return classes > 0 ? -floor(-classes) : 0;
}

double norms_staff(const struct level *level, double pupils, double classes)
{
    if (level->posts_per_class > 0) {
        return classes * level->posts_per_class;
    }
    return level->pupils_per_post > 0 ? pupils / level->pupils_per_post : 0;
}

struct project_norms norms_project(const struct model *model, size_t project)
{
    const struct project *of = &model->projects[project];
    struct project_norms norms = { .land_m2 = of->land_m2,
                                   .type = model_school_type(model, project),
                                   .is_school = project_is_school(of) };

    for (size_t row = 0; row < model->project_seats_count; row++) {
        const struct project_seats *seats = &model->project_seats[row];

        if (seats->project == project) {
            norms.seats += seats->seats;
            norms.classes += seats->classes;
            norms.land_norm_m2 += seats->seats * model->levels[seats->level].land_m2_per_pupil;
        }
    }
    if (of->kind == KIND_CLOSE) {
        norms.land_norm_m2 = NAN;
    }
    norms.land_short = !isnan(norms.land_m2) && norms.land_m2 < norms.land_norm_m2;
    if (norms.is_school && norms.type != NULL) {
        norms.below_minimum = norms.type->minimum_classes > 0 && norms.classes < norms.type->minimum_classes;
        norms.above_maximum = norms.type->maximum_pupils > 0 && norms.seats > norms.type->maximum_pupils;
    }
    return norms;
}
