#include "small_plan.h"

Test(audit, a_sound_plan_has_no_findings_and_its_checks_are_counted)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0, "found %s", audit.finding_count ? audit.findings[0].arithmetic.text[1] : "");
    cr_expect_eq(audit.agreed_by[RULE_A1], 5);
    cr_expect_eq(audit.agreed_by[RULE_A2], 3);
    cr_expect_eq(audit.agreed_by[RULE_A10], 3);
    cr_expect_eq(audit.agreed_by[RULE_E1], 3);
    cr_expect_eq(audit.agreed_by[RULE_E2], 3, "the total and two schools");
    cr_expect_eq(audit.agreed_by[RULE_E3], 2, "the total and one kindergarten");
    cr_expect_eq(audit_disagreements(&audit), 0);
    audit_free(&audit);
    audit_free(&audit);
}

Test(audit, agreed_checks_add_up_by_rule)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };
    size_t sum = 0;

    small_plan_begin(&plan);
    audit_model(&audit, &plan.model);
    for (size_t rule = 0; rule < AUDIT_RULES; rule++) {
        sum += audit.agreed_by[rule];
    }
    cr_expect_eq(sum, audit.agreed_count);
    for (size_t index = 1; index < audit.agreed_count; index++) {
        cr_expect_leq(audit.agreed[index - 1].rule, audit.agreed[index].rule);
    }
    audit_free(&audit);
}

Test(audit, a_model_without_a_plan_is_silent)
{
    struct model model = { .level_count = 0 };
    struct audit audit = { .finding_count = 0 };

    audit_model(&audit, &model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_count, 0);
    audit_free(&audit);
}

Test(audit, outlives_the_model)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };
    char id[] = "Q7";

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].id = id;
    plan.projects[PRIMARY_SCHOOL].completion = NO_YEAR;
    only_finding(&audit, &plan, RULE_B1);
    memset(id, 'x', 2);
    memset(&plan, 0, sizeof plan);
    cr_expect_str_eq(audit.findings[0].rows, "Q7");
    cr_expect_str_eq(audit.findings[0].subject.text[ENGLISH], "primary, junior");
    cr_expect_str_eq(audit.district.text[CHINESE], "小区");
    audit_free(&audit);
}

Test(audit, remarks_do_not_disagree)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.levels[PRIMARY].pupils_per_post = 20;
    only_finding(&audit, &plan, RULE_F10);
    cr_expect_eq(audit_disagreements(&audit), 0);
    audit_free(&audit);
}

Test(audit, findings_stand_in_order_of_rule_and_have_all_texts)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].completion = NO_YEAR;
    plan.projects[JUNIOR_SCHOOL].builder = BUILDER_DONOR;
    plan.projects[KINDERGARTEN_SCHOOL].land_m2 = 10;
    plan.totals[0].printed = 7;
    audit_model(&audit, &plan.model);
    cr_assert_geq(audit.finding_count, 5);
    for (size_t index = 0; index < audit.finding_count; index++) {
        const struct finding *finding = &audit.findings[index];

        cr_expect(index == 0 || audit.findings[index - 1].rule <= finding->rule);
        for (size_t language = 0; language < LANGUAGES; language++) {
            cr_expect_str_not_empty(finding->subject.text[language]);
            cr_expect_str_not_empty(finding->arithmetic.text[language]);
            cr_expect_str_not_empty(finding->reading.text[language]);
            cr_expect_null(strchr(finding->arithmetic.text[language], '{'), "an unfilled slot: %s",
                           finding->arithmetic.text[language]);
            cr_expect_null(strchr(finding->reading.text[language], '{'));
        }
    }
    audit_free(&audit);
}
