#include "normal.h"

#include <assert.h>

#include "normal_steps.h"

double normal_inverse(double u)
{
    const double q = u - 0.5;

    assert(u > 0 && u < 1);
    return fabs(q) <= MIDDLE_ENDS ? middle_inverse(q) : tail_inverse(u);
}

void normal_inverses(size_t count, double *numbers)
{
#define NORMAL_INVERSES(ID, name) [ISA_##ID] = normal_inverses_##name,
    static void (*const by_isa[ISAS])(size_t, double *) = { ISA_SETS(NORMAL_INVERSES) };

    by_isa[isa_in_use](count, numbers);
}

/* Hart's ratio, the highest power's coefficient first. */
static const double HART_ABOVE[] = { 3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383,
                                     112.079291497871,    221.213596169931,  220.206867912376 };
static const double HART_BELOW[] = { 8.83883476483184e-2, 1.75566716318264, 16.064177579207,  86.7807322029461,
                                     296.564248779674,    637.333633378831, 793.826512519948, 440.413735824752 };
static const double HART_ENDS = 3; /* beyond, its error is no longer small against the tail */
enum { FRACTION_TERMS = 50 };      /* the last place no longer moves */
static const double ROOT_OF_2_PI = 2.50662827463100050242;

/* Phi(-x) for x >= 0 by exp(-x^2 / 2): Hart's ratio, and far out a continued fraction. */
static double lower_tail(double x)
{
    const double density = exact_exp(-x * x / 2);

    if (x < HART_ENDS) {
        double above = HART_ABOVE[0];
        double below = HART_BELOW[0];

        for (size_t i = 1; i < sizeof HART_ABOVE / sizeof HART_ABOVE[0]; i++) {
            above = above * x + HART_ABOVE[i];
        }
        for (size_t i = 1; i < sizeof HART_BELOW / sizeof HART_BELOW[0]; i++) {
            below = below * x + HART_BELOW[i];
        }
        return density * above / below;
    }
    double fraction = x;

    for (int term = FRACTION_TERMS; term > 0; term--) {
        fraction = x + term / fraction;
    }
    return density / (fraction * ROOT_OF_2_PI);
}

double normal_function(double z)
{
    return z < 0 ? lower_tail(-z) : 1 - lower_tail(z);
}

void autocorrelated(double correlation, size_t years, size_t draws, double *normals)
{
    const double fresh = sqrt(1 - correlation * correlation);

    assert(correlation >= -1 && correlation <= 1);
    for (size_t year = 1; year < years; year++) {
        const double *before = &normals[(year - 1) * draws];
        double *now = &normals[year * draws];

        for (size_t draw = 0; draw < draws; draw++) {
            now[draw] = correlation * before[draw] + fresh * now[draw];
        }
    }
}

void walked(size_t years, size_t draws, double *normals)
{
    for (size_t year = 1; year < years; year++) {
        const double *before = &normals[(year - 1) * draws];
        double *now = &normals[year * draws];

        for (size_t draw = 0; draw < draws; draw++) {
            now[draw] = before[draw] + now[draw];
        }
    }
}
