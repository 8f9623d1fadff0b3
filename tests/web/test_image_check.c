#include "image_check.h"

#include <math.h>

#include "model_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { TOWNS = 4, LAST = 2030 };

/* What is wrong with inputs, one thing each. */
static void a_grade_too_many(struct fixture *self)
{
    self->levels[1].grades++;
}

static void grades_that_overlap(struct fixture *self)
{
    self->levels[1].first_grade--;
}

static void a_level_without_grades(struct fixture *self)
{
    self->levels[2].grades = 0;
}

static void pupils_older_than_anybody(struct fixture *self)
{
    self->levels[2].entry_age = FIXTURE_AGES - 1;
}

static void no_fertility(struct fixture *self)
{
    self->inputs.model.fertility.values = NULL;
}

static void mortality_that_begins_late(struct fixture *self)
{
    self->inputs.model.mortality.year_stride = 1;
    self->inputs.model.mortality.first_year = FIXTURE_BASE_YEAR + 1;
    self->inputs.model.mortality.last_year = LAST;
}

static void sex_ratios_that_end_early(struct fixture *self)
{
    self->inputs.model.srb.year_stride = 1;
    self->inputs.model.srb.first_year = FIXTURE_BASE_YEAR;
    self->inputs.model.srb.last_year = LAST - 2;
}

static void no_enrolment(struct fixture *self)
{
    self->inputs.model.enrolment_rate.values = NULL;
}

static void no_public_pupils(struct fixture *self)
{
    self->inputs.model.public_pupils = NULL;
}

static void no_public_share(struct fixture *self)
{
    self->inputs.model.public_share.values = NULL;
}

static void mothers_below_one(struct fixture *self)
{
    self->fertility[0] = 0.01;
}

static void progress_from_one_year(struct fixture *self)
{
    self->inputs.model.pupil_history.years = 1;
    self->inputs.model.pupil_history.first_year = FIXTURE_BASE_YEAR;
    fixture_set(self, PARAMETER_ENROLMENT_METHOD, 0, ENROLMENT_BY_PROGRESSION);
}

static void progress_from_other_years(struct fixture *self)
{
    self->inputs.model.pupil_history.years = 3;
    self->inputs.model.pupil_history.first_year = FIXTURE_BASE_YEAR - 3;
    fixture_set(self, PARAMETER_ENROLMENT_METHOD, 0, ENROLMENT_BY_PROGRESSION);
}

static void draws_of_nothing(struct fixture *self)
{
    self->inputs.scenario.ensemble = (struct ensemble) { .kind = ENSEMBLE_UNCERTAINTY, .draws = 10 };
}

static void a_sweep_without_axes(struct fixture *self)
{
    self->inputs.scenario.ensemble = (struct ensemble) { .kind = ENSEMBLE_SWEEP };
}

static void a_value_out_of_range(struct fixture *self)
{
    fixture_set(self, PARAMETER_FERTILITY_MULTIPLIER, 0, -1);
}

Test(image_check, inputs_whose_parts_do_not_fit_are_refused)
{
    static void (*const faults[])(struct fixture *) = {
        a_grade_too_many,          grades_that_overlap, a_level_without_grades,
        pupils_older_than_anybody, no_fertility,        mortality_that_begins_late,
        sex_ratios_that_end_early, no_enrolment,        no_public_pupils,
        no_public_share,           mothers_below_one,   progress_from_one_year,
        progress_from_other_years, draws_of_nothing,    a_sweep_without_axes,
        a_value_out_of_range,
    };

    for (size_t fault = 0; fault < sizeof faults / sizeof *faults; fault++) {
        struct fixture fixture = fixture_make(TOWNS, LAST);

        cr_assert(inputs_fit(&fixture.inputs));
        faults[fault](&fixture);
        cr_assert(not(inputs_fit(&fixture.inputs)), "fault %zu was taken", fault);
        fixture_free(&fixture);
    }
}

/* The index of what does not fit, of the first where there are two. */
Test(image_check, a_value_that_no_scenario_could_give_is_named)
{
    static const struct {
        enum parameter parameter;
        double value;
        bool fits;
    } cases[] = {
        { PARAMETER_FERTILITY_MULTIPLIER, 5, true },
        { PARAMETER_FERTILITY_MULTIPLIER, 5.01, false },
        { PARAMETER_FERTILITY_MULTIPLIER, (double)NAN, false },
        { PARAMETER_MIGRATION_ADDED, -(double)INFINITY, false },
        { PARAMETER_SUPPLY_DELAY_YEARS, 30, true },
        { PARAMETER_SUPPLY_DELAY_YEARS, 0.5, false },
        { PARAMETER_SUPPLY_CANCELLED, 1, true },
        { PARAMETER_SUPPLY_CANCELLED, 2, false },
        { PARAMETER_SUPPLY_UNDATED_COMPLETION, NEVER, true },
        { PARAMETER_SUPPLY_UNDATED_COMPLETION, 2200, true },
        { PARAMETER_SUPPLY_UNDATED_COMPLETION, 2201, false },
        { PARAMETER_SUPPLY_PROJECT_TOWN, TOWNS - 1, true },
        { PARAMETER_SUPPLY_PROJECT_TOWN, TOWNS, false },
        { PARAMETER_SUPPLY_PROJECT_TOWN, -1, false },
        { PARAMETER_SUPPLY_OPENING, OPENING_NOMINAL, true },
        { PARAMETER_SUPPLY_OPENING, 0.5, false },
        { PARAMETER_ENROLMENT_METHOD, ENROLMENT_BY_PROGRESSION, false }, /* the fixture has no pupils by grade */
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture fixture = fixture_make(TOWNS, LAST);
        const size_t size = fixture.inputs.scenario.layout.size;
        const size_t at = fixture.inputs.scenario.layout.offset[cases[i].parameter];

        fixture.values[at] = cases[i].value;
        cr_assert(eq(sz, values_misfit(&fixture.inputs, fixture.values), cases[i].fits ? size : at), "case %zu", i);
        fixture_free(&fixture);
    }
}
