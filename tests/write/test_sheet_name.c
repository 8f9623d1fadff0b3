/* Names of sheets: what Excel refuses never comes out, and no name comes twice. */
#include "sheet_name.h"

#include <stdlib.h>
#include <string.h>

#include "cell_text.h"

#include <criterion/criterion.h>

static void expect(struct sheet_names *names, const char *wanted, const char *expected)
{
    cr_assert_str_eq(sheet_name(names, wanted), expected, "%s", wanted);
}

Test(sheet_name, keeps_what_excel_takes)
{
    struct sheet_names names = { .names = NULL };

    expect(&names, "东城街道", "东城街道");
    expect(&names, "Primary school", "Primary school");
    expect(&names, "=cmd()", "=cmd()");
    expect(&names, "a-b", "a-b");
    sheet_names_free(&names);
    sheet_names_free(&names);
}

Test(sheet_name, replaces_what_excel_refuses)
{
    struct sheet_names names = { .names = NULL };

    expect(&names, "[a]:*?/\\b", "a b");
    expect(&names, "'O'Brien!'", "O Brien");
    expect(&names, "c\nd\x7f", "c d");
    expect(&names, " ", "sheet");
    expect(&names, "", "sheet (2)");
    expect(&names, "History", "(History)");
    sheet_names_free(&names);
}

Test(sheet_name, brackets_what_reads_as_a_cell)
{
    struct sheet_names names = { .names = NULL };

    expect(&names, "2020", "(2020)");
    expect(&names, "A1", "(A1)");
    expect(&names, "R1C1", "(R1C1)");
    expect(&names, "Town 1", "Town 1");
    sheet_names_free(&names);
}

Test(sheet_name, tells_alike_names_apart_whatever_their_case)
{
    struct sheet_names names = { .names = NULL };

    expect(&names, "East", "East");
    expect(&names, "east", "east (2)");
    expect(&names, "EAST", "EAST (3)");
    expect(&names, "east (2)", "east (2) (2)");
    sheet_names_free(&names);
}

/* Units of UTF-16. */
static size_t units(const char *text)
{
    size_t sum = 0;

    for (; *text != '\0'; text += character_bytes(text)) {
        sum += character_bytes(text) == 4 ? 2 : 1;
    }
    return sum;
}

Test(sheet_name, cuts_long_names_between_characters)
{
    struct sheet_names names = { .names = NULL };
    char *emoji = calloc(201, 4);

    for (size_t at = 0; at < 200; at++) {
        strcat(emoji, "\xf0\x9f\x8f\xab");
    }
    for (size_t again = 0; again < 120; again++) {
        const char *name = sheet_name(&names, emoji);

        cr_assert_leq(units(name), SHEET_NAME_MOST, "%s", name);
        cr_assert_not_null(strstr(name, "…"));
        for (size_t before = 0; before + 1 < names.count; before++) {
            cr_assert_str_neq(names.names[before], name);
        }
    }
    expect(&names, "1234567890123456789012345678901 and more", "123456789012345678901234567890…");
    expect(&names, "abcdefghijklmnopqrstuvwxyzabcde", "abcdefghijklmnopqrstuvwxyzabcde");
    sheet_names_free(&names);
    free(emoji);
}
