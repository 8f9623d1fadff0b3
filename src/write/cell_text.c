#include "cell_text.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "mem.h"

size_t character_bytes(const char *at)
{
    const unsigned char first = (unsigned char)*at;
    const size_t says = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    size_t bytes = 1;

    while (bytes < says && at[bytes] != '\0') {
        bytes++;
    }
    return bytes;
}

/* Whether the text begins with _xHHHH_, which Excel reads as one character. */
static bool is_coded(const char *at)
{
    if (at[0] != '_' || at[1] != 'x') {
        return false;
    }
    for (size_t digit = 2; digit < 6; digit++) {
        if (!isxdigit((unsigned char)at[digit])) {
            return false;
        }
    }
    return at[6] == '_';
}

/* U+FFFE and U+FFFF, which are no characters. */
static bool is_no_character(const char *at)
{
    return memcmp(at, "\xef\xbf\xbe", 3) == 0 || memcmp(at, "\xef\xbf\xbf", 3) == 0;
}

static bool is_control(char byte)
{
    return ((unsigned char)byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7f;
}

static void write_byte(FILE *stream, char byte)
{
    switch (byte) {
    case '&':
        fputs("&amp;", stream);
        break;
    case '<':
        fputs("&lt;", stream);
        break;
    case '>':
        fputs("&gt;", stream);
        break;
    default:
        fputc(byte, stream);
    }
}

void cell_text_write(FILE *stream, const char *text)
{
    size_t units = 0;

    for (const char *at = text; *at != '\0' && units < CELL_TEXT_MOST; at += character_bytes(at)) {
        const size_t bytes = character_bytes(at);

        units += bytes == 4 ? 2 : 1;
        if (units >= CELL_TEXT_MOST && at[bytes] != '\0') {
            fputs("…", stream);
            return;
        }
        if (is_control(*at)) {
            fprintf(stream, "_x%04X_", (unsigned)(unsigned char)*at);
        } else if (bytes == 3 && is_no_character(at)) {
            fputs(at[2] == '\xbe' ? "_xFFFE_" : "_xFFFF_", stream);
        } else if (is_coded(at)) {
            fputs("_x005F_", stream);
        } else if (bytes == 1) {
            write_byte(stream, *at);
        } else {
            fwrite(at, 1, bytes, stream);
        }
    }
}

char *cell_text_label(const char *text, size_t most)
{
    static const char ellipsis[] = "…";
    char *label = mem_array(strlen(text) + sizeof ellipsis, 1);
    size_t length = 0;
    size_t characters = 0;

    for (const char *at = text; *at != '\0'; at += character_bytes(at)) {
        const size_t bytes = character_bytes(at);

        if (++characters >= most && at[bytes] != '\0') {
            strcpy(label + length, ellipsis);
            return label;
        }
        if (bytes == 1) {
            label[length] = *at;
            if ((unsigned char)*at < 0x20 || *at == 0x7f) {
                label[length] = ' ';
            }
            length++;
        } else if (bytes == 3 && is_no_character(at)) {
            label[length++] = '?';
        } else {
            memcpy(label + length, at, bytes);
            length += bytes;
        }
    }
    return label;
}
