/** A stream of which everything that goes through is hashed: bytes, and figures as 8 bytes each, the lowest first. */
#ifndef HASHED_STREAM_H
#define HASHED_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>

#include "content_hash.h"
#include "file_hash.h"

enum {
    FIGURE_BYTES = 8,
    FIGURES_AT_ONCE = 2048 /**< Figures converted at once. */
};

/** Start with hashed_stream_begin(). */
struct hashed_stream {
    FILE *stream; /**< Borrowed. */
    struct content_hash hash;
    uint8_t bytes[FIGURES_AT_ONCE * FIGURE_BYTES];
};

/** free(), by hashed_stream_end(). */
struct hashed_stream *hashed_stream_begin(FILE *stream);

/** The hash of all that went through; frees, and leaves the stream open. */
struct hash_text hashed_stream_end(struct hashed_stream *self);

/** False with errno. */
bool hashed_stream_write(struct hashed_stream *self, const void *bytes, size_t count);

/** False with errno. */
bool hashed_stream_write_figures(struct hashed_stream *self, const double *figures, size_t count);

/** The stream's next byte, or EOF. */
int hashed_stream_byte(struct hashed_stream *self);

/** Reads up to `count` figures into `figures` (NULL: only hashes them); how many whole ones there were. */
size_t hashed_stream_read_figures(struct hashed_stream *self, double *figures, size_t count);

#endif
