/** Memory for the arithmetic, which allocates nothing itself. */
#ifndef BLOCK_MEMORY_H
#define BLOCK_MEMORY_H

#include "block.h"

/** What a block asks of its memory. */
enum { BLOCK_ALIGNMENT = 64 };

/** Owns a block's memory; free with block_memory_free(). */
struct block_memory {
    void *bytes;
};

/** A block of `size` zeroed bytes. */
struct block block_memory_make(struct block_memory *self, size_t size);

/** A block of `size` bytes in memory that has BLOCK_ALIGNMENT more than that. */
struct block block_memory_of(void *bytes, size_t size);

/** Gives the memory back; harmless when called twice. */
void block_memory_free(struct block_memory *self);

#endif
