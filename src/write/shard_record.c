#include "shard_record.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "provenance.h"

/* Lines of the record, by what they begin with, and what is said where they differ; the most telling first. */
static const struct {
    const char *beginning;
    enum message message;
} LINES[] = {
    { "  \"version\": ", MESSAGE_SHARD_VERSION },      { "  \"scenario\": ", MESSAGE_SHARD_SCENARIO },
    { "    {\"name\": ", MESSAGE_SHARD_INPUT },        { "  \"model\": ", MESSAGE_SHARD_RECORD },
    { "  \"horizon\": ", MESSAGE_SHARD_RECORD },       { "  \"ensemble\": ", MESSAGE_SHARD_RECORD },
    { "  \"values_sha256\": ", MESSAGE_SHARD_RECORD }, { "", MESSAGE_SHARD_RECORD }, /* any line */
};

enum { LINE_KINDS = sizeof LINES / sizeof LINES[0] };

char *shard_record(const struct inputs *inputs, const char *version, struct problems *problems)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    if (stream == NULL) {
        mem_end();
    }
    const bool whole = provenance_write(stream, inputs, version, NULL, 0, problems);

    if (fclose(stream) != 0) {
        mem_end();
    }
    if (!whole) {
        free(text);
        return NULL;
    }
    return text;
}

static bool begins(const char *line, const char *beginning)
{
    return strncmp(line, beginning, strlen(beginning)) == 0;
}

/* Of no line, none. */
static const char *next_line(const char *line)
{
    const char *end = line == NULL ? NULL : strchr(line, '\n');

    return end == NULL || end[1] == '\0' ? NULL : end + 1;
}

/* The first line from `line` on that begins so, or NULL. */
static const char *find(const char *line, const char *beginning)
{
    while (line != NULL && !begins(line, beginning)) {
        line = next_line(line);
    }
    return line;
}

/* A line without its spaces at the beginning and its comma at the end. free(). */
static char *trimmed(const char *line)
{
    const char *text = line == NULL ? "" : line + strspn(line, " ");
    size_t length = strcspn(text, "\n");
    char *copy = mem_text(text);

    length -= length > 0 && text[length - 1] == ',';
    copy[length] = '\0';
    return copy;
}

/* Of a line, what a reader looks for: the text in the quotes behind the colon, or all of it. Changes the line. */
static const char *gist(char *line, enum message message)
{
    char *colon = strstr(line, ": \"");

    if (message == MESSAGE_SHARD_RECORD || colon == NULL) {
        return line;
    }
    char *text = colon + 3;

    text[strcspn(text, "\"")] = '\0';
    return text;
}

/* Says that the lines differ, unless they do not; NULL is a line that is not there. Whether they are the same. */
static bool same_line(const char *found, const char *expected, enum message message, const char *file,
                      struct problems *problems)
{
    char *is = trimmed(found);
    char *should = trimmed(expected);
    const bool same = strcmp(is, should) == 0;

    if (!same) {
        const char *is_gist = gist(is, message);
        const char *should_gist = gist(should, message);

        report(problems, (struct place) { .file = problems_file(problems, file) }, message,
               SLOTS({ "found", *is_gist == '\0' ? "-" : is_gist },
                     { "expected", *should_gist == '\0' ? "-" : should_gist }));
    }
    free(is);
    free(should);
    return same;
}

bool shard_record_same(const char *found, const char *expected, const char *file, struct problems *problems)
{
    for (size_t kind = 0; kind < LINE_KINDS; kind++) {
        const char *is = find(found, LINES[kind].beginning);
        const char *should = find(expected, LINES[kind].beginning);

        while (is != NULL || should != NULL) {
            if (!same_line(is, should, LINES[kind].message, file, problems)) {
                return false;
            }
            is = find(next_line(is), LINES[kind].beginning);
            should = find(next_line(should), LINES[kind].beginning);
        }
    }
    return true;
}
