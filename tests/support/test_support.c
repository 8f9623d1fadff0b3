#include <math.h>
#include <stdlib.h>

#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(support, close_numbers_pass)
{
    const double expected[] = { 1, -2, INFINITY };
    const double actual[] = { 1.0000001, -2.0000001, INFINITY };
    assert_close(actual, expected, 3, 1e-6, "numbers");
    assert_near(0.5, 0.5, 0, "number");
}

Test(support, files_come_back_whole)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "bytes");
    char bytes[10000];
    for (size_t i = 0; i < sizeof bytes; i++) {
        bytes[i] = (char)(i % 251);
    }
    file_write_bytes(path, bytes, sizeof bytes);
    size_t length = 0;
    char *text = file_text(path, &length);
    cr_assert(eq(sz, length, sizeof bytes));
    for (size_t i = 0; i < length; i++) {
        cr_assert(text[i] == bytes[i]);
    }
    free(text);
    free(path);
    temporary_folder_remove(folder);
}

Test(support, a_folder_goes_with_all_that_is_in_it)
{
    char *folder = temporary_folder();
    char *path = joined_path(folder, "note");
    file_write(path, "text");
    cr_assert(file_exists(path));
    free(path);
    path = joined_path(folder, "");
    temporary_folder_remove(folder);
    cr_assert(not(file_exists(path)));
    free(path);
}

Test(support, the_program_runs_and_its_words_are_kept)
{
    struct run run = run_program(ARGUMENTS("no-such-verb"));
    cr_assert(eq(int, run.status, 64));
    cr_assert(run.err[0] != '\0');
    run_free(&run);
    run_free(&run);
}

Test(support, a_full_device_takes_the_output)
{
    struct run run = run_program_with(ARGUMENTS("parameters"), &(struct run_options) { .output_to = "/dev/full" });
    assert_same_text(run.out, "");
    cr_assert(eq(int, run.status, 74));
    run_free(&run);
}

Test(support, a_run_is_killed)
{
    struct run run = run_program_with(ARGUMENTS("parameters"), &(struct run_options) { .kill_after_us = 1 });
    cr_assert(run.status == 137 || run.status == 0);
    run_free(&run);
}
