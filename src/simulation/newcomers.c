#include "newcomers.h"

#include <string.h>

#include "housing.h"
#include "projection.h"

/* Adds `factor` times the persons [sex][age] to the lane's cells of a year. */
static void add_cells(const struct model *model, const double *persons, double factor, size_t lane, double *cells)
{
    for (size_t cell = 0; cell < SEXES * model->ages; cell++) {
        cells[cell * LANES + lane] += persons[cell] * factor;
    }
}

/* Who moves into the town's estates in the year; all of them together. */
static double add_estates(const struct inputs *inputs, const double *values, size_t town, int year, size_t lane,
                          double *cells)
{
    const struct model *model = &inputs->model;
    double persons = 0;

    for (size_t index = 0; index < model->estate_count; index++) {
        const struct estate *estate = &model->estates[index];
        const double households = housing_households(inputs, values, estate, year);

        if (estate->town == town && households > 0) {
            add_cells(model, estate->persons, households, lane, cells);
            persons += households * housing_persons(model, estate, 0, model->ages - 1);
        }
    }
    return persons;
}

/* Who moves into all the district's estates in the year. */
static double district_persons(const struct inputs *inputs, const double *values, int year)
{
    const struct model *model = &inputs->model;
    double persons = 0;

    for (size_t index = 0; index < model->estate_count; index++) {
        const struct estate *estate = &model->estates[index];

        persons += housing_households(inputs, values, estate, year) *
                   housing_persons(model, estate, 0, model->ages - 1);
    }
    return persons;
}

/* The town's part of the district's residents at the census. */
static double town_part(const struct model *model, size_t town)
{
    double residents = 0;

    for (size_t any = 0; any < model->town_count; any++) {
        residents += model->towns[any].population;
    }
    return model->towns[town].population / residents;
}

void newcomers_pack(const struct inputs *inputs, const double *values, const double *schedule, size_t first,
                    size_t count, size_t years, double *persons)
{
    const struct model *model = &inputs->model;
    const size_t state = SEXES * model->ages * LANES;
    const enum housing_place place =
        (enum housing_place)inputs_value(inputs, values, PARAMETER_MIGRATION_HOUSING, 0, 0);

    memset(persons, 0, years * state * sizeof *persons);
    for (size_t year = 0; year < years; year++) {
        const int calendar = model->base_year + (int)year;
        const double all = place == HOUSING_INSIDE_DISTRICT ? district_persons(inputs, values, calendar) : 0;

        for (size_t lane = 0; lane < count; lane++) {
            double *cells = &persons[year * state];
            const double own = add_estates(inputs, values, first + lane, calendar, lane, cells);

            if (place == HOUSING_INSIDE) {
                add_cells(model, schedule, -own, lane, cells);
            } else if (place == HOUSING_INSIDE_DISTRICT) {
                add_cells(model, schedule, -all * town_part(model, first + lane), lane, cells);
            }
        }
    }
}
