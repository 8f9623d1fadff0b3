#include "block_memory.h"

#include <stdlib.h>

#include "mem.h"

struct block block_memory_of(void *bytes, size_t size)
{
    const size_t skip = BLOCK_ALIGNMENT - (size_t)bytes % BLOCK_ALIGNMENT;

    return (struct block) { .memory = (unsigned char *)bytes + skip, .size = size };
}

struct block block_memory_make(struct block_memory *self, size_t size)
{
    self->bytes = mem_all(size + BLOCK_ALIGNMENT);
    return block_memory_of(self->bytes, size);
}

void block_memory_free(struct block_memory *self)
{
    free(self->bytes);
    self->bytes = NULL;
}
