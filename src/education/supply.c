#include "supply.h"

#include "norms.h"

/* The year from which a project that is complete in `complete` and so many years late is usable. */
static double usable_from(const struct model *model, double complete, double delay)
{
    const double first = model->base_year + 1;
    const double usable = complete + delay;

    if (complete < first) {
        return complete;
    }
    return usable < first ? first : usable;
}

double supply_usable_year(const struct inputs *inputs, const double *values, size_t project)
{
    const struct model *model = &inputs->model;
    const struct project *of = &model->projects[project];

    if (inputs_value(inputs, values, PARAMETER_SUPPLY_CANCELLED, project, 0) != 0) {
        return NEVER;
    }
    const double own_delay = inputs_value(inputs, values, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, project, 0);
    if (of->completion == NO_YEAR) {
        const double placed = inputs_value(inputs, values, PARAMETER_SUPPLY_UNDATED_COMPLETION, 0, 0);

        return placed == NEVER ? NEVER : usable_from(model, placed, own_delay);
    }
    const double delay = inputs_value(inputs, values, PARAMETER_SUPPLY_DELAY_YEARS, of->builder, 0) + own_delay;

    return usable_from(model, of->completion, delay);
}

double supply_project_seats(const struct inputs *inputs, const double *values, size_t row, int year,
                            enum opening opening)
{
    const struct model *model = &inputs->model;
    const struct project_seats *seats = &model->project_seats[row];
    const struct project *project = &model->projects[seats->project];
    const struct level *level = &model->levels[seats->level];
    const double usable = supply_usable_year(inputs, values, seats->project);

    if (usable <= model->base_year || year < usable) {
        return 0;
    }
    if (project->kind == KIND_CLOSE) {
        return -seats->seats;
    }
    const double grades = (double)level->grades;
    const double open = year - usable + 1;
    const bool fills = opening == OPENING_BY_GRADE && project_fills_by_grade(project) && !level->opens_in_full;
    const double part = fills && open < grades ? open / grades : 1;

    return seats->seats * part - seats->replaced_seats;
}

/* Base seats of the district at a level. */
static double district_base_seats(const struct model *model, size_t level)
{
    double seats = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        seats += model->base_seats[town * model->level_count + level];
    }
    return seats;
}

/* The base year's seats of a level; a backlog goes to the towns by their seats, or evenly where there are none. */
static void base_level(const struct inputs *inputs, const double *values, size_t level, struct supply *supply)
{
    const struct model *model = &inputs->model;
    const double district = district_base_seats(model, level);
    const double backlog = inputs_value(inputs, values, PARAMETER_SUPPLY_BACKLOG, level, 0);

    for (size_t town = 0; town < model->town_count; town++) {
        const size_t cell = town * model->level_count + level;
        const double part = district > 0 ? model->base_seats[cell] / district : 1 / (double)model->town_count;
        const double seats =
            (model->base_seats[cell] + backlog * part) * norms_seat_factor(inputs, values, town, level);

        supply->seats_nominal[cell] = seats;
        supply->seats[cell] = seats;
        supply->assumed[cell] = model->base_seats_status[cell] == ASSUMED ? seats : 0;
    }
}

void supply_state(const struct inputs *inputs, const double *values, int year, struct supply *supply)
{
    const struct model *model = &inputs->model;
    const enum opening opening = (enum opening)inputs_value(inputs, values, PARAMETER_SUPPLY_OPENING, 0, 0);

    for (size_t level = 0; level < model->level_count; level++) {
        base_level(inputs, values, level, supply);
    }
    for (size_t row = 0; row < model->project_seats_count; row++) {
        const struct project_seats *of = &model->project_seats[row];
        const struct project *project = &model->projects[of->project];
        const size_t cell = project->town * model->level_count + of->level;
        const double factor = norms_seat_factor(inputs, values, project->town, of->level);
        const double seats = supply_project_seats(inputs, values, row, year, opening) * factor;

        supply->seats_nominal[cell] += supply_project_seats(inputs, values, row, year, OPENING_NOMINAL) * factor;
        supply->seats[cell] += seats;
        supply->assumed[cell] += project->town_status == ASSUMED ? seats : 0;
    }
}
