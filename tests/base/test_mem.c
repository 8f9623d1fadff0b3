#include "mem.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include <criterion/criterion.h>

static bool all_zero(const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (bytes[i] != 0) {
            return false;
        }
    }
    return true;
}

Test(mem, array_is_zeroed_and_there_even_when_empty)
{
    unsigned char *bytes = mem_array(1000, 3);
    void *nothing = mem_array(0, 8);

    cr_assert(all_zero(bytes, 3000));
    cr_assert_not_null(nothing);
    free(bytes);
    free(nothing);
}

Test(mem, grow_keeps_what_was_there)
{
    int *numbers = mem_grow(NULL, 2, sizeof *numbers);

    numbers[0] = 7;
    numbers[1] = 8;
    numbers = mem_grow(numbers, 100000, sizeof *numbers);
    cr_assert_eq(numbers[0], 7);
    cr_assert_eq(numbers[1], 8);
    free(numbers);
}

Test(mem, text_is_a_copy)
{
    char original[] = "学位";
    char *copy = mem_text(original);

    original[0] = 'x';
    cr_assert_str_eq(copy, "学位");
    free(copy);
}

static void array_too_large(void)
{
    mem_array(SIZE_MAX / 2, 4);
}

static void grow_too_large(void)
{
    mem_grow(NULL, SIZE_MAX / 2, 4);
}

static void pool_array_too_large(void)
{
    struct pool pool = { NULL };

    pool_array(&pool, SIZE_MAX, 1);
}

static void pool_text_too_large(void)
{
    struct pool pool = { NULL };

    pool_text(&pool, "x", SIZE_MAX);
}

/* Runs what needs more memory than there can be in a process of its own; its exit status and what it says. */
static int status_of(void (*run)(void), char *said, size_t room)
{
    FILE *file = tmpfile();
    const pid_t child = fork();

    if (child == 0) {
        dup2(fileno(file), STDERR_FILENO);
        run();
        _exit(0);
    }
    int status = 0;

    waitpid(child, &status, 0);
    rewind(file);
    said[fread(said, 1, room - 1, file)] = '\0';
    fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

Test(mem, no_memory_ends_the_program_with_a_plain_message)
{
    static void (*const RUNS[])(void) = { array_too_large, grow_too_large, pool_array_too_large, pool_text_too_large };

    for (size_t i = 0; i < sizeof RUNS / sizeof RUNS[0]; i++) {
        char said[500];

        cr_assert_eq(status_of(RUNS[i], said, sizeof said), 71, "case %zu", i);
        cr_assert_not_null(strstr(said, "out of memory"), "case %zu said: %s", i, said);
        cr_assert_not_null(strstr(said, "内存不足"), "case %zu said: %s", i, said);
    }
}

Test(pool, pieces_are_zeroed_aligned_and_apart)
{
    enum { PIECES = 5000 };
    struct pool pool = { NULL };
    unsigned char *piece[PIECES];

    for (size_t i = 0; i < PIECES; i++) {
        const size_t size = i % 97 == 0 ? 20000 + i : i % 50; /* some are larger than fits a shared chunk */

        piece[i] = pool_array(&pool, size, 1);
        cr_assert_eq((uintptr_t)piece[i] % alignof(double), 0);
        cr_assert(all_zero(piece[i], size), "piece %zu", i);
        memset(piece[i], (int)(i % 251), size);
    }
    for (size_t i = 0; i < PIECES; i++) {
        const size_t size = i % 97 == 0 ? 20000 + i : i % 50;

        for (size_t at = 0; at < size; at++) {
            cr_assert_eq(piece[i][at], i % 251, "piece %zu was written over", i);
        }
    }
    pool_free(&pool);
}

Test(pool, text_takes_length_bytes_and_closes_them)
{
    struct pool pool = { NULL };

    cr_assert_str_eq(pool_text(&pool, "primary school", 7), "primary");
    cr_assert_str_eq(pool_text(&pool, NULL, 0), "");
    pool_free(&pool);
}

Test(pool, freeing_twice_is_harmless)
{
    struct pool pool = { NULL };

    pool_free(&pool);
    pool_array(&pool, 10, 8);
    pool_free(&pool);
    pool_free(&pool);
    cr_assert_null(pool.chunks);
}
