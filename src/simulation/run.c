#include "run.h"

#include <string.h>

#include "observed.h"
#include "progression.h"

/* Carves the rooms of the threads: what the result keeps of a school year needs no room. */
static void lay_out_room(const struct inputs *inputs, const struct result *result, struct block *memory,
                         struct run_room *room)
{
    const struct model *model = &inputs->model;
    const size_t grades = model->town_count * model->grade_count;
    const size_t levels = model->town_count * model->level_count;

    room->year = (struct school_year) { .gaps = NULL };
    if (result->keep != KEEP_ALL) {
        room->year.enrolled = block_doubles(memory, grades);
        room->year.public_pupils = block_doubles(memory, grades);
        room->year.seats_nominal = block_doubles(memory, levels);
        room->year.seats_assumed = block_doubles(memory, levels);
    }
    if (result->keep == KEEP_SUMS) {
        room->year.gaps = school_year_rows(memory, gap_places(model) * model->level_count);
    }
    town_block_lay_out(&room->towns, inputs, result->states, memory);
}

/* Carves the result, or only counts. */
static void lay_out(const struct inputs *inputs, enum keep keep, struct block *memory, struct result *result)
{
    const struct model *model = &inputs->model;
    const size_t states = inputs->scenario.layout.years;
    const bool all = keep == KEEP_ALL;
    const size_t grades = model->town_count * model->grade_count;
    const size_t levels = model->town_count * model->level_count;

    *result = (struct result) { .states = states,
                                .keep = keep,
                                .people_states = all ? states : observed_people_states(inputs) };
    result->population = block_doubles(memory, result->people_states * model->town_count * SEXES * model->ages);
    result->components = block_doubles(memory, (states - 1) * model->town_count * COMPONENTS);
    result->children = block_doubles(memory, states * grades);
    progression_lay_out(model, states, memory, &result->progression);
    result->base_share = block_doubles(memory, levels);
    result->seats = block_doubles(memory, states * levels);
    if (all) {
        result->enrolled = block_doubles(memory, states * grades);
        result->public_pupils = block_doubles(memory, states * grades);
        result->seats_nominal = block_doubles(memory, states * levels);
        result->seats_assumed = block_doubles(memory, states * levels);
    }
    result->first_place = keep == KEEP_SUMS ? model->town_count : 0;
    result->gaps = school_year_rows(memory, states * (gap_places(model) - result->first_place) * model->level_count);
}

size_t run_bytes_shared(const struct inputs *inputs, enum keep keep, size_t threads)
{
    struct block counting = { .memory = NULL };
    struct result result;
    struct run_room room;

    lay_out(inputs, keep, &counting, &result);
    for (size_t thread = 0; thread < threads; thread++) {
        lay_out_room(inputs, &result, &counting, &room);
    }
    return counting.used;
}

size_t run_bytes_keeping(const struct inputs *inputs, enum keep keep)
{
    return run_bytes_shared(inputs, keep, 1);
}

size_t run_bytes(const struct inputs *inputs)
{
    return run_bytes_keeping(inputs, KEEP_ALL);
}

void run_begin(struct run_pieces *self, const struct inputs *inputs, const double *values, enum keep keep,
               struct run_room *rooms, size_t threads, struct block *memory, struct result *result)
{
    *self = (struct run_pieces) { .inputs = inputs,
                                  .values = values,
                                  .result = result,
                                  .rooms = rooms,
                                  .blocks = (inputs->model.town_count + LANES - 1) / LANES };
    lay_out(inputs, keep, memory, result);
    for (size_t thread = 0; thread < threads; thread++) {
        lay_out_room(inputs, result, memory, &rooms[thread]);
        town_block_share(&rooms[thread].towns, inputs, values);
    }
}

void run_towns(const struct run_pieces *self, size_t room, size_t block)
{
    const size_t towns = self->inputs->model.town_count;
    const size_t first = block * LANES;
    const struct result *result = self->result;
    const struct town_states to = { .population = result->population,
                                    .kept = result->people_states,
                                    .components = result->components,
                                    .children = result->children };

    town_block_project(&self->rooms[room].towns, self->inputs, self->values, first,
                       towns - first < LANES ? towns - first : LANES, &to);
}

void run_between(const struct run_pieces *self)
{
    struct result *result = self->result;
    const bool has_history = self->inputs->model.pupil_history.years > 0;
    const struct enrolment base = { .children = result->children,
                                    .progressed = has_history ? result->progression.pupils : NULL };

    /* pupils progress from grade to grade by the children of all years */
    progression_run(self->inputs, self->values, result->children, result->states, &result->progression);
    enrolment_base_share(self->inputs, self->values, &base, result->base_share);
}

/* Where the school year of a state goes: into the result what that keeps, else into the room. */
static struct school_year year_of(const struct run_pieces *self, size_t room, size_t state)
{
    const struct model *model = &self->inputs->model;
    const struct result *result = self->result;
    const size_t grades = state * model->town_count * model->grade_count;
    const size_t levels = state * model->town_count * model->level_count;
    struct school_year year = self->rooms[room].year;

    year.seats = &result->seats[levels];
    if (result->keep == KEEP_ALL) {
        year.enrolled = &result->enrolled[grades];
        year.public_pupils = &result->public_pupils[grades];
        year.seats_nominal = &result->seats_nominal[levels];
        year.seats_assumed = &result->seats_assumed[levels];
    }
    if (result->keep != KEEP_SUMS) {
        year.gaps = &result->gaps[state * gap_places(model) * model->level_count];
    }
    return year;
}

void run_state(const struct run_pieces *self, size_t room, size_t state)
{
    const struct model *model = &self->inputs->model;
    const struct school_year year = year_of(self, room, state);
    const size_t towns = self->result->first_place * model->level_count;
    const size_t rows = gap_places(model) * model->level_count - towns;

    school_year_run(self->inputs, self->values, self->result, state, &year);
    if (self->result->keep == KEEP_SUMS) {
        memcpy(&self->result->gaps[state * rows], &year.gaps[towns], rows * sizeof *year.gaps);
    }
}

void run_keeping(const struct inputs *inputs, const double *values, enum keep keep, struct block *memory,
                 struct result *result)
{
    struct run_room room;
    struct run_pieces pieces;

    run_begin(&pieces, inputs, values, keep, &room, 1, memory, result);
    for (size_t block = 0; block < pieces.blocks; block++) {
        run_towns(&pieces, 0, block);
    }
    run_between(&pieces);
    for (size_t state = 0; state < result->states; state++) {
        run_state(&pieces, 0, state);
    }
}

void run(const struct inputs *inputs, const double *values, struct block *memory, struct result *result)
{
    run_keeping(inputs, values, KEEP_ALL, memory, result);
}
