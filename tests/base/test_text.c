#include "text.h"

#include <string.h>

#include <criterion/criterion.h>

static size_t invalid_at(const char *text)
{
    return text_invalid_at(text, strlen(text));
}

Test(text, good_utf8_has_no_invalid_byte)
{
    static const char *const GOOD[] = { "",         "plain",        "清城区",          "\xf0\xa0\x80\x80",
                                        "\xc2\x80", "\xef\xbf\xbd", "\xf4\x8f\xbf\xbf" };

    for (size_t i = 0; i < sizeof GOOD / sizeof GOOD[0]; i++) {
        cr_assert_eq(invalid_at(GOOD[i]), strlen(GOOD[i]), "case %zu", i);
    }
    cr_assert_eq(text_invalid_at("a\0b", 3), 3);
}

Test(text, bad_utf8_is_found_where_it_begins)
{
    static const struct {
        const char *text;
        size_t at;
    } BAD[] = {
        { "\x80", 0 },                 /* a byte that only continues */
        { "ab\xff", 2 },               /* never in UTF-8 */
        { "\xc0\xaf", 0 },             /* overlong / */
        { "\xc1\xbf", 0 },             /* overlong */
        { "\xe0\x80\xaf", 0 },         /* overlong */
        { "\xf0\x80\x80\xaf", 0 },     /* overlong */
        { "x\xed\xa0\x80", 1 },        /* a surrogate */
        { "\xf4\x90\x80\x80", 0 },     /* beyond U+10FFFF */
        { "\xf5\x80\x80\x80", 0 },     /* beyond */
        { "\xe5\x9f\x8e\xe5\x9f", 3 }, /* cut short */
        { "\xe5\x9f\x8e\xe5"
          "ab",
          3 },                     /* not continued */
        { "\xc7\xe5\xb3\xc7", 0 }, /* 清城 in GBK */
    };

    for (size_t i = 0; i < sizeof BAD / sizeof BAD[0]; i++) {
        cr_assert_eq(invalid_at(BAD[i].text), BAD[i].at, "case %zu: %zu", i, invalid_at(BAD[i].text));
    }
}

Test(text, never_looks_beyond_its_length)
{
    cr_assert_eq(text_invalid_at("\xe5\x9f\x8e", 2), 0);
    cr_assert_eq(text_characters("清城区", 6), 2);
    cr_assert(!text_looks_gbk("\xc7\xe5", 1));
    cr_assert(!text_looks_gbk("\x81\x30\x81\x30", 3));
}

Test(text, gbk_is_recognised)
{
    cr_assert(text_looks_gbk("town\n\xc7\xe5\xb3\xc7\n", 10)); /* 清城 */
    cr_assert(text_looks_gbk("\x81\x30\x81\x30,x", 6));        /* a sequence of four bytes */
    cr_assert(text_looks_gbk("\xb3\x5c", 2));                  /* a second byte that is ASCII alone */
    cr_assert(!text_looks_gbk("plain", 5));                    /* nothing to tell by */
    cr_assert(!text_looks_gbk("", 0));
    cr_assert(!text_looks_gbk("\xff\xfet\0o\0", 6)); /* UTF-16 */
    cr_assert(!text_looks_gbk("caf\xe9, 1", 7));     /* Latin-1 */
    cr_assert(!text_looks_gbk("\xc7\x7f", 2));
    cr_assert(!text_looks_gbk("\x81\x30\x81\x40", 4));
    cr_assert(!text_looks_gbk("\x80\x80", 2));
}

Test(text, width_counts_columns)
{
    cr_assert_eq(text_width(""), 0);
    cr_assert_eq(text_width("gap"), 3);
    cr_assert_eq(text_width("缺口"), 4);
    cr_assert_eq(text_width("（2023）"), 8);
    cr_assert_eq(text_width("e\xcc\x81"), 1); /* e and a combining accent */
    cr_assert_eq(text_width("a\xff"), 2);
}

Test(text, characters_are_code_points)
{
    cr_assert_eq(text_characters("a缺口", strlen("a缺口")), 3);
    cr_assert_eq(text_characters("", 0), 0);
    cr_assert_eq(text_characters("\xff\xfe", 2), 2);
}

static const char *nearest_key(const char *word)
{
    static const char *const KEYS[] = { "fertility",   "mortality", "migration", "srb",
                                        "delay_years", "opening",   "multiplier" };

    return text_nearest(word, KEYS, sizeof KEYS / sizeof KEYS[0]);
}

Test(text, nearest_word_is_found)
{
    cr_assert_str_eq(nearest_key("fertilty"), "fertility");
    cr_assert_str_eq(nearest_key("ferttiliy"), "fertility");
    cr_assert_str_eq(nearest_key("delay_year"), "delay_years");
    cr_assert_str_eq(nearest_key("opening"), "opening");
    cr_assert_str_eq(nearest_key("mutiplyer"), "multiplier");
    cr_assert_str_eq(nearest_key("sbr"), "srb");
}

Test(text, nothing_near_is_nothing)
{
    cr_assert_null(nearest_key("enrolment"));
    cr_assert_null(nearest_key(""));
    cr_assert_null(nearest_key("OPENING"));
    cr_assert_null(nearest_key("xyz"));
    cr_assert_null(text_nearest("x", NULL, 0));
}

Test(text, nearest_counts_characters_and_wants_one_in_common)
{
    static const char *const TOWNS[] = { "石角镇", "东城街道", "洲心街道", "凤城街道" };

    cr_assert_str_eq(text_nearest("石角", TOWNS, 4), "石角镇");
    cr_assert_str_eq(text_nearest("洲心街", TOWNS, 4), "洲心街道");
    cr_assert_str_eq(text_nearest("城街道", TOWNS, 4), "东城街道"); /* the first of equals */
    cr_assert_null(text_nearest("源潭", TOWNS, 4));
}
