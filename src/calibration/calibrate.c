#include "calibrate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "block.h"
#include "observed.h"
#include "rounding.h"
#include "run.h"

/* An unknown is told of if its standard error stays below about its whole range. */
static const double least_information = 0.05;
static const double parts_of_range = 20;

/* The parameters that take the schedule, in its order. */
static const enum parameter SCHEDULE[SCHEDULE_UNKNOWNS] = {
    PARAMETER_MIGRATION_SCHEDULE_A1,     PARAMETER_MIGRATION_SCHEDULE_ALPHA1, PARAMETER_MIGRATION_SCHEDULE_A2,
    PARAMETER_MIGRATION_SCHEDULE_ALPHA2, PARAMETER_MIGRATION_SCHEDULE_MU2,    PARAMETER_MIGRATION_SCHEDULE_LAMBDA2,
    PARAMETER_MIGRATION_SCHEDULE_C,
};

/** What the model's function of the unknowns needs. */
struct fitting {
    struct inputs *inputs;
    struct calibration *calibration;
    const size_t *order; /* [unknown_count] unknowns by parameter, key and year */
    const size_t *used;  /* [used_count] observations */
    const double *initial;
    double *values; /* [layout.size] */
    void *memory;
    size_t memory_size;
};

static bool same_path(const struct calibrated *a, const struct calibrated *b)
{
    return a->parameter == b->parameter && a->key == b->key;
}

static bool comes_before(const struct calibrated *a, const struct calibrated *b)
{
    if (a->parameter != b->parameter) {
        return a->parameter < b->parameter;
    }
    return a->key != b->key ? a->key < b->key : a->year < b->year;
}

/* The unknowns in the order of the table of parameters, of keys and of years. */
static size_t *order_unknowns(const struct calibration *self, struct pool *pool)
{
    size_t *order = pool_array(pool, self->unknown_count, sizeof *order);

    for (size_t i = 0; i < self->unknown_count; i++) {
        size_t at = i;

        while (at > 0 && comes_before(&self->unknowns[i], &self->unknowns[order[at - 1]])) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
    return order;
}

static double *place_of(const struct fitting *self, const struct calibrated *unknown, int year)
{
    return &self->values[parameter_index(&self->inputs->scenario.layout, (enum parameter)unknown->parameter,
                                         unknown->key, year)];
}

/* Sets the years from..to-1 of the unknown's path, or its one number. */
static void fill(const struct fitting *self, const struct calibrated *unknown, int from, int to, double value,
                 double step)
{
    if (parameter_rows[unknown->parameter].type != PARAMETER_PATH) {
        *place_of(self, unknown, from) = value;
        return;
    }
    for (int year = from; year < to; year++) {
        *place_of(self, unknown, year) = value + step * (year - from);
    }
}

/* Puts the unknowns among the values as a scenario's path has them: linear between years, constant outside them. */
static void apply(const struct fitting *self, const double *unknowns)
{
    const struct calibration *calibration = self->calibration;
    const struct parameter_layout *layout = &self->inputs->scenario.layout;
    const int end = layout->first_year + (int)layout->years;

    for (size_t i = 0; i < calibration->unknown_count; i++) {
        const size_t at = self->order[i];
        const struct calibrated *here = &calibration->unknowns[at];
        const struct calibrated *before = i > 0 ? &calibration->unknowns[self->order[i - 1]] : NULL;
        const size_t next = i + 1 < calibration->unknown_count ? self->order[i + 1] : at;
        const struct calibrated *after = &calibration->unknowns[next];

        if (before == NULL || !same_path(before, here)) {
            fill(self, here, layout->first_year, here->year, unknowns[at], 0);
        }
        if (next != at && same_path(here, after)) {
            const double step = (unknowns[next] - unknowns[at]) / (after->year - here->year);

            fill(self, here, here->year, after->year, unknowns[at], step);
        } else {
            fill(self, here, here->year, end, unknowns[at], 0);
        }
    }
}

static void run_values(const struct fitting *self, struct result *result)
{
    const size_t alignment = 64;
    unsigned char *memory = self->memory;
    struct block block = { .memory = memory + (alignment - (size_t)memory % alignment), .size = self->memory_size };

    run(self->inputs, self->values, &block, result);
}

/* The model's figures for the observations used, by a whole run. */
static void model_figures(const double *unknowns, double *modelled, void *of)
{
    const struct fitting *self = of;
    const struct model *model = &self->inputs->model;
    struct result result;

    apply(self, unknowns);
    run_values(self, &result);
    for (size_t i = 0; i < self->calibration->used_count; i++) {
        (void)observed_value(self->inputs, &result, &model->observations[self->used[i]], &modelled[i]);
    }
}

/* States enough for every observation and every year that is fitted, as far as the model's tables go. */
static int last_state(const struct model *model)
{
    const int most = model_last_state(model);
    int last = model->base_year + 1;

    for (size_t i = 0; i < model->observation_count; i++) {
        const int next = model->observations[i].end.year + 1;

        last = next > last ? next : last;
    }
    for (size_t i = 0; i < model->calibration.item_count; i++) {
        const int next = model->calibration.items[i].last + 1;

        last = next > last ? next : last;
    }
    return last < most ? last : most;
}

static void set_scenario(struct inputs *inputs, struct pool *pool)
{
    struct scenario *scenario = &inputs->scenario;
    const int last = last_state(&inputs->model);

    *scenario = (struct scenario) { .name = "calibration",
                                    .title = { "", "" },
                                    .question = { "", "" },
                                    .first_year = inputs->model.base_year,
                                    .last_year = last,
                                    .layout = parameter_layout(&inputs->model, last) };
    double *values = pool_array(pool, scenario->layout.size, sizeof *values);

    parameter_initial(&inputs->model, &scenario->layout, values);
    scenario->values = values;
}

static void list_unknowns(const struct model *model, struct calibration *self)
{
    const struct calibration_plan *plan = &model->calibration;

    self->unknown_count = 0;
    for (size_t i = 0; i < plan->item_count; i++) {
        self->unknown_count += (size_t)(plan->items[i].last - plan->items[i].first) + 1;
    }
    struct calibrated *unknowns = pool_array(&self->pool, self->unknown_count, sizeof *unknowns);
    size_t count = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct fit_item *item = &plan->items[i];

        for (int year = item->first; year <= item->last; year++) {
            unknowns[count++] = (struct calibrated) { item->parameter, item->key, year, item };
        }
    }
    self->unknowns = unknowns;
}

static struct unknown *state_unknowns(const struct fitting *self, struct pool *pool)
{
    const struct calibration *calibration = self->calibration;
    struct unknown *unknowns = pool_array(pool, calibration->unknown_count, sizeof *unknowns);

    for (size_t i = 0; i < calibration->unknown_count; i++) {
        const struct calibrated *of = &calibration->unknowns[i];
        const struct parameter_row *row = &parameter_rows[of->parameter];
        const double part = (row->high - row->low) / parts_of_range;
        /* item->prior is the initial value where none is stated. */
        const double start = of->item->prior;

        unknowns[i] = (struct unknown) { .start = start,
                                         .low = row->low,
                                         .high = row->high,
                                         .scale = fabs(start) > part ? fabs(start) : part,
                                         .prior = of->item->prior,
                                         .prior_error = of->item->prior_error,
                                         .step_error = of->year > of->item->first ? of->item->step_error : 0 };
    }
    return unknowns;
}

static enum figure_use use_of(enum observed_standing standing, const struct observation *of)
{
    switch (standing) {
    case OBSERVED_INPUT:
        return FIGURE_IS_INPUT;
    case OBSERVED_OUTSIDE:
        return FIGURE_IS_OUTSIDE;
    case OBSERVED_NOT_MODELLED:
        return FIGURE_IS_NO_SERIES;
    case OBSERVED_MODELLED:
        break;
    }
    return of->standard_error > 0 ? FIGURE_USED : FIGURE_HAS_NO_ERROR;
}

/* Runs the model as it is, and finds which observations can be used. */
static struct compared *compare_before(struct fitting *self, struct pool *pool)
{
    const struct model *model = &self->inputs->model;
    struct calibration *calibration = self->calibration;
    struct compared *compared = pool_array(pool, model->observation_count, sizeof *compared);
    size_t *used = pool_array(pool, model->observation_count, sizeof *used);
    struct result result;

    run_values(self, &result);
    for (size_t i = 0; i < model->observation_count; i++) {
        double value = NAN;
        const enum observed_standing standing = observed_value(self->inputs, &result, &model->observations[i], &value);

        compared[i] = (struct compared) { use_of(standing, &model->observations[i]), NAN, NAN };
        if (compared[i].use == FIGURE_USED) {
            compared[i].before = value;
            used[calibration->used_count++] = i;
        }
    }
    calibration->compared = compared;
    calibration->compared_count = model->observation_count;
    self->used = used;
    return compared;
}

static struct datum *list_data(const struct fitting *self, struct pool *pool)
{
    const size_t count = self->calibration->used_count;
    struct datum *data = pool_array(pool, count, sizeof *data);

    for (size_t i = 0; i < count; i++) {
        const struct observation *of = &self->inputs->model.observations[self->used[i]];

        data[i] = (struct datum) { of->value, of->standard_error };
    }
    return data;
}

static void use_schedule(const struct fitting *self)
{
    const struct calibration *calibration = self->calibration;

    for (size_t i = 0; i < SCHEDULE_UNKNOWNS && calibration->has_schedule; i++) {
        self->values[self->inputs->scenario.layout.offset[SCHEDULE[i]]] = calibration->schedule.solution.values[i];
    }
}

static bool all_are_held(const struct calibration *self)
{
    for (size_t i = 0; i < self->unknown_count; i++) {
        if (self->solution.standing[i] != UNKNOWN_HELD) {
            return false;
        }
    }
    return true;
}

static enum calibration_outcome fit_unknowns(struct fitting *self)
{
    struct calibration *calibration = self->calibration;
    struct pool *pool = &calibration->pool;
    struct compared *compared = compare_before(self, pool);

    if (calibration->used_count == 0) {
        return CALIBRATION_NO_DATA;
    }
    use_schedule(self);
    list_unknowns(&self->inputs->model, calibration);
    self->order = order_unknowns(calibration, pool);
    const struct least_squares problem = { .unknown_count = calibration->unknown_count,
                                           .unknowns = state_unknowns(self, pool),
                                           .datum_count = calibration->used_count,
                                           .data = list_data(self, pool),
                                           .model = model_figures,
                                           .of = self,
                                           .least_information = least_information };

    least_squares_solve(&problem, pool, &calibration->solution);
    if (!calibration->solution.settled) {
        return CALIBRATION_UNSETTLED;
    }
    if (all_are_held(calibration)) {
        return CALIBRATION_NOTHING_SAID;
    }
    solution_round(&problem, &calibration->solution);
    for (size_t i = 0; i < calibration->used_count; i++) {
        compared[self->used[i]].after = calibration->solution.modelled[i];
    }
    return CALIBRATION_FITTED;
}

static enum calibration_outcome fit_items(struct inputs *inputs, struct calibration *calibration)
{
    const size_t alignment = 64;
    struct fitting self = { .inputs = inputs, .calibration = calibration };

    set_scenario(inputs, &calibration->pool);
    self.values = pool_array(&calibration->pool, inputs->scenario.layout.size, sizeof *self.values);
    memcpy(self.values, inputs->scenario.values, inputs->scenario.layout.size * sizeof *self.values);
    self.memory_size = run_bytes(inputs);
    self.memory = mem_array(self.memory_size + alignment, 1);
    const enum calibration_outcome outcome = fit_unknowns(&self);

    inputs->scenario.values = self.values;
    free(self.memory);
    return outcome;
}

enum calibration_outcome calibrate(struct inputs *inputs, struct calibration *calibration)
{
    const struct calibration_plan *plan = &inputs->model.calibration;

    *calibration = (struct calibration) { .has_schedule = plan->group_count > 0 };
    if (plan->item_count == 0 && plan->group_count == 0) {
        return CALIBRATION_NO_PLAN;
    }
    if (calibration->has_schedule) {
        schedule_fit(&inputs->model, &calibration->pool, &calibration->schedule);
        if (!calibration->schedule.solution.settled) {
            return CALIBRATION_UNSETTLED;
        }
    }
    return plan->item_count > 0 ? fit_items(inputs, calibration) : CALIBRATION_FITTED;
}

size_t calibration_values(const struct calibration *self)
{
    return (self->has_schedule ? SCHEDULE_UNKNOWNS : 0) + self->unknown_count;
}

static void take_solution(struct calibrated_value *value, const struct solution *solution, size_t index)
{
    value->value = solution->values[index];
    value->standard_error = solution->standard_error[index];
    value->share = solution->share[index];
    value->standing = solution->standing[index];
}

struct calibrated_value calibration_value(const struct calibration *self, const struct model *model, size_t index)
{
    const size_t of_schedule = self->has_schedule ? SCHEDULE_UNKNOWNS : 0;
    struct calibrated_value value = { .year = NO_YEAR };

    if (index < of_schedule) {
        value.parameter = SCHEDULE[index];
        value.start = schedule_standard(index);
        take_solution(&value, &self->schedule.solution, index);
        return value;
    }
    const struct calibrated *of = &self->unknowns[index - of_schedule];
    const struct parameter_row *row = &parameter_rows[of->parameter];

    value.parameter = of->parameter;
    value.key = axis_key(model, row->axis, of->key);
    value.year = row->type == PARAMETER_PATH ? of->year : NO_YEAR;
    value.start = of->item->prior;
    value.item = of->item;
    value.step_error = of->year > of->item->first ? of->item->step_error : 0;
    take_solution(&value, &self->solution, index - of_schedule);
    return value;
}

void calibration_free(struct calibration *self)
{
    pool_free(&self->pool);
    *self = (struct calibration) { .unknown_count = 0 };
}
