/* For madvise() and MADV_HUGEPAGE, which are not POSIX. */
#define _DEFAULT_SOURCE

#include "mem.h"
#include "mem_escape.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* EX_OSERR of sysexits.h, which is not POSIX. */
enum { STATUS_OUT_OF_MEMORY = 71 };

/* A chunk holds many small pieces; whatever is larger than a quarter of it gets a chunk of its own. */
enum { CHUNK_SIZE = 1 << 16, LARGE_PIECE = CHUNK_SIZE / 4 };

/* The allocator gives more than this fresh from the system, at an address of its own. */
enum { LARGE_MEMORY = 1 << 25 };

struct pool_chunk {
    struct pool_chunk *next; /**< Owned. */
    size_t used;             /**< Bytes of `memory` given away; always a multiple of its alignment. */
    size_t size;
    alignas(max_align_t) unsigned char memory[];
};

static _Thread_local jmp_buf *escape;

jmp_buf *mem_escape_to(jmp_buf *place)
{
    jmp_buf *before = escape;

    escape = place;
    return before;
}

/* The texts are written as they are: building a message from the table would itself need memory. */
_Noreturn void mem_end(void)
{
    if (escape != NULL) {
        longjmp(*escape, 1);
    }
    fputs("内存不足，程序结束。\nout of memory; the program ends.\n", stderr);
    exit(STATUS_OUT_OF_MEMORY);
}

/* count * size, at least 1, so that NULL always means that there is no memory. */
static size_t bytes_of(size_t count, size_t size)
{
    if (size > 0 && count > SIZE_MAX / size) {
        mem_end();
    }
    return count * size > 0 ? count * size : 1;
}

/*
 * Asks for large pages where much memory is given untouched: each page costs a fault when it is touched first, and a
 * country's run has a quarter of a million of the small ones. Where the system has none, nothing changes.
 */
static void *on_large_pages(void *memory, size_t bytes)
{
#ifdef MADV_HUGEPAGE
    const size_t page = 4096;
    const size_t skip = page - (uintptr_t)memory % page;

    if (bytes > LARGE_MEMORY) {
        madvise((unsigned char *)memory + skip, (bytes - skip) / page * page, MADV_HUGEPAGE);
    }
#endif
    (void)bytes;
    return memory;
}

void *mem_all(size_t bytes)
{
    void *memory = mem_array(bytes, 1);

#ifdef MADV_POPULATE_WRITE
    const uintptr_t page = 4096;
    const uintptr_t first = (uintptr_t)memory / page * page;

    if (bytes <= LARGE_MEMORY) {
        madvise((unsigned char *)memory - ((uintptr_t)memory - first), (uintptr_t)memory + bytes - first,
                MADV_POPULATE_WRITE);
    }
#endif
    return memory;
}

void *mem_array(size_t count, size_t size)
{
    void *memory = calloc(bytes_of(count, size), 1);

    if (memory == NULL) {
        mem_end();
    }
    return on_large_pages(memory, bytes_of(count, size));
}

void *mem_grow(void *old, size_t count, size_t size)
{
    void *memory = realloc(old, bytes_of(count, size));

    if (memory == NULL) {
        mem_end();
    }
    return on_large_pages(memory, bytes_of(count, size));
}

char *mem_text(const char *text)
{
    const size_t bytes = strlen(text) + 1;

    return memcpy(mem_array(bytes, 1), text, bytes);
}

static struct pool_chunk *chunk_new(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct pool_chunk)) {
        mem_end();
    }
    struct pool_chunk *chunk = mem_array(1, sizeof *chunk + size);

    chunk->size = size;
    return chunk;
}

/* The chunk that has room for `bytes`; a large piece goes behind the current chunk, whose rest stays in use. */
static struct pool_chunk *chunk_with_room(struct pool *self, size_t bytes)
{
    struct pool_chunk *current = self->chunks;

    if (current != NULL && bytes <= current->size - current->used) {
        return current;
    }
    struct pool_chunk *chunk = chunk_new(bytes > LARGE_PIECE ? bytes : CHUNK_SIZE);

    if (current != NULL && bytes > LARGE_PIECE) {
        chunk->next = current->next;
        current->next = chunk;
    } else {
        chunk->next = current;
        self->chunks = chunk;
    }
    return chunk;
}

void *pool_array(struct pool *self, size_t count, size_t size)
{
    const size_t alignment = alignof(max_align_t);
    const size_t wanted = bytes_of(count, size);

    if (wanted > SIZE_MAX - alignment) {
        mem_end();
    }
    const size_t bytes = (wanted + alignment - 1) / alignment * alignment;
    struct pool_chunk *chunk = chunk_with_room(self, bytes);
    unsigned char *piece = chunk->memory + chunk->used;

    chunk->used += bytes;
    return piece;
}

char *pool_text(struct pool *self, const char *text, size_t length)
{
    if (length == SIZE_MAX) {
        mem_end();
    }
    char *copy = pool_array(self, length + 1, 1);

    if (length > 0) {
        memcpy(copy, text, length);
    }
    return copy;
}

void pool_free(struct pool *self)
{
    while (self->chunks != NULL) {
        struct pool_chunk *next = self->chunks->next;

        free(self->chunks);
        self->chunks = next;
    }
}
