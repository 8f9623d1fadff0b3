/** The functions of quantiles.h as each instruction set has them. */
#ifndef QUANTILES_STEPS_H
#define QUANTILES_STEPS_H

#include "isa.h"
#include "quantiles.h"

#define QUANTILES_STEPS(ID, name)                                                                                      \
    void quantiles_##name(const double *values, size_t count, const double *probabilities, size_t wanted,              \
                          struct quantile_room *room, double *quantile);                                               \
    struct draws_summary draws_summary_##name(const double *values, size_t count);
ISA_SETS(QUANTILES_STEPS)
#undef QUANTILES_STEPS

#endif
