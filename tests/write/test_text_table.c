#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"
#include "text.h"
#include "text_table.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* What the table prints. free(). */
static char *printed(const struct text_table *table, bool colour)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    text_table_print(table, stream, colour);
    fclose(stream);
    return text;
}

static char *paragraph(size_t columns, const char *first, const char *words)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);
    text_paragraph(stream, columns, first, words);
    fclose(stream);
    return text;
}

static void expect_paragraph(size_t columns, const char *first, const char *words, const char *expected)
{
    char *text = paragraph(columns, first, words);
    assert_same_text(text, expected);
    free(text);
}

static struct text_table towns(void)
{
    struct text_table table = { .gap = 2 };
    text_table_row(&table);
    text_table_left(&table, "镇街", STYLE_STRONG);
    text_table_right(&table, "2023", STYLE_STRONG);
    text_table_rule(&table);
    text_table_row(&table);
    text_table_left(&table, "凤城街道", STYLE_PLAIN);
    text_table_right(&table, "+1,234", STYLE_SHORTAGE);
    text_table_row(&table);
    text_table_left(&table, "Feilaixia", STYLE_PLAIN);
    text_table_right(&table, "-5", STYLE_SURPLUS);
    text_table_left(&table, "缺", STYLE_FAINT);
    return table;
}

Test(text_table, chinese_and_latin_columns_are_aligned)
{
    struct text_table table = towns();
    char *text = printed(&table, false);
    assert_same_text(text, "镇街         2023\n"
                           "---------------------\n"
                           "凤城街道   +1,234\n"
                           "Feilaixia      -5  缺\n");
    cr_assert(eq(sz, text_table_width(&table), 21));
    free(text);
    text_table_free(&table);
}

Test(text_table, colour_wraps_the_text_alone_and_moves_nothing)
{
    struct text_table table = towns();
    char *text = printed(&table, true);
    assert_contains(text, "凤城街道   \033[31m+1,234\033[0m\n");
    assert_contains(text, "Feilaixia      \033[36m-5\033[0m  \033[2m缺\033[0m\n");
    free(text);
    text_table_free(&table);
}

Test(text_table, colours_taken_out_leave_the_plain_table)
{
    struct text_table table = towns();
    char *plain = printed(&table, false);
    char *text = printed(&table, true);
    char *to = text;
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '\033') {
            at = strchr(at, 'm');
        } else {
            *to++ = *at;
        }
    }
    *to = '\0';
    assert_same_text(text, plain);
    free(text);
    free(plain);
    text_table_free(&table);
}

Test(text_table, empty_cells_leave_no_spaces_at_the_end)
{
    struct text_table table = { .gap = 1, .indent = 2 };
    text_table_row(&table);
    text_table_left(&table, "a", STYLE_PLAIN);
    text_table_right(&table, "", STYLE_STRONG);
    text_table_right(&table, "", STYLE_PLAIN);
    text_table_row(&table);
    text_table_row(&table);
    text_table_left(&table, "", STYLE_PLAIN);
    text_table_right(&table, "1", STYLE_PLAIN);
    char *text = printed(&table, true);
    assert_same_text(text, "  a\n\n    1\n");
    free(text);
    text_table_free(&table);
}

Test(text_table, no_rows_print_nothing_and_freeing_twice_is_harmless)
{
    struct text_table table = { .gap = 1 };
    char *text = printed(&table, false);
    assert_same_text(text, "");
    cr_assert(eq(sz, text_table_width(&table), 0));
    free(text);
    text_table_free(&table);
    text_table_free(&table);
}

Test(text_table, lines_break_at_spaces_within_the_columns)
{
    expect_paragraph(12, "- ", "one two three four", "- one two\n  three four\n");
    expect_paragraph(0, "- ", "one two three four", "- one two three four\n");
    expect_paragraph(3, "", "a immovable b", "a\nimmovable\nb\n");
    expect_paragraph(9, "", "one two  three", "one two\nthree\n");
    expect_paragraph(20, "- ", "", "- \n");
}

Test(text_table, chinese_breaks_anywhere_but_at_punctuation)
{
    expect_paragraph(8, "", "学位缺口高峰", "学位缺口\n高峰\n");
    expect_paragraph(8, "", "学位缺口，高峰", "学位缺\n口，高峰\n");
    expect_paragraph(8, "", "学位缺（高峰）", "学位缺\n（高峰）\n");
    expect_paragraph(8, "", "学位2023年", "学位2023\n年\n");
    expect_paragraph(7, "", "学位2023年", "学位\n2023年\n");
}

Test(text_table, no_line_is_wider_than_asked_and_no_text_is_lost)
{
    static const char words[] =
        "学位 means a seat in a school；缺口 is demand - seats（公办），so 2,023 children 缺 seats。";
    for (size_t columns = 10; columns < 100; columns++) {
        char *text = paragraph(columns, "", words);
        size_t shown = 0;
        for (char *line = strtok(text, "\n"); line != NULL; line = strtok(NULL, "\n")) {
            cr_assert(le(sz, text_width(line), columns), "%zu: %s", columns, line);
            for (const char *at = line; *at != '\0'; at++) {
                shown += *at != ' ' ? 1 : 0;
            }
        }
        size_t expected = 0;
        for (const char *at = words; *at != '\0'; at++) {
            expected += *at != ' ' ? 1 : 0;
        }
        cr_assert(eq(sz, shown, expected), "columns %zu", columns);
        free(text);
    }
}
