/* What only a run can find: figures of a district that contradict each other. Through the program, as users meet it. */
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>

#include "small_district.h"
#include "support.h"

#include <criterion/criterion.h>

/* Runs the district, which must be refused with exactly this message and without a result. */
static void assert_refused(const struct small_district *district, const char *message)
{
    struct run run = small_run(district, NULL, NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR, "status %d", run.status);
    assert_same_text(run.err, message);
    cr_expect_str_empty(run.out);
    cr_expect_not(small_has(district, "output"), "a result was written");
    run_free(&run);
}

Test(plausible, more_public_pupils_than_children_in_a_town)
{
    struct small_district district = small_district();

    /* 120 children in each of ages 11 to 13 and 0.9 of as many of age 14: 468 enrolled, 500 / 468 = 1.068. */
    small_change(&district, "enrolment.csv", "east,junior,351,", "east,junior,500,");
    assert_refused(&district, "model/enrolment.csv: junior: east has more public pupils than enrolled children (share "
                              "1.068); see enrolment.csv, enrolment_rates.csv and the population\n");
    small_district_free(&district);
}

Test(plausible, more_public_pupils_than_children_in_the_district)
{
    struct small_district district = small_district();

    small_table(&district, "enrolment.csv", "level,public_pupils\nprimary,1000\njunior,1638\n");
    struct run run = small_run(&district, NULL, NULL, NULL);

    /* Enrolled: 468 in the first town, half of it in the second, a quarter in the third: 819 of all. */
    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "junior: model has more public pupils than enrolled children (share 2.000)");
    cr_expect_null(strstr(run.err, "primary:"));
    run_free(&run);
    small_district_free(&district);
}

/* The last pupil for whom there is a child is no mistake. */
Test(plausible, as_many_public_pupils_as_children)
{
    struct small_district district = small_district();

    small_change(&district, "enrolment.csv", "east,junior,351,", "east,junior,468,");
    struct run run = small_run(&district, "--tables", "none", NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    cr_expect_str_empty(run.err);
    run_free(&run);
    small_district_free(&district);
}

/* A peak that rises so fast to an age beyond all of them has nobody below it. */
Test(plausible, schedule_of_migration_without_anybody)
{
    struct small_district district = small_district();

    file_write(district.scenario, "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n"
                                  "migration: {added: 10, schedule_a1: 0, schedule_c: 0, schedule_mu2: 100, "
                                  "schedule_lambda2: 10}\n");
    struct run run = small_run(&district, NULL, NULL, NULL);

    cr_expect_eq(run.status, EX_DATAERR);
    assert_contains(run.err, "the age schedule of migration is 0 at all ages from 0 to ");
    run_free(&run);
    small_district_free(&district);
}

Test(plausible, closures_of_more_seats_than_there_are)
{
    struct small_district district = small_district();

    /* 160 seats less 600. */
    small_change(&district, "project_seats.csv", "F,junior,60,", "F,junior,600,");
    assert_refused(&district, "model/project_seats.csv: junior: north has -440 seats in school year 2024, below zero; "
                              "closures, replaced seats or supply.backlog take more than there is\n");
    small_district_free(&district);
}

Test(plausible, closures_of_all_the_seats_that_there_are)
{
    struct small_district district = small_district();

    small_change(&district, "project_seats.csv", "F,junior,60,", "F,junior,160,");
    struct run run = small_run(&district, "--tables", "none", NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    small_district_free(&district);
}

/* There is no table of projects to look into: the message stands without a file, once for each town. */
Test(plausible, a_backlog_of_more_seats_than_there_are)
{
    struct small_district district = small_district();

    small_table(&district, "projects.csv", NULL);
    small_table(&district, "project_seats.csv", NULL);
    file_write(district.scenario, "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n"
                                  "supply: {backlog: {primary: -2160}}\n");
    assert_refused(&district, "primary: east has -600 seats in school year 2020, below zero; closures, replaced seats "
                              "or supply.backlog take more than there is\n"
                              "primary: west has -320 seats in school year 2020, below zero; closures, replaced seats "
                              "or supply.backlog take more than there is\n"
                              "primary: north has -160 seats in school year 2020, below zero; closures, replaced "
                              "seats or supply.backlog take more than there is\n");
    small_district_free(&district);
}

/* Nobody is taken below zero, which is noted and no mistake. */
Test(plausible, migrants_that_a_town_does_not_have)
{
    struct small_district district = small_district();

    small_change(&district, "migration.csv", "north,2023,-20", "north,2023,-5000");
    struct run run = small_run(&district, NULL, NULL, NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_contains(run.err, "note: migrants would have taken more people than some ages have; ");
    assert_contains(run.err, "see column floored of components.csv");
    cr_expect(small_has(&district, "output/small/components.csv"));
    run_free(&run);
    small_district_free(&district);
}

/* Kindergarten classes have 20, 25 and 30 children here: the smallest of them counts. */
Test(plausible, classes_made_too_small)
{
    struct small_district district = small_district();

    file_write(district.scenario, "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n"
                                  "norms: {class_size_added: {kindergarten: -15.5}}\n");
    assert_refused(&district, "kindergarten: with the scenario's norms.class_size_added a class has 4.5 pupils, "
                              "allowed is 5 or more\n");
    file_write(district.scenario, "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n"
                                  "norms: {class_size_added: {kindergarten: -15}}\n");
    struct run run = small_run(&district, "--tables", "none", NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    run_free(&run);
    small_district_free(&district);
}

/* The district's pupils, as many in every grade of junior school and in 2019 as in 2020: 210 children are of each age.
 */
static void know_junior_pupils(const struct small_district *district, int pupils)
{
    char text[512] = "year,level,grade,pupils\n";

    for (int row = 0; row < 8; row++) {
        char line[64];

        snprintf(line, sizeof line, "%d,junior,%d,%d\n", 2019 + row / 4, row % 4 + 1, pupils);
        strcat(text, line);
    }
    small_table(district, "pupils.csv", text);
    small_change(district, "district.yaml", "migration:", "enrolment: {method: progression}\nmigration:");
}

/* A few more pupils than children are those who come from elsewhere; many more get a word; more than twice as many are
 * a mistake, as they are in enrolment_rates.csv. */
Test(plausible, pupils_by_progression_beside_children)
{
    static const struct {
        int pupils;
        const char *start;
        int status;
    } cases[] = {
        { 225, NULL, EX_OK },
        { 240, "model/pupils.csv: note: junior: by grade progression the district has 1.", EX_OK },
        { 500, "model/pupils.csv: junior: by grade progression the district has 2.", EX_DATAERR },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct small_district district = small_district();

        know_junior_pupils(&district, cases[i].pupils);
        struct run run = small_run(&district, "--tables", "none", NULL);

        cr_expect_eq(run.status, cases[i].status, "%d: %s", cases[i].pupils, run.err);
        if (cases[i].start == NULL) {
            cr_expect_str_empty(run.err);
        } else {
            cr_expect_eq(strncmp(run.err, cases[i].start, strlen(cases[i].start)), 0, "%s", run.err);
        }
        run_free(&run);
        small_district_free(&district);
    }
}

/* enrolment.csv has 702 public pupils of junior school, pupils.csv 4 x 100 of both kinds. */
Test(plausible, more_public_pupils_than_pupils)
{
    struct small_district district = small_district();

    small_table(&district, "enrolment.csv", "level,public_pupils\nprimary,1000\njunior,702\n");
    know_junior_pupils(&district, 100);
    assert_refused(&district,
                   "model/enrolment.csv: junior: model has more public pupils in enrolment.csv than pupils of "
                   "the base year in pupils.csv (share 1.755); the two have to agree\n");
    small_district_free(&district);
}

/* 30 dwellings of 2.5 people in the north, whose net migration is 0 in every year. */
static struct small_district with_housing(void)
{
    struct small_district district = small_district();
    char persons[1000] = "age,persons\n";

    for (int age = 0; age <= 24; age++) {
        sprintf(persons + strlen(persons), "%d,0.1\n", age);
    }
    small_table(&district, "housing_persons.csv", persons);
    small_table(&district, "housing.csv",
                "estate,name_zh,name_en,town,units,handover,years_to_fill,status\n"
                "park,,,north,30,2022,1,assumed\n");
    return district;
}

/* Runs the district with housing in this place; it must be run, with exactly these notes. */
static void assert_noted(const struct small_district *district, const char *place, const char *notes)
{
    char scenario[200];

    snprintf(scenario, sizeof scenario,
             "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\nmigration: {housing: %s}\n", place);
    file_write(district->scenario, scenario);
    struct run run = small_run(district, "--tables", "none", NULL);

    cr_expect_eq(run.status, EX_OK, "%s", run.err);
    assert_same_text(run.err, notes);
    run_free(&run);
}

Test(plausible, housing_in_a_total_that_is_too_small)
{
    struct small_district district = with_housing();

    small_change(&district, "district.yaml", "{rule: even, schedule: standard}",
                 "{rule: even, schedule: standard, housing: on_top}");
    assert_noted(&district, "on_top", "");
    assert_noted(&district, "inside",
                 "model/housing.csv: note: in 'north' in 2022, 75 move into new housing, more than the migration total "
                 "of 0 that they are part of: the others become -75; if the total does not know of this housing, "
                 "choose on_top\n");
    assert_noted(&district, "inside_district",
                 "model/housing.csv: note: in 'model' in 2022, 75 move into new housing, more than the migration total "
                 "of 0 that they are part of: the others become -75; if the total does not know of this housing, "
                 "choose on_top\n");
    small_district_free(&district);
}

Test(plausible, housing_in_a_total_that_is_not_there)
{
    struct small_district district = with_housing();

    small_table(&district, "migration.csv", NULL);
    small_change(&district, "district.yaml", "{rule: even, schedule: standard}",
                 "{rule: even, schedule: standard, housing: inside}");
    assert_noted(&district, "on_top", "");
    assert_noted(&district, "inside",
                 "small.yaml:4:22: note: there is no migration.csv, so the total that housing is inside of is 0 (or "
                 "migration.added): as many others leave as move into new housing\n");
    file_write(district.scenario, "format: 1\nmodel: model\nhorizon: {first: 2020, last: 2025}\n");
    struct run run = small_run(&district, "--tables", "none", NULL);

    assert_same_text(run.err,
                     "model/district.yaml: note: there is no migration.csv, so the total that housing is inside of is "
                     "0 (or migration.added): as many others leave as move into new housing\n");
    run_free(&run);
    small_district_free(&district);
}

/* What a run says of new housing among its notes. */
Test(plausible, housing_is_told)
{
    struct small_district district = with_housing();

    small_change(&district, "district.yaml", "{rule: even, schedule: standard}",
                 "{rule: even, schedule: standard, housing: on_top}");
    struct run run = small_run(&district, "--tables", "none", NULL);

    assert_contains(run.out, "New housing by 2025: 30 dwellings, 75 people move in (into assumed estates: 75), 36 of "
                             "them of school ages then; they come on top of the migration.");
    run_free(&run);
    small_district_free(&district);
}
