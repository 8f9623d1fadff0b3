#include "small_plan.h"

Test(rules_seats, A8_rooms_against_seats)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.rows[PRIMARY_SCHOOL].text_rooms = 25;
    const struct finding *finding = only_finding(&audit, &plan, RULE_A8);

    assert_figures(finding, 1080, 1125);
    cr_expect_str_eq(finding->arithmetic.text[ENGLISH], "25 rooms x 45 = 1,125, seats 1,080; difference -45");
    audit_free(&audit);
}

Test(rules_seats, A10_classes_against_seats)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.rows[PRIMARY_SCHOOL].classes = 25;
    assert_figures(only_finding(&audit, &plan, RULE_A10), 1080, 1125);
    audit_free(&audit);
}

/* Class sizes that differ by grade: 25, 30, 35. Nine classes are three of each; of ten nobody knows which. */
Test(rules_seats, A10_knows_that_grades_have_different_classes)
{
    static const struct {
        double classes, seats;
        bool fits;
    } CASES[] = { { 9, 270, true },  { 9, 275, false },  { 10, 250, true },
                  { 10, 350, true }, { 10, 351, false }, { 10, 249, false } };

    for (size_t index = 0; index < sizeof CASES / sizeof *CASES; index++) {
        struct small_plan plan;
        struct audit audit = { .finding_count = 0 };

        small_plan_begin(&plan);
        plan.rows[KINDERGARTEN_SCHOOL].classes = CASES[index].classes;
        plan.rows[KINDERGARTEN_SCHOOL].seats = CASES[index].seats;
        plan.projects[KINDERGARTEN_SCHOOL].land_m2 = 9000;
        audit_model(&audit, &plan.model);
        finding_of(&audit, RULE_A10, CASES[index].fits ? 0 : 1);
        audit_free(&audit);
    }
}

Test(rules_seats, C4_a_project_without_seats)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.rows[PROJECTS] = (struct project_seats) { PROJECTS, JUNIOR, 0, 0, 0, NAN, NAN, NAN };
    plan.projects[PROJECTS] = plan.projects[JUNIOR_SCHOOL];
    plan.projects[PROJECTS].id = "D";
    plan.projects[PROJECTS].kind = KIND_EXPAND;
    plan.model.project_count = plan.model.project_seats_count = PROJECTS + 1;
    plan.totals[3].printed = 3000;
    cr_expect_str_eq(only_finding(&audit, &plan, RULE_C4)->rows, "D");
    audit_free(&audit);
}

Test(rules_seats, C5_relocated_and_rebuilt_seats_are_gross)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].kind = KIND_RELOCATE;
    plan.projects[JUNIOR_SCHOOL].kind = KIND_REBUILD;
    const struct finding *finding = only_finding(&audit, &plan, RULE_C5);

    assert_figures(finding, 2580, 0);
    assert_contains(finding->arithmetic.text[ENGLISH], "1,080 + 1,500 = 2,580");
    assert_contains(finding->arithmetic.text[ENGLISH], "net between 0 and 2,580; all net between 0 and 2,580");
    audit_free(&audit);
    plan.rows[PRIMARY_SCHOOL].replaced_seats = 400;
    assert_figures(only_finding(&audit, &plan, RULE_C5), 2580, 1080);
    audit_free(&audit);
    plan.rows[JUNIOR_SCHOOL].replaced_seats = 1;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0, "what is replaced is known");
    audit_free(&audit);
}

Test(rules_seats, E4_raised_class_sizes)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    for (size_t grade = 0; grade < 6; grade++) {
        plan.raised[PRIMARY][grade] = 50;
    }
    const struct finding *finding = only_finding(&audit, &plan, RULE_E4);

    assert_figures(finding, 2580, 2700);
    cr_expect_str_eq(finding->arithmetic.text[ENGLISH], "120 more (4.7 %); 2,580 + 120 = 2,700");
    audit_free(&audit);
}
