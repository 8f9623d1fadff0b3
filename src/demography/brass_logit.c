#include "brass_logit.h"

#include "life_table.h"

/* Doublings of k that are tried: far beyond any level that people live at. */
enum { DOUBLINGS = 100, ROUNDS = 60 };

struct standard {
    const double *survivors; /* [ages] ls(x) */
    size_t ages;
    double open_rate;
    enum sex sex;
};

/* ls(x) of death rates; q as in life_table_survivorship(). */
static void standard_survivors(enum sex sex, const double *mx, size_t ages, double *survivors)
{
    double alive = 1;

    for (size_t age = 0; age < ages; age++) {
        const double rate = mx[age];
        const double ax = age == 0 ? andreev_kingkade_a0(sex, rate) : 0.5;

        survivors[age] = alive;
        alive *= 1 - rate / (1 + (1 - ax) * rate);
    }
}

/* a0 of the probability of dying q0: that of the m0 whose q0 it is, come to by repetition. */
static double a0_of(enum sex sex, double q0)
{
    double a0 = 0.1;

    for (int round = 0; round < ROUNDS; round++) {
        a0 = andreev_kingkade_a0(sex, q0 / (1 - (1 - a0) * q0));
    }
    return a0;
}

/* Life expectancy of the table of k. Its person-years lived go to `years` [ages], unless NULL; that may be where the
 * standard's survivors stand. */
static double life_expectancy(const struct standard *self, double k, double *years)
{
    const size_t open = self->ages - 1;
    double alive = 1;
    double sum = 0;
    double factor = 1; /* of the standard's force of mortality */

    for (size_t age = 0; age < open; age++) {
        const double standard = self->survivors[age + 1];
        const double below = standard + k * (1 - standard);
        const double next = standard / below;
        const double ax = age == 0 ? a0_of(self->sex, 1 - next) : 0.5;
        const double lived = next + ax * (alive - next);

        if (years != NULL) {
            years[age] = lived;
        }
        sum += lived;
        alive = next;
        factor = k / below;
    }
    const double open_years = alive / (self->open_rate * factor);

    if (years != NULL) {
        years[open] = open_years;
    }
    return sum + open_years;
}

/* k of the life expectancy, which falls as k grows: a bracket by doubling, then bisection to neighbouring doubles. */
static double find_level(const struct standard *self, double e0)
{
    double low = 1;
    double high = 1;

    for (int i = 0; i < DOUBLINGS && life_expectancy(self, low, NULL) < e0; i++) {
        high = low;
        low /= 2;
    }
    for (int i = 0; i < DOUBLINGS && life_expectancy(self, high, NULL) > e0; i++) {
        low = high;
        high *= 2;
    }
    for (;;) {
        const double middle = low + (high - low) / 2;

        if (middle <= low || middle >= high) {
            return middle;
        }
        if (life_expectancy(self, middle, NULL) > e0) {
            low = middle;
        } else {
            high = middle;
        }
    }
}

void brass_survivorship(enum sex sex, const double *standard, size_t ages, double e0, double *scratch, double *sx)
{
    const struct standard of = { .survivors = scratch, .ages = ages, .open_rate = standard[ages - 1], .sex = sex };

    standard_survivors(sex, standard, ages, scratch);
    life_expectancy(&of, find_level(&of, e0), scratch);
    person_years_survivorship(scratch, ages, 1, 1, sx);
}
