#include "philox.h"

#include "philox_steps.h"

static const uint64_t FNV_BASIS = 0xcbf29ce484222325;
static const uint64_t FNV_PRIME = 0x100000001b3;

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

uint64_t bytes_hash(const unsigned char *bytes, size_t length)
{
    uint64_t hash = FNV_BASIS;

    for (size_t byte = 0; byte < length; byte++) {
        hash = (hash ^ bytes[byte]) * FNV_PRIME;
    }
    return hash;
}

struct stream stream_of(uint64_t seed, const char *parameter, const char *id)
{
    const uint64_t named = hash_on(FNV_BASIS, parameter) * FNV_PRIME; /* the zero byte between them */

    return (struct stream) { .seed = seed, .purpose = hash_on(named, id) };
}

double stream_uniform(const struct stream *self, uint32_t draw, uint32_t year)
{
    double uniform;

    stream_uniforms(self, draw, 1, year, 1, &uniform);
    return uniform;
}

void stream_uniforms(const struct stream *self, uint32_t first_draw, size_t draws, uint32_t first_year, size_t years,
                     double *uniforms)
{
#define STREAM_UNIFORMS(ID, name) [ISA_##ID] = stream_uniforms_##name,
    static void (*const by_isa[ISAS])(const struct stream *, uint32_t, size_t, uint32_t, size_t,
                                      double *) = { ISA_SETS(STREAM_UNIFORMS) };

    by_isa[isa_in_use](self, first_draw, draws, first_year, years, uniforms);
}
