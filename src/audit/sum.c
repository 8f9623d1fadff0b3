#include "sum.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

static void append(struct text_end *self, const char *text)
{
    const size_t length = strlen(text);

    if (self->room - self->length <= length) {
        self->room = 2 * self->room + length + 64;
        self->text = mem_grow(self->text, self->room, 1);
    }
    memcpy(self->text + self->length, text, length + 1);
    self->length += length;
}

void sum_add(struct sum *self, struct exam *exam, const char *id, double term)
{
    if (self->count > 0) {
        append(&self->terms, " + ");
        append(&self->rows, " ");
    }
    append(&self->terms, exam_number(exam, term));
    append(&self->rows, id);
    self->total += term;
    self->count++;
}

const char *sum_text(const struct sum *self, struct exam *exam)
{
    if (self->count < 2) {
        return exam_number(exam, self->total);
    }
    struct text_end all = { .text = NULL };

    append(&all, self->terms.text);
    append(&all, " = ");
    append(&all, exam_number(exam, self->total));
    const char *text = pool_text(&exam->audit->pool, all.text, all.length);

    free(all.text);
    return text;
}

const char *sum_rows(const struct sum *self, struct exam *exam)
{
    return self->count == 0 ? "" : pool_text(&exam->audit->pool, self->rows.text, self->rows.length);
}

const char *sum_count(const struct sum *self, struct exam *exam)
{
    return exam_number(exam, (double)self->count);
}

void sum_free(struct sum *self)
{
    free(self->terms.text);
    free(self->rows.text);
    *self = (struct sum) { .count = 0 };
}
