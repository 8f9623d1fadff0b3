/** The rounds of philox.h, for the files that are compiled with them: one counter, or a vector's lane. */
#ifndef PHILOX_STEPS_H
#define PHILOX_STEPS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "isa.h"
#include "philox.h"

#define PHILOX_STEPS(ID, name)                                                                                         \
    void stream_uniforms_##name(const struct stream *self, uint32_t first_draw, size_t draws, uint32_t first_year,     \
                                size_t years, double *uniforms);
ISA_SETS(PHILOX_STEPS)
#undef PHILOX_STEPS

enum { ROUNDS = 10 };

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

#endif
