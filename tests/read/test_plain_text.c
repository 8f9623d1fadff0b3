#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "plain_text.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(plain_text, what_is_no_control_character)
{
    static const char *const TEXTS[] = { "", "a", "\ttab\r\n", "甲乙", "~ ", "\xc2\xa0", "é", "\xef\xbb\xbf", "𠀀" };

    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        cr_assert(eq(sz, plain_text_control_at(TEXTS[i], strlen(TEXTS[i])), strlen(TEXTS[i])), "%s", TEXTS[i]);
    }
}

/* Every code point below U+0100, by itself and inside a text. */
Test(plain_text, control_characters_are_those_of_unicode)
{
    for (unsigned code = 0; code < 0x100; code++) {
        const bool blank = code == '\t' || code == '\n' || code == '\r';
        const bool control = (code < 0x20 && !blank) || (code >= 0x7f && code < 0xa0);
        const char low[2] = { (char)code, '.' };
        const char high[3] = { (char)(0xc0 | code >> 6), (char)(0x80 | (code & 0x3f)), '.' };
        const char *bytes = code < 0x80 ? low : high;
        const size_t size = code < 0x80 ? 1 : 2;
        char text[] = "甲.....";

        memcpy(text + 3, bytes, size);
        cr_assert(eq(sz, plain_text_control_at(bytes, size), control ? 0 : size), "U+%04X", code);
        cr_assert(eq(sz, plain_text_control_at(text, strlen(text)), control ? 3 : strlen(text)), "U+%04X", code);
    }
}

/* Wherever it stands in a long text, the first is found; what is looked through in blocks has no blind places. */
Test(plain_text, the_first_is_found_wherever_it_stands)
{
    const size_t length = 10000;
    char *text = mem_array(length, 1);

    memset(text, 'x', length);
    for (size_t at = 0; at + 1 < length; at += at < 4080 || at > 4110 ? 13 : 1) {
        text[at] = '\x1b';
        cr_assert(eq(sz, plain_text_control_at(text, length), at));
        memcpy(text + at, "\xc2\x9b", 2);
        cr_assert(eq(sz, plain_text_control_at(text, length), at));
        text[length - 1] = '\x7f';
        cr_assert(eq(sz, plain_text_control_at(text, length), at));
        memset(text + at, 'x', 2);
        text[length - 1] = 'x';
    }
    free(text);
}

Test(plain_text, codes)
{
    assert_same_text(plain_text_code("\x1b").text, "U+001B");
    assert_same_text(plain_text_code("\x7f").text, "U+007F");
    assert_same_text(plain_text_code("\xc2\x9b").text, "U+009B");
    assert_same_text(plain_text_code("").text, "U+0000");
}

Test(plain_text, names_and_ids)
{
    static const struct {
        const char *text;
        bool line, id;
    } CASES[] = {
        { "", true, true },
        { "a b", true, true },
        { " a", true, false },
        { "a ", true, false },
        { " ", true, false },
        { "\xe3\x80\x80甲", true, false },
        { "甲\xe3\x80\x80", true, false },
        { "甲\xc2\xa0", true, false },
        { "甲\xe3\x80\x80乙", true, true },
        { "a\tb", false, false },
        { "a\n", false, false },
        { "a\rb", false, false },
    };

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const size_t length = strlen(CASES[i].text);

        cr_assert(eq(int, plain_text_is_line(CASES[i].text, length), CASES[i].line), "'%s'", CASES[i].text);
        cr_assert(eq(int, plain_text_is_id(CASES[i].text, length), CASES[i].id), "'%s'", CASES[i].text);
    }
}
