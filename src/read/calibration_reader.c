#include "calibration_reader.h"

#include <string.h>

#include "fit_reader.h"
#include "migrant_reader.h"
#include "parameters.h"
#include "yaml_value.h"

/* Where migrants by age are known, all of the schedule's parameters come from them. */
static bool check_schedule(const struct model_source *source)
{
    static const char SCHEDULE[] = "migration.schedule_";
    const struct calibration_plan *plan = &source->model->calibration;
    const struct yaml_doc *doc = &source->doc;
    bool good = true;

    for (size_t i = 0; i < plan->item_count && plan->group_count > 0; i++) {
        const char *name = parameter_rows[plan->items[i].parameter].name;

        if (strncmp(name, SCHEDULE, sizeof SCHEDULE - 1) == 0) {
            report(doc->problems, yaml_place(doc, yaml_find(doc, yaml_root(doc), "calibration")),
                   MESSAGE_FIT_OF_SCHEDULE, SLOTS({ "parameter", name }));
            good = false;
        }
    }
    return good;
}

bool calibration_read(struct model_source *source)
{
    const bool plan = fit_read(source);
    const bool migrants = migrants_read(source);

    return plan && migrants && check_schedule(source);
}
