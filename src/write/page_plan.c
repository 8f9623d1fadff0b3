#include <math.h>
#include <stdlib.h>

#include "observation_text.h"
#include "observed.h"
#include "page_document.h"
#include "supply.h"

static void write_levels(struct json_writer *json, const struct model *model, const bool *has_level)
{
    json_key(json, "levels");
    json_array(json, JSON_TIGHT);
    for (size_t level = 0; level < model->level_count; level++) {
        if (has_level[level]) {
            json_number(json, (double)level);
        }
    }
    json_close(json);
}

/* A year, or null where the plan gives none. */
static void write_year(struct json_writer *json, const char *key, int year)
{
    json_number_member(json, key, year == NO_YEAR ? (double)NAN : year);
}

static void write_seats(struct json_writer *json, const struct model *model, size_t project)
{
    json_key(json, "seats");
    json_array(json, JSON_TIGHT);
    for (size_t row = 0; row < model->project_seats_count; row++) {
        if (model->project_seats[row].project == project) {
            json_array(json, JSON_TIGHT);
            json_number(json, (double)model->project_seats[row].level);
            json_number(json, model->project_seats[row].seats);
            json_close(json);
        }
    }
    json_close(json);
}

static void write_project(struct json_writer *json, const struct inputs *inputs, size_t index)
{
    const double *values = inputs->scenario.values;
    const struct project *project = &inputs->model.projects[index];
    const double usable = supply_usable_year(inputs, values, index);

    json_object(json, JSON_TIGHT);
    json_text_member(json, "id", project->id);
    json_text_member(json, "name", project->name);
    page_name(json, "kind", &kind_words[project->kind]);
    page_name(json, "builder", &builder_words[project->builder]);
    json_number_member(json, "town", (double)supply_town(inputs, values, index));
    json_text_member(json, "townStatus", status_words[supply_town_status(inputs, values, index)].id);
    write_year(json, "start", project->start);
    write_year(json, "completion", project->completion);
    json_number_member(json, "usable", usable == NEVER ? (double)NAN : usable);
    json_text_member(json, "note", project->note);
    write_seats(json, &inputs->model, index);
    json_close(json);
}

static void write_target(struct json_writer *json, const struct model *model, const struct target *target)
{
    json_object(json, JSON_TIGHT);
    write_levels(json, model, target->has_level);
    json_number_member(json, "seats", target->seats);
    write_year(json, "year", target->year);
    json_close(json);
}

static void write_observation(struct json_writer *json, const struct inputs *inputs, const struct result *result,
                              const struct observation *of)
{
    double value = 0;
    const enum observed_standing standing = observed_value(inputs, result, of, &value);

    char *series[LANGUAGES];

    for (enum language language = CHINESE; language < LANGUAGES; language++) {
        series[language] = observation_series(&inputs->model, language, of);
    }
    json_object(json, JSON_TIGHT);
    page_texts(json, "series", (const char *const *)series);
    json_text_member(json, "period", observation_period(of).text);
    json_number_member(json, "value", of->value);
    json_number_member(json, "model",
                       standing == OBSERVED_MODELLED || standing == OBSERVED_INPUT ? value : (double)NAN);
    json_text_member(json, "status", status_words[of->status].id);
    json_text_member(json, "source", of->source);
    json_close(json);
    free(series[CHINESE]);
    free(series[ENGLISH]);
}

void page_plan(struct json_writer *json, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;

    json_key(json, "projects");
    json_array(json, JSON_TIGHT);
    for (size_t project = 0; project < model->project_count; project++) {
        write_project(json, inputs, project);
    }
    json_close(json);
    json_key(json, "targets");
    json_array(json, JSON_TIGHT);
    for (size_t target = 0; target < model->target_count; target++) {
        write_target(json, model, &model->targets[target]);
    }
    json_close(json);
    json_key(json, "observed");
    json_array(json, JSON_TIGHT);
    for (size_t index = 0; index < model->observation_count; index++) {
        write_observation(json, inputs, result, &model->observations[index]);
    }
    json_close(json);
}
