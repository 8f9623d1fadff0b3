#include "text_fixture.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(yaml_doc, places_count_characters_from_one)
{
    struct fixture *self = open_yaml("名称: 一\n镇街: {甲: 1, 乙: 2}\n");
    const yaml_value towns = find(self, "镇街");
    const struct place place = yaml_place(&self->doc, yaml_find(&self->doc, towns, "乙"));

    cr_assert(eq(sz, place.line, 2));
    cr_assert(eq(sz, place.column, 15));
    cr_assert(eq(sz, yaml_size(&self->doc, towns), 2));
    close_text(self);
}

Test(yaml_doc, plain_aliases_are_fine_and_loops_are_not)
{
    struct fixture *self = open_yaml("a: &x {b: 1}\nc: *x\n");
    cr_assert(self->good);
    cr_assert(eq(str, (char *)yaml_raw(&self->doc, yaml_find(&self->doc, find(self, "c"), "b")), "1"));
    close_text(self);

    self = open_yaml("a: &x [*x]\n");
    cr_assert(not(self->good));
    cr_assert(eq(sz, self->problems.errors, 1));
    close_text(self);
}

/* A few lines of aliases stand for billions of values; nothing may walk them all. */
Test(yaml_doc, aliases_that_multiply_cost_nothing, .timeout = 20)
{
    struct fixture *self = open_yaml("a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\n"
                                     "c: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n"
                                     "e: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\n"
                                     "g: &g [*f,*f,*f,*f,*f,*f,*f,*f]\nh: [*g,*g,*g,*g,*g,*g,*g,*g]\n");
    cr_assert(self->good);
    close_text(self);
}

Test(yaml_doc, a_key_given_twice_leaves_a_tree)
{
    struct fixture *self = open_yaml("a: 1\nb: 2\na: 3\n");

    cr_assert(self->good);
    cr_assert(eq(sz, self->problems.errors, 1));
    cr_assert(eq(str, (char *)yaml_raw(&self->doc, find(self, "a")), "1"));
    close_text(self);
}

Test(yaml_doc, only_what_is_there_has_entries_and_a_place)
{
    struct fixture *self = open_yaml("a: 1\nb: [x, y]\n");
    const struct place whole = yaml_place(&self->doc, 0);

    cr_assert(eq(sz, whole.line, 0));
    cr_assert(eq(sz, yaml_size(&self->doc, find(self, "a")), 0));
    cr_assert(eq(sz, yaml_size(&self->doc, find(self, "b")), 2));
    cr_assert(eq(int, yaml_find(&self->doc, find(self, "b"), "x"), 0));
    assert_same_text(yaml_raw(&self->doc, find(self, "b")), "");
    assert_same_text(yaml_raw(&self->doc, yaml_item(&self->doc, find(self, "b"), 1)), "y");
    close_text(self);
}
