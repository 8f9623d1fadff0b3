#include "projection_steps.h"

#include <float.h>
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

static inline struct row row_of(const struct lane_rates *rates, size_t year, size_t sex)
{
    const size_t entry = year * rates->year_stride + sex * rates->sex_stride;
    const size_t apart = rates->by_lane ? LANES : 1;

    if (rates->values == NULL) {
        return (struct row) { .values = NULL };
    }
    return (struct row) { &rates->values[entry * apart], rates->age_stride * apart, rates->by_lane };
}

/* The row for the next lanes. */
static inline void row_on(struct row *self)
{
    if (self->by_lane) {
        self->values += WIDE;
    }
}

/* `plain`: known to be shared by all lanes, an age beside the other. */
static inline wide row_at(const struct row *self, size_t age, bool plain)
{
    const double *at = &self->values[plain ? age : age * self->step];

    return !plain && self->by_lane ? wide_load(at) : wide_all(*at);
}

/* A year of one sex for the lanes in hand: its tables and factors, and the people, who are indexed by birth cohort. A
 * year moves the pointer by one age and nothing shifts.
 *
 *      year t      people[0]   people[1] ... people[a] ...
 *      year t+1  grown[0]  grown[1] ...  grown[a+1] ...        grown[a + 1] is the cell of people[a]
 */
struct year {
    wide dying_factor, fertility_factor, persons_factor, departure_factor, added;
    double *people; /* By age at the start, LANES apart. */
    double *grown;  /* By age at the end. */
    struct row dying, fertility, persons, departure, schedule, newcomers;
    size_t carried;
    size_t closed;        /* Of these, the ages before the open one. */
    size_t first_fertile; /* Of the closed ages; `closed` where nobody gives birth. */
    size_t end_fertile;   /* The age after the last one. */
    double step;
    bool open_bears;     /* Births of the open age. */
    bool even;           /* Migration: half before, half after. */
    bool from_survivors; /* Departures are of those who survive. */
    bool above;          /* People are so many beside those who leave that no floor is reached. */
    bool usual_tables;   /* See struct kind. */
    bool usual;          /* And nobody dies twice. */
};

/*
 * What is known of a year when its loops are compiled, so that nothing is asked at every age. All false: nothing is
 * known, and everything is asked.
 */
struct kind {
    bool usual;  /* Tables are shared by all lanes and go age beside age, no rates of departure, migrants come at the
                    end, no one dies twice, a year a step. */
    bool tables; /* usual: there are persons or newcomers beside what goes by the schedule. */
    bool above;  /* usual: likewise `above`; else not. */
};

/* What is booked, in persons; left out where nobody asks for it. */
struct booked {
    wide of[COMPONENTS];
};

/* The year's arrivals or net migrants of an age: the table's, by its factor, the added ones, by the schedule, and the
 * newcomers. */
MADE_FOR_ITS_USE wide persons_at(const struct year *self, size_t age, struct kind kind)
{
    const bool tables = !kind.usual || kind.tables;
    wide persons = self->schedule.values == NULL ? wide_all(0) : row_at(&self->schedule, age, kind.usual) * self->added;

    if (tables && self->persons.values != NULL) {
        persons = row_at(&self->persons, age, kind.usual) * self->persons_factor + persons;
    }
    if (tables && self->newcomers.values != NULL) {
        persons += row_at(&self->newcomers, age, kind.usual);
    }
    return persons;
}

/* Migrants of an age from those whom departures leave (`exposed`): arrivals less departures. Net migrants are the case
 * without departures. Booked as they were asked for; what a floor changes is booked apart. */
MADE_FOR_ITS_USE wide migrants_at(const struct year *self, size_t age, wide exposed, struct booked *booked,
                                  struct kind kind)
{
    const wide persons = persons_at(self, age, kind);

    if (booked != NULL) {
        booked->of[ARRIVALS] += persons;
    }
    if (kind.usual || self->departure.values == NULL) {
        return persons;
    }
    const wide rate = wide_least(row_at(&self->departure, age, false) * self->departure_factor, wide_all(1));
    const wide leaving = rate * exposed;

    if (booked != NULL) {
        booked->of[DEPARTURES] += leaving;
    }
    return persons - leaving;
}

/* Holds migrants so that they never take more than the people who stand there. */
MADE_FOR_ITS_USE wide held(wide asked, wide present, struct booked *booked, struct kind kind)
{
    if (kind.above) {
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
MADE_FOR_ITS_USE wide survivors_at(const struct year *self, size_t age, wide people, struct booked *booked,
                                   struct kind kind)
{
    const wide scaled = !kind.usual && self->dying.values == NULL
                            ? wide_all(0)
                            : row_at(&self->dying, age, kind.usual) * self->dying_factor;
    const wide dead = people * (kind.usual ? scaled : wide_least(scaled, wide_all(1)));

    if (booked != NULL) {
        booked->of[DEATHS] += dead;
    }
    return people - dead;
}

/* Births of an age of mothers: of the mean of those at the start and at the end of the year. */
MADE_FOR_ITS_USE wide births_at(const struct year *self, size_t age, wide start, wide end, wide migrants,
                                struct kind kind)
{
    const wide late = !kind.usual && self->even ? end + wide_all(0.5) * migrants : end;
    const wide mean = (start + late) / wide_all(2);

    const wide births = row_at(&self->fertility, age, kind.usual) * self->fertility_factor * mean;

    return kind.usual ? births : wide_all(self->step) * births;
}

/* The people of an age at the year's end, whom it puts in their place: survivors and the migrants of the end, floored.
 */
MADE_FOR_ITS_USE wide settle(const struct year *self, size_t age, wide survivors, wide migrants, struct booked *booked,
                             struct kind kind)
{
    const wide found = survivors + (!kind.usual && self->even ? wide_all(0.5) * migrants : migrants);
    const wide_mask below = found < wide_all(0);

    const wide people = kind.above ? found : wide_choose(below, wide_all(least_cell), found);

    wide_store(&self->grown[age * LANES], people);
    if (booked != NULL) {
        booked->of[FLOORED] += wide_choose(below, wide_all(least_cell) - found, wide_all(0));
    }
    return people;
}

/* One sex on its way through a year, youngest first. */
struct passage {
    wide before;  /* People of the age before, with the migrants of the start. */
    wide waiting; /* Migrants of age 0, which wait until all births are known. */
    wide births;
    wide least; /* The least of the people at the end. */
};

/* People of an age with the migrants of the start; the migrants beside. */
MADE_FOR_ITS_USE wide start_at(const struct year *self, size_t age, wide *migrants, struct booked *booked,
                               struct kind kind)
{
    const wide present = wide_load(&self->people[age * LANES]);

    *migrants = !kind.usual && self->from_survivors
                    ? wide_all(0)
                    : held(migrants_at(self, age, present, booked, kind), present, booked, kind);
    return !kind.usual && self->even ? present + wide_all(0.5) * *migrants : present;
}

/* What an age is among the others. */
enum standing { BARREN = 0, BEARS = 1, OPEN = 2 };

/* An age: those before it live to it (into the open age, its own too), and its people at the start are the next ones to
 * go on. They are read just before their cell takes those who have grown from them. */
MADE_FOR_ITS_USE void pass_age(const struct year *self, size_t age, unsigned standing, struct passage *passage,
                               struct booked *booked, struct kind kind)
{
    wide migrants;
    const wide start = start_at(self, age, &migrants, booked, kind);
    const wide from = (standing & OPEN) != 0 ? passage->before + start : passage->before;
    const wide survivors = survivors_at(self, age, from, booked, kind);

    if ((standing & BEARS) != 0) {
        passage->births += births_at(self, age, start, survivors, migrants, kind);
    }
    if (!kind.usual && self->from_survivors) {
        migrants = migrants_at(self, age, survivors, booked, kind);
    }
    passage->least = wide_least(passage->least, settle(self, age, survivors, migrants, booked, kind));
    passage->before = start;
}

/*
 * Ages one sex by a step, but for the newborn. The year is copied, and the passage is one of its own, so that both
 * stand in registers whatever is stored.
 */
MADE_FOR_ITS_USE struct passage pass_ages(const struct year *year, struct booked *booked, struct kind kind)
{
    const struct year self = *year;
    struct passage passage = { .births = wide_all(0), .least = wide_all(DBL_MAX) };
    size_t age = 1;

    passage.before = start_at(&self, 0, &passage.waiting, booked, kind);
    for (; age < self.first_fertile; age++) {
        pass_age(&self, age, BARREN, &passage, booked, kind);
    }
    for (; age < self.end_fertile; age++) {
        pass_age(&self, age, BEARS, &passage, booked, kind);
    }
    for (; age < self.closed; age++) {
        pass_age(&self, age, BARREN, &passage, booked, kind);
    }
    if (self.closed < self.carried) {
        pass_age(&self, age, self.open_bears ? OPEN | BEARS : OPEN, &passage, booked, kind);
    }
    return passage;
}

/* pass_ages() made for the year's kind where nothing is booked. */
MADE_FOR_ITS_USE struct passage pass_kind(const struct year *self)
{
    const bool tables = self->persons.values != NULL || self->newcomers.values != NULL;

    if (!self->usual) {
        return pass_ages(self, NULL, (struct kind) { .usual = false });
    }
    if (tables) {
        return self->above ? pass_ages(self, NULL, (struct kind) { .usual = true, .tables = true, .above = true })
                           : pass_ages(self, NULL, (struct kind) { .usual = true, .tables = true });
    }
    return self->above ? pass_ages(self, NULL, (struct kind) { .usual = true, .above = true })
                       : pass_ages(self, NULL, (struct kind) { .usual = true });
}

/* The year's newborn of one sex. */
MADE_FOR_ITS_USE wide bring_newborn(const struct year *self, wide waiting, wide births, struct booked *booked)
{
    const struct kind any = { .usual = false };
    const wide survivors = survivors_at(self, 0, births, booked, any);

    return settle(self, 0, survivors, self->from_survivors ? migrants_at(self, 0, survivors, booked, any) : waiting,
                  booked, any);
}

/* The block's people of a sex by age in a year: the scratch has the cohorts of all years. */
static inline double *people_of(const struct projection *self, size_t sex, size_t year, double *scratch)
{
    return scratch + (sex * (self->years + self->ages) + self->years - year) * LANES;
}

/* The most that rounding adds to the estimates of is_above(), and more. */
static const double estimates_margin = 1 + 1e-9;

/*
 * Whether in every lane the least of the people, of all ages, is more than those who can leave an age, dead or alive:
 * then neither migrants are held nor cells floored.
 */
static inline bool is_above(const struct bounds *bounds, const struct year *of, wide least)
{
    const wide leaving = wide_all(bounds->schedule) * wide_size(of->added) +
                         wide_all(bounds->persons) * wide_size(of->persons_factor) + wide_all(bounds->newcomers);
    const wide living = wide_all(1) - wide_all(bounds->dying) * of->dying_factor;

    return wide_every(least * living > leaving * wide_all(estimates_margin));
}

/* Whether all lanes share it, an age beside the other; or there is none. */
static inline bool is_plain(const struct row *self)
{
    return self->values == NULL || (!self->by_lane && self->step == 1);
}

/* Whether the year is usual but for the factor of dying, which goes by lane. */
static inline bool has_usual_tables(const struct projection *self, const struct year *of)
{
    return self->bounds.known && !of->even && self->departure.values == NULL && self->step == 1 &&
           of->dying.values != NULL && of->schedule.values != NULL && is_plain(&of->dying) &&
           is_plain(&of->fertility) && is_plain(&of->persons) && is_plain(&of->schedule) && is_plain(&of->newcomers);
}

/* A year of a sex for the first lanes, but for their factors. */
MADE_FOR_ITS_USE struct year year_of(const struct projection *self, enum sex sex, size_t year, double *scratch)
{
    const bool bearing = sex == FEMALE && year + self->barren_years < self->years;
    const size_t carried = self->carried[bearing ? FEMALE : MALE];
    const size_t end_fertile = bearing && self->fertility.values != NULL ? self->last_fertile + 1 : 0;
    double *people = people_of(self, sex, year, scratch);
    struct year of; /* filled bit by bit: to clear it first would cost as much as a few ages */

    of.people = people;
    of.grown = people - LANES;
    of.carried = carried;
    of.closed = carried == self->ages ? carried - 1 : carried;
    of.first_fertile =
        self->first_fertile < end_fertile && self->first_fertile < of.closed ? self->first_fertile : of.closed;
    of.end_fertile = end_fertile < of.closed ? end_fertile : of.closed;
    of.open_bears = self->first_fertile <= of.closed && end_fertile > of.closed;
    of.dying = row_of(&self->dying, year, sex);
    of.fertility = row_of(&self->fertility, year, 0);
    of.persons = row_of(&self->persons, year, sex);
    of.departure = row_of(&self->departure, year, sex);
    of.schedule = row_of(&self->schedule, 0, sex);
    of.newcomers = row_of(&self->newcomers, year, sex);
    of.step = self->step;
    of.even = self->rule == MIGRATION_EVEN;
    of.from_survivors = self->departure.values != NULL && self->rule == MIGRATION_END;
    of.usual_tables = has_usual_tables(self, &of);
    return of;
}

/* Takes up the factors of the lanes in hand. `least`: the least of the people of all ages. */
MADE_FOR_ITS_USE void year_take(struct year *self, const struct projection *of, size_t year, size_t lane, wide least)
{
    const size_t cell = year * LANES + lane;

    self->dying_factor = wide_load(&of->dying_factor[cell]);
    self->fertility_factor = wide_load(&of->fertility_factor[cell]);
    self->persons_factor = wide_load(&of->persons_factor[cell]);
    self->departure_factor = wide_load(&of->departure_factor[cell]);
    self->added = wide_load(&of->added[cell]);
    self->usual = self->usual_tables && wide_every(wide_all(of->bounds.dying) * self->dying_factor <= wide_all(1));
    self->above = self->usual && is_above(&of->bounds, self, least);
}

/* Goes on to the next lanes. */
MADE_FOR_ITS_USE void year_on(struct year *self)
{
    self->people += WIDE;
    self->grown += WIDE;
    if (self->usual_tables) {
        return; /* nothing in them goes by lane */
    }
    row_on(&self->dying);
    row_on(&self->fertility);
    row_on(&self->persons);
    row_on(&self->departure);
    row_on(&self->schedule);
    row_on(&self->newcomers);
}

/* A year of both sexes for the lanes in hand; the least of the people to `least`. */
MADE_FOR_ITS_USE void step_lanes(const struct year *women, const struct year *men, double srb, wide least[SEXES],
                                 struct booked *booked)
{
    const struct kind any = { .usual = false };
    const struct passage of_women = booked == NULL ? pass_kind(women) : pass_ages(women, booked, any);
    const struct passage of_men = booked == NULL ? pass_kind(men) : pass_ages(men, booked, any);
    const wide daughters = of_women.births / wide_all(1 + srb);

    if (booked != NULL) {
        booked->of[BIRTHS] += of_women.births;
    }
    const wide girls = bring_newborn(women, of_women.waiting, daughters, booked);
    const wide boys = bring_newborn(men, of_men.waiting, of_women.births - daughters, booked);

    least[FEMALE] = wide_least(of_women.least, girls);
    least[MALE] = wide_least(of_men.least, boys);
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
        struct year women = year_of(self, FEMALE, year, scratch);
        struct year men = year_of(self, MALE, year, scratch);

        for (size_t lane = 0; lane < LANES; lane += WIDE) {
            wide least[SEXES] = { { 0 } }; /* not known, nor asked for */
            struct booked booked = { .of = { { 0 } } };

            year_take(&women, self, year, lane, least[FEMALE]);
            year_take(&men, self, year, lane, least[MALE]);
            step_lanes(&women, &men, self->srb[year], least, &booked);
            for (size_t component = 0; component < COMPONENTS; component++) {
                wide_store(&components[(year * COMPONENTS + component) * LANES + lane], booked.of[component]);
            }
            year_on(&women);
            year_on(&men);
        }
        store_state(self, year + 1, scratch, &population[(year + 1) * state]);
    }
}

/* The least of the people of a sex at the start. */
static inline wide least_of(const struct projection *self, size_t sex, size_t lane, double *scratch)
{
    const double *people = people_of(self, sex, 0, scratch) + lane;
    wide least = wide_all(DBL_MAX);

    for (size_t age = 0; age < self->carried[sex]; age++) {
        least = wide_least(least, wide_load(&people[age * LANES]));
    }
    return least;
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
    wide least[LANES / WIDE][SEXES];

    place_start(self, start, scratch);
    for (size_t lane = 0; lane < LANES; lane += WIDE) {
        least[lane / WIDE][MALE] = least_of(self, MALE, lane, scratch);
        least[lane / WIDE][FEMALE] = least_of(self, FEMALE, lane, scratch);
        count_children(self, 0, lane, first_age, count, scratch, children);
    }
    for (size_t year = 0; year < self->years; year++) {
        struct year women = year_of(self, FEMALE, year, scratch);
        struct year men = year_of(self, MALE, year, scratch);

        for (size_t lane = 0; lane < LANES; lane += WIDE) {
            wide *of_lanes = least[lane / WIDE];

            year_take(&women, self, year, lane, of_lanes[FEMALE]);
            year_take(&men, self, year, lane, of_lanes[MALE]);
            step_lanes(&women, &men, self->srb[year], of_lanes, NULL);
            count_children(self, year + 1, lane, first_age, count, scratch, children);
            year_on(&women);
            year_on(&men);
        }
    }
}
