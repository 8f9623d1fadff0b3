#include "small_plan.h"

Test(rules_totals, A1_a_total_that_is_not_the_sum)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.totals[1].printed = 2600;
    const struct finding *finding = only_finding(&audit, &plan, RULE_A1);

    assert_figures(finding, 2600, 2580);
    cr_expect_str_eq(finding->arithmetic.text[ENGLISH], "2 items: 1,080 + 1,500 = 2,580; printed 2,600; difference 20");
    cr_expect_str_eq(finding->arithmetic.text[CHINESE], "2 项：1,080 + 1,500 = 2,580；印作 2,600；差 20");
    cr_expect_str_eq(finding->subject.text[ENGLISH], "annex 1 · primary, junior · seats");
    cr_expect_str_eq(finding->rows, "P J");
    audit_free(&audit);
}

Test(rules_totals, A1_names_the_annex_that_prints_otherwise)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    small_total(&plan, "5", "1", "primary", "seats", NO_YEAR, 1180);
    const struct finding *finding = only_finding(&audit, &plan, RULE_A1);

    assert_contains(finding->arithmetic.text[ENGLISH], "; annex 2 prints 1,080");
    assert_contains(finding->arithmetic.text[CHINESE], "；附件2印作 1,080");
    audit_free(&audit);
}

/* Each measure and each key, with the project that must not be counted beside it. */
Test(rules_totals, A1_every_key_narrows_the_total)
{
    static const struct {
        const char *annex, *part, *type, *level, *measure;
        double total;
    } CASES[] = {
        { "2", "", "", "", "seats", 2580 },
        { "4", "", "", "", "seats", 270 },
        { "", "", "", "", "seats", 2850 },
        { "text", "1", "", "", "seats", 2850 },
        { "text", "2", "", "", "seats", 0 },
        { "1", "", "junior", "", "seats", 1500 },
        { "1", "", "junior", "primary", "seats", 0 },
        { "1", "", "nine_year", "", "schools", 0 },
        { "1", "", "", "junior primary", "schools", 2 },
        { "1", "", "", "primary  junior", "classes", 54 },
        { "1", "", "", "prim", "seats", 0 },
        { "1", "", "", "kindergarten", "cost_wan_yuan", 1000 },
    };

    for (size_t index = 0; index < sizeof CASES / sizeof *CASES; index++) {
        struct small_plan plan;
        struct audit audit = { .finding_count = 0 };

        small_plan_begin(&plan);
        plan.model.plan_total_count = 0;
        small_total(&plan, CASES[index].annex, CASES[index].part, CASES[index].level, CASES[index].measure, NO_YEAR,
                    CASES[index].total + 1)
            ->school_type = CASES[index].type;
        const struct finding *finding = only_finding(&audit, &plan, RULE_A1);

        cr_expect_eq(finding->expected, CASES[index].total, "case %zu: %g", index, finding->expected);
        audit_free(&audit);
    }
}

Test(rules_totals, A1_counts_a_school_that_adds_no_seats_by_its_rows)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.rows[JUNIOR_SCHOOL] = (struct project_seats) { JUNIOR_SCHOOL, JUNIOR, 0, 0, 0, NAN, NAN, NAN };
    plan.totals[1].printed = 1080;
    plan.totals[4].printed = 0;
    small_total(&plan, "1", "", "", "schools", NO_YEAR, 1)->school_type = "junior";
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.agreed_by[RULE_A1], 6);
    finding_of(&audit, RULE_C4, 1);
    audit_free(&audit);
}

Test(rules_totals, A1_sums_of_decimals_agree)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.projects[PRIMARY_SCHOOL].cost_wan_yuan = 0.1;
    plan.projects[JUNIOR_SCHOOL].cost_wan_yuan = 0.2;
    plan.totals[3].printed = 0.3;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    audit_free(&audit);
}

Test(rules_totals, A1_leaves_what_it_cannot_recompute)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    small_total(&plan, "2", "", "", "trees", NO_YEAR, 12);
    small_total(&plan, "2", "", "", "seats", 2023, 12);
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    audit_free(&audit);
}

Test(rules_totals, A2_column_against_text_and_the_reading_that_fits)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.rows[PRIMARY_SCHOOL].column_seats = 1035;
    const struct finding *finding = only_finding(&audit, &plan, RULE_A2);

    assert_figures(finding, 1035, 1080);
    assert_contains(finding->arithmetic.text[ENGLISH], "column 1,035, text 1,080 (24 x 45 = 1,080)");
    assert_contains(finding->arithmetic.text[ENGLISH], "1,035 by the column, 1,080 by the text, printed 1,080");
    assert_contains(finding->arithmetic.text[ENGLISH], "of 2 printed totals that hold it 2 fit the text, 0 the column");
    assert_contains(finding->reading.text[ENGLISH], "1,080 seats");
    audit_free(&audit);
}

Test(rules_totals, A2_says_when_no_total_can_decide)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    plan.rows[KINDERGARTEN_SCHOOL].column_seats = 300;
    plan.rows[KINDERGARTEN_SCHOOL].text_rooms = NAN;
    const struct finding *finding = only_finding(&audit, &plan, RULE_A2);

    cr_expect_str_eq(finding->arithmetic.text[ENGLISH], "column 300, text 270; no printed total holds it");
    audit_free(&audit);
}

Test(rules_totals, A11_two_prints_of_what_cannot_be_recomputed)
{
    struct small_plan plan;
    struct audit audit = { .finding_count = 0 };

    small_plan_begin(&plan);
    small_total(&plan, "indicators", "", "primary junior", "pupils", 2025, 95);
    small_total(&plan, "text", "", "junior primary", "pupils", 2025, 98);
    const struct finding *finding = only_finding(&audit, &plan, RULE_A11);

    assert_figures(finding, 98, 95);
    cr_expect_str_eq(finding->arithmetic.text[ENGLISH], "main text prints 98, indicator table prints 95");
    audit_free(&audit);
    plan.totals[plan.model.plan_total_count - 1].printed = 95;
    audit_model(&audit, &plan.model);
    cr_expect_eq(audit.finding_count, 0);
    cr_expect_eq(audit.agreed_by[RULE_A11], 1);
    audit_free(&audit);
}
