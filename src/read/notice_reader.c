#include "notice_reader.h"

#include "date.h"
#include "number.h"
#include "yaml_value.h"

static void check_keys(const struct scenario_chain *chain)
{
    for (size_t file = 0; file < chain->count; file++) {
        const struct yaml_doc *doc = &chain->files[file].doc;
        const yaml_value section = yaml_find(doc, yaml_root(doc), "notice");

        if (section != 0 && yaml_mapping(doc, section, "notice")) {
            yaml_keys(doc, section, IN_NOTICE);
        }
    }
}

/* The first school year that begins after the day. */
static int year_after(const struct model *model, struct date day)
{
    const struct date state = model->state_date;

    return day.month < state.month || (day.month == state.month && day.day < state.day) ? day.year : day.year + 1;
}

static int later(int a, int b)
{
    return a > b ? a : b;
}

/* See struct notice_settings. */
static int usual_year(const struct inputs *inputs)
{
    const struct model *model = &inputs->model;
    const struct scenario *scenario = &inputs->scenario;
    int year = year_after(model, model->census_date);

    for (size_t i = 0; i < model->observation_count; i++) {
        year = later(year, year_after(model, model->observations[i].end));
    }
    if (model->pupil_history.years > 0) {
        year = later(year, model->pupil_history.first_year + (int)model->pupil_history.years);
    }
    year = year < scenario->last_year ? year : scenario->last_year;
    return later(year, scenario->first_year);
}

/* A year outside the horizon has no figures to warn of. */
static void read_year(const struct scenario_chain *chain, struct inputs *inputs, bool settled)
{
    struct scenario *scenario = &inputs->scenario;
    yaml_value value = 0;
    const struct scenario_file *file = scenario_find(chain, "notice", "school_year", &value);
    int year = 0;

    scenario->notice.school_year = settled ? usual_year(inputs) : scenario->last_year;
    if (file == NULL || !yaml_year(&file->doc, value, "school_year", &year)) {
        return;
    }
    if (settled && (year < scenario->first_year || year > scenario->last_year)) {
        report(file->doc.problems, yaml_place(&file->doc, value), MESSAGE_NOTICE_YEAR_OUTSIDE,
               SLOTS({ "found", number_text(year).text }, { "first", number_text(scenario->first_year).text },
                     { "last", number_text(scenario->last_year).text }));
        return;
    }
    scenario->notice.school_year = year;
}

/* The first file's figure, or what there is without one. */
static double read_number(const struct scenario_chain *chain, const struct figure_rule *rule, double otherwise)
{
    yaml_value value = 0;
    const struct scenario_file *file = scenario_find(chain, "notice", rule->key, &value);
    double number = otherwise;

    return file != NULL && yaml_number(&file->doc, value, rule, &number) ? number : otherwise;
}

void notice_read(const struct scenario_chain *chain, struct inputs *inputs, bool settled)
{
    const struct figure_rule probability = yaml_rule(IN_NOTICE, "amber_probability");
    const struct figure_rule listed = yaml_rule(IN_NOTICE, "listed");
    const struct ensemble *ensemble = &inputs->scenario.ensemble;
    struct notice_settings *notice = &inputs->scenario.notice;

    check_keys(chain);
    read_year(chain, inputs, settled);
    notice->amber_probability =
        read_number(chain, &probability, ensemble->kind == ENSEMBLE_UNCERTAINTY ? ensemble->alarm : USUAL_ALARM);
    notice->listed = (size_t)read_number(chain, &listed, NOTICE_USUAL_LISTED);
}
