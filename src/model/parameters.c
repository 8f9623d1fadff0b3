#include "parameters.h"

#define PARAMETER_ROW(id, key, kind, keys, of, from, to, start, list, acts_zh, acts_en, zh, en)                        \
    [PARAMETER_##id] = { .name = (key),                                                                                \
                         .type = PARAMETER_##kind,                                                                     \
                         .axis = AXIS_##keys,                                                                          \
                         .unit = (of),                                                                                 \
                         .low = (from),                                                                                \
                         .high = (to),                                                                                 \
                         .initial = (start),                                                                           \
                         .words = (list),                                                                              \
                         .acts = { acts_zh, acts_en },                                                                 \
                         .text = { zh, en } },

const struct parameter_row parameter_rows[PARAMETERS] = {
#define PARAMETER PARAMETER_ROW
#include "parameters_table.h"
#undef PARAMETER
};

size_t axis_keys(const struct model *model, enum parameter_axis axis)
{
    switch (axis) {
    case AXIS_LEVEL:
        return model->level_count;
    case AXIS_TOWN:
        return model->town_count;
    case AXIS_BUILDER:
        return BUILDERS;
    case AXIS_PROJECT:
        return model->project_count;
    case AXIS_ESTATE:
        return model->estate_count;
    case AXIS_NONE:
    case AXES:
        break;
    }
    return 1;
}

const char *axis_key(const struct model *model, enum parameter_axis axis, size_t key)
{
    switch (axis) {
    case AXIS_LEVEL:
        return model->levels[key].name.id;
    case AXIS_TOWN:
        return model->towns[key].name.id;
    case AXIS_BUILDER:
        return builder_words[key].id;
    case AXIS_PROJECT:
        return model->projects[key].id;
    case AXIS_ESTATE:
        return model->estates[key].name.id;
    case AXIS_NONE:
    case AXES:
        break;
    }
    return NULL;
}

struct parameter_layout parameter_layout(const struct model *model, int last_year)
{
    struct parameter_layout layout = { .first_year = model->base_year,
                                       .years = (size_t)(last_year - model->base_year) + 1 };

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const struct parameter_row *row = &parameter_rows[parameter];

        layout.keys[parameter] = axis_keys(model, row->axis);
        layout.offset[parameter] = layout.size;
        layout.size += layout.keys[parameter] * (row->type == PARAMETER_PATH ? layout.years : 1);
    }
    return layout;
}

void parameter_initial(const struct model *model, const struct parameter_layout *layout, double *values)
{
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const size_t end = parameter + 1 < PARAMETERS ? layout->offset[parameter + 1] : layout->size;

        for (size_t index = layout->offset[parameter]; index < end; index++) {
            values[index] = parameter_rows[parameter].initial;
        }
    }
    values[parameter_index(layout, PARAMETER_ENROLMENT_METHOD, 0, 0)] = model->enrolment_method;
    values[parameter_index(layout, PARAMETER_ENROLMENT_PROGRESSION_RATIO, 0, 0)] = model->progression_years;

    const struct rogers_castro *schedule = &model->migration.schedule;

    values[layout->offset[PARAMETER_MIGRATION_SCHEDULE_A1]] = schedule->a1;
    values[layout->offset[PARAMETER_MIGRATION_SCHEDULE_ALPHA1]] = schedule->alpha1;
    values[layout->offset[PARAMETER_MIGRATION_SCHEDULE_A2]] = schedule->a2;
    values[layout->offset[PARAMETER_MIGRATION_SCHEDULE_ALPHA2]] = schedule->alpha2;
    values[layout->offset[PARAMETER_MIGRATION_SCHEDULE_MU2]] = schedule->mu2;
    values[layout->offset[PARAMETER_MIGRATION_SCHEDULE_LAMBDA2]] = schedule->lambda2;
    values[layout->offset[PARAMETER_MIGRATION_SCHEDULE_C]] = schedule->c;
    for (size_t town = 0; town < model->town_count; town++) {
        values[parameter_index(layout, PARAMETER_NORMS_MIGRANT_SHARE, town, 0)] = model->towns[town].migrant_share;
    }
    for (size_t project = 0; project < model->project_count; project++) {
        values[parameter_index(layout, PARAMETER_SUPPLY_PROJECT_TOWN, project, 0)] =
            (double)model->projects[project].town;
    }
    values[parameter_index(layout, PARAMETER_MIGRATION_HOUSING, 0, 0)] = model->migration.housing;
}
