#include "quantiles.h"

#include "quantiles_steps.h"

const double QUANTILE_PROBABILITIES[QUANTILES] = { 0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975 };

void quantile_room_lay_out(struct quantile_room *self, size_t most, struct block *memory)
{
    self->most = most;
    self->kept[0] = block_doubles(memory, most);
    self->kept[1] = block_doubles(memory, most);
}

void quantiles(const double *values, size_t count, const double *probabilities, size_t wanted,
               struct quantile_room *room, double *quantile)
{
#define TO_QUANTILES(ID, name) [ISA_##ID] = quantiles_##name,
    static void (*const by_isa[ISAS])(const double *, size_t, const double *, size_t, struct quantile_room *,
                                      double *) = { ISA_SETS(TO_QUANTILES) };

    by_isa[isa_in_use](values, count, probabilities, wanted, room, quantile);
}

struct draws_summary draws_summary(const double *values, size_t count)
{
#define TO_SUMMARY(ID, name) [ISA_##ID] = draws_summary_##name,
    static struct draws_summary (*const by_isa[ISAS])(const double *, size_t) = { ISA_SETS(TO_SUMMARY) };

    return by_isa[isa_in_use](values, count);
}
