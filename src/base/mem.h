/**
 * Memory that must be there: every call ends the program with a plain message when there is none, so no
 * caller checks for NULL. The arithmetic layers do not use this file; they carve from a `struct block`.
 */
#ifndef MEM_H
#define MEM_H

#include <setjmp.h>
#include <stddef.h>

/** `count` zeroed elements of `size` bytes. Owned by the caller; free(). Never NULL, also for count 0. */
void *mem_array(size_t count, size_t size);

/**
 * As mem_array(bytes, 1), for what is used at once and whole: the system gives all pages in one go, since a fault for
 * each takes longer than a small run's arithmetic. Where it cannot, they come one by one.
 */
void *mem_all(size_t bytes);

/** `old` (may be NULL) grown to `count` elements of `size` bytes; new elements are not zeroed. free(). */
void *mem_grow(void *old, size_t count, size_t size);

/** Ends the program as all of these do, where a library found no memory. */
_Noreturn void mem_end(void);

/**
 * Where all of these jump to in this thread instead of ending the program, as the library wants it, which may not end
 * its host; NULL: they end it. What was being made is then lost. Returns where they jumped before.
 */
jmp_buf *mem_escape_to(jmp_buf *place);

/** A copy of `text`. free(). */
char *mem_text(const char *text);

/** Memory that lives and dies together: what belongs to one set of inputs. Free with pool_free(). */
struct pool {
    struct pool_chunk *chunks; /**< Owned. */
};

/** `count` zeroed elements of `size` bytes, aligned for doubles, owned by the pool. */
void *pool_array(struct pool *self, size_t count, size_t size);

/** A copy of the `length` bytes at `text`, with a closing NUL, owned by the pool. */
char *pool_text(struct pool *self, const char *text, size_t length);

/** Gives everything back; harmless when called twice or on a zeroed pool. */
void pool_free(struct pool *self);

#endif
