#define _XOPEN_SOURCE 700

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "support.h"
#include "text_file.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

static const struct place NOWHERE = { NULL, 0, 0 };

Test(text_file, a_bom_is_taken_off)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "t.csv");
    struct problems problems = { 0 };
    struct text_file file;

    file_write(path, "\xef\xbb\xbf甲,1\n");
    cr_assert(text_file_read(&file, path, NOWHERE, &problems));
    assert_same_text(file.text, "甲,1\n");
    cr_assert(eq(sz, file.length, strlen(file.text)));
    text_file_free(&file);
    text_file_free(&file); /* harmless */
    problems_free(&problems);
    free(path);
    temporary_folder_remove(folder);
}

/* A pipe without a writer would hold the program up for ever. */
Test(text_file, a_pipe_is_refused, .timeout = 10)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "pipe");
    struct problems problems = { 0 };
    struct text_file file;

    cr_assert(eq(int, mkfifo(path, 0600), 0));
    cr_assert(not(text_file_read(&file, path, NOWHERE, &problems)));
    cr_assert(not(text_file_read(&file, "/dev/zero", NOWHERE, &problems)));
    cr_assert(not(text_file_read(&file, folder, NOWHERE, &problems)));
    cr_assert(eq(sz, problems.errors, 3));
    problems_free(&problems);
    free(path);
    temporary_folder_remove(folder);
}

/* A file with a hole takes no room on the disk, but would all of memory. */
Test(text_file, more_than_two_gigabytes_are_refused)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "huge.csv");
    struct problems problems = { 0 };
    struct text_file file;
    FILE *stream = fopen(path, "wb");

    cr_assert(stream != NULL);
    cr_assert(eq(int, fseek(stream, 2100000000L, SEEK_SET), 0));
    fputc('\n', stream);
    fclose(stream);
    cr_assert(not(text_file_read(&file, path, NOWHERE, &problems)));
    cr_assert(eq(sz, problems.errors, 1));
    problems_free(&problems);
    free(path);
    temporary_folder_remove(folder);
}

/* A path too long for the system, and a plain file whose bytes cannot be had. */
Test(text_file, what_the_system_does_not_give_is_told)
{
    struct problems problems = { 0 };
    struct text_file file;
    char path[5000];

    memset(path, 'a', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    cr_assert(not(text_file_read(&file, path, NOWHERE, &problems)));
    cr_assert(eq(sz, problems.errors, 1));
    cr_assert(not(text_file_read(&file, "/proc/self/mem", NOWHERE, &problems)));
    cr_assert(eq(sz, problems.errors, 2));
    problems_free(&problems);
}

/* Files of the system tell no length beforehand. */
Test(text_file, a_file_longer_than_it_said_is_read_whole)
{
    struct problems problems = { 0 };
    struct text_file file;

    if (!file_exists("/proc/kallsyms")) {
        cr_skip_test("no /proc/kallsyms here");
    }
    char *whole = file_text("/proc/kallsyms", NULL);

    cr_assert(text_file_read(&file, "/proc/kallsyms", NOWHERE, &problems));
    cr_assert(eq(sz, file.length, strlen(whole)));
    text_file_free(&file);
    problems_free(&problems);
    free(whole);
}

Test(text_file, a_control_character_is_refused_where_it_stands)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "t.csv");
    struct problems problems = { 0 };
    struct text_file file;

    file_write(path, "\xef\xbb\xbf甲,1\n乙\xc2\x9b,2\x1b\n");
    cr_assert(not(text_file_read(&file, path, NOWHERE, &problems)));
    cr_assert(eq(sz, problems.errors, 1));
    char said[4096] = "";
    FILE *stream = fmemopen(said, sizeof said - 1, "w");

    problems_print(&problems, stream, ENGLISH);
    fclose(stream);
    assert_contains(said, "t.csv:2:2: found the control character U+009B;");
    problems_free(&problems);
    free(path);
    temporary_folder_remove(folder);
}
