/** Two halves of a long work, side by side. */
#ifndef HALVES_H
#define HALVES_H

#include <stddef.h>

/**
 * Does work(of, 0) and work(of, 1), the second in a thread of its own; where the system gives none, one after the
 * other. The halves share nothing that either writes.
 */
void halves_do(void (*work)(void *of, size_t half), void *of);

#endif
