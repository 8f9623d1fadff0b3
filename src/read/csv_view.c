#include "csv_view.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

/* Shorter texts are read before a thread has begun. */
enum { LONG_TEXT = 1 << 22 };

const char *csv_middle(const struct csv_table *self)
{
    const size_t length = (size_t)(self->end - self->body);

    if (length < LONG_TEXT || memchr(self->body, '"', length) != NULL) {
        return NULL;
    }
    const char *newline = memchr(self->body + length / 2, '\n', length - length / 2);

    return newline == NULL ? NULL : newline + 1;
}

void csv_view_open(struct csv_view *self, const struct csv_table *table, const char *from, const char *to)
{
    *self = (struct csv_view) { .table = *table };
    self->table.problems = &self->problems;
    self->table.errors = 0;
    self->table.broken = 0;
    self->table.body = self->table.next = from;
    self->table.body_line = self->table.next_line = 1;
    self->table.end = to;
    self->table.cells = mem_array(table->width, sizeof *self->table.cells);
    self->table.unescaped = NULL;
}

bool csv_view_is_clean(const struct csv_view *self)
{
    return self->problems.errors == 0 && self->problems.count == 0;
}

void csv_view_close(struct csv_view *self)
{
    free(self->table.cells);
    free(self->table.unescaped);
    problems_free(&self->problems);
}
