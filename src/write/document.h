/**
 * A page for people as a list of passages: made once, then written as Markdown or HTML, so that the two say the same.
 * Texts are plain; whoever writes them sees to it that nothing of them is taken for markup.
 */
#ifndef DOCUMENT_H
#define DOCUMENT_H

#include <stddef.h>
#include <stdio.h>

#include "mem.h"
#include "messages.h"

enum passage_kind {
    PASSAGE_TITLE, /**< Begins a page of print, but for the first. */
    PASSAGE_HEADING,
    PASSAGE_PARAGRAPH,
    PASSAGE_FIELDS, /**< What the one who issues the page fills in, side by side. */
    PASSAGE_BULLET,
    PASSAGE_HEADS, /**< The heads of a table; its rows follow. */
    PASSAGE_ROW,
};

/** What a cell says by its colour, too; its words say it in any case. */
enum tone { TONE_PLAIN, TONE_FIGURE, TONE_RED, TONE_AMBER, TONE_GREEN, TONES };

struct document_cell {
    const char *text;
    enum tone tone;
};

enum { DOCUMENT_COLUMNS = 8 };

struct passage {
    enum passage_kind kind;
    size_t count; /**< Of cells; 1 but in tables and fields. */
    struct document_cell cells[DOCUMENT_COLUMNS];
};

/** Zero-initialise, but for the language; free with document_free(). */
struct document {
    enum language language;
    struct pool pool;         /**< Of the texts. */
    struct passage *passages; /**< Owned. */
    size_t count;
    size_t room;
};

/** Adds a passage of one text, which is copied. */
void document_add(struct document *self, enum passage_kind kind, const char *text);

/** Adds a passage of one message. */
void document_say(struct document *self, enum passage_kind kind, enum message message, const struct slot *slots);

/** Starts a row of cells, heads or fields. */
void document_row(struct document *self, enum passage_kind kind);

/** Adds a cell, at most DOCUMENT_COLUMNS, to the row started last; its text is copied. */
void document_cell(struct document *self, const char *text, enum tone tone);

/** Adds a cell of one message, without slots. */
void document_cell_say(struct document *self, enum message message, enum tone tone);

/** Writes it as Markdown (CommonMark with tables). */
void document_markdown(const struct document *self, FILE *stream);

/**
 * Writes it as one HTML file that asks for nothing: no script, no picture, its own style alone, which its security
 * policy names by hash. It prints on A4.
 */
void document_html(const struct document *self, FILE *stream);

/** Harmless when called twice. */
void document_free(struct document *self);

#endif
