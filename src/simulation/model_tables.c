#include "model_tables.h"

#include <math.h>

/* What a table of rates has figures for. */
struct extent {
    size_t towns;
    int first; /**< Years. */
    int last;
    size_t sexes;
    size_t items;
};

static size_t either(size_t a, size_t b, size_t count)
{
    return a != 0 || b != 0 ? count : 1;
}

static bool rates_differ(const struct rates *a, const struct rates *b, const struct extent *of)
{
    if (a->values == NULL || b->values == NULL) {
        return a->values != b->values;
    }
    const size_t towns = either(a->town_stride, b->town_stride, of->towns);
    const size_t sexes = either(a->sex_stride, b->sex_stride, of->sexes);
    const size_t items = either(a->item_stride, b->item_stride, of->items);
    const bool yearly = a->year_stride != 0 || b->year_stride != 0;

    for (size_t town = 0; town < towns; town++) {
        for (int year = of->first; year <= (yearly ? of->last : of->first); year++) {
            for (size_t cell = 0; cell < sexes * items; cell++) {
                if (rates_at(a, town, year, cell / items, cell % items) !=
                    rates_at(b, town, year, cell / items, cell % items)) {
                    return true;
                }
            }
        }
    }
    return false;
}

/* A total that is shared out is no table of alike figures. */
static bool shared_differs(const struct rates *a, const struct rates *b, const struct extent *of)
{
    return (a->town_stride == 0) != (b->town_stride == 0) || (a->sex_stride == 0) != (b->sex_stride == 0) ||
           (a->item_stride == 0) != (b->item_stride == 0) || rates_differ(a, b, of);
}

/* Figures not known are the same. */
static bool figures_differ(const double *a, const double *b, size_t count)
{
    if (a == NULL || b == NULL) {
        return a != b;
    }
    for (size_t index = 0; index < count; index++) {
        if (a[index] != b[index] && !(isnan(a[index]) && isnan(b[index]))) {
            return true;
        }
    }
    return false;
}

static bool sets_differ(const bool *a, const bool *b, size_t count)
{
    for (size_t index = 0; index < count; index++) {
        if (a[index] != b[index]) {
            return true;
        }
    }
    return false;
}

static bool population_differs(const struct model *a, const struct model *b)
{
    for (size_t town = 0; town < a->town_count; town++) {
        if (a->towns[town].population != b->towns[town].population) {
            return true;
        }
    }
    return a->census_shift != b->census_shift ||
           figures_differ(a->census_population, b->census_population, a->town_count * SEXES * a->ages);
}

static bool migration_differs(const struct model *a, const struct model *b, const struct extent *flows)
{
    return a->migration.form != b->migration.form || a->migration.rule != b->migration.rule ||
           shared_differs(&a->migration.persons, &b->migration.persons, flows) ||
           rates_differ(&a->migration.departure_rate, &b->migration.departure_rate, flows);
}

bool model_same_estates(const struct model *a, const struct model *b)
{
    bool same = a->estate_count == b->estate_count;

    for (size_t index = 0; same && index < a->estate_count; index++) {
        same = same_id(a->estates[index].name.id, b->estates[index].name.id);
    }
    return same;
}

static bool estates_differ(const struct model *a, const struct model *b)
{
    if (!model_same_estates(a, b)) {
        return true;
    }
    for (size_t index = 0; index < a->estate_count; index++) {
        const struct estate *one = &a->estates[index];
        const struct estate *other = &b->estates[index];

        if (one->town != other->town || one->units != other->units || one->handover != other->handover ||
            one->years_to_fill != other->years_to_fill ||
            figures_differ(one->persons, other->persons, SEXES * a->ages)) {
            return true;
        }
    }
    return false;
}

static bool public_pupils_differ(const struct model *a, const struct model *b, const struct extent *states)
{
    if (a->pupils_by_town != b->pupils_by_town ||
        sets_differ(a->share_from_pupils, b->share_from_pupils, a->level_count) ||
        rates_differ(&a->public_share, &b->public_share, states)) {
        return true;
    }
    for (size_t cell = 0; cell < (a->pupils_by_town ? a->town_count : 1) * a->level_count; cell++) {
        if (a->share_from_pupils[cell % a->level_count] && a->public_pupils[cell] != b->public_pupils[cell]) {
            return true;
        }
    }
    return false;
}

static bool history_differs(const struct model *a, const struct model *b)
{
    const struct pupil_history *one = &a->pupil_history;
    const struct pupil_history *other = &b->pupil_history;

    if (one->years == 0 && other->years == 0) {
        return false;
    }
    return one->years != other->years || one->first_year != other->first_year || one->by_town != other->by_town ||
           sets_differ(one->has_level, other->has_level, a->level_count) ||
           figures_differ(one->pupils, other->pupils, one->years * (one->by_town ? a->town_count : 1) * a->grade_count);
}

static bool seats_differ(const struct model *a, const struct model *b)
{
    return figures_differ(a->base_seats, b->base_seats, a->town_count * a->level_count);
}

bool model_same_projects(const struct model *a, const struct model *b)
{
    bool same = a->project_count == b->project_count;

    for (size_t index = 0; same && index < a->project_count; index++) {
        same = same_id(a->projects[index].id, b->projects[index].id);
    }
    return same;
}

static const char *estate_of(const struct project *self)
{
    return self->estate == NULL ? "" : self->estate->name.id;
}

/* Where a project stands is a parameter's affair. */
static bool project_differs(const struct project *a, const struct project *b)
{
    return a->kind != b->kind || a->completion != b->completion || a->builder != b->builder ||
           !same_id(estate_of(a), estate_of(b));
}

static bool project_seats_differ(const struct project_seats *a, const struct project_seats *b)
{
    return a->project != b->project || a->level != b->level || a->seats != b->seats ||
           a->replaced_seats != b->replaced_seats;
}

static bool projects_differ(const struct model *a, const struct model *b)
{
    bool differ = !model_same_projects(a, b) || a->project_seats_count != b->project_seats_count;

    for (size_t index = 0; !differ && index < a->project_count; index++) {
        differ = project_differs(&a->projects[index], &b->projects[index]);
    }
    for (size_t row = 0; !differ && row < a->project_seats_count; row++) {
        differ = project_seats_differ(&a->project_seats[row], &b->project_seats[row]);
    }
    return differ;
}

static bool norms_differ(const struct model *a, const struct model *b)
{
    bool differ = a->raised_class_size_above != b->raised_class_size_above;

    for (size_t index = 0; !differ && index < a->level_count; index++) {
        const struct level *one = &a->levels[index];
        const struct level *other = &b->levels[index];

        differ = one->opens_in_full != other->opens_in_full || one->land_m2_per_pupil != other->land_m2_per_pupil ||
                 one->pupils_per_post != other->pupils_per_post || one->posts_per_class != other->posts_per_class ||
                 figures_differ(one->class_size, other->class_size, one->grades) ||
                 figures_differ(one->raised_class_size, other->raised_class_size, one->grades);
    }
    return differ;
}

bool model_table_differs(const struct model *a, const struct model *b, enum model_table table, int last_year)
{
    const struct extent flows = { a->town_count, a->base_year, last_year - 1, SEXES, a->ages };
    const struct extent grades = { 1, a->base_year, last_year, 1, a->grade_count };
    const struct extent levels = { 1, a->base_year, last_year, 1, a->level_count };

    switch (table) {
    case MODEL_TABLE_POPULATION:
        return population_differs(a, b);
    case MODEL_TABLE_FERTILITY:
        return rates_differ(&a->fertility, &b->fertility, &flows);
    case MODEL_TABLE_MORTALITY:
        return a->mortality_is_sx != b->mortality_is_sx || rates_differ(&a->mortality, &b->mortality, &flows) ||
               rates_differ(&a->mortality_standard, &b->mortality_standard, &flows);
    case MODEL_TABLE_SRB:
        return rates_differ(&a->srb, &b->srb, &flows);
    case MODEL_TABLE_MIGRATION:
        return migration_differs(a, b, &flows);
    case MODEL_TABLE_HOUSING:
        return estates_differ(a, b);
    case MODEL_TABLE_ENROLMENT_RATES:
        return rates_differ(&a->enrolment_rate, &b->enrolment_rate, &grades);
    case MODEL_TABLE_PUBLIC_PUPILS:
        return public_pupils_differ(a, b, &levels);
    case MODEL_TABLE_PUPIL_HISTORY:
        return history_differs(a, b);
    case MODEL_TABLE_SEATS:
        return seats_differ(a, b);
    case MODEL_TABLE_PROJECTS:
        return projects_differ(a, b);
    case MODEL_TABLE_NORMS:
        return norms_differ(a, b);
    case MODEL_TABLES:
        break;
    }
    return false;
}

static void take_population(struct model *model, const struct model *from)
{
    model->census_population = from->census_population;
    model->census_date = from->census_date;
    model->census_shift = from->census_shift;
    model->towns = from->towns; /* their areas are the same, and migrants' shares are parameters */
}

static void take_enrolment(struct model *model, const struct model *from)
{
    model->public_share = from->public_share;
    model->share_from_pupils = from->share_from_pupils;
    model->public_pupils = from->public_pupils;
    model->pupils_by_town = from->pupils_by_town;
}

void model_table_take(struct model *model, const struct model *from, enum model_table table)
{
    switch (table) {
    case MODEL_TABLE_POPULATION:
        take_population(model, from);
        break;
    case MODEL_TABLE_FERTILITY:
        model->fertility = from->fertility;
        break;
    case MODEL_TABLE_MORTALITY:
        model->mortality = from->mortality;
        model->mortality_is_sx = from->mortality_is_sx;
        model->mortality_standard = from->mortality_standard;
        break;
    case MODEL_TABLE_SRB:
        model->srb = from->srb;
        break;
    case MODEL_TABLE_MIGRATION:
        model->migration = from->migration;
        break;
    case MODEL_TABLE_HOUSING:
        model->estate_count = from->estate_count;
        model->estates = from->estates;
        break;
    case MODEL_TABLE_ENROLMENT_RATES:
        model->enrolment_rate = from->enrolment_rate;
        break;
    case MODEL_TABLE_PUBLIC_PUPILS:
        take_enrolment(model, from);
        break;
    case MODEL_TABLE_PUPIL_HISTORY:
        model->pupil_history = from->pupil_history;
        break;
    case MODEL_TABLE_SEATS:
        model->base_seats = from->base_seats;
        model->base_seats_status = from->base_seats_status;
        break;
    case MODEL_TABLE_PROJECTS:
        model->project_count = from->project_count;
        model->projects = from->projects;
        model->project_seats_count = from->project_seats_count;
        model->project_seats = from->project_seats;
        break;
    case MODEL_TABLE_NORMS:
        model->levels = from->levels;
        model->raised_class_size_above = from->raised_class_size_above;
        break;
    case MODEL_TABLES:
        break;
    }
}
