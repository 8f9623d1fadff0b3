#include "csv_columns.h"

#include <stdlib.h>
#include <string.h>

#include "csv_scan.h"
#include "figure.h"
#include "mem.h"
#include "text.h"

static bool same_cell(struct csv_cell cell, const char *text)
{
    return strlen(text) == cell.length && memcmp(cell.text, text, cell.length) == 0;
}

/* The file's heading for our column, and whether the user gave one. */
static const char *heading_for(const struct csv_table *self, const char *name)
{
    for (size_t i = 0; i < self->rename_count; i++) {
        if (strcmp(self->renames[i].column, name) == 0) {
            return self->renames[i].heading;
        }
    }
    return name;
}

size_t csv_column(struct csv_table *self, const char *name, enum csv_need need)
{
    const char *heading = heading_for(self, name);
    size_t column = 0;

    while (column < self->width && !same_cell(self->heading[column], heading)) {
        column++;
    }
    if (column < self->width) {
        self->claimed[column] = true;
    } else {
        column = CSV_NONE;
    }
    if (self->known_count < CSV_KNOWN_MOST) {
        self->known[self->known_count] = name;
        self->column[self->known_count] = column;
        self->need[self->known_count] = need;
        self->known_count++;
    }
    return column;
}

static bool is_renamed(const struct csv_table *self, const char *name)
{
    return heading_for(self, name) != name;
}

/* Reports a column that is not there, with the unknown heading that is nearest to its name. */
static void report_missing(const struct csv_table *self, const char *name)
{
    const char *wanted = heading_for(self, name);
    char **spare = mem_array(self->width, sizeof *spare);
    size_t count = 0;

    for (size_t i = 0; i < self->width; i++) {
        if (!self->claimed[i]) {
            spare[count++] = mem_text(found_text(self->heading[i].text, self->heading[i].length).text);
        }
    }
    const char *nearest = text_nearest(wanted, (const char *const *)spare, count);

    report(self->problems, (struct place) { self->file, 1, 0 },
           nearest != NULL ? MESSAGE_CSV_COLUMN_MISSING_NEAR : MESSAGE_CSV_COLUMN_MISSING,
           SLOTS({ "key", wanted }, { "nearest", nearest != NULL ? nearest : "" }));
    for (size_t i = 0; i < count; i++) {
        free(spare[i]);
    }
    free(spare);
}

/* Notes a heading that nobody asked for, with the column that it may be meant for. */
static void note_unknown(struct csv_table *self, size_t column)
{
    const struct found_text found = found_text(self->heading[column].text, self->heading[column].length);
    const char *absent[CSV_KNOWN_MOST];
    size_t count = 0;

    for (size_t i = 0; i < self->known_count; i++) {
        if (self->column[i] == CSV_NONE && !is_renamed(self, self->known[i])) {
            absent[count++] = self->known[i];
        }
    }
    /* any two letters are near any other two: qx is not sx */
    const char *nearest = self->heading[column].length > 2 ? text_nearest(found.text, absent, count) : NULL;
    const struct place place = csv_place_at(self, self->heading[column].raw);

    report(self->problems, place, nearest != NULL ? MESSAGE_CSV_COLUMN_IGNORED_NEAR : MESSAGE_CSV_COLUMN_IGNORED,
           SLOTS({ "found", found.text }, { "nearest", nearest != NULL ? nearest : "" }));
}

/* Reports each rename of a column that the table does not know. */
static void check_renames(const struct csv_table *self)
{
    for (size_t i = 0; i < self->rename_count; i++) {
        const char *column = self->renames[i].column;
        size_t known = 0;

        while (known < self->known_count && strcmp(self->known[known], column) != 0) {
            known++;
        }
        if (known < self->known_count) {
            if (self->column[known] == CSV_NONE && self->need[known] == CSV_OPTIONAL) {
                report(self->problems, self->renames[i].place, MESSAGE_CSV_RENAME_ABSENT,
                       SLOTS({ "found", self->renames[i].heading }, { "file", self->file }));
            }
            continue;
        }
        const char *nearest = text_nearest(column, self->known, self->known_count);

        report(self->problems, self->renames[i].place,
               nearest != NULL ? MESSAGE_YAML_KEY_UNKNOWN_NEAR : MESSAGE_YAML_KEY_UNKNOWN,
               SLOTS({ "found", column }, { "nearest", nearest != NULL ? nearest : "" }));
    }
}

bool csv_columns_end(struct csv_table *self)
{
    bool good = true;

    check_renames(self);
    for (size_t i = 0; i < self->known_count; i++) {
        if (self->column[i] == CSV_NONE && self->need[i] == CSV_REQUIRED) {
            report_missing(self, self->known[i]);
            good = false;
        }
    }
    self->row = self->source.text; /* the headings' places are counted from there */
    self->line = 1;
    for (size_t i = 0; i < self->width && good; i++) {
        if (!self->claimed[i]) {
            note_unknown(self, i);
        }
    }
    return good;
}
