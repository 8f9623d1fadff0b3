#include "hashed_stream.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"

struct hashed_stream *hashed_stream_begin(FILE *stream)
{
    struct hashed_stream *self = mem_array(1, sizeof *self);

    self->stream = stream;
    content_hash_begin(&self->hash);
    return self;
}

struct hash_text hashed_stream_end(struct hashed_stream *self)
{
    struct hash_text hash;

    content_hash_end(&self->hash, hash.text);
    free(self);
    return hash;
}

static void to_bytes(double figure, uint8_t *bytes)
{
    uint64_t bits;

    memcpy(&bits, &figure, sizeof bits);
    for (size_t byte = 0; byte < FIGURE_BYTES; byte++) {
        bytes[byte] = (uint8_t)(bits >> (8 * byte));
    }
}

static double from_bytes(const uint8_t *bytes)
{
    uint64_t bits = 0;
    double figure;

    for (size_t byte = 0; byte < FIGURE_BYTES; byte++) {
        bits |= (uint64_t)bytes[byte] << (8 * byte);
    }
    memcpy(&figure, &bits, sizeof figure);
    return figure;
}

bool hashed_stream_write(struct hashed_stream *self, const void *bytes, size_t count)
{
    content_hash_add(&self->hash, bytes, count);
    return fwrite(bytes, 1, count, self->stream) == count;
}

static size_t at_once(size_t left)
{
    return left < FIGURES_AT_ONCE ? left : FIGURES_AT_ONCE;
}

bool hashed_stream_write_figures(struct hashed_stream *self, const double *figures, size_t count)
{
    for (size_t done = 0; done < count;) {
        const size_t some = at_once(count - done);

        for (size_t i = 0; i < some; i++) {
            to_bytes(figures[done + i], &self->bytes[i * FIGURE_BYTES]);
        }
        if (!hashed_stream_write(self, self->bytes, some * FIGURE_BYTES)) {
            return false;
        }
        done += some;
    }
    return true;
}

int hashed_stream_byte(struct hashed_stream *self)
{
    const int byte = getc(self->stream);

    if (byte != EOF) {
        content_hash_add(&self->hash, &(const uint8_t) { (uint8_t)byte }, 1);
    }
    return byte;
}

static size_t read_some(struct hashed_stream *self, double *figures, size_t count)
{
    const size_t got = fread(self->bytes, 1, count * FIGURE_BYTES, self->stream);

    content_hash_add(&self->hash, self->bytes, got);
    for (size_t i = 0; figures != NULL && i < got / FIGURE_BYTES; i++) {
        figures[i] = from_bytes(&self->bytes[i * FIGURE_BYTES]);
    }
    return got / FIGURE_BYTES;
}

size_t hashed_stream_read_figures(struct hashed_stream *self, double *figures, size_t count)
{
    size_t done = 0;

    while (done < count) {
        const size_t some = at_once(count - done);
        const size_t got = read_some(self, figures == NULL ? NULL : &figures[done], some);

        done += got;
        if (got < some) {
            break;
        }
    }
    return done;
}
