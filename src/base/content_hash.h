/**
 * SHA-256 (NIST FIPS 180-4, section 6.2), by the processor's own instructions where it has them: a country's census is
 * read in less time than the plain rounds take to hash it.
 */
#ifndef CONTENT_HASH_H
#define CONTENT_HASH_H

#include <stddef.h>
#include <stdint.h>

enum { CONTENT_HASH_BLOCK = 64, CONTENT_HASH_TEXT = 65 };

/** A hash that is being made. Start with content_hash_begin(). */
struct content_hash {
    uint32_t state[8];
    uint64_t bytes;                            /**< Taken so far. */
    unsigned char waiting[CONTENT_HASH_BLOCK]; /**< The first bytes % 64 of it. */
    /** Takes in whole blocks: with instructions of its own, or without. */
    void (*blocks)(uint32_t *state, const unsigned char *data, size_t count);
};

void content_hash_begin(struct content_hash *self);

/** As content_hash_begin(), but without the processor's own instructions. */
void content_hash_begin_plain(struct content_hash *self);

void content_hash_add(struct content_hash *self, const void *data, size_t length);

/** Writes the hash in lower-case hexadecimal digits, and a closing NUL. */
void content_hash_end(struct content_hash *self, char text[CONTENT_HASH_TEXT]);

#endif
