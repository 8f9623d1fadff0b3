/* For madvise() and MADV_HUGEPAGE, which are not POSIX. */
#define _DEFAULT_SOURCE

#include "block_memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "mem.h"

/* The allocator gives more than this untouched. */
enum { LARGE_MEMORY = 1 << 25 };

struct block block_memory_of(void *bytes, size_t size)
{
    const size_t skip = BLOCK_ALIGNMENT - (size_t)bytes % BLOCK_ALIGNMENT;

    return (struct block) { .memory = (unsigned char *)bytes + skip, .size = size };
}

/*
 * Asks for large pages where much memory is touched for the first time: each page costs a fault, and a country's run
 * has a quarter of a million of the small ones. Where the system has none, nothing changes.
 */
static void prefer_large_pages(void *bytes, size_t size)
{
#ifdef MADV_HUGEPAGE
    const size_t page = 4096;
    const size_t skip = page - (uintptr_t)bytes % page;

    if (size > LARGE_MEMORY) {
        madvise((unsigned char *)bytes + skip, (size - skip) / page * page, MADV_HUGEPAGE);
    }
#else
    (void)bytes;
    (void)size;
#endif
}

struct block block_memory_make(struct block_memory *self, size_t size)
{
    self->bytes = mem_array(size + BLOCK_ALIGNMENT, 1);
    prefer_large_pages(self->bytes, size);
    return block_memory_of(self->bytes, size);
}

void block_memory_free(struct block_memory *self)
{
    free(self->bytes);
    self->bytes = NULL;
}
