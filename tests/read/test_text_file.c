#define _XOPEN_SOURCE 700

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
