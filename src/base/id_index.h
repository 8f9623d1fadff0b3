/** Which of many things has an id: a hash table, so that a country's towns are found as quickly as a district's. */
#ifndef ID_INDEX_H
#define ID_INDEX_H

#include <stddef.h>

#include "mem.h"

/** What id_index_find() gives for an id that nothing has. */
#define ID_NONE ((size_t)-1)

/** A zeroed one is empty. Its memory is the pool's. */
struct id_index {
    struct id_entry *entries; /**< [room] a power of two. */
    size_t room;
    size_t count;
};

/** An id, closed by a NUL, and which thing has it. */
struct id_entry {
    const char *id; /**< Borrowed; NULL: a free place. */
    size_t thing;
};

/** Books that `thing` has the id, which the index does not have yet and which lives as long as the index. */
void id_index_add(struct id_index *self, const char *id, size_t thing, struct pool *pool);

/** The thing that has the id of `length` bytes at `text`, or ID_NONE. */
size_t id_index_find(const struct id_index *self, const char *text, size_t length);

#endif
