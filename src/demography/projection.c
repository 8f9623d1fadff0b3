#include "projection.h"

#include <assert.h>
#include <string.h>

/* The least that migration leaves in a cell, and what a cell that is still below zero becomes (UN conventions). */
static const double left_behind = 1e-5;
static const double least_cell = 0.0005;

/*
 * One sex of a block while its year runs. State is indexed by birth cohort: a year moves the pointer by one age and
 * nothing shifts.
 *
 *      year t      people[0]   people[1] ... people[a] ...
 *      year t+1  grown[0]  grown[1] ...  grown[a+1] ...        grown[a + 1] is the cell of people[a]
 */
struct cohorts {
    double *people;   /* [carried][LANES] by age at the start of the year. */
    double *grown;    /* [carried][LANES] by age at its end. */
    double *migrants; /* [carried][LANES] of the year, held by the floor; by age at its end. */
    double *booked;   /* [COMPONENTS][LANES] */
    enum sex sex;
    size_t carried;
};

/* The lanes' values of a table's entry: where they stand, or broadcast into `room` if the lanes share one. */
static const double *lanes_at(const struct lane_rates *rates, size_t year, size_t sex, size_t age, double *room)
{
    const size_t entry = year * rates->year_stride + sex * rates->sex_stride + age * rates->age_stride;

    if (rates->values != NULL && rates->by_lane) {
        return &rates->values[entry * LANES];
    }
    const double shared = rates->values == NULL ? 0 : rates->values[entry];
    for (size_t lane = 0; lane < LANES; lane++) {
        room[lane] = shared;
    }
    return room;
}

/*
 * The year's arrivals or net migrants of an age: the table's, by its factor, the added ones, by the schedule, and the
 * newcomers.
 */
static void persons_at(const struct projection *self, size_t year, size_t sex, size_t age, double *persons)
{
    double table_room[LANES];
    double schedule_room[LANES];
    const double *table = lanes_at(&self->persons, year, sex, age, table_room);
    const double *schedule = lanes_at(&self->schedule, 0, sex, age, schedule_room);
    const double *factor = &self->persons_factor[year * LANES];
    const double *added = &self->added[year * LANES];

    for (size_t lane = 0; lane < LANES; lane++) {
        persons[lane] = table[lane] * factor[lane] + schedule[lane] * added[lane];
    }
    if (self->newcomers.values != NULL) {
        const double *newcomers = lanes_at(&self->newcomers, year, sex, age, table_room);

        for (size_t lane = 0; lane < LANES; lane++) {
            persons[lane] += newcomers[lane];
        }
    }
}

/*
 * Migrants of an age from those whom departures leave (`exposed`): arrivals less departures. Net migrants are the case
 * without departures. Booked as they were asked for; what a floor changes is booked apart.
 */
static void migrants_at(const struct projection *self, size_t year, const struct cohorts *of, size_t age,
                        const double *exposed)
{
    double room[LANES];
    double persons[LANES];
    double rate[LANES];
    const double *departure = lanes_at(&self->departure, year, of->sex, age, room);
    const double *factor = &self->departure_factor[year * LANES];
    double *migrants = &of->migrants[age * LANES];

    persons_at(self, year, of->sex, age, persons);
    for (size_t lane = 0; lane < LANES; lane++) {
        const double scaled = departure[lane] * factor[lane];

        rate[lane] = scaled < 1 ? scaled : 1;
    }
    for (size_t lane = 0; lane < LANES; lane++) {
        const double leaving = rate[lane] * exposed[lane];

        migrants[lane] = persons[lane] - leaving;
        of->booked[ARRIVALS * LANES + lane] += persons[lane];
        of->booked[DEPARTURES * LANES + lane] += leaving;
    }
}

/*
 * Holds an age's migrants so that they never take more than the people who stand there. Here and in survive() what a
 * choice takes from is worked out in a loop before it: gcc turns a choice with arithmetic in it into a jump a lane.
 */
static void hold_migrants(const struct cohorts *of, size_t age, const double *present)
{
    double *migrants = &of->migrants[age * LANES];
    double *floored = &of->booked[FLOORED * LANES];
    double all_but[LANES];

    for (size_t lane = 0; lane < LANES; lane++) {
        all_but[lane] = left_behind - present[lane];
    }
    for (size_t lane = 0; lane < LANES; lane++) {
        const double asked = migrants[lane];
        const double held = ((asked < 0) & (present[lane] + asked <= 0)) ? all_but[lane] : asked;

        floored[lane] += held - asked;
        migrants[lane] = held;
    }
}

/* The migrants that are known before anyone dies: all of them, but for rule end's departures, which survivors make. */
static void migrants_at_start(const struct projection *self, size_t year, const struct cohorts *of)
{
    for (size_t age = 0; age < of->carried; age++) {
        const double *present = &of->people[age * LANES];

        migrants_at(self, year, of, age, present);
        hold_migrants(of, age, present);
    }
}

/* Adds `part` of the migrants to the cells of `people` by age. */
static void add_migrants(const struct cohorts *of, double *people, double part)
{
    for (size_t cell = 0; cell < of->carried * LANES; cell++) {
        people[cell] += part * of->migrants[cell];
    }
}

/* Turns `people` into survivors at the age they reach; books the dead. */
static void survive(const struct projection *self, size_t year, const struct cohorts *of, size_t reached,
                    double *people)
{
    double room[LANES];
    double risk[LANES];
    const double *dying = lanes_at(&self->dying, year, of->sex, reached, room);
    const double *factor = &self->dying_factor[year * LANES];
    double *deaths = &of->booked[DEATHS * LANES];

    for (size_t lane = 0; lane < LANES; lane++) {
        const double scaled = dying[lane] * factor[lane];

        risk[lane] = scaled < 1 ? scaled : 1;
    }
    for (size_t lane = 0; lane < LANES; lane++) {
        const double dead = people[lane] * risk[lane];

        people[lane] -= dead;
        deaths[lane] += dead;
    }
}

/* Births of an age of mothers: of the mean of those at the start and at the end of the year. */
static void bear(const struct projection *self, size_t year, const struct cohorts *mothers, size_t age, double *births)
{
    double room[LANES];
    const double *fertility = lanes_at(&self->fertility, year, 0, age, room);
    const double *factor = &self->fertility_factor[year * LANES];
    const double late_part = self->rule == MIGRATION_EVEN ? 0.5 : 0;
    const double *start = &mothers->people[age * LANES];
    const double *end = &mothers->grown[age * LANES];
    const double *migrants = &mothers->migrants[age * LANES];

    for (size_t lane = 0; lane < LANES; lane++) {
        const double mean = (start[lane] + (end[lane] + late_part * migrants[lane])) / 2;

        births[lane] += self->step * (fertility[lane] * factor[lane] * mean);
    }
}

static bool fertile(const struct projection *self, const struct cohorts *of, size_t age)
{
    return of->sex == FEMALE && self->first_fertile <= age && age <= self->last_fertile;
}

/*
 * Ages everybody by a step, youngest first: cell a holds people[a] until it is turned into grown[a + 1], so at age a
 * the women at the start stand in people[a] and those at the end in grown[a].
 */
static void age_cohorts(const struct projection *self, size_t year, const struct cohorts *of, double *births)
{
    const bool open = of->carried == self->ages;
    const size_t last = of->carried - 1;

    for (size_t age = 0; age < last; age++) {
        double *cell = &of->people[age * LANES];

        if (fertile(self, of, age)) {
            bear(self, year, of, age, births);
        }
        for (size_t lane = 0; open && age + 1 == last && lane < LANES; lane++) {
            cell[lane] += of->people[last * LANES + lane];
        }
        survive(self, year, of, age + 1, cell);
    }
    if (fertile(self, of, last)) {
        bear(self, year, of, last, births);
    }
}

/* Rule end's departures leave from the survivors, so its gross migrants are known only now. */
static void migrants_of_survivors(const struct projection *self, size_t year, const struct cohorts *of)
{
    for (size_t age = 0; age < of->carried; age++) {
        migrants_at(self, year, of, age, &of->grown[age * LANES]);
    }
}

static void floor_cells(const struct cohorts *of)
{
    double *floored = &of->booked[FLOORED * LANES];

    for (size_t age = 0; age < of->carried; age++) {
        double *persons = &of->grown[age * LANES];

        for (size_t lane = 0; lane < LANES; lane++) {
            const double found = persons[lane];
            const double lack = least_cell - found;

            persons[lane] = found < 0 ? least_cell : found;
            floored[lane] += found < 0 ? lack : 0;
        }
    }
}

/* A year of one sex. `births`: of women, the births that they have are added; of men, not looked at. */
static void step_cohorts(const struct projection *self, size_t year, const struct cohorts *of, double *births)
{
    const bool from_survivors = self->departure.values != NULL && self->rule == MIGRATION_END;

    if (from_survivors) {
        memset(of->migrants, 0, of->carried * LANES * sizeof *of->migrants);
    } else {
        migrants_at_start(self, year, of);
    }
    if (self->rule == MIGRATION_EVEN) {
        add_migrants(of, of->people, 0.5);
    }
    age_cohorts(self, year, of, births);
}

/* The newborn of one sex, the migrants of the year's end, and the floor. */
static void finish_cohorts(const struct projection *self, size_t year, const struct cohorts *of, const double *newborn)
{
    for (size_t lane = 0; lane < LANES; lane++) {
        of->grown[lane] = newborn[lane];
    }
    survive(self, year, of, 0, of->grown);
    if (self->departure.values != NULL && self->rule == MIGRATION_END) {
        migrants_of_survivors(self, year, of);
    }
    add_migrants(of, of->grown, self->rule == MIGRATION_EVEN ? 0.5 : 1);
    floor_cells(of);
}

/* The block's scratch: by sex the cohorts of all years and the year's migrants. */
static struct cohorts cohorts_of(const struct projection *self, enum sex sex, size_t year, double *scratch,
                                 double *booked)
{
    const size_t cohorts = self->years + self->ages;
    double *migrants = scratch + SEXES * cohorts * LANES + sex * self->ages * LANES;
    double *people = scratch + (sex * cohorts + self->years - year) * LANES;

    return (struct cohorts) { .people = people,
                              .grown = people - LANES,
                              .migrants = migrants,
                              .booked = booked,
                              .sex = sex,
                              .carried = self->carried[sex] };
}

size_t projection_scratch(const struct projection *self)
{
    return SEXES * (self->years + 2 * self->ages) * LANES;
}

static void step_block(const struct projection *self, size_t year, double *scratch, double *booked)
{
    const struct cohorts women = cohorts_of(self, FEMALE, year, scratch, booked);
    const struct cohorts men = cohorts_of(self, MALE, year, scratch, booked);
    double *births = &booked[BIRTHS * LANES];
    double girls[LANES];
    double boys[LANES];

    step_cohorts(self, year, &women, births);
    step_cohorts(self, year, &men, births);
    for (size_t lane = 0; lane < LANES; lane++) {
        girls[lane] = births[lane] / (1 + self->srb[year]);
        boys[lane] = births[lane] - girls[lane];
    }
    finish_cohorts(self, year, &women, girls);
    finish_cohorts(self, year, &men, boys);
}

/* Copies the state of `year` out of the cohorts; ages not carried are zero. */
static void store_state(const struct projection *self, size_t year, const double *scratch, double *state)
{
    const size_t cohorts = self->years + self->ages;

    for (size_t sex = 0; sex < SEXES; sex++) {
        const size_t carried = self->carried[sex] * LANES;
        double *to = &state[sex * self->ages * LANES];

        memcpy(to, scratch + (sex * cohorts + self->years - year) * LANES, carried * sizeof *to);
        memset(to + carried, 0, (self->ages * LANES - carried) * sizeof *to);
    }
}

void projection_run(const struct projection *self, const double *start, double *population, double *components,
                    double *scratch)
{
    const size_t state = SEXES * self->ages * LANES;

    assert(self->ages >= 2 && self->first_fertile >= 1 && self->last_fertile < self->carried[FEMALE]);
    assert(self->carried[MALE] >= 1 && self->carried[MALE] <= self->ages && self->carried[FEMALE] <= self->ages);
    for (size_t sex = 0; sex < SEXES; sex++) {
        memcpy(cohorts_of(self, (enum sex)sex, 0, scratch, NULL).people, &start[sex * self->ages * LANES],
               self->carried[sex] * LANES * sizeof *start);
    }
    memset(components, 0, self->years * COMPONENTS * LANES * sizeof *components);
    store_state(self, 0, scratch, population);
    for (size_t year = 0; year < self->years; year++) {
        step_block(self, year, scratch, &components[year * COMPONENTS * LANES]);
        store_state(self, year + 1, scratch, &population[(year + 1) * state]);
    }
}
