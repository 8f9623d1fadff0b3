#include "content_hash.h"

#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include <sha256.h>

#include <criterion/criterion.h>

static void hash_with(void (*begin)(struct content_hash *self), const void *data, size_t length, size_t piece,
                      char *text)
{
    struct content_hash hash;

    begin(&hash);
    for (size_t at = 0; at < length; at += piece) {
        content_hash_add(&hash, (const char *)data + at, length - at < piece ? length - at : piece);
    }
    content_hash_end(&hash, text);
}

/* NIST, Cryptographic Standards and Guidelines, examples with intermediate values: SHA-256 of one and two blocks. */
Test(content_hash, known_answers)
{
    static const struct {
        const char *data;
        const char *hash;
    } KNOWN[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
    };
    char text[CONTENT_HASH_TEXT];

    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++) {
        hash_with(content_hash_begin, KNOWN[i].data, strlen(KNOWN[i].data), 64, text);
        cr_expect_str_eq(text, KNOWN[i].hash);
        hash_with(content_hash_begin_plain, KNOWN[i].data, strlen(KNOWN[i].data), 64, text);
        cr_expect_str_eq(text, KNOWN[i].hash, "plain");
    }
}

/* Any length, in pieces of any size, with the processor's own instructions and without, as another library has it. */
Test(content_hash, as_another_library)
{
    enum { LONGEST = 300 };
    unsigned char data[LONGEST];
    char expected[SHA256_DIGEST_STRING_LENGTH];
    char text[CONTENT_HASH_TEXT];

    for (size_t i = 0; i < LONGEST; i++) {
        data[i] = (unsigned char)(i * 167 + 13);
    }
    for (size_t length = 0; length <= LONGEST; length++) {
        SHA256Data(data, length, expected);
        for (size_t piece = 1; piece <= 130; piece += 43) {
            hash_with(content_hash_begin, data, length, piece, text);
            cr_assert_str_eq(text, expected, "%zu bytes by %zu", length, piece);
            hash_with(content_hash_begin_plain, data, length, piece, text);
            cr_assert_str_eq(text, expected, "plain: %zu bytes by %zu", length, piece);
        }
    }
}
