#include "random_block.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_rng.h>

#include <criterion/criterion.h>

static double between(gsl_rng *random, double low, double high)
{
    return low + (high - low) * gsl_rng_uniform(random);
}

static size_t whole_between(gsl_rng *random, size_t low, size_t high)
{
    return low + gsl_rng_uniform_int(random, high - low + 1);
}

static bool one_in(gsl_rng *random, unsigned long count)
{
    return gsl_rng_uniform_int(random, count) == 0;
}

static double *room_for(size_t count)
{
    double *room = malloc((count == 0 ? 1 : count) * sizeof *room);

    cr_assert(room != NULL);
    return room;
}

static double *nothing_yet(size_t count)
{
    double *room = room_for(count);

    for (size_t i = 0; i < count; i++) {
        room[i] = (double)NAN;
    }
    return room;
}

static double *copy_of(const double *values, size_t count)
{
    return values == NULL ? NULL : memcpy(room_for(count), values, count * sizeof *values);
}

size_t random_block_state(const struct random_block *self)
{
    return SEXES * self->of.ages * LANES;
}

struct lane_rates *random_block_rates(struct random_block *self, enum block_table table)
{
    struct lane_rates *const rates[] = { [DYING] = &self->of.dying,
                                         [FERTILITY] = &self->of.fertility,
                                         [PERSONS] = &self->of.persons,
                                         [DEPARTURE] = &self->of.departure,
                                         [SCHEDULE] = &self->of.schedule };

    return rates[table];
}

static size_t table_length(const struct random_block *self, enum block_table table)
{
    struct random_block copy = *self;

    return self->entries[table] * (random_block_rates(&copy, table)->by_lane ? LANES : 1);
}

/* Lets the projection look at the arrays that this block owns. */
static void link_up(struct random_block *self)
{
    for (size_t table = 0; table < BLOCK_TABLES; table++) {
        random_block_rates(self, (enum block_table)table)->values = self->tables[table];
    }
    self->of.srb = self->srb;
    self->of.dying_factor = self->factors[DYING_FACTOR];
    self->of.fertility_factor = self->factors[FERTILITY_FACTOR];
    self->of.persons_factor = self->factors[PERSONS_FACTOR];
    self->of.departure_factor = self->factors[DEPARTURE_FACTOR];
    self->of.added = self->factors[ADDED];
}

/* Lays a table out in one of its shapes and fills it. */
static void draw_table(struct random_block *self, enum block_table table, gsl_rng *random, double low, double high)
{
    struct lane_rates *rates = random_block_rates(self, table);
    const bool no_sex = table == FERTILITY || one_in(random, 3);
    const bool no_year = table == SCHEDULE || one_in(random, 3);
    const size_t sexes = no_sex ? 1 : SEXES;

    *rates = (struct lane_rates) { .year_stride = no_year ? 0 : sexes * self->of.ages,
                                   .sex_stride = no_sex ? 0 : self->of.ages,
                                   .age_stride = 1,
                                   .by_lane = one_in(random, 2) };
    self->entries[table] = (no_year ? 1 : self->of.years) * sexes * self->of.ages;
    const size_t length = table_length(self, table);

    self->tables[table] = room_for(length);
    for (size_t i = 0; i < length; i++) {
        self->tables[table][i] = between(random, low, high);
    }
}

/* Some entries of the table so high that the risk must be held at 1, some at nothing. */
static void draw_extremes(struct random_block *self, gsl_rng *random)
{
    for (size_t i = 0; i < table_length(self, DYING); i++) {
        if (one_in(random, 20)) {
            self->tables[DYING][i] = one_in(random, 2) ? 0 : between(random, 0.7, 1);
        }
    }
}

static void draw_factor(struct random_block *self, enum block_factor factor, gsl_rng *random, double low, double high)
{
    self->factors[factor] = room_for(self->of.years * LANES);
    for (size_t i = 0; i < self->of.years * LANES; i++) {
        self->factors[factor][i] = one_in(random, 12) ? 0 : between(random, low, high);
    }
}

/* Lanes without a town: nobody lives there and nobody comes. */
static void empty_lanes(struct random_block *self)
{
    for (size_t cell = 0; cell < random_block_state(self); cell++) {
        if (cell % LANES >= self->lanes) {
            self->start[cell] = 0;
        }
    }
    for (size_t i = 0; i < self->of.years * LANES; i++) {
        if (i % LANES >= self->lanes) {
            self->factors[PERSONS_FACTOR][i] = 0;
            self->factors[ADDED][i] = 0;
        }
    }
}

static void draw_start(struct random_block *self, gsl_rng *random)
{
    self->start = room_for(random_block_state(self));
    for (size_t cell = 0; cell < random_block_state(self); cell++) {
        self->start[cell] = one_in(random, 15) ? 0 : between(random, 500, 2000);
    }
}

/* Where and when things happen: everything but tables and people. */
static void draw_frame(struct random_block *self, gsl_rng *random)
{
    struct projection *of = &self->of;

    of->ages = whole_between(random, 3, 101);
    of->years = whole_between(random, 1, 7);
    of->carried[MALE] = of->ages;
    of->carried[FEMALE] = of->ages;
    of->step = one_in(random, 4) ? 5 : 1;
    of->rule = one_in(random, 2) ? MIGRATION_END : MIGRATION_EVEN;
    of->first_fertile = whole_between(random, 1, of->ages - 1);
    of->last_fertile = one_in(random, 5) ? of->ages - 1 : whole_between(random, of->first_fertile, of->ages - 1);
    self->lanes = whole_between(random, 1, LANES);
    self->srb = room_for(of->years);
    for (size_t year = 0; year < of->years; year++) {
        self->srb[year] = between(random, 0.9, 1.3);
    }
}

static void draw_migration(struct random_block *self, gsl_rng *random, bool closed)
{
    const bool gross = !closed && one_in(random, 2);
    const double most = closed ? 0 : one_in(random, 3) ? 2500 : 60;

    draw_table(self, PERSONS, random, gross ? 0 : -most, most);
    draw_table(self, SCHEDULE, random, 0, 2.0 / (double)self->of.ages / SEXES);
    draw_factor(self, PERSONS_FACTOR, random, 0.5, 1.5);
    draw_factor(self, ADDED, random, -most * (double)self->of.ages, most * (double)self->of.ages);
    draw_factor(self, DEPARTURE_FACTOR, random, 0.5, 5); /* some so high that the rate must be held at 1 */
    if (gross) {
        draw_table(self, DEPARTURE, random, 0, 0.3);
    }
}

struct random_block random_block(unsigned long seed, bool closed)
{
    struct random_block block = { .lanes = 0 };
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);

    gsl_rng_set(random, seed + 1); /* 0 means a default seed */
    draw_frame(&block, random);
    draw_table(&block, DYING, random, 0, 0.1);
    draw_table(&block, FERTILITY, random, 0, 0.2);
    draw_extremes(&block, random);
    draw_factor(&block, DYING_FACTOR, random, 0.5, 1.6);
    draw_factor(&block, FERTILITY_FACTOR, random, 0.5, 1.5);
    draw_migration(&block, random, closed);
    draw_start(&block, random);
    empty_lanes(&block);
    block.population = nothing_yet((block.of.years + 1) * random_block_state(&block));
    block.components = nothing_yet(block.of.years * COMPONENTS * LANES);
    link_up(&block);
    gsl_rng_free(random);
    return block;
}

struct random_block random_block_copy(const struct random_block *self)
{
    struct random_block copy = *self;
    const size_t by_year = self->of.years * LANES;

    for (size_t table = 0; table < BLOCK_TABLES; table++) {
        copy.tables[table] = copy_of(self->tables[table], table_length(self, (enum block_table)table));
    }
    for (size_t factor = 0; factor < BLOCK_FACTORS; factor++) {
        copy.factors[factor] = copy_of(self->factors[factor], by_year);
    }
    copy.srb = copy_of(self->srb, self->of.years);
    copy.start = copy_of(self->start, random_block_state(self));
    copy.population = copy_of(self->population, (self->of.years + 1) * random_block_state(self));
    copy.components = copy_of(self->components, by_year * COMPONENTS);
    link_up(&copy);
    return copy;
}

void random_block_by_lane(struct random_block *self, enum block_table table)
{
    struct lane_rates *rates = random_block_rates(self, table);

    if (rates->by_lane || self->tables[table] == NULL) {
        return;
    }
    double *wide = room_for(self->entries[table] * LANES);

    for (size_t i = 0; i < self->entries[table] * LANES; i++) {
        wide[i] = self->tables[table][i / LANES];
    }
    free(self->tables[table]);
    self->tables[table] = wide;
    rates->by_lane = true;
    link_up(self);
}

/* Of values by lane, those of all lanes but one. */
static void scramble(double *values, size_t count, size_t kept, gsl_rng *random)
{
    for (size_t i = 0; i < count; i++) {
        if (i % LANES != kept) {
            values[i] = values[i] * between(random, 0, 2) + between(random, 0, 1);
        }
    }
}

void random_block_scramble(struct random_block *self, size_t kept, unsigned long seed)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);

    gsl_rng_set(random, seed + 1);
    for (size_t table = 0; table < BLOCK_TABLES; table++) {
        if (self->tables[table] != NULL && random_block_rates(self, (enum block_table)table)->by_lane) {
            scramble(self->tables[table], table_length(self, (enum block_table)table), kept, random);
        }
    }
    for (size_t factor = 0; factor < BLOCK_FACTORS; factor++) {
        scramble(self->factors[factor], self->of.years * LANES, kept, random);
    }
    scramble(self->start, random_block_state(self), kept, random);
    self->lanes = LANES;
    gsl_rng_free(random);
}

void random_block_run(struct random_block *self)
{
    double *scratch = nothing_yet(projection_scratch(&self->of));

    projection_run(&self->of, self->start, self->population, self->components, scratch);
    free(scratch);
}

double random_block_at(const struct random_block *self, enum block_table table, size_t year, size_t sex, size_t age,
                       size_t lane)
{
    struct random_block copy = *self;
    const struct lane_rates *rates = random_block_rates(&copy, table);
    const size_t entry = year * rates->year_stride + sex * rates->sex_stride + age * rates->age_stride;

    if (self->tables[table] == NULL) {
        return 0;
    }
    return self->tables[table][rates->by_lane ? entry * LANES + lane : entry];
}

double random_block_people(const struct random_block *self, size_t year, size_t sex, size_t age, size_t lane)
{
    return self->population[((year * SEXES + sex) * self->of.ages + age) * LANES + lane];
}

double random_block_total(const struct random_block *self, size_t year, size_t lane)
{
    double sum = 0;

    for (size_t sex = 0; sex < SEXES; sex++) {
        for (size_t age = 0; age < self->of.ages; age++) {
            sum += random_block_people(self, year, sex, age, lane);
        }
    }
    return sum;
}

double random_block_booked(const struct random_block *self, size_t year, enum component component, size_t lane)
{
    return self->components[(year * COMPONENTS + component) * LANES + lane];
}

void random_block_free(struct random_block *self)
{
    for (size_t table = 0; table < BLOCK_TABLES; table++) {
        free(self->tables[table]);
    }
    for (size_t factor = 0; factor < BLOCK_FACTORS; factor++) {
        free(self->factors[factor]);
    }
    free(self->srb);
    free(self->start);
    free(self->population);
    free(self->components);
    *self = (struct random_block) { .lanes = 0 };
}
