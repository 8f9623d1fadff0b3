#include "model.h"

#include <string.h>

/* No table or horizon goes beyond it. */
enum { LAST_YEAR = 2200 };

void model_free(struct model *self)
{
    pool_free(&self->pool);
    *self = (struct model) { .town_count = 0 };
}

int model_last_state(const struct model *self)
{
    /* A table of flows has its last year where the year before the last state begins; one of states at the last. */
    const struct {
        const struct rates *rates;
        int beyond;
    } tables[] = {
        { &self->fertility, 1 },         { &self->mortality, 1 },      { &self->srb, 1 },
        { &self->migration.persons, 1 }, { &self->enrolment_rate, 0 }, { &self->public_share, 0 },
    };
    int last = LAST_YEAR;

    for (size_t table = 0; table < sizeof tables / sizeof *tables; table++) {
        const struct rates *rates = tables[table].rates;
        const bool ends = rates->values != NULL && rates->year_stride != 0;

        if (ends && rates->last_year + tables[table].beyond < last) {
            last = rates->last_year + tables[table].beyond;
        }
    }
    return last;
}

size_t model_level(const struct model *self, const char *id)
{
    size_t level = 0;

    while (level < self->level_count && strcmp(self->levels[level].name.id, id) != 0) {
        level++;
    }
    return level;
}

size_t model_town(const struct model *self, const char *id)
{
    size_t town = 0;

    while (town < self->town_count && strcmp(self->towns[town].name.id, id) != 0) {
        town++;
    }
    return town;
}

size_t model_project(const struct model *self, const char *id)
{
    size_t project = 0;

    while (project < self->project_count && strcmp(self->projects[project].id, id) != 0) {
        project++;
    }
    return project;
}

size_t model_estate(const struct model *self, const char *id)
{
    size_t estate = 0;

    while (estate < self->estate_count && strcmp(self->estates[estate].name.id, id) != 0) {
        estate++;
    }
    return estate;
}

/* Whether the project has seats at the level. */
static bool project_has_level(const struct model *self, size_t project, size_t level)
{
    for (size_t row = 0; row < self->project_seats_count; row++) {
        const struct project_seats *seats = &self->project_seats[row];

        if (seats->project == project && seats->level == level && seats->seats > 0) {
            return true;
        }
    }
    return false;
}

const struct school_type *model_school_type(const struct model *self, size_t project)
{
    for (size_t index = 0; index < self->school_type_count; index++) {
        const struct school_type *type = &self->school_types[index];
        bool same = true;

        for (size_t level = 0; level < self->level_count; level++) {
            same = same && type->has_level[level] == project_has_level(self, project, level);
        }
        if (same) {
            return type;
        }
    }
    return NULL;
}

size_t model_grade_before(const struct model *self, size_t grade)
{
    size_t index = 0;

    while (grade >= self->levels[index].first_grade + self->levels[index].grades) {
        index++;
    }
    const struct level *level = &self->levels[index];

    if (grade > level->first_grade) {
        return grade - 1;
    }
    if (index == 0 || !self->pupil_history.has_level[index - 1] || !self->pupil_history.has_level[index]) {
        return NO_GRADE;
    }
    return self->levels[index - 1].entry_age + self->levels[index - 1].grades == level->entry_age ? grade - 1
                                                                                                  : NO_GRADE;
}
