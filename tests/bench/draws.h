/** The program's draws, measured in this process: their arithmetic alone, in memory that is there already. */
#ifndef DRAWS_H
#define DRAWS_H

#include <stdbool.h>
#include <stddef.h>

#include "measure.h"

/** What draws of a scenario with `uncertainty` took and gave. */
struct draws_measured {
    size_t draws;
    size_t series;     /**< Of towns: what the others have. */
    struct series one; /**< Seconds of random numbers, projection, gaps and their storing, by one thread. */
    struct series all; /**< By all threads of the machine. */
    double medians;    /**< Of the towns' series, added up. */
    double widths;     /**< From 2.5 to 97.5 %, likewise. */
};

/** Draws `repeats` times. False, with a word on stderr, where the scenario cannot be read. */
bool draws_measure(struct draws_measured *self, const char *scenario, size_t repeats);

#endif
