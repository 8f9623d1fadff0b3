#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "calibrate.h"
#include "model_fixture.h"
#include "model_reader.h"
#include "observed.h"
#include "resolve.h"
#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

static const char OBSERVED[] = "series,period_start,period_end,value,standard_error,source\n"
                               "residents,2021-09-01,2021-09-01,6030,20,\"register, 2021\"\n"
                               "residents,2022-09-01,2022-09-01,6150,20,register\n"
                               "residents,2022-12-31,2022-12-31,6200,,no error known\n"
                               "births,2021-01-01,2021-12-31,160,6,registrar\n"
                               "births,2060-01-01,2060-12-31,160,6,too late\n";

static const char FIT[] =
    "\ncalibration:\n"
    "  fit:\n"
    "    - {parameter: fertility.multiplier, first: 2020, last: 2022, prior: 1, prior_error: 0.2, step_error: 0.05}\n"
    "    - {parameter: migration.added, first: 2020, last: 2021}\n"
    "    - {parameter: enrolment.rate_multiplier, key: primary, first: 2021, last: 2021}\n";

static struct small_district district_to_fit(const char *observed, const char *fit)
{
    struct small_district district = small_district();

    small_table(&district, "observed.csv", observed);
    small_append(&district, "district.yaml", fit);
    return district;
}

static struct run calibrate_in(const struct small_district *self, const char *language, const char *first,
                               const char *second)
{
    const struct run_options options = { .folder = self->folder };

    return run_program_with(ARGUMENTS("--lang", language, "calibrate", "model", first, second), &options);
}

static char *fragment_text(const struct small_district *self)
{
    char *path = joined_path(self->model, "calibrated.yaml");
    char *text = file_text(path, NULL);

    free(path);
    return text;
}

Test(calibrate_command, tells_what_was_fitted_in_both_languages)
{
    struct small_district district = district_to_fit(OBSERVED, FIT);
    struct run run = calibrate_in(&district, "en", NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "fertility.multiplier 2021");
    assert_contains(run.out, "1 +- 0.2, step +- 0.05");
    assert_contains(
        run.out, "enrolment.rate_multiplier primary 2021: figures and statements tell nothing of it, or do not tell it "
                 "apart from the others; it is held at 1");
    assert_contains(run.out, "not used: without standard error");
    assert_contains(run.out, "not used: outside the model's years");
    assert_contains(run.out, "Figures, statements and model agree.");
    assert_contains(run.out, "Written to model/calibrated.yaml");
    run_free(&run);
    run = calibrate_in(&district, "zh", NULL, NULL);
    cr_expect_eq(run.status, EX_OK);
    assert_contains(run.out, "定不下来，保持原值");
    assert_contains(run.out, "彼此相符");
    run_free(&run);
    small_district_free(&district);
}

/* A run of a scenario that extends the fragment has the figures that the fit had, to the last bit. */
Test(calibrate_command, a_scenario_that_extends_the_fragment_gives_the_fit_again)
{
    struct small_district district = district_to_fit(OBSERVED, FIT);
    struct run run = calibrate_in(&district, "en", NULL, NULL);
    struct problems problems = { .count = 0 };
    struct inputs fitted = { .scenario = { .name = NULL } };
    struct inputs again;
    struct calibration calibration;

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    file_write(district.scenario, "format: 1\nextends: model/calibrated.yaml\nhorizon: {first: 2020, last: 2025}\n");
    run = small_run(&district, NULL, NULL, NULL);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);

    cr_assert(model_read(&fitted.model, district.model, &problems));
    cr_assert(calibrate(&fitted, &calibration) == CALIBRATION_FITTED);
    cr_assert(inputs_read(&again, district.scenario, &problems));
    struct fixture_run rerun = fixture_run_inputs(&again, again.scenario.values, 0);

    for (size_t i = 0; i < calibration.compared_count; i++) {
        double value = NAN;

        if (calibration.compared[i].use == FIGURE_USED) {
            cr_assert(observed_value(&again, &rerun.result, &again.model.observations[i], &value) == OBSERVED_MODELLED);
            assert_near(value, calibration.compared[i].after, 0, "as the fit has it");
        }
    }
    fixture_run_free(&rerun);
    calibration_free(&calibration);
    model_free(&fitted.model);
    model_free(&again.model);
    problems_free(&problems);
    small_district_free(&district);
}

Test(calibrate_command, the_fragment_says_what_it_rests_on_and_nothing_of_the_machine)
{
    struct small_district district = district_to_fit(OBSERVED, FIT);
    struct run run = calibrate_in(&district, "en", NULL, NULL);
    char *text = fragment_text(&district);

    cr_assert_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    assert_contains(text, "# xuewei calibrate\n");
    assert_contains(text, "model: \".\"\n");
    assert_contains(text, "measured, register, 2021\n");
    assert_contains(text, "model/observed.csv\n");
    assert_contains(text, "\nenrolment:\n  rate_multiplier:\n    primary: {2021: 1}\n");
    cr_expect_null(strstr(text, district.folder));
    run = calibrate_in(&district, "zh", NULL, NULL);
    char *again = fragment_text(&district);

    cr_expect_eq(run.status, EX_OK, "an earlier fragment is written anew");
    assert_same_text(again, text);
    free(again);
    free(text);
    run_free(&run);
    small_district_free(&district);
}

Test(calibrate_command, a_fragment_elsewhere_finds_its_model)
{
    struct small_district district = district_to_fit(OBSERVED, FIT);
    struct run run = calibrate_in(&district, "en", "--output", "fitted.yaml");
    char *path = joined_path(district.folder, "fitted.yaml");
    char *text = file_text(path, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(text, "model: \"model\"\n");
    cr_expect(!small_has(&district, "model/calibrated.yaml"));
    free(text);
    free(path);
    run_free(&run);
    small_district_free(&district);
}

Test(calibrate_command, what_it_did_not_write_it_leaves_alone)
{
    static const char OWN[] = "format: 1\n# xuewei calibrate\n";
    struct small_district district = district_to_fit(OBSERVED, FIT);
    char *path = joined_path(district.folder, "own.yaml");

    file_write(path, OWN);
    struct run run = calibrate_in(&district, "en", "--output", "own.yaml");
    char *text = file_text(path, NULL);

    cr_expect_eq(run.status, EX_CANTCREAT, "%d", run.status);
    assert_same_text(run.err, "'own.yaml' was not written by xuewei calibrate and is left alone: move it away, or give "
                              "another name with --output\n");
    assert_same_text(run.out, "");
    assert_same_text(text, OWN);
    run_free(&run);
    run = calibrate_in(&district, "en", "--csv", "model/towns.csv");
    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, "is a file of the model itself");
    run_free(&run);
    run = calibrate_in(&district, "en", "--csv", "model/calibrated.yaml");
    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, "they are two files");
    cr_expect(!small_has(&district, "model/calibrated.yaml"));
    run_free(&run);
    run = calibrate_in(&district, "en", "--output", "none/fitted.yaml");
    cr_expect_eq(run.status, EX_CANTCREAT);
    assert_contains(run.err, "none/fitted.yaml");
    run_free(&run);
    run = calibrate_in(&district, "en", "--output", "/dev/full");
    cr_expect_eq(run.status, EX_IOERR);
    run_free(&run);
    free(text);
    free(path);
    small_district_free(&district);
}

Test(calibrate_command, a_table_of_it_all_on_request)
{
    struct small_district district = district_to_fit(OBSERVED, FIT);
    struct run run = calibrate_in(&district, "en", "--csv", "fit.csv");
    char *path = joined_path(district.folder, "fit.csv");
    char *csv = file_text(path, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(csv, "\xEF\xBB\xBFrow,name,of,period,value,standard_error,prior,prior_error,step_error,"
                         "share_from_data,standing,before,after,residual,residual_in_errors,status,source\n");
    assert_contains(csv, "\nparameter,enrolment.rate_multiplier,primary,2021,1,,,,,,held,1,1,,,,\n");
    assert_contains(csv, "\nfigure,residents,Residents,2022-12-31,6200,,,,,,no_error,,,,,measured,no error known\n");
    assert_contains(csv, ",\"register, 2021\"\n");
    free(csv);
    free(path);
    run_free(&run);
    small_district_free(&district);
}

Test(calibrate_command, figures_that_contradict_one_another_are_named)
{
    static const char TWO[] = "series,period_start,period_end,value,standard_error,source\n"
                              "births,2021-01-01,2021-12-31,150,3,registrar\n"
                              "births,2021-01-01,2021-12-30,230,3,hospitals\n";
    struct small_district district =
        district_to_fit(TWO, "calibration: {fit: [{parameter: fertility.multiplier, first: 2021, last: 2021}]}\n");
    struct run run = calibrate_in(&district, "en", NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "These figures contradict one another");
    assert_contains(run.out, "Births 2021: still 13.4 standard errors off after the fit (observed 150, model 190).");
    run_free(&run);
    small_district_free(&district);
}

static void expect_refusal(const char *observed, const char *fit, const char *words)
{
    struct small_district district = district_to_fit(observed, fit);
    struct run run = calibrate_in(&district, "en", NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR, "%d", run.status);
    assert_contains(run.err, words);
    assert_same_text(run.out, "");
    cr_expect(!small_has(&district, "model/calibrated.yaml"));
    run_free(&run);
    small_district_free(&district);
}

Test(calibrate_command, migrants_by_age_become_the_schedule_of_the_fragment)
{
    static const char GROUPS[] = "age,migrants\n0-2,300\n3-5,210\n6-8,150\n9-11,120\n12-14,130\n15-17,420\n18-20,900\n"
                                 "21-22,540\n23+,430\n";
    static const char BOUNDS[] = "first_age,last_age,migrants\n0,2,300\n3,5,210\n6,8,150\n9,11,120\n12,14,130\n"
                                 "15,17,420\n18,20,900\n21,22,540\n23,24,430\n";
    struct small_district district = district_to_fit(OBSERVED, FIT);

    small_table(&district, "migrants_by_age.csv", GROUPS);
    struct run run = calibrate_in(&district, "en", "--csv", "fit.csv");
    char *text = fragment_text(&district);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.out, "migration.schedule_mu2");
    assert_contains(run.out, "Migrants by age");
    assert_contains(text, "\nmigration:\n  added: {2020: ");
    assert_contains(text, "\n  schedule_a1: ");
    assert_contains(text, "\n  schedule_c: ");
    run_free(&run);
    file_write(district.scenario, "format: 1\nextends: model/calibrated.yaml\nhorizon: {first: 2020, last: 2025}\n");
    run = small_run(&district, NULL, NULL, NULL);
    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    small_table(&district, "migrants_by_age.csv", BOUNDS);
    run = calibrate_in(&district, "en", NULL, NULL);
    char *same = fragment_text(&district);

    assert_same_text(strstr(same, "\nformat: 1"), strstr(text, "\nformat: 1"));
    free(same);
    free(text);
    run_free(&run);
    small_append(&district, "district.yaml", "    - {parameter: migration.schedule_mu2}\n");
    run = calibrate_in(&district, "en", NULL, NULL);
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "migration.schedule_mu2 is fitted to migrants_by_age.csv already");
    run_free(&run);
    small_district_free(&district);
}

Test(calibrate_command, too_little_to_go_by_is_explained)
{
    static const char NOTHING[] = "series,period_start,period_end,value,standard_error,source\n";
    static const char WEIGHTLESS[] = "series,period_start,period_end,value,standard_error,source\n"
                                     "births,2021-01-01,2021-12-31,270,,registrar\n"
                                     "births,2071-01-01,2071-12-31,270,3,registrar\n";

    expect_refusal(OBSERVED, "", "the model does not say what to fit");
    expect_refusal(NOTHING, FIT, "no figure to fit to: it has no rows, or is not there");
    expect_refusal(WEIGHTLESS, FIT,
                   "no figure to fit to: not used: outside the model's years x 1; not used: without "
                   "standard error x 1");
    expect_refusal(OBSERVED, "calibration: {fit: [{parameter: supply.backlog, key: primary}]}\n",
                   "tells of any of the unknowns");
}

Test(calibrate_command, usage_and_missing_models)
{
    struct run run = run_program(ARGUMENTS("--lang", "en", "calibrate"));

    cr_expect_eq(run.status, EX_USAGE);
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "calibrate", "--outptu", "x"));
    cr_expect_eq(run.status, EX_USAGE);
    assert_contains(run.err, "did you mean '--output'?");
    run_free(&run);
    run = run_program(ARGUMENTS("--lang", "en", "calibrate", "/nowhere/model"));
    cr_expect_eq(run.status, EX_NOINPUT);
    run_free(&run);
}
