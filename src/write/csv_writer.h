/**
 * CSV as RFC 4180 has it, but for line ends, which are LF: cell after cell, row after row, whatever the locale. Errors
 * are remembered and told once, by csv_writer_end(). A table can be written as JSON instead, by the same calls.
 */
#ifndef CSV_WRITER_H
#define CSV_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "json_writer.h"
#include "number.h"

enum { CSV_WRITER_ROOM = 1 << 15 };

/** A table that is being written. Start with csv_writer_begin(). */
struct csv_writer {
    FILE *stream;             /**< Borrowed. */
    bool in_row;              /**< The row has a cell already. */
    struct json_writer *json; /**< Borrowed; takes the table instead, unless NULL. */
    char **names;             /**< Of the first row, where the table goes to `json`. Owned. */
    size_t name_count;
    bool has_names;      /**< The first row is over. */
    size_t column;       /**< Of the next cell. */
    int error;           /**< errno of the first write that failed; after it nothing more is written. */
    double known_size;   /**< Of the number written last that is not whole; 0: none yet. */
    size_t known_length; /**< Of its text, without a sign: tables say many figures twice. */
    char known_text[NUMBER_ROOM];
    size_t used;
    char room[CSV_WRITER_ROOM];
};

/** Starts a table on `stream`, which stays the caller's. */
void csv_writer_begin(struct csv_writer *self, FILE *stream);

/**
 * Starts a table that becomes the next value of `json`, an array: its first row gives the names, each further row is an
 * object in a line; empty cells are null, yes and no are true and false. End with csv_writer_end().
 */
void csv_writer_begin_json(struct csv_writer *self, struct json_writer *json);

/** The mark by which Excel knows UTF-8 and shows Chinese. Before everything else. */
void csv_writer_bom(struct csv_writer *self);

/** A row of `count` names. */
void csv_writer_header(struct csv_writer *self, const char *const *names, size_t count);

/** A cell of text, in quotes where it needs them; NULL is an empty cell. */
void csv_writer_text(struct csv_writer *self, const char *text);

/** A cell with the shortest text that reads back as `value`, which is finite. */
void csv_writer_number(struct csv_writer *self, double value);

/** A number or, for NAN, a figure that is not known or does not exist, an empty cell. */
void csv_writer_known(struct csv_writer *self, double value);

/** That many empty cells. */
void csv_writer_empty(struct csv_writer *self, size_t cells);

/** A cell of `yes` or `no`. */
void csv_writer_switch(struct csv_writer *self, bool value);

/** Whole rows that another writer made, or the errno with which it failed; 0: it did not. */
void csv_writer_piece(struct csv_writer *self, const char *rows, size_t length, int error);

/** Ends the row. */
void csv_writer_row(struct csv_writer *self);

/** Hands all to the stream. False where a write has failed, with its reason in errno. */
bool csv_writer_end(struct csv_writer *self);

#endif
