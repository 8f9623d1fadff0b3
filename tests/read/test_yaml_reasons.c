#include <stdio.h>
#include <string.h>

#include "text_fixture.h"
#include "yaml_reasons.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/** A file that is no YAML, and where that is said to be. */
struct broken {
    const char *text;
    size_t line, column;
};

static const struct broken BROKEN[] = {
    /* indentation and colons */
    { "a: 1\n\tb: 2\n", 2, 1 },
    { "a: @b\n", 1, 4 },
    { "a: 1\nb 2\nc: 3\n", 2, 1 },
    { "a: b: c\n", 1, 5 },
    { "a:\n  b: 1\n c: 2\n", 3, 2 },
    { "a: 'b' c\n", 1, 8 },
    { "a:\n  - b\n  c: d\n", 3, 3 },
    { "a: - b\n", 1, 4 },
    { "a: ? b\n", 1, 4 },
    { "a: |\n\tb\n", 2, 1 },
    { "a:\n  b\n\tc\n", 3, 1 },
    /* quotes */
    { "a: \"b\n", 1, 4 },
    { "a: 'b\n--- c\n", 1, 4 },
    { "a: \"C:\\data\"\n", 1, 7 },
    { "a: \"\\xzz\"\n", 1, 7 },
    { "a: \"\\ud800\"\n", 1, 7 },
    /* brackets */
    { "a: [b, c\nd: 1\n", 2, 2 },
    { "a: {b: 1 c: 2}\n", 1, 11 },
    { "a: {b: ]}\n", 1, 8 },
    { "a: {zh:, en: b}\n", 1, 7 },
    /* anchors */
    { "a: *b\n", 1, 4 },
    { "a: &b 1\nc: &b 2\n", 2, 4 },
    { "a: * b\n", 1, 5 },
    { "a: & b\n", 1, 5 },
    /* texts over several lines */
    { "a: |0\n  b\n", 1, 5 },
    { "a: > b\n", 1, 6 },
    /* directives and tags */
    { "%YAML 1.2\n%YAML 1.2\n---\na: 1\n", 2, 1 },
    { "%TAG !x! x\n%TAG !x! x\n---\na: 1\n", 2, 1 },
    { "%YAML 2.0\n---\na: 1\n", 1, 1 },
    { "%5\n---\na: 1\n", 1, 1 },
    { "% a: 1\n", 1, 1 },
    { "%YAML x\n", 1, 1 },
    { "%TAG x\n", 1, 1 },
    { "%TAG ! \n", 1, 1 },
    { "a: !<x y\n", 1, 4 },
    { "a: !x!%zz y\n", 1, 4 },
    { "a: !x!y z\n", 1, 4 },
    { "[a] b\n", 1, 5 },
    /* characters */
    { "a: 甲\xef\xbf\xbe\n", 1, 5 },
};

enum { BROKENS = sizeof BROKEN / sizeof *BROKEN };

/** What is said of a file, from its reason on, and where. */
struct said {
    char text[400];
    size_t line, column;
};

static struct said said_of(const char *text, enum language language)
{
    static const char *const BEFORE[LANGUAGES] = { [CHINESE] = "不是正确的 YAML：", [ENGLISH] = "this is not YAML: " };
    struct fixture *self = open_yaml(text);
    struct said said = { "", 0, 0 };
    char line[1000] = "";
    FILE *stream = fmemopen(line, sizeof line - 1, "w");

    cr_assert(not(self->good), "%s is taken", text);
    cr_assert(eq(sz, self->problems.errors, 1), "%s", text);
    problems_print(&self->problems, stream, language);
    fclose(stream);
    assert_contains(line, "t.yaml:");
    assert_contains(line, BEFORE[language]);
    sscanf(strstr(line, "t.yaml:"), "t.yaml:%zu:%zu: ", &said.line, &said.column);
    snprintf(said.text, sizeof said.text, "%s", strstr(line, BEFORE[language]) + strlen(BEFORE[language]));
    close_text(self);
    return said;
}

Test(yaml_reasons, the_place_is_the_one_that_helps)
{
    for (size_t i = 0; i < BROKENS; i++) {
        const struct said said = said_of(BROKEN[i].text, ENGLISH);

        cr_expect(said.line == BROKEN[i].line && said.column == BROKEN[i].column, "%s: said at %zu:%zu: %s",
                  BROKEN[i].text, said.line, said.column, said.text);
    }
}

/* libyaml's words are all ASCII, ours are not. */
Test(yaml_reasons, chinese_is_spoken_in_chinese)
{
    for (size_t i = 0; i < BROKENS; i++) {
        const struct said chinese = said_of(BROKEN[i].text, CHINESE);
        const struct said english = said_of(BROKEN[i].text, ENGLISH);

        cr_expect(strpbrk(chinese.text, "\xe4\xe5\xe6\xe7\xe8\xe9") != NULL, "%s", chinese.text);
        cr_expect(strstr(english.text, "did not find") == NULL && strstr(english.text, "found") == NULL, "%s",
                  english.text);
    }
}

/* A row that no file leads to would be a guess. */
Test(yaml_reasons, every_row_is_met)
{
    static const enum message ROWS[] = {
#define YAML_REASON(problem, context, fault, message) MESSAGE_##message,
#include "yaml_reasons_table.h"
#undef YAML_REASON
    };

    for (size_t row = 0; row < sizeof ROWS / sizeof *ROWS; row++) {
        char *text = message_text(ROWS[row], ENGLISH, NULL);
        const char *reason = strchr(text, ':') + 2;
        bool met = false;

        for (size_t i = 0; i < BROKENS && !met; i++) {
            met = strncmp(said_of(BROKEN[i].text, ENGLISH).text, reason, strcspn(reason, "{")) == 0;
        }
        cr_expect(met, "nothing leads to: %s", text);
        free(text);
    }
}

Test(yaml_reasons, what_is_not_in_the_table_stays_in_the_words_of_libyaml)
{
    const struct yaml_reason unknown = yaml_reason("found something new", "while scanning the future");
    const struct yaml_reason none = yaml_reason(NULL, NULL);

    cr_assert(eq(int, (int)unknown.message, (int)MESSAGE_YAML_SYNTAX));
    cr_assert(eq(int, (int)unknown.fault, (int)FAULT_HERE));
    cr_assert(eq(int, (int)none.message, (int)MESSAGE_YAML_SYNTAX));
}
