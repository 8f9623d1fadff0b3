#include "town_draws.h"

#include <math.h>
#include <string.h>

#include "gap.h"
#include "spread.h"
#include "supply.h"

/* What draws may move here: factors of the kernel, the way from children to pupils, and seats. */
static const bool moves_population[PARAMETERS] = {
    [PARAMETER_POPULATION_TOWN_MULTIPLIER] = true,     [PARAMETER_FERTILITY_MULTIPLIER] = true,
    [PARAMETER_MORTALITY_MULTIPLIER] = true,           [PARAMETER_MORTALITY_IMPROVEMENT] = true,
    [PARAMETER_MIGRATION_MULTIPLIER] = true,           [PARAMETER_MIGRATION_ADDED] = true,
    [PARAMETER_MIGRATION_DEPARTURE_MULTIPLIER] = true,
};
static const bool moves_pupils[PARAMETERS] = {
    [PARAMETER_ENROLMENT_RATE_MULTIPLIER] = true,
    [PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER] = true,
    [PARAMETER_ENROLMENT_PRIVATE_TO_PUBLIC] = true,
};
static const bool moves_seats[PARAMETERS] = {
    [PARAMETER_POPULATION_TOWN_MULTIPLIER] = true, /* a backlog without base seats goes by residents */
    [PARAMETER_SUPPLY_BACKLOG] = true,
    [PARAMETER_SUPPLY_DELAY_YEARS] = true,
    [PARAMETER_SUPPLY_PROJECT_DELAY_YEARS] = true,
    [PARAMETER_SUPPLY_UNDATED_COMPLETION] = true,
    [PARAMETER_SUPPLY_CANCELLED] = true,
    [PARAMETER_SUPPLY_OPENING] = true,
    [PARAMETER_SUPPLY_PROJECT_TOWN] = true,
    [PARAMETER_NORMS_RAISED_CLASS_SIZE_ADDS_SEATS] = true,
    [PARAMETER_NORMS_MIGRANT_SHARE] = true,
    [PARAMETER_NORMS_CLASS_SIZE_ADDED] = true,
};

/* The factors of the kernel, as projection.h has them, and what of ADDED all towns share. */
enum { DYING, FERTILITY, PERSONS, DEPARTURE, ADDED, DISTRICT_ADDED, FACTORS };

static bool moves(const struct design *design, const bool *of)
{
    for (size_t move = 0; move < design_moves(design->ensemble); move++) {
        if (of[design_move(design->ensemble, move)->parameter]) {
            return true;
        }
    }
    return false;
}

static bool moves_town_sizes(const struct design *design)
{
    bool of[PARAMETERS] = { false };

    of[PARAMETER_POPULATION_TOWN_MULTIPLIER] = true;
    return moves(design, of);
}

/* Whether tables hold what is shared out to the towns by their residents. */
static bool tables_by_residents(const struct inputs *inputs)
{
    const struct model *model = &inputs->model;
    const struct rates *persons = &model->migration.persons;
    const double housing = inputs_value(inputs, inputs->scenario.values, PARAMETER_MIGRATION_HOUSING, 0, 0);

    return (persons->values != NULL && persons->town_stride == 0 && persons->item_stride == 0 &&
            persons->sex_stride != 0) ||
           (model->estate_count > 0 && housing == HOUSING_INSIDE_DISTRICT);
}

bool town_draws_can(const struct design *design)
{
    const struct inputs *inputs = design->inputs;

    for (size_t move = 0; move < design_moves(design->ensemble); move++) {
        const enum parameter parameter = design_move(design->ensemble, move)->parameter;

        if (!moves_population[parameter] && !moves_pupils[parameter] && !moves_seats[parameter]) {
            return false;
        }
    }
    if (inputs_value(inputs, inputs->scenario.values, PARAMETER_ENROLMENT_METHOD, 0, 0) == ENROLMENT_BY_PROGRESSION) {
        return false;
    }
    return !(moves_town_sizes(design) && tables_by_residents(inputs));
}

/* The tables of a projection that can go by town. */
enum { TABLES = 5 };

static void tables_of(struct projection *projection, struct lane_rates *tables[TABLES])
{
    tables[0] = &projection->dying;
    tables[1] = &projection->fertility;
    tables[2] = &projection->persons;
    tables[3] = &projection->departure;
    tables[4] = &projection->newcomers;
}

/* Doubles of a table that goes by town, packed [year][sex][age]. */
static size_t table_size(const struct inputs *inputs)
{
    return inputs->scenario.layout.years * SEXES * inputs->model.ages;
}

/* Ages that children's figures hang on. */
static void find_ages(struct town_draws *self, const struct model *model)
{
    size_t end = 0;

    self->first_age = model->ages;
    for (size_t level = 0; level < model->level_count; level++) {
        const size_t first = model->levels[level].entry_age;
        const size_t beyond = first + model->levels[level].grades;

        self->first_age = first < self->first_age ? first : self->first_age;
        end = beyond > end ? beyond : end;
    }
    self->ages = end - self->first_age;
}

/* The ages to be carried, of a projection that knows its fertile ones. */
static void carry(const struct town_draws *self, struct projection *projection)
{
    const size_t end = self->first_age + self->ages;
    const size_t mothers = projection->last_fertile + 1;

    projection->carried[MALE] = end;
    projection->carried[FEMALE] = mothers > end ? mothers : end;
    projection->barren_years = self->first_age < projection->years ? self->first_age : projection->years;
}

/* The lane's part of a table that goes by lane, as a table of its own. */
static void take_lane(struct lane_rates *table, size_t lane, size_t entries, double *own)
{
    for (size_t entry = 0; entry < entries; entry++) {
        own[entry] = table->values[entry * LANES + lane];
    }
    table->values = own;
    table->by_lane = false;
}

/* Entries that a packed table has: all years or one, both sexes or none. */
static size_t entries_of(const struct lane_rates *table, const struct projection *projection)
{
    const size_t year = (table->sex_stride == 0 ? 1 : SEXES) * projection->ages;

    return table->year_stride == 0 ? year : projection->years * table->year_stride;
}

/* The greatest size in a table, of the ages carried. */
static double greatest_size(const struct lane_rates *table, const struct projection *projection)
{
    double greatest = 0;

    for (size_t year = 0; table->values != NULL && year < projection->years; year++) {
        for (size_t sex = 0; sex < SEXES; sex++) {
            for (size_t age = 0; age < projection->carried[sex]; age++) {
                const double size =
                    fabs(table->values[year * table->year_stride + sex * table->sex_stride + age * table->age_stride]);

                greatest = size > greatest ? size : greatest;
            }
        }
    }
    return greatest;
}

static struct bounds bounds_of(const struct projection *projection)
{
    struct lane_rates schedule = projection->schedule;

    schedule.year_stride = 0; /* the kernel has one for all years */
    return (struct bounds) { .known = true,
                             .dying = greatest_size(&projection->dying, projection),
                             .persons = greatest_size(&projection->persons, projection),
                             .schedule = greatest_size(&schedule, projection),
                             .newcomers = greatest_size(&projection->newcomers, projection) };
}

/* A town's people at the first state date, before any multiplier. */
static void take_start(const struct model *model, const struct projection *projection, size_t town, double *column,
                       double *start)
{
    for (size_t sex = 0; sex < SEXES; sex++) {
        census_to_state(&model->census_population[(town * SEXES + sex) * model->ages], model->ages, model->census_shift,
                        column);
        memcpy(&start[sex * model->ages], column, projection->carried[sex] * sizeof *start);
    }
}

/* Gathers the tables of the town in the block's lane; `own` has TABLES tables' room. */
static void take_town(struct town_draws *self, size_t town, size_t lane, double *own)
{
    const size_t size = table_size(self->inputs);
    struct projection *projection = &self->towns[town].projection;
    struct lane_rates *tables[TABLES];

    *projection = self->block.projection;
    tables_of(projection, tables);
    for (size_t table = 0; table < TABLES; table++) {
        if (tables[table]->values != NULL && tables[table]->by_lane) {
            take_lane(tables[table], lane, entries_of(tables[table], projection), &own[table * size]);
        }
    }
    carry(self, projection);
    projection->bounds = bounds_of(projection);
    take_start(&self->inputs->model, projection, town, self->block.column, self->towns[town].start);
}

/* Seats of all states with a vector of values: seats [state][town][level], one lane's of [LANES] each. */
static void take_seats(const struct inputs *inputs, const double *values, double *supply, double *seats, size_t lanes)
{
    const struct model *model = &inputs->model;
    const size_t cells = model->town_count * model->level_count;
    struct supply room = { &supply[0], &supply[cells], &supply[2 * cells] };

    for (size_t state = 0; state < inputs->scenario.layout.years; state++) {
        supply_state(inputs, values, model->base_year + (int)state, &room);
        for (size_t cell = 0; cell < cells; cell++) {
            seats[(state * cells + cell) * lanes] = room.seats[cell];
        }
    }
}

/* Whether any table goes by town, so that each town needs its own. */
static bool tables_by_town(const struct model *model)
{
    return model->mortality.town_stride != 0 || model->fertility.town_stride != 0 ||
           model->migration.departure_rate.town_stride != 0 || model->estate_count > 0 ||
           model->migration.persons.town_stride != 0 || model->migration.persons.item_stride == 0;
}

void town_draws_prepare(struct town_draws *self, const struct design *design, struct block *memory)
{
    const struct inputs *inputs = design->inputs;
    const struct model *model = &inputs->model;
    const size_t own = tables_by_town(model) ? TABLES * table_size(inputs) : 0;
    const size_t states = inputs->scenario.layout.years;
    const size_t cells = model->town_count * model->level_count;

    _Static_assert(sizeof(struct town_tables) % sizeof(double) == 0, "carved as doubles");
    *self = (struct town_draws) { .inputs = inputs, .seats_move = moves(design, moves_seats) };
    find_ages(self, model);
    town_block_lay_out(&self->block, inputs, states, memory);
    self->towns = (struct town_tables *)(void *)block_doubles(
        memory, model->town_count * (sizeof(struct town_tables) / sizeof(double)));
    double *starts = block_doubles(memory, model->town_count * SEXES * model->ages);
    double *tables = block_doubles(memory, model->town_count * own);
    double *supply = block_doubles(memory, 3 * cells);

    self->seats = block_doubles(memory, states * cells);
    if (memory->memory == NULL) {
        return;
    }
    town_block_share(&self->block, inputs, inputs->scenario.values);
    for (size_t town = 0; town < model->town_count; town++) {
        if (town % LANES == 0) {
            const size_t left = model->town_count - town;

            town_block_load(&self->block, inputs, inputs->scenario.values, town, left < LANES ? left : LANES);
        }
        self->towns[town].start = &starts[town * SEXES * model->ages];
        take_town(self, town, town % LANES, &tables[town * own]);
    }
    take_seats(inputs, inputs->scenario.values, supply, self->seats, 1);
}

void town_draws_room_lay_out(const struct town_draws *self, size_t measures, size_t states, struct block *memory,
                             struct town_draws_room *room)
{
    const struct model *model = &self->inputs->model;
    const size_t all_states = self->inputs->scenario.layout.years;
    const size_t cells = model->town_count * model->level_count;

    *room = (struct town_draws_room) { .sum = measures * states * model->level_count * LANES };
    room->start = block_doubles(memory, SEXES * model->ages * LANES);
    room->factors = block_doubles(memory, FACTORS * all_states * LANES);
    room->scale = block_doubles(memory, LANES);
    room->scratch = block_doubles(memory, projection_scratch(&self->block.projection));
    room->children = block_doubles(memory, all_states * self->ages * LANES);
    room->enrolled = block_doubles(memory, cells * LANES);
    room->share = block_doubles(memory, cells * LANES);
    room->seats = block_doubles(memory, self->seats_move ? all_states * cells * LANES : 0);
    room->supply = block_doubles(memory, 3 * cells);
    room->sums = block_doubles(memory, (model->area_count + 1) * room->sum);
}

void town_draws_seats(const struct town_draws *self, struct town_draws_room *room, const double *values, size_t lane)
{
    if (self->seats_move) {
        take_seats(self->inputs, values, room->supply, &room->seats[lane], LANES);
    }
}

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
        double *dying_factor = factors_of(self, room, DYING, year);
        double *district_added = factors_of(self, room, DISTRICT_ADDED, year);

        for (size_t lane = 0; lane < LANES; lane++) {
            improved[lane] *= year > 0 ? 1 - improvement[lane] : 1;
            dying_factor[lane] = improved[lane] * dying[lane];
            district_added[lane] = added[lane] * multiplier[lane];
        }
        memcpy(factors_of(self, room, FERTILITY, year),
               values_of(self, values, PARAMETER_FERTILITY_MULTIPLIER, 0, calendar), LANES * sizeof *values);
        memcpy(factors_of(self, room, DEPARTURE, year),
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
        const double *district_added = factors_of(self, room, DISTRICT_ADDED, year);
        double *persons = factors_of(self, room, PERSONS, year);
        double *added = factors_of(self, room, ADDED, year);
        const struct town_migrants of = town_block_migrants(model, town, calendar);

        for (size_t lane = 0; lane < LANES; lane++) {
            const double part = model->towns[town].population * factor[lane] / self->block.residents.all;

            added[lane] = district_added[lane] * part;
            added[lane] += of.total * multiplier[lane] * (of.total_by_part ? part : 1);
            persons[lane] = multiplier[lane] * (of.persons_by_part ? part : 1) * of.sex_part;
        }
    }
}

static void project_town(const struct town_draws *self, struct town_draws_room *room, const double *values, size_t town)
{
    struct projection projection = self->towns[town].projection;
    double factor[LANES];

    town_factor(self, room, values, town, factor);
    place_start(self, room, town, factor);
    place_migrants(self, room, values, town, factor);
    projection.dying_factor = factors_of(self, room, DYING, 0);
    projection.fertility_factor = factors_of(self, room, FERTILITY, 0);
    projection.persons_factor = factors_of(self, room, PERSONS, 0);
    projection.departure_factor = factors_of(self, room, DEPARTURE, 0);
    projection.added = factors_of(self, room, ADDED, 0);
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

void town_draws_run(const struct town_draws *self, struct town_draws_room *room, const double *values,
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
