#include "town_gaps.h"

static void share_of_level(const struct model *model, size_t level, size_t lane, const double *enrolled, double *share)
{
    double district = 0;

    for (size_t town = 0; town < model->town_count; town++) {
        district += enrolled[(town * model->level_count + level) * LANES + lane];
    }
    for (size_t town = 0; town < model->town_count; town++) {
        const size_t cell = town * model->level_count + level;
        const double of = model->pupils_by_town ? enrolled[cell * LANES + lane] : district;
        const double pupils = model->public_pupils[model->pupils_by_town ? cell : level];

        share[cell * LANES + lane] = of > 0 ? pupils / of : 0;
    }
}

void town_gaps_base_share(const struct model *model, const double *enrolled, double *share)
{
    for (size_t level = 0; level < model->level_count; level++) {
        for (size_t lane = 0; model->share_from_pupils[level] && lane < LANES; lane++) {
            share_of_level(model, level, lane, enrolled, share);
        }
    }
}

void town_gaps_keep(const struct town_gaps *self, const struct town_series *to)
{
#define TOWN_GAPS_KEEP(ID, name) [ISA_##ID] = town_gaps_keep_##name,
    static void (*const by_isa[ISAS])(const struct town_gaps *,
                                      const struct town_series *) = { ISA_SETS(TOWN_GAPS_KEEP) };

    by_isa[isa_in_use](self, to);
}
