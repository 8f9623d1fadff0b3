#include "resolve.h"

#include <string.h>

#include "ensemble_reader.h"
#include "file_path.h"
#include "mem.h"
#include "model_reader.h"
#include "model_source.h"
#include "notice_reader.h"
#include "number.h"
#include "parameter_check.h"
#include "scenario_reader.h"
#include "value_reader.h"
#include "yaml_value.h"

/** A table of rates, and whether the last school year needs its own rates or only the years before. */
struct yearly_table {
    const char *name;
    const struct rates *rates;
    int beyond; /**< How many years the horizon may run beyond the table. */
};

/** The horizon as the chain gives it. */
struct horizon {
    const struct yaml_doc *doc; /**< That gives the last year, and where. */
    yaml_value last;
};

static bool read_model(const struct scenario_chain *chain, struct model *model, struct problems *problems)
{
    yaml_value value = 0;
    const struct scenario_file *file = scenario_find(chain, NULL, "model", &value);
    const char *folder = NULL;

    if (file == NULL) {
        const struct yaml_doc *doc = &chain->files[0].doc;

        yaml_need(doc, yaml_root(doc), "model");
        return false;
    }
    if (!yaml_text(&file->doc, value, "model", &model->pool, &folder)) {
        return false;
    }
    folder = path_from(&model->pool, path_folder(&model->pool, file->path), folder);
    return model_read_named(model, folder, yaml_place(&file->doc, value), problems);
}

/* The scenario's own title or question, else `otherwise`: a parent's would say what another scenario asks. */
static bool read_texts(const struct scenario_chain *chain, struct pool *pool, const char *key, const char *otherwise,
                       const char *text[LANGUAGES])
{
    const struct yaml_doc *doc = &chain->files[0].doc;
    const yaml_value value = yaml_find(doc, yaml_root(doc), key);

    text[CHINESE] = otherwise;
    text[ENGLISH] = otherwise;
    return value == 0 || yaml_languages(doc, value, key, pool, text);
}

static bool read_horizon_year(const struct scenario_chain *chain, const char *key, int *year, struct horizon *where)
{
    const struct yaml_doc *asked = &chain->files[0].doc;
    yaml_value value = 0;
    const struct scenario_file *file = scenario_find(chain, "horizon", key, &value);

    if (file == NULL) {
        const yaml_value horizon = yaml_find(asked, yaml_root(asked), "horizon");

        if (horizon == 0) {
            report(asked->problems, yaml_place(asked, yaml_root(asked)), MESSAGE_HORIZON_MISSING, NULL);
        } else if (yaml_is_mapping(asked, horizon)) {
            yaml_need(asked, horizon, key);
        }
        return false;
    }
    *where = (struct horizon) { &file->doc, value };
    return yaml_year(&file->doc, value, key, year);
}

static bool read_horizon(const struct scenario_chain *chain, struct scenario *scenario, struct horizon *first,
                         struct horizon *last)
{
    bool good = read_horizon_year(chain, "first", &scenario->first_year, first);

    good = read_horizon_year(chain, "last", &scenario->last_year, last) && good;
    if (good && scenario->last_year < scenario->first_year) {
        report(last->doc->problems, yaml_place(last->doc, last->last), MESSAGE_LAST_BEFORE_FIRST,
               SLOTS({ "found", number_text(scenario->last_year).text },
                     { "first", number_text(scenario->first_year).text }));
        return false;
    }
    return good;
}

/* The horizon ends where the first table does. */
static bool check_last_year(const struct inputs *inputs, const struct horizon *last)
{
    const struct model *model = &inputs->model;
    const struct yearly_table tables[] = {
        { "fertility", &model->fertility, 1 },
        { "mortality", &model->mortality, 1 },
        { "srb", &model->srb, 1 },
        { "migration", &model->migration.persons, 1 },
        { "enrolment_rates", &model->enrolment_rate, 0 },
        { "public_share", &model->public_share, 0 },
    };
    const struct yearly_table *shortest = NULL;

    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        const struct rates *rates = tables[i].rates;

        if (rates->values != NULL && rates->year_stride != 0 &&
            (shortest == NULL || rates->last_year + tables[i].beyond < shortest->rates->last_year + shortest->beyond)) {
            shortest = &tables[i];
        }
    }
    if (shortest == NULL || inputs->scenario.last_year <= shortest->rates->last_year + shortest->beyond) {
        return true;
    }
    report(last->doc->problems, yaml_place(last->doc, last->last), MESSAGE_HORIZON_BEYOND_TABLE,
           SLOTS({ "found", number_text(inputs->scenario.last_year).text }, { "file", shortest->name },
                 { "first", number_text(shortest->rates->first_year).text },
                 { "last", number_text(shortest->rates->last_year).text },
                 { "allowed", number_text(shortest->rates->last_year + shortest->beyond).text }));
    return false;
}

static bool check_horizon(const struct inputs *inputs, const struct horizon *first, const struct horizon *last)
{
    if (inputs->scenario.first_year < inputs->model.base_year) {
        report(first->doc->problems, yaml_place(first->doc, first->last), MESSAGE_HORIZON_BEFORE_BASE,
               SLOTS({ "found", number_text(inputs->scenario.first_year).text },
                     { "allowed", number_text(inputs->model.base_year).text }));
        return false;
    }
    return check_last_year(inputs, last);
}

/* What the file says of the parameter, or 0. */
static yaml_value find_parameter(const struct yaml_doc *doc, const char *name, struct pool *pool)
{
    const char *dot = strchr(name, '.');
    const char *section = pool_text(pool, name, (size_t)(dot - name));

    return yaml_find(doc, yaml_find(doc, yaml_root(doc), section), dot + 1);
}

/* Whether the parameter's keys are known though the model was not read whole: levels are read all or none. */
static bool knows_keys(enum parameter_axis axis, const struct model *model)
{
    return axis == AXIS_NONE || axis == AXIS_BUILDER || (axis == AXIS_LEVEL && model->level_count > 0);
}

/* Applies the chain to the vector, the oldest ancestor first; where the model is bad, what can be read without it. */
static void read_values(const struct scenario_chain *chain, struct inputs *inputs, bool whole_model)
{
    struct model *model = &inputs->model;
    struct scenario *scenario = &inputs->scenario;

    scenario->layout = parameter_layout(model, scenario->last_year);
    double *values = pool_array(&model->pool, scenario->layout.size, sizeof *values);

    parameter_initial(model, &scenario->layout, values);
    for (size_t file = chain->count; file-- > 0;) {
        const struct yaml_doc *doc = &chain->files[file].doc;

        for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
            const struct parameter_row *row = &parameter_rows[parameter];
            const yaml_value value = find_parameter(doc, row->name, &model->pool);

            if (value != 0 && (whole_model || knows_keys(row->axis, model))) {
                value_read(doc, value, (enum parameter)parameter, model, &scenario->layout, values);
            }
        }
    }
    scenario->values = values;
}

static void read_scenario(const struct scenario_chain *chain, struct inputs *inputs, struct problems *problems)
{
    struct model *model = &inputs->model;
    struct scenario *scenario = &inputs->scenario;
    struct horizon first = { NULL, 0 };
    struct horizon last = { NULL, 0 };

    for (size_t i = 0; i < chain->count; i++) {
        model_add_file(model, chain->files[i].path, path_base(&model->pool, chain->files[i].path));
    }
    scenario->name = path_stem(&model->pool, chain->files[0].path);
    read_texts(chain, &model->pool, "title", scenario->name, scenario->title);
    read_texts(chain, &model->pool, "question", "", scenario->question);
    const bool horizon = read_horizon(chain, scenario, &first, &last);
    const bool whole_model = read_model(chain, model, problems);

    /* Of a run that is refused already the values are still read, for one year, so that all problems show at once. */
    const bool settled = whole_model && horizon && check_horizon(inputs, &first, &last);

    if (!settled) {
        scenario->last_year = model->base_year;
    }
    read_values(chain, inputs, whole_model);
    ensemble_read(chain, inputs, whole_model, settled);
    notice_read(chain, inputs, settled);
    if (whole_model) {
        parameters_check(chain, inputs);
    }
}

bool inputs_read(struct inputs *inputs, const char *scenario_path, struct problems *problems)
{
    struct scenario_chain chain;
    const size_t errors = problems->errors;

    *inputs = (struct inputs) { .scenario = { .name = NULL } };
    if (scenario_chain_read(&chain, &inputs->model.pool, scenario_path, problems)) {
        read_scenario(&chain, inputs, problems);
    }
    scenario_chain_free(&chain);
    return problems->errors == errors;
}
