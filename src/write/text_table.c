#include "text_table.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "text.h"

struct text_cell {
    char *text; /**< Owned. */
    size_t width;
    enum text_style style;
    bool right;
};

enum row_kind { ROW_CELLS, ROW_LINE, ROW_RULE };

/** A line has one cell, a rule none. */
struct text_row {
    struct text_cell *cells; /**< Owned. */
    size_t count;
    enum row_kind kind;
};

/* Cyan, not blue: blue on black is hardly to be read. Red and cyan differ for colour-blind eyes too. */
static const char *const style_codes[STYLES] = {
    [STYLE_PLAIN] = "", [STYLE_STRONG] = "1", [STYLE_FAINT] = "2", [STYLE_SHORTAGE] = "31", [STYLE_SURPLUS] = "36",
};

/* The array with room for one more than `count`: it has that until `count` reaches a power of two. */
static void *grown(void *array, size_t count, size_t size)
{
    enum { FIRST = 16 };

    if (count == 0) {
        return mem_grow(array, FIRST, size);
    }
    return count >= FIRST && (count & (count - 1)) == 0 ? mem_grow(array, 2 * count, size) : array;
}

void text_table_row(struct text_table *self)
{
    self->rows = grown(self->rows, self->count, sizeof *self->rows);
    self->rows[self->count] = (struct text_row) { .count = 0 };
    self->count++;
}

void text_table_rule(struct text_table *self)
{
    text_table_row(self);
    self->rows[self->count - 1].kind = ROW_RULE;
}

static void add_cell(struct text_table *self, const char *text, enum text_style style, bool right)
{
    struct text_row *row = &self->rows[self->count - 1];

    row->cells = grown(row->cells, row->count, sizeof *row->cells);
    row->cells[row->count] = (struct text_cell) { mem_text(text), text_width(text), style, right };
    row->count++;
}

void text_table_left(struct text_table *self, const char *text, enum text_style style)
{
    add_cell(self, text, style, false);
}

void text_table_right(struct text_table *self, const char *text, enum text_style style)
{
    add_cell(self, text, style, true);
}

void text_table_line(struct text_table *self, const char *text, enum text_style style)
{
    text_table_row(self);
    self->rows[self->count - 1].kind = ROW_LINE;
    add_cell(self, text, style, false);
}

static size_t column_count(const struct text_table *self)
{
    size_t columns = 0;

    for (size_t row = 0; row < self->count; row++) {
        columns = self->rows[row].count > columns ? self->rows[row].count : columns;
    }
    return columns;
}

/* The widest text of each column. free(). */
static size_t *column_widths(const struct text_table *self)
{
    size_t *widths = mem_array(column_count(self), sizeof *widths);

    for (size_t row = 0; row < self->count; row++) {
        const size_t columns = self->rows[row].kind == ROW_CELLS ? self->rows[row].count : 0;

        for (size_t column = 0; column < columns; column++) {
            const size_t width = self->rows[row].cells[column].width;

            widths[column] = width > widths[column] ? width : widths[column];
        }
    }
    return widths;
}

size_t text_table_width(const struct text_table *self)
{
    const size_t columns = column_count(self);
    size_t *widths = column_widths(self);
    size_t width = self->indent;

    for (size_t column = 0; column < columns; column++) {
        width += widths[column] + (column > 0 ? self->gap : 0);
    }
    for (size_t row = 0; row < self->count; row++) {
        if (self->rows[row].kind == ROW_LINE && self->indent + self->rows[row].cells[0].width > width) {
            width = self->indent + self->rows[row].cells[0].width;
        }
    }
    free(widths);
    return width;
}

static void repeat(FILE *stream, char character, size_t times)
{
    for (size_t time = 0; time < times; time++) {
        putc(character, stream);
    }
}

void text_styled(FILE *stream, bool colour, enum text_style style, const char *text)
{
    if (!colour || style == STYLE_PLAIN || *text == '\0') {
        fputs(text, stream);
        return;
    }
    fprintf(stream, "\033[%sm%s\033[0m", style_codes[style], text);
}

/* Spaces are held back until a text follows them, so that no line ends in them. */
static void print_row(const struct text_table *self, const struct text_row *row, const size_t *widths, FILE *stream,
                      bool colour)
{
    size_t spaces = self->indent;

    for (size_t column = 0; column < row->count; column++) {
        const struct text_cell *cell = &row->cells[column];
        const size_t padding = row->kind == ROW_CELLS ? widths[column] - cell->width : 0;

        spaces += column > 0 ? self->gap : 0;
        spaces += cell->right ? padding : 0;
        if (cell->width > 0) {
            repeat(stream, ' ', spaces);
            spaces = 0;
            text_styled(stream, colour, cell->style, cell->text);
        }
        spaces += cell->right ? 0 : padding;
    }
    putc('\n', stream);
}

void text_table_print(const struct text_table *self, FILE *stream, bool colour)
{
    const size_t width = text_table_width(self);
    size_t *widths = column_widths(self);

    for (size_t row = 0; row < self->count; row++) {
        if (self->rows[row].kind == ROW_RULE) {
            repeat(stream, ' ', self->indent);
            repeat(stream, '-', width - self->indent);
            putc('\n', stream);
        } else {
            print_row(self, &self->rows[row], widths, stream, colour);
        }
    }
    free(widths);
}

void text_table_free(struct text_table *self)
{
    for (size_t row = 0; row < self->count; row++) {
        for (size_t cell = 0; cell < self->rows[row].count; cell++) {
            free(self->rows[row].cells[cell].text);
        }
        free(self->rows[row].cells);
    }
    free(self->rows);
    self->rows = NULL;
    self->count = 0;
}

/* Bytes of the character that begins at `text`; the text is UTF-8. */
static size_t character_bytes(const char *text)
{
    size_t bytes = 1;

    while (((unsigned char)text[bytes] & 0xC0u) == 0x80u) {
        bytes++;
    }
    return bytes;
}

static size_t character_width(const char *text, size_t bytes)
{
    char one[8] = "";

    memcpy(one, text, bytes < sizeof one ? bytes : sizeof one - 1);
    return text_width(one);
}

/* A character is never part of another in UTF-8, so that bytes are enough to look for. */
static bool is_one_of(const char *text, size_t bytes, const char *characters)
{
    for (const char *at = characters; (at = strchr(at, *text)) != NULL; at++) {
        if (strncmp(at, text, bytes) == 0) {
            return true;
        }
    }
    return false;
}

/** A character of a text that is broken into lines. */
struct character {
    const char *text;
    size_t bytes;
    size_t width;
};

static struct character character_at(const char *text)
{
    const size_t bytes = character_bytes(text);

    return (struct character) { text, bytes, character_width(text, bytes) };
}

/* Whether a line may end between the two. */
static bool may_break(const struct character *before, const struct character *next)
{
    if (*before->text == ' ' || *next->text == ' ') {
        return *next->text != ' ';
    }
    return (before->width > 1 || next->width > 1) &&
           !is_one_of(next->text, next->bytes, "，。；：、）》”？！,.;:)?!") &&
           !is_one_of(before->text, before->bytes, "（《“(");
}

/* Bytes of `text` that make the next line of at most `room` columns (0: no end); at least one unbreakable piece. */
static size_t line_bytes(const char *text, size_t room)
{
    struct character before = character_at(text);
    size_t width = before.width;
    size_t end = 0;

    for (const char *at = text + before.bytes; *at != '\0';) {
        const struct character next = character_at(at);

        if (may_break(&before, &next)) {
            end = (size_t)(at - text);
        }
        /* a space at the end of a line is not printed */
        if (room > 0 && width + (*at == ' ' ? 0 : next.width) > room && end > 0) {
            return end;
        }
        width += next.width;
        before = next;
        at += next.bytes;
    }
    return strlen(text);
}

void text_paragraph(FILE *stream, size_t columns, const char *first, const char *text)
{
    const size_t indent = text_width(first);
    const size_t room = columns > indent ? columns - indent : columns > 0 ? 1 : 0;

    fputs(first, stream);
    for (const char *at = text; *at != '\0';) {
        const size_t bytes = line_bytes(at, room);
        size_t shown = bytes;

        while (shown > 0 && at[shown - 1] == ' ') {
            shown--;
        }
        repeat(stream, ' ', at == text ? 0 : indent);
        fwrite(at, 1, shown, stream);
        putc('\n', stream);
        at += bytes;
    }
    if (*text == '\0') {
        putc('\n', stream);
    }
}
