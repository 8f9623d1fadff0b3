#include "csv_scan.h"

#include <string.h>

#include "mem.h"
#include "text.h"

struct place csv_place_at(const struct csv_table *self, const char *raw)
{
    struct place place = { self->file, self->line, 1 };
    const char *start = self->row;

    for (const char *at = self->row; at < raw; at++) {
        if (*at == '\n') {
            place.line++;
            start = at + 1;
        }
    }
    place.column = 1 + text_characters(start, (size_t)(raw - start));
    return place;
}

const char *csv_end(const struct csv_table *self)
{
    return self->source.text + self->source.length;
}

/* Leaves the scan behind the line that cannot be made out. */
static void skip_line(const struct csv_table *self, struct csv_scan *scan)
{
    const char *newline = memchr(scan->at, '\n', (size_t)(csv_end(self) - scan->at));

    scan->at = newline != NULL ? newline : csv_end(self);
}

static bool fail(const struct csv_table *self, struct csv_scan *scan, const char *raw, enum message message)
{
    if (!self->quiet) {
        report(self->problems, csv_place_at(self, raw), message, NULL);
    }
    skip_line(self, scan);
    return false;
}

/* The cell's text with doubled quotes made single; there is room for all cells of any row. */
static struct csv_cell unescape(struct csv_table *self, struct csv_cell cell)
{
    if (self->unescaped == NULL) {
        self->unescaped = mem_array(self->source.length, 1);
    }
    char *text = self->unescaped + self->unescaped_used;
    size_t length = 0;

    for (size_t i = 0; i < cell.length; i++) {
        text[length++] = cell.text[i];
        i += cell.text[i] == '"';
    }
    self->unescaped_used += length;
    return (struct csv_cell) { text, length, cell.raw };
}

/* Scans a cell in quotes; leaves the scan behind its closing quote. */
static bool scan_quoted(struct csv_table *self, struct csv_scan *scan, struct csv_cell *cell)
{
    const char *const end = csv_end(self);
    const char *const open = scan->at;
    bool doubled = false;

    for (scan->at = open + 1;; scan->at++) {
        while (scan->at < end && *scan->at != '"') {
            scan->lines += *scan->at == '\n';
            scan->at++;
        }
        if (scan->at == end) {
            return fail(self, scan, open, MESSAGE_CSV_QUOTE_OPEN);
        }
        scan->at++;
        if (*scan->at != '"') {
            break;
        }
        doubled = true;
    }
    *cell = (struct csv_cell) { open + 1, (size_t)(scan->at - open) - 2, open };
    if (*scan->at != ',' && *scan->at != '\n' && *scan->at != '\r' && scan->at != end) {
        return fail(self, scan, scan->at, MESSAGE_CSV_QUOTE_TEXT_BEHIND);
    }
    if (doubled) {
        *cell = unescape(self, *cell);
    }
    return true;
}

static bool scan_plain(const struct csv_table *self, struct csv_scan *scan, struct csv_cell *cell)
{
    const char *const start = scan->at;
    const char *at = start;

    /* all that ends a cell is at or below the comma, and so is the NUL behind the file */
    while ((unsigned char)*at > ',' || (*at != ',' && *at != '\n' && *at != '\r' && *at != '"' && *at != '\0')) {
        at++;
    }
    scan->at = at;
    *cell = (struct csv_cell) { start, (size_t)(at - start), start };
    return *at != '"' || fail(self, scan, at, MESSAGE_CSV_QUOTE_INSIDE);
}

/* Scans the row at `next`; false if it is broken. The scan ends at a line end or the end of the file. */
static bool scan_row(struct csv_table *self, struct csv_cell *cells, size_t width, struct csv_scan *scan)
{
    for (;;) {
        struct csv_cell cell;

        if (*scan->at == '"' ? !scan_quoted(self, scan, &cell) : !scan_plain(self, scan, &cell)) {
            return false;
        }
        if (scan->cells < width) {
            cells[scan->cells] = cell;
        }
        scan->cells++;
        scan->empty = scan->empty && cell.length == 0;
        if (*scan->at == '\r' && scan->at[1] != '\n') {
            return fail(self, scan, scan->at, MESSAGE_CSV_LONE_RETURN);
        }
        scan->at += *scan->at == '\r';
        if (*scan->at != ',') {
            return true;
        }
        scan->at++;
    }
}

bool csv_take_row(struct csv_table *self, struct csv_cell *cells, size_t width, struct csv_scan *scan)
{
    *scan = (struct csv_scan) { .at = self->next, .empty = true };
    self->row = self->next;
    self->line = self->next_line;
    self->unescaped_used = 0;
    const bool good = scan_row(self, cells, width, scan);

    self->next = scan->at < csv_end(self) ? scan->at + 1 : scan->at;
    self->next_line += 1 + scan->lines;
    return good;
}
