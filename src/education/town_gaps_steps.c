#include "gap.h"
#include "town_gaps.h"
#include "wide.h"

/* A level of the town in a school year, for the lanes lane..lane + WIDE - 1. */
struct view {
    const struct town_gaps *of;
    size_t state;
    int year;
    size_t level;
    size_t lane;
};

static inline wide value_of(const struct view *view, enum parameter parameter)
{
    const size_t index = parameter_index(&view->of->inputs->scenario.layout, parameter, view->level, view->year);

    return wide_load(&view->of->values[index * LANES + view->lane]);
}

/* The public share of the level, as enrolment_public() has it. */
static inline wide public_share(const struct view *view)
{
    const struct model *model = &view->of->inputs->model;
    const wide one = wide_all(1);
    const wide given = model->share_from_pupils[view->level]
                           ? wide_load(&view->of->base_share[view->level * LANES + view->lane])
                           : wide_all(rates_at(&model->public_share, 0, view->year, 0, view->level));
    const wide most = wide_choose(given > one, given, one);
    const wide product = given * value_of(view, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER);
    const wide own = wide_choose(product > most, most, product);
    const wide moved = value_of(view, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC);

    return wide_choose(own < one, own + (one - own) * moved, own);
}

/* Public pupils of the level's grades together. */
static inline wide demand_of(const struct view *view)
{
    const struct model *model = &view->of->inputs->model;
    const struct level *level = &model->levels[view->level];
    const wide multiplier = value_of(view, PARAMETER_ENROLMENT_RATE_MULTIPLIER);
    const wide share = public_share(view);
    const double *children =
        &view->of
             ->children[(view->state * view->of->ages + level->entry_age - view->of->first_age) * LANES + view->lane];
    wide demand = wide_all(0);

    for (size_t grade = 0; grade < level->grades; grade++) {
        const double rate = rates_at(&model->enrolment_rate, 0, view->year, 0, level->first_grade + grade);
        const wide enrolled = wide_load(&children[grade * LANES]) * (wide_all(rate) * multiplier);

        demand += enrolled * share;
    }
    return demand;
}

static inline wide seats_of(const struct view *view)
{
    const struct town_gaps *of = view->of;
    const size_t cell = (view->state - of->first_state) * of->seats_stride + view->level;

    return of->seats_by_lane ? wide_load(&of->seats[cell * LANES + view->lane]) : wide_all(of->seats[cell]);
}

/* Keeps a figure and adds it to the sums. */
static inline void keep(const struct view *view, const struct town_series *to, size_t measure, wide figure)
{
    const struct town_gaps *of = view->of;
    const size_t state = measure * of->states + view->state - of->first_state;
    const size_t cell = (state * of->inputs->model.level_count + view->level) * LANES + view->lane;

    double *kept = &to->kept[(state * to->rows + view->level) * to->stride + view->lane];

    if (to->aligned) {
        wide_stream(kept, figure);
    } else {
        wide_store(kept, figure);
    }
    for (size_t sum = 0; sum < 2; sum++) {
        if (to->sums[sum] != NULL) {
            wide_store(&to->sums[sum][cell], wide_load(&to->sums[sum][cell]) + figure);
        }
    }
}

static inline void keep_level(const struct view *view, const struct town_series *to)
{
    const wide demand = demand_of(view);
    const wide seats = seats_of(view);
    const wide difference = demand - seats;
    const wide size = wide_choose(difference < wide_all(0), -difference, difference);
    const wide gap = wide_choose(size <= wide_all(GAP_ROUNDING) * demand, wide_all(0), difference);
    const wide figures[MEASURES] = { [MEASURE_GAP] = gap, [MEASURE_DEMAND] = demand, [MEASURE_SEATS] = seats };

    for (size_t measure = 0; measure < view->of->measures; measure++) {
        keep(view, to, measure, figures[measure]);
    }
}

void ISA_FUNCTION(town_gaps_keep)(const struct town_gaps *self, const struct town_series *to)
{
    const struct model *model = &self->inputs->model;

    for (size_t state = self->first_state; state < self->first_state + self->states; state++) {
        for (size_t level = 0; level < model->level_count; level++) {
            for (size_t lane = 0; lane < LANES; lane += WIDE) {
                const struct view view = { self, state, model->base_year + (int)state, level, lane };

                keep_level(&view, to);
            }
        }
    }
}
