#include "philox.h"

#include <math.h>
#include <string.h>

#include "support.h"

#include <criterion/criterion.h>

/* The vectors of Random123, the authors' own implementation (tests/kat_vectors, philox4x32 10). */
Test(philox4x32, gives_the_known_answers)
{
    static const struct {
        uint32_t counter[4], key[2], random[4];
    } vectors[] = {
        { { 0, 0, 0, 0 }, { 0, 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
        { { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
          { 0xffffffff, 0xffffffff },
          { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
        { { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
          { 0xa4093822, 0x299f31d0 },
          { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
    };

    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++) {
        uint32_t random[4];

        philox4x32(vectors[i].counter, vectors[i].key, random);
        cr_assert_arr_eq(random, vectors[i].random, sizeof random, "vector %zu: %08x", i, random[0]);
    }
}

/* Test vectors published by the hash's authors. */
Test(text_hash, gives_the_known_answers)
{
    cr_assert_eq(text_hash(""), 0xcbf29ce484222325);
    cr_assert_eq(text_hash("a"), 0xaf63dc4c8601ec8c);
    cr_assert_eq(text_hash("foobar"), 0x85944171f73967e8);
}

Test(stream, is_the_words_of_its_counter)
{
    const struct stream stream = stream_of(0x0123456789abcdef, "fertility.multiplier", "441802001");
    const uint32_t key[2] = { 0x89abcdef, 0x01234567 };
    const uint32_t counter[4] = { 7, 1012, (uint32_t)stream.purpose, (uint32_t)(stream.purpose >> 32) };
    uint32_t random[4];

    philox4x32(counter, key, random);
    for (uint32_t odd = 0; odd < 2; odd++) {
        const uint64_t bits = (uint64_t)random[2 * odd + 1] << 32 | random[2 * odd];
        const double expected = ((double)(bits >> 12) + 0.5) / 4503599627370496.0;

        cr_assert_eq(stream_uniform(&stream, 7, 2024 + odd), expected);
    }
}

Test(stream, has_numbers_of_its_own_for_each_purpose)
{
    static const char *const purposes[][2] = { { "a", "" },  { "b", "" },   { "a", "b" }, { "ab", "" },
                                               { "", "ab" }, { "ab", "c" }, { "a", "bc" } };
    const size_t count = sizeof purposes / sizeof purposes[0];

    for (size_t i = 0; i < count; i++) {
        const struct stream one = stream_of(1, purposes[i][0], purposes[i][1]);

        cr_assert_neq(stream_uniform(&one, 0, 2020), stream_uniform(&one, 1, 2020));
        cr_assert_neq(stream_uniform(&one, 0, 2020), stream_uniform(&one, 0, 2021));
        cr_assert_neq(stream_uniform(&one, 0, 2020), stream_uniform(&one, 0, 2022));
        for (uint64_t seed = 2; seed < 1ULL << 63; seed *= 2) {
            const struct stream other = stream_of(seed, purposes[i][0], purposes[i][1]);

            cr_assert_neq(stream_uniform(&one, 0, 2020), stream_uniform(&other, 0, 2020));
        }
        for (size_t j = 0; j < i; j++) {
            const struct stream other = stream_of(1, purposes[j][0], purposes[j][1]);

            cr_assert_neq(stream_uniform(&one, 0, 2020), stream_uniform(&other, 0, 2020), "%zu and %zu", i, j);
        }
    }
}

/* Whatever the block of draws and years, the table holds the numbers that are asked for one at a time. */
Test(stream, gives_the_same_numbers_in_blocks)
{
    enum { MOST_DRAWS = 200, MOST_YEARS = 7 };
    static const size_t draws[] = { 1, 2, 15, 16, 63, 64, 65, 200 };
    const struct stream stream = stream_of(42, "migration.multiplier", "");
    double table[MOST_YEARS * MOST_DRAWS + 1];

    for (size_t k = 0; k < sizeof draws / sizeof draws[0]; k++) {
        for (size_t years = 0; years <= MOST_YEARS; years++) {
            for (uint32_t first_year = 2020; first_year < 2022; first_year++) {
                const uint32_t first_draw = k % 2 == 0 ? 5 : 4294967290; /* counts on from zero beyond 2^32 */

                table[years * draws[k]] = -1;
                stream_uniforms(&stream, first_draw, draws[k], first_year, years, table);
                for (size_t i = 0; i < years * draws[k]; i++) {
                    const uint32_t draw = first_draw + (uint32_t)(i % draws[k]);
                    const uint32_t year = first_year + (uint32_t)(i / draws[k]);

                    cr_assert_eq(table[i], stream_uniform(&stream, draw, year), "draw %u of %u", draw, year);
                }
                cr_assert_eq(table[years * draws[k]], -1);
            }
        }
    }
}

enum { DRAWS = 100000, YEARS = 10, CELLS = 100 };

static double numbers[YEARS][DRAWS];

/* A million numbers: every one inside, each hundredth as often as chance allows (5 standard errors),
 * and neighbours in draw and year not related. */
Test(stream, is_uniform_and_independent)
{
    const struct stream stream = stream_of(2024, "fertility.multiplier", "");
    const double count = (double)DRAWS * YEARS;
    double cells[CELLS] = { 0 };
    double by_draw = 0;
    double by_year = 0;

    stream_uniforms(&stream, 0, DRAWS, 2020, YEARS, numbers[0]);
    for (size_t year = 0; year < YEARS; year++) {
        for (size_t draw = 0; draw < DRAWS; draw++) {
            const double u = numbers[year][draw];

            cr_assert(u > 0 && u < 1);
            cells[(size_t)(u * CELLS)]++;
            by_draw += draw > 0 ? (u - 0.5) * (numbers[year][draw - 1] - 0.5) : 0;
            by_year += year > 0 ? (u - 0.5) * (numbers[year - 1][draw] - 0.5) : 0;
        }
    }
    double chi_squared = 0;

    for (size_t cell = 0; cell < CELLS; cell++) {
        const double expected = count / CELLS;

        chi_squared += (cells[cell] - expected) * (cells[cell] - expected) / expected;
    }
    assert_near(chi_squared, CELLS - 1, 5 * sqrt(2 * (CELLS - 1)), "chi squared of the hundredths");
    assert_near(12 * by_draw / sqrt(count), 0, 5, "correlation of neighbouring draws");
    assert_near(12 * by_year / sqrt(count), 0, 5, "correlation of neighbouring years");
}

Test(stream, gives_the_same_bits_with_every_compiler)
{
    const struct stream stream = stream_of(1, "fertility.multiplier", "441802001");
    uint64_t hash = 0xcbf29ce484222325;

    stream_uniforms(&stream, 0, DRAWS, 2020, YEARS, numbers[0]);
    for (size_t year = 0; year < YEARS; year++) {
        for (size_t draw = 0; draw < DRAWS; draw++) {
            uint64_t bits = 0;

            memcpy(&bits, &numbers[year][draw], sizeof bits);
            hash = (hash ^ bits) * 0x100000001b3;
        }
    }
    cr_assert_eq(hash, 0x7df5bdbd002c9c20, "hash %#llx", (unsigned long long)hash);
}

/* A text's hash is that of its bytes, and zero bytes count. */
Test(philox, bytes_are_hashed_as_texts_are)
{
    static const unsigned char bytes[] = { 'p', 'r', 'i', 'm', 'a', 'r', 'y', 0 };

    cr_assert(bytes_hash(bytes, 7) == text_hash("primary"));
    cr_assert(bytes_hash(bytes, 8) != bytes_hash(bytes, 7));
}
