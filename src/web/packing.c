#include "packing.h"

#include <assert.h>
#include <stdalign.h>
#include <string.h>

/* No image stands for more memory: a district's takes some hundred kilobytes. */
static const size_t most_memory = (size_t)1 << 30;

/* Bits of a whole number that a byte has; the highest bit says that more follow. */
enum { PART_BITS = 7, MORE = 1 << PART_BITS };

void pack_check(struct packing *self, bool holds)
{
    self->is_bad = self->is_bad || !holds;
}

static unsigned char pack_byte(struct packing *self, unsigned char value)
{
    if (self->reads) {
        pack_check(self, self->at < self->length);
        return self->is_bad ? 0 : self->from[self->at++];
    }
    if (self->bytes != NULL) {
        assert(self->at < self->length);
        self->bytes[self->at] = value;
    }
    self->at++;
    return value;
}

uint64_t pack_fixed(struct packing *self, uint64_t value, size_t bytes)
{
    uint64_t found = 0;

    for (size_t byte = 0; byte < bytes; byte++) {
        found |= (uint64_t)pack_byte(self, (unsigned char)(value >> (8 * byte) & 0xff)) << (8 * byte);
    }
    return found;
}

/* Seven bits a byte, the lowest first. */
static uint64_t pack_whole(struct packing *self, uint64_t value)
{
    uint64_t found = 0;
    unsigned shift = 0;
    unsigned char byte = 0;

    do {
        const uint64_t left = value >> shift;

        byte = pack_byte(self, (unsigned char)(left >= MORE ? (left & (MORE - 1)) | MORE : left));
        found |= (uint64_t)(byte & (MORE - 1)) << shift;
        shift += PART_BITS;
    } while ((byte & MORE) != 0 && shift + PART_BITS <= 64);
    pack_check(self, (byte & MORE) == 0);
    return found;
}

size_t pack_size(struct packing *self, size_t value, size_t most)
{
    const uint64_t found = pack_whole(self, value);

    pack_check(self, found <= most);
    return self->is_bad ? 0 : (size_t)found;
}

size_t pack_count(struct packing *self, size_t value)
{
    return pack_size(self, value, self->reads ? self->length - self->at : SIZE_MAX);
}

int pack_int(struct packing *self, int value, int low, int high)
{
    /* both ends are added, so that years and the like take two bytes */
    const int64_t found = (int64_t)pack_size(self, (size_t)((int64_t)value - low), (size_t)((int64_t)high - low)) + low;

    return self->is_bad ? low : (int)found;
}

bool pack_bool(struct packing *self, bool value)
{
    return pack_size(self, value, 1) != 0;
}

static uint64_t bits_of(double value)
{
    uint64_t bits = 0;

    memcpy(&bits, &value, sizeof bits);
    return bits;
}

double pack_double(struct packing *self, double value)
{
    const uint64_t bits = pack_fixed(self, bits_of(value), sizeof bits);

    memcpy(&value, &bits, sizeof value);
    return value;
}

void *pack_room(struct packing *self, size_t count, size_t size)
{
    const size_t left = most_memory - self->memory.used;

    pack_check(self, count <= left / size);
    const size_t bytes = self->is_bad ? 0 : count * size;

    return block_doubles(&self->memory, (bytes + sizeof(double) - 1) / sizeof(double));
}

/* How many of the values, from the first on, are the same. */
static size_t equal_ones(const double *values, size_t count)
{
    size_t equal = 1;

    while (equal < count && bits_of(values[equal]) == bits_of(values[0])) {
        equal++;
    }
    return equal;
}

/* How many of the values, from the first on, have no two equal neighbours. */
static size_t different_ones(const double *values, size_t count)
{
    size_t different = 1;

    while (different < count &&
           (different + 1 == count || bits_of(values[different]) != bits_of(values[different + 1]))) {
        different++;
    }
    return different;
}

/* A stretch is headed by its length, times two, and whether it is one value again and again. */
static size_t write_stretch(struct packing *self, const double *values, size_t count)
{
    const size_t equal = equal_ones(values, count);
    const size_t length = equal > 1 ? equal : different_ones(values, count);

    pack_whole(self, (uint64_t)length * 2 + (equal > 1));
    for (size_t i = 0; i < (equal > 1 ? 1 : length); i++) {
        pack_double(self, values[i]);
    }
    return length;
}

static size_t read_stretch(struct packing *self, double *values, size_t count)
{
    const uint64_t head = pack_whole(self, 0);
    const uint64_t length = head / 2;
    const bool equal = head % 2 != 0;
    double value = 0;

    pack_check(self, length >= 1 && length <= count);
    for (size_t i = 0; !self->is_bad && i < length; i++) {
        value = i == 0 || !equal ? pack_double(self, 0) : value;
        if (values != NULL) {
            values[i] = value;
        } else if (equal) {
            break;
        }
    }
    return self->is_bad ? count : (size_t)length;
}

const double *pack_doubles(struct packing *self, const double *values, size_t count)
{
    double *read = self->reads ? pack_room(self, count, sizeof *read) : NULL;

    for (size_t done = 0; done < count && !self->is_bad;) {
        done += self->reads ? read_stretch(self, read == NULL ? NULL : &read[done], count - done)
                            : write_stretch(self, &values[done], count - done);
    }
    return self->reads ? read : values;
}

const bool *pack_bools(struct packing *self, const bool *values, size_t count)
{
    bool *read = self->reads ? pack_room(self, count, sizeof *read) : NULL;

    for (size_t i = 0; i < count && !self->is_bad; i++) {
        const bool value = pack_bool(self, !self->reads && values[i]);

        if (read != NULL) {
            read[i] = value;
        }
    }
    return self->reads ? read : values;
}

const size_t *pack_sizes(struct packing *self, const size_t *values, size_t count, size_t most)
{
    size_t *read = self->reads ? pack_room(self, count, sizeof *read) : NULL;

    for (size_t i = 0; i < count && !self->is_bad; i++) {
        const size_t value = pack_size(self, self->reads ? 0 : values[i], most);

        if (read != NULL) {
            read[i] = value;
        }
    }
    return self->reads ? read : values;
}

static const char *read_text(struct packing *self)
{
    size_t end = self->at;

    while (end < self->length && self->from[end] != 0) {
        end++;
    }
    pack_check(self, end < self->length);
    const size_t bytes = self->is_bad ? 1 : end + 1 - self->at;
    char *read = pack_room(self, bytes, 1);

    for (size_t i = 0; i < bytes; i++) {
        const char letter = (char)pack_byte(self, 0);

        if (read != NULL) {
            read[i] = letter;
        }
    }
    return read;
}

const char *pack_text(struct packing *self, const char *text)
{
    if (self->reads) {
        return read_text(self);
    }
    for (size_t i = 0; pack_byte(self, (unsigned char)text[i]) != 0; i++) {
    }
    return text;
}

const void *pack_each(struct packing *self, const void *things, size_t count, size_t size, pack_thing *pack,
                      const void *of)
{
    unsigned char *read = self->reads ? pack_room(self, count, size) : NULL;
    alignas(max_align_t) unsigned char thing[MOST_THING];

    assert(size <= MOST_THING);
    for (size_t i = 0; i < count && !self->is_bad; i++) {
        memset(thing, 0, size);
        if (!self->reads) {
            memcpy(thing, (const unsigned char *)things + i * size, size);
        }
        pack(self, thing, of);
        if (read != NULL) {
            memcpy(&read[i * size], thing, size);
        }
    }
    return self->reads ? read : things;
}
