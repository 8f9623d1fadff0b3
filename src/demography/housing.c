#include "housing.h"

static size_t index_of(const struct inputs *inputs, const struct estate *estate)
{
    return (size_t)(estate - inputs->model.estates);
}

double housing_handover(const struct inputs *inputs, const double *values, const struct estate *estate)
{
    const size_t index = index_of(inputs, estate);
    const int base_year = inputs->model.base_year;

    if (inputs_value(inputs, values, PARAMETER_HOUSING_CANCELLED, index, 0) != 0) {
        return NEVER;
    }
    if (estate->handover < base_year) {
        return estate->handover;
    }
    const double handover = estate->handover + inputs_value(inputs, values, PARAMETER_HOUSING_DELAY_YEARS, index, 0);

    return handover < base_year ? base_year : handover;
}

double housing_dwellings(const struct inputs *inputs, const double *values, const struct estate *estate, int year)
{
    const double since = year - housing_handover(inputs, values, estate);

    return since >= 0 && since < estate->years_to_fill ? estate->units / estate->years_to_fill : 0;
}

double housing_households(const struct inputs *inputs, const double *values, const struct estate *estate, int year)
{
    return housing_dwellings(inputs, values, estate, year) *
           inputs_value(inputs, values, PARAMETER_HOUSING_PERSONS_MULTIPLIER, index_of(inputs, estate), year);
}

double housing_persons(const struct model *model, const struct estate *estate, size_t first_age, size_t last_age)
{
    double persons = 0;

    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = first_age; age <= last_age; age++) {
            persons += estate->persons[sex * model->ages + age];
        }
    }
    return persons;
}

double housing_arrivals(const struct inputs *inputs, const double *values, size_t town, int year)
{
    const struct model *model = &inputs->model;
    double persons = 0;

    for (size_t index = 0; index < model->estate_count; index++) {
        const struct estate *estate = &model->estates[index];

        if (town == model->town_count || estate->town == town) {
            persons +=
                housing_households(inputs, values, estate, year) * housing_persons(model, estate, 0, model->ages - 1);
        }
    }
    return persons;
}
