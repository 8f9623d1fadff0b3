#include "newcomers.h"

#include <string.h>

#include "housing.h"
#include "projection.h"
#include "residents.h"

/* Adds `factor` times the persons [sex][age] to the lane's cells of a year. */
static void add_cells(const struct model *model, const double *persons, double factor, size_t lane, double *cells)
{
    for (size_t cell = 0; cell < SEXES * model->ages; cell++) {
        cells[cell * LANES + lane] += persons[cell] * factor;
    }
}

/* Those who move into the town's estates in the year. */
static void add_estates(const struct inputs *inputs, const double *values, size_t town, int year, size_t lane,
                        double *cells)
{
    const struct model *model = &inputs->model;

    for (size_t index = 0; index < model->estate_count; index++) {
        const struct estate *estate = &model->estates[index];

        if (estate->town == town) {
            add_cells(model, estate->persons, housing_households(inputs, values, estate, year), lane, cells);
        }
    }
}

/* How many of the town's other migrants the newcomers stand for. */
static double others(const struct inputs *inputs, const double *values, const struct residents *residents, size_t town,
                     int year)
{
    switch ((enum housing_place)inputs_value(inputs, values, PARAMETER_MIGRATION_HOUSING, 0, 0)) {
    case HOUSING_INSIDE:
        return housing_arrivals(inputs, values, town, year);
    case HOUSING_INSIDE_DISTRICT:
        return housing_arrivals(inputs, values, inputs->model.town_count, year) *
               residents_part(residents, inputs, values, town);
    case HOUSING_ON_TOP:
    case HOUSING_PLACES:
        break;
    }
    return 0;
}

void newcomers_pack(const struct inputs *inputs, const double *values, const double *schedule, size_t first,
                    size_t count, size_t years, double *persons)
{
    const struct model *model = &inputs->model;
    const size_t state = SEXES * model->ages * LANES;
    const struct residents residents = residents_at_census(inputs, values);

    memset(persons, 0, years * state * sizeof *persons);
    for (size_t year = 0; year < years; year++) {
        const int calendar = model->base_year + (int)year;

        for (size_t lane = 0; lane < count; lane++) {
            add_estates(inputs, values, first + lane, calendar, lane, &persons[year * state]);
            add_cells(model, schedule, -others(inputs, values, &residents, first + lane, calendar), lane,
                      &persons[year * state]);
        }
    }
}
