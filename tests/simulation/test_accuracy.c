#include "accuracy.h"
#include "support.h"

#include <math.h>

#include <criterion/criterion.h>

enum { TOWNS = 2, GROUPS = 1 };

static const struct compared_ages groups[GROUPS] = { { { "kindergarten", { "", "" } }, 3, 5 } };
static struct model model;
static struct comparison rows[] = {
    /* lead, group, town (2: all), observed, forecast, no change, ageing */
    { NULL, NULL, 5, 0, 0, 100, 110, 90, 80 },    { NULL, NULL, 5, 0, 1, 200, 190, 240, 210 },
    { NULL, NULL, 5, 0, 2, 300, 300, 330, 290 },  { NULL, NULL, 5, 1, 0, 1000, 1010, 900, NAN },
    { NULL, NULL, 5, 1, 1, 0, 5, 5, NAN },        { NULL, NULL, 5, 1, 2, 1000, 1015, 905, NAN },
    { NULL, NULL, 10, 0, 0, 100, 100, 100, 100 },
};
static const struct pupil_comparison pupils[] = {
    { NULL, 2022, 2, 0, 0, 100, 102, 101, 90 },
    { NULL, 2022, 2, 0, 1, 200, 192, NAN, 220 },
    { NULL, 2022, 2, 0, 2, 300, 294, NAN, 310 },
    { NULL, 2023, 3, 0, 0, 100, 98, 99, 100 },
};
static struct backtest backtest;

static void two_towns(void)
{
    model.town_count = TOWNS;
    model.backtest.group_count = GROUPS;
    model.backtest.groups = groups;
    model.pupil_history.by_town = true;
    backtest = (struct backtest) { .model = &model,
                                   .comparison_count = sizeof rows / sizeof *rows,
                                   .comparisons = rows,
                                   .pupil_count = sizeof pupils / sizeof *pupils,
                                   .pupils = pupils };
}

TestSuite(accuracy, .init = two_towns);

Test(accuracy, bias_and_mean_error_over_towns)
{
    const struct accuracy of = accuracy_of(&backtest, 0, 5);

    cr_expect_eq(of.cases, 2u);
    assert_near(of.bias, (10.0 - 5.0) / 2, 1e-12, "bias");
    assert_near(of.error, (10.0 + 5.0) / 2, 1e-12, "error");
    assert_near(of.no_change, (10.0 + 20.0) / 2, 1e-12, "no change");
    assert_near(of.ageing, (20.0 + 5.0) / 2, 1e-12, "ageing");
    assert_near(of.ratio, 7.5 / 12.5, 1e-12, "over the better rule");
}

Test(accuracy, the_district_is_not_the_mean_of_its_towns)
{
    const struct accuracy of = accuracy_of_district(&backtest, 0, 5);

    cr_expect_eq(of.cases, 1u);
    assert_near(of.error, 0, 1e-12, "errors that level out");
}

Test(accuracy, towns_without_people_and_rules_that_do_not_exist)
{
    const struct accuracy of = accuracy_of(&backtest, 1, 5);

    cr_expect_eq(of.cases, 1u, "nobody was observed in the second town");
    assert_near(of.error, 1, 1e-12, "error");
    cr_expect(isnan(of.ageing));
    assert_near(of.ratio, 1.0 / 10.0, 1e-12, "over no change alone");
}

Test(accuracy, nothing_to_compare)
{
    const struct accuracy of = accuracy_of(&backtest, 1, 10);

    cr_expect_eq(of.cases, 0u);
    cr_expect(isnan(of.bias) && isnan(of.error) && isnan(of.ratio));
    const struct accuracy perfect = accuracy_of(&backtest, 0, 10);

    cr_expect_eq(perfect.cases, 1u);
    cr_expect(isnan(perfect.ratio), "rules without an error give no ratio");
    cr_expect(isnan(accuracy_percent(5, 0)));
}

Test(accuracy, leads_in_order)
{
    cr_expect_eq(accuracy_next_lead(&backtest, 0), 5);
    cr_expect_eq(accuracy_next_lead(&backtest, 5), 10);
    cr_expect_eq(accuracy_next_lead(&backtest, 10), 0);
    cr_expect_eq(accuracy_next_pupil_lead(&backtest, 0), 2);
    cr_expect_eq(accuracy_next_pupil_lead(&backtest, 2), 3);
    cr_expect_eq(accuracy_next_pupil_lead(&backtest, 3), 0);
}

/* NCES, Projections of Education Statistics: 0.3, 0.6, 1.3 and 2.5 % at 1, 2, 5 and 10 years, and no others. */
Test(accuracy, the_fields_figures_as_published)
{
    static const double published[] = { NAN, 0.3, 0.6, NAN, NAN, 1.3, NAN, NAN, NAN, NAN, 2.5, NAN };

    for (int lead = 0; lead < (int)(sizeof published / sizeof *published); lead++) {
        const double field = accuracy_of_field(lead);

        cr_expect(isnan(published[lead]) ? isnan(field) : field == published[lead], "lead %d", lead);
    }
}

Test(accuracy, pupils_by_either_method)
{
    const struct pupil_accuracy two = accuracy_of_pupils(&backtest, 0, 2);

    cr_expect_eq(two.cases, 2u);
    assert_near(two.rates_bias, (2.0 - 4.0) / 2, 1e-12, "bias by rates");
    assert_near(two.rates_error, (2.0 + 4.0) / 2, 1e-12, "error by rates");
    cr_expect(isnan(two.progression_error), "a mean of some is no mean");
    assert_near(two.no_change, (10.0 + 10.0) / 2, 1e-12, "no change");
    const struct pupil_accuracy three = accuracy_of_pupils(&backtest, 0, 3);

    assert_near(three.progression_error, 1, 1e-12, "error by progression");
    assert_near(three.progression_bias, -1, 1e-12, "bias by progression");
    model.pupil_history.by_town = false;
    const struct pupil_accuracy district = accuracy_of_pupils(&backtest, 0, 2);

    cr_expect_eq(district.cases, 1u);
    assert_near(district.rates_error, 2, 1e-12, "the district's");
}
