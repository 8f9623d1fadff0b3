#include "philox_steps.h"

/* Draws that are worked on together: enough for any vector, few enough to stay in the first cache. */
enum { CHUNK = 64 };

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

void ISA_FUNCTION(stream_uniforms)(const struct stream *self, uint32_t first_draw, size_t draws, uint32_t first_year,
                                   size_t years, double *uniforms)
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
