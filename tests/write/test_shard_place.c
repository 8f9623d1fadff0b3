#include "shard_place.h"

#include <stdlib.h>
#include <string.h>

#include "support.h"

#include <criterion/criterion.h>

Test(shard_place, folder_beside_the_result)
{
    static const char *const rows[][2] = {
        { "output/x", "output/x.shards" }, { "x", "x.shards" }, { "a/b c//", "a/b c.shards" }, { "/x", "/x.shards" },
        { "../x", "../x.shards" },
    };
    struct problems problems = { .count = 0 };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *folder = shard_folder(rows[i][0], &problems);

        cr_assert_not_null(folder);
        assert_same_text(folder, rows[i][1]);
        free(folder);
    }
    cr_expect_eq(problems.count, 0);
}

Test(shard_place, what_has_no_name_has_no_folder)
{
    static const char *const nameless[] = { "", "/", ".", "..", "a/..", "./", "a/../" };

    for (size_t i = 0; i < sizeof nameless / sizeof *nameless; i++) {
        struct problems problems = { .count = 0 };

        cr_expect_null(shard_folder(nameless[i], &problems), "'%s'", nameless[i]);
        cr_expect_eq(problems.errors, 1);
        problems_free(&problems);
    }
}

Test(shard_place, makes_the_folder_and_those_above)
{
    char *ground = temporary_folder();
    char *folder = joined_path(ground, "a/b.shards");
    char *file = joined_path(ground, "file");
    char *under = joined_path(file, "b.shards");
    struct problems problems = { .count = 0 };

    cr_expect(shard_folder_make(folder, &problems));
    cr_expect(shard_folder_make(folder, &problems), "it may be there");
    cr_expect(file_exists(folder));
    cr_expect_eq(problems.errors, 0);
    file_write(file, "");
    cr_expect_not(shard_folder_make(file, &problems), "a file stands there");
    cr_expect_not(shard_folder_make(under, &problems));
    cr_expect_eq(problems.errors, 2);
    problems_free(&problems);
    free(under);
    free(file);
    free(folder);
    temporary_folder_remove(ground);
}

static void touch(const char *folder, const char *name)
{
    char *path = joined_path(folder, name);

    file_write(path, "");
    free(path);
}

Test(shard_place, splits_of_which_there_are_parts)
{
    static const char *const names[] = {
        "shard-1-of-7.bin",
        "shard-7-of-7.bin",
        "shard-2-of-3.done",
        "shard-9999-of-9999.bin",
        /* and none of these */
        "shard-0-of-4.bin",
        "shard-6-of-5.bin",
        "shard-1-of-10000.bin",
        "shard-1-of-8.bin.Ab12Cd",
        "shard-01-of-9.bin",
        "shard-+1-of-9.bin",
        "shard-1-of-.bin",
        "shard-1-of-11",
        "shard-1-of-12.log",
        "xshard-1-of-13.bin",
        "array.sh",
    };
    char *folder = temporary_folder();
    size_t count = 0;

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        touch(folder, names[i]);
    }
    size_t *splits = shard_splits(folder, &count);

    cr_assert_eq(count, 3);
    cr_expect_eq(splits[0], 3);
    cr_expect_eq(splits[1], 7);
    cr_expect_eq(splits[2], 9999);
    free(splits);
    temporary_folder_remove(folder);
    splits = shard_splits("no/such/folder", &count);
    cr_expect_eq(count, 0);
    free(splits);
}
