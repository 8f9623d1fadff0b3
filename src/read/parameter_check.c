#include "parameter_check.h"

#include <stdbool.h>

#include "file_path.h"
#include "mem.h"
#include "pupils_reader.h"

static double value_of(const struct inputs *inputs, enum parameter parameter)
{
    return inputs_value(inputs, inputs->scenario.values, parameter, 0, inputs->model.base_year);
}

/* Whether a path without keys is `value` in every year. */
static bool is_always(const struct inputs *inputs, enum parameter path, double value)
{
    const struct parameter_layout *layout = &inputs->scenario.layout;

    for (size_t year = 0; year < layout->years; year++) {
        if (inputs->scenario.values[layout->offset[path] + year] != value) {
            return false;
        }
    }
    return true;
}

/* Reports the message where the chain gives the parameter; false if no file of it does. */
static bool report_at(const struct scenario_chain *chain, enum parameter parameter, enum message message)
{
    static const char SECTION[] = "migration";
    const char *name = parameter_rows[parameter].name;
    yaml_value value = 0;
    const struct scenario_file *file = scenario_find(chain, SECTION, name + sizeof SECTION, &value);

    if (file == NULL) {
        return false;
    }
    report(file->doc.problems, yaml_place(&file->doc, value), message, SLOTS({ "key", name }));
    return true;
}

/* A schedule without any height; a model's own is refused where district.yaml is read. */
static void check_heights(const struct scenario_chain *chain, const struct inputs *inputs)
{
    static const enum parameter HEIGHTS[] = { PARAMETER_MIGRATION_SCHEDULE_A1, PARAMETER_MIGRATION_SCHEDULE_A2,
                                              PARAMETER_MIGRATION_SCHEDULE_C };
    const size_t count = sizeof HEIGHTS / sizeof *HEIGHTS;

    for (size_t i = 0; i < count; i++) {
        if (value_of(inputs, HEIGHTS[i]) != 0) {
            return;
        }
    }
    for (size_t i = 0; i < count && !report_at(chain, HEIGHTS[i], MESSAGE_SCHEDULE_HEIGHTS_ZERO); i++) {
    }
}

/* Whether migrants of any kind are spread over the ages by the schedule, those who make room for housing too. */
static bool spreads_migrants(const struct inputs *inputs)
{
    const struct rates *persons = &inputs->model.migration.persons;

    return (persons->values != NULL && persons->item_stride == 0) || !is_always(inputs, PARAMETER_MIGRATION_ADDED, 0) ||
           (inputs->model.estate_count > 0 && value_of(inputs, PARAMETER_MIGRATION_HOUSING) != HOUSING_ON_TOP);
}

/* Each parameter of the schedule that a scenario changes though nobody is spread by it. */
static void note_schedule(const struct scenario_chain *chain, const struct inputs *inputs)
{
    const struct rogers_castro *own = &inputs->model.migration.schedule;
    const struct {
        enum parameter parameter;
        double own;
    } rows[] = {
        { PARAMETER_MIGRATION_SCHEDULE_A1, own->a1 },   { PARAMETER_MIGRATION_SCHEDULE_ALPHA1, own->alpha1 },
        { PARAMETER_MIGRATION_SCHEDULE_A2, own->a2 },   { PARAMETER_MIGRATION_SCHEDULE_ALPHA2, own->alpha2 },
        { PARAMETER_MIGRATION_SCHEDULE_MU2, own->mu2 }, { PARAMETER_MIGRATION_SCHEDULE_LAMBDA2, own->lambda2 },
        { PARAMETER_MIGRATION_SCHEDULE_C, own->c },
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (value_of(inputs, rows[i].parameter) != rows[i].own) {
            report_at(chain, rows[i].parameter, MESSAGE_SCHEDULE_IDLE);
        }
    }
}

/* A scenario that asks for grade progression needs a model that has what it takes; the model's own wish is checked. */
static void check_method(const struct scenario_chain *chain, const struct inputs *inputs)
{
    yaml_value value = 0;
    const struct scenario_file *file = scenario_find(chain, "enrolment", "method", &value);

    if (file != NULL && value_of(inputs, PARAMETER_ENROLMENT_METHOD) == ENROLMENT_BY_PROGRESSION &&
        inputs->model.enrolment_method == ENROLMENT_BY_RATES) {
        pupils_allow_progression(&inputs->model, yaml_place(&file->doc, value), file->doc.problems);
    }
}

/* Says what it means that housing is inside of a total which the model does not give. */
static void note_housing(const struct scenario_chain *chain, struct inputs *inputs)
{
    struct model *model = &inputs->model;
    struct problems *problems = chain->files[0].doc.problems;
    yaml_value value = 0;
    const struct scenario_file *file = scenario_find(chain, "migration", "housing", &value);

    if (model->estate_count == 0 || model->migration.form != MIGRATION_NONE ||
        value_of(inputs, PARAMETER_MIGRATION_HOUSING) == HOUSING_ON_TOP) {
        return;
    }
    const struct place place =
        file != NULL
            ? yaml_place(&file->doc, value)
            : (struct place) { problems_file(problems, path_from(&model->pool, model->folder, "district.yaml")), 0, 0 };

    report(problems, place, MESSAGE_HOUSING_INSIDE_NOTHING, NULL);
}

void parameters_check(const struct scenario_chain *chain, struct inputs *inputs)
{
    check_method(chain, inputs);
    note_housing(chain, inputs);
    check_heights(chain, inputs);
    if (!spreads_migrants(inputs)) {
        note_schedule(chain, inputs);
    }
    if (inputs->model.migration.form != MIGRATION_GROSS &&
        !is_always(inputs, PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, 1)) {
        report_at(chain, PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, MESSAGE_DEPARTURES_NOT_KNOWN);
    }
}
