#include "assumption.h"

#include <string.h>

#include "model_tables.h"

const struct name model_table_names[MODEL_TABLES] = {
    [MODEL_TABLE_POPULATION] = { "base_population.csv + towns.csv", { "基年人口", "base population" } },
    [MODEL_TABLE_FERTILITY] = { "fertility.csv", { "生育率表", "fertility rates" } },
    [MODEL_TABLE_MORTALITY] = { "mortality.csv", { "死亡率表", "mortality rates" } },
    [MODEL_TABLE_SRB] = { "srb.csv", { "出生性别比", "sex ratio at birth" } },
    [MODEL_TABLE_MIGRATION] = { "migration.csv", { "迁移表", "migration" } },
    [MODEL_TABLE_HOUSING] = { "housing.csv", { "新建住房表", "new housing" } },
    [MODEL_TABLE_ENROLMENT_RATES] = { "enrolment_rates.csv", { "入学率表", "enrolment rates" } },
    [MODEL_TABLE_PUBLIC_PUPILS] = { "enrolment.csv + public_share.csv",
                                    { "公办在校生与占比", "public pupils and shares" } },
    [MODEL_TABLE_PUPIL_HISTORY] = { "pupils.csv", { "分年级在校生", "pupils by grade" } },
    [MODEL_TABLE_SEATS] = { "seats.csv", { "基年学位", "base-year seats" } },
    [MODEL_TABLE_PROJECTS] = { "projects.csv + project_seats.csv", { "项目表", "the projects" } },
    [MODEL_TABLE_NORMS] = { "district.yaml", { "班额等标准", "norms" } },
};

static bool same_towns(const struct model *a, const struct model *b)
{
    bool same = a->town_count == b->town_count;

    for (size_t town = 0; same && town < a->town_count; town++) {
        same = same_id(a->towns[town].name.id, b->towns[town].name.id);
    }
    return same;
}

static bool same_areas(const struct model *a, const struct model *b)
{
    bool same = a->area_count == b->area_count;

    for (size_t area = 0; same && area < a->area_count; area++) {
        same = same_id(a->areas[area].id, b->areas[area].id);
    }
    for (size_t town = 0; same && town < a->town_count; town++) {
        same = a->towns[town].area == b->towns[town].area;
    }
    return same;
}

static bool same_levels(const struct model *a, const struct model *b)
{
    bool same = a->level_count == b->level_count;

    for (size_t index = 0; same && index < a->level_count; index++) {
        const struct level *one = &a->levels[index];
        const struct level *other = &b->levels[index];

        same =
            same_id(one->name.id, other->name.id) && one->entry_age == other->entry_age && one->grades == other->grades;
    }
    return same;
}

static enum unlike unlike_of(const struct inputs *from, const struct inputs *to)
{
    const struct model *a = &from->model;
    const struct model *b = &to->model;

    if (a->base_year != b->base_year || a->state_date.month != b->state_date.month ||
        a->state_date.day != b->state_date.day) {
        return UNLIKE_START;
    }
    if (a->ages != b->ages) {
        return UNLIKE_AGES;
    }
    if (!same_levels(a, b)) {
        return UNLIKE_LEVELS;
    }
    if (!same_towns(a, b)) {
        return UNLIKE_TOWNS;
    }
    if (!same_areas(a, b)) {
        return UNLIKE_AREAS;
    }
    const bool meet =
        from->scenario.first_year <= to->scenario.last_year && to->scenario.first_year <= from->scenario.last_year;

    return meet ? ALIKE : UNLIKE_YEARS;
}

enum model_table mixing_followed(enum parameter parameter)
{
    const enum parameter_axis axis = parameter_rows[parameter].axis;

    return axis == AXIS_PROJECT  ? MODEL_TABLE_PROJECTS
           : axis == AXIS_ESTATE ? MODEL_TABLE_HOUSING
           : parameter == PARAMETER_ENROLMENT_METHOD || parameter == PARAMETER_ENROLMENT_PROGRESSION_RATIO
               ? MODEL_TABLE_PUPIL_HISTORY
               : MODEL_TABLES;
}

static bool has_linked(const struct model *model)
{
    for (size_t index = 0; index < model->project_count; index++) {
        if (model->projects[index].estate != NULL) {
            return true;
        }
    }
    return false;
}

enum unlike mixing_make(struct mixing *self, const struct inputs *from, const struct inputs *to)
{
    const struct model *a = &from->model;
    const struct model *b = &to->model;
    const int last =
        from->scenario.last_year < to->scenario.last_year ? from->scenario.last_year : to->scenario.last_year;
    const enum unlike unlike = unlike_of(from, to);

    *self = (struct mixing) { .sides = { from, to }, .last_year = last };
    if (unlike != ALIKE) {
        return unlike;
    }
    for (size_t table = 0; table < MODEL_TABLES; table++) {
        self->other[table] = model_table_differs(a, b, (enum model_table)table, last);
    }
    self->estates_with_projects = has_linked(a) || has_linked(b);
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const enum model_table table = mixing_followed((enum parameter)parameter);

        self->follows[parameter] = (table == MODEL_TABLE_PROJECTS && !model_same_projects(a, b)) ||
                                   (table == MODEL_TABLE_HOUSING && !model_same_estates(a, b)) ||
                                   (table == MODEL_TABLE_PUPIL_HISTORY && self->other[table]);
    }
    return ALIKE;
}

/* Whether the parameter differs for the key, in a year that is run. Both sides have the key. */
static bool key_differs(const struct mixing *self, enum parameter parameter, size_t key)
{
    const struct scenario *a = &self->sides[0]->scenario;
    const struct scenario *b = &self->sides[1]->scenario;
    const int last = parameter_rows[parameter].type == PARAMETER_PATH ? self->last_year : a->layout.first_year;

    for (int year = a->layout.first_year; year <= last; year++) {
        if (a->values[parameter_index(&a->layout, parameter, key, year)] !=
            b->values[parameter_index(&b->layout, parameter, key, year)]) {
            return true;
        }
    }
    return false;
}

/* Heights and speeds of the age schedule make one curve. */
static enum parameter end_of_group(size_t parameter)
{
    return parameter == PARAMETER_MIGRATION_SCHEDULE_A1 ? PARAMETER_MIGRATION_SCHEDULE_C : (enum parameter)parameter;
}

/* Assumptions as they are found. */
struct found {
    struct assumption *items;
    size_t most;
    size_t count;
};

static void add(struct found *self, struct assumption assumption)
{
    if (self->count < self->most) {
        self->items[self->count] = assumption;
    }
    self->count++;
}

static void add_parameters(const struct mixing *self, size_t first, size_t last, bool by_key, struct found *found)
{
    const struct assumption all = { .first = (enum parameter)first, .last = (enum parameter)last, .key = ALL_KEYS };
    bool differs = false;

    for (size_t parameter = first; parameter <= last && !self->follows[parameter]; parameter++) {
        for (size_t key = 0; key < self->sides[0]->scenario.layout.keys[parameter]; key++) {
            const bool other = key_differs(self, (enum parameter)parameter, key);

            differs = differs || other;
            if (other && by_key && parameter_rows[parameter].axis != AXIS_NONE) {
                add(found, (struct assumption) { .first = all.first, .last = all.last, .key = key });
            }
        }
    }
    if (differs && !(by_key && parameter_rows[first].axis != AXIS_NONE)) {
        add(found, all);
    }
}

size_t mixing_assumptions(const struct mixing *self, bool by_key, size_t most, struct assumption *found)
{
    struct found list = { found, most, 0 };
    const bool joined = self->estates_with_projects && self->other[MODEL_TABLE_HOUSING];

    for (size_t table = 0; table < MODEL_TABLES; table++) {
        /* projects point to their estates, so that they go where those go */
        if (self->other[table] && !(table == MODEL_TABLE_PROJECTS && joined)) {
            add(&list, (struct assumption) { .is_table = true, .table = (enum model_table)table, .key = ALL_KEYS });
        }
    }
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const enum parameter last = end_of_group(parameter);

        add_parameters(self, parameter, last, by_key, &list);
        parameter = last;
    }
    return list.count;
}

size_t mixing_values(const struct mixing *self)
{
    size_t size = 0;

    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const size_t one = self->sides[0]->scenario.layout.keys[parameter];
        const size_t other = self->sides[1]->scenario.layout.keys[parameter];
        const size_t years = (size_t)(self->last_year - self->sides[0]->model.base_year) + 1;

        size += (one > other ? one : other) * (parameter_rows[parameter].type == PARAMETER_PATH ? years : 1);
    }
    return size;
}

/* The values of a key (or all) of a parameter as a side has them. */
static void copy_values(const struct scenario *from, enum parameter parameter, size_t key,
                        const struct parameter_layout *layout, double *values)
{
    const size_t first = key == ALL_KEYS ? 0 : key;
    const size_t end = key == ALL_KEYS ? layout->keys[parameter] : key + 1;
    const size_t years = parameter_rows[parameter].type == PARAMETER_PATH ? layout->years : 1;

    for (size_t at = first; at < end; at++) {
        memcpy(&values[parameter_index(layout, parameter, at, layout->first_year)],
               &from->values[parameter_index(&from->layout, parameter, at, layout->first_year)],
               years * sizeof *values);
    }
}

/* The mixed model, and which tables are the second side's. */
static void mix_model(const struct mixing *self, const struct assumption *assumptions, size_t count, const bool *taken,
                      struct model *model, bool *second)
{
    const struct model *to = &self->sides[1]->model;

    for (size_t index = 0; index < count; index++) {
        if (taken[index] && assumptions[index].is_table) {
            const enum model_table table = assumptions[index].table;

            second[table] = true;
            if (self->estates_with_projects && (table == MODEL_TABLE_HOUSING || table == MODEL_TABLE_PROJECTS)) {
                second[MODEL_TABLE_HOUSING] = true;
                second[MODEL_TABLE_PROJECTS] = true;
            }
        }
    }
    for (size_t table = 0; table < MODEL_TABLES; table++) {
        if (second[table]) {
            model_table_take(model, to, (enum model_table)table);
        }
    }
}

void mixing_inputs(const struct mixing *self, const struct assumption *assumptions, size_t count, const bool *taken,
                   double *values, struct inputs *mixed)
{
    bool second[MODEL_TABLES] = { false };

    *mixed = *self->sides[0];
    mix_model(self, assumptions, count, taken, &mixed->model, second);
    struct scenario *scenario = &mixed->scenario;

    scenario->layout = parameter_layout(&mixed->model, self->last_year);
    scenario->last_year = self->last_year;
    scenario->values = values;
    scenario->ensemble = (struct ensemble) { .kind = ENSEMBLE_NONE };
    if (values == NULL) {
        return;
    }
    for (size_t parameter = 0; parameter < PARAMETERS; parameter++) {
        const bool other = self->follows[parameter] && second[mixing_followed((enum parameter)parameter)];

        copy_values(&self->sides[other]->scenario, (enum parameter)parameter, ALL_KEYS, &scenario->layout, values);
    }
    for (size_t index = 0; index < count; index++) {
        const struct assumption *of = &assumptions[index];

        for (size_t parameter = of->first; taken[index] && !of->is_table && parameter <= of->last; parameter++) {
            copy_values(&self->sides[1]->scenario, (enum parameter)parameter, of->key, &scenario->layout, values);
        }
    }
}
