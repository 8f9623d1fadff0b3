/**
 * One piece of memory given by the caller, carved up by the arithmetic, which allocates nothing itself.
 * A layout function run over a block without memory only counts, so the same lines say how much a run needs
 * and lay it out.
 */
#ifndef BLOCK_H
#define BLOCK_H

#include <stddef.h>

struct block {
    unsigned char *memory; /**< Borrowed, aligned to 64 bytes; NULL to count only. */
    size_t size;           /**< Bytes at `memory`; not looked at when counting. */
    size_t used;           /**< Bytes taken so far. */
};

/**
 * The next `count` doubles, aligned to 64 bytes and NOT zeroed; NULL when counting.
 * Taking more than there is breaks the caller's promise (assert).
 */
double *block_doubles(struct block *self, size_t count);

#endif
