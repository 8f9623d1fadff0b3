#include "philox.h"

#include <string.h>

enum { ROUNDS = 10 };

/* Draws that are worked on together: enough for any vector, few enough to stay in the first cache. */
enum { CHUNK = 64 };

static const uint64_t FNV_BASIS = 0xcbf29ce484222325;
static const uint64_t FNV_PRIME = 0x100000001b3;

/* Four words while they are mixed. By value, so that a loop over draws has a lane for each. */
struct words {
    uint32_t w0, w1, w2, w3;
};

/* The constants are those of the paper: two multipliers, and what the key grows by each round. */
static inline struct words mix_round(struct words x, uint32_t key0, uint32_t key1)
{
    const uint64_t product0 = (uint64_t)0xd2511f53 * x.w0;
    const uint64_t product2 = (uint64_t)0xcd9e8d57 * x.w2;

    return (struct words) {
        .w0 = (uint32_t)(product2 >> 32) ^ x.w1 ^ key0,
        .w1 = (uint32_t)product2,
        .w2 = (uint32_t)(product0 >> 32) ^ x.w3 ^ key1,
        .w3 = (uint32_t)product0,
    };
}

static inline struct words mixed(struct words x, uint32_t key0, uint32_t key1)
{
    for (uint32_t round = 0; round < ROUNDS; round++) {
        x = mix_round(x, key0 + round * 0x9e3779b9U, key1 + round * 0xbb67ae85U);
    }
    return x;
}

void philox4x32(const uint32_t counter[4], const uint32_t key[2], uint32_t random[4])
{
    const struct words x = { counter[0], counter[1], counter[2], counter[3] };
    const struct words y = mixed(x, key[0], key[1]);

    random[0] = y.w0;
    random[1] = y.w1;
    random[2] = y.w2;
    random[3] = y.w3;
}

static uint64_t hash_on(uint64_t hash, const char *text)
{
    for (; *text != '\0'; text++) {
        hash = (hash ^ (unsigned char)*text) * FNV_PRIME;
    }
    return hash;
}

uint64_t text_hash(const char *text)
{
    return hash_on(FNV_BASIS, text);
}

struct stream stream_of(uint64_t seed, const char *parameter, const char *id)
{
    const uint64_t named = hash_on(FNV_BASIS, parameter) * FNV_PRIME; /* the zero byte between them */

    return (struct stream) { .seed = seed, .purpose = hash_on(named, id) };
}

/* 52 of the 64 bits become the fraction of a number in [1, 2); taking 1 - 2^-53 away is exact. */
static inline double open_uniform(uint32_t low, uint32_t high)
{
    const uint64_t bits = ((uint64_t)high << 32 | low) >> 12 | (uint64_t)1023 << 52;
    double number;

    memcpy(&number, &bits, sizeof number);
    return number - 0x1.fffffffffffffp-1;
}

/* An even year and the odd one after it. `draws` is at most CHUNK, each array of that length. */
static void two_years(const struct stream *self, uint32_t first_draw, size_t draws, uint32_t half_year, double *even,
                      double *odd)
{
    const uint32_t key0 = (uint32_t)self->seed;
    const uint32_t key1 = (uint32_t)(self->seed >> 32);
    const uint32_t purpose0 = (uint32_t)self->purpose;
    const uint32_t purpose1 = (uint32_t)(self->purpose >> 32);

    for (size_t i = 0; i < draws; i++) {
        const struct words x = { first_draw + (uint32_t)i, half_year, purpose0, purpose1 };
        const struct words y = mixed(x, key0, key1);

        even[i] = open_uniform(y.w0, y.w1);
        odd[i] = open_uniform(y.w2, y.w3);
    }
}

double stream_uniform(const struct stream *self, uint32_t draw, uint32_t year)
{
    double pair[2];

    two_years(self, draw, 1, year / 2, &pair[0], &pair[1]);
    return pair[year % 2];
}

void stream_uniforms(const struct stream *self, uint32_t first_draw, size_t draws, uint32_t first_year, size_t years,
                     double *uniforms)
{
    double pair[2][CHUNK];
    size_t done = 0; /* years */

    while (done < years) {
        const uint32_t year = first_year + (uint32_t)done;
        const size_t first = year % 2;
        const size_t count = years - done < 2 - first ? years - done : 2 - first;

        for (size_t from = 0; from < draws; from += CHUNK) {
            const size_t some = draws - from < CHUNK ? draws - from : CHUNK;

            two_years(self, first_draw + (uint32_t)from, some, year / 2, pair[0], pair[1]);
            for (size_t k = 0; k < count; k++) {
                memcpy(&uniforms[(done + k) * draws + from], pair[first + k], some * sizeof(double));
            }
        }
        done += count;
    }
}
