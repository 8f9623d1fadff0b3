#include "json_writer.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "number.h"
#include "text.h"

void json_begin(struct json_writer *self, FILE *stream)
{
    *self = (struct json_writer) { .stream = stream };
}

void json_end(struct json_writer *self)
{
    assert(self->depth == 0 && !self->after_key);
    fputc('\n', self->stream);
}

static void new_line(const struct json_writer *self)
{
    fprintf(self->stream, "\n%*s", (int)(2 * self->depth), "");
}

/* What stands between the member before and the one that comes. */
static void part(struct json_writer *self)
{
    if (self->after_key || self->depth == 0) {
        self->after_key = false;
        return;
    }
    const enum json_layout layout = self->open[self->depth - 1].layout;
    const bool is_first = self->open[self->depth - 1].is_empty;

    self->open[self->depth - 1].is_empty = false;
    if (!is_first) {
        fputs(layout == JSON_LINE ? ", " : ",", self->stream);
    }
    if (layout == JSON_LINES) {
        new_line(self);
    }
}

static void open_list(struct json_writer *self, enum json_layout layout, char opening, char closing)
{
    assert(self->depth < JSON_DEPTH);
    part(self);
    fputc(opening, self->stream);
    self->open[self->depth].layout = layout;
    self->open[self->depth].closing = closing;
    self->open[self->depth].is_empty = true;
    self->depth++;
}

void json_object(struct json_writer *self, enum json_layout layout)
{
    open_list(self, layout, '{', '}');
}

void json_array(struct json_writer *self, enum json_layout layout)
{
    open_list(self, layout, '[', ']');
}

void json_close(struct json_writer *self)
{
    assert(self->depth > 0 && !self->after_key);
    self->depth--;
    if (self->open[self->depth].layout == JSON_LINES && !self->open[self->depth].is_empty) {
        new_line(self);
    }
    fputc(self->open[self->depth].closing, self->stream);
}

static void write_byte(FILE *stream, unsigned char byte)
{
    if (byte < 0x20 || byte == 0x7f || byte == '<') {
        fprintf(stream, "\\u%04x", byte);
        return;
    }
    if (byte == '"' || byte == '\\') {
        fputc('\\', stream);
    }
    fputc(byte, stream);
}

static void write_quoted(FILE *stream, const char *text)
{
    size_t left = strlen(text);

    fputc('"', stream);
    while (left > 0) {
        const size_t valid = text_invalid_at(text, left);

        for (size_t index = 0; index < valid; index++) {
            write_byte(stream, (unsigned char)text[index]);
        }
        if (valid < left) {
            fputs("\\ufffd", stream);
        }
        text += valid + (valid < left);
        left -= valid + (valid < left);
    }
    fputc('"', stream);
}

void json_key(struct json_writer *self, const char *key)
{
    assert(self->depth > 0 && self->open[self->depth - 1].closing == '}' && !self->after_key);
    part(self);
    write_quoted(self->stream, key);
    fputs(self->open[self->depth - 1].layout == JSON_TIGHT ? ":" : ": ", self->stream);
    self->after_key = true;
}

void json_text(struct json_writer *self, const char *text)
{
    if (text == NULL) {
        json_null(self);
        return;
    }
    part(self);
    write_quoted(self->stream, text);
}

static void write_word(struct json_writer *self, const char *word)
{
    part(self);
    fputs(word, self->stream);
}

void json_number(struct json_writer *self, double value)
{
    if (!isfinite(value)) {
        json_null(self);
        return;
    }
    write_word(self, number_text(value).text);
}

void json_boolean(struct json_writer *self, bool value)
{
    write_word(self, value ? "true" : "false");
}

void json_null(struct json_writer *self)
{
    write_word(self, "null");
}

void json_text_member(struct json_writer *self, const char *key, const char *text)
{
    json_key(self, key);
    json_text(self, text);
}

void json_number_member(struct json_writer *self, const char *key, double value)
{
    json_key(self, key);
    json_number(self, value);
}

void json_boolean_member(struct json_writer *self, const char *key, bool value)
{
    json_key(self, key);
    json_boolean(self, value);
}
