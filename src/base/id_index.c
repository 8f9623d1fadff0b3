#include "id_index.h"

#include <stdint.h>
#include <string.h>

enum { FEWEST_ENTRIES = 16 };

/* Fowler, Noll & Vo's FNV-1a of 64 bits. */
static uint64_t hash_of(const char *text, size_t length)
{
    uint64_t hash = 14695981039346656037U;

    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 1099511628211U;
    }
    return hash ^ (hash >> 32);
}

/* Where the id stands or, if it does not, where it would. There is always a free place. */
static struct id_entry *entry_of(const struct id_index *self, const char *text, size_t length)
{
    size_t at = (size_t)hash_of(text, length) & (self->room - 1);

    while (self->entries[at].id != NULL &&
           (strncmp(self->entries[at].id, text, length) != 0 || self->entries[at].id[length] != '\0')) {
        at = (at + 1) & (self->room - 1);
    }
    return &self->entries[at];
}

static void grow(struct id_index *self, struct pool *pool)
{
    const struct id_index before = *self;

    self->room = before.room == 0 ? FEWEST_ENTRIES : 2 * before.room;
    self->entries = pool_array(pool, self->room, sizeof *self->entries);
    for (size_t at = 0; at < before.room; at++) {
        const char *id = before.entries[at].id;

        if (id != NULL) {
            *entry_of(self, id, strlen(id)) = before.entries[at];
        }
    }
}

void id_index_add(struct id_index *self, const char *id, size_t thing, struct pool *pool)
{
    if (2 * (self->count + 1) > self->room) {
        grow(self, pool);
    }
    *entry_of(self, id, strlen(id)) = (struct id_entry) { id, thing };
    self->count++;
}

size_t id_index_find(const struct id_index *self, const char *text, size_t length)
{
    if (self->room == 0) {
        return ID_NONE;
    }
    const struct id_entry *entry = entry_of(self, text, length);

    return entry->id == NULL ? ID_NONE : entry->thing;
}
