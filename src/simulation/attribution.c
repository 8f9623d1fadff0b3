#include "attribution.h"

#include <string.h>

/*
 * Limits of work: a run of a town and year takes some microseconds, so that all of them take a minute at most; and of
 * figures kept, a quarter of a gigabyte of them.
 */
static const double town_years_most = 4e7;
static const double figures_most = 3.2e7;

/* Fewer samples tell too little of the error, more tell no more to a planner. */
enum { SAMPLES_FEWEST = 8, SAMPLES_MOST = 128 };

static double run_town_years(const struct attribution *self)
{
    const struct model *model = &self->mixing.sides[0]->model;

    return (double)model->town_count * (double)(self->mixing.last_year - model->base_year + 1);
}

static bool can_do(const struct attribution *self)
{
    const double figures = (double)attribution_pieces(self) * (double)attribution_figures(self);

    return (double)attribution_runs(self) * run_town_years(self) <= town_years_most && figures <= figures_most;
}

/* The most samples that can be done. */
static bool choose_samples(struct attribution *self)
{
    for (self->samples = SAMPLES_MOST; self->samples >= SAMPLES_FEWEST; self->samples /= 2) {
        if (can_do(self)) {
            return true;
        }
    }
    return false;
}

static int later(int a, int b)
{
    return a > b ? a : b;
}

bool attribution_make(struct attribution *self, const struct mixing *mixing, const struct assumption *assumptions,
                      size_t count, enum keep keep)
{
    const struct model *model = &mixing->sides[0]->model;
    const size_t first_place = keep == KEEP_SUMS ? model->town_count : 0;
    const int first_year = later(mixing->sides[0]->scenario.first_year, mixing->sides[1]->scenario.first_year);

    *self = (struct attribution) { .mixing = *mixing,
                                   .count = count,
                                   .assumptions = assumptions,
                                   .keep = keep,
                                   .first_place = first_place,
                                   .places = gap_places(model) - first_place,
                                   .first_year = first_year,
                                   .years = (size_t)(mixing->last_year - first_year) + 1 };
    self->series = self->years * self->places * model->level_count;
    if (count <= SHAPLEY_EXACT_MOST && can_do(self)) {
        return true;
    }
    return count <= SHAPLEY_MOST && choose_samples(self);
}

size_t attribution_pieces(const struct attribution *self)
{
    return self->samples > 0 ? self->samples : (size_t)1 << self->count;
}

size_t attribution_runs(const struct attribution *self)
{
    return self->samples > 0 ? self->samples * 2 * (self->count + 1) : (size_t)1 << self->count;
}

size_t attribution_figures(const struct attribution *self)
{
    return self->samples > 0 ? self->count * self->series : self->series;
}

/* Bytes of a run with one of the changes made; of the first side as it is for `count`. */
static size_t run_bytes_of(const struct attribution *self, size_t change)
{
    bool taken[SHAPLEY_MOST] = { false };
    struct inputs mixed;

    if (change < self->count) {
        taken[change] = true;
    }
    mixing_inputs(&self->mixing, self->assumptions, self->count, taken, NULL, &mixed);
    return run_bytes_keeping(&mixed, self->keep);
}

/* Bytes of any mixed run: arrays go by one table each, so that no run takes more than what all add, each by itself. */
static size_t run_bytes_most(const struct attribution *self)
{
    const size_t least = run_bytes_of(self, self->count);
    size_t most = least;

    for (size_t change = 0; change < self->count; change++) {
        const size_t bytes = run_bytes_of(self, change);

        most += bytes > least ? bytes - least : 0;
    }
    return most;
}

size_t attribution_room_bytes(const struct attribution *self)
{
    struct block counting = { .memory = NULL };
    struct attribution_room room;

    attribution_room_lay_out(self, &counting, &room);
    return counting.used;
}

void attribution_room_lay_out(const struct attribution *self, struct block *memory, struct attribution_room *room)
{
    const size_t bytes = run_bytes_most(self);

    room->values = block_doubles(memory, mixing_values(&self->mixing));
    room->before = block_doubles(memory, self->series);
    room->after = block_doubles(memory, self->series);
    room->memory =
        (struct block) { .memory = (unsigned char *)block_doubles(memory, bytes / sizeof(double)), .size = bytes };
}

/* The gaps of the district as it is with the changes that are taken, [series]. */
static void run_taken(const struct attribution *self, struct attribution_room *room, const bool *taken, double *gaps)
{
    struct inputs mixed;
    struct result result;

    mixing_inputs(&self->mixing, self->assumptions, self->count, taken, room->values, &mixed);
    room->memory.used = 0;
    run_keeping(&mixed, mixed.scenario.values, self->keep, &room->memory, &result);
    const size_t first = (size_t)(self->first_year - mixed.model.base_year);
    const size_t rows = self->places * mixed.model.level_count;

    for (size_t at = 0; at < self->series; at++) {
        gaps[at] = result.gaps[first * rows + at].gap;
    }
}

static void run_set(const struct attribution *self, struct attribution_room *room, size_t set, double *gaps)
{
    bool taken[SHAPLEY_MOST] = { false };

    for (size_t index = 0; index < self->count; index++) {
        taken[index] = (set >> index & 1) != 0;
    }
    run_taken(self, room, taken, gaps);
}

/* Makes the changes one after the other and adds half of what each does. */
static void walk(const struct attribution *self, struct attribution_room *room, const size_t *order, bool backwards,
                 double *effects)
{
    bool taken[SHAPLEY_MOST] = { false };

    run_taken(self, room, taken, room->before);
    for (size_t step = 0; step < self->count; step++) {
        const size_t change = order[backwards ? self->count - 1 - step : step];
        double *before = room->before;

        taken[change] = true;
        run_taken(self, room, taken, room->after);
        for (size_t at = 0; at < self->series; at++) {
            effects[change * self->series + at] += (room->after[at] - before[at]) / 2;
        }
        room->before = room->after;
        room->after = before;
    }
}

void attribution_go(const struct attribution *self, struct attribution_room *room, size_t piece, double *figures)
{
    size_t order[SHAPLEY_MOST];

    if (self->samples == 0) {
        run_set(self, room, piece, figures);
        return;
    }
    memset(figures, 0, attribution_figures(self) * sizeof *figures);
    shapley_order(ATTRIBUTION_SEED, (uint32_t)piece, self->count, order);
    walk(self, room, order, false, figures);
    walk(self, room, order, true, figures);
}

void attribution_shares(const struct attribution *self, const double *figures, const double *change, double *shares,
                        double *errors)
{
    if (self->samples == 0) {
        shapley_exact(self->count, self->series, figures, shares);
        memset(errors, 0, self->count * self->series * sizeof *errors);
    } else {
        shapley_sampled(self->samples, self->count, self->series, figures, shares, errors);
    }
    shapley_settle(self->count, self->series, change, shares);
}
