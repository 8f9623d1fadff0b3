#include "csv_table.h"

#include <stdlib.h>
#include <string.h>

#include "csv_scan.h"
#include "figure.h"
#include "mem.h"
#include "number.h"

/* What the separator seems to be, where it is no comma. */
static bool check_separator(const struct csv_table *self)
{
    const struct csv_cell first = self->heading[0];

    if (first.length > 0 && first.text[0] == '#') {
        report(self->problems, csv_place_at(self, first.raw), MESSAGE_CSV_COMMENT, NULL);
        return false;
    }
    if (self->width > 1) {
        return true;
    }
    const char *semicolon = memchr(first.text, ';', first.length);
    const char *tab = memchr(first.text, '\t', first.length);

    if (semicolon != NULL || tab != NULL) {
        report(self->problems, csv_place_at(self, semicolon != NULL ? semicolon : tab),
               semicolon != NULL ? MESSAGE_CSV_SEMICOLON : MESSAGE_CSV_TAB, NULL);
        return false;
    }
    return true;
}

static bool check_headings_differ(const struct csv_table *self)
{
    bool good = true;

    for (size_t i = 1; i < self->width; i++) {
        for (size_t k = 0; k < i; k++) {
            const struct csv_cell cell = self->heading[i];

            if (cell.length > 0 && cell.length == self->heading[k].length &&
                memcmp(cell.text, self->heading[k].text, cell.length) == 0) {
                const struct found_text found = found_text(cell.text, cell.length);

                report(self->problems, csv_place_at(self, cell.raw), MESSAGE_CSV_COLUMN_TWICE,
                       SLOTS({ "found", found.text }));
                good = false;
                break;
            }
        }
    }
    return good;
}

/* Reads the headings: once to count, once to keep. */
static bool read_headings(struct csv_table *self)
{
    struct csv_scan scan;

    if (!csv_take_row(self, NULL, 0, &scan)) {
        return false;
    }
    if (scan.empty) {
        report(self->problems, (struct place) { self->file, 0, 0 }, MESSAGE_CSV_NO_HEADINGS, NULL);
        return false;
    }
    if (scan.cells > CSV_WIDEST) {
        report(self->problems, (struct place) { self->file, 1, 0 }, MESSAGE_CSV_TOO_WIDE, NULL);
        return false;
    }
    self->width = scan.cells;
    self->cells = mem_array(self->width, sizeof *self->cells);
    self->heading = mem_array(self->width, sizeof *self->heading);
    self->claimed = mem_array(self->width, sizeof *self->claimed);
    self->next = self->source.text;
    self->next_line = 1;
    csv_take_row(self, self->heading, self->width, &scan);
    if (self->unescaped_used > 0) {
        report(self->problems, csv_place_at(self, self->row), MESSAGE_CSV_HEADING_QUOTES, NULL);
        return false;
    }
    self->body = self->next;
    self->body_line = self->next_line;
    self->end = csv_end(self);
    return check_separator(self) && check_headings_differ(self);
}

bool csv_table_open(struct csv_table *self, const char *path, struct place named_at, const struct csv_rename *renames,
                    size_t rename_count, struct problems *problems)
{
    *self = (struct csv_table) {
        .problems = problems, .errors = problems->errors, .renames = renames, .rename_count = rename_count
    };
    if (!text_file_read(&self->source, path, named_at, problems)) {
        return false;
    }
    self->file = self->source.file;
    self->next = self->source.text;
    self->next_line = 1;
    if (!read_headings(self)) {
        csv_table_close(self);
        return false;
    }
    return true;
}

bool csv_next(struct csv_table *self)
{
    while (self->next < self->end) {
        struct csv_scan scan;
        const bool whole = csv_take_row(self, self->cells, self->width, &scan);

        if (whole && !scan.empty && scan.cells == self->width) {
            return true;
        }
        if (self->quiet || (whole && scan.empty)) {
            continue;
        }
        self->broken++;
        if (whole) {
            report(self->problems, (struct place) { self->file, self->line, 0 }, MESSAGE_CSV_ROW_LENGTH,
                   SLOTS({ "found", number_text((double)scan.cells).text },
                         { "allowed", number_text((double)self->width).text }));
        }
    }
    return false;
}

void csv_rewind(struct csv_table *self)
{
    self->next = self->body;
    self->next_line = self->body_line;
}

size_t csv_count_rows(struct csv_table *self)
{
    size_t rows = 0;

    csv_rewind(self);
    self->quiet = true;
    while (csv_next(self)) {
        rows++;
    }
    self->quiet = false;
    csv_rewind(self);
    return rows;
}

bool csv_is_good(const struct csv_table *self)
{
    return self->problems->errors == self->errors;
}

void csv_table_close(struct csv_table *self)
{
    text_file_free(&self->source);
    free(self->cells);
    free(self->heading);
    free(self->claimed);
    free(self->unescaped);
    self->cells = NULL;
    self->heading = NULL;
    self->claimed = NULL;
    self->unescaped = NULL;
}

struct csv_cell csv_cell(const struct csv_table *self, size_t column)
{
    return column == CSV_NONE ? (struct csv_cell) { "", 0, self->row } : self->cells[column];
}

bool csv_is_empty(const struct csv_table *self, size_t column)
{
    return csv_cell(self, column).length == 0;
}

struct place csv_place(const struct csv_table *self, size_t column)
{
    return csv_place_at(self, csv_cell(self, column).raw);
}

void csv_report(const struct csv_table *self, size_t column, enum message message, const char *key)
{
    const struct csv_cell cell = csv_cell(self, column);
    const struct found_text found = found_text(cell.text, cell.length);

    report(self->problems, csv_place(self, column), message, SLOTS({ "key", key }, { "found", found.text }));
}
