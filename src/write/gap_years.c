#include "gap_years.h"

#include <stdlib.h>

#include "mem.h"

/* What a block asks of its memory. */
enum { ALIGNMENT = 64 };

static void lay_out(const struct model *model, struct block *memory, struct school_year rooms[2])
{
    for (size_t room = 0; room < 2; room++) {
        school_year_lay_out(model, memory, &rooms[room]);
    }
}

size_t gap_years_bytes(const struct model *model, enum keep keep)
{
    struct block counting = { .memory = NULL };
    struct school_year rooms[2];

    if (keep != KEEP_SUMS) {
        return 0;
    }
    lay_out(model, &counting, rooms);
    return counting.used + ALIGNMENT;
}

static void *make_next(void *of)
{
    struct gap_years *self = of;

    school_year_run(self->inputs, self->inputs->scenario.values, self->result, self->next,
                    &self->rooms[self->next % 2]);
    return NULL;
}

/* In a thread of its own, or, where the system gives none, when it is asked for. */
static void begin_next(struct gap_years *self)
{
    self->making = self->next < self->end && pthread_create(&self->maker, NULL, make_next, self) == 0;
}

void gap_years_begin(struct gap_years *self, const struct inputs *inputs, const struct result *result, size_t first,
                     size_t end)
{
    const size_t bytes = gap_years_bytes(&inputs->model, result->keep);

    *self = (struct gap_years) { .inputs = inputs, .result = result, .next = first, .end = end };
    if (bytes == 0) {
        return;
    }
    self->owned = mem_array(bytes, 1);
    struct block memory = { .memory = (unsigned char *)self->owned + ALIGNMENT - (size_t)self->owned % ALIGNMENT,
                            .size = bytes - ALIGNMENT };

    lay_out(&inputs->model, &memory, self->rooms);
    begin_next(self);
}

const struct gap *gap_years_next(struct gap_years *self)
{
    if (self->owned == NULL) {
        return result_gap(self->result, &self->inputs->model, self->next++, 0, 0);
    }
    if (self->making) {
        pthread_join(self->maker, NULL);
    } else {
        make_next(self);
    }
    const struct gap *rows = self->rooms[self->next % 2].gaps;

    self->next++;
    begin_next(self);
    return rows;
}

void gap_years_end(struct gap_years *self)
{
    if (self->making) {
        pthread_join(self->maker, NULL);
    }
    self->making = false;
    free(self->owned);
    self->owned = NULL;
}
