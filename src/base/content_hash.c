#include "content_hash.h"

#include <stdint.h>

void content_hash_begin(struct content_hash *self)
{
    sha256_init(&self->context);
}

void content_hash_add(struct content_hash *self, const void *data, size_t length)
{
    sha256_update(&self->context, length, data);
}

void content_hash_end(struct content_hash *self, char text[CONTENT_HASH_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];

    sha256_digest(&self->context, sizeof digest, digest);
    for (size_t byte = 0; byte < sizeof digest; byte++) {
        text[2 * byte] = digits[digest[byte] >> 4];
        text[2 * byte + 1] = digits[digest[byte] & 0xf];
    }
    text[2 * sizeof digest] = '\0';
}
