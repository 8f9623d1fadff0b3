#include "id_index.h"

#include <stdio.h>
#include <string.h>

#include <criterion/criterion.h>

Test(id_index, an_empty_one_has_nothing)
{
    const struct id_index index = { .count = 0 };

    cr_assert_eq(id_index_find(&index, "a", 1), ID_NONE);
    cr_assert_eq(id_index_find(&index, "", 0), ID_NONE);
}

Test(id_index, an_id_is_found_whole_and_no_other)
{
    struct pool pool = { NULL };
    struct id_index index = { .count = 0 };

    id_index_add(&index, "441802", 7, &pool);
    id_index_add(&index, "清城", 0, &pool);
    cr_assert_eq(id_index_find(&index, "441802", 6), 7);
    cr_assert_eq(id_index_find(&index, "441802,m,3", 6), 7, "text behind the id does not belong to it");
    cr_assert_eq(id_index_find(&index, "清城区", strlen("清城")), 0);
    cr_assert_eq(id_index_find(&index, "44180", 5), ID_NONE, "the beginning of an id");
    cr_assert_eq(id_index_find(&index, "4418020", 7), ID_NONE, "more than an id");
    cr_assert_eq(id_index_find(&index, "", 0), ID_NONE);
    pool_free(&pool);
}

Test(id_index, many_are_all_found)
{
    enum { MANY = 20000 };
    struct pool pool = { NULL };
    struct id_index index = { .count = 0 };
    char text[16];

    for (size_t thing = 0; thing < MANY; thing++) {
        const int length = snprintf(text, sizeof text, "%zu", 3 * thing);

        id_index_add(&index, pool_text(&pool, text, (size_t)length), thing, &pool);
    }
    cr_assert_eq(index.count, MANY);
    for (size_t number = 0; number < 3 * MANY; number++) {
        const int length = snprintf(text, sizeof text, "%zu", number);

        cr_assert_eq(id_index_find(&index, text, (size_t)length), number % 3 == 0 ? number / 3 : ID_NONE, "%s", text);
    }
    pool_free(&pool);
}
