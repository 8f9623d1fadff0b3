#include "projection_steps.h"

#include <string.h>

#include "wide.h"

/* The least that migration leaves in a cell, and what a cell that is still below zero becomes (UN conventions). */
static const double left_behind = 1e-5;
static const double least_cell = 0.0005;

/* A function that the compiler is to make anew for each way in which it is used: with or without components. */
#define MADE_FOR_ITS_USE static inline __attribute__((always_inline))

/* A row of a table by age: where a year and sex stand, for the lanes in hand. */
struct row {
    const double *values; /* NULL: zero. */
    size_t step;          /* Doubles from age to age. */
    bool by_lane;
};

static inline struct row row_of(const struct lane_rates *rates, size_t year, size_t sex, size_t lane)
{
    const size_t entry = year * rates->year_stride + sex * rates->sex_stride;

    if (rates->values == NULL) {
        return (struct row) { .values = NULL };
    }
    if (rates->by_lane) {
        return (struct row) { &rates->values[entry * LANES + lane], rates->age_stride * LANES, true };
    }
    return (struct row) { &rates->values[entry], rates->age_stride, false };
}

static inline wide row_at(const struct row *self, size_t age)
{
    if (self->values == NULL) {
        return wide_all(0);
    }
    const double *at = &self->values[age * self->step];

    return self->by_lane ? wide_load(at) : wide_all(*at);
}

/* A year of one sex for the lanes in hand: its tables and factors, and the people, who are indexed by birth cohort. A
 * year moves the pointer by one age and nothing shifts.
 *
 *      year t      people[0]   people[1] ... people[a] ...
 *      year t+1  grown[0]  grown[1] ...  grown[a+1] ...        grown[a + 1] is the cell of people[a]
 */
struct year {
    double *people; /* By age at the start, LANES apart. */
    double *grown;  /* By age at the end. */
    size_t carried;
    size_t last; /* The open age, or `carried` where it is not carried. */
    size_t first_fertile;
    size_t end_fertile; /* The age after the last one; 0: nobody gives birth. */
    struct row dying, fertility, persons, departure, schedule, newcomers;
    wide dying_factor, fertility_factor, persons_factor, departure_factor, added;
    double step;
    bool even;           /* Migration: half before, half after. */
    bool from_survivors; /* Departures are of those who survive. */
    bool gains;          /* Nobody leaves: no floor is ever reached. */
    bool within;         /* No probability of dying reaches 1. */
};

/* What is booked, in persons; left out where nobody asks for it. */
struct booked {
    wide of[COMPONENTS];
};

/* The year's arrivals or net migrants of an age: the table's, by its factor, the added ones, by the schedule, and the
 * newcomers. */
MADE_FOR_ITS_USE wide persons_at(const struct year *self, size_t age)
{
    wide persons = row_at(&self->schedule, age) * self->added;

    if (self->persons.values != NULL) {
        persons = row_at(&self->persons, age) * self->persons_factor + persons;
    }
    return self->newcomers.values == NULL ? persons : persons + row_at(&self->newcomers, age);
}

/* Migrants of an age from those whom departures leave (`exposed`): arrivals less departures. Net migrants are the case
 * without departures. Booked as they were asked for; what a floor changes is booked apart. */
MADE_FOR_ITS_USE wide migrants_at(const struct year *self, size_t age, wide exposed, struct booked *booked)
{
    const wide persons = persons_at(self, age);

    if (booked != NULL) {
        booked->of[ARRIVALS] += persons;
    }
    if (self->departure.values == NULL) {
        return persons;
    }
    const wide leaving = wide_least(row_at(&self->departure, age) * self->departure_factor, wide_all(1)) * exposed;

    if (booked != NULL) {
        booked->of[DEPARTURES] += leaving;
    }
    return persons - leaving;
}

/* Holds migrants so that they never take more than the people who stand there. */
MADE_FOR_ITS_USE wide held(const struct year *self, wide asked, wide present, struct booked *booked)
{
    if (self->gains) {
        return asked;
    }
    const wide_mask too_many = (asked < wide_all(0)) & (present + asked <= wide_all(0));
    const wide migrants = wide_choose(too_many, wide_all(left_behind) - present, asked);

    if (booked != NULL) {
        booked->of[FLOORED] += migrants - asked;
    }
    return migrants;
}

/* Those of `people` who live to the age that they reach; books the dead. */
MADE_FOR_ITS_USE wide survivors_at(const struct year *self, size_t age, wide people, struct booked *booked)
{
    const wide scaled = row_at(&self->dying, age) * self->dying_factor;
    const wide dead = people * (self->within ? scaled : wide_least(scaled, wide_all(1)));

    if (booked != NULL) {
        booked->of[DEATHS] += dead;
    }
    return people - dead;
}

/* Births of an age of mothers: of the mean of those at the start and at the end of the year. */
MADE_FOR_ITS_USE wide births_at(const struct year *self, size_t age, wide start, wide end, wide migrants)
{
    const wide late = self->even ? end + wide_all(0.5) * migrants : end;
    const wide mean = (start + late) / wide_all(2);

    return wide_all(self->step) * (row_at(&self->fertility, age) * self->fertility_factor * mean);
}

/* Puts the people of an age at the year's end in their place: survivors and the migrants of the end, floored. */
MADE_FOR_ITS_USE void settle(const struct year *self, size_t age, wide survivors, wide migrants, struct booked *booked)
{
    const wide found = survivors + (self->even ? wide_all(0.5) * migrants : migrants);
    const wide_mask below = found < wide_all(0);

    if (self->gains) {
        wide_store(&self->grown[age * LANES], found);
        return;
    }
    wide_store(&self->grown[age * LANES], wide_choose(below, wide_all(least_cell), found));
    if (booked != NULL) {
        booked->of[FLOORED] += wide_choose(below, wide_all(least_cell) - found, wide_all(0));
    }
}

/*
 * Ages one sex by a step, youngest first, but for the newborn, and returns the births of its women. Of an age the
 * people at the start are read just before their cell takes those who have grown from it. The migrants of age 0 are
 * left waiting until all births are known.
 */
MADE_FOR_ITS_USE wide age_cohorts(const struct year *self, wide *waiting, struct booked *booked)
{
    wide births = wide_all(0);
    wide before = wide_all(0); /* of the age before, with the migrants of the start */

    for (size_t age = 0; age < self->carried; age++) {
        const wide present = wide_load(&self->people[age * LANES]);
        wide migrants =
            self->from_survivors ? wide_all(0) : held(self, migrants_at(self, age, present, booked), present, booked);
        const wide start = self->even ? present + wide_all(0.5) * migrants : present;

        if (age == 0) {
            *waiting = migrants;
        } else {
            const wide survivors = survivors_at(self, age, age == self->last ? before + start : before, booked);

            if (self->first_fertile <= age && age < self->end_fertile) {
                births += births_at(self, age, start, survivors, migrants);
            }
            if (self->from_survivors) {
                migrants = migrants_at(self, age, survivors, booked);
            }
            settle(self, age, survivors, migrants, booked);
        }
        before = start;
    }
    return births;
}

/* The year's newborn of one sex. */
MADE_FOR_ITS_USE void bring_newborn(const struct year *self, wide waiting, wide births, struct booked *booked)
{
    const wide survivors = survivors_at(self, 0, births, booked);

    settle(self, 0, survivors, self->from_survivors ? migrants_at(self, 0, survivors, booked) : waiting, booked);
}

/* The block's people of a sex by age in a year: the scratch has the cohorts of all years. */
static inline double *people_of(const struct projection *self, size_t sex, size_t year, double *scratch)
{
    return scratch + (sex * (self->years + self->ages) + self->years - year) * LANES;
}

/* Whether no lane in hand loses anybody to migration in the year. */
static inline bool gains(const struct projection *self, const struct year *of)
{
    const wide_mask loses = (of->persons_factor < wide_all(0)) | (of->added < wide_all(0));

    return self->gains_only && self->departure.values == NULL && !wide_any(loses);
}

static inline void take_factors(const struct projection *self, size_t cell, struct year *of)
{
    of->dying_factor = wide_load(&self->dying_factor[cell]);
    of->fertility_factor = wide_load(&self->fertility_factor[cell]);
    of->persons_factor = wide_load(&self->persons_factor[cell]);
    of->departure_factor = wide_load(&self->departure_factor[cell]);
    of->added = wide_load(&self->added[cell]);
    of->gains = gains(self, of);
    of->within = !wide_any(of->dying_factor > wide_all(self->safe_dying_factor));
}

static inline struct year year_of(const struct projection *self, enum sex sex, size_t year, size_t lane,
                                  double *scratch)
{
    const bool bearing = sex == FEMALE && year + self->barren_years < self->years;
    const size_t carried = self->carried[bearing ? FEMALE : MALE];
    double *people = people_of(self, sex, year, scratch) + lane;
    struct year of = { .people = people,
                       .grown = people - LANES,
                       .carried = carried,
                       .last = carried == self->ages ? carried - 1 : carried,
                       .first_fertile = self->first_fertile,
                       .end_fertile = bearing ? self->last_fertile + 1 : 0,
                       .dying = row_of(&self->dying, year, sex, lane),
                       .fertility = row_of(&self->fertility, year, 0, lane),
                       .persons = row_of(&self->persons, year, sex, lane),
                       .departure = row_of(&self->departure, year, sex, lane),
                       .schedule = row_of(&self->schedule, 0, sex, lane),
                       .newcomers = row_of(&self->newcomers, year, sex, lane),
                       .step = self->step,
                       .even = self->rule == MIGRATION_EVEN,
                       .from_survivors = self->departure.values != NULL && self->rule == MIGRATION_END };

    take_factors(self, year * LANES + lane, &of);
    return of;
}

/* A year of both sexes for the lanes lane..lane + WIDE - 1. */
MADE_FOR_ITS_USE void step_lanes(const struct projection *self, size_t year, size_t lane, double *scratch,
                                 struct booked *booked)
{
    const struct year women = year_of(self, FEMALE, year, lane, scratch);
    const struct year men = year_of(self, MALE, year, lane, scratch);
    wide girls = wide_all(0); /* migrants of age 0 */
    wide boys = wide_all(0);
    const wide births = age_cohorts(&women, &girls, booked);

    age_cohorts(&men, &boys, booked);
    const wide daughters = births / wide_all(1 + self->srb[year]);

    if (booked != NULL) {
        booked->of[BIRTHS] += births;
    }
    bring_newborn(&women, girls, daughters, booked);
    bring_newborn(&men, boys, births - daughters, booked);
}

static void place_start(const struct projection *self, const double *start, double *scratch)
{
    for (size_t sex = 0; sex < SEXES; sex++) {
        memcpy(people_of(self, sex, 0, scratch), &start[sex * self->ages * LANES],
               self->carried[sex] * LANES * sizeof *start);
    }
}

/* Copies the state of `year` out of the cohorts; ages not carried are zero. */
static void store_state(const struct projection *self, size_t year, double *scratch, double *state)
{
    for (size_t sex = 0; sex < SEXES; sex++) {
        const size_t carried = self->carried[sex] * LANES;
        double *to = &state[sex * self->ages * LANES];

        memcpy(to, people_of(self, sex, year, scratch), carried * sizeof *to);
        memset(to + carried, 0, (self->ages * LANES - carried) * sizeof *to);
    }
}

void ISA_FUNCTION(projection_run)(const struct projection *self, const double *start, double *population,
                                  double *components, double *scratch)
{
    const size_t state = SEXES * self->ages * LANES;

    place_start(self, start, scratch);
    store_state(self, 0, scratch, population);
    for (size_t year = 0; year < self->years; year++) {
        for (size_t lane = 0; lane < LANES; lane += WIDE) {
            struct booked booked = { .of = { { 0 } } };

            step_lanes(self, year, lane, scratch, &booked);
            for (size_t component = 0; component < COMPONENTS; component++) {
                wide_store(&components[(year * COMPONENTS + component) * LANES + lane], booked.of[component]);
            }
        }
        store_state(self, year + 1, scratch, &population[(year + 1) * state]);
    }
}

/* Children of the ages asked for, boys before girls, as a state has them. */
static inline void count_children(const struct projection *self, size_t year, size_t lane, size_t first_age,
                                  size_t count, double *scratch, double *children)
{
    const double *boys = people_of(self, MALE, year, scratch) + first_age * LANES + lane;
    const double *girls = people_of(self, FEMALE, year, scratch) + first_age * LANES + lane;

    for (size_t age = 0; age < count; age++) {
        wide_store(&children[(year * count + age) * LANES + lane],
                   wide_load(&boys[age * LANES]) + wide_load(&girls[age * LANES]));
    }
}

void ISA_FUNCTION(projection_children)(const struct projection *self, const double *start, size_t first_age,
                                       size_t count, double *children, double *scratch)
{
    place_start(self, start, scratch);
    for (size_t lane = 0; lane < LANES; lane += WIDE) {
        count_children(self, 0, lane, first_age, count, scratch, children);
        for (size_t year = 0; year < self->years; year++) {
            step_lanes(self, year, lane, scratch, NULL);
            count_children(self, year + 1, lane, first_age, count, scratch, children);
        }
    }
}
