#include "projection.h"

#include <assert.h>

#include "projection_steps.h"

#define PROJECTION_RUN(ID, name) [ISA_##ID] = projection_run_##name,
#define PROJECTION_CHILDREN(ID, name) [ISA_##ID] = projection_children_##name,

size_t projection_scratch(const struct projection *self)
{
    return SEXES * (self->years + self->ages) * LANES;
}

static void check(const struct projection *self)
{
    assert(self->ages >= 2 && self->first_fertile >= 1 && self->last_fertile < self->carried[FEMALE]);
    assert(self->carried[MALE] >= 1 && self->carried[MALE] <= self->ages && self->carried[FEMALE] <= self->ages);
}

void projection_run(const struct projection *self, const double *start, double *population, double *components,
                    double *scratch)
{
    static void (*const by_isa[ISAS])(const struct projection *, const double *, double *, double *,
                                      double *) = { ISA_SETS(PROJECTION_RUN) };

    check(self);
    by_isa[isa_in_use](self, start, population, components, scratch);
}

void projection_children(const struct projection *self, const double *start, size_t first_age, size_t count,
                         double *children, double *scratch)
{
    static void (*const by_isa[ISAS])(const struct projection *, const double *, size_t, size_t, double *,
                                      double *) = { ISA_SETS(PROJECTION_CHILDREN) };

    check(self);
    assert(first_age + count <= self->carried[MALE] && first_age + count <= self->carried[FEMALE]);
    by_isa[isa_in_use](self, start, first_age, count, children, scratch);
}
