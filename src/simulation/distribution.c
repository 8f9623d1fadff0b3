#include "distribution.h"

#include <assert.h>
#include <math.h>

#include "exact_math.h"

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

/* Numbers that are worked on together. */
enum { CHUNK = 256 };

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

static double tail_inverse(double u)
{
    const double z = tail_inverse_of_root(sqrt(-exact_log(u < 0.5 ? u : 1 - u)));

    return u < 0.5 ? -z : z;
}

double normal_inverse(double u)
{
    const double q = u - 0.5;

    assert(u > 0 && u < 1);
    return fabs(q) <= MIDDLE_ENDS ? middle_inverse(q) : tail_inverse(u);
}

/* Inverses of `count` uniforms in the tails. Each step is a loop of its own, so that vectors can do it. */
static void tail_inverses(size_t count, const double *uniforms, double *inverses)
{
    double roots[CHUNK];

    for (size_t k = 0; k < count; k++) {
        const double rest = 1 - uniforms[k];

        roots[k] = uniforms[k] < 0.5 ? uniforms[k] : rest;
    }
    exact_logs(count, roots);
    for (size_t k = 0; k < count; k++) {
        roots[k] = sqrt(-roots[k]);
    }
    for (size_t k = 0; k < count; k++) {
        inverses[k] = ratio_at(&NEAR_TAIL, roots[k] - 1.6);
    }
    for (size_t k = 0; k < count; k++) {
        if (roots[k] > NEAR_TAIL_ENDS) {
            inverses[k] = tail_inverse_of_root(roots[k]);
        }
    }
    for (size_t k = 0; k < count; k++) {
        inverses[k] = uniforms[k] < 0.5 ? -inverses[k] : inverses[k];
    }
}

/* The middle's ratio for all, and then the tails, gathered and put back. */
static void chunk_inverses(size_t count, double *numbers)
{
    size_t at[CHUNK] = { 0 };
    double uniforms[CHUNK] = { 0 };
    double inverses[CHUNK];
    size_t tails = 0;

    for (size_t i = 0; i < count; i++) {
        at[tails] = i;
        uniforms[tails] = numbers[i];
        tails += fabs(numbers[i] - 0.5) > MIDDLE_ENDS;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = middle_inverse(numbers[i] - 0.5);
    }
    tail_inverses(tails, uniforms, inverses);
    for (size_t k = 0; k < tails; k++) {
        numbers[at[k]] = inverses[k];
    }
}

void normal_inverses(size_t count, double *numbers)
{
    for (size_t from = 0; from < count; from += CHUNK) {
        chunk_inverses(count - from < CHUNK ? count - from : CHUNK, &numbers[from]);
    }
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

static double value_of_normal(const struct distribution *self, double z)
{
    return self->shape == SHAPE_NORMAL ? self->centre + self->spread * z : self->centre * exact_exp(self->spread * z);
}

/* Keeps what rounding could carry a last place beyond the ends. */
static double within(double least, double greatest, double value)
{
    return value < least ? least : value > greatest ? greatest : value;
}

static double uniform_value(const struct distribution *self, double u)
{
    return within(self->low, self->high, self->low + (self->high - self->low) * u);
}

/* Each side of the mode is a piece of a parabola's inverse. */
static double triangular_value(const struct distribution *self, double u)
{
    const double width = self->high - self->low;
    const double rising = self->mode - self->low;
    const double falling = self->high - self->mode;

    if (u * width < rising) {
        return within(self->low, self->mode, self->low + sqrt(u * width * rising));
    }
    return within(self->mode, self->high, self->high - sqrt((1 - u) * width * falling));
}

static double empirical_value(const struct distribution *self, double u)
{
    const double place = u * (double)(self->count - 1);
    const size_t below = (size_t)place;

    if (below + 1 >= self->count) {
        return self->values[self->count - 1];
    }
    const double low = self->values[below];
    const double high = self->values[below + 1];

    return within(low, high, low + (place - (double)below) * (high - low));
}

double distribution_value(const struct distribution *self, double u)
{
    switch (self->shape) {
    case SHAPE_NORMAL:
    case SHAPE_LOGNORMAL:
        return value_of_normal(self, normal_inverse(u));
    case SHAPE_UNIFORM:
        return uniform_value(self, u);
    case SHAPE_TRIANGULAR:
        return triangular_value(self, u);
    case SHAPE_EMPIRICAL:
        return empirical_value(self, u);
    case SHAPE_DISCRETE:
    case SHAPES:
        break;
    }
    assert(self->shape == SHAPE_DISCRETE);
    return self->values[weighted_choice(self->weights, self->count, u)];
}

static void values_of_normals(const struct distribution *self, size_t count, double *numbers)
{
    if (self->shape == SHAPE_NORMAL) {
        for (size_t i = 0; i < count; i++) {
            numbers[i] = self->centre + self->spread * numbers[i];
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = self->spread * numbers[i];
    }
    exact_exps(count, numbers);
    for (size_t i = 0; i < count; i++) {
        numbers[i] = self->centre * numbers[i];
    }
}

void distribution_values(const struct distribution *self, size_t count, double *numbers)
{
    if (self->shape == SHAPE_NORMAL || self->shape == SHAPE_LOGNORMAL) {
        normal_inverses(count, numbers);
        values_of_normals(self, count, numbers);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = distribution_value(self, numbers[i]);
    }
}

void distribution_values_of_normals(const struct distribution *self, size_t count, double *numbers)
{
    if (self->shape == SHAPE_NORMAL || self->shape == SHAPE_LOGNORMAL) {
        values_of_normals(self, count, numbers);
        return;
    }
    for (size_t i = 0; i < count; i++) {
        numbers[i] = distribution_value(self, within(0x1p-53, 1 - 0x1p-53, normal_function(numbers[i])));
    }
}

void distribution_support(const struct distribution *self, double *least, double *greatest)
{
    switch (self->shape) {
    case SHAPE_NORMAL:
        *least = self->spread > 0 ? -(double)INFINITY : self->centre;
        *greatest = self->spread > 0 ? (double)INFINITY : self->centre;
        return;
    case SHAPE_LOGNORMAL:
        *least = self->spread > 0 ? 0 : self->centre;
        *greatest = self->spread > 0 ? (double)INFINITY : self->centre;
        return;
    case SHAPE_UNIFORM:
    case SHAPE_TRIANGULAR:
        *least = self->low;
        *greatest = self->high;
        return;
    case SHAPE_EMPIRICAL:
        *least = self->values[0];
        *greatest = self->values[self->count - 1];
        return;
    case SHAPE_DISCRETE:
    case SHAPES:
        break;
    }
    *least = (double)INFINITY;
    *greatest = -(double)INFINITY;
    for (size_t i = 0; i < self->count; i++) {
        const double value = self->values[i];

        *least = self->weights[i] > 0 && value < *least ? value : *least;
        *greatest = self->weights[i] > 0 && value > *greatest ? value : *greatest;
    }
}

size_t held_within(double least, double greatest, size_t count, double *values)
{
    size_t outside = 0;

    for (size_t i = 0; i < count; i++) {
        outside += values[i] < least || values[i] > greatest;
        values[i] = within(least, greatest, values[i]);
    }
    return outside;
}

size_t weighted_choice(const double *weights, size_t count, double u)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++) {
        assert(weights[i] >= 0);
        sum += weights[i];
    }
    assert(sum > 0);
    size_t chosen = 0; /* the last with a weight, should rounding leave u beyond them all */
    double passed = 0;

    for (size_t i = 0; i < count; i++) {
        if (weights[i] > 0) {
            chosen = i;
            passed += weights[i];
            if (u * sum < passed) {
                break;
            }
        }
    }
    return chosen;
}
