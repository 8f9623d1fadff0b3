#include "small_plan.h"

Test(rules_counts, C1_growth_of_schools_against_projects_relocations_taken_off)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[JUNIOR_SCHOOL].kind = KIND_RELOCATE;
    plan.rows[JUNIOR_SCHOOL].replaced_seats = 800;
    small_total(&plan, "indicators", "", "primary junior", "schools", 2025, 12);
    small_total(&plan, "indicators", "", "primary junior", "schools", 2020, 10);
    const struct finding *finding = only_finding(&audit, &plan, RULE_C1);

    assert_figures(finding, 12, 11);
    assert_contains(finding->arithmetic.text[ENGLISH], "2 new ones (1 relocated) + 0 received");
    assert_contains(finding->arithmetic.text[ENGLISH], "10 + 1 = 11; printed 12, 2 more; difference 1");
    cr_expect_str_eq(finding->rows, "P");
    audit_free(&audit);
    plan.totals[plan.model.plan_total_count - 2].printed = 11;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_C1], 1);
    audit_free(&audit);
}

Test(rules_counts, C1_looks_at_the_first_and_the_last_year_only)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    small_total(&plan, "indicators", "", "primary", "public_schools", 2020, 10);
    small_total(&plan, "indicators", "", "primary", "public_schools", 2023, 99);
    small_total(&plan, "indicators", "", "primary", "public_schools", 2025, 11);
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_C1], 1);
    audit_free(&audit);
}

Test(rules_counts, C1_takes_closures_off_and_leaves_later_projects)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].kind = KIND_RECEIVE;
    plan.projects[JUNIOR_SCHOOL].completion = 2027;
    small_project(&plan, PROJECTS, "X", "9", JUNIOR, 0, 0);
    plan.projects[PROJECTS].kind = KIND_CLOSE;
    plan.projects[PROJECTS].cost_wan_yuan = NAN;
    plan.model.project_count = plan.model.project_seats_count = PROJECTS + 1;
    small_total(&plan, "indicators", "", "primary junior", "schools", 2020, 10);
    small_total(&plan, "indicators", "", "primary junior", "schools", 2025, 10);
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_C1], 1);
    audit_free(&audit);
}

Test(rules_counts, C2_is_for_kindergartens)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    small_total(&plan, "indicators", "", "kindergarten", "public_schools", 2020, 14);
    small_total(&plan, "indicators", "", "kindergarten", "public_schools", 2025, 16);
    assert_figures(only_finding(&audit, &plan, RULE_C2), 16, 15);
    audit_free(&audit);
}

Test(rules_counts, F1_need_above_what_is_planned)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };
    static const bool SCHOOLS[LEVELS] = { false, true, true };

    small_plan_begin(&plan);
    plan.targets[0] = (struct target) { SCHOOLS, 2580, 2025 };
    plan.model.target_count = 1;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_F1], 1);
    audit_free(&audit);
    plan.targets[0].seats = 4000;
    const struct finding *finding = only_finding(&audit, &plan, RULE_F1);

    assert_figures(finding, 2580, 4000);
    cr_expect_str_eq(finding->arithmetic.text[ENGLISH], "4,000 - 2,580 = 1,420 (35.5 %) uncovered");
    audit_free(&audit);
}

static const bool PRIMARY_ONLY[LEVELS] = { false, true, false };

static void staff(struct small_plan *plan, const char *item, double persons)
{
    plan->staffing[plan->model.staffing_count++] = (struct staffing) { item, PRIMARY_ONLY, persons, MEASURED };
}

Test(rules_counts, A6_temporary_staff_against_what_is_left)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    staff(&plan, "posts_required", 100);
    staff(&plan, "posts_filled", 60);
    staff(&plan, "purchased_new", 10);
    staff(&plan, "recruited", 5);
    staff(&plan, "temporary", 25);
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_A6], 1);
    audit_free(&audit);
    plan.staffing[4].persons = 30;
    const struct finding *finding = only_finding(&audit, &plan, RULE_A6);

    assert_figures(finding, 30, 25);
    assert_contains(finding->arithmetic.text[ENGLISH], "100 - 60 = 40; less 10 + 5 = 15, still empty 40 - 15 = 25");
    audit_free(&audit);
}

Test(rules_counts, F6_posts_required_against_pupils)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    staff(&plan, "posts_required", 53);
    plan.from_pupils[PRIMARY] = true;
    plan.pupils[PRIMARY] = 1000;
    plan.levels[PRIMARY].pupils_per_post = 19;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.agreed_by[RULE_F6], 1, "1,000 / 19 = 52.6");
    audit_free(&audit);
    plan.staffing[0].persons = 60;
    audit_model(&audit, &plan.model);
    assert_near(finding_of(&audit, RULE_F6, 1)->expected, 1000.0 / 19, 1e-9, "posts");
    audit_free(&audit);
}

Test(rules_counts, F6_adds_up_the_towns)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };
    static const double PUPILS[2 * LEVELS] = { 0, 400, 0, 0, 600, 0 };

    small_plan_begin(&plan);
    staff(&plan, "posts_required", 50);
    plan.from_pupils[PRIMARY] = true;
    plan.levels[PRIMARY].pupils_per_post = 20;
    plan.model.public_pupils = PUPILS;
    plan.model.pupils_by_town = true;
    plan.model.town_count = 2;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.agreed_by[RULE_F6], 1);
    audit_free(&audit);
}

Test(rules_counts, F10_staff_by_pupils_and_by_classes)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.levels[KINDERGARTEN].posts_per_class = 3;
    plan.levels[PRIMARY].pupils_per_post = 19;
    plan.levels[JUNIOR].pupils_per_post = 13.5;
    audit_model(&audit, &plan.model);
    const struct finding *finding = finding_of(&audit, RULE_F10, 2);

    cr_expect_eq(finding[0].expected, 27);
    cr_expect_eq(finding[1].expected, 57 + 111);
    assert_contains(finding[1].arithmetic.text[ENGLISH], "57 + 111 = 168");
    audit_free(&audit);
}
