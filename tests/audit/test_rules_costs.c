#include "small_plan.h"

Test(rules_costs, A3_a_blank_column_beside_a_cost_in_the_text)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].cost_wan_yuan = NAN;
    plan.projects[PRIMARY_SCHOOL].cost_text = 860;
    plan.projects[JUNIOR_SCHOOL].part = "2";
    plan.totals[3].printed = 1000;
    const struct finding *finding = only_finding(&audit, &plan, RULE_A3);

    cr_expect(isnan(finding->found) && isnan(finding->difference));
    cr_expect_eq(finding->expected, 860);
    assert_contains(finding->arithmetic.text[ENGLISH], "the part 0 + 860 = 860; all 1,000 + 860 = 1,860");
    audit_free(&audit);
}

Test(rules_costs, A3_is_silent_where_the_column_has_it_or_nothing_has)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].cost_text = 1000;
    plan.projects[KINDERGARTEN_SCHOOL].cost_wan_yuan = NAN;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_A3], 1);
    audit_free(&audit);
}

Test(rules_costs, A4_a_donor_inside_the_total)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[JUNIOR_SCHOOL].builder = BUILDER_DONOR;
    plan.projects[JUNIOR_SCHOOL].cost_wan_yuan = 845;
    plan.totals[3].printed = 1845;
    const struct finding *finding = only_finding(&audit, &plan, RULE_A4);

    assert_figures(finding, 1845, 1000);
    assert_contains(finding->arithmetic.text[ENGLISH], "government only 1,845 - 845 = 1,000");
    assert_contains(finding->arithmetic.text[ENGLISH], "everything known 1,845");
    cr_expect_str_eq(finding->rows, "J");
    audit_free(&audit);
    plan.projects[JUNIOR_SCHOOL].builder = BUILDER_TOWN;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0, "a town is government");
    audit_free(&audit);
    plan.projects[JUNIOR_SCHOOL].builder = BUILDER_DEVELOPER;
    audit_model(&audit, &plan.model);
    assert_figures(finding_of(&audit, RULE_A4, 1), 1845, 1000);
    audit_free(&audit);
}

Test(rules_costs, A4_is_silent_where_a_donor_is_not_in_the_column)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[JUNIOR_SCHOOL].builder = BUILDER_DONOR;
    plan.projects[JUNIOR_SCHOOL].cost_wan_yuan = NAN;
    plan.totals[3].printed = 1000;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_A4], 2, "one for each annex");
    audit_free(&audit);
}
