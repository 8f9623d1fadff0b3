#include <math.h>
#include <string.h>

#include "mem.h"
#include "schedule_fit.h"
#include "spread.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { AGES = 91 };

static const char *const names[SCHEDULE_UNKNOWNS] = { "a1", "alpha1", "a2", "alpha2", "mu2", "lambda2", "c" };

static struct pool pool;
static struct model model;
static struct migrant_group groups[AGES];

static void begin(void)
{
    model = (struct model) { .ages = AGES };
}

static void end(void)
{
    pool_free(&pool);
}

TestSuite(schedule_fit, .init = begin, .fini = end);

/* The schedule with its level so that all ages sum to 1. */
static struct rogers_castro levelled(struct rogers_castro schedule)
{
    double sum = 0;

    for (size_t age = 0; age < AGES; age++) {
        sum += schedule_intensity(&schedule, (double)age);
    }
    schedule.a1 /= sum;
    schedule.a2 /= sum;
    schedule.c /= sum;
    return schedule;
}

/* Groups of `width` ages with the migrants that the schedule has there, of `total` altogether. */
static void make_groups(const struct rogers_castro *schedule, size_t width, double total, double error)
{
    size_t count = 0;

    for (size_t first = 0; first < AGES; first += width) {
        const size_t last = first + width - 1 < AGES - 1 ? first + width - 1 : AGES - 1;

        groups[count] = (struct migrant_group) { .first_age = first, .last_age = last };
        for (size_t age = first; age <= last; age++) {
            groups[count].migrants += total * schedule_intensity(schedule, (double)age);
        }
        groups[count].standard_error = error > 0 ? error : sqrt(fmax(groups[count].migrants, 1));
        count++;
    }
    model.calibration.groups = groups;
    model.calibration.group_count = count;
}

static void expect_schedule(const struct rogers_castro *found, const struct rogers_castro *truth, double relative)
{
    double a[SCHEDULE_UNKNOWNS];
    double b[SCHEDULE_UNKNOWNS];

    memcpy(a, found, sizeof a);
    memcpy(b, truth, sizeof b);
    for (size_t i = 0; i < SCHEDULE_UNKNOWNS; i++) {
        cr_assert(le(dbl, fabs(a[i] - b[i]), relative * fabs(b[i])), "%s: %.12g, not %.12g", names[i], a[i], b[i]);
    }
}

static void expect_recovery(struct rogers_castro schedule, size_t width)
{
    const struct rogers_castro truth = levelled(schedule);
    struct schedule_fit fit;

    make_groups(&truth, width, 1e5, 1e-4);
    schedule_fit(&model, &pool, &fit);
    cr_assert(fit.solution.settled);
    cr_assert(eq(sz, fit.solution.fitted, SCHEDULE_UNKNOWNS));
    expect_schedule(&fit.schedule, &truth, 1e-6);
}

Test(schedule_fit, known_schedules_come_back_from_single_ages)
{
    expect_recovery((struct rogers_castro) { 0.02, 0.10, 0.06, 0.10, 20, 0.40, 0.003 }, 1);
    expect_recovery((struct rogers_castro) { 0.01, 0.15, 0.09, 0.13, 24, 0.30, 0.002 }, 1);
    expect_recovery((struct rogers_castro) { 0.03, 0.08, 0.04, 0.07, 16, 0.55, 0.004 }, 1);
}

Test(schedule_fit, known_schedules_come_back_from_five_year_groups)
{
    expect_recovery((struct rogers_castro) { 0.02, 0.10, 0.06, 0.10, 20, 0.40, 0.003 }, 5);
    expect_recovery((struct rogers_castro) { 0.01, 0.15, 0.09, 0.13, 24, 0.30, 0.002 }, 5);
}

Test(schedule_fit, standard_errors_are_as_far_as_a_sample_is_off)
{
    /* Counts drawn about the truth: over all unknowns and samples the squared deviations in standard errors are near 1.
     */
    const struct rogers_castro truth = levelled((struct rogers_castro) { 0.02, 0.10, 0.06, 0.10, 20, 0.40, 0.003 });
    unsigned long long state = 11;
    double sum = 0;
    int count = 0;

    for (int sample = 0; sample < 60; sample++) {
        struct schedule_fit fit;
        double known[SCHEDULE_UNKNOWNS];

        make_groups(&truth, 5, 2e5, 0);
        for (size_t group = 0; group < model.calibration.group_count; group++) {
            double normal = 0;

            for (int i = 0; i < 12; i++) {
                state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                normal += (double)(state >> 11) / 9007199254740992.0 - 0.5;
            }
            groups[group].migrants = fmax(0, groups[group].migrants + normal * groups[group].standard_error);
        }
        schedule_fit(&model, &pool, &fit);
        cr_assert(fit.solution.settled, "sample %d", sample);
        memcpy(known, &truth, sizeof known);
        for (size_t i = 1; i < SCHEDULE_UNKNOWNS; i += 2) { /* alpha1, alpha2, lambda2 hang on no level */
            const double off = (fit.solution.values[i] - known[i]) / fit.solution.standard_error[i];

            sum += off * off;
            count++;
        }
    }
    cr_assert(ge(dbl, sum / count, 0.6), "%g", sum / count);
    cr_assert(le(dbl, sum / count, 1.6), "%g", sum / count);
}

Test(schedule_fit, too_few_groups_leave_the_standard_where_nothing_is_told)
{
    const struct rogers_castro truth = levelled((struct rogers_castro) { 0.02, 0.10, 0.06, 0.10, 20, 0.40, 0.003 });
    struct schedule_fit fit;
    size_t held = 0;

    make_groups(&truth, 31, 1e4, 0);
    schedule_fit(&model, &pool, &fit);
    for (size_t i = 0; i < SCHEDULE_UNKNOWNS; i++) {
        if (fit.solution.standing[i] == UNKNOWN_HELD) {
            held++;
            if (i % 2 == 1 || i == 4) { /* of a1, a2 and c only proportions are standard */
                assert_near(fit.solution.values[i], schedule_standard(i), 0, names[i]);
            }
        }
    }
    cr_assert(ge(sz, held, 4), "three groups tell of three unknowns at most");
    cr_assert(ge(sz, fit.solution.fitted, 1));
}

/* Children alone tell nothing of the peak of young adults, which is to stay as high beside them as it is. */
Test(schedule_fit, the_standard_schedule_of_children_is_the_standard_schedule)
{
    const struct rogers_castro truth = levelled((struct rogers_castro) { 0.02, 0.10, 0.06, 0.10, 20, 0.40, 0.003 });
    struct schedule_fit fit;
    double sum = 0;

    make_groups(&truth, 1, 1e4, 0);
    model.calibration.group_count = 15;
    schedule_fit(&model, &pool, &fit);
    cr_assert(fit.solution.settled);
    cr_assert(lt(sz, fit.solution.fitted, SCHEDULE_UNKNOWNS));
    expect_schedule(&fit.schedule, &truth, 2e-3);
    for (size_t age = 0; age < AGES; age++) {
        sum += schedule_intensity(&fit.schedule, (double)age);
    }
    assert_near(sum, 1, 1e-3, "all ages");
}
