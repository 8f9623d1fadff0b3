#define _XOPEN_SOURCE 700

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file_path.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(file_path, folders_and_stems)
{
    struct pool pool = { NULL };

    assert_same_text(path_folder(&pool, "a/b/c.yaml"), "a/b");
    assert_same_text(path_folder(&pool, "c.yaml"), ".");
    assert_same_text(path_folder(&pool, "/c.yaml"), "/");
    assert_same_text(path_stem(&pool, "scenarios/base.line.yaml"), "base.line");
    assert_same_text(path_stem(&pool, "plain"), "plain");
    assert_same_text(path_stem(&pool, "x/.yaml"), ".yaml");
    assert_same_text(path_stem(&pool, "..yaml"), "..yaml");
    assert_same_text(path_base(&pool, "models/qingcheng///"), "qingcheng");
    pool_free(&pool);
}

Test(file_path, paths_that_are_not_there_are_shortened)
{
    struct pool pool = { NULL };

    assert_same_text(path_from(&pool, "nowhere/a", "../b/./c"), "nowhere/b/c");
    assert_same_text(path_from(&pool, "nowhere", "../../c"), "../c");
    assert_same_text(path_from(&pool, ".", "nowhere.yaml"), "nowhere.yaml");
    assert_same_text(path_from(&pool, "/nowhere", "../c"), "/c");
    assert_same_text(path_from(&pool, "nowhere", "/c"), "/c");
    assert_same_text(path_from(&pool, "nowhere", ".."), ".");
    pool_free(&pool);
}

/* a/link is another folder, so a/link/../f is not a/f. */
Test(file_path, symbolic_links_are_minded)
{
    struct pool pool = { NULL };
    char *folder = temporary_folder();
    char *a = joined_path(folder, "a");
    char *b = joined_path(folder, "b");
    char *inner = joined_path(b, "inner");
    char *link = joined_path(a, "link");
    char *in_a = joined_path(a, "f");
    char *in_b = joined_path(b, "f");

    cr_assert(mkdir(a, 0700) == 0 && mkdir(b, 0700) == 0 && mkdir(inner, 0700) == 0);
    cr_assert(eq(int, symlink(inner, link), 0));
    file_write(in_a, "a");
    file_write(in_b, "b");
    char *text = file_text(path_from(&pool, link, "../f"), NULL);

    assert_same_text(text, "b");
    free(text);
    free(in_b);
    free(in_a);
    free(link);
    free(inner);
    free(b);
    free(a);
    pool_free(&pool);
    temporary_folder_remove(folder);
}

/* "." and ".." have the name of the folder that they are; what is not there and has no name keeps its own. */
Test(file_path, a_folder_without_a_name_has_that_of_the_real_path)
{
    struct pool pool = { NULL };
    char *folder = temporary_folder();
    char *district = joined_path(folder, "district");
    char *inner = joined_path(district, "inner");
    char *dot = joined_path(district, ".");
    char *up = joined_path(inner, "..");

    cr_assert(mkdir(district, 0700) == 0 && mkdir(inner, 0700) == 0);
    assert_same_text(path_base(&pool, dot), "district");
    assert_same_text(path_base(&pool, up), "district");
    assert_same_text(path_base(&pool, "/nowhere/."), ".");
    assert_same_text(path_base(&pool, "/"), "");
    /* the way over a folder that is there is the shorter one */
    assert_same_text(path_from(&pool, inner, ".."), district);
    free(up);
    free(dot);
    free(inner);
    free(district);
    pool_free(&pool);
    temporary_folder_remove(folder);
}
