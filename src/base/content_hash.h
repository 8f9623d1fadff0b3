/** SHA-256 (NIST FIPS 180-4) of contents that come piece by piece, as text: for the record of what a result stands on.
 */
#ifndef CONTENT_HASH_H
#define CONTENT_HASH_H

#include <stddef.h>

#include <nettle/sha2.h>

/** Hexadecimal digits of a hash and a closing NUL. */
enum { CONTENT_HASH_TEXT = 2 * SHA256_DIGEST_SIZE + 1 };

/** A hash that is being made. Start with content_hash_begin(). */
struct content_hash {
    struct sha256_ctx context;
};

void content_hash_begin(struct content_hash *self);

void content_hash_add(struct content_hash *self, const void *data, size_t length);

/** Writes the hash in lower-case hexadecimal digits, and a closing NUL. */
void content_hash_end(struct content_hash *self, char text[CONTENT_HASH_TEXT]);

#endif
