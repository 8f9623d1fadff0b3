#include "many_runs.h"

#include <assert.h>
#include <string.h>

#include "run.h"
#include "wide.h"

/* Runs whose figures are drawn at once. */
enum { CHUNK = 256 };

/* Bytes that memory moves at once. */
enum { LINE = 64 };

void many_runs_prepare(struct many_runs *self, const struct inputs *inputs, size_t measures, struct block *memory)
{
    const struct scenario *scenario = &inputs->scenario;

    assert(measures >= 1 && measures <= MEASURES);
    *self = (struct many_runs) { .inputs = inputs,
                                 .measures = measures,
                                 .first_state = (size_t)(scenario->first_year - inputs->model.base_year),
                                 .states = (size_t)(scenario->last_year - scenario->first_year) + 1,
                                 .rows = gap_places(&inputs->model) * inputs->model.level_count };
    design_init(&self->design, inputs);
    self->by_lanes = town_draws_can(&self->design);
    if (self->by_lanes) {
        town_draws_prepare(&self->draws, &self->design, memory);
    }
}

/* Of draws as lanes. */
static void lay_out_lanes(const struct many_runs *self, struct block *memory, struct many_runs_room *room)
{
    const double *values = self->inputs->scenario.values;
    const size_t size = self->inputs->scenario.layout.size;

    room->lanes = block_doubles(memory, size * LANES);
    room->kept = block_doubles(memory, many_runs_series(self) * LANES);
    town_draws_room_lay_out(&self->draws, self->measures, self->states, memory, &room->draws);
    for (size_t cell = 0; room->lanes != NULL && cell < size * LANES; cell++) {
        room->lanes[cell] = values[cell / LANES];
    }
}

void many_runs_room_lay_out(const struct many_runs *self, struct block *memory, struct many_runs_room *room)
{
    const size_t values = self->inputs->scenario.layout.size;

    *room = (struct many_runs_room) { .figures = block_doubles(memory, self->design.dimensions * CHUNK),
                                      .values = block_doubles(memory, values) };
    if (self->by_lanes) {
        lay_out_lanes(self, memory, room);
    } else {
        const size_t bytes = run_bytes(self->inputs);

        room->memory =
            (struct block) { .memory = (unsigned char *)block_doubles(memory, bytes / sizeof(double)), .size = bytes };
    }
    if (room->values != NULL) {
        memcpy(room->values, self->inputs->scenario.values, values * sizeof *room->values);
    }
}

size_t many_runs_series(const struct many_runs *self)
{
    return self->measures * self->states * self->rows;
}

size_t many_runs_series_at(const struct many_runs *self, enum measure measure, size_t state, size_t place, size_t level)
{
    return (measure * self->states + state) * self->rows + place * self->inputs->model.level_count + level;
}

size_t many_runs_piece(size_t count, size_t threads)
{
    const size_t each = (count + threads - 1) / threads;
    const size_t whole = each == 0 ? LANES : (each + LANES - 1) / LANES * LANES; /* a part may have no run */

    return whole < CHUNK ? whole : CHUNK;
}

static double measured(const struct gap *row, enum measure measure)
{
    return measure == MEASURE_GAP ? row->gap : measure == MEASURE_DEMAND ? row->demand : row->seats;
}

/* Keeps a run's figures. */
static void keep(const struct many_runs *self, const struct result *result, double *kept, size_t stride)
{
    const struct gap *gaps = &result->gaps[self->first_state * self->rows];
    const size_t cells = self->states * self->rows;

    for (size_t measure = 0; measure < self->measures; measure++) {
        for (size_t cell = 0; cell < cells; cell++) {
            kept[(measure * cells + cell) * stride] = measured(&gaps[cell], (enum measure)measure);
        }
    }
}

/* Whether a town has fewer than no seats. */
static bool is_overdrawn(const struct many_runs *self, const struct result *result)
{
    const size_t of_towns = self->inputs->model.town_count * self->inputs->model.level_count;
    bool overdrawn = false;

    for (size_t state = self->first_state; state < self->first_state + self->states; state++) {
        for (size_t row = 0; row < of_towns; row++) {
            overdrawn = overdrawn || result->gaps[state * self->rows + row].seats < 0;
        }
    }
    return overdrawn;
}

/* The plain way: a whole run for each. */
static void run_each(const struct many_runs *self, struct many_runs_room *room, size_t count, double *kept,
                     size_t stride)
{
    struct result result;

    for (size_t i = 0; i < count; i++) {
        struct block memory = room->memory;

        room->outside += design_values(&self->design, &room->figures[i], count, 1, 1, room->values);
        run(self->inputs, room->values, &memory, &result);
        keep(self, &result, &kept[i], stride);
        room->overdrawn += is_overdrawn(self, &result);
    }
}

/* Copies the first `count` lanes of each series. */
static void copy_lanes(const struct many_runs *self, const double *from, size_t count, double *kept, size_t stride)
{
    for (size_t series = 0; series < many_runs_series(self); series++) {
        memcpy(&kept[series * stride], &from[series * LANES], count * sizeof *kept);
    }
}

/* Draws as lanes: `count` runs of the figures from `first` on, of `stride` of each dimension. */
static void run_block(const struct many_runs *self, struct many_runs_room *room, const double *figures,
                      size_t figures_stride, size_t count, double *kept, size_t stride)
{
    const bool full = count == LANES;
    const struct kept_series to = { .measures = self->measures,
                                    .first_state = self->first_state,
                                    .states = self->states,
                                    .kept = full ? kept : room->kept,
                                    .stride = full ? stride : LANES,
                                    .aligned =
                                        full && (uintptr_t)kept % LINE == 0 && stride * sizeof *kept % LINE == 0 };

    room->outside += design_values(&self->design, figures, figures_stride, LANES, count, room->lanes);
    for (size_t lane = 0; self->draws.seats_move && lane < LANES; lane++) {
        design_lane(&self->design, room->lanes, LANES, lane, room->values);
        town_draws_seats(&self->draws, &room->draws, room->values, lane);
    }
    room->overdrawn += town_draws_overdrawn(&self->draws, &room->draws, self->first_state, self->states, count);
    town_draws_run(&self->draws, &room->draws, room->lanes, &to);
    if (!full) {
        copy_lanes(self, room->kept, count, kept, stride);
    }
}

static void run_lanes(const struct many_runs *self, struct many_runs_room *room, size_t count, double *kept,
                      size_t stride)
{
    for (size_t done = 0; done < count; done += LANES) {
        run_block(self, room, &room->figures[done], count, count - done < LANES ? count - done : LANES, &kept[done],
                  stride);
    }
}

void many_runs_go(const struct many_runs *self, struct many_runs_room *room, size_t first, size_t count, double *kept,
                  size_t stride)
{
    for (size_t done = 0; done < count;) {
        const size_t most = count - done < CHUNK ? count - done : CHUNK;
        const size_t some = design_together(&self->design, first + done, most);

        design_figures(&self->design, first + done, some, room->figures);
        (self->by_lanes ? run_lanes : run_each)(self, room, some, &kept[done], stride);
        done += some;
    }
    wide_streamed();
}
