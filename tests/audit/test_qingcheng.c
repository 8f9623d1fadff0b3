/* The rules held against the real plan: what they must find in it, with the figures, and that they find no more. */
#include <stdlib.h>
#include <string.h>

#include "audit.h"
#include "model_reader.h"
#include "support.h"

#include <criterion/criterion.h>

static void audit_qingcheng(struct audit *audit)
{
    struct model model = { .project_count = 0 };
    struct problems problems = { .count = 0 };
    char *folder = source_path("models/qingcheng");

    cr_assert(model_read(&model, folder, &problems), "models/qingcheng is refused");
    audit_model(audit, &model);
    model_free(&model);
    problems_free(&problems);
    free(folder);
}

struct expected {
    enum audit_rule rule;
    const char *subject;    /* Part of the subject or of the rows. */
    const char *arithmetic; /* Part of it. */
};

static const struct expected EXPECTED[] = {
    { RULE_A1, "annex 2 · part 2", "39,893; printed 40,413; difference 520; annex 1 prints 39,893" },
    { RULE_A2, "S3-07", "column 1,350, text 1,620 (36 x 45 = 1,620)" },
    { RULE_A2, "S3-07", "10,800 by the column, 11,070 by the text, printed 11,070" },
    { RULE_A3, "S1-07", "129,500 + 8,600 = 138,100" },
    { RULE_A3, "S1-07", "169,393 + 8,600 = 177,993" },
    { RULE_A4, "S2-05", "169,393 - 8,450 = 160,943" },
    { RULE_A4, "S2-05", "everything known 177,993" },
    { RULE_A6, "Primary", "still empty 2,466 - 1,430 = 1,036; temporary 1,225; difference 189" },
    { RULE_A8, "S2-08", "18 rooms x 45 = 810, seats 765" },
    { RULE_B1, "S3-08", "2,520, 5.5 % of 45,430; dated supply 42,910" },
    { RULE_B2, "K3-08 K3-10 K3-11 K3-12 K3-13 K3-14 K3-15 K3-16", "= 2,880, 41.0 % of 7,020" },
    { RULE_B3, "S1-01 S1-02 S1-03 S2-01 S2-02 S3-01 S3-05", "= 11,780, 25.9 % of 45,430" },
    { RULE_B3, "K1-01", "seats 540" },
    { RULE_B5, "S1-08 S2-04 S2-13", "= 3,600" },
    { RULE_B5, "S1-08", "a year late leaves 39,310 in 2025" },
    { RULE_B6, "Primary", "22,635 + 11,400 = 34,035" },
    { RULE_C1, "public schools", "8 new ones (1 relocated) + 8 received" },
    { RULE_C1, "public schools", "83 + 15 = 98; printed 91" },
    { RULE_C1, " schools", "105 + 15 = 120; printed 113" },
    { RULE_C2, "public schools", "14 + 19 = 33; printed 16" },
    { RULE_C4, "S2-07", "0 seats" },
    { RULE_C5, "S1-03 S2-05", "1,620 + 1,680 = 3,300; old seats not given, so net between 0 and 3,300" },
    { RULE_C5, "S1-03 S2-05", "all net between 42,130 and 45,430" },
    { RULE_C9, "Primary", "= 15,270, 33.6 % of 45,430" },
    { RULE_C9, "Kindergarten", "= 5,490, 78.2 % of 7,020" },
    { RULE_C10, "Primary", "named 21,310 (46.9 %), derived 8,340 (18.4 %), assumed 15,780 (34.7 %)" },
    { RULE_E2, ": all",
      "projects that give land: 15; 45.64 ha (684.6 mu) / norm 60.75 ha (911.3 mu) = 75.1 %; 3 meet it" },
    { RULE_E2, "S2-05", "9.1 m2 each, 41.9 %" },
    { RULE_E2, "S3-02", "11.9 m2 each, 54.6 %" },
    { RULE_E3, ": all", "projects that give land: 14; 5.47 ha (82 mu) / norm 7.29 ha (109.4 mu) = 75.0 %; 2 meet it" },
    { RULE_E4, "Primary", "3,570 + 1,330 = 4,900 more (10.8 %)" },
    { RULE_E8, "Primary", "= 12,940" },
    { RULE_F1, "Primary", "60,000 - 45,430 = 14,570 (24.3 %) uncovered" },
    { RULE_F1, "Kindergarten", "13,000 - 7,020 = 5,980 (46.0 %) uncovered" },
    { RULE_F8, "Junior", "to match 16,065, 2,765 short" },
    { RULE_F10, "Primary", "1,691 + 985 = 2,676" },
    { RULE_F10, "Kindergarten", "702" },
};

static bool is_found(const struct audit *audit, const struct expected *expected)
{
    for (size_t index = 0; index < audit->finding_count; index++) {
        const struct finding *finding = &audit->findings[index];

        if (finding->rule == expected->rule &&
            strstr(finding->arithmetic.text[ENGLISH], expected->arithmetic) != NULL &&
            (strstr(finding->subject.text[ENGLISH], expected->subject) != NULL ||
             strstr(finding->rows, expected->subject) != NULL)) {
            return true;
        }
    }
    return false;
}

Test(qingcheng, everything_known_is_found_with_its_arithmetic)
{
    struct audit audit = { .finding_count = 0 };

    audit_qingcheng(&audit);
    for (size_t index = 0; index < sizeof EXPECTED / sizeof *EXPECTED; index++) {
        cr_expect(is_found(&audit, &EXPECTED[index]), "%s %s: %s", audit_rules[EXPECTED[index].rule].id,
                  EXPECTED[index].subject, EXPECTED[index].arithmetic);
    }
    audit_free(&audit);
}

/* Ids of the projects that the rule found something at, in order. */
static void found_at(const struct audit *audit, enum audit_rule rule, char *ids, size_t room)
{
    size_t length = 0;

    ids[0] = '\0';
    for (size_t index = 0; index < audit->finding_count; index++) {
        const struct finding *finding = &audit->findings[index];

        if (finding->rule == rule && finding->rows[0] != '\0') {
            length += (size_t)snprintf(ids + length, room - length, "%s%s", length > 0 ? " " : "", finding->rows);
            cr_assert_lt(length, room);
        }
    }
}

Test(qingcheng, norms_are_missed_by_these_projects_and_no_others)
{
    static const struct {
        enum audit_rule rule;
        const char *ids;
    } LISTS[] = {
        { RULE_E1, "S1-07 S2-05 S3-05 S3-06" },
        { RULE_E2, "S1-01 S1-02 S1-04 S1-05 S1-06 S2-05 S3-01 S3-02 S3-03 S3-04 S3-05 S3-07" },
        { RULE_E3, "K1-01 K1-02 K1-03 K3-01 K3-02 K3-07 K3-09 K3-11 K3-12 K3-14 K3-15 K3-16" },
        { RULE_E5, "S1-01 S1-04 S1-05 S1-06 S3-02 S3-03 S3-08" },
        { RULE_E6, "K1-01 K3-12 K3-13 K3-14" },
    };
    struct audit audit = { .finding_count = 0 };
    char ids[1000];

    audit_qingcheng(&audit);
    for (size_t index = 0; index < sizeof LISTS / sizeof *LISTS; index++) {
        found_at(&audit, LISTS[index].rule, ids, sizeof ids);
        cr_expect_str_eq(ids, LISTS[index].ids, "%s: %s", audit_rules[LISTS[index].rule].id, ids);
    }
    audit_free(&audit);
}

Test(qingcheng, nothing_else_is_found)
{
    static const size_t COUNTS[AUDIT_RULES] = {
        [RULE_A1] = 1, [RULE_A2] = 1, [RULE_A3] = 1,  [RULE_A4] = 1, [RULE_A6] = 1,  [RULE_A8] = 1,  [RULE_B1] = 1,
        [RULE_B2] = 1, [RULE_B3] = 2, [RULE_B5] = 2,  [RULE_B6] = 1, [RULE_C1] = 2,  [RULE_C2] = 2,  [RULE_C4] = 1,
        [RULE_C5] = 1, [RULE_C9] = 2, [RULE_C10] = 2, [RULE_E1] = 4, [RULE_E2] = 13, [RULE_E3] = 13, [RULE_E4] = 1,
        [RULE_E5] = 7, [RULE_E6] = 4, [RULE_E8] = 1,  [RULE_F1] = 2, [RULE_F8] = 1,  [RULE_F10] = 2,
    };
    struct audit audit = { .finding_count = 0 };
    size_t counts[AUDIT_RULES] = { 0 };

    audit_qingcheng(&audit);
    for (size_t index = 0; index < audit.finding_count; index++) {
        counts[audit.findings[index].rule]++;
    }
    for (size_t rule = 0; rule < AUDIT_RULES; rule++) {
        cr_expect_eq(counts[rule], COUNTS[rule], "%s found %zu, not %zu", audit_rules[rule].id, counts[rule],
                     COUNTS[rule]);
    }
    audit_free(&audit);
}

Test(qingcheng, all_other_printed_totals_are_recomputed)
{
    struct audit audit = { .finding_count = 0 };

    audit_qingcheng(&audit);
    cr_expect_eq(audit.agreed_by[RULE_A1], 112);
    cr_expect_eq(audit.agreed_by[RULE_A10], 56, "classes times class size in every row");
    cr_expect_eq(audit.agreed_by[RULE_F6], 1, "7,308 posts for 91,000 and 34,000 pupils");
    audit_free(&audit);
}
