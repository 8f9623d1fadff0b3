#include "supply.h"

#include <math.h>

#include "housing.h"
#include "norms.h"
#include "residents.h"

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

/* Whether the project is given up, by itself or with its estate. */
static bool is_cancelled(const struct inputs *inputs, const double *values, size_t project)
{
    const struct estate *estate = inputs->model.projects[project].estate;

    return inputs_value(inputs, values, PARAMETER_SUPPLY_CANCELLED, project, 0) != 0 ||
           (estate != NULL && housing_handover(inputs, values, estate) == NEVER);
}

/* By how many years the estate with which the project comes is late. */
static double estate_delay(const struct inputs *inputs, const double *values, const struct estate *estate)
{
    return estate == NULL ? 0 : housing_handover(inputs, values, estate) - estate->handover;
}

double supply_usable_year(const struct inputs *inputs, const double *values, size_t project)
{
    const struct model *model = &inputs->model;
    const struct project *of = &model->projects[project];

    if (is_cancelled(inputs, values, project)) {
        return NEVER;
    }
    const double own_delay = inputs_value(inputs, values, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, project, 0);
    if (of->completion == NO_YEAR) {
        const double placed = inputs_value(inputs, values, PARAMETER_SUPPLY_UNDATED_COMPLETION, 0, 0);

        return placed == NEVER ? NEVER : usable_from(model, placed, own_delay);
    }
    const double delay = inputs_value(inputs, values, PARAMETER_SUPPLY_DELAY_YEARS, of->builder, 0) + own_delay +
                         estate_delay(inputs, values, of->estate);

    return usable_from(model, of->completion, delay);
}

size_t supply_town(const struct inputs *inputs, const double *values, size_t project)
{
    return (size_t)inputs_value(inputs, values, PARAMETER_SUPPLY_PROJECT_TOWN, project, 0);
}

enum status supply_town_status(const struct inputs *inputs, const double *values, size_t project)
{
    const struct project *of = &inputs->model.projects[project];

    return supply_town(inputs, values, project) == of->town ? of->town_status : ASSUMED;
}

/* What a row has changed by a year. */
struct change {
    double brought;
    double taken; /* Closed, or replaced by what it brought. */
};

static struct change row_change(const struct model *model, size_t row, double usable, int year, enum opening opening)
{
    const struct project_seats *seats = &model->project_seats[row];
    const struct project *project = &model->projects[seats->project];
    const struct level *level = &model->levels[seats->level];

    if (usable <= model->base_year || year < usable) {
        return (struct change) { .brought = 0 };
    }
    if (project->kind == KIND_CLOSE) {
        return (struct change) { .taken = seats->seats };
    }
    const double grades = (double)level->grades;
    const double open = year - usable + 1;
    const bool fills = opening == OPENING_BY_GRADE && project_fills_by_grade(project) && !level->opens_in_full;
    const double part = fills && open < grades ? open / grades : 1;

    return (struct change) { .brought = seats->seats * part, .taken = seats->replaced_seats };
}

double supply_project_seats(const struct inputs *inputs, const double *values, size_t row, int year,
                            enum opening opening)
{
    const double usable = supply_usable_year(inputs, values, inputs->model.project_seats[row].project);
    const struct change change = row_change(&inputs->model, row, usable, year, opening);

    return change.brought - change.taken;
}

/* What the backlog of a level is shared out by: the towns' base seats or, where there are none, their residents. */
static double backlog_weight(const struct inputs *inputs, const double *values, const struct residents *residents,
                             size_t town, size_t level, bool by_seats)
{
    return by_seats ? inputs->model.base_seats[town * inputs->model.level_count + level]
                    : residents_of(residents, inputs, values, town);
}

/* The base year's seats of a level. */
static void base_level(const struct inputs *inputs, const double *values, size_t level, struct supply *supply)
{
    const struct model *model = &inputs->model;
    const struct residents residents = residents_at_census(inputs, values);
    const double backlog = inputs_value(inputs, values, PARAMETER_SUPPLY_BACKLOG, level, 0);
    double seats_of_all = 0;
    double weights = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        seats_of_all += model->base_seats[town * model->level_count + level];
    }
    for (size_t town = 0; town < model->town_count; town++) {
        weights += backlog_weight(inputs, values, &residents, town, level, seats_of_all > 0);
    }
    for (size_t town = 0; town < model->town_count; town++) {
        const size_t cell = town * model->level_count + level;
        const double part = backlog_weight(inputs, values, &residents, town, level, seats_of_all > 0) / weights;
        const double seats =
            (model->base_seats[cell] + backlog * part) * norms_seat_factor(inputs, values, town, level);

        supply->seats_nominal[cell] = seats;
        supply->seats[cell] = seats;
        supply->assumed[cell] = model->base_seats_status[cell] == ASSUMED ? seats : 0;
    }
}

struct supply_row supply_row_of(const struct inputs *inputs, const double *values, size_t row)
{
    const struct project_seats *of = &inputs->model.project_seats[row];
    const size_t town = supply_town(inputs, values, of->project);

    return (struct supply_row) { .usable = supply_usable_year(inputs, values, of->project),
                                 .cell = town * inputs->model.level_count + of->level,
                                 .factor = norms_seat_factor(inputs, values, town, of->level),
                                 .assumed = supply_town_status(inputs, values, of->project) == ASSUMED };
}

static void bring_seats(const struct inputs *inputs, const double *values, size_t row, const struct supply_row *of,
                        int year, struct supply *supply)
{
    const enum opening opening = (enum opening)inputs_value(inputs, values, PARAMETER_SUPPLY_OPENING, 0, 0);
    const struct model *model = &inputs->model;
    const double seats = row_change(model, row, of->usable, year, opening).brought * of->factor;

    supply->seats_nominal[of->cell] += row_change(model, row, of->usable, year, OPENING_NOMINAL).brought * of->factor;
    supply->seats[of->cell] += seats;
    supply->assumed[of->cell] += of->assumed ? seats : 0;
}

/* Takes a row's closed or replaced seats away from those of the base year: from assumed and other ones alike. */
static void take_seats(const struct inputs *inputs, size_t row, const struct supply_row *of, int year,
                       struct supply *supply)
{
    const double taken = row_change(&inputs->model, row, of->usable, year, OPENING_NOMINAL).taken * of->factor;
    const double before = supply->seats[of->cell];
    const double left = before - taken;

    supply->seats_nominal[of->cell] -= taken;
    supply->seats[of->cell] = left;
    if (taken > 0) {
        supply->assumed[of->cell] = left > 0 ? supply->assumed[of->cell] * (left / before) : 0;
    }
}

/* Where more is taken than the base year had, seats that came are gone too; the assumed part is one of what is left. */
static void hold_assumed(const struct model *model, struct supply *supply)
{
    for (size_t cell = 0; cell < model->town_count * model->level_count; cell++) {
        const double most = supply->seats[cell] > 0 ? supply->seats[cell] : 0;

        supply->assumed[cell] = supply->assumed[cell] < most ? supply->assumed[cell] : most;
    }
}

void supply_base(const struct inputs *inputs, const double *values, struct supply *supply)
{
    for (size_t level = 0; level < inputs->model.level_count; level++) {
        base_level(inputs, values, level, supply);
    }
}

/* Takes and brings the projects' seats of the school year, where `supply` has the base year's. */
static void add_projects(const struct inputs *inputs, const double *values, int year, struct supply *supply)
{
    const struct model *model = &inputs->model;

    for (size_t row = 0; row < model->project_seats_count; row++) {
        const struct supply_row of = supply_row_of(inputs, values, row);

        take_seats(inputs, row, &of, year, supply);
    }
    for (size_t row = 0; row < model->project_seats_count; row++) {
        const struct supply_row of = supply_row_of(inputs, values, row);

        bring_seats(inputs, values, row, &of, year, supply);
    }
    hold_assumed(model, supply);
}

/* Where the seats of a row's cell stand by year: the first year in which it is usable, and the last. */
struct usable_years {
    double *seats; /* Of the first year. */
    size_t step;   /* From year to year. */
    int first;
    int end; /* The year after the last. */
};

static struct usable_years usable_years(const struct inputs *inputs, const struct supply_row *of, size_t stride,
                                        double *seats)
{
    const struct model *model = &inputs->model;
    const size_t step = model->town_count * model->level_count * stride;
    const int end = model->base_year + (int)inputs->scenario.layout.years;

    if (of->usable <= model->base_year || of->usable > end - 1) {
        return (struct usable_years) { .seats = seats, .first = end, .end = end };
    }
    const double begun = floor(of->usable);
    const int first = (int)begun + (of->usable > begun);

    return (struct usable_years) {
        .seats = &seats[(size_t)(first - model->base_year) * step + of->cell * stride],
        .step = step,
        .first = first,
        .end = end,
    };
}

static void take_seats_of_years(const struct model *model, size_t row, const struct supply_row *of,
                                struct usable_years years)
{
    const double taken = row_change(model, row, of->usable, years.first, OPENING_NOMINAL).taken * of->factor;

    for (int year = years.first; taken != 0 && year < years.end; year++, years.seats += years.step) {
        *years.seats -= taken;
    }
}

/* Grade by grade at first, and then in full. */
static void bring_seats_of_years(const struct model *model, size_t row, const struct supply_row *of,
                                 enum opening opening, struct usable_years years)
{
    const struct project_seats *seats = &model->project_seats[row];
    const int filled = years.first + (int)model->levels[seats->level].grades;
    int year = years.first;

    for (; year < filled && year < years.end; year++, years.seats += years.step) {
        *years.seats += row_change(model, row, of->usable, year, opening).brought * of->factor;
    }
    const double in_full = row_change(model, row, of->usable, filled, opening).brought * of->factor;

    for (; year < years.end; year++, years.seats += years.step) {
        *years.seats += in_full;
    }
}

void supply_seats_of_years(const struct inputs *inputs, const double *values, const double *base,
                           const struct supply_row *rows, size_t stride, double *seats)
{
    const enum opening opening = (enum opening)inputs_value(inputs, values, PARAMETER_SUPPLY_OPENING, 0, 0);
    const struct model *model = &inputs->model;
    const size_t cells = model->town_count * model->level_count;

    for (size_t year = 0; year < inputs->scenario.layout.years; year++) {
        for (size_t cell = 0; cell < cells; cell++) {
            seats[(year * cells + cell) * stride] = base[cell];
        }
    }
    for (size_t row = 0; row < model->project_seats_count; row++) {
        take_seats_of_years(model, row, &rows[row], usable_years(inputs, &rows[row], stride, seats));
    }
    for (size_t row = 0; row < model->project_seats_count; row++) {
        bring_seats_of_years(model, row, &rows[row], opening, usable_years(inputs, &rows[row], stride, seats));
    }
}

void supply_state(const struct inputs *inputs, const double *values, int year, struct supply *supply)
{
    supply_base(inputs, values, supply);
    add_projects(inputs, values, year, supply);
}
