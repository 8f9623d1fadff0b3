#include "survivorship.h"

#include "brass_logit.h"
#include "life_table.h"

void town_survivorship(const struct model *model, size_t town, int year, enum sex sex, double *scratch, double *sx)
{
    const bool by_standard = model->mortality_standard.values != NULL;
    const struct rates *rates = by_standard ? &model->mortality_standard : &model->mortality;

    for (size_t age = 0; age < model->ages; age++) {
        sx[age] = rates_at(rates, town, year, sex, age);
    }
    if (by_standard) {
        brass_survivorship(sex, sx, model->ages, rates_at(&model->mortality, town, year, sex, 0), scratch, sx);
    } else if (!model->mortality_is_sx) {
        life_table_survivorship(sex, sx, model->ages, sx);
    }
}
