#include "table_measure.h"

#include <math.h>

const struct name table_measures[MODEL_TABLES] = {
    [MODEL_TABLE_POPULATION] = { "residents", { "普查人口", "residents at the census" } },
    [MODEL_TABLE_FERTILITY] = { "tfr", { "平均总和生育率", "mean total fertility rate" } },
    [MODEL_TABLE_MORTALITY] = { "", { "", "" } },
    [MODEL_TABLE_SRB] = { "", { "", "" } },
    [MODEL_TABLE_MIGRATION] = { "migrants", { "各年迁移人数合计", "migrants of all years" } },
    [MODEL_TABLE_HOUSING] = { "dwellings", { "住房套数", "dwellings" } },
    [MODEL_TABLE_ENROLMENT_RATES] = { "", { "", "" } },
    [MODEL_TABLE_PUBLIC_PUPILS] = { "", { "", "" } },
    [MODEL_TABLE_PUPIL_HISTORY] = { "", { "", "" } },
    [MODEL_TABLE_SEATS] = { "seats", { "基年公办学位", "public seats of the base year" } },
    [MODEL_TABLE_PROJECTS] = { "seats", { "项目学位合计", "seats of all projects" } },
    [MODEL_TABLE_NORMS] = { "", { "", "" } },
};

static double sum(const double *values, size_t count)
{
    double all = 0;

    for (size_t index = 0; index < count; index++) {
        all += values[index];
    }
    return all;
}

/* All cells of the years up to the last; a town (sex, age) that is left out of the table stands once. */
static double sum_of_rates(const struct rates *rates, const struct model *model, size_t sexes, int last_year)
{
    const size_t towns = rates->town_stride == 0 ? 1 : model->town_count;
    const size_t items = rates->item_stride == 0 ? 1 : model->ages;
    double all = 0;

    for (size_t town = 0; town < towns; town++) {
        for (int year = model->base_year; year < last_year; year++) {
            for (size_t cell = 0; cell < (rates->sex_stride == 0 ? 1 : sexes) * items; cell++) {
                all += rates_at(rates, town, year, cell / items, cell % items);
            }
        }
    }
    return all;
}

static double mean_fertility(const struct model *model, int last_year)
{
    const size_t towns = model->fertility.town_stride == 0 ? 1 : model->town_count;
    const double years = (double)(last_year - model->base_year) * (double)towns;

    return years > 0 ? sum_of_rates(&model->fertility, model, 1, last_year) / years : NAN;
}

static double dwellings(const struct model *model)
{
    double all = 0;

    for (size_t index = 0; index < model->estate_count; index++) {
        all += model->estates[index].units;
    }
    return all;
}

static double project_seats(const struct model *model)
{
    double all = 0;

    for (size_t row = 0; row < model->project_seats_count; row++) {
        all += model->project_seats[row].seats - model->project_seats[row].replaced_seats;
    }
    return all;
}

double table_measure(const struct model *model, enum model_table table, int last_year)
{
    switch (table) {
    case MODEL_TABLE_POPULATION:
        return sum(model->census_population, model->town_count * SEXES * model->ages);
    case MODEL_TABLE_FERTILITY:
        return mean_fertility(model, last_year);
    case MODEL_TABLE_MIGRATION:
        return model->migration.persons.values == NULL
                   ? 0
                   : sum_of_rates(&model->migration.persons, model, SEXES, last_year);
    case MODEL_TABLE_HOUSING:
        return dwellings(model);
    case MODEL_TABLE_SEATS:
        return sum(model->base_seats, model->town_count * model->level_count);
    case MODEL_TABLE_PROJECTS:
        return project_seats(model);
    case MODEL_TABLE_MORTALITY:
    case MODEL_TABLE_SRB:
    case MODEL_TABLE_ENROLMENT_RATES:
    case MODEL_TABLE_PUBLIC_PUPILS:
    case MODEL_TABLE_PUPIL_HISTORY:
    case MODEL_TABLE_NORMS:
    case MODEL_TABLES:
        break;
    }
    return NAN;
}
