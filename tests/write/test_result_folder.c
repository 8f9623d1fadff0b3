/* For realpath(). */
#define _XOPEN_SOURCE 700

#include "result_folder.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sysexits.h>
#include <unistd.h>

#include "support.h"

#include <criterion/criterion.h>

/* A folder to try things in, and the place of a result in it. */
struct ground {
    char *folder;
    char *place;
    struct problems problems;
};

static struct ground begin(void)
{
    struct ground ground = { .folder = temporary_folder() };

    ground.place = joined_path(ground.folder, "result");
    return ground;
}

static void end(struct ground *self)
{
    problems_free(&self->problems);
    free(self->place);
    temporary_folder_remove(self->folder);
}

static size_t entries(const char *folder)
{
    DIR *list = opendir(folder);
    size_t count = 0;

    while (readdir(list) != NULL) {
        count++;
    }
    closedir(list);
    return count - 2; /* itself and its parent */
}

static char *content(const struct ground *ground, const char *name)
{
    char *path = joined_path(ground->place, name);
    char *text = file_text(path, NULL);
    free(path);
    return text;
}

static void assert_content(const struct ground *ground, const char *name, const char *expected)
{
    char *text = content(ground, name);
    assert_same_text(text, expected);
    free(text);
}

static char *said(const struct ground *ground)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    problems_print(&ground->problems, stream, ENGLISH);
    fclose(stream);
    return text;
}

static void assert_said(const struct ground *ground, const char *part)
{
    char *text = said(ground);
    assert_contains(text, part);
    free(text);
}

/* A record of ours for these files. */
static void write_record(struct result_folder *folder)
{
    FILE *stream = result_folder_file(folder, "provenance.json");
    cr_assert_not_null(stream);
    fputs("{\n  \"program\": \"xuewei\",\n  \"version\": \"1\",\n  \"written\": [", stream);
    for (size_t i = 0; i < folder->written_count; i++) {
        fprintf(stream, "%s\"%s\"", i == 0 ? "" : ", ", folder->written[i]);
    }
    fputs("]\n}\n", stream);
}

static void write_files(struct result_folder *folder, const char *text)
{
    FILE *stream = result_folder_file(folder, "gap.csv");
    cr_assert_not_null(stream);
    fputs(text, stream);
    write_record(folder);
}

/* A whole result with this text; the status of the first step that failed. */
static int write_result(struct ground *ground, const char *text, bool can_exchange)
{
    struct result_folder folder;
    int status = result_folder_begin(&folder, ground->place, &ground->problems);

    if (status == EX_OK) {
        folder.can_exchange = folder.can_exchange && can_exchange;
        write_files(&folder, text);
        status = result_folder_commit(&folder);
    }
    result_folder_abandon(&folder);
    return status;
}

static void earlier_is_replaced(bool can_exchange)
{
    struct ground ground = begin();

    cr_assert_eq(write_result(&ground, "one", can_exchange), EX_OK);
    assert_content(&ground, "gap.csv", "one");
    cr_assert_eq(write_result(&ground, "two", can_exchange), EX_OK);
    assert_content(&ground, "gap.csv", "two");
    cr_assert_eq(entries(ground.place), 2);
    cr_assert_eq(entries(ground.folder), 1, "something is left beside the result");
    end(&ground);
}

Test(result_folder, an_earlier_result_is_replaced)
{
    earlier_is_replaced(true);
}

Test(result_folder, an_earlier_result_is_replaced_where_nothing_can_be_exchanged)
{
    earlier_is_replaced(false);
}

Test(result_folder, nothing_is_there_before_the_commit)
{
    struct ground ground = begin();
    struct result_folder folder;

    cr_assert_eq(result_folder_begin(&folder, ground.place, &ground.problems), EX_OK);
    write_files(&folder, "half");
    cr_assert_not(file_exists(ground.place));
    cr_assert_eq(entries(ground.folder), 1);
    result_folder_abandon(&folder);
    cr_assert_eq(entries(ground.folder), 0);
    result_folder_abandon(&folder);
    end(&ground);
}

Test(result_folder, the_earlier_result_stays_when_a_run_is_abandoned)
{
    struct ground ground = begin();
    struct result_folder folder;

    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    cr_assert_eq(result_folder_begin(&folder, ground.place, &ground.problems), EX_OK);
    write_files(&folder, "two");
    assert_content(&ground, "gap.csv", "one");
    result_folder_abandon(&folder);
    assert_content(&ground, "gap.csv", "one");
    cr_assert_eq(entries(ground.folder), 1);
    end(&ground);
}

Test(result_folder, parents_are_made_and_slashes_do_not_matter)
{
    struct ground ground = begin();
    char *deep = joined_path(ground.folder, "a//b/c///");
    free(ground.place);
    ground.place = deep;

    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    assert_content(&ground, "gap.csv", "one");
    end(&ground);
}

Test(result_folder, a_relative_path_is_taken_from_where_the_program_runs)
{
    struct ground ground = begin();

    cr_assert_eq(chdir(ground.folder), 0);
    free(ground.place);
    ground.place = strdup("result");
    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    assert_content(&ground, "gap.csv", "one");
    cr_assert_eq(chdir("/"), 0);
    end(&ground);
}

Test(result_folder, two_runs_at_once_are_both_whole_and_the_last_one_stays)
{
    for (int can_exchange = 0; can_exchange < 2; can_exchange++) {
        struct ground ground = begin();
        struct result_folder first;
        struct result_folder second;

        cr_assert_eq(result_folder_begin(&first, ground.place, &ground.problems), EX_OK);
        cr_assert_eq(result_folder_begin(&second, ground.place, &ground.problems), EX_OK);
        first.can_exchange = can_exchange != 0;
        second.can_exchange = can_exchange != 0;
        write_files(&first, "first");
        write_files(&second, "second");
        cr_assert_eq(result_folder_commit(&first), EX_OK);
        assert_content(&ground, "gap.csv", "first");
        cr_assert_eq(result_folder_commit(&second), EX_OK);
        assert_content(&ground, "gap.csv", "second");
        result_folder_abandon(&first);
        result_folder_abandon(&second);
        assert_content(&ground, "gap.csv", "second");
        cr_assert_eq(entries(ground.folder), 1);
        end(&ground);
    }
}

/* What stands at the place stays, the status is 73, and the message says so. */
static void refused(struct ground *ground, const char *part)
{
    const size_t before = entries(ground->folder);

    cr_assert_eq(write_result(ground, "ours", true), EX_CANTCREAT);
    assert_said(ground, part);
    cr_assert_eq(entries(ground->folder), before);
}

Test(result_folder, a_folder_of_someone_else_is_left_alone)
{
    struct ground ground = begin();
    char *thesis = joined_path(ground.place, "thesis.txt");

    mkdir(ground.place, 0777);
    file_write(thesis, "years of work");
    refused(&ground, "is no result of xuewei");
    assert_content(&ground, "thesis.txt", "years of work");
    free(thesis);
    end(&ground);
}

Test(result_folder, what_a_user_put_into_a_result_is_left_alone)
{
    struct ground ground = begin();
    char *notes = joined_path(ground.place, "notes.xlsx");

    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    file_write(notes, "notes");
    refused(&ground, "'notes.xlsx' in the folder");
    assert_content(&ground, "notes.xlsx", "notes");
    assert_content(&ground, "gap.csv", "one");
    free(notes);
    end(&ground);
}

Test(result_folder, a_file_and_a_link_are_left_alone)
{
    struct ground ground = begin();

    file_write(ground.place, "a file");
    refused(&ground, "exists and is no folder");
    unlink(ground.place);
    cr_assert_eq(symlink("elsewhere", ground.place), 0);
    refused(&ground, "is a symbolic link");
    end(&ground);
}

Test(result_folder, an_empty_folder_is_taken)
{
    struct ground ground = begin();

    mkdir(ground.place, 0777);
    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    assert_content(&ground, "gap.csv", "one");
    end(&ground);
}

Test(result_folder, a_file_in_place_of_a_parent_is_told)
{
    struct ground ground = begin();
    char *deeper = joined_path(ground.place, "deep/result");

    file_write(ground.place, "a file");
    free(ground.place);
    ground.place = deeper;
    cr_assert_eq(write_result(&ground, "one", true), EX_CANTCREAT);
    assert_said(&ground, "a part of the path is a file");
    end(&ground);
}

Test(result_folder, a_path_without_a_name_of_its_own_is_refused)
{
    static const char *const nameless[] = { "", "/", "///", ".", "..", "a/..", "a/./" };

    for (size_t i = 0; i < sizeof nameless / sizeof nameless[0]; i++) {
        struct problems problems = { .count = 0 };
        struct result_folder folder;

        cr_assert_eq(result_folder_begin(&folder, nameless[i], &problems), EX_CANTCREAT, "%s", nameless[i]);
        cr_assert_eq(problems.errors, 1, "%s", nameless[i]);
        result_folder_abandon(&folder);
        problems_free(&problems);
    }
}

Test(result_folder, what_comes_to_stand_there_during_the_run_is_left_alone)
{
    struct ground ground = begin();
    struct result_folder folder;

    cr_assert_eq(result_folder_begin(&folder, ground.place, &ground.problems), EX_OK);
    write_files(&folder, "ours");
    file_write(ground.place, "someone was faster");
    cr_assert_eq(result_folder_commit(&folder), EX_CANTCREAT);
    result_folder_abandon(&folder);
    char *text = file_text(ground.place, NULL);
    assert_same_text(text, "someone was faster");
    free(text);
    cr_assert_eq(entries(ground.folder), 1);
    end(&ground);
}

Test(result_folder, a_file_that_grows_too_large_is_told_and_the_earlier_result_stays)
{
    struct ground ground = begin();
    struct result_folder folder;

    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    cr_assert_eq(result_folder_begin(&folder, ground.place, &ground.problems), EX_OK);
    FILE *stream = result_folder_file(&folder, "gap.csv");
    setrlimit(RLIMIT_FSIZE, &(struct rlimit) { 10000, RLIM_INFINITY });
    for (int i = 0; i < 3000; i++) {
        fputs("0123456789", stream);
    }
    cr_assert_null(result_folder_file(&folder, "next.csv"), "goes on after a failure");
    cr_assert_eq(result_folder_commit(&folder), EX_IOERR);
    result_folder_abandon(&folder);
    setrlimit(RLIMIT_FSIZE, &(struct rlimit) { RLIM_INFINITY, RLIM_INFINITY });
    assert_said(&ground, "result/gap.csv': it would be larger than files may be here");
    cr_assert_eq(ground.problems.errors, 1);
    assert_content(&ground, "gap.csv", "one");
    cr_assert_eq(entries(ground.folder), 1);
    end(&ground);
}

Test(result_folder, the_same_file_twice_is_told)
{
    struct ground ground = begin();
    struct result_folder folder;

    cr_assert_eq(result_folder_begin(&folder, ground.place, &ground.problems), EX_OK);
    cr_assert_not_null(result_folder_file(&folder, "gap.csv"));
    cr_assert_null(result_folder_file(&folder, "gap.csv"));
    cr_assert_eq(result_folder_commit(&folder), EX_IOERR);
    assert_said(&ground, "result/gap.csv");
    result_folder_abandon(&folder);
    end(&ground);
}

/* What a run leaves that is killed between the two renames which have to do for an exchange. */
Test(result_folder, a_result_that_a_killed_run_had_set_aside_comes_back)
{
    struct ground ground = begin();
    char *earlier = joined_path(ground.folder, ".result.xuewei-earlier");
    struct result_folder folder;

    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    cr_assert_eq(rename(ground.place, earlier), 0);
    cr_assert_eq(result_folder_begin(&folder, ground.place, &ground.problems), EX_OK);
    assert_content(&ground, "gap.csv", "one");
    result_folder_abandon(&folder);
    cr_assert_eq(entries(ground.folder), 1);
    free(earlier);
    end(&ground);
}

Test(result_folder, a_result_set_aside_goes_where_a_newer_one_stands)
{
    for (int can_exchange = 0; can_exchange < 2; can_exchange++) {
        struct ground ground = begin();
        char *earlier = joined_path(ground.folder, ".result.xuewei-earlier");

        cr_assert_eq(write_result(&ground, "one", true), EX_OK);
        cr_assert_eq(rename(ground.place, earlier), 0);
        struct ground beside = { .folder = ground.folder, .place = joined_path(ground.folder, "beside") };
        cr_assert_eq(write_result(&beside, "two", true), EX_OK);
        cr_assert_eq(rename(beside.place, ground.place), 0);
        cr_assert_eq(write_result(&ground, "three", can_exchange != 0), EX_OK);
        assert_content(&ground, "gap.csv", "three");
        cr_assert_eq(entries(ground.folder), 1);
        free(beside.place);
        free(earlier);
        end(&ground);
    }
}

Test(result_folder, paths_are_told_as_seen_from_the_result)
{
    static const struct {
        const char *path;
        const char *seen;
    } cases[] = { { "models/m", "../../models/m" }, { "", "../.." },      { "out", ".." },
                  { "out/r/below", "below" },       { "ou", "../../ou" }, { "out/rr", "../rr" } };
    struct ground ground = begin();
    char *real = realpath(ground.folder, NULL);
    struct result_folder folder;

    free(ground.place);
    ground.place = joined_path(ground.folder, "out/r");
    cr_assert_eq(result_folder_begin(&folder, ground.place, &ground.problems), EX_OK);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char *path = cases[i].path[0] == '\0' ? strdup(real) : joined_path(real, cases[i].path);
        char *seen = result_folder_relative(&folder, path);
        cr_assert_str_eq(seen, cases[i].seen, "%s: %s", cases[i].path, seen);
        free(seen);
        free(path);
    }
    result_folder_abandon(&folder);
    free(real);
    end(&ground);
}

Test(result_folder, the_folder_is_as_open_to_others_as_the_user_has_it)
{
    struct ground ground = begin();
    struct stat about;

    umask(022);
    cr_assert_eq(write_result(&ground, "one", true), EX_OK);
    cr_assert_eq(stat(ground.place, &about), 0);
    cr_assert_eq(about.st_mode & 0777, 0755);
    end(&ground);
}
