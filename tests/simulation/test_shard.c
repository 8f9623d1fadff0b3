#include "shard.h"

#include <stdint.h>

#include <criterion/criterion.h>

static struct many_runs runs_of(size_t runs, bool by_lanes)
{
    return (struct many_runs) { .design.runs = runs, .by_lanes = by_lanes };
}

/* Parts follow one another without a gap, from the first run to the last, at blocks' borders, none more than a block
 * larger than another. */
static void check_split(size_t count, bool by_lanes, size_t parts)
{
    const struct many_runs runs = runs_of(count, by_lanes);
    const size_t block = by_lanes ? LANES : 1;
    size_t next = 0;
    size_t most = 0;
    size_t least = SIZE_MAX;

    for (size_t part = 0; part < parts; part++) {
        const struct shard shard = { part, parts };
        const struct stretch stretch = shard_stretch(&runs, &shard);
        const size_t blocks = (stretch.count + block - 1) / block;

        cr_assert_eq(stretch.first, next, "%zu runs, part %zu of %zu", count, part, parts);
        cr_assert(stretch.first % block == 0 || stretch.first == count, "%zu runs, part %zu of %zu", count, part,
                  parts);
        next = stretch.first + stretch.count;
        most = blocks > most ? blocks : most;
        least = blocks < least ? blocks : least;
    }
    cr_assert_eq(next, count, "%zu runs in %zu parts", count, parts);
    cr_assert_leq(most - least, 1, "%zu runs in %zu parts: from %zu to %zu blocks", count, parts, least, most);
}

Test(shard, parts_cover_all_runs)
{
    static const size_t counts[] = { 1, 2, 15, 16, 17, 100, 255, 256, 257, 100000, 123457 };

    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        for (size_t parts = 1; parts <= 40; parts++) {
            check_split(counts[i], true, parts);
            check_split(counts[i], false, parts);
        }
        check_split(counts[i], true, SHARDS_MOST);
        check_split(counts[i], false, SHARDS_MOST);
    }
}

Test(shard, runs_beyond_what_can_be_multiplied)
{
    check_split(SIZE_MAX / 2, true, SHARDS_MOST);
    check_split(SIZE_MAX / 2, false, 7);
}

Test(shard, no_split_is_all_runs)
{
    const struct many_runs runs = runs_of(1001, true);
    const struct shard none = { 0, 0 };

    cr_expect_eq(shard_stretch(&runs, &none).first, 0);
    cr_expect_eq(shard_stretch(&runs, &none).count, 1001);
}

/* So many parts each have something to do, one more and one has nothing. */
Test(shard, most_parts)
{
    const struct many_runs draws = runs_of(100, true);
    const struct many_runs points = runs_of(100, false);

    cr_expect_eq(shard_most(&draws), 7);
    cr_expect_eq(shard_most(&points), 100);
    for (size_t part = 0; part < 7; part++) {
        cr_expect_gt(shard_stretch(&draws, &(const struct shard) { part, 7 }).count, 0);
    }
    size_t empty = 0;

    for (size_t part = 0; part < 8; part++) {
        empty += shard_stretch(&draws, &(const struct shard) { part, 8 }).count == 0;
    }
    cr_expect_eq(empty, 1);
}

/* The last has the most blocks: by it a task's memory is reckoned. */
Test(shard, the_last_is_not_smaller_by_a_block)
{
    for (size_t parts = 1; parts <= 40; parts++) {
        const struct many_runs runs = runs_of(1600, true);
        const size_t last = shard_stretch(&runs, &(const struct shard) { parts - 1, parts }).count;

        for (size_t part = 0; part < parts; part++) {
            cr_expect_leq(shard_stretch(&runs, &(const struct shard) { part, parts }).count, last);
        }
    }
}
