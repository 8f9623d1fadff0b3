#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "support.h"
#include "yaml_doc.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/** A document made of a text, and what was said of it. */
struct fixture {
    char *folder;
    struct yaml_doc doc;
    struct problems problems;
    struct pool pool;
    bool good;
};

static struct fixture *open_text(const char *text)
{
    struct fixture *self = mem_array(1, sizeof *self);
    self->folder = temporary_folder();
    char *path = joined_path(self->folder, "t.yaml");

    file_write(path, text);
    self->good = yaml_doc_read(&self->doc, path, (struct place) { NULL, 0, 0 }, &self->problems);
    free(path);
    return self;
}

static void close_text(struct fixture *self)
{
    yaml_doc_free(&self->doc);
    yaml_doc_free(&self->doc); /* harmless */
    problems_free(&self->problems);
    pool_free(&self->pool);
    temporary_folder_remove(self->folder);
    free(self);
}

static yaml_value find(const struct fixture *self, const char *key)
{
    return yaml_find(&self->doc, yaml_root(&self->doc), key);
}

Test(yaml_doc, places_count_characters_from_one)
{
    struct fixture *self = open_text("名称: 一\n镇街: {甲: 1, 乙: 2}\n");
    const yaml_value towns = find(self, "镇街");
    const struct place place = yaml_place(&self->doc, yaml_find(&self->doc, towns, "乙"));

    cr_assert(eq(sz, place.line, 2));
    cr_assert(eq(sz, place.column, 15));
    cr_assert(eq(sz, yaml_size(&self->doc, towns), 2));
    close_text(self);
}

Test(yaml_doc, numbers_are_strict)
{
    static const char *const REFUSED[] = { "2,4",   "010",  ".nan", ".inf",   "-.inf", "0x10",  "0o17",
                                           "1_000", "1.2x", "+1",   ".5",     "5.",    "1e999", "''",
                                           "'12'",  "~",    "[1]",  "{a: 1}", "yes",   "1 2" };
    const struct figure_rule rule = { "x", -10, 10, false };

    for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
        char *text = joined_path("x: 1\nv: ", REFUSED[i]); /* the joining slash makes a comment of nothing */
        char *slash = strstr(text, "v: /");
        memmove(slash + 3, slash + 4, strlen(slash + 4) + 1);
        struct fixture *self = open_text(text);
        double number = 77;

        cr_assert(self->good, "%s", text);
        cr_assert(not(yaml_number(&self->doc, find(self, "v"), &rule, &number)), "%s was taken", text);
        cr_assert(eq(sz, self->problems.errors, 1), "%s", text);
        cr_assert(eq(dbl, number, 77));
        close_text(self);
        free(text);
    }
}

Test(yaml_doc, numbers_are_read)
{
    struct fixture *self = open_text("a: -2.5\nb: 1e1\nc: 0\n");
    const struct figure_rule rule = { "x", -10, 10, false };
    double number = 0;

    cr_assert(yaml_number(&self->doc, find(self, "a"), &rule, &number));
    cr_assert(eq(dbl, number, -2.5));
    cr_assert(yaml_number(&self->doc, find(self, "b"), &rule, &number));
    cr_assert(eq(dbl, number, 10));
    cr_assert(eq(sz, self->problems.errors, 0));
    close_text(self);
}

Test(yaml_doc, plain_aliases_are_fine_and_loops_are_not)
{
    struct fixture *self = open_text("a: &x {b: 1}\nc: *x\n");
    cr_assert(self->good);
    cr_assert(eq(str, (char *)yaml_raw(&self->doc, yaml_find(&self->doc, find(self, "c"), "b")), "1"));
    close_text(self);

    self = open_text("a: &x [*x]\n");
    cr_assert(not(self->good));
    cr_assert(eq(sz, self->problems.errors, 1));
    close_text(self);
}

/* A few lines of aliases stand for billions of values; nothing may walk them all. */
Test(yaml_doc, aliases_that_multiply_cost_nothing, .timeout = 20)
{
    struct fixture *self = open_text("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n"
                                     "c: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n"
                                     "e: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\n"
                                     "g: &g [*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g]\n");
    cr_assert(self->good);
    close_text(self);
}

Test(yaml_doc, a_key_given_twice_leaves_a_tree)
{
    struct fixture *self = open_text("a: 1\nb: 2\na: 3\n");

    cr_assert(self->good);
    cr_assert(eq(sz, self->problems.errors, 1));
    cr_assert(eq(str, (char *)yaml_raw(&self->doc, find(self, "a")), "1"));
    close_text(self);
}

Test(yaml_doc, a_misspelt_key_is_not_missing_too)
{
    static const char *const KEYS[] = { "state_date", "name" };
    struct fixture *self = open_text("state_dat: 1\n");

    yaml_known_keys(&self->doc, yaml_root(&self->doc), KEYS, 2);
    cr_assert(eq(sz, self->problems.errors, 1));
    yaml_need(&self->doc, yaml_root(&self->doc), "state_date");
    cr_assert(eq(sz, self->problems.errors, 1));
    yaml_need(&self->doc, yaml_root(&self->doc), "name");
    cr_assert(eq(sz, self->problems.errors, 2));
    close_text(self);
}

Test(yaml_doc, days)
{
    struct fixture *self = open_text("a: 2020-02-29\nb: 2100-02-29\nc: 12-31\nd: 02-29\ne: 2020-1-1\n");
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

Test(yaml_doc, languages)
{
    struct fixture *self = open_text("a: 一\nb: {zh: 一, en: one}\nc: {en: one}\n");
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
