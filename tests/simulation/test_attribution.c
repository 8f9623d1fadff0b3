#include "attribution.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model_fixture.h"
#include "support.h"

#include <criterion/criterion.h>

enum { LAST = 2030, TOWNS = 3, MOST = 200 };

/** Two forecasts and what came out of sharing their change. */
struct shared_change {
    struct mixing mixing;
    struct assumption assumptions[MOST];
    size_t count;
    struct attribution attribution;
    double *change; /* [series] */
    double *shares; /* [count][series] */
    double *errors;
};

static double *run_gaps(const struct inputs *inputs, const struct attribution *of)
{
    struct fixture_run run = fixture_run_inputs(inputs, inputs->scenario.values, 0xee);
    const size_t rows = of->places * inputs->model.level_count;
    double *gaps = malloc(of->series * sizeof *gaps);

    for (size_t at = 0; at < of->series; at++) {
        gaps[at] = run.result.gaps[(size_t)(of->first_year - FIXTURE_BASE_YEAR) * rows + at].gap;
    }
    fixture_run_free(&run);
    return gaps;
}

static void go(struct shared_change *self)
{
    const struct attribution *of = &self->attribution;
    const size_t size = attribution_room_bytes(of);
    struct block memory = { .memory = aligned_alloc(64, size), .size = size };
    struct attribution_room room;
    double *figures = malloc(attribution_pieces(of) * attribution_figures(of) * sizeof *figures);

    attribution_room_lay_out(of, &memory, &room);
    for (size_t piece = attribution_pieces(of); piece-- > 0;) {
        attribution_go(of, &room, piece, &figures[piece * attribution_figures(of)]);
    }
    attribution_shares(of, figures, self->change, self->shares, self->errors);
    free(figures);
    free(memory.memory);
}

static struct shared_change share(const struct inputs *a, const struct inputs *b, bool by_key)
{
    struct shared_change self = { .count = 0 };

    cr_assert_eq(mixing_make(&self.mixing, a, b), ALIKE);
    self.count = mixing_assumptions(&self.mixing, by_key, MOST, self.assumptions);
    cr_assert(attribution_make(&self.attribution, &self.mixing, self.assumptions, self.count, KEEP_GAPS));
    const size_t series = self.attribution.series;
    double *before = run_gaps(a, &self.attribution);
    double *after = run_gaps(b, &self.attribution);

    self.change = malloc(series * sizeof *self.change);
    for (size_t at = 0; at < series; at++) {
        self.change[at] = after[at] - before[at];
    }
    self.shares = malloc((self.count + 1) * series * sizeof *self.shares);
    self.errors = malloc((self.count + 1) * series * sizeof *self.errors);
    go(&self);
    free(before);
    free(after);
    return self;
}

static void drop(struct shared_change *self)
{
    free(self->change);
    free(self->shares);
    free(self->errors);
}

/* All shares of a cell together are its change. */
static void assert_adds_up(const struct shared_change *self)
{
    const size_t series = self->attribution.series;

    for (size_t at = 0; at < series; at++) {
        double sum = 0;

        for (size_t index = 0; index < self->count; index++) {
            sum += self->shares[index * series + at];
        }
        assert_near(sum, self->change[at], 1e-9, "sum of shares");
    }
}

/* The assumption that is a parameter (of a key), or a table. */
static size_t parameter_at(const struct shared_change *self, enum parameter parameter)
{
    for (size_t index = 0; index < self->count; index++) {
        if (!self->assumptions[index].is_table && self->assumptions[index].first == parameter) {
            return index;
        }
    }
    cr_assert_fail("parameter %d is not among the assumptions", parameter);
    return 0;
}

static size_t table_at(const struct shared_change *self, enum model_table table)
{
    for (size_t index = 0; index < self->count; index++) {
        if (self->assumptions[index].is_table && self->assumptions[index].table == table) {
            return index;
        }
    }
    cr_assert_fail("table %d is not among the assumptions", table);
    return 0;
}

static double largest(const double *values, size_t count)
{
    double most = 0;

    for (size_t at = 0; at < count; at++) {
        most = fmax(most, fabs(values[at]));
    }
    return most;
}

Test(attribution, what_acts_alone_gets_its_own_effect)
{
    struct fixture a = fixture_make(TOWNS, LAST);
    struct fixture b = fixture_make(TOWNS, LAST);

    /* births touch demand, delays seats: neither changes what the other does */
    fixture_set(&b, PARAMETER_FERTILITY_MULTIPLIER, 0, 1.2);
    fixture_set(&b, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_GOVERNMENT, 1);
    struct shared_change both = share(&a.inputs, &b.inputs, false);

    cr_assert_eq(both.count, 2);
    assert_adds_up(&both);
    fixture_set(&b, PARAMETER_SUPPLY_DELAY_YEARS, BUILDER_GOVERNMENT, 0);
    struct shared_change births = share(&a.inputs, &b.inputs, false);

    const size_t series = both.attribution.series;
    const size_t of_births = parameter_at(&both, PARAMETER_FERTILITY_MULTIPLIER);

    cr_assert_eq(births.count, 1);
    cr_assert_gt(largest(births.change, series), 1);
    assert_close(&both.shares[of_births * series], births.change, series, 1e-9, "share of births");
    cr_expect_eq(largest(births.errors, series), 0);
    drop(&both);
    drop(&births);
    fixture_free(&a);
    fixture_free(&b);
}

Test(attribution, backwards_all_changes_sign)
{
    struct fixture a = fixture_make(TOWNS, LAST);
    struct fixture b = fixture_make(TOWNS, LAST);

    fixture_set(&b, PARAMETER_FERTILITY_MULTIPLIER, 0, 1.2);
    fixture_set(&b, PARAMETER_MORTALITY_MULTIPLIER, 0, 0.5);
    fixture_set(&b, PARAMETER_ENROLMENT_RATE_MULTIPLIER, FIXTURE_PRIMARY, 0.9);
    fixture_set(&b, PARAMETER_ENROLMENT_PUBLIC_SHARE_MULTIPLIER, FIXTURE_PRIMARY, 0.8);
    struct shared_change forth = share(&a.inputs, &b.inputs, false);
    struct shared_change back = share(&b.inputs, &a.inputs, false);
    const size_t all = forth.count * forth.attribution.series;

    cr_assert_eq(forth.count, 4);
    cr_assert_eq(back.count, 4);
    assert_adds_up(&forth);
    assert_adds_up(&back);
    for (size_t at = 0; at < all; at++) {
        assert_near(back.shares[at], -forth.shares[at], 1e-9, "backwards");
    }
    drop(&forth);
    drop(&back);
    fixture_free(&a);
    fixture_free(&b);
}

Test(attribution, tables_are_swapped_whole)
{
    struct fixture a = fixture_make(TOWNS, LAST);
    struct fixture b = fixture_make(TOWNS, LAST);

    b.fertility[25] *= 1.5;
    b.base_seats[0] += 40;
    b.seats[0].seats += 60;
    b.census[3] += 500;
    b.towns[0].population += 500;
    b.class_size[0] += 5; /* acts on classes, not on the gap */
    struct shared_change self = share(&a.inputs, &b.inputs, false);
    const size_t series = self.attribution.series;

    cr_expect_eq(self.count, 5);
    assert_adds_up(&self);
    cr_expect_eq(largest(&self.shares[table_at(&self, MODEL_TABLE_NORMS) * series], series), 0);
    cr_expect_gt(largest(&self.shares[table_at(&self, MODEL_TABLE_POPULATION) * series], series), 1);
    cr_expect_gt(largest(&self.shares[table_at(&self, MODEL_TABLE_FERTILITY) * series], series), 1);
    cr_expect_float_eq(largest(&self.shares[table_at(&self, MODEL_TABLE_SEATS) * series], series), 40, 1e-9);
    cr_expect_float_eq(largest(&self.shares[table_at(&self, MODEL_TABLE_PROJECTS) * series], series), 60, 1e-9);
    drop(&self);
    fixture_free(&a);
    fixture_free(&b);
}

Test(attribution, another_list_of_projects_takes_its_parameters_along)
{
    struct fixture a = fixture_make(TOWNS, LAST);
    struct fixture b = fixture_make(TOWNS, LAST);

    b.projects[FIXTURE_NEW].id = "another";
    fixture_set(&b, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, FIXTURE_NEW, 3);
    fixture_set(&b, PARAMETER_FERTILITY_MULTIPLIER, 0, 1.1);
    struct shared_change self = share(&a.inputs, &b.inputs, false);

    cr_assert_eq(self.count, 2);
    cr_expect_gt(
        largest(&self.shares[table_at(&self, MODEL_TABLE_PROJECTS) * self.attribution.series], self.attribution.series),
        1);
    assert_adds_up(&self);
    drop(&self);
    fixture_free(&a);
    fixture_free(&b);
}

Test(attribution, many_changes_by_a_sample_of_orders)
{
    struct fixture a = fixture_make(TOWNS, LAST);
    struct fixture b = fixture_make(TOWNS, LAST);

    for (size_t project = 0; project < FIXTURE_PROJECTS; project++) {
        fixture_set(&b, PARAMETER_SUPPLY_PROJECT_DELAY_YEARS, project, 1);
        fixture_set(&b, PARAMETER_SUPPLY_CANCELLED, project, project % 2);
    }
    fixture_set(&b, PARAMETER_FERTILITY_MULTIPLIER, 0, 1.2);
    fixture_set(&b, PARAMETER_MORTALITY_MULTIPLIER, 0, 0.9);
    fixture_set(&b, PARAMETER_SUPPLY_UNDATED_COMPLETION, 0, 2026);
    struct shared_change apart = share(&a.inputs, &b.inputs, true);
    struct shared_change together = share(&a.inputs, &b.inputs, false);
    const size_t series = apart.attribution.series;

    cr_expect_eq(apart.count, FIXTURE_PROJECTS + FIXTURE_PROJECTS / 2 + 3);
    cr_expect_gt(apart.attribution.samples, 0);
    cr_expect_eq(together.attribution.samples, 0);
    assert_adds_up(&apart);
    assert_adds_up(&together);
    /* what neither meets nor hinders any other is exact in a sample, too: births and deaths do not touch seats */
    const size_t one = parameter_at(&apart, PARAMETER_FERTILITY_MULTIPLIER);
    const size_t other = parameter_at(&together, PARAMETER_FERTILITY_MULTIPLIER);

    for (size_t at = 0; at < series; at++) {
        const double off = apart.shares[one * series + at] - together.shares[other * series + at];

        cr_expect_lt(fabs(off), 4 * apart.errors[one * series + at] + 1e-9);
    }
    drop(&apart);
    drop(&together);
    fixture_free(&a);
    fixture_free(&b);
}

Test(attribution, two_horizons_meet_in_their_shared_years)
{
    struct fixture a = fixture_make(TOWNS, LAST);
    struct fixture b = fixture_make(TOWNS, LAST + 5);

    a.inputs.scenario.first_year = FIXTURE_BASE_YEAR + 2;
    fixture_set(&b, PARAMETER_FERTILITY_MULTIPLIER, 0, 1.2);
    fixture_set_year(&b, PARAMETER_MORTALITY_MULTIPLIER, 0, LAST + 3, 2); /* beyond what both see */
    struct shared_change self = share(&a.inputs, &b.inputs, false);

    cr_expect_eq(self.count, 1);
    cr_expect_eq(self.attribution.first_year, FIXTURE_BASE_YEAR + 2);
    cr_expect_eq(self.attribution.years, (size_t)(LAST - FIXTURE_BASE_YEAR - 1));
    assert_adds_up(&self);
    drop(&self);
    fixture_free(&a);
    fixture_free(&b);
}

Test(attribution, unlike_models_are_told_why)
{
    struct fixture a = fixture_make(TOWNS, LAST);
    struct fixture b = fixture_make(TOWNS, LAST);
    struct mixing mixing;

    cr_expect_eq(mixing_make(&mixing, &a.inputs, &b.inputs), ALIKE);
    cr_expect_eq(mixing_assumptions(&mixing, false, 0, NULL), 0);
    b.towns[1].area = NO_AREA;
    cr_expect_eq(mixing_make(&mixing, &a.inputs, &b.inputs), UNLIKE_AREAS);
    b.towns[1].name.id = "elsewhere";
    cr_expect_eq(mixing_make(&mixing, &a.inputs, &b.inputs), UNLIKE_TOWNS);
    b.levels[1].entry_age++;
    cr_expect_eq(mixing_make(&mixing, &a.inputs, &b.inputs), UNLIKE_LEVELS);
    b.inputs.model.ages--;
    cr_expect_eq(mixing_make(&mixing, &a.inputs, &b.inputs), UNLIKE_AGES);
    b.inputs.model.base_year++;
    cr_expect_eq(mixing_make(&mixing, &a.inputs, &b.inputs), UNLIKE_START);
    fixture_free(&a);
    fixture_free(&b);
}
