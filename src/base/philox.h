/**
 * Random numbers that are counted, not stepped: each is a function of what it is for, so that it is the same whoever
 * asks for it, in which order, with how many threads or machines. Two scenarios with the same seed meet the same luck.
 */
#ifndef PHILOX_H
#define PHILOX_H

#include <stddef.h>
#include <stdint.h>

/** Philox4x32 of ten rounds (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"). */
void philox4x32(const uint32_t counter[4], const uint32_t key[2], uint32_t random[4]);

/** FNV-1a of 64 bits (Fowler, Noll and Vo) over the bytes of a text, without its closing NUL. */
uint64_t text_hash(const char *text);

/** The same over `length` bytes. Two rows of bytes that differ in one byte never have the same. */
uint64_t bytes_hash(const unsigned char *bytes, size_t length);

/** The luck of one parameter in one place: a table of uniform numbers by draw and year. */
struct stream {
    uint64_t seed;
    uint64_t purpose; /**< Hash of the parameter's name, a zero byte and the id. */
};

/**
 * The stream of a parameter (its name in THE table) in a town or project (its id; "" for what the whole district
 * shares). Two purposes meet with odds of one in 2^64.
 */
struct stream stream_of(uint64_t seed, const char *parameter, const char *id);

/**
 * Uniform number of a draw and year: (k + 1/2) / 2^52 with k of 52 random bits, so neither 0 nor 1, and 1 - u is as
 * exact as u. The counter is (draw, half the year rounded down, purpose), the key the seed; an even year takes the
 * first two of the four random words, an odd one the others.
 */
double stream_uniform(const struct stream *self, uint32_t draw, uint32_t year);

/**
 * The same for `draws` draws from `first_draw` and `years` years from `first_year`: uniforms[years][draws]. Several
 * times as fast as one at a time.
 */
void stream_uniforms(const struct stream *self, uint32_t first_draw, size_t draws, uint32_t first_year, size_t years,
                     double *uniforms);

#endif
