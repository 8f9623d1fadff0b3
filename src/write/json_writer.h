/**
 * JSON (RFC 8259) written as it comes: nothing is kept but how deep one is. The same values give the same bytes,
 * whatever the locale. Whether everything arrived is the stream's own to say (ferror).
 */
#ifndef JSON_WRITER_H
#define JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Objects and arrays within each other, at most. */
enum { JSON_DEPTH = 32 };

/** How the members of one object or array stand. */
enum json_layout {
    JSON_TIGHT, /**< Without any space: `{"a":1,"b":[1,2]}`. */
    JSON_LINE,  /**< In a line: `{"a": 1, "b": [1, 2]}`. */
    JSON_LINES, /**< One a line, indented by two spaces a level; those of an empty one need no line. */
};

/** Start with json_begin(); what is in it belongs to the functions below. */
struct json_writer {
    FILE *stream; /**< Borrowed. */
    size_t depth; /**< Open objects and arrays. */
    struct {
        enum json_layout layout;
        char closing; /**< `}` or `]`. */
        bool is_empty;
    } open[JSON_DEPTH];
    bool after_key; /**< The next value is a member's. */
};

/** A document onto the stream, which stays the caller's. */
void json_begin(struct json_writer *self, FILE *stream);

/** Ends the document with a line end; everything opened is closed. */
void json_end(struct json_writer *self);

/** Opens an object; each of its members is a json_key() and a value. Close with json_close(). */
void json_object(struct json_writer *self, enum json_layout layout);

/** Opens an array. Close with json_close(). */
void json_array(struct json_writer *self, enum json_layout layout);

/** Closes the object or array opened last. */
void json_close(struct json_writer *self);

/** The name of the member whose value comes next. */
void json_key(struct json_writer *self, const char *key);

/**
 * A text, or null for NULL. Each byte that is not UTF-8, as names of files may have, becomes U+FFFD. Control characters
 * and `<` are written as \u0001, so that a document can stand inside a page's <script>.
 */
void json_text(struct json_writer *self, const char *text);

/** A number, the shortest that reads back the same (number.h); null for what is not finite. */
void json_number(struct json_writer *self, double value);

void json_boolean(struct json_writer *self, bool value);
void json_null(struct json_writer *self);

/** json_key() and the value, in one. */
void json_text_member(struct json_writer *self, const char *key, const char *text);
void json_number_member(struct json_writer *self, const char *key, double value);
void json_boolean_member(struct json_writer *self, const char *key, bool value);

#endif
