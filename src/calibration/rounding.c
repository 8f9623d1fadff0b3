#include "rounding.h"

#include <math.h>

/* Decimal places within which powers of ten are exact in doubles. */
enum { PLACES_MOST = 15 };

/* Shares are told to a hundredth of a percent. */
static const double share_units = 1e4;

double rounded_to_error(double value, double standard_error)
{
    /* Of an error of 0, of none and of one without end the logarithm is no place. */
    const double places = floor(log10(standard_error)) - 3;

    if (!(fabs(places) <= PLACES_MOST)) {
        return value;
    }
    const int place = (int)places;
    double unit = 1;

    for (int i = 0; i < (place < 0 ? -place : place); i++) {
        unit *= 10;
    }
    /* A quotient of whole numbers, so that the nearest double to the decimal comes out; + 0 makes 0 of -0. */
    return (place < 0 ? round(value * unit) / unit : round(value / unit) * unit) + 0.0;
}

void solution_round(const struct least_squares *problem, struct solution *solution)
{
    for (size_t i = 0; i < problem->unknown_count; i++) {
        const struct unknown *unknown = &problem->unknowns[i];

        if (solution->standing[i] != UNKNOWN_FITTED || !(solution->standard_error[i] > 0)) {
            continue;
        }
        const double error = solution->standard_error[i];
        const double value = rounded_to_error(solution->values[i], error);

        solution->values[i] = value < unknown->low ? unknown->low : value > unknown->high ? unknown->high : value;
        solution->standard_error[i] = rounded_to_error(error, error);
        solution->share[i] = round(solution->share[i] * share_units) / share_units + 0.0;
    }
    least_squares_refresh(problem, solution);
}
