#include "small_plan.h"

Test(rules_groups, B1_undated)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[JUNIOR_SCHOOL].start = plan.projects[JUNIOR_SCHOOL].completion = NO_YEAR;
    const struct finding *finding = only_finding(&audit, &plan, RULE_B1);

    assert_figures(finding, 2580, 1080);
    cr_expect_str_eq(finding->arithmetic.text[ENGLISH],
                     "projects: 1; seats 1,500, 58.1 % of 2,580; dated supply 1,080");
    cr_expect_str_eq(finding->rows, "J");
    audit_free(&audit);
}

Test(rules_groups, B2_undecided_start_counts_only_within_the_plan)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[KINDERGARTEN_SCHOOL].start = NO_YEAR;
    plan.projects[KINDERGARTEN_SCHOOL].start_undecided = true;
    assert_figures(only_finding(&audit, &plan, RULE_B2), 270, 0);
    audit_free(&audit);
    plan.projects[KINDERGARTEN_SCHOOL].completion = 2026;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    audit_free(&audit);
}

Test(rules_groups, B3_started_early)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].start = 2020;
    assert_figures(only_finding(&audit, &plan, RULE_B3), 2580, 1500);
    audit_free(&audit);
}

Test(rules_groups, dates_are_left_alone_without_a_plan)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.model.plan_first = plan.model.plan_last = NO_YEAR;
    plan.projects[PRIMARY_SCHOOL].start_undecided = true;
    plan.projects[PRIMARY_SCHOOL].start = 1;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    audit_free(&audit);
}

Test(rules_groups, B5_the_last_year)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].completion = 2025;
    const struct finding *finding = only_finding(&audit, &plan, RULE_B5);

    assert_figures(finding, 2580, 1500);
    assert_contains(finding->arithmetic.text[ENGLISH], "a year late leaves 1,500 in 2025");
    audit_free(&audit);
}

/* A primary school of 2024 has two of its six grades in 2025, a junior school of 2022 all of its three. */
Test(rules_groups, B6_grade_by_grade)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.levels[PRIMARY].opens_in_full = plan.levels[JUNIOR].opens_in_full = false;
    plan.projects[PRIMARY_SCHOOL].completion = 2024;
    const struct finding *finding = only_finding(&audit, &plan, RULE_B6);

    assert_figures(finding, 2580, 360 + 1500);
    audit_free(&audit);
    plan.projects[PRIMARY_SCHOOL].kind = KIND_EXPAND;
    plan.projects[JUNIOR_SCHOOL].completion = 2023;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0, "extensions open in full, and three years fill three grades");
    audit_free(&audit);
}

Test(rules_groups, C9_developers)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].builder = BUILDER_DEVELOPER;
    plan.projects[PRIMARY_SCHOOL].cost_wan_yuan = NAN;
    plan.totals[3].printed = 1000;
    assert_figures(only_finding(&audit, &plan, RULE_C9), 2580, 1500);
    audit_free(&audit);
}

Test(rules_groups, C10_places)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].town_status = ASSUMED;
    const struct finding *finding = only_finding(&audit, &plan, RULE_C10);

    cr_expect_str_eq(finding->arithmetic.text[ENGLISH],
                     "of 2,580 seats: town named 1,500 (58.1 %), derived 0 (0.0 %), assumed 1,080 (41.9 %)");
    audit_free(&audit);
}

Test(rules_groups, E8_extensions_without_land)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].kind = KIND_EXPAND;
    plan.projects[PRIMARY_SCHOOL].land_m2 = NAN;
    assert_figures(only_finding(&audit, &plan, RULE_E8), 2580, 1500);
    audit_free(&audit);
}

Test(rules_groups, F8_the_next_level_has_fewer_seats_a_grade)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.rows[JUNIOR_SCHOOL] = (struct project_seats) { JUNIOR_SCHOOL, JUNIOR, 500, 10, 0, 500, 500, 10 };
    plan.totals[1].printed = 1580;
    plan.totals[4].printed = 10;
    plan.types[2].minimum_classes = 0;
    const struct finding *finding = only_finding(&audit, &plan, RULE_F8);

    assert_figures(finding, 500, 540);
    assert_contains(finding->arithmetic.text[ENGLISH], "to match 540, 40 short");
    audit_free(&audit);
}
