#include "block.h"

#include <assert.h>
#include <stdint.h>

enum { ALIGNMENT = 64 };

double *block_doubles(struct block *self, size_t count)
{
    assert(count <= (SIZE_MAX - ALIGNMENT) / sizeof(double));
    const size_t bytes = (count * sizeof(double) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;

    assert(bytes <= SIZE_MAX - self->used);
    const size_t start = self->used;

    self->used += bytes;
    if (self->memory == NULL) {
        return NULL;
    }
    assert((uintptr_t)self->memory % ALIGNMENT == 0);
    assert(self->used <= self->size);
    return (double *)(void *)(self->memory + start);
}
