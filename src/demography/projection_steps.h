/** The steps of a projection as each instruction set has them; see projection.h, which chooses. */
#ifndef PROJECTION_STEPS_H
#define PROJECTION_STEPS_H

#include "isa.h"
#include "projection.h"

#define PROJECTION_STEPS(ID, name)                                                                                     \
    void projection_run_##name(const struct projection *self, const double *start, double *population,                 \
                               double *components, double *scratch);                                                   \
    void projection_children_##name(const struct projection *self, const double *start, size_t first_age,              \
                                    size_t count, double *children, double *scratch);
ISA_SETS(PROJECTION_STEPS)
#undef PROJECTION_STEPS

#endif
