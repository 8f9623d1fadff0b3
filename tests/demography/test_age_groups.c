#include <gsl/gsl_interp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "age_groups.h"
#include "life_table.h"
#include "model_fixture.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { MOST_GROUPS = 30, MOST_AGES = 200 };

/** Groups of random widths. */
struct groups {
    size_t count;
    size_t bounds[MOST_GROUPS + 1];
    double counts[MOST_GROUPS];
};

static double uniform(unsigned long long *state, double low, double high)
{
    return low + (high - low) * fixture_random(state);
}

static struct groups random_groups(unsigned long long *state, size_t least, double low, double high)
{
    struct groups groups = { .count = least + (size_t)(fixture_random(state) * (double)(MOST_GROUPS - least)) };

    for (size_t group = 0; group < groups.count; group++) {
        groups.bounds[group + 1] = groups.bounds[group] + 1 + (size_t)(fixture_random(state) * 6);
        groups.counts[group] = fixture_random(state) < 0.1 ? 0 : uniform(state, low, high);
    }
    return groups;
}

static void spread(const struct groups *groups, double *singles)
{
    age_groups_spread(groups->counts, groups->bounds, groups->count, singles);
}

static double sum_of(const double *values, size_t from, size_t to)
{
    double sum = 0;

    for (size_t i = from; i < to; i++) {
        sum += values[i];
    }
    return sum;
}

/* GSL differs in the slopes at both ends, for which it takes the secants, so the outer groups are compared elsewhere.
 */
Test(age_groups, inner_groups_as_gsl_has_them)
{
    unsigned long long state = 11;

    for (size_t trial = 0; trial < 500; trial++) {
        const bool signs = trial % 2 == 1;
        const struct groups groups = random_groups(&state, 4, signs ? -5000 : 0, 5000);
        double singles[MOST_AGES];
        double ages[MOST_GROUPS + 1];
        double cumulated[MOST_GROUPS + 1] = { 0 };
        gsl_interp *oracle = gsl_interp_alloc(gsl_interp_steffen, groups.count + 1);

        for (size_t bound = 0; bound <= groups.count; bound++) {
            ages[bound] = (double)groups.bounds[bound];
            cumulated[bound] = sum_of(groups.counts, 0, bound);
        }
        gsl_interp_init(oracle, ages, cumulated, groups.count + 1);
        spread(&groups, singles);
        for (size_t age = groups.bounds[1]; age < groups.bounds[groups.count - 1]; age++) {
            const double expected = gsl_interp_eval(oracle, ages, cumulated, (double)age + 1, NULL) -
                                    gsl_interp_eval(oracle, ages, cumulated, (double)age, NULL);

            assert_near(singles[age], expected, 1e-9, "inner age");
        }
        gsl_interp_free(oracle);
    }
}

Test(age_groups, sums_to_the_last_bit_in_any_order_and_no_other_sign)
{
    unsigned long long state = 12;

    for (size_t trial = 0; trial < 5000; trial++) {
        const double scale = exp(uniform(&state, -20, 20));
        const struct groups groups = random_groups(&state, 1, trial % 3 == 0 ? -scale : 0, scale);
        double singles[MOST_AGES];

        spread(&groups, singles);
        for (size_t group = 0; group < groups.count; group++) {
            const size_t from = groups.bounds[group];
            const size_t to = groups.bounds[group + 1];
            double backwards = 0;

            for (size_t age = to; age-- > from;) {
                backwards += singles[age];
                cr_assert(singles[age] * groups.counts[group] >= 0, "trial %zu: age %zu has another sign", trial, age);
                cr_assert(groups.counts[group] != 0 || singles[age] == 0);
            }
            assert_near(sum_of(singles, from, to), groups.counts[group], 0, "in order of age");
            assert_near(backwards, groups.counts[group], 0, "backwards");
        }
    }
}

Test(age_groups, groups_of_a_year_stay)
{
    unsigned long long state = 13;
    struct groups groups = random_groups(&state, MOST_GROUPS - 1, 0, 1e5);
    double singles[MOST_AGES];

    for (size_t group = 0; group < groups.count; group++) {
        groups.bounds[group + 1] = groups.bounds[group] + 1;
    }
    spread(&groups, singles);
    assert_close(singles, groups.counts, groups.count, 0, "single ages");
}

Test(age_groups, a_single_group_is_even)
{
    const size_t bounds[] = { 20, 25 };
    const double count = 1000;
    const double even[] = { 200, 200, 200, 200, 200 };
    double singles[5];

    age_groups_spread(&count, bounds, 1, singles);
    assert_close(singles, even, 5, 0, "ages");
}

Test(age_groups, even_ages_come_back)
{
    const size_t bounds[] = { 0, 1, 5, 10, 15, 30 };
    const double counts[] = { 200, 800, 1000, 1000, 3000 };
    double singles[30];

    age_groups_spread(counts, bounds, 5, singles);
    for (size_t age = 0; age < 30; age++) {
        assert_near(singles[age], 200, 1e-10, "age");
    }
}

/* Slopes that rise evenly by less than a half from group to group are not touched, the ends' neither. */
Test(age_groups, ages_on_a_line_come_back_at_the_ends_too)
{
    const size_t bounds[] = { 0, 5, 10, 15, 18 };
    double counts[4];
    double singles[18];

    for (size_t group = 0; group < 4; group++) {
        counts[group] = 0;
        for (size_t age = bounds[group]; age < bounds[group + 1]; age++) {
            counts[group] += 1000 - 20 * (double)age;
        }
    }
    age_groups_spread(counts, bounds, 4, singles);
    for (size_t age = 0; age < 18; age++) {
        assert_near(singles[age], 1000 - 20 * (double)age, 1e-9, "age");
    }
}

/* The end's parabola would dip below zero: its slope is 0 there; or would be too steep: twice the secant's. */
Test(age_groups, ends_do_not_overshoot)
{
    const size_t bounds[] = { 0, 5, 10 };
    const double few_first[] = { 100, 1000 };
    double singles[10];

    age_groups_spread(few_first, bounds, 2, singles);
    /* slopes 0, 40, 200 + ... : F(t) = (a t + b) t t with a = (0 + 40 - 40) / 25, b = (60 - 40) / 5 */
    const double rising[] = { 4, 12, 20, 28, 36 };
    assert_close(singles, rising, 5, 1e-12, "first group");
    const double change[] = { 100, -1000 };
    age_groups_spread(change, bounds, 2, singles);
    /* slopes 40 (twice the secant's 20) and 0: F(t) = (a t + b) t t + 40 t, a = 0, b = (60 - 80) / 5 */
    const double falling[] = { 36, 28, 20, 12, 4 };
    assert_close(singles, falling, 5, 1e-12, "before the sign changes");
    assert_near(sum_of(singles, 5, 10), -1000, 0, "after it");
}

Test(age_groups, shares_by_weight)
{
    const double weights[] = { 3, 0, 1 };
    const double nobody[] = { 0, 0, 0 };
    const double quarters[] = { 75, 0, 25 };
    const double first[] = { -7, 0, 0 };
    double singles[3];

    age_group_share(100, weights, 3, singles);
    assert_close(singles, quarters, 3, 0, "by weight");
    age_group_share(-7, nobody, 3, singles);
    assert_close(singles, first, 3, 0, "without weights");
}

Test(age_groups, shares_add_up_to_the_last_bit)
{
    unsigned long long state = 14;

    for (size_t trial = 0; trial < 2000; trial++) {
        const size_t ages = 1 + (size_t)(fixture_random(&state) * 30);
        const double count = uniform(&state, -1e4, 1e6);
        double weights[31];
        double singles[31];

        for (size_t age = 0; age < ages; age++) {
            weights[age] = fixture_random(&state);
        }
        age_group_share(count, weights, ages, singles);
        assert_near(sum_of(singles, 0, ages), count, 0, "sum");
        for (size_t age = 0; age < ages; age++) {
            cr_assert(singles[age] * count >= 0);
            assert_near(singles[age], count * weights[age] / sum_of(weights, 0, ages), 1e-9, "share");
        }
    }
}

/* At a death rate that is the same at all ages, L(x) falls by the same factor and the open age has all behind it. */
Test(age_groups, stationary_population_of_a_constant_rate)
{
    enum { AGES = 60 };
    double mx[AGES];
    double sx[AGES];

    for (size_t age = 0; age < AGES; age++) {
        mx[age] = 0.05;
    }
    life_table_survivorship(FEMALE, mx, AGES, sx);
    stationary_population(sx, AGES, sx);
    /* e(x) at a constant rate, ax a half: all survivors of age 1 die at 0.05 a year, in the open age and before it */
    const double years = sum_of(sx, 1, AGES);
    const double q0 = 0.05 / (1 + (1 - andreev_kingkade_a0(FEMALE, 0.05)) * 0.05);

    assert_near(years, (1 - q0) / 0.05, 1e-9, "person-years from age 1 on");
    assert_near(sx[31] / sx[30], (1 - 0.025) / (1 + 0.025), 1e-12, "a year's survivorship");
}

Test(age_groups, stationary_population_that_never_ends)
{
    const double sx[] = { 1, 0.5, 1 };
    const double expected[] = { 1, 0.5, 50 };
    double persons[3];

    stationary_population(sx, 3, persons);
    assert_close(persons, expected, 3, 0, "persons");
}

/* The real single ages of a district, both sexes together: reads the table without the program's reader. */
static void read_district(double people[101])
{
    char *path = source_path("models/qingcheng/base_population.csv");
    FILE *file = fopen(path, "r");
    char line[100];

    cr_assert(file != NULL);
    memset(people, 0, 101 * sizeof *people);
    while (fgets(line, sizeof line, file) != NULL) {
        char sex = ' ';
        size_t age = 0;
        double persons = 0;

        if (sscanf(line, "%c,%zu,%lf", &sex, &age, &persons) == 3 && age <= 100) {
            people[age] += persons;
        }
    }
    fclose(file);
    free(path);
}

/* The largest error at school ages 3-14 of the district's people taken from groups: share of the age's people. */
static double largest_error(const double *people, const size_t *bounds, size_t groups, bool print)
{
    double counts[MOST_GROUPS];
    double singles[MOST_AGES];
    double largest = 0;

    for (size_t group = 0; group < groups; group++) {
        counts[group] = sum_of(people, bounds[group], bounds[group + 1]);
    }
    age_groups_spread(counts, bounds, groups, singles);
    for (size_t age = 0; age < 15; age++) {
        const double error = singles[age] / people[age] - 1;

        if (print) {
            printf("# age %zu: %.0f instead of %.0f, %+.1f %%\n", age, singles[age], people[age], 100 * error);
        }
        largest = age >= 3 && fabs(error) > largest ? fabs(error) : largest;
    }
    return largest;
}

/* Births jump from year to year (2016, 2017: two children allowed), which no curve through groups can know. */
Test(age_groups, school_ages_of_a_real_district)
{
    static const size_t FIVE[] = { 0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85 };
    static const size_t ABRIDGED[] = { 0, 1, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85 };
    double people[101];

    read_district(people);
    const double five = largest_error(people, FIVE, sizeof FIVE / sizeof *FIVE - 1, true);
    const double abridged = largest_error(people, ABRIDGED, sizeof ABRIDGED / sizeof *ABRIDGED - 1, true);

    printf("# largest error at ages 3-14: %.1f %%, with age 0 apart %.1f %%\n", 100 * five, 100 * abridged);
    cr_assert(five > 0.10 && five < 0.18, "five-year groups: %f", five);
    cr_assert(abridged > 0.05 && abridged < 0.12, "with age 0 apart: %f", abridged);
}
