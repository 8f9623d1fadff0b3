#include "plain_year.h"

#include <math.h>
#include <string.h>

enum { AGES = FIXTURE_AGES, CELLS = PLAIN_CELLS };

void plain_schedule(double *shares)
{
    double sum = 0;

    for (size_t age = 0; age < AGES; age++) {
        const double x = (double)age;

        shares[age] = 0.02 * exp(-0.1 * x) + 0.06 * exp(-0.1 * (x - 20) - exp(-0.4 * (x - 20))) + 0.003;
        sum += shares[age];
    }
    for (size_t age = 0; age < AGES; age++) {
        shares[age] /= sum;
    }
}

/* A cumulated pattern at an age that need not be whole. */
static double cumulated(const double *asfr, double age)
{
    double sum = 0;

    for (size_t x = 0; x < AGES; x++) {
        const double part = age + 1 - (double)x;

        sum += asfr[x] * (part < 0 ? 0 : part > 1 ? 1 : part);
    }
    return sum;
}

void plain_shift(double *asfr, size_t first, size_t last, double shift)
{
    double moved[AGES] = { 0 };
    double below = 0;

    for (size_t x = first; x <= last; x++) {
        const double sum = cumulated(asfr, x == last ? AGES : (double)x - shift);

        moved[x] = sum - below;
        below = sum;
    }
    memcpy(asfr, moved, sizeof moved);
}

void plain_year_step(struct plain_year *of, enum migration_rule rule, bool gross, double *people)
{
    const double early = rule == MIGRATION_EVEN ? 0.5 : 0;
    double migrants[CELLS];
    double aged[CELLS];

    for (size_t cell = 0; cell < CELLS; cell++) {
        const double leaving = gross && rule == MIGRATION_EVEN ? of->departing[cell] * people[cell] : 0;

        migrants[cell] = of->persons[cell] - leaving;
        of->arrivals += of->persons[cell];
        of->departures += leaving;
    }
    for (size_t cell = 0; cell < CELLS; cell++) {
        people[cell] += early * migrants[cell];
    }
    for (size_t sex = 0; sex < SEXES; sex++) {
        const double *dying = &of->dying[sex * AGES];
        const double *from = &people[sex * AGES];
        double *to = &aged[sex * AGES];

        for (size_t age = 1; age < AGES; age++) {
            to[age] = from[age - 1] * (1 - dying[age]);
        }
        to[AGES - 1] += from[AGES - 1] * (1 - dying[AGES - 1]);
    }
    of->births = 0;
    for (size_t age = 1; age < AGES; age++) {
        const size_t cell = FEMALE * AGES + age;

        of->births += of->fertility[age] * (people[cell] + aged[cell] + early * migrants[cell]) / 2;
    }
    aged[FEMALE * AGES] = of->births / (1 + 1.0625) * (1 - of->dying[FEMALE * AGES]);
    aged[MALE * AGES] = of->births * 1.0625 / (1 + 1.0625) * (1 - of->dying[MALE * AGES]);
    for (size_t cell = 0; cell < CELLS; cell++) {
        const double leaving = gross && rule == MIGRATION_END ? of->departing[cell] * aged[cell] : 0;

        people[cell] = aged[cell] + (1 - early) * migrants[cell] - leaving;
        of->departures += leaving;
    }
}
