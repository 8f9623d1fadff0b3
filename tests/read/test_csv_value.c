#include <stdio.h>

#include "csv_value.h"
#include "text_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(csv_value, values)
{
    struct fixture *self = open_csv("n,w,d\n1.5,f,2020-11-01\n1x,x,2020-13-01\n,,\n7,m,2020-01-01\n");
    const size_t n = csv_column(&self->table, "n", CSV_REQUIRED);
    const size_t w = csv_column(&self->table, "w", CSV_REQUIRED);
    const size_t d = csv_column(&self->table, "d", CSV_REQUIRED);
    const struct figure_rule rule = { "n", 0, 5, false };
    struct date date;
    double number = 0;
    size_t word = 0;

    cr_assert(csv_next(&self->table));
    cr_assert(csv_number(&self->table, n, &rule, &number));
    cr_assert(eq(dbl, number, 1.5));
    cr_assert(csv_word(&self->table, w, "w", sex_words, SEXES, &word));
    cr_assert(eq(sz, word, FEMALE));
    cr_assert(csv_date(&self->table, d, "d", &date));
    cr_assert(csv_next(&self->table));
    cr_assert(not(csv_number(&self->table, n, &rule, &number)));
    cr_assert(not(csv_word(&self->table, w, "w", sex_words, SEXES, &word)));
    cr_assert(not(csv_date(&self->table, d, "d", &date)));
    cr_assert(csv_next(&self->table));
    cr_assert(not(csv_number(&self->table, n, &rule, &number)));
    cr_assert(eq(sz, self->problems.errors, 4));
    close_text(self);
}

Test(csv_value, a_name_is_one_line)
{
    struct fixture *self = open_csv("n\n\"two\nlines\"\n\"a\tb\"\n\" a, b \"\n");
    const size_t n = csv_column(&self->table, "n", CSV_REQUIRED);
    const char *name = NULL;

    cr_assert(csv_next(&self->table));
    cr_assert(not(csv_name(&self->table, n, "n", &self->pool, &name)));
    cr_assert(csv_next(&self->table));
    cr_assert(not(csv_name(&self->table, n, "n", &self->pool, &name)));
    cr_assert(csv_next(&self->table));
    cr_assert(csv_name(&self->table, n, "n", &self->pool, &name));
    assert_same_text(name, " a, b ");
    cr_assert(eq(sz, self->problems.errors, 2));
    cr_assert(csv_name(&self->table, CSV_NONE, "m", &self->pool, &name));
    assert_same_text(name, "");
    close_text(self);
}

/* The fast way for plain digits and the strict way for all else agree. */
Test(csv_value, whole_numbers)
{
    static const struct {
        const char *text;
        int value; /**< -1: refused. */
    } CASES[] = { { "0", 0 },         { "7", 7 },         { "2020", 2020 },  { "99999", -1 },
                  { "2020.0", 2020 }, { "2.02e3", 2020 }, { "2020.5", -1 },  { "007", -1 },
                  { "-1", -1 },       { "+7", -1 },       { "1234567", -1 }, { "7 ", -1 } };

    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char text[64];

        snprintf(text, sizeof text, "n,m\n%s,1\n", CASES[i].text);
        struct fixture *self = open_csv(text);
        const size_t n = csv_column(&self->table, "n", CSV_REQUIRED);
        int value = -1;
        const bool refused = CASES[i].value == -1;

        cr_assert(csv_next(&self->table));
        cr_assert(eq(int, csv_peek_whole(&self->table, n, 0, 9999, &value), !refused), "%s", CASES[i].text);
        cr_assert(eq(sz, self->problems.errors, 0));
        cr_assert(eq(int, csv_whole(&self->table, n, "n", 0, 9999, &value), !refused), "%s", CASES[i].text);
        cr_assert(eq(sz, self->problems.errors, refused));
        cr_assert(refused || value == CASES[i].value, "%s", CASES[i].text);
        close_text(self);
    }
}

Test(csv_value, an_empty_cell_is_something_else_only_where_asked)
{
    struct fixture *self = open_csv("n,m\n,1\n");
    const size_t n = csv_column(&self->table, "n", CSV_REQUIRED);
    const struct figure_rule rule = { "n", 0, 5, false };
    const char *text = NULL;
    double number = 0;

    cr_assert(csv_next(&self->table));
    cr_assert(csv_number_or(&self->table, n, &rule, 9, &number));
    cr_assert(eq(dbl, number, 9));
    cr_assert(eq(sz, self->problems.errors, 0));
    cr_assert(not(csv_number(&self->table, n, &rule, &number)));
    cr_assert(not(csv_need_text(&self->table, n, "n", &self->pool, &text)));
    cr_assert(eq(sz, self->problems.errors, 2));
    close_text(self);
}
