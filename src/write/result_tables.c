#include "result_tables.h"

#include <math.h>

#include "csv_rows.h"
#include "gap_years.h"
#include "norms.h"
#include "supply.h"
#include "table_place.h"

#define HEADER(csv, ...)                                                                                               \
    csv_writer_header((csv), (const char *const[]) { __VA_ARGS__ },                                                    \
                      sizeof((const char *const[]) { __VA_ARGS__ }) / sizeof(const char *))

static double share(double part, double whole)
{
    return whole == 0 ? 0 : part / whole;
}

static void gap_row(struct csv_writer *csv, const struct gap *gap)
{
    csv_writer_number(csv, gap->children);
    csv_writer_number(csv, gap->enrolment);
    csv_writer_number(csv, gap->demand);
    csv_writer_number(csv, gap->seats_nominal);
    csv_writer_number(csv, gap->seats);
    csv_writer_number(csv, gap->gap);
    csv_writer_number(csv, gap->shortage);
    csv_writer_number(csv, gap->surplus);
    csv_writer_number(csv, gap->classes_needed);
    csv_writer_number(csv, gap->classes_short);
    csv_writer_number(csv, gap->land_needed_m2);
    csv_writer_number(csv, gap->land_short_m2);
    csv_writer_number(csv, gap->staff_needed);
    csv_writer_number(csv, gap->staff_short);
    csv_writer_number(csv, share(gap->demand_assumed, gap->demand));
    csv_writer_number(csv, share(gap->seats_assumed, gap->seats));
}

/** What the rows of a school year are written from. */
struct gap_rows {
    const struct model *model;
    int year;
    const struct gap *gaps; /* [place][level] */
};

/* The rows first..end - 1 of a school year. */
static void write_gap_rows(struct csv_writer *csv, const void *of, size_t first, size_t end)
{
    const struct gap_rows *self = of;
    const size_t levels = self->model->level_count;

    for (size_t row = first; row < end; row++) {
        const struct table_place place = table_place(self->model, row / levels);

        csv_writer_number(csv, self->year);
        csv_writer_text(csv, place.area);
        csv_writer_text(csv, place.town);
        csv_writer_text(csv, self->model->levels[row % levels].name.id);
        gap_row(csv, &self->gaps[row]);
        csv_writer_text(csv, place.name);
        csv_writer_row(csv);
    }
}

void gap_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;
    const struct scenario *scenario = &inputs->scenario;
    struct gap_years years;

    HEADER(csv, "school_year", "area", "town", "level", "children", "enrolment", "demand", "seats_nominal", "seats",
           "gap", "shortage", "surplus", "classes_needed", "classes_short", "land_needed_m2", "land_short_m2",
           "staff_needed", "staff_short", "demand_assumed_share", "seats_assumed_share", "town_name");
    gap_years_begin(&years, inputs, result, (size_t)(scenario->first_year - model->base_year),
                    (size_t)(scenario->last_year - model->base_year) + 1);
    for (int year = scenario->first_year; year <= scenario->last_year; year++) {
        const struct gap_rows rows = { model, year, gap_years_next(&years) };

        csv_rows(csv, write_gap_rows, &rows, gap_places(model) * model->level_count);
    }
    gap_years_end(&years);
}

void population_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;
    const double *population = result->population;

    HEADER(csv, "year", "town", "sex", "age", "population");
    for (size_t state = 0; state < result->states; state++) {
        for (size_t town = 0; town < model->town_count; town++) {
            for (size_t cell = 0; cell < SEXES * model->ages; cell++) {
                csv_writer_number(csv, model->base_year + (double)state);
                csv_writer_text(csv, model->towns[town].name.id);
                csv_writer_text(csv, sex_words[cell / model->ages].id);
                csv_writer_number(csv, (double)(cell % model->ages));
                csv_writer_number(csv, *population++);
                csv_writer_row(csv);
            }
        }
    }
}

/* Residents of a town, added up in the table's order. */
static double residents(const struct model *model, const struct result *result, size_t state, size_t town)
{
    const size_t cells = SEXES * model->ages;
    const double *population = &result->population[(state * model->town_count + town) * cells];
    double sum = 0;

    for (size_t cell = 0; cell < cells; cell++) {
        sum += population[cell];
    }
    return sum;
}

static void components_row(struct csv_writer *csv, const double *components, bool gross)
{
    csv_writer_number(csv, components[BIRTHS]);
    csv_writer_number(csv, components[DEATHS]);
    if (gross) {
        csv_writer_number(csv, components[ARRIVALS]);
        csv_writer_number(csv, components[DEPARTURES]);
    } else {
        csv_writer_number(csv, components[ARRIVALS] - components[DEPARTURES]);
    }
    csv_writer_number(csv, components[FLOORED]);
}

void components_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;
    const bool gross = model->migration.form == MIGRATION_GROSS;

    if (gross) {
        HEADER(csv, "year", "town", "start", "births", "deaths", "arrivals", "departures", "floored", "end");
    } else {
        HEADER(csv, "year", "town", "start", "births", "deaths", "net_migrants", "floored", "end");
    }
    for (size_t state = 0; state + 1 < result->states; state++) {
        for (size_t town = 0; town < model->town_count; town++) {
            csv_writer_number(csv, model->base_year + (double)state);
            csv_writer_text(csv, model->towns[town].name.id);
            csv_writer_number(csv, residents(model, result, state, town));
            components_row(csv, &result->components[(state * model->town_count + town) * COMPONENTS], gross);
            csv_writer_number(csv, residents(model, result, state + 1, town));
            csv_writer_row(csv);
        }
    }
}

static void enrolment_level(struct csv_writer *csv, const struct inputs *inputs, const struct result *result, int year,
                            size_t town, const struct level *level)
{
    const struct model *model = &inputs->model;
    const size_t state = (size_t)(year - model->base_year);
    const size_t first = (state * model->town_count + town) * model->grade_count + level->first_grade;

    for (size_t grade = 0; grade < level->grades; grade++) {
        const size_t cell = first + grade;

        csv_writer_number(csv, year);
        csv_writer_text(csv, model->towns[town].name.id);
        csv_writer_text(csv, level->name.id);
        csv_writer_number(csv, (double)grade + 1);
        csv_writer_number(csv, result->children[cell]);
        csv_writer_number(csv, result->enrolled[cell]);
        csv_writer_number(csv, result->public_pupils[cell]);
        csv_writer_number(csv, result->enrolled[cell] - result->public_pupils[cell]);
        csv_writer_row(csv);
    }
}

void enrolment_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;

    HEADER(csv, "school_year", "town", "level", "grade", "children", "enrolment", "public_pupils", "private_pupils");
    for (int year = inputs->scenario.first_year; year <= inputs->scenario.last_year; year++) {
        for (size_t town = 0; town < model->town_count; town++) {
            for (size_t level = 0; level < model->level_count; level++) {
                enrolment_level(csv, inputs, result, year, town, &model->levels[level]);
            }
        }
    }
}

/* The keys of a row of supply.csv; the base seats have no project. */
static void supply_keys(struct csv_writer *csv, const struct model *model, int year, size_t town, size_t level,
                        const struct project *project)
{
    csv_writer_number(csv, year);
    csv_writer_text(csv, model->towns[town].name.id);
    csv_writer_text(csv, model->levels[level].name.id);
    csv_writer_text(csv, project != NULL ? project->id : "base");
    csv_writer_text(csv, project != NULL ? project->name : NULL);
    csv_writer_text(csv, project != NULL ? kind_words[project->kind].id : NULL);
    csv_writer_text(csv, project != NULL ? builder_words[project->builder].id : NULL);
}

static void supply_projects(struct csv_writer *csv, const struct inputs *inputs, int year, size_t town, size_t level)
{
    const struct model *model = &inputs->model;
    const double *values = inputs->scenario.values;
    const double factor = norms_seat_factor(inputs, values, town, level);
    const enum opening opening = (enum opening)inputs_value(inputs, values, PARAMETER_SUPPLY_OPENING, 0, 0);

    for (size_t row = 0; row < model->project_seats_count; row++) {
        const struct project_seats *seats = &model->project_seats[row];
        const struct project *project = &model->projects[seats->project];
        const double usable = supply_usable_year(inputs, values, seats->project);

        if (supply_town(inputs, values, seats->project) != town || seats->level != level ||
            usable <= model->base_year || usable > year) {
            continue;
        }
        supply_keys(csv, model, year, town, level, project);
        csv_writer_number(csv, supply_project_seats(inputs, values, row, year, OPENING_NOMINAL) * factor);
        csv_writer_number(csv, supply_project_seats(inputs, values, row, year, opening) * factor);
        csv_writer_row(csv);
    }
}

void supply_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;

    HEADER(csv, "school_year", "town", "level", "project", "name", "kind", "builder", "seats_nominal", "seats");
    for (int year = inputs->scenario.first_year; year <= inputs->scenario.last_year; year++) {
        for (size_t cell = 0; cell < model->town_count * model->level_count; cell++) {
            const size_t town = cell / model->level_count;
            const size_t level = cell % model->level_count;

            /* Projects bring nothing before the year after the base year: the first state has the base seats alone. */
            supply_keys(csv, model, year, town, level, NULL);
            csv_writer_number(csv, result->seats_nominal[cell]);
            csv_writer_number(csv, result->seats[cell]);
            csv_writer_row(csv);
            supply_projects(csv, inputs, year, town, level);
        }
    }
}

/* A norm that is not there is an empty cell. */
static double norm_or_nothing(const struct project_norms *norms, double norm)
{
    return norms->is_school && norm > 0 ? norm : NAN;
}

/* yes or no, where there is something to judge by. */
static void verdict(struct csv_writer *csv, double by, bool verdict)
{
    if (isnan(by)) {
        csv_writer_text(csv, NULL);
    } else {
        csv_writer_switch(csv, verdict);
    }
}

static void size_norms(struct csv_writer *csv, const struct project_norms *norms)
{
    const double minimum = norms->type == NULL ? NAN : norm_or_nothing(norms, norms->type->minimum_classes);
    const double maximum = norms->type == NULL ? NAN : norm_or_nothing(norms, norms->type->maximum_pupils);

    /* No classes at all: the plan does not say. */
    const double classes = norms->classes > 0 ? norms->classes : NAN;

    csv_writer_number(csv, norms->seats);
    csv_writer_known(csv, classes);
    csv_writer_known(csv, minimum);
    verdict(csv, isnan(classes) ? NAN : minimum, norms->below_minimum);
    csv_writer_known(csv, maximum);
    verdict(csv, maximum, norms->above_maximum);
}

static void land_norms(struct csv_writer *csv, const struct project_norms *norms)
{
    csv_writer_known(csv, norms->land_m2);
    csv_writer_known(csv, norms->land_norm_m2);
    csv_writer_known(csv, norms->land_norm_m2 > 0 ? norms->land_m2 / norms->land_norm_m2 : NAN);
    verdict(csv, norms->land_m2, norms->land_short);
}

static void project_keys(struct csv_writer *csv, const struct inputs *inputs, size_t index,
                         const struct project_norms *norms)
{
    const double *values = inputs->scenario.values;
    const struct project *project = &inputs->model.projects[index];

    csv_writer_text(csv, project->id);
    csv_writer_text(csv, project->name);
    csv_writer_text(csv, kind_words[project->kind].id);
    csv_writer_text(csv, builder_words[project->builder].id);
    csv_writer_text(csv, inputs->model.towns[supply_town(inputs, values, index)].name.id);
    csv_writer_text(csv, status_words[supply_town_status(inputs, values, index)].id);
    csv_writer_text(csv, norms->type != NULL ? norms->type->name.id : NULL);
    csv_writer_switch(csv, norms->is_school);
}

static void project_years(struct csv_writer *csv, const struct project *project, double usable)
{
    csv_writer_known(csv, project->completion == NO_YEAR ? (double)NAN : project->completion);
    if (usable == NEVER) {
        csv_writer_text(csv, "never");
    } else {
        csv_writer_number(csv, usable);
    }
    csv_writer_switch(csv, project->completion == NO_YEAR && usable != NEVER);
}

void projects_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;

    (void)result; /* projects stand beside the norms whatever the run gives */
    HEADER(csv, "project", "name", "kind", "builder", "town", "town_status", "school_type", "whole_school",
           "completion", "usable_year", "placed_by_scenario", "seats", "classes", "minimum_classes", "below_minimum",
           "maximum_pupils", "above_maximum", "land_m2", "land_norm_m2", "land_share_of_norm", "land_short");
    for (size_t project = 0; project < model->project_count; project++) {
        const struct project_norms norms = norms_project(model, project);

        project_keys(csv, inputs, project, &norms);
        project_years(csv, &model->projects[project], supply_usable_year(inputs, inputs->scenario.values, project));
        size_norms(csv, &norms);
        land_norms(csv, &norms);
        csv_writer_row(csv);
    }
}
