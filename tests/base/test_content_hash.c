#include "content_hash.h"

#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

static void hash_by(const char *data, size_t length, size_t piece, char *text)
{
    struct content_hash hash;

    content_hash_begin(&hash);
    for (size_t at = 0; at < length; at += piece) {
        content_hash_add(&hash, data + at, length - at < piece ? length - at : piece);
    }
    content_hash_end(&hash, text);
}

/* NIST, Cryptographic Standards and Guidelines, examples with intermediate values: SHA-256 of one and two blocks. */
Test(content_hash, known_answers_in_pieces_of_any_size)
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
        for (size_t piece = 1; piece <= 64; piece += 9) {
            hash_by(KNOWN[i].data, strlen(KNOWN[i].data), piece, text);
            cr_expect_str_eq(text, KNOWN[i].hash, "by %zu", piece);
        }
    }
}

/* The same standard's third example: a million times the letter a. */
Test(content_hash, a_million_letters)
{
    enum { MILLION = 1000000 };
    char *data = malloc(MILLION);
    char text[CONTENT_HASH_TEXT];

    memset(data, 'a', MILLION);
    hash_by(data, MILLION, 4099, text);
    cr_expect_str_eq(text, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(data);
}
