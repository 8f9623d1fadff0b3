#include "audit_report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "text.h"

#include <criterion/criterion.h>

/* Findings as an audit would have them; none of it is owned. */
static struct finding FINDINGS[] = {
    { RULE_A1, { { "附件2", "annex 2" } }, 12.5, 12, 0.5, { { "甲，乙", "a, \"b\"" } }, { { "取", "take" } }, "P1 P2" },
    { RULE_E2, { { "学校", "school" } }, NAN, 3, NAN, { { "一", "one" } }, { { "照计", "counts" } }, "" },
    { RULE_E2, { { "学校二", "school 2" } }, 1, 3, -2, { { "二", "two" } }, { { "照计", "counts" } }, "P3" },
    { RULE_F10, { { "合计", "all" } }, 0, NAN, NAN, { { "三", "three" } }, { { "另", "apart" } }, "" },
};

static struct audit sample(void)
{
    return (struct audit) { .district = { { "某区", "District" } },
                            .findings = FINDINGS,
                            .finding_count = sizeof FINDINGS / sizeof *FINDINGS,
                            .agreed = FINDINGS,
                            .agreed_count = 1,
                            .agreed_by = { [RULE_A1] = 1 } };
}

/* What a writer gives; free(). */
static char *report(bool print, bool agreed, enum language language, bool colour)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    const struct audit audit = sample();

    cr_assert_not_null(stream);
    if (print) {
        audit_report_print(stream, &audit, language, colour);
    } else if (agreed) {
        audit_report_print_agreed(stream, &audit, language, colour);
    } else {
        cr_expect(audit_report_csv(stream, &audit));
    }
    cr_assert_eq(fclose(stream), 0);
    return text;
}

Test(audit_report, csv_to_the_letter)
{
    char *csv = report(false, false, ENGLISH, false);

    assert_same_text(csv, "\xEF\xBB\xBFrule,weight,subject_zh,subject_en,found,expected,difference,arithmetic_zh,"
                          "arithmetic_en,reading_zh,reading_en,projects\n"
                          "A1,headline,附件2,annex 2,12.5,12,0.5,甲，乙,\"a, \"\"b\"\"\",取,take,P1 P2\n"
                          "E2,check,学校,school,,3,,一,one,照计,counts,\n"
                          "E2,check,学校二,school 2,1,3,-2,二,two,照计,counts,P3\n"
                          "F10,remark,合计,all,0,,,三,three,另,apart,\n");
    free(csv);
}

Test(audit_report, csv_tells_of_a_full_disk)
{
    FILE *stream = fopen("/dev/full", "w");
    const struct audit audit = sample();

    if (stream == NULL) {
        cr_skip_test("no /dev/full");
    }
    setvbuf(stream, NULL, _IONBF, 0);
    cr_expect_not(audit_report_csv(stream, &audit));
    fclose(stream);
}

Test(audit_report, print_counts_and_says_a_shared_reading_once)
{
    char *text = report(true, false, ENGLISH, false);

    assert_contains(text, "District: the plan against itself\n");
    assert_contains(text, "4 checks: 1 agree, 3 disagree; 1 remarks\n");
    assert_contains(text, "A1 a printed total is not the sum of its items (headline, 1)\n"
                          "  annex 2\n    a, \"b\"\n  > reading: take\n");
    assert_contains(text, "  school\n    one\n  school 2\n    two\n  > reading: counts\n");
    cr_expect_null(strchr(text, '\033'), "no colour was asked for");
    free(text);
}

Test(audit_report, colour_only_where_asked)
{
    char *plain = report(true, false, CHINESE, false);
    char *coloured = report(true, false, CHINESE, true);

    cr_expect_null(strchr(plain, '\033'));
    cr_expect_not_null(strchr(coloured, '\033'));
    free(plain);
    free(coloured);
}

/* The columns of the table of rules stand under their heads, Chinese or not: all its lines end at the same column. */
static void assert_aligned(enum language language)
{
    char *text = report(true, false, language, false);
    char *line = strstr(text, "\n\n") + 2;
    size_t width = 0;

    for (size_t row = 0; row < 5; row++) {
        char *end = strchr(line, '\n');

        cr_assert_not_null(end);
        *end = '\0';
        width = row == 0 ? text_width(line) : width;
        cr_expect_eq(text_width(line), width, "'%s' is %zu wide, not %zu", line, text_width(line), width);
        line = end + 1;
    }
    free(text);
}

Test(audit_report, the_table_of_rules_is_aligned)
{
    assert_aligned(CHINESE);
    assert_aligned(ENGLISH);
}

Test(audit_report, agreed_checks_are_listed)
{
    char *text = report(false, true, CHINESE, false);

    assert_same_text(text, "\n相符的核对\n  A1  附件2  甲，乙\n");
    free(text);
}
