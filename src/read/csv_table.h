/**
 * A CSV table (RFC 4180) with a line of headings, read row by row from memory: nothing is allocated for a cell, and the
 * place of each is found only when it is asked for.
 */
#ifndef CSV_TABLE_H
#define CSV_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "problems.h"
#include "text_file.h"

/** A cell of the current row: `length` bytes, quotes taken off. Borrowed from the table until the next row. */
struct csv_cell {
    const char *text;
    size_t length;
    const char *raw; /**< Where it stands in the file. */
};

/** A column that the user's file calls by another name. */
struct csv_rename {
    const char *column;  /**< Our name. */
    const char *heading; /**< The file's. */
    struct place place;  /**< Where the user says so. */
};

enum csv_need { CSV_REQUIRED, CSV_OPTIONAL };

/** The index of a column that the table does not have; its cells are empty. */
#define CSV_NONE ((size_t)-1)

/** More columns than any table of ours knows. */
enum { CSV_KNOWN_MOST = 32 };

/** More columns than any table has. */
enum { CSV_WIDEST = 1000 };

/** Free with csv_table_close(). */
struct csv_table {
    const char *file;          /**< From problems_file(). */
    struct problems *problems; /**< Borrowed; takes what is found. */
    size_t line;               /**< Of the current row's start. */
    size_t broken;             /**< Rows passed over with a problem since the table was opened. */
    bool quiet;                /**< Rows that are passed over are not reported: for a first look at a table. */

    struct text_file source; /**< Owned. */
    const char *body;        /**< Where the rows start, and their line. */
    size_t body_line;
    const char *end;  /**< Where they end. */
    const char *next; /**< Where the next row starts, and its line. */
    size_t next_line;
    const char *row;          /**< Where the current row starts. */
    size_t width;             /**< Columns. */
    struct csv_cell *cells;   /**< [width] of the current row. Owned. */
    struct csv_cell *heading; /**< [width] Owned. */
    bool *claimed;            /**< [width] whether a known column. Owned. */
    char *unescaped;          /**< The current row's cells that had doubled quotes. Owned. */
    size_t unescaped_used;
    size_t errors; /**< Problems of the run before this table was opened. */

    const struct csv_rename *renames; /**< Borrowed. */
    size_t rename_count;
    size_t known_count;
    const char *known[CSV_KNOWN_MOST]; /**< Our names of the columns asked for. */
    size_t column[CSV_KNOWN_MOST];     /**< And which they are. */
    enum csv_need need[CSV_KNOWN_MOST];
};

/** Opens the table and reads its headings. False, with problems, if there is nothing to go on with. */
bool csv_table_open(struct csv_table *self, const char *path, struct place named_at, const struct csv_rename *renames,
                    size_t rename_count, struct problems *problems);

/** Goes to the next row that has the right number of cells; others are problems, empty ones are passed over. */
bool csv_next(struct csv_table *self);

/** Back to before the first row. */
void csv_rewind(struct csv_table *self);

/** How many rows csv_next() will give from the first on; goes back to before the first. */
size_t csv_count_rows(struct csv_table *self);

/** Whether no problem was reported since the table was opened. */
bool csv_is_good(const struct csv_table *self);

/** Frees what the table owns; harmless when called twice. */
void csv_table_close(struct csv_table *self);

/** The cell of the current row; empty for CSV_NONE. */
struct csv_cell csv_cell(const struct csv_table *self, size_t column);

/** Whether nothing is written in the cell. */
bool csv_is_empty(const struct csv_table *self, size_t column);

/** Where the cell starts; the row for CSV_NONE. */
struct place csv_place(const struct csv_table *self, size_t column);

/** Reports the message at the cell, with its text in the slot `found` and `key` in the slot of that name. */
void csv_report(const struct csv_table *self, size_t column, enum message message, const char *key);

#endif
