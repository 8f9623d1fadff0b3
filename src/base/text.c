#include "text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "mem.h"

/* The code point at `text` and its length in bytes; 0 where the bytes are not UTF-8. */
static size_t read_code_point(const char *text, size_t length, int32_t *code_point)
{
    const unsigned char first = (unsigned char)*text;

    if (first < 0x80) {
        *code_point = first;
        return 1;
    }
    const utf8proc_ssize_t most = length < 4 ? (utf8proc_ssize_t)length : 4;
    const utf8proc_ssize_t bytes = utf8proc_iterate((const unsigned char *)text, most, code_point);

    return bytes > 0 ? (size_t)bytes : 0;
}

/* As read_code_point(), but a byte that is not UTF-8 passes for a character of its own, unlike any other. */
static size_t read_character(const char *text, size_t length, int32_t *code_point)
{
    const size_t bytes = read_code_point(text, length, code_point);

    if (bytes == 0) {
        *code_point = 0x110000 + (unsigned char)*text;
        return 1;
    }
    return bytes;
}

size_t text_invalid_at(const char *text, size_t length)
{
    size_t at = 0;

    while (at < length) {
        int32_t code_point = 0;
        const size_t bytes = read_code_point(text + at, length - at, &code_point);

        if (bytes == 0) {
            return at;
        }
        at += bytes;
    }
    return length;
}

/* Bytes of the GB18030 sequence at `text`: 1, 2 or 4; 0 where there is none. */
static size_t gb18030_length(const unsigned char *text, size_t length)
{
    const unsigned char second = length > 1 ? text[1] : 0;

    if (text[0] < 0x80) {
        return 1;
    }
    if (text[0] == 0x80 || text[0] == 0xff) {
        return 0;
    }
    if (0x40 <= second && second <= 0xfe && second != 0x7f) {
        return 2;
    }
    if (length < 4 || second < '0' || second > '9') {
        return 0;
    }
    return 0x81 <= text[2] && text[2] <= 0xfe && '0' <= text[3] && text[3] <= '9' ? 4 : 0;
}

bool text_looks_gbk(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    bool chinese = false;
    size_t at = 0;

    while (at < length) {
        const size_t step = gb18030_length(bytes + at, length - at);

        if (step == 0) {
            return false;
        }
        chinese = chinese || step > 1;
        at += step;
    }
    return chinese;
}

/* Columns of a character; most of what is asked for are figures and letters. */
static size_t width_of(int32_t character)
{
    if (character >= ' ' && character < 0x7f) {
        return 1;
    }
    return character < 0x110000 ? (size_t)utf8proc_charwidth(character) : 1;
}

size_t text_width(const char *text)
{
    const size_t length = strlen(text);
    size_t width = 0;

    for (size_t at = 0; at < length;) {
        int32_t code_point = 0;

        at += read_character(text + at, length - at, &code_point);
        width += width_of(code_point);
    }
    return width;
}

size_t text_characters(const char *text, size_t length)
{
    size_t count = 0;

    for (size_t at = 0; at < length; count++) {
        int32_t code_point = 0;

        at += read_character(text + at, length - at, &code_point);
    }
    return count;
}

/** A word as code points. */
struct word {
    int32_t *characters; /**< Owned. */
    size_t length;
};

static struct word word_of(const char *text)
{
    const size_t bytes = strlen(text);
    struct word word = { mem_array(bytes, sizeof(int32_t)), 0 };

    for (size_t at = 0; at < bytes; word.length++) {
        at += read_character(text + at, bytes - at, &word.characters[word.length]);
    }
    return word;
}

static size_t min(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Levenshtein's distance (1966), row by row of the table of prefixes: `row` holds b.length + 1 numbers. */
static size_t edit_distance(struct word a, struct word b, size_t *row)
{
    for (size_t j = 0; j <= b.length; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a.length; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            const size_t changed = diagonal + (a.characters[i - 1] != b.characters[j - 1]);

            diagonal = row[j];
            row[j] = min(changed, 1 + min(row[j], row[j - 1]));
        }
    }
    return row[b.length];
}

/* The distance of two words if it is below `limit`, else `limit`. */
static size_t distance_below(struct word a, struct word b, size_t limit)
{
    const size_t longer = a.length > b.length ? a.length : b.length;

    if (longer - min(a.length, b.length) >= limit) {
        return limit; /* saves the table for words of very different length */
    }
    size_t *row = mem_array(b.length + 1, sizeof *row);
    const size_t distance = edit_distance(a, b, row);

    free(row);
    return distance < longer ? min(distance, limit) : limit; /* nothing in common: not near, however short */
}

const char *text_nearest(const char *word, const char *const *words, size_t count)
{
    const struct word wanted = word_of(word);
    const size_t third = wanted.length / 3;
    const char *nearest = NULL;
    size_t best = 1 + (third > 2 ? third : 2);

    for (size_t i = 0; i < count; i++) {
        const struct word candidate = word_of(words[i]);
        const size_t distance = distance_below(wanted, candidate, best);

        if (distance < best) {
            best = distance;
            nearest = words[i];
        }
        free(candidate.characters);
    }
    free(wanted.characters);
    return nearest;
}
