#include <string.h>

#include "text_fixture.h"
#include "yaml_value.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(yaml_value, numbers_are_strict)
{
    static const char *const REFUSED[] = { "2,4",   "010",  ".nan", ".inf",   "-.inf", "0x10",  "0o17",
                                           "1_000", "1.2x", "+1",   ".5",     "5.",    "1e999", "''",
                                           "'12'",  "~",    "[1]",  "{a: 1}", "yes",   "1 2" };
    const struct figure_rule rule = { "x", -10, 10, false };

    for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
        char *text = joined_path("x: 1\nv: ", REFUSED[i]); /* the joining slash makes a comment of nothing */
        char *slash = strstr(text, "v: /");
        memmove(slash + 3, slash + 4, strlen(slash + 4) + 1);
        struct fixture *self = open_yaml(text);
        double number = 77;

        cr_assert(self->good, "%s", text);
        cr_assert(not(yaml_number(&self->doc, find(self, "v"), &rule, &number)), "%s was taken", text);
        cr_assert(eq(sz, self->problems.errors, 1), "%s", text);
        cr_assert(eq(dbl, number, 77));
        close_text(self);
        free(text);
    }
}

Test(yaml_value, numbers_are_read)
{
    struct fixture *self = open_yaml("a: -2.5\nb: 1e1\nc: 0\n");
    const struct figure_rule rule = { "x", -10, 10, false };
    double number = 0;

    cr_assert(yaml_number(&self->doc, find(self, "a"), &rule, &number));
    cr_assert(eq(dbl, number, -2.5));
    cr_assert(yaml_number(&self->doc, find(self, "b"), &rule, &number));
    cr_assert(eq(dbl, number, 10));
    cr_assert(eq(sz, self->problems.errors, 0));
    close_text(self);
}

Test(yaml_value, a_misspelt_key_is_not_missing_too)
{
    static const char *const KEYS[] = { "state_date", "name" };
    struct fixture *self = open_yaml("state_dat: 1\n");

    yaml_known_keys(&self->doc, yaml_root(&self->doc), KEYS, 2);
    cr_assert(eq(sz, self->problems.errors, 1));
    yaml_need(&self->doc, yaml_root(&self->doc), "state_date");
    cr_assert(eq(sz, self->problems.errors, 1));
    yaml_need(&self->doc, yaml_root(&self->doc), "name");
    cr_assert(eq(sz, self->problems.errors, 2));
    close_text(self);
}

Test(yaml_value, days)
{
    struct fixture *self = open_yaml("a: 2020-02-29\nb: 2100-02-29\nc: 12-31\nd: 02-29\ne: 2020-1-1\n");
    struct date date;

    cr_assert(yaml_date(&self->doc, find(self, "a"), "a", &date));
    cr_assert(date.year == 2020 && date.month == 2 && date.day == 29);
    cr_assert(not(yaml_date(&self->doc, find(self, "b"), "b", &date)));
    cr_assert(yaml_month_day(&self->doc, find(self, "c"), "c", &date));
    cr_assert(date.year == 0 && date.month == 12 && date.day == 31);
    cr_assert(not(yaml_month_day(&self->doc, find(self, "d"), "d", &date)));
    cr_assert(not(yaml_date(&self->doc, find(self, "e"), "e", &date)));
    cr_assert(eq(sz, self->problems.errors, 3));
    close_text(self);
}

Test(yaml_value, languages)
{
    struct fixture *self = open_yaml("a: 一\nb: {zh: 一, en: one}\nc: {en: one}\n");
    const char *text[LANGUAGES];

    cr_assert(yaml_languages(&self->doc, find(self, "a"), "a", &self->pool, text));
    cr_assert(eq(str, (char *)text[ENGLISH], "一"));
    cr_assert(yaml_languages(&self->doc, find(self, "b"), "b", &self->pool, text));
    cr_assert(eq(str, (char *)text[ENGLISH], "one"));
    cr_assert(eq(str, (char *)text[CHINESE], "一"));
    cr_assert(yaml_languages(&self->doc, find(self, "c"), "c", &self->pool, text));
    cr_assert(eq(str, (char *)text[CHINESE], "one"));
    close_text(self);
}

Test(yaml_value, an_id_is_one_line_without_spaces_at_its_ends)
{
    static const char *const REFUSED[] = { "v: \"a\\tb\"\n",    "v: \"a\\nb\"\n",    "v: ' a'\n", "v: 'a '\n",
                                           "v: \"\\u3000a\"\n", "v: \"a\\u00a0\"\n", "v: ''\n",   "v: [a]\n" };
    const char *id = NULL;

    for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
        struct fixture *self = open_yaml(REFUSED[i]);

        cr_assert(self->good, "%s", REFUSED[i]);
        cr_assert(not(yaml_id(&self->doc, find(self, "v"), "v", &self->pool, &id)), "%s was taken", REFUSED[i]);
        cr_assert(eq(sz, self->problems.errors, 1), "%s", REFUSED[i]);
        close_text(self);
    }
    struct fixture *self = open_yaml("v: 主城 区, 2\n");

    cr_assert(yaml_id(&self->doc, find(self, "v"), "v", &self->pool, &id));
    assert_same_text(id, "主城 区, 2");
    cr_assert(not(yaml_id(&self->doc, 0, "w", &self->pool, &id)));
    cr_assert(eq(sz, self->problems.errors, 0));
    close_text(self);
}

Test(yaml_value, a_name_is_one_line_in_each_language)
{
    struct fixture *self = open_yaml("a: {zh: 一, en: \"o\\nne\"}\nb: \"o\\tne\"\nc: ' one'\nd: {zh: 一}\n");
    const char *text[LANGUAGES];

    cr_assert(not(yaml_name(&self->doc, find(self, "a"), "a", &self->pool, text)));
    cr_assert(eq(sz, self->problems.errors, 1));
    cr_assert(not(yaml_name(&self->doc, find(self, "b"), "b", &self->pool, text)));
    cr_assert(eq(sz, self->problems.errors, 2));
    cr_assert(yaml_languages(&self->doc, find(self, "b"), "b", &self->pool, text)); /* a text may have lines */
    cr_assert(yaml_name(&self->doc, find(self, "c"), "c", &self->pool, text));
    cr_assert(yaml_name(&self->doc, find(self, "d"), "d", &self->pool, text));
    assert_same_text(text[ENGLISH], "一");
    cr_assert(eq(sz, self->problems.errors, 2));
    close_text(self);
}

/* What is asked of a value that is not there was reported when it was looked for. */
Test(yaml_value, nothing_is_said_twice_of_what_is_not_there)
{
    struct fixture *self = open_yaml("a: 1\n");
    const struct name words[] = { { "one", { "", "" } } };
    const struct figure_rule rule = { "x", 0, 1, false };
    const char *text[LANGUAGES] = { NULL, NULL };
    struct date date;
    double number = 7;
    size_t index = 0;
    bool on = false;
    int year = 0;

    cr_assert(not(yaml_text(&self->doc, 0, "x", &self->pool, &text[0])));
    cr_assert(not(yaml_number(&self->doc, 0, &rule, &number)));
    cr_assert(not(yaml_year(&self->doc, 0, "x", &year)));
    cr_assert(not(yaml_word(&self->doc, 0, "x", words, 1, &index)));
    cr_assert(not(yaml_switch(&self->doc, 0, "x", &on)));
    cr_assert(not(yaml_date(&self->doc, 0, "x", &date)));
    cr_assert(not(yaml_month_day(&self->doc, 0, "x", &date)));
    cr_assert(not(yaml_name(&self->doc, 0, "x", &self->pool, text)));
    cr_assert(not(yaml_list(&self->doc, 0, "x")));
    cr_assert(not(yaml_mapping(&self->doc, 0, "x")));
    cr_assert(yaml_number_or(&self->doc, 0, &rule, 0.5, &number));
    cr_assert(eq(dbl, number, 0.5));
    cr_assert(eq(sz, self->problems.errors, 0));
    close_text(self);
}

Test(yaml_value, words_and_switches)
{
    struct fixture *self = open_yaml("a: one\nb: two\nc: [one]\nd: yes\ne: 'false'\nf: on\n");
    const struct name words[] = { { "one", { "", "" } }, { "three", { "", "" } } };
    size_t index = 9;
    bool on = false;

    cr_assert(yaml_word(&self->doc, find(self, "a"), "a", words, 2, &index));
    cr_assert(eq(sz, index, 0));
    cr_assert(not(yaml_word(&self->doc, find(self, "b"), "b", words, 2, &index)));
    cr_assert(not(yaml_word(&self->doc, find(self, "c"), "c", words, 2, &index)));
    cr_assert(yaml_switch(&self->doc, find(self, "d"), "d", &on));
    cr_assert(on);
    cr_assert(yaml_switch(&self->doc, find(self, "e"), "e", &on));
    cr_assert(not(on));
    cr_assert(not(yaml_switch(&self->doc, find(self, "f"), "f", &on)));
    cr_assert(eq(sz, self->problems.errors, 3));
    close_text(self);
}
