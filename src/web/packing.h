/**
 * Figures as bytes and back, by the same lines: a function takes the value that is to be packed and gives the one that
 * it is to be, which is the same when writing and comes from the bytes when reading. Whoever describes a struct once
 * has both directions, and they cannot disagree. Whole numbers take as few bytes as they need, and a stretch of equal
 * doubles is kept once. The bytes are the same whatever the machine.
 *
 * Bytes that end too early or say what cannot be make a packing bad; all that is read from then on is 0 or NULL.
 */
#ifndef PACKING_H
#define PACKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "block.h"

/** A zeroed one with `bytes` NULL only counts. */
struct packing {
    bool reads;
    unsigned char *bytes;      /**< Writing: [length] where they go. Borrowed; NULL: only counts. */
    const unsigned char *from; /**< Reading: [length]. Borrowed. */
    size_t length;
    size_t at;           /**< Bytes written or read so far. */
    struct block memory; /**< Reading: what arrays are carved from; without memory they are only counted. */
    bool is_bad;
};

/** Notes that what was read cannot be, where `holds` is false. */
void pack_check(struct packing *self, bool holds);

/** A number of `bytes` bytes (at most 8), the lowest first. */
uint64_t pack_fixed(struct packing *self, uint64_t value, size_t bytes);

/** A whole number 0..most. */
size_t pack_size(struct packing *self, size_t value, size_t most);

/** A count of things that take a byte or more each: bad where so many bytes are not left. */
size_t pack_count(struct packing *self, size_t value);

/** A whole number low..high. */
int pack_int(struct packing *self, int value, int low, int high);

bool pack_bool(struct packing *self, bool value);

/** A double to the last bit, NaN and -0 among them. */
double pack_double(struct packing *self, double value);

/** Arrays; read ones are carved from `memory`, and NULL where that only counts. */
const double *pack_doubles(struct packing *self, const double *values, size_t count);
const bool *pack_bools(struct packing *self, const bool *values, size_t count);
const size_t *pack_sizes(struct packing *self, const size_t *values, size_t count, size_t most);

/** A text with its closing NUL. */
const char *pack_text(struct packing *self, const char *text);

/** Packs a thing, which is in and out; `of` is what the caller of pack_each() gave. */
typedef void pack_thing(struct packing *self, void *thing, const void *of);

/** An array of `count` structs of `size` bytes (at most MOST_THING), thing by thing. */
enum { MOST_THING = 512 };
const void *pack_each(struct packing *self, const void *things, size_t count, size_t size, pack_thing *pack,
                      const void *of);

/** Room for `count` things of `size` bytes; NULL where memory only counts or too much is asked for. */
void *pack_room(struct packing *self, size_t count, size_t size);

#endif
