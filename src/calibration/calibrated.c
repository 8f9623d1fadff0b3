#include "calibrated.h"

#include <math.h>

/* Such a part of its range is a change that would matter, where the unknown does not start further from nothing. */
static const double parts_of_range = 20;

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

static const size_t *in_order(const struct calibrated *unknowns, size_t count, struct pool *pool)
{
    size_t *order = pool_array(pool, count, sizeof *order);

    for (size_t i = 0; i < count; i++) {
        size_t at = i;

        while (at > 0 && comes_before(&unknowns[i], &unknowns[order[at - 1]])) {
            order[at] = order[at - 1];
            at--;
        }
        order[at] = i;
    }
    return order;
}

struct calibrated_list calibrated_list(const struct model *model, struct pool *pool)
{
    const struct calibration_plan *plan = &model->calibration;
    size_t count = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        count += (size_t)(plan->items[i].last - plan->items[i].first) + 1;
    }
    struct calibrated *unknowns = pool_array(pool, count, sizeof *unknowns);
    size_t at = 0;

    for (size_t i = 0; i < plan->item_count; i++) {
        const struct fit_item *item = &plan->items[i];

        for (int year = item->first; year <= item->last; year++) {
            unknowns[at++] = (struct calibrated) { item->parameter, item->key, year, item };
        }
    }
    return (struct calibrated_list) { count, unknowns, in_order(unknowns, count, pool) };
}

struct unknown *calibrated_unknowns(const struct calibrated_list *self, struct pool *pool)
{
    struct unknown *unknowns = pool_array(pool, self->count, sizeof *unknowns);

    for (size_t i = 0; i < self->count; i++) {
        const struct calibrated *of = &self->unknowns[i];
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

/* Sets the years from..to-1 of the unknown's path, or its one number. */
static void fill(const struct calibrated *unknown, const struct parameter_layout *layout, double *values, int from,
                 int to, double value, double step)
{
    const enum parameter parameter = (enum parameter)unknown->parameter;

    if (parameter_rows[parameter].type != PARAMETER_PATH) {
        values[parameter_index(layout, parameter, unknown->key, from)] = value;
        return;
    }
    for (int year = from; year < to; year++) {
        values[parameter_index(layout, parameter, unknown->key, year)] = value + step * (year - from);
    }
}

void calibrated_apply(const struct calibrated_list *self, const double *found, const struct parameter_layout *layout,
                      double *values)
{
    const int end = layout->first_year + (int)layout->years;

    for (size_t i = 0; i < self->count; i++) {
        const size_t at = self->order[i];
        const struct calibrated *here = &self->unknowns[at];
        const struct calibrated *before = i > 0 ? &self->unknowns[self->order[i - 1]] : NULL;
        const size_t next = i + 1 < self->count ? self->order[i + 1] : at;
        const struct calibrated *after = &self->unknowns[next];

        if (before == NULL || !same_path(before, here)) {
            fill(here, layout, values, layout->first_year, here->year, found[at], 0);
        }
        if (next != at && same_path(here, after)) {
            const double step = (found[next] - found[at]) / (after->year - here->year);

            fill(here, layout, values, here->year, after->year, found[at], step);
        } else {
            fill(here, layout, values, here->year, end, found[at], 0);
        }
    }
}
