#include <math.h>
#include <string.h>

#include "least_squares.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { MOST = 6 };

/** y = A x + b. */
struct linear {
    size_t unknowns, figures;
    double slopes[MOST][MOST];
    double constant[MOST];
};

static void linear_model(const double *values, double *modelled, void *of)
{
    const struct linear *self = of;

    for (size_t row = 0; row < self->figures; row++) {
        modelled[row] = self->constant[row];
        for (size_t column = 0; column < self->unknowns; column++) {
            modelled[row] += self->slopes[row][column] * values[column];
        }
    }
}

static struct pool pool;

static void end(void)
{
    pool_free(&pool);
}

TestSuite(least_squares, .fini = end);

static struct unknown wide(double start)
{
    return (struct unknown) { .start = start, .low = -1e6, .high = 1e6, .scale = 1 };
}

static struct solution solve(size_t unknown_count, const struct unknown *unknowns, size_t datum_count,
                             const struct datum *data, void (*model)(const double *, double *, void *), void *of)
{
    const struct least_squares problem = { unknown_count, unknowns, datum_count, data, model, of, 0.05 };
    struct solution solution;

    least_squares_solve(&problem, &pool, &solution);
    return solution;
}

/* Solves the symmetric system by Gauss elimination; `inverse` gets the inverse's diagonal. */
static void eliminate(size_t n, double system[MOST][MOST], const double *right, double *x, double *inverse)
{
    double work[MOST][2 * MOST + 1];

    for (size_t i = 0; i < n; i++) {
        memset(work[i], 0, sizeof work[i]);
        memcpy(work[i], system[i], n * sizeof(double));
        work[i][n + i] = 1;
        work[i][2 * n] = right[i];
    }
    for (size_t i = 0; i < n; i++) {
        const double pivot = work[i][i];

        for (size_t j = 0; j <= 2 * n; j++) {
            work[i][j] /= pivot;
        }
        for (size_t k = 0; k < n; k++) {
            const double factor = work[k][i];

            for (size_t j = 0; j <= 2 * n && k != i; j++) {
                work[k][j] -= factor * work[i][j];
            }
        }
    }
    for (size_t i = 0; i < n; i++) {
        x[i] = work[i][2 * n];
        inverse[i] = work[i][n + i];
    }
}

/* The oracle: the normal equations of the weighted rows, of which there are few enough to write down. */
static void normal_equations(const struct linear *linear, const struct unknown *unknowns, const struct datum *data,
                             double *x, double *variance)
{
    const size_t n = linear->unknowns;
    double system[MOST][MOST] = { { 0 } };
    double right[MOST] = { 0 };

    for (size_t row = 0; row < linear->figures; row++) {
        const double weight = 1 / (data[row].standard_error * data[row].standard_error);

        for (size_t a = 0; a < n; a++) {
            right[a] += weight * linear->slopes[row][a] * (data[row].observed - linear->constant[row]);
            for (size_t b = 0; b < n; b++) {
                system[a][b] += weight * linear->slopes[row][a] * linear->slopes[row][b];
            }
        }
    }
    for (size_t a = 0; a < n; a++) {
        if (unknowns[a].prior_error > 0) {
            const double weight = 1 / (unknowns[a].prior_error * unknowns[a].prior_error);

            system[a][a] += weight;
            right[a] += weight * unknowns[a].prior;
        }
        if (a > 0 && unknowns[a].step_error > 0) {
            const double weight = 1 / (unknowns[a].step_error * unknowns[a].step_error);

            system[a][a] += weight;
            system[a - 1][a - 1] += weight;
            system[a][a - 1] -= weight;
            system[a - 1][a] -= weight;
        }
    }
    eliminate(n, system, right, x, variance);
}

static double spread(unsigned long long *state)
{
    *state = *state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (double)(*state >> 11) / 9007199254740992.0 * 2 - 1;
}

Test(least_squares, linear_problems_are_the_normal_equations)
{
    unsigned long long state = 7;

    for (int time = 0; time < 50; time++) {
        struct linear linear = { .unknowns = 2 + (size_t)time % 4, .figures = 3 + (size_t)time % 3 };
        struct unknown unknowns[MOST];
        struct datum data[MOST];
        double x[MOST];
        double variance[MOST];

        for (size_t i = 0; i < linear.unknowns; i++) {
            unknowns[i] = wide(spread(&state));
            unknowns[i].prior = spread(&state);
            unknowns[i].prior_error = 1.5 + spread(&state);
            unknowns[i].step_error = i % 2 == 1 ? 0.6 + 0.5 * spread(&state) : 0;
        }
        for (size_t row = 0; row < linear.figures; row++) {
            data[row] = (struct datum) { 10 * spread(&state), 1.1 + spread(&state) };
            linear.constant[row] = spread(&state);
            for (size_t column = 0; column < linear.unknowns; column++) {
                linear.slopes[row][column] = 3 * spread(&state);
            }
        }
        normal_equations(&linear, unknowns, data, x, variance);
        const struct solution solution = solve(linear.unknowns, unknowns, linear.figures, data, linear_model, &linear);

        cr_assert(solution.settled, "problem %d", time);
        cr_assert(eq(sz, solution.fitted, linear.unknowns));
        assert_close(solution.values, x, linear.unknowns, 1e-7, "values");
        for (size_t i = 0; i < linear.unknowns; i++) {
            assert_near(solution.standard_error[i], sqrt(variance[i]), 1e-7, "standard error");
        }
    }
}

Test(least_squares, a_prior_and_a_figure_share_by_their_precisions)
{
    /* Prior 1 +- 2 and figure 5 +- 1: 4/5 of what is known is the figure's. */
    struct linear linear = { .unknowns = 1, .figures = 1, .slopes = { { 1 } } };
    struct unknown unknown = wide(1);
    const struct datum datum = { 5, 1 };

    unknown.prior = 1;
    unknown.prior_error = 2;
    const struct solution solution = solve(1, &unknown, 1, &datum, linear_model, &linear);

    assert_near(solution.values[0], 1 * 0.2 + 5 * 0.8, 1e-9, "value");
    assert_near(solution.standard_error[0], sqrt(0.8), 1e-9, "standard error");
    assert_near(solution.share[0], 0.8, 1e-9, "share of the figure");
    assert_near(solution.chi_square, 16.0 / 5, 1e-8, "sum of squares");
    cr_assert(eq(sz, solution.stated, 1));
    /* P(chi-square with 1 degree > 3.2) by tables. */
    assert_near(solution_probability(&solution), 0.0736, 5e-5, "probability");
}

Test(least_squares, without_a_prior_all_is_from_the_figures)
{
    struct linear linear = { .unknowns = 1, .figures = 1, .slopes = { { 2 } } };
    const struct unknown unknown = wide(1);
    const struct datum datum = { 5, 1 };
    const struct solution solution = solve(1, &unknown, 1, &datum, linear_model, &linear);

    assert_near(solution.values[0], 2.5, 1e-9, "value");
    assert_near(solution.share[0], 1, 0, "share");
    cr_assert(isnan(solution_probability(&solution)), "nothing left to test");
}

Test(least_squares, what_nothing_tells_of_is_held_and_the_others_are_fitted)
{
    /* The figure knows of the first, and of the sum of second and third. The fourth is in no row. */
    struct linear linear = { .unknowns = 4, .figures = 2, .slopes = { { 1 }, { 0, 2, 2 } } };
    const struct unknown unknowns[] = { wide(0), wide(1), wide(2), wide(3) };
    const struct datum data[] = { { 7, 1 }, { 20, 1 } };
    const struct solution solution = solve(4, unknowns, 2, data, linear_model, &linear);
    const double expected[] = { 7, 8, 2, 3 };

    assert_close(solution.values, expected, 4, 1e-8, "values");
    cr_assert(solution.standing[0] == UNKNOWN_FITTED);
    cr_assert(solution.standing[1] == UNKNOWN_FITTED);
    cr_assert(solution.standing[2] == UNKNOWN_HELD);
    cr_assert(solution.standing[3] == UNKNOWN_HELD);
    cr_assert(isnan(solution.standard_error[2]));
    cr_assert(eq(sz, solution.fitted, 2));
    cr_assert(solution.settled);
}

Test(least_squares, nothing_to_go_by_at_all_is_nothing_fitted)
{
    struct linear linear = { .unknowns = 2, .figures = 1 };
    const struct unknown unknowns[] = { wide(4), wide(5) };
    const struct datum datum = { 7, 1 };
    const struct solution solution = solve(2, unknowns, 1, &datum, linear_model, &linear);

    cr_assert(eq(sz, solution.fitted, 0));
    assert_near(solution.values[0], 4, 0, "start");
}

Test(least_squares, steps_carry_a_path_over_years_without_figures)
{
    /* Only the first is measured; the others follow, less and less surely: variances add up. */
    struct linear linear = { .unknowns = 3, .figures = 1, .slopes = { { 1 } } };
    struct unknown unknowns[] = { wide(0), wide(0), wide(0) };
    const struct datum datum = { 6, 1 };

    unknowns[1].step_error = 2;
    unknowns[2].step_error = 2;
    const struct solution solution = solve(3, unknowns, 1, &datum, linear_model, &linear);
    const double expected[] = { 6, 6, 6 };
    const double errors[] = { 1, sqrt(5), 3 };

    assert_close(solution.values, expected, 3, 1e-8, "values");
    assert_close(solution.standard_error, errors, 3, 1e-8, "standard errors");
}

Test(least_squares, a_range_ends_the_way_and_the_others_are_fitted_there)
{
    /* Without ranges x = 10 and y = 0; with x <= 4 the sums 10 and 10 leave y to make up. */
    struct linear linear = { .unknowns = 2, .figures = 2, .slopes = { { 1, 1 }, { 1, 0.5 } } };
    struct unknown unknowns[] = { wide(1), wide(1) };
    const struct datum data[] = { { 10, 1 }, { 10, 1 } };

    unknowns[0].high = 4;
    const struct solution solution = solve(2, unknowns, 2, data, linear_model, &linear);

    cr_assert(solution.standing[0] == UNKNOWN_AT_BOUND);
    assert_near(solution.values[0], 4, 0, "at its end");
    assert_near(solution.values[1], (6 * 1 + 6 * 0.5) / 1.25, 1e-8, "the other");
    cr_assert(isnan(solution.standard_error[0]));
    cr_assert(solution.settled);
}

Test(least_squares, a_start_at_the_end_of_the_range_is_no_bound)
{
    struct linear linear = { .unknowns = 1, .figures = 1, .slopes = { { 1 } } };
    const struct unknown unknown = { .start = 0, .low = 0, .high = 1, .scale = 0.05 };
    const struct datum inside = { 0.3, 0.01 };
    const struct datum outside = { -0.3, 0.01 };
    struct solution solution = solve(1, &unknown, 1, &inside, linear_model, &linear);

    assert_near(solution.values[0], 0.3, 1e-9, "inside");
    cr_assert(solution.standing[0] == UNKNOWN_FITTED);
    solution = solve(1, &unknown, 1, &outside, linear_model, &linear);
    assert_near(solution.values[0], 0, 0, "outside");
    cr_assert(solution.standing[0] == UNKNOWN_AT_BOUND);
}

static void curved_model(const double *values, double *modelled, void *of)
{
    (void)of;
    for (int i = 0; i < MOST; i++) {
        modelled[i] = values[0] * exp(-values[1] * i) + values[2];
    }
}

Test(least_squares, curved_problems_give_back_what_they_were_made_of)
{
    const double truth[] = { 3, 0.7, -1 };
    struct unknown unknowns[] = { wide(1), wide(0.3), wide(0) };
    struct datum data[MOST];
    double modelled[MOST];

    curved_model(truth, modelled, NULL);
    for (int i = 0; i < MOST; i++) {
        data[i] = (struct datum) { modelled[i], 0.01 };
    }
    unknowns[1].low = 0;
    unknowns[1].high = 5;
    const struct solution solution = solve(3, unknowns, MOST, data, curved_model, NULL);

    cr_assert(solution.settled);
    assert_close(solution.values, truth, 3, 1e-8, "truth");
    assert_near(solution.chi_square, 0, 1e-12, "nothing left");
}

Test(least_squares, figures_that_contradict_one_another_have_no_chance)
{
    struct linear linear = { .unknowns = 1, .figures = 2, .slopes = { { 1 }, { 1 } } };
    const struct unknown unknown = wide(0);
    const struct datum data[] = { { 0, 1 }, { 20, 1 } };
    const struct solution solution = solve(1, &unknown, 2, data, linear_model, &linear);

    assert_near(solution.values[0], 10, 1e-8, "between them");
    assert_near(solution.chi_square, 200, 1e-6, "sum of squares");
    cr_assert(lt(dbl, solution_probability(&solution), 1e-12));
}

static void broken_model(const double *values, double *modelled, void *of)
{
    (void)of;
    modelled[0] = values[0] > 0.5 ? (double)NAN : values[0];
}

Test(least_squares, a_model_without_a_value_is_not_settled_and_no_crash)
{
    const struct unknown at_once = { .start = 1, .low = 0, .high = 2, .scale = 1 };
    const struct unknown on_the_way = { .start = 0.1, .low = 0, .high = 2, .scale = 1 };
    const struct datum datum = { 1, 0.1 };

    cr_assert(not(solve(1, &at_once, 1, &datum, broken_model, NULL).settled &&
                  solve(1, &at_once, 1, &datum, broken_model, NULL).fitted > 0));
    cr_assert(not(solve(1, &on_the_way, 1, &datum, broken_model, NULL).settled));
}

/* The least sum inside the ranges by looking at all of a grid that grows finer about the best point so far; the sum of
 * a linear problem has no other lows. */
static double least_inside(const struct linear *linear, const struct unknown *unknowns, const struct datum *data)
{
    enum { SIDE = 13, ROUNDS = 60 };
    double centre[3];
    double width[3];
    double best = INFINITY;

    for (size_t i = 0; i < 3; i++) {
        centre[i] = (unknowns[i].low + unknowns[i].high) / 2;
        width[i] = (unknowns[i].high - unknowns[i].low) / 2;
    }
    for (int round = 0; round < ROUNDS; round++) {
        double found[3] = { centre[0], centre[1], centre[2] };

        for (int at = 0; at < SIDE * SIDE * SIDE; at++) {
            const int steps[] = { at % SIDE, at / SIDE % SIDE, at / SIDE / SIDE };
            double values[3];
            double modelled[MOST];
            double sum = 0;

            for (size_t i = 0; i < 3; i++) {
                const double value = centre[i] + width[i] * (2.0 * steps[i] / (SIDE - 1) - 1);

                values[i] = fmin(fmax(value, unknowns[i].low), unknowns[i].high);
            }
            linear_model(values, modelled, (void *)linear);
            for (size_t row = 0; row < linear->figures; row++) {
                const double off = (modelled[row] - data[row].observed) / data[row].standard_error;

                sum += off * off;
            }
            for (size_t i = 0; i < 3; i++) {
                const double off = (values[i] - unknowns[i].prior) / unknowns[i].prior_error;

                sum += off * off;
            }
            if (sum < best) {
                best = sum;
                memcpy(found, values, sizeof found);
            }
        }
        for (size_t i = 0; i < 3; i++) {
            centre[i] = found[i];
            width[i] *= 0.7;
        }
    }
    return best;
}

Test(least_squares, inside_ranges_no_point_is_better)
{
    unsigned long long state = 23;
    size_t stopped = 0;

    for (int time = 0; time < 40; time++) {
        struct linear linear = { .unknowns = 3, .figures = 4 };
        struct unknown unknowns[3];
        struct datum data[MOST];

        for (size_t i = 0; i < 3; i++) {
            unknowns[i] = (struct unknown) {
                .start = spread(&state), .low = -1, .high = 1, .scale = 1, .prior = 2 * spread(&state), .prior_error = 5
            };
        }
        for (size_t row = 0; row < linear.figures; row++) {
            data[row] = (struct datum) { 6 * spread(&state), 1.1 + spread(&state) };
            for (size_t column = 0; column < 3; column++) {
                linear.slopes[row][column] = 2 + spread(&state) * 2;
            }
        }
        const struct solution solution = solve(3, unknowns, linear.figures, data, linear_model, &linear);
        const double least = least_inside(&linear, unknowns, data);

        cr_assert(solution.settled, "problem %d", time);
        cr_assert(le(dbl, solution.chi_square, least * (1 + 1e-9)), "problem %d: %.12g, not %.12g", time,
                  solution.chi_square, least);
        for (size_t i = 0; i < 3; i++) {
            stopped += solution.standing[i] == UNKNOWN_AT_BOUND;
        }
    }
    cr_assert(ge(sz, stopped, 20), "the ranges matter");
}

/* Prior and steps tell of all unknowns: what figures drawn about values drawn from them are off is chi-square with as
 * many degrees of freedom as there are figures, whose mean that is. */
Test(least_squares, statements_of_the_same_unknowns_are_one)
{
    enum { SAMPLES = 400 };
    unsigned long long state = 5;
    double sum = 0;

    for (int sample = 0; sample < SAMPLES; sample++) {
        struct linear linear = { .unknowns = 2, .figures = 3, .slopes = { { 1, 0 }, { 1, 1 }, { 0, 2 } } };
        struct unknown unknowns[] = { wide(0), wide(0) };
        struct datum data[3];
        double normal[5] = { 0 };

        for (size_t i = 0; i < 5; i++) {
            for (int part = 0; part < 12; part++) {
                normal[i] += spread(&state) / 2;
            }
        }
        /* Priors and step of error 1 have the precision [2 -1; -1 2], the covariance [2 1; 1 2] / 3. */
        const double first = sqrt(2.0 / 3) * normal[0];
        const double second = first / 2 + sqrt(0.5) * normal[1];

        unknowns[0].prior_error = 1;
        unknowns[1].prior_error = 1;
        unknowns[1].step_error = 1;
        for (size_t row = 0; row < 3; row++) {
            const double truth = linear.slopes[row][0] * first + linear.slopes[row][1] * second;

            data[row] = (struct datum) { truth + normal[2 + row], 1 };
        }
        const struct solution solution = solve(2, unknowns, 3, data, linear_model, &linear);

        cr_assert(eq(sz, solution_degrees(&solution), 3));
        cr_assert(eq(sz, solution.stated, 3));
        sum += solution_tested(&solution);
    }
    /* The mean of 400 has the standard deviation root(2 * 3 / 400) = 0.12. */
    assert_near(sum / SAMPLES, 3, 0.4, "mean");
}

Test(least_squares, what_statements_contradict_of_one_another_is_no_matter_of_the_figures)
{
    /* Priors 0 and 10 and no change between them: least sum 100/3 without any figure. */
    struct linear linear = { .unknowns = 2, .figures = 1, .slopes = { { 1, 1 } } };
    struct unknown unknowns[] = { wide(0), wide(0) };
    const struct datum datum = { 10, 1 };

    unknowns[0].prior_error = 1;
    unknowns[1].prior = 10;
    unknowns[1].prior_error = 1;
    unknowns[1].step_error = 1;
    const struct solution solution = solve(2, unknowns, 1, &datum, linear_model, &linear);

    assert_near(solution.stated_least, 100.0 / 3, 1e-8, "statements alone");
    assert_near(solution_tested(&solution), 0, 1e-7, "the figure is where they are");
    cr_assert(eq(sz, solution_degrees(&solution), 1));
}
