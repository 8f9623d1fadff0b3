#include "messages.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"

struct row {
    const char *id;
    enum message_kind kind;
    const char *text[LANGUAGES];
};

#define MESSAGE_ROW(id, kind, zh, en) [MESSAGE_##id] = { #id, kind, { [CHINESE] = (zh), [ENGLISH] = (en) } },
static const struct row TABLE[] = {
#define MESSAGE MESSAGE_ROW
#include "messages_table.h"
#undef MESSAGE
};
#undef MESSAGE_ROW

/** Text that grows at its end. */
struct growing {
    char *text; /**< Owned. */
    size_t length;
    size_t room;
};

static void append(struct growing *self, const char *text, size_t length)
{
    if (self->room - self->length <= length) {
        self->room = 2 * self->room + length + 64;
        self->text = mem_grow(self->text, self->room, 1);
    }
    memcpy(self->text + self->length, text, length);
    self->length += length;
    self->text[self->length] = '\0';
}

/* The text for the slot whose name is the `length` bytes at `name`; NULL where no slot has that name. */
static const char *slot_text(const struct slot *slots, const char *name, size_t length)
{
    for (const struct slot *slot = slots; slot != NULL && slot->name != NULL; slot++) {
        if (strlen(slot->name) == length && memcmp(slot->name, name, length) == 0) {
            return slot->text;
        }
    }
    return NULL;
}

const char *message_id(enum message message)
{
    assert(message < MESSAGES);
    return TABLE[message].id;
}

enum message_kind message_kind(enum message message)
{
    assert(message < MESSAGES);
    return TABLE[message].kind;
}

char *message_text(enum message message, enum language language, const struct slot *slots)
{
    assert(message < MESSAGES && language < LANGUAGES);
    struct growing line = { .text = NULL };
    const char *rest = TABLE[message].text[language];

    for (const char *open = strchr(rest, '{'); open != NULL; open = strchr(rest, '{')) {
        const char *close = strchr(open, '}');

        if (close == NULL) {
            break;
        }
        const char *filling = slot_text(slots, open + 1, (size_t)(close - open - 1));

        append(&line, rest, (size_t)(open - rest));
        if (filling != NULL) {
            append(&line, filling, strlen(filling));
        } else {
            append(&line, open, (size_t)(close + 1 - open));
        }
        rest = close + 1;
    }
    append(&line, rest, strlen(rest));
    return line.text;
}
