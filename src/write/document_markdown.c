#include <stdbool.h>
#include <string.h>

#include "document.h"

/* What CommonMark, its tables and what is usually added to it (strike-through, formulas) would not take as it is. */
static const char ESCAPED[] = "\\`*_[]#|~$!^";

#define NOWHERE ((size_t)-1)

/* Where to part the mark if the text would begin a list, a rule or a heading line: "- ", "12. ", "===". */
static size_t marker_at(const char *text)
{
    const size_t digits = strspn(text, "0123456789");

    if (digits > 0) {
        return text[digits] == '.' || text[digits] == ')' ? digits : NOWHERE;
    }
    const bool marks = text[0] == '-' || text[0] == '+' || text[0] == '=';

    return marks && (text[1] == ' ' || text[1] == '\0' || text[1] == text[0]) ? 0 : NOWHERE;
}

/* `begins`: a line of markup could begin here. */
static void write_text(FILE *stream, const char *text, bool begins)
{
    const size_t marker = begins ? marker_at(text) : NOWHERE;

    for (size_t at = 0; text[at] != '\0'; at++) {
        const unsigned char byte = (unsigned char)text[at];

        if (byte == '<' || byte == '>' || byte == '&') {
            fputs(byte == '<' ? "&lt;" : byte == '>' ? "&gt;" : "&amp;", stream);
        } else if (byte < 0x20 || byte == 0x7f) {
            fputc(' ', stream);
        } else {
            fprintf(stream, at == marker || strchr(ESCAPED, byte) != NULL ? "\\%c" : "%c", byte);
        }
    }
}

static void write_row(FILE *stream, const struct passage *row)
{
    for (size_t cell = 0; cell < row->count; cell++) {
        fputs(cell == 0 ? "| " : " | ", stream);
        write_text(stream, row->cells[cell].text, false);
    }
    fputs(" |\n", stream);
    for (size_t cell = 0; row->kind == PASSAGE_HEADS && cell < row->count; cell++) {
        fputs(row->cells[cell].tone == TONE_FIGURE ? "|--:" : "|---", stream);
    }
    fputs(row->kind == PASSAGE_HEADS ? "|\n" : "", stream);
}

static void write_fields(FILE *stream, const struct passage *fields)
{
    for (size_t cell = 0; cell < fields->count; cell++) {
        fputs(cell == 0 ? "" : "  \n", stream);
        write_text(stream, fields->cells[cell].text, true);
    }
    fputs("\n", stream);
}

static void write_passage(FILE *stream, const struct passage *passage)
{
    static const char *const MARKS[] = {
        [PASSAGE_TITLE] = "# ", [PASSAGE_HEADING] = "## ", [PASSAGE_PARAGRAPH] = "", [PASSAGE_BULLET] = "- "
    };

    if (passage->kind == PASSAGE_HEADS || passage->kind == PASSAGE_ROW) {
        write_row(stream, passage);
    } else if (passage->kind == PASSAGE_FIELDS) {
        write_fields(stream, passage);
    } else {
        fputs(MARKS[passage->kind], stream);
        write_text(stream, passage->cells[0].text,
                   passage->kind == PASSAGE_PARAGRAPH || passage->kind == PASSAGE_BULLET);
        fputs("\n", stream);
    }
}

/* Whether the two stand together without an empty line. */
static bool go_together(enum passage_kind before, enum passage_kind passage)
{
    return passage == PASSAGE_ROW || (before == PASSAGE_BULLET && passage == PASSAGE_BULLET);
}

void document_markdown(const struct document *self, FILE *stream)
{
    for (size_t index = 0; index < self->count; index++) {
        const struct passage *passage = &self->passages[index];

        if (index > 0 && !go_together(self->passages[index - 1].kind, passage->kind)) {
            fputs(passage->kind == PASSAGE_TITLE ? "\n---\n\n" : "\n", stream);
        }
        write_passage(stream, passage);
    }
}
