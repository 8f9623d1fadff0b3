#include "life_table.h"

/* A line of a0 on m0, up to a death rate. */
struct a0_line {
    double below;
    double intercept;
    double slope;
};

static const struct a0_line a0_lines[SEXES][2] = {
    [MALE] = { { 0.02300, 0.14929, -1.99545 }, { 0.08307, 0.02832, 3.26021 } },
    [FEMALE] = { { 0.01724, 0.14903, -2.05527 }, { 0.06891, 0.04667, 3.88089 } },
};
static const double a0_beyond[SEXES] = { [MALE] = 0.29915, [FEMALE] = 0.31411 };

double andreev_kingkade_a0(enum sex sex, double m0)
{
    for (size_t index = 0; index < 2; index++) {
        const struct a0_line *line = &a0_lines[sex][index];

        if (m0 < line->below) {
            return line->intercept + line->slope * m0;
        }
    }
    return a0_beyond[sex];
}

void life_table_survivorship(enum sex sex, const double *mx, size_t ages, double *sx)
{
    double survivors = 1;     /* lx */
    double younger_years = 0; /* L(x-1) */
    const size_t open = ages - 1;

    for (size_t age = 0; age < open; age++) {
        const double rate = mx[age];
        const double ax = age == 0 ? andreev_kingkade_a0(sex, rate) : 0.5;
        const double qx = rate / (1 + (1 - ax) * rate);
        const double dead = survivors * (qx < 1 ? qx : 1);
        const double years = survivors - (1 - ax) * dead;

        sx[age] = age == 0 ? years : (younger_years > 0 ? years / younger_years : 0);
        survivors -= dead;
        younger_years = years;
    }
    const double open_years = survivors / mx[open]; /* L and T of the open age alike. */

    sx[open] = open_years > 0 ? open_years / (younger_years + open_years) : 0;
}

void person_years_survivorship(const double *person_years, size_t ages, double step, double l0, double *sx)
{
    const size_t open = ages - 1;

    sx[0] = person_years[0] / (step * l0);
    for (size_t age = 1; age < open; age++) {
        sx[age] = person_years[age] / person_years[age - 1];
    }
    sx[open] = person_years[open] / (person_years[open - 1] + person_years[open]);
}
