#include "document.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct passage *next_passage(struct document *self, enum passage_kind kind)
{
    if (self->count == self->room) {
        self->room = 2 * self->room + 64;
        self->passages = mem_grow(self->passages, self->room, sizeof *self->passages);
    }
    struct passage *passage = &self->passages[self->count++];

    *passage = (struct passage) { .kind = kind };
    return passage;
}

void document_row(struct document *self, enum passage_kind kind)
{
    next_passage(self, kind);
}

void document_cell(struct document *self, const char *text, enum tone tone)
{
    struct passage *passage = &self->passages[self->count - 1];

    assert(passage->count < DOCUMENT_COLUMNS);
    passage->cells[passage->count++] = (struct document_cell) { pool_text(&self->pool, text, strlen(text)), tone };
}

void document_cell_say(struct document *self, enum message message, enum tone tone)
{
    char *text = message_text(message, self->language, NULL);

    document_cell(self, text, tone);
    free(text);
}

void document_add(struct document *self, enum passage_kind kind, const char *text)
{
    document_row(self, kind);
    document_cell(self, text, TONE_PLAIN);
}

void document_say(struct document *self, enum passage_kind kind, enum message message, const struct slot *slots)
{
    char *text = message_text(message, self->language, slots);

    document_add(self, kind, text);
    free(text);
}

void document_free(struct document *self)
{
    pool_free(&self->pool);
    free(self->passages);
    self->passages = NULL;
    self->count = 0;
    self->room = 0;
}
