#include <stdio.h>
#include <string.h>

#include "csv_value.h"
#include "text_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static void assert_cell(struct fixture *self, size_t column, const char *expected)
{
    assert_same_text(csv_text(&self->table, column, &self->pool), expected);
}

Test(csv_table, quotes_as_rfc_4180_has_them)
{
    struct fixture *self = open_csv("a,b,c\r\n\"x, y\",\"say \"\"so\"\"\",\"two\nlines\"\r\n1,,\"\"\r\n");
    const size_t a = csv_column(&self->table, "a", CSV_REQUIRED);
    const size_t b = csv_column(&self->table, "b", CSV_REQUIRED);
    const size_t c = csv_column(&self->table, "c", CSV_REQUIRED);

    cr_assert(csv_columns_end(&self->table));
    cr_assert(csv_next(&self->table));
    assert_cell(self, a, "x, y");
    assert_cell(self, b, "say \"so\"");
    assert_cell(self, c, "two\nlines");
    cr_assert(csv_next(&self->table));
    cr_assert(eq(sz, self->table.line, 4));
    assert_cell(self, a, "1");
    cr_assert(csv_is_empty(&self->table, b));
    cr_assert(csv_is_empty(&self->table, c));
    cr_assert(not(csv_next(&self->table)));
    cr_assert(csv_is_good(&self->table));
    close_text(self);
}

Test(csv_table, places_count_characters_and_lines_inside_quotes)
{
    struct fixture *self = open_csv("a,b,c\n\"一\n\"\"二\",三四,x\n");
    const size_t b = csv_column(&self->table, "b", CSV_REQUIRED);
    const size_t c = csv_column(&self->table, "c", CSV_REQUIRED);

    cr_assert(csv_next(&self->table));
    const struct place at_b = csv_place(&self->table, b);
    const struct place at_c = csv_place(&self->table, c);

    cr_assert(eq(sz, at_b.line, 3));
    cr_assert(eq(sz, at_b.column, 6)); /* ""二", stands before it */
    cr_assert(eq(sz, at_c.column, 9));
    close_text(self);
}

Test(csv_table, line_ends_and_empty_lines_do_not_matter)
{
    static const char *const TEXTS[] = { "a,b\n1,2\n3,4\n", "a,b\r\n1,2\r\n3,4\r\n", "a,b\n\n1,2\n,\n\n3,4",
                                         ("\xef\xbb\xbf"
                                          "a,b\n1,2\n3,4\n\n\n"),
                                         "b,a\n2,1\n4,3\n" };

    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct fixture *self = open_csv(TEXTS[i]);
        const size_t a = csv_column(&self->table, "a", CSV_REQUIRED);
        const size_t b = csv_column(&self->table, "b", CSV_REQUIRED);

        cr_assert(csv_columns_end(&self->table));
        cr_assert(eq(sz, csv_count_rows(&self->table), 2), "%s", TEXTS[i]);
        cr_assert(csv_next(&self->table));
        assert_cell(self, a, "1");
        assert_cell(self, b, "2");
        cr_assert(csv_next(&self->table));
        assert_cell(self, a, "3");
        assert_cell(self, b, "4");
        cr_assert(csv_is_good(&self->table));
        close_text(self);
    }
}

Test(csv_table, bad_rows_are_told_and_passed_over)
{
    struct fixture *self = open_csv("a,b\n1\n1,2,3\n\"x\"y,2\n5,6\n");
    const size_t a = csv_column(&self->table, "a", CSV_REQUIRED);

    csv_column(&self->table, "b", CSV_REQUIRED);
    cr_assert(csv_columns_end(&self->table));
    cr_assert(csv_next(&self->table));
    assert_cell(self, a, "5");
    cr_assert(not(csv_next(&self->table)));
    cr_assert(eq(sz, self->problems.errors, 3));
    cr_assert(eq(sz, self->table.broken, 3));
    close_text(self);
}

Test(csv_table, an_unknown_column_is_noted_once)
{
    struct fixture *self = open_csv("a,zz\n1,2\n3,4\n");

    csv_column(&self->table, "a", CSV_REQUIRED);
    cr_assert(csv_columns_end(&self->table));
    while (csv_next(&self->table)) {
    }
    cr_assert(eq(sz, self->problems.errors, 0));
    cr_assert(eq(sz, self->problems.count, 1));
    close_text(self);
}

/* Many rows, none lost: the sum is exact in doubles. */
Test(csv_table, many_rows, .timeout = 60)
{
    const size_t rows = 200000;
    char *text = mem_array(rows * 24 + 32, 1);
    size_t used = (size_t)sprintf(text, "town,sex,age,value\n");

    for (size_t i = 0; i < rows; i++) {
        used += (size_t)sprintf(text + used, "%zu,m,%zu,%zu.25\n", i / 100, i % 100, i);
    }
    struct fixture *self = open_csv(text);
    const size_t value = csv_column(&self->table, "value", CSV_REQUIRED);
    const struct figure_rule rule = { "value", 0, 1e9, false };
    double sum = 0;

    while (csv_next(&self->table)) {
        double number = 0;

        cr_assert(csv_number(&self->table, value, &rule, &number));
        sum += number;
    }
    assert_near(sum, (double)rows * ((double)rows - 1) / 2 + 0.25 * (double)rows, 0, "sum");
    free(text);
    close_text(self);
}

Test(csv_table, a_thousand_columns_are_enough)
{
    char text[CSV_WIDEST + 2];

    memset(text, ',', sizeof text); /* so many commas part one column more */
    text[0] = 'a';
    text[CSV_WIDEST] = '\0';
    struct fixture *self = open_csv(text);

    cr_assert(self->good);
    cr_assert(eq(sz, self->table.width, CSV_WIDEST));
    close_text(self);
    text[CSV_WIDEST] = ',';
    text[CSV_WIDEST + 1] = '\0';
    self = open_csv(text);
    cr_assert(not(self->good));
    cr_assert(eq(sz, self->problems.errors, 1));
    close_text(self);
}
