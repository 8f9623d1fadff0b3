#include "block.h"

#include <signal.h>
#include <stdint.h>
#include <stdlib.h>

#include <criterion/criterion.h>

static void lay_out(struct block *block, double *pieces[3])
{
    pieces[0] = block_doubles(block, 3);
    pieces[1] = block_doubles(block, 0);
    pieces[2] = block_doubles(block, 17);
}

Test(block, counting_and_laying_out_agree)
{
    struct block counted = { .memory = NULL };
    double *pieces[3];

    lay_out(&counted, pieces);
    cr_assert_null(pieces[0]);
    cr_assert_null(pieces[2]);
    cr_assert_eq(counted.used, 64 + 192);

    struct block block = { .memory = aligned_alloc(64, counted.used), .size = counted.used };

    lay_out(&block, pieces);
    cr_assert_eq(block.used, counted.used);
    for (int i = 0; i < 3; i++) {
        cr_assert_eq((uintptr_t)pieces[i] % 64, 0);
    }
    cr_assert_geq(pieces[2], pieces[0] + 3);
    pieces[2][16] = 1; /* the last one lies within the memory: the sanitizer watches */
    free(block.memory);
}

Test(block, more_than_there_is_breaks_the_promise, .signal = SIGABRT)
{
    unsigned char *memory = aligned_alloc(64, 128);
    struct block block = { .memory = memory, .size = 128 };

    block_doubles(&block, 17);
    free(memory);
}
