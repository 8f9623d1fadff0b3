#include "plain_text.h"

#include <stdio.h>
#include <string.h>

/* Control characters beyond ASCII are two bytes in UTF-8, this one first. */
enum { C1_LEAD = 0xc2, C1_FIRST = 0x80, C1_LAST = 0x9f };

enum { BLOCK = 4096 };

static const char *const SPACES[] = { " ", "\xc2\xa0", "\xe3\x80\x80" };

/* Whether the byte is a control character or, with the one before it, makes one. Without branches, for whole blocks. */
static unsigned is_control(unsigned char before, unsigned char byte)
{
    const unsigned blank = (byte == '\t') | (byte == '\n') | (byte == '\r');
    const unsigned c0 = (byte < 0x20) & !blank;
    const unsigned c1 = (before == C1_LEAD) & (byte >= C1_FIRST) & (byte <= C1_LAST);

    return c0 | c1 | (byte == 0x7f);
}

static bool has_control(const unsigned char *bytes, size_t from, size_t to)
{
    unsigned char found = 0;

    for (size_t i = from; i < to; i++) {
        found |= (unsigned char)is_control(bytes[i - 1], bytes[i]);
    }
    return found != 0;
}

size_t plain_text_control_at(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;

    if (length > 0 && is_control(0, bytes[0])) {
        return 0;
    }
    for (size_t from = 1; from < length; from += BLOCK) {
        const size_t to = length - from < BLOCK ? length : from + BLOCK;

        if (!has_control(bytes, from, to)) {
            continue;
        }
        size_t at = from;

        while (!is_control(bytes[at - 1], bytes[at])) {
            at++;
        }
        return bytes[at] >= C1_FIRST ? at - 1 : at;
    }
    return length;
}

struct code_text plain_text_code(const char *text)
{
    const unsigned char first = (unsigned char)text[0];
    struct code_text code;

    snprintf(code.text, sizeof code.text, "U+%04X", (unsigned)(first == C1_LEAD ? (unsigned char)text[1] : first));
    return code;
}

bool plain_text_is_line(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
            return false;
        }
    }
    return true;
}

bool plain_text_is_id(const char *text, size_t length)
{
    for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++) {
        const size_t size = strlen(SPACES[i]);

        if (length >= size &&
            (memcmp(text, SPACES[i], size) == 0 || memcmp(text + length - size, SPACES[i], size) == 0)) {
            return false;
        }
    }
    return plain_text_is_line(text, length);
}
