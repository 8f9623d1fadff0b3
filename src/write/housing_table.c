#include "housing_table.h"

#include <stdlib.h>
#include <string.h>

#include "housing.h"
#include "mem.h"

static void write_headings(struct csv_writer *csv, const struct model *model)
{
    static const char *const FIRST[] = { "year",   "counted_from", "estate",  "name",    "town",
                                         "status", "dwellings",    "persons", "children" };
    enum { FIRST_COUNT = sizeof FIRST / sizeof FIRST[0] };
    const char **headings = mem_array(FIRST_COUNT + model->level_count, sizeof *headings);
    /* Without levels there are no school ages. */
    const size_t first = model->level_count == 0 ? FIRST_COUNT - 1 : FIRST_COUNT;

    memcpy(headings, FIRST, sizeof FIRST);
    for (size_t level = 0; level < model->level_count; level++) {
        headings[first + level] = model->levels[level].name.id;
    }
    csv_writer_header(csv, headings, first + model->level_count);
    free(headings);
}

/* Persons of a level's ages in a household of the estate. */
static double pupils(const struct model *model, const struct estate *estate, size_t level)
{
    const struct level *of = &model->levels[level];

    return housing_persons(model, estate, of->entry_age, of->entry_age + of->grades - 1);
}

static void write_persons(struct csv_writer *csv, const struct model *model, const struct estate *estate,
                          double households)
{
    double children = 0;

    for (size_t level = 0; level < model->level_count; level++) {
        children += pupils(model, estate, level);
    }
    csv_writer_number(csv, households * housing_persons(model, estate, 0, model->ages - 1));
    if (model->level_count > 0) {
        csv_writer_number(csv, households * children);
    }
    for (size_t level = 0; level < model->level_count; level++) {
        csv_writer_number(csv, households * pupils(model, estate, level));
    }
}

static void write_estate(struct csv_writer *csv, const struct inputs *inputs, int year, const struct estate *estate)
{
    const struct model *model = &inputs->model;
    const double *values = inputs->scenario.values;

    csv_writer_number(csv, year);
    csv_writer_number(csv, year + 1);
    csv_writer_text(csv, estate->name.id);
    csv_writer_text(csv, estate->name.text[CHINESE]);
    csv_writer_text(csv, model->towns[estate->town].name.id);
    csv_writer_text(csv, status_words[estate->status].id);
    csv_writer_number(csv, housing_dwellings(inputs, values, estate, year));
    write_persons(csv, model, estate, housing_households(inputs, values, estate, year));
    csv_writer_row(csv);
}

void housing_table(struct csv_writer *csv, const struct inputs *inputs, const struct result *result)
{
    const struct model *model = &inputs->model;

    write_headings(csv, model);
    for (size_t state = 0; state + 1 < result->states; state++) {
        const int year = model->base_year + (int)state;

        for (size_t index = 0; index < model->estate_count; index++) {
            if (housing_dwellings(inputs, inputs->scenario.values, &model->estates[index], year) > 0) {
                write_estate(csv, inputs, year, &model->estates[index]);
            }
        }
    }
}
