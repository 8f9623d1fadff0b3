/** The arithmetic of normal_inverse(), for the files that are compiled with it: one number, or a vector's lane. */
#ifndef NORMAL_STEPS_H
#define NORMAL_STEPS_H

#include <math.h>
#include <stddef.h>

#include "exact_math.h"
#include "isa.h"

#define NORMAL_STEPS(ID, name) void normal_inverses_##name(size_t count, double *numbers);
ISA_SETS(NORMAL_STEPS)
#undef NORMAL_STEPS

/*
 * AS 241's ratios of polynomials, the highest power's coefficient first: of r = 0.425^2 - q^2 in the middle, where
 * q = u - 1/2 and |q| <= 0.425; of r - 1.6 and r - 5 in the tails, where r = sqrt(-ln(min(u, 1 - u))).
 */
enum { COEFFICIENTS = 8 };

struct ratio {
    double above[COEFFICIENTS];
    double below[COEFFICIENTS];
};

static const struct ratio MIDDLE = {
    { 2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
      1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0 },
    { 5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
      5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1.0 },
};
static const struct ratio NEAR_TAIL = {
    { 7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
      3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0 },
    { 1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
      6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1.0 },
};
static const struct ratio FAR_TAIL = {
    { 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
      2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0 },
    { 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
      1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0 },
};
static const double MIDDLE_ENDS = 0.425;
static const double NEAR_TAIL_ENDS = 5;

static inline double polynomial(const double *coefficients, double x)
{
    double sum = coefficients[0];

    for (size_t i = 1; i < COEFFICIENTS; i++) {
        sum = sum * x + coefficients[i];
    }
    return sum;
}

static inline double ratio_at(const struct ratio *self, double x)
{
    return polynomial(self->above, x) / polynomial(self->below, x);
}

static inline double middle_inverse(double q)
{
    return q * ratio_at(&MIDDLE, MIDDLE_ENDS * MIDDLE_ENDS - q * q);
}

/* r of a tail, from the logarithm of its share. */
static inline double tail_inverse_of_root(double r)
{
    return r <= NEAR_TAIL_ENDS ? ratio_at(&NEAR_TAIL, r - 1.6) : ratio_at(&FAR_TAIL, r - NEAR_TAIL_ENDS);
}

static inline double tail_inverse(double u)
{
    const double z = tail_inverse_of_root(sqrt(-exact_log(u < 0.5 ? u : 1 - u)));

    return u < 0.5 ? -z : z;
}

#endif
