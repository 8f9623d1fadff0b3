#include "town_draws.h"

#include <string.h>

#include "gap.h"

/* The lanes' values of a parameter. */
static const double *values_of(const struct town_draws *self, const double *values, enum parameter parameter,
                               size_t key, int year)
{
    return &values[parameter_index(&self->inputs->scenario.layout, parameter, key, year) * LANES];
}

static double *factors_of(const struct town_draws *self, struct town_draws_room *room, size_t factor, size_t year)
{
    return &room->factors[(factor * self->block.projection.years + year) * LANES];
}

/* The factors that all towns share, as town_block_share() has them for towns as lanes; of ADDED the district's. */
static void share_factors(const struct town_draws *self, struct town_draws_room *room, const double *values)
{
    double improved[LANES];

    for (size_t lane = 0; lane < LANES; lane++) {
        improved[lane] = 1;
    }
    for (size_t year = 0; year < self->block.projection.years; year++) {
        const int calendar = self->inputs->model.base_year + (int)year;
        const double *improvement = values_of(self, values, PARAMETER_MORTALITY_IMPROVEMENT, 0, calendar);
        const double *dying = values_of(self, values, PARAMETER_MORTALITY_MULTIPLIER, 0, calendar);
        const double *added = values_of(self, values, PARAMETER_MIGRATION_ADDED, 0, calendar);
        const double *multiplier = values_of(self, values, PARAMETER_MIGRATION_MULTIPLIER, 0, calendar);
        double *dying_factor = factors_of(self, room, FACTOR_DYING, year);
        double *district_added = factors_of(self, room, FACTOR_DISTRICT_ADDED, year);

        for (size_t lane = 0; lane < LANES; lane++) {
            improved[lane] *= year > 0 ? 1 - improvement[lane] : 1;
            dying_factor[lane] = improved[lane] * dying[lane];
            district_added[lane] = added[lane] * multiplier[lane];
        }
        memcpy(factors_of(self, room, FACTOR_FERTILITY, year),
               values_of(self, values, PARAMETER_FERTILITY_MULTIPLIER, 0, calendar), LANES * sizeof *values);
        memcpy(factors_of(self, room, FACTOR_DEPARTURE, year),
               values_of(self, values, PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER, 0, calendar), LANES * sizeof *values);
    }
}

/* See residents_at_census(). */
static void share_scale(const struct town_draws *self, struct town_draws_room *room, const double *values)
{
    const struct model *model = &self->inputs->model;
    double multiplied[LANES] = { 0 };

    for (size_t town = 0; town < model->town_count; town++) {
        const double *multiplier = values_of(self, values, PARAMETER_POPULATION_TOWN_MULTIPLIER, town, 0);

        for (size_t lane = 0; lane < LANES; lane++) {
            multiplied[lane] += model->towns[town].population * multiplier[lane];
        }
    }
    for (size_t lane = 0; lane < LANES; lane++) {
        room->scale[lane] = multiplied[lane] > 0 ? self->block.residents.all / multiplied[lane] : 1;
    }
}

/* What the town's people at the census are multiplied by; see residents_factor(). */
static void town_factor(const struct town_draws *self, const struct town_draws_room *room, const double *values,
                        size_t town, double *factor)
{
    const double *multiplier = values_of(self, values, PARAMETER_POPULATION_TOWN_MULTIPLIER, town, 0);

    for (size_t lane = 0; lane < LANES; lane++) {
        factor[lane] = multiplier[lane] * room->scale[lane];
    }
}

/* The town's people at the first state date. */
static void place_start(const struct town_draws *self, struct town_draws_room *room, size_t town, const double *factor)
{
    const struct town_tables *of = &self->towns[town];
    const size_t ages = self->inputs->model.ages;

    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = 0; age < of->projection.carried[sex]; age++) {
            const size_t cell = sex * ages + age;

            for (size_t lane = 0; lane < LANES; lane++) {
                room->start[cell * LANES + lane] = of->start[cell] * factor[lane];
            }
        }
    }
}

/* The town's enrolled of the base year at a level, as its public share there is of. */
static void enrol_base(const struct town_draws *self, const struct town_tables *town, const struct level *level,
                       const double *factor, double *enrolled)
{
    const struct model *model = &self->inputs->model;

    for (size_t lane = 0; lane < LANES; lane++) {
        enrolled[lane] = 0;
    }
    for (size_t grade = 0; grade < level->grades; grade++) {
        const size_t age = level->entry_age + grade;
        const double rate = rates_at(&model->enrolment_rate, 0, model->base_year, 0, level->first_grade + grade);
        const double boys = town->start[MALE * model->ages + age];
        const double girls = town->start[FEMALE * model->ages + age];

        for (size_t lane = 0; lane < LANES; lane++) {
            enrolled[lane] += (boys * factor[lane] + girls * factor[lane]) * rate;
        }
    }
}

/* The public shares of levels that have them from the base year's pupils. */
static void share_base(const struct town_draws *self, struct town_draws_room *room, const double *values)
{
    const struct model *model = &self->inputs->model;
    double factor[LANES];

    for (size_t town = 0; town < model->town_count; town++) {
        town_factor(self, room, values, town, factor);
        for (size_t level = 0; level < model->level_count; level++) {
            if (model->share_from_pupils[level]) {
                enrol_base(self, &self->towns[town], &model->levels[level], factor,
                           &room->enrolled[(town * model->level_count + level) * LANES]);
            }
        }
    }
    town_gaps_base_share(model, room->enrolled, room->share);
}

/* The town's migrants of all years, as town_block_migrants() has them. */
static void place_migrants(const struct town_draws *self, struct town_draws_room *room, const double *values,
                           size_t town, const double *factor)
{
    const struct model *model = &self->inputs->model;

    for (size_t year = 0; year < self->block.projection.years; year++) {
        const int calendar = model->base_year + (int)year;
        const double *multiplier = values_of(self, values, PARAMETER_MIGRATION_MULTIPLIER, 0, calendar);
        const double *district_added = factors_of(self, room, FACTOR_DISTRICT_ADDED, year);
        double *persons = factors_of(self, room, FACTOR_PERSONS, year);
        double *added = factors_of(self, room, FACTOR_ADDED, year);
        const struct town_migrants of = town_block_migrants(model, town, calendar);

        for (size_t lane = 0; lane < LANES; lane++) {
            const double part = model->towns[town].population * factor[lane] / self->block.residents.all;

            added[lane] = district_added[lane] * part;
            added[lane] += of.total * multiplier[lane] * (of.total_by_part ? part : 1);
            persons[lane] = multiplier[lane] * (of.persons_by_part ? part : 1) * of.sex_part;
        }
    }
}

/* Children of a town where nobody lives and nobody comes to. */
static void leave_empty(const struct town_draws *self, struct town_draws_room *room)
{
    memset(room->children, 0, self->inputs->scenario.layout.years * self->ages * LANES * sizeof *room->children);
}

static void project_town(const struct town_draws *self, struct town_draws_room *room, const double *values, size_t town)
{
    struct projection projection = self->towns[town].projection;
    double factor[LANES];

    if (self->towns[town].empty) {
        leave_empty(self, room);
        return;
    }
    town_factor(self, room, values, town, factor);
    place_start(self, room, town, factor);
    place_migrants(self, room, values, town, factor);
    projection.dying_factor = factors_of(self, room, FACTOR_DYING, 0);
    projection.fertility_factor = factors_of(self, room, FACTOR_FERTILITY, 0);
    projection.persons_factor = factors_of(self, room, FACTOR_PERSONS, 0);
    projection.departure_factor = factors_of(self, room, FACTOR_DEPARTURE, 0);
    projection.added = factors_of(self, room, FACTOR_ADDED, 0);
    projection_children(&projection, room->start, self->first_age, self->ages, room->children, room->scratch);
}

static void keep_town(const struct town_draws *self, struct town_draws_room *room, const double *values, size_t town,
                      const struct kept_series *to)
{
    const struct model *model = &self->inputs->model;
    const size_t area = model->towns[town].area;
    const size_t first = to->first_state * model->town_count * model->level_count + town * model->level_count;
    const struct town_gaps gaps = { .inputs = self->inputs,
                                    .values = values,
                                    .children = room->children,
                                    .first_age = self->first_age,
                                    .ages = self->ages,
                                    .base_share = &room->share[town * model->level_count * LANES],
                                    .seats = self->seats_move ? &room->seats[first * LANES] : &self->seats[first],
                                    .seats_stride = model->town_count * model->level_count,
                                    .seats_by_lane = self->seats_move,
                                    .first_state = to->first_state,
                                    .states = to->states,
                                    .measures = to->measures };
    const struct town_series series = { .kept = &to->kept[town * model->level_count * to->stride],
                                        .stride = to->stride,
                                        .aligned = to->aligned,
                                        .rows = gap_places(model) * model->level_count,
                                        .sums = { &room->sums[model->area_count * room->sum],
                                                  area == NO_AREA ? NULL : &room->sums[area * room->sum] } };

    town_gaps_keep(&gaps, &series);
}

/* Keeps the sums of areas and district. */
static void keep_sums(const struct town_draws *self, const struct town_draws_room *room, const struct kept_series *to)
{
    const struct model *model = &self->inputs->model;
    const size_t levels = model->level_count;
    const size_t rows = gap_places(model) * levels;

    for (size_t sum = 0; sum <= model->area_count; sum++) {
        for (size_t cell = 0; cell < to->measures * to->states * levels; cell++) {
            const size_t series = cell / levels * rows + (model->town_count + sum) * levels + cell % levels;

            memcpy(&to->kept[series * to->stride], &room->sums[sum * room->sum + cell * LANES],
                   LANES * sizeof *to->kept);
        }
    }
}

void ISA_FUNCTION(town_draws_run)(const struct town_draws *self, struct town_draws_room *room, const double *values,
                                  const struct kept_series *to)
{
    const struct model *model = &self->inputs->model;

    share_factors(self, room, values);
    share_scale(self, room, values);
    share_base(self, room, values);
    memset(room->sums, 0, (model->area_count + 1) * room->sum * sizeof *room->sums);
    for (size_t town = 0; town < model->town_count; town++) {
        project_town(self, room, values, town);
        keep_town(self, room, values, town, to);
    }
    keep_sums(self, room, to);
}
