#include "yaml_writer.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* The character that begins at the UTF-8 text, and its bytes. Bytes that begin none stand for themselves. */
static uint32_t character_at(const char *text, size_t *bytes)
{
    const unsigned char lead = (unsigned char)text[0];
    const size_t more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    uint32_t code = more == 0 ? lead : lead & (0x3fU >> more);

    for (size_t index = 1; index <= more; index++) {
        if (((unsigned char)text[index] & 0xc0) != 0x80) {
            *bytes = 1;
            return lead;
        }
        code = code << 6 | ((unsigned char)text[index] & 0x3f);
    }
    *bytes = more + 1;
    return code;
}

/* Whether YAML 1.1 would take the character otherwise, or not at all, where it stands in double quotes. */
static bool needs_escape(uint32_t code, size_t bytes)
{
    return code < 0x20 || code == '"' || code == '\\' || (0x7f <= code && code < 0xa0) || (bytes == 1 && code > 0x7f) ||
           code == 0x2028 || code == 0x2029 || code == 0xfeff || code == 0xfffe || code == 0xffff;
}

void yaml_write_text(FILE *stream, const char *text)
{
    size_t bytes = 0;

    fputc('"', stream);
    for (const char *at = text; *at != '\0'; at += bytes) {
        const uint32_t code = character_at(at, &bytes);

        if (!needs_escape(code, bytes)) {
            fwrite(at, 1, bytes, stream);
        } else if (code == '"' || code == '\\') {
            fprintf(stream, "\\%c", (int)code);
        } else {
            fprintf(stream, code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)code);
        }
    }
    fputc('"', stream);
}

void yaml_write_key(FILE *stream, const char *id)
{
    static const char PLAIN[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    if (id[0] != '\0' && id[0] != '-' && id[strspn(id, PLAIN)] == '\0') {
        fputs(id, stream);
    } else {
        yaml_write_text(stream, id);
    }
}
