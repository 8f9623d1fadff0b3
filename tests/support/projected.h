/** The towns of a fixture projected in blocks, alone: without seats, pupils and gaps. */
#ifndef PROJECTED_H
#define PROJECTED_H

#include "model_fixture.h"
#include "town_block.h"

/** A block and all that it was given and gave. */
struct projected {
    double *population;    /**< [state][town][sex][age]. Owned. */
    double *components;    /**< [year][town][component]. Owned. */
    double *children;      /**< [state][town][grade]. Owned. */
    unsigned char *memory; /**< Owned. */
    struct town_block towns;
};

/** Projects the towns in blocks of up to `width`, in memory full of NaNs. Free with projected_free(). */
struct projected projected(const struct fixture *district, size_t width);

void projected_free(struct projected *self);

#endif
