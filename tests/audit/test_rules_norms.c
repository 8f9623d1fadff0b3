#include "small_plan.h"

Test(rules_norms, E1_too_few_classes)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.types[1].minimum_classes = 25;
    assert_figures(only_finding(&audit, &plan, RULE_E1), 24, 25);
    audit_free(&audit);
    plan.projects[PRIMARY_SCHOOL].kind = KIND_EXPAND;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0, "an extension is no school");
    audit_free(&audit);
}

Test(rules_norms, E1_says_that_a_rebuilt_school_is_not_new)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.types[1].minimum_classes = 25;
    plan.projects[PRIMARY_SCHOOL].kind = KIND_REBUILD;
    plan.rows[PRIMARY_SCHOOL].replaced_seats = 500;
    assert_contains(only_finding(&audit, &plan, RULE_E1)->reading.text[ENGLISH], "may not hold for a rebuilding");
    audit_free(&audit);
}

Test(rules_norms, E1_goes_by_the_levels_that_a_school_has)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    /* Both rows are one nine-year school of 54 classes. */
    plan.model.project_count = 2;
    plan.projects[1] = plan.projects[KINDERGARTEN_SCHOOL];
    plan.projects[0].land_m2 = 60000;
    plan.rows[1].project = 0;
    plan.rows[2].project = 1;
    plan.totals[3].printed = 1000;
    plan.types[3].minimum_classes = 55;
    plan.types[3].maximum_pupils = 2579;
    audit_model(&audit, &plan.model);
    assert_figures(finding_of(&audit, RULE_E1, 1), 54, 55);
    assert_figures(finding_of(&audit, RULE_E5, 1), 2580, 2579);
    cr_expect_eq(audit.finding_count, 2);
    audit_free(&audit);
}

Test(rules_norms, E5_and_E6_too_many_pupils)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.types[2].maximum_pupils = 1499;
    assert_figures(only_finding(&audit, &plan, RULE_E5), 1500, 1499);
    audit_free(&audit);
    plan.types[2].maximum_pupils = 1500;
    plan.types[0].maximum_pupils = 269;
    assert_figures(only_finding(&audit, &plan, RULE_E6), 270, 269);
    audit_free(&audit);
}

Test(rules_norms, E2_land_of_a_school_and_of_all)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].land_m2 = 10800;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 2);
    const struct finding *all = finding_of(&audit, RULE_E2, 2);

    assert_figures(all, 10800 + 37500, 21600 + 37500);
    assert_contains(all->arithmetic.text[ENGLISH],
                    "4.83 ha (72.5 mu) / norm 5.91 ha (88.7 mu) = 81.7 %; 1 meet it; 0 more");
    assert_figures(&all[1], 10800, 21600);
    cr_expect_str_eq(
        all[1].arithmetic.text[ENGLISH],
        "land 10,800 m2 / 1,080 seats = 10 m2 each, 50.0 % of the norm 21,600 m2; 10,800 m2 (16.2 mu) short");
    audit_free(&audit);
}

Test(rules_norms, E2_passes_over_projects_that_give_no_land)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].land_m2 = NAN;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_E2], 2);
    audit_free(&audit);
}

Test(rules_norms, E3_is_for_levels_before_school_age)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[KINDERGARTEN_SCHOOL].land_m2 = 4049;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 2);
    finding_of(&audit, RULE_E3, 2);
    audit_free(&audit);
}

Test(rules_norms, E5_leaves_extensions_whose_school_is_not_known)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.types[1].maximum_pupils = 100;
    plan.projects[PRIMARY_SCHOOL].kind = KIND_EXPAND;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    audit_free(&audit);
}

/* Where a school type joins kindergarten and primary school, the two are one group, and that is a school. */
Test(rules_norms, a_school_with_a_kindergarten_is_a_school)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.has[3][KINDERGARTEN] = true;
    plan.projects[KINDERGARTEN_SCHOOL].land_m2 = 4049;
    audit_model(&audit, &plan.model);
    finding_of(&audit, RULE_E3, 0);
    finding_of(&audit, RULE_E2, 2);
    audit_free(&audit);
}

Test(rules_norms, a_project_of_no_school_type_has_no_size_norm)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.model.school_type_count = 1;
    plan.rows[PRIMARY_SCHOOL].text_rooms = NAN;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_E1], 1);
    audit_free(&audit);
}
