#include "gap.h"
#include "town_gaps.h"
#include "wide.h"

/* A level of the town in a school year; arrays are by lane. */
struct view {
    const struct town_gaps *of;
    const struct level *level;
    const double *children; /* [grade][LANES] */
    const double *rate_multiplier;
    const double *share_multiplier;
    const double *moved; /* From private to public. */
    const double *base_share;
    double given_share; /* Where there is no base_share. */
    size_t series;      /* The level's among the state's, from the first state kept. */
    size_t cell;        /* Of sums. */
    size_t seats;
    int year;
};

static struct view view_of(const struct town_gaps *of, const struct town_series *to, size_t state, size_t level)
{
    const struct model *model = &of->inputs->model;
    const struct parameter_layout *layout = &of->inputs->scenario.layout;
    const int year = model->base_year + (int)state;
    const size_t kept = state - of->first_state;
    const size_t child = state * of->ages + model->levels[level].entry_age - of->first_age;

    return (struct view) {
        .of = of,
        .level = &model->levels[level],
        .children = &of->children[child * LANES],
        .rate_multiplier =
            &of->values[parameter_index(layout, PARAMETER_ENROLMENT_RATE_MULTIPLIER, level, year) * LANES],
        .share_multiplier =
            &of->values[parameter_index(layout, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, level, year) * LANES],
        .moved = &of->values[parameter_index(layout, PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC, level, year) * LANES],
        .base_share = model->share_from_pupils[level] ? &of->base_share[level * LANES] : NULL,
        .given_share = model->share_from_pupils[level] ? 0 : rates_at(&model->public_share, 0, year, 0, level),
        .series = kept * to->rows + level,
        .cell = kept * model->level_count + level,
        .seats = kept * of->seats_stride + level,
        .year = year,
    };
}

/* The public share of the level, as enrolment_public() has it. */
static inline wide public_share(const struct view *view, size_t lane)
{
    const wide one = wide_all(1);
    const wide given = view->base_share != NULL ? wide_load(&view->base_share[lane]) : wide_all(view->given_share);
    const wide most = wide_choose(given > one, given, one);
    const wide product = given * wide_load(&view->share_multiplier[lane]);
    const wide own = wide_choose(product > most, most, product);

    return wide_choose(own < one, own + (one - own) * wide_load(&view->moved[lane]), own);
}

/* Public pupils of the level's grades together. */
static inline wide demand_of(const struct view *view, size_t lane)
{
    const struct rates *rates = &view->of->inputs->model.enrolment_rate;
    const wide multiplier = wide_load(&view->rate_multiplier[lane]);
    const wide share = public_share(view, lane);
    wide demand = wide_all(0);

    for (size_t grade = 0; grade < view->level->grades; grade++) {
        const double rate = rates_at(rates, 0, view->year, 0, view->level->first_grade + grade);
        const wide enrolled = wide_load(&view->children[grade * LANES + lane]) * (wide_all(rate) * multiplier);

        demand += enrolled * share;
    }
    return demand;
}

static inline wide seats_of(const struct view *view, size_t lane)
{
    const double *seats = view->of->seats;

    return view->of->seats_by_lane ? wide_load(&seats[view->seats * LANES + lane]) : wide_all(seats[view->seats]);
}

/* Keeps a figure and adds it to the sums. */
static inline void keep(const struct view *view, const struct town_series *to, size_t measure, size_t lane, wide figure)
{
    const size_t states = measure * view->of->states;
    const size_t cell = (states * view->of->inputs->model.level_count + view->cell) * LANES + lane;
    double *kept = &to->kept[(states * to->rows + view->series) * to->stride + lane];

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

static inline void keep_lanes(const struct view *view, const struct town_series *to, size_t lane)
{
    const wide demand = demand_of(view, lane);
    const wide seats = seats_of(view, lane);
    const wide difference = demand - seats;
    const wide size = wide_choose(difference < wide_all(0), -difference, difference);
    const wide gap = wide_choose(size <= wide_all(GAP_ROUNDING) * demand, wide_all(0), difference);
    const wide figures[MEASURES] = { [MEASURE_GAP] = gap, [MEASURE_DEMAND] = demand, [MEASURE_SEATS] = seats };

    for (size_t measure = 0; measure < view->of->measures; measure++) {
        keep(view, to, measure, lane, figures[measure]);
    }
}

void ISA_FUNCTION(town_gaps_keep)(const struct town_gaps *self, const struct town_series *to)
{
    for (size_t state = self->first_state; state < self->first_state + self->states; state++) {
        for (size_t level = 0; level < self->inputs->model.level_count; level++) {
            const struct view view = view_of(self, to, state, level);

            for (size_t lane = 0; lane < LANES; lane += WIDE) {
                keep_lanes(&view, to, lane);
            }
        }
    }
}
