#include "fertility.h"

#include <math.h>
#include <string.h>

/* The age that a rate comes to, held between the first and the last. */
static size_t held(double age, size_t first, size_t last)
{
    if (age <= (double)first) {
        return first;
    }
    return age >= (double)last ? last : (size_t)age;
}

void fertility_shift(const double *asfr, size_t ages, size_t first, size_t last, double shift, double *shifted)
{
    const double whole = floor(shift);
    const double part = shift - whole;

    memset(shifted, 0, ages * sizeof *shifted);
    for (size_t age = first; age <= last; age++) {
        const double reached = (double)age + whole;
        const double later = part * asfr[age];

        /* the rest, not (1 - part) times the rate, so that both parts together are the rate */
        shifted[held(reached, first, last)] += asfr[age] - later;
        shifted[held(reached + 1, first, last)] += later;
    }
}
