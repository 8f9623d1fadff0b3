#include "packing.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

enum { ROOM = 4096 };

/* Bytes and what they are read into. */
struct case_room {
    unsigned char bytes[ROOM];
    _Alignas(64) unsigned char memory[ROOM];
};

static struct packing reading(const struct case_room *room, size_t length)
{
    return (struct packing) { .reads = true, .from = room->bytes, .length = length };
}

Test(packing, whole_numbers_come_back_in_as_few_bytes_as_they_need)
{
    static const struct {
        size_t value;
        size_t bytes;
    } cases[] = { { 0, 1 }, { 127, 1 }, { 128, 2 }, { 16383, 2 }, { 16384, 3 }, { UINT32_MAX, 5 } };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct case_room room;
        struct packing out = { .bytes = room.bytes, .length = ROOM };

        pack_size(&out, cases[i].value, SIZE_MAX);
        struct packing in = reading(&room, out.at);

        cr_assert(eq(sz, out.at, cases[i].bytes));
        cr_assert(eq(sz, pack_size(&in, 0, SIZE_MAX), cases[i].value));
        cr_assert(not(in.is_bad));
    }
}

Test(packing, a_number_above_its_most_is_bad)
{
    struct case_room room;
    struct packing out = { .bytes = room.bytes, .length = ROOM };

    pack_size(&out, 301, 301);
    struct packing within = reading(&room, out.at);
    struct packing above = reading(&room, out.at);

    cr_assert(eq(sz, pack_size(&within, 0, 301), 301));
    cr_assert(eq(sz, pack_size(&above, 0, 300), 0));
    cr_assert(above.is_bad && !within.is_bad);
}

Test(packing, numbers_below_zero_come_back)
{
    for (int value = -130; value <= 130; value++) {
        struct case_room room;
        struct packing out = { .bytes = room.bytes, .length = ROOM };

        pack_int(&out, value, -130, 130);
        struct packing in = reading(&room, out.at);

        cr_assert(eq(int, pack_int(&in, 0, -130, 130), value));
    }
}

/* Bytes that go on for ever are no number. */
Test(packing, a_number_without_an_end_is_bad)
{
    struct case_room room = { 0 };
    struct packing in = reading(&room, ROOM);

    memset(room.bytes, 0xff, ROOM);
    pack_size(&in, 0, SIZE_MAX);
    cr_assert(in.is_bad);
    cr_assert(lt(sz, in.at, 16));
}

/* Packs the values, reads them back, and gives the bytes that they took. */
static size_t there_and_back(const double *values, size_t count)
{
    struct case_room room;
    struct packing out = { .bytes = room.bytes, .length = ROOM };

    pack_doubles(&out, values, count);
    struct packing in = reading(&room, out.at);

    in.memory = (struct block) { .memory = room.memory, .size = ROOM };
    const double *back = pack_doubles(&in, NULL, count);

    cr_assert(not(in.is_bad));
    cr_assert(eq(sz, in.at, out.at));
    cr_assert(memcmp(back, values, count * sizeof *values) == 0, "the bits differ");
    return out.at;
}

Test(packing, doubles_come_back_to_the_bit)
{
    const double values[] = { 0, -0.0, 1, (double)NAN, -(double)INFINITY, 0x1p-1074, 0x1.fffffffffffffp1023, 0.1, 0.1 };

    there_and_back(values, sizeof values / sizeof *values);
}

Test(packing, equal_doubles_are_kept_once)
{
    double values[300];

    for (size_t i = 0; i < 300; i++) {
        values[i] = i < 200 ? 1 : 2;
    }
    cr_assert(eq(sz, there_and_back(values, 300), 2 * 8 + 2 + 2));
    values[299] = 3;
    values[0] = 3;
    cr_assert(eq(sz, there_and_back(values, 300), 4 * 8 + 1 + 2 + 2 + 1));
}

/* All mixtures of stretches. */
Test(packing, any_row_of_doubles_comes_back)
{
    for (unsigned pattern = 0; pattern < 1 << 10; pattern++) {
        double values[10];

        for (unsigned i = 0; i < 10; i++) {
            values[i] = (pattern >> i & 1) != 0 ? 7.5 : (double)(i / 3);
        }
        there_and_back(values, 10);
    }
}

/* However short the bytes are, nothing beyond them is looked at; the array's exact bytes are malloc's for sanitizers.
 */
Test(packing, bytes_that_end_too_early_are_bad)
{
    const double values[] = { 1, 1, 1, 2, 3, 3 };
    struct case_room room;
    struct packing out = { .bytes = room.bytes, .length = ROOM };

    pack_doubles(&out, values, 6);
    pack_text(&out, "primary");
    for (size_t length = 0; length < out.at; length++) {
        unsigned char *cut = malloc(length + 1);
        struct packing in = { .reads = true, .from = cut, .length = length };

        memcpy(cut, room.bytes, length);
        in.memory = (struct block) { .memory = room.memory, .size = ROOM };
        pack_doubles(&in, NULL, 6);
        pack_text(&in, NULL);
        cr_assert(in.is_bad, "%zu bytes of %zu were taken for all", length, out.at);
        free(cut);
    }
}

/* A count of which so many things cannot be there, and one for which nobody has the memory. */
Test(packing, counts_beyond_reason_are_bad)
{
    struct case_room room;
    struct packing out = { .bytes = room.bytes, .length = ROOM };

    pack_size(&out, 1000, SIZE_MAX);
    struct packing in = reading(&room, out.at);
    struct packing huge = reading(&room, out.at);

    pack_count(&in, 0);
    cr_assert(in.is_bad);
    cr_assert(pack_room(&huge, SIZE_MAX / 4, 8) == NULL);
    cr_assert(huge.is_bad);
}

Test(packing, counting_takes_no_memory_and_finds_the_same)
{
    const double values[] = { 1, 1, 1, 2, 3, 3 };
    struct case_room room;
    struct packing counting = { .bytes = NULL };
    struct packing out = { .bytes = room.bytes, .length = ROOM };

    pack_doubles(&counting, values, 6);
    pack_doubles(&out, values, 6);
    struct packing in = reading(&room, out.at);

    cr_assert(pack_doubles(&in, NULL, 6) == NULL);
    cr_assert(eq(sz, counting.at, out.at));
    cr_assert(eq(sz, in.at, out.at));
    cr_assert(eq(sz, in.memory.used, 64));
}
