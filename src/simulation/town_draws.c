#include "town_draws.h"

#include <math.h>
#include <string.h>

#include "spread.h"

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

/* Whether nobody lives in the town, and migrants neither come by tables nor by a part of the district's. */
static bool is_empty(const struct town_draws *self, size_t town)
{
    const struct model *model = &self->inputs->model;
    const struct town_tables *of = &self->towns[town];
    const bool tables = of->projection.persons.values != NULL || of->projection.newcomers.values != NULL;
    bool empty = !tables && model->towns[town].population == 0;

    for (size_t cell = 0; empty && cell < SEXES * model->ages; cell++) {
        empty = model->census_population[town * SEXES * model->ages + cell] == 0;
    }
    for (size_t year = 0; empty && year < of->projection.years; year++) {
        const struct town_migrants migrants = town_block_migrants(model, town, model->base_year + (int)year);

        empty = migrants.total_by_part || migrants.total == 0;
    }
    return empty;
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
    self->towns[town].empty = is_empty(self, town);
    take_start(&self->inputs->model, projection, town, self->block.column, self->towns[town].start);
}

static void lay_out_seats(const struct model *model, struct block *memory, struct seats_room *room)
{
    _Static_assert(sizeof(struct supply_row) % sizeof(double) == 0, "carved as doubles");
    room->base = block_doubles(memory, 3 * model->town_count * model->level_count);
    room->rows = (struct supply_row *)(void *)block_doubles(memory, model->project_seats_count *
                                                                        (sizeof(struct supply_row) / sizeof(double)));
}

/* Seats of all states with a vector of values: seats [state][town][level], `lanes` apart. */
static void take_seats(const struct inputs *inputs, const double *values, const struct seats_room *room, double *seats,
                       size_t lanes)
{
    const struct model *model = &inputs->model;
    const size_t cells = model->town_count * model->level_count;
    struct supply base = { &room->base[0], &room->base[cells], &room->base[2 * cells] };

    supply_base(inputs, values, &base);
    for (size_t row = 0; row < model->project_seats_count; row++) {
        room->rows[row] = supply_row_of(inputs, values, row);
    }
    supply_seats_of_years(inputs, values, base.seats, room->rows, lanes, seats);
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
    struct seats_room room;

    lay_out_seats(model, memory, &room);
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
    take_seats(inputs, inputs->scenario.values, &room, self->seats, 1);
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
    lay_out_seats(model, memory, &room->of_seats);
    room->sums = block_doubles(memory, (model->area_count + 1) * room->sum);
}

void town_draws_seats(const struct town_draws *self, struct town_draws_room *room, const double *values, size_t lane)
{
    if (self->seats_move) {
        take_seats(self->inputs, values, &room->of_seats, &room->seats[lane], LANES);
    }
}

size_t town_draws_overdrawn(const struct town_draws *self, const struct town_draws_room *room, size_t first_state,
                            size_t states, size_t lanes)
{
    const size_t cells = self->inputs->model.town_count * self->inputs->model.level_count;
    double least[LANES] = { 0 };
    size_t overdrawn = 0;

    for (size_t cell = first_state * cells; self->seats_move && cell < (first_state + states) * cells; cell++) {
        const double *seats = &room->seats[cell * LANES];

        for (size_t lane = 0; lane < LANES; lane++) {
            least[lane] = seats[lane] < least[lane] ? seats[lane] : least[lane];
        }
    }
    for (size_t lane = 0; lane < lanes; lane++) {
        overdrawn += least[lane] < 0;
    }
    return overdrawn;
}

void town_draws_run(const struct town_draws *self, struct town_draws_room *room, const double *values,
                    const struct kept_series *to)
{
#define TOWN_DRAWS_RUN(ID, name) [ISA_##ID] = town_draws_run_##name,
    static void (*const by_isa[ISAS])(const struct town_draws *, struct town_draws_room *, const double *,
                                      const struct kept_series *) = { ISA_SETS(TOWN_DRAWS_RUN) };

    by_isa[isa_in_use](self, room, values, to);
}
