#include "csv_table.h"

#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "text.h"

/** A row while it is scanned. */
struct scan {
    const char *at;
    size_t cells; /**< Found so far, those beyond the table's width too. */
    size_t lines; /**< Line ends inside quotes. */
    bool empty;   /**< No cell has anything in it. */
};

static struct place place_of(const struct csv_table *self, const char *raw)
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

static const char *end_of(const struct csv_table *self)
{
    return self->source.text + self->source.length;
}

/* Leaves the scan behind the line that cannot be made out. */
static void skip_line(const struct csv_table *self, struct scan *scan)
{
    const char *newline = memchr(scan->at, '\n', (size_t)(end_of(self) - scan->at));

    scan->at = newline != NULL ? newline : end_of(self);
}

static bool fail(const struct csv_table *self, struct scan *scan, const char *raw, enum message message)
{
    if (!self->quiet) {
        report(self->problems, place_of(self, raw), message, NULL);
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
static bool scan_quoted(struct csv_table *self, struct scan *scan, struct csv_cell *cell)
{
    const char *const end = end_of(self);
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

static bool scan_plain(const struct csv_table *self, struct scan *scan, struct csv_cell *cell)
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
static bool scan_row(struct csv_table *self, struct csv_cell *cells, size_t width, struct scan *scan)
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

/* Makes the row at `next` the current one. */
static bool take_row(struct csv_table *self, struct csv_cell *cells, size_t width, struct scan *scan)
{
    *scan = (struct scan) { .at = self->next, .empty = true };
    self->row = self->next;
    self->line = self->next_line;
    self->unescaped_used = 0;
    const bool good = scan_row(self, cells, width, scan);

    self->next = scan->at < end_of(self) ? scan->at + 1 : scan->at;
    self->next_line += 1 + scan->lines;
    return good;
}

static bool same_cell(struct csv_cell cell, const char *text)
{
    return strlen(text) == cell.length && memcmp(cell.text, text, cell.length) == 0;
}

/* What the separator seems to be, where it is no comma. */
static bool check_separator(const struct csv_table *self)
{
    const struct csv_cell first = self->heading[0];

    if (first.length > 0 && first.text[0] == '#') {
        report(self->problems, place_of(self, first.raw), MESSAGE_CSV_COMMENT, NULL);
        return false;
    }
    if (self->width > 1) {
        return true;
    }
    const char *semicolon = memchr(first.text, ';', first.length);
    const char *tab = memchr(first.text, '\t', first.length);

    if (semicolon != NULL || tab != NULL) {
        report(self->problems, place_of(self, semicolon != NULL ? semicolon : tab),
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

                report(self->problems, place_of(self, cell.raw), MESSAGE_CSV_COLUMN_TWICE,
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
    struct scan scan;

    if (!take_row(self, NULL, 0, &scan)) {
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
    take_row(self, self->heading, self->width, &scan);
    if (self->unescaped_used > 0) {
        report(self->problems, place_of(self, self->row), MESSAGE_CSV_HEADING_QUOTES, NULL);
        return false;
    }
    self->body = self->next;
    self->body_line = self->next_line;
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
    const struct place place = place_of(self, self->heading[column].raw);

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

bool csv_next(struct csv_table *self)
{
    const char *const end = end_of(self);

    while (self->next < end) {
        struct scan scan;
        const bool whole = take_row(self, self->cells, self->width, &scan);

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
    return place_of(self, csv_cell(self, column).raw);
}

void csv_report(const struct csv_table *self, size_t column, enum message message, const char *key)
{
    const struct csv_cell cell = csv_cell(self, column);
    const struct found_text found = found_text(cell.text, cell.length);

    report(self->problems, csv_place(self, column), message, SLOTS({ "key", key }, { "found", found.text }));
}

bool csv_number(const struct csv_table *self, size_t column, const struct figure_rule *rule, double *value)
{
    const struct csv_cell cell = csv_cell(self, column);
    double number = 0;

    /* the place is worth its cost only when something is wrong */
    if (number_read(cell.text, cell.length, &number) && number >= rule->low && number <= rule->high && !rule->whole) {
        *value = number;
        return true;
    }
    return figure_read(cell.text, cell.length, rule, csv_place(self, column), self->problems, value);
}

bool csv_number_or(const struct csv_table *self, size_t column, const struct figure_rule *rule, double otherwise,
                   double *value)
{
    if (csv_is_empty(self, column)) {
        *value = otherwise;
        return true;
    }
    return csv_number(self, column, rule, value);
}

bool csv_peek_whole(const struct csv_table *self, size_t column, int low, int high, int *value)
{
    const struct csv_cell cell = csv_cell(self, column);
    double number = 0;
    int whole = 0;
    size_t digits = 0;

    /* plain digits, as keys nearly always are */
    while (digits < cell.length && digits < 6 && '0' <= cell.text[digits] && cell.text[digits] <= '9') {
        whole = 10 * whole + (cell.text[digits++] - '0');
    }
    if (digits > 0 && digits == cell.length && (digits == 1 || cell.text[0] != '0')) {
        *value = whole;
        return low <= whole && whole <= high;
    }
    if (!number_read(cell.text, cell.length, &number) || !(number >= low && number <= high)) {
        return false;
    }
    *value = (int)number;
    return number == *value;
}

bool csv_whole(const struct csv_table *self, size_t column, const char *key, int low, int high, int *value)
{
    if (csv_peek_whole(self, column, low, high, value)) {
        return true;
    }
    const struct csv_cell cell = csv_cell(self, column);
    const struct figure_rule rule = { key, low, high, true };
    double number = 0;

    /* finds the same fault and says which */
    figure_read(cell.text, cell.length, &rule, csv_place(self, column), self->problems, &number);
    return false;
}

bool csv_year(const struct csv_table *self, size_t column, const char *key, int *year)
{
    return csv_whole(self, column, key, YEAR_LOWEST, YEAR_HIGHEST, year);
}

bool csv_date(const struct csv_table *self, size_t column, const char *key, struct date *date)
{
    const struct csv_cell cell = csv_cell(self, column);

    if (!day_read(cell.text, cell.length, date)) {
        csv_report(self, column, MESSAGE_DATE_WANTED, key);
        return false;
    }
    return true;
}

bool csv_word(const struct csv_table *self, size_t column, const char *key, const struct name *words, size_t count,
              size_t *index)
{
    const struct csv_cell cell = csv_cell(self, column);

    *index = word_find(words, count, cell.text, cell.length);
    if (*index < count) {
        return true;
    }
    figure_report_word(found_text(cell.text, cell.length).text, key, words, count, csv_place(self, column),
                       self->problems);
    return false;
}

const char *csv_text(const struct csv_table *self, size_t column, struct pool *pool)
{
    const struct csv_cell cell = csv_cell(self, column);

    return pool_text(pool, cell.text, cell.length);
}

bool csv_need_text(const struct csv_table *self, size_t column, const char *key, struct pool *pool, const char **text)
{
    if (csv_is_empty(self, column)) {
        csv_report(self, column, MESSAGE_CSV_CELL_EMPTY, key);
        return false;
    }
    *text = csv_text(self, column, pool);
    return true;
}
