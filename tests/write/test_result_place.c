#include "result_place.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support.h"

#include <criterion/criterion.h>

static const char record[] = "{\n  \"program\": \"xuewei\",\n  \"version\": \"1\",\n"
                             "  \"written\": [\"gap.csv\", \"provenance.json\"]\n}\n";

/* A folder to try things in, open. */
struct ground {
    char *folder;
    int parent;
};

static struct ground begin(void)
{
    struct ground ground = { .folder = temporary_folder() };

    ground.parent = open(ground.folder, O_RDONLY | O_DIRECTORY);
    return ground;
}

static void end(struct ground *self)
{
    close(self->parent);
    temporary_folder_remove(self->folder);
}

static void make(const struct ground *ground, const char *name, const char *text)
{
    char *path = joined_path(ground->folder, name);
    if (text == NULL) {
        cr_assert_eq(mkdir(path, 0777), 0, "%s", path);
    } else {
        file_write(path, text);
    }
    free(path);
}

static bool there(const struct ground *ground, const char *name)
{
    char *path = joined_path(ground->folder, name);
    const bool exists = file_exists(path);
    free(path);
    return exists;
}

static void assert_place(const struct ground *ground, enum occupant expected, const char *what)
{
    char *foreign = NULL;
    const enum occupant found = result_place_look(ground->parent, "place", &foreign);
    cr_assert_eq(found, expected, "%s: %d, expected %d", what, (int)found, (int)expected);
    free(foreign);
}

Test(result_place, what_stands_there)
{
    struct ground ground = begin();

    assert_place(&ground, PLACE_FREE, "nothing");
    make(&ground, "place", NULL);
    assert_place(&ground, PLACE_FREE, "an empty folder");
    make(&ground, "place/gap.csv", "1");
    assert_place(&ground, PLACE_FOREIGN, "a folder without a record");
    make(&ground, "place/provenance.json", "{}");
    assert_place(&ground, PLACE_FOREIGN, "another's record");
    make(&ground, "place/provenance.json", record);
    assert_place(&ground, PLACE_RESULT, "a result");
    make(&ground, "place/我的分析.xlsx", "work");
    assert_place(&ground, PLACE_FOREIGN_FILE, "a result with a user's file");
    end(&ground);
}

Test(result_place, a_folder_within_a_result_is_not_ours)
{
    struct ground ground = begin();

    make(&ground, "place", NULL);
    make(&ground, "place/provenance.json", record);
    make(&ground, "place/notes", NULL);
    assert_place(&ground, PLACE_FOREIGN_FILE, "a folder within");
    end(&ground);
}

Test(result_place, files_links_and_pipes_are_no_folders)
{
    struct ground ground = begin();
    char *place = joined_path(ground.folder, "place");

    make(&ground, "place", "a file");
    assert_place(&ground, PLACE_NO_FOLDER, "a file");
    unlink(place);
    cr_assert_eq(symlink(ground.folder, place), 0);
    assert_place(&ground, PLACE_LINK, "a link");
    unlink(place);
    make(&ground, "place", NULL);
    char *pipe = joined_path(place, "provenance.json");
    cr_assert_eq(mkfifo(pipe, 0666), 0);
    assert_place(&ground, PLACE_FOREIGN, "a pipe for a record, without waiting");
    free(pipe);
    free(place);
    end(&ground);
}

Test(result_place, tidying_takes_what_dead_runs_left_and_nothing_else)
{
    static const char *const stay[] = { ".place.xuewei-notes", ".placeb.xuewei-1-0", "place.xuewei-1-0",
                                        ".place.xuewei-2-0" };
    struct ground ground = begin();

    make(&ground, ".place.xuewei-1-0", NULL);
    make(&ground, ".place.xuewei-1-0/gap.csv", "half");
    make(&ground, ".place.xuewei-3-17", NULL);
    for (size_t i = 0; i < sizeof stay / sizeof stay[0]; i++) {
        make(&ground, stay[i], NULL);
    }
    make(&ground, ".place.xuewei-2-0/a folder", NULL); /* no run of ours makes folders */
    make(&ground, ".place.xuewei-4-0", "a file");

    char *hidden = NULL;
    const int living = result_place_aside(ground.parent, "place", &hidden);
    cr_assert_geq(living, 0);
    result_place_tidy(ground.parent, "place");

    cr_assert_not(there(&ground, ".place.xuewei-1-0"));
    cr_assert_not(there(&ground, ".place.xuewei-3-17"));
    cr_assert(there(&ground, hidden), "its writer lives");
    cr_assert(there(&ground, ".place.xuewei-4-0"));
    for (size_t i = 0; i < sizeof stay / sizeof stay[0]; i++) {
        cr_assert(there(&ground, stay[i]), "%s", stay[i]);
    }
    close(living);
    result_place_tidy(ground.parent, "place");
    cr_assert_not(there(&ground, hidden), "its writer has gone");
    free(hidden);
    end(&ground);
}

Test(result_place, folders_aside_have_names_of_their_own)
{
    struct ground ground = begin();
    char *first = NULL;
    char *second = NULL;
    const int a = result_place_aside(ground.parent, "place", &first);
    const int b = result_place_aside(ground.parent, "place", &second);

    cr_assert(a >= 0 && b >= 0);
    cr_assert_str_neq(first, second);
    cr_assert_eq(first[0], '.');
    result_place_remove(ground.parent, first);
    cr_assert_not(there(&ground, first));
    cr_assert(there(&ground, second));
    result_place_remove(ground.parent, "not there");
    close(a);
    close(b);
    free(first);
    free(second);
    end(&ground);
}

Test(result_place, a_folder_aside_that_cannot_be_made_says_why)
{
    struct ground ground = begin();
    char name[300];
    char *hidden = NULL;

    memset(name, 'n', sizeof name);
    name[sizeof name - 1] = '\0';
    cr_assert_eq(result_place_aside(ground.parent, name, &hidden), -1);
    cr_assert_eq(errno, ENAMETOOLONG);
    cr_assert_null(hidden);
    end(&ground);
}
