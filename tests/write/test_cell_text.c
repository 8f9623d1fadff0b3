/* Text in cells: as XML, and as Excel codes what XML has not. */
#include "cell_text.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

static void expect(const char *text, const char *expected)
{
    char *written = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&written, &length);

    cell_text_write(stream, text);
    fclose(stream);
    cr_assert_str_eq(written, expected);
    free(written);
}

Test(cell_text, is_xml)
{
    expect("学位 & <b>\"'", "学位 &amp; &lt;b&gt;\"'");
    expect("=cmd()", "=cmd()");
    expect("a\tb\nc", "a\tb\nc");
}

Test(cell_text, codes_what_xml_has_not)
{
    expect("\x01\r", "_x0001__x000D_");
    expect("\xef\xbf\xbf", "_xFFFF_");
    expect("_x0041_", "_x005F_x0041_");
    expect("_x004_", "_x004_");
}

Test(cell_text, ends_where_a_cell_is_full)
{
    char *text = calloc(CELL_TEXT_MOST + 11, 1);
    char *expected = calloc(CELL_TEXT_MOST + 11, 1);

    memset(text, 'a', CELL_TEXT_MOST);
    expect(text, text);
    memset(text, 'a', CELL_TEXT_MOST + 10);
    memset(expected, 'a', CELL_TEXT_MOST - 1);
    strcat(expected, "…");
    expect(text, expected);
    free(expected);
    free(text);
}

Test(cell_text, labels_are_short_and_of_one_line)
{
    char *plain = cell_text_label("a\nb", 10);
    char *cut = cell_text_label("学位学位学位", 3);

    cr_assert_str_eq(plain, "a b");
    cr_assert_str_eq(cut, "学位…");
    free(cut);
    free(plain);
}
