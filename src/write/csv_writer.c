#include "csv_writer.h"

#include <assert.h>
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "number.h"

void csv_writer_begin(struct csv_writer *self, FILE *stream)
{
    self->stream = stream;
    self->in_row = false;
    self->json = NULL;
    self->names = NULL;
    self->error = 0;
    self->known_size = 0;
    self->used = 0;
}

void csv_writer_begin_json(struct csv_writer *self, struct json_writer *json)
{
    csv_writer_begin(self, json->stream);
    self->json = json;
    self->name_count = 0;
    self->has_names = false;
    self->column = 0;
    json_array(json, JSON_LINES);
}

static void put(struct csv_writer *self, const char *text, size_t length)
{
    if (self->error != 0 || length == 0) {
        return;
    }
    errno = 0;
    if (fwrite(text, 1, length, self->stream) != length) {
        self->error = errno != 0 ? errno : EIO;
    }
}

static void flush(struct csv_writer *self)
{
    put(self, self->room, self->used);
    self->used = 0;
}

static void add(struct csv_writer *self, const char *text, size_t length)
{
    if (self->used + length > CSV_WRITER_ROOM) {
        flush(self);
    }
    if (length > CSV_WRITER_ROOM) {
        put(self, text, length);
        return;
    }
    memcpy(self->room + self->used, text, length);
    self->used += length;
}

static void begin_cell(struct csv_writer *self)
{
    if (self->used == CSV_WRITER_ROOM) {
        flush(self);
    }
    if (self->in_row) {
        self->room[self->used++] = ',';
    }
    self->in_row = true;
}

/* The name of a cell that is not of the first row. */
static void begin_member(struct csv_writer *self)
{
    assert(self->has_names && self->column < self->name_count);
    if (!self->in_row) {
        json_object(self->json, JSON_LINE);
    }
    self->in_row = true;
    json_key(self->json, self->names[self->column++]);
}

/* A text for JSON: one of the names, while the first row is written. */
static void take_text(struct csv_writer *self, const char *text)
{
    if (self->has_names) {
        begin_member(self);
        json_text(self->json, text);
        return;
    }
    self->names = mem_grow(self->names, self->name_count + 1, sizeof *self->names);
    self->names[self->name_count++] = mem_text(text);
}

void csv_writer_bom(struct csv_writer *self)
{
    if (self->json == NULL) {
        add(self, "\xEF\xBB\xBF", 3);
    }
}

void csv_writer_header(struct csv_writer *self, const char *const *names, size_t count)
{
    for (size_t column = 0; column < count; column++) {
        csv_writer_text(self, names[column]);
    }
    csv_writer_row(self);
}

/* A quote inside quotes is written twice. */
static void add_quoted(struct csv_writer *self, const char *text)
{
    add(self, "\"", 1);
    for (const char *quote = strchr(text, '"'); quote != NULL; quote = strchr(text, '"')) {
        add(self, text, (size_t)(quote - text) + 1);
        add(self, "\"", 1);
        text = quote + 1;
    }
    add(self, text, strlen(text));
    add(self, "\"", 1);
}

void csv_writer_text(struct csv_writer *self, const char *text)
{
    if (self->json != NULL) {
        take_text(self, text);
        return;
    }
    begin_cell(self);
    if (text == NULL) {
        return;
    }
    const size_t length = strlen(text);

    if (text[strcspn(text, ",\"\r\n")] != '\0') {
        add_quoted(self, text);
    } else {
        add(self, text, length);
    }
}

static bool is_whole(double value)
{
    return fabs(value) < 1e15 && value == (double)(long long)value;
}

/* A number that is not whole. A gap is a shortage too, or a surplus by its sign, and its text is not made again. */
static size_t write_known(struct csv_writer *self, char *text, double value)
{
    const double size = fabs(value);
    const size_t sign = value < 0 ? 1 : 0;

    if (size != self->known_size) {
        self->known_size = size;
        self->known_length = number_write(self->known_text, size);
    }
    text[0] = '-';
    memcpy(text + sign, self->known_text, NUMBER_ROOM - 1);
    return sign + self->known_length;
}

void csv_writer_number(struct csv_writer *self, double value)
{
    assert(isfinite(value));
    if (self->json != NULL) {
        begin_member(self);
        json_number(self->json, value);
        return;
    }
    begin_cell(self);
    if (self->used + NUMBER_ROOM > CSV_WRITER_ROOM) {
        flush(self);
    }
    self->used += is_whole(value) ? number_write(self->room + self->used, value)
                                  : write_known(self, self->room + self->used, value);
}

void csv_writer_piece(struct csv_writer *self, const char *rows, size_t length, int error)
{
    flush(self);
    put(self, rows, length);
    self->error = self->error == 0 ? error : self->error;
}

void csv_writer_known(struct csv_writer *self, double value)
{
    if (isnan(value)) {
        csv_writer_text(self, NULL);
    } else {
        csv_writer_number(self, value);
    }
}

void csv_writer_empty(struct csv_writer *self, size_t cells)
{
    for (size_t cell = 0; cell < cells; cell++) {
        csv_writer_text(self, NULL);
    }
}

void csv_writer_switch(struct csv_writer *self, bool value)
{
    if (self->json != NULL) {
        begin_member(self);
        json_boolean(self->json, value);
        return;
    }
    csv_writer_text(self, value ? "yes" : "no");
}

void csv_writer_row(struct csv_writer *self)
{
    if (self->json != NULL) {
        if (self->has_names) {
            assert(self->column == self->name_count);
            json_close(self->json);
        }
        self->has_names = true;
        self->column = 0;
        self->in_row = false;
        return;
    }
    add(self, "\n", 1);
    self->in_row = false;
}

static void end_json(struct csv_writer *self)
{
    json_close(self->json);
    for (size_t name = 0; name < self->name_count; name++) {
        free(self->names[name]);
    }
    free(self->names);
    self->names = NULL;
}

bool csv_writer_end(struct csv_writer *self)
{
    if (self->json != NULL) {
        end_json(self);
        return true; /* the stream remembers */
    }
    flush(self);
    errno = 0;
    if (self->error == 0 && fflush(self->stream) != 0) {
        self->error = errno != 0 ? errno : EIO;
    }
    errno = self->error;
    return self->error == 0;
}
