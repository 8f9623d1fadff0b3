#include "naive.h"

#include <math.h>
#include <string.h>

enum { MEN, WOMEN };

void naive_start(const struct plain *plain, size_t town, struct naive_town *self)
{
    const size_t ages = plain->size[PLAIN_AGES];

    for (size_t sex = 0; sex < NAIVE_SEXES; sex++) {
        for (size_t age = 0; age < ages; age++) {
            self->people[sex][age] = plain->start[(town * NAIVE_SEXES + sex) * ages + age];
        }
    }
}

/* Those who live on to the age, of `people`. */
static double survivors(struct naive_town *self, double people, double dying, double factor)
{
    const double scaled = dying * factor;
    const double dead = people * (scaled < 1 ? scaled : 1);

    self->deaths += dead;
    return people - dead;
}

/* The year's net migrants of a sex, held so that some always stay. */
static void migrants_of(struct naive_town *self, const double *schedule, size_t sex, size_t ages, double all,
                        double *migrants)
{
    for (size_t age = 0; age < ages; age++) {
        const double asked = schedule[age] * all;

        migrants[age] = asked;
        self->migrants += asked;
        if (asked < 0 && self->people[sex][age] + asked <= 0) {
            migrants[age] = 1e-5 - self->people[sex][age];
            self->floored += migrants[age] - asked;
        }
    }
}

/* Moves a sex up by a year of age, oldest first. Age 0 stays empty. */
static void grow_older(struct naive_town *self, const double *dying, double factor, size_t sex, size_t ages)
{
    double *people = self->people[sex];
    const size_t last = ages - 1;

    people[last] = survivors(self, people[last - 1] + people[last], dying[last], factor);
    for (size_t age = last - 1; age > 0; age--) {
        people[age] = survivors(self, people[age - 1], dying[age], factor);
    }
    people[0] = 0;
}

/* Migrants come and go at the year's end; nobody is fewer than none. */
static void move(struct naive_town *self, size_t sex, size_t ages, const double *migrants)
{
    for (size_t age = 0; age < ages; age++) {
        double *persons = &self->people[sex][age];

        *persons += migrants[age];
        if (*persons < 0) {
            self->floored += 0.0005 - *persons;
            *persons = 0.0005;
        }
    }
}

void naive_step(const struct plain *plain, const struct naive_factors *factors, size_t town, size_t year,
                struct naive_town *self)
{
    const size_t ages = plain->size[PLAIN_AGES];
    const double *fertility = &plain->array[PLAIN_FERTILITY][year * ages];
    const double *dying = &plain->array[PLAIN_DYING][year * NAIVE_SEXES * ages];
    double fertile = plain->array[PLAIN_FERTILITY_FACTOR][year];
    double mortal = plain->array[PLAIN_DYING_FACTOR][year];
    double all = plain->array[PLAIN_MIGRANTS][year] * plain->array[PLAIN_WEIGHT][town];
    double migrants[NAIVE_SEXES][NAIVE_AGES];
    double before[NAIVE_AGES];

    if (factors != NULL) {
        fertile *= factors->fertility[year];
        mortal *= factors->dying[year];
        all *= factors->migrants[year];
    }
    self->births = self->deaths = self->migrants = self->floored = 0;
    memcpy(before, self->people[WOMEN], ages * sizeof *before);
    for (size_t sex = 0; sex < NAIVE_SEXES; sex++) {
        migrants_of(self, &plain->array[PLAIN_SCHEDULE][sex * ages], sex, ages, all, migrants[sex]);
        grow_older(self, &dying[sex * ages], mortal, sex, ages);
    }
    for (size_t age = 1; age < ages; age++) {
        self->births += fertility[age] * fertile * ((before[age] + self->people[WOMEN][age]) / 2);
    }
    const double girls = self->births / (1 + plain->array[PLAIN_SRB][year]);

    self->people[WOMEN][0] = survivors(self, girls, dying[WOMEN * ages], mortal);
    self->people[MEN][0] = survivors(self, self->births - girls, dying[MEN * ages], mortal);
    for (size_t sex = 0; sex < NAIVE_SEXES; sex++) {
        move(self, sex, ages, migrants[sex]);
    }
}

static double gap_of(double demand, double seats)
{
    const double gap = demand - seats;

    return fabs(gap) <= 1e-9 * demand ? 0 : gap;
}

void naive_gaps(const struct plain *plain, size_t town, size_t state, const struct naive_town *self, double *gaps)
{
    const size_t levels = plain->size[PLAIN_LEVELS];
    const double *rate = &plain->array[PLAIN_RATE][state * plain->size[PLAIN_GRADES]];
    const double *share = &plain->array[PLAIN_SHARE][state * plain->size[PLAIN_GRADES]];
    const double *seats = plain_seats(plain, PLAIN_SEATS, state);
    size_t grade = 0;

    for (size_t level = 0; level < levels; level++) {
        const size_t entry = (size_t)plain->array[PLAIN_ENTRY_AGE][level];
        const size_t grades = (size_t)plain->array[PLAIN_LEVEL_GRADES][level];
        double demand = 0;

        for (size_t age = entry; age < entry + grades; age++, grade++) {
            demand += (self->people[MEN][age] + self->people[WOMEN][age]) * rate[grade] * share[grade];
        }
        gaps[level] = gap_of(demand, seats[town * levels + level]);
    }
}

static double classes_of(double pupils, double class_size)
{
    const double classes = ceil(pupils / class_size - 1e-9);

    return classes > 0 ? classes : 0;
}

static double staff_of(const struct plain *plain, size_t level, double pupils, double classes)
{
    const double by_class = plain->array[PLAIN_POSTS_PER_CLASS][level];
    const double by_pupils = plain->array[PLAIN_PUPILS_PER_POST][level];

    return by_class > 0 ? classes * by_class : by_pupils > 0 ? pupils / by_pupils : 0;
}

/* Children, pupils and classes; the demand of each grade to `demand`. */
static void add_grades(const struct plain *plain, size_t level, size_t first, size_t state,
                       const struct naive_town *self, double *demand, double *row)
{
    const size_t entry = (size_t)plain->array[PLAIN_ENTRY_AGE][level];
    const double *rate = &plain->array[PLAIN_RATE][state * plain->size[PLAIN_GRADES]];
    const double *share = &plain->array[PLAIN_SHARE][state * plain->size[PLAIN_GRADES]];

    for (size_t grade = 0; grade < (size_t)plain->array[PLAIN_LEVEL_GRADES][level]; grade++) {
        const double children = self->people[MEN][entry + grade] + self->people[WOMEN][entry + grade];
        const double enrolled = children * rate[first + grade];

        demand[grade] = enrolled * share[first + grade];
        row[NAIVE_CHILDREN] += children;
        row[NAIVE_ENROLMENT] += enrolled;
        row[NAIVE_DEMAND] += demand[grade];
        row[NAIVE_CLASSES_NEEDED] += classes_of(demand[grade], plain->array[PLAIN_CLASS_SIZE][first + grade]);
    }
}

static void add_needs(const struct plain *plain, size_t level, size_t first, const double *demand, double *row)
{
    for (size_t grade = 0; row[NAIVE_SHORTAGE] > 0 && grade < (size_t)plain->array[PLAIN_LEVEL_GRADES][level];
         grade++) {
        row[NAIVE_CLASSES_SHORT] += classes_of(row[NAIVE_SHORTAGE] * (demand[grade] / row[NAIVE_DEMAND]),
                                               plain->array[PLAIN_CLASS_SIZE][first + grade]);
    }
    row[NAIVE_LAND_NEEDED] = row[NAIVE_DEMAND] * plain->array[PLAIN_LAND][level];
    row[NAIVE_LAND_SHORT] = row[NAIVE_SHORTAGE] * plain->array[PLAIN_LAND][level];
    row[NAIVE_STAFF_NEEDED] = staff_of(plain, level, row[NAIVE_DEMAND], row[NAIVE_CLASSES_NEEDED]);
    row[NAIVE_STAFF_SHORT] = staff_of(plain, level, row[NAIVE_SHORTAGE], row[NAIVE_CLASSES_SHORT]);
}

void naive_rows(const struct plain *plain, size_t town, size_t state, const struct naive_town *self,
                struct naive_row *rows)
{
    const size_t levels = plain->size[PLAIN_LEVELS];
    size_t first = 0;

    for (size_t level = 0; level < levels; level++) {
        const size_t cell = town * levels + level;
        double *row = rows[level].figure;
        double demand[NAIVE_AGES];

        rows[level] = (struct naive_row) { { 0 } };
        add_grades(plain, level, first, state, self, demand, row);
        row[NAIVE_SEATS_NOMINAL] = plain_seats(plain, PLAIN_SEATS_NOMINAL, state)[cell];
        row[NAIVE_SEATS] = plain_seats(plain, PLAIN_SEATS, state)[cell];
        row[NAIVE_GAP] = gap_of(row[NAIVE_DEMAND], row[NAIVE_SEATS]);
        row[NAIVE_SHORTAGE] = row[NAIVE_GAP] > 0 ? row[NAIVE_GAP] : 0;
        row[NAIVE_SURPLUS] = row[NAIVE_GAP] < 0 ? -row[NAIVE_GAP] : 0;
        add_needs(plain, level, first, demand, row);
        row[NAIVE_DEMAND_ASSUMED] = row[NAIVE_DEMAND] * plain->array[PLAIN_TOWN_ASSUMED][town];
        row[NAIVE_SEATS_ASSUMED] = plain_seats(plain, PLAIN_SEATS_ASSUMED, state)[cell];
        first += (size_t)plain->array[PLAIN_LEVEL_GRADES][level];
    }
}

void naive_run(const struct plain *plain, struct naive_town *towns, struct naive_row *rows)
{
    const size_t levels = plain->size[PLAIN_LEVELS];
    const size_t count = plain->size[PLAIN_TOWNS];

    for (size_t town = 0; town < count; town++) {
        naive_start(plain, town, &towns[town]);
        naive_rows(plain, town, 0, &towns[town], &rows[town * levels]);
        for (size_t year = 0; year < plain->size[PLAIN_YEARS]; year++) {
            naive_step(plain, NULL, town, year, &towns[town]);
            naive_rows(plain, town, year + 1, &towns[town], &rows[((year + 1) * count + town) * levels]);
        }
    }
}
