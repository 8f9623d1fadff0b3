/** Work in pieces, shared by several threads while the caller watches. */
#ifndef CREW_H
#define CREW_H

#include <stdbool.h>
#include <stddef.h>

/** Pieces may be done in any order; each thread has a number of its own, from 0. */
struct crew_work {
    size_t pieces;
    void (*piece)(void *of, size_t thread, size_t piece);
    void *of;
};

/** Is told now and then how many pieces are done; false stops the work after the pieces under way. */
typedef bool crew_watch(void *of, size_t done);

/**
 * Does all pieces on so many threads (at least 1; fewer where the system gives no more). The number of pieces done,
 * which is less than all only where `watch` stopped the work.
 */
size_t crew_go(const struct crew_work *self, size_t threads, crew_watch *watch, void *of);

/** Threads that the machine runs at once. */
size_t crew_usual(void);

#endif
