#include "content_hash.h"

#include <stdbool.h>
#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

enum { ROUNDS = 64, LENGTH_AT = CONTENT_HASH_BLOCK - 8 };

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes (section 4.2.2). */
static const uint32_t ROUND_CONSTANT[ROUNDS] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t turn(uint32_t word, int bits)
{
    return (word >> bits) | (word << (32 - bits));
}

static uint32_t big_endian(const unsigned char *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

/* The message schedule (section 6.2.2, step 1). */
static void schedule(const unsigned char *data, uint32_t word[ROUNDS])
{
    for (size_t t = 0; t < 16; t++) {
        word[t] = big_endian(&data[4 * t]);
    }
    for (size_t t = 16; t < ROUNDS; t++) {
        const uint32_t s0 = turn(word[t - 15], 7) ^ turn(word[t - 15], 18) ^ (word[t - 15] >> 3);
        const uint32_t s1 = turn(word[t - 2], 17) ^ turn(word[t - 2], 19) ^ (word[t - 2] >> 10);

        word[t] = word[t - 16] + s0 + word[t - 7] + s1;
    }
}

/* a..h of section 6.2.2 are v[0]..v[7] in the first round; in each other one they have moved up by a place. */
static void plain_blocks(uint32_t *state, const unsigned char *data, size_t count)
{
    uint32_t word[ROUNDS];
    uint32_t v[8];

    for (; count > 0; count--, data += CONTENT_HASH_BLOCK) {
        schedule(data, word);
        memcpy(v, state, sizeof v);
        for (size_t t = 0; t < ROUNDS; t++) {
            const size_t up = ROUNDS - t;
            const uint32_t a = v[up % 8];
            const uint32_t b = v[(up + 1) % 8];
            const uint32_t c = v[(up + 2) % 8];
            const uint32_t e = v[(up + 4) % 8];
            const uint32_t s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
            const uint32_t s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
            const uint32_t choice = (e & v[(up + 5) % 8]) ^ (~e & v[(up + 6) % 8]);
            const uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
            uint32_t *h = &v[(up + 7) % 8];
            const uint32_t first = *h + s1 + choice + ROUND_CONSTANT[t] + word[t];

            v[(up + 3) % 8] += first;
            *h = first + s0 + majority;
        }
        for (size_t i = 0; i < 8; i++) {
            state[i] += v[i];
        }
    }
}

#if defined(__x86_64__)

/* Whether the processor has the instructions: SHA, and those of SSE that go with them. */
static bool has_own_instructions(void)
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;

    return __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0 &&
           __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

/*
 * Two instructions make four rounds, one for each half of the state, which they want as (a, b, e, f) and (c, d, g, h);
 * two more make the next four words of the schedule out of the sixteen before (Intel, SHA extensions, 2013).
 */
__attribute__((target("sha,sse4.1,ssse3"))) static void own_blocks(uint32_t *state, const unsigned char *data,
                                                                   size_t count)
{
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    const __m128i dcba = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)&state[0]), 0xb1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)&state[4]), 0x1b);
    __m128i abef = _mm_alignr_epi8(dcba, efgh, 8);
    __m128i cdgh = _mm_blend_epi16(efgh, dcba, 0xf0);

    for (; count > 0; count--, data += CONTENT_HASH_BLOCK) {
        const __m128i abef_before = abef;
        const __m128i cdgh_before = cdgh;
        __m128i word[4];

        for (size_t i = 0; i < 4; i++) {
            word[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(const void *)&data[16 * i]), swap);
        }
        for (size_t four = 0; four < ROUNDS / 4; four++) {
            __m128i *now = &word[four % 4];

            if (four >= 4) {
                const __m128i last = word[(four + 3) % 4];
                const __m128i seven_ago = _mm_alignr_epi8(last, word[(four + 2) % 4], 4);

                *now = _mm_add_epi32(_mm_sha256msg1_epu32(*now, word[(four + 1) % 4]), seven_ago);
                *now = _mm_sha256msg2_epu32(*now, last);
            }
            const __m128i added =
                _mm_add_epi32(*now, _mm_loadu_si128((const __m128i *)(const void *)&ROUND_CONSTANT[4 * four]));

            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, added);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(added, 0x0e));
        }
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    const __m128i feba = _mm_shuffle_epi32(abef, 0x1b);
    const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xb1);

    _mm_storeu_si128((__m128i *)(void *)&state[0], _mm_blend_epi16(feba, dchg, 0xf0));
    _mm_storeu_si128((__m128i *)(void *)&state[4], _mm_alignr_epi8(dchg, feba, 8));
}

#endif

void content_hash_begin_plain(struct content_hash *self)
{
    *self = (struct content_hash) { .state = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c,
                                               0x1f83d9ab, 0x5be0cd19 },
                                    .blocks = plain_blocks };
}

void content_hash_begin(struct content_hash *self)
{
    content_hash_begin_plain(self);
#if defined(__x86_64__)
    if (has_own_instructions()) {
        self->blocks = own_blocks;
    }
#endif
}

void content_hash_add(struct content_hash *self, const void *data, size_t length)
{
    const unsigned char *bytes = data;
    const size_t waiting = (size_t)(self->bytes % CONTENT_HASH_BLOCK);

    if (length == 0) {
        return;
    }
    self->bytes += length;
    if (waiting > 0) {
        const size_t room = CONTENT_HASH_BLOCK - waiting;
        const size_t taken = length < room ? length : room;

        memcpy(&self->waiting[waiting], bytes, taken);
        if (taken < room) {
            return;
        }
        self->blocks(self->state, self->waiting, 1);
        bytes += taken;
        length -= taken;
    }
    self->blocks(self->state, bytes, length / CONTENT_HASH_BLOCK);
    memcpy(self->waiting, &bytes[length - length % CONTENT_HASH_BLOCK], length % CONTENT_HASH_BLOCK);
}

void content_hash_end(struct content_hash *self, char text[CONTENT_HASH_TEXT])
{
    static const unsigned char padding[CONTENT_HASH_BLOCK] = { 0x80 };
    static const char digits[] = "0123456789abcdef";
    const uint64_t bits = 8 * self->bytes;
    const size_t waiting = (size_t)(self->bytes % CONTENT_HASH_BLOCK);
    unsigned char length[8];

    for (size_t i = 0; i < sizeof length; i++) {
        length[i] = (unsigned char)(bits >> (56 - 8 * i));
    }
    content_hash_add(self, padding, waiting < LENGTH_AT ? LENGTH_AT - waiting : LENGTH_AT + 64 - waiting);
    content_hash_add(self, length, sizeof length);
    for (size_t i = 0; i < 64; i++) {
        text[i] = digits[(self->state[i / 8] >> (28 - 4 * (i % 8))) & 15];
    }
    text[64] = '\0';
}
