#include "sheet_name.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "cell_text.h"
#include "mem.h"
#include "number.h"

/* Units of UTF-16 that the character takes: two beyond the basic plane. */
static size_t units_of(size_t bytes)
{
    return bytes == 4 ? 2 : 1;
}

static size_t units(const char *text)
{
    size_t sum = 0;

    for (; *text != '\0'; text += character_bytes(text)) {
        sum += units_of(character_bytes(text));
    }
    return sum;
}

/* Ends the text behind as many characters as take at most so many units. */
static void cut(char *text, size_t most)
{
    size_t sum = 0;

    while (*text != '\0' && sum + units_of(character_bytes(text)) <= most) {
        sum += units_of(character_bytes(text));
        text += character_bytes(text);
    }
    *text = '\0';
}

static bool is_forbidden(char byte)
{
    return (unsigned char)byte < 0x20 || byte == 0x7f || strchr("[]:*?/\\'!", byte) != NULL;
}

/* Without what is forbidden, and without spaces at either end. */
static void clean(char *text)
{
    size_t length = 0;

    for (const char *from = text; *from != '\0'; from++) {
        const bool is_space = *from == ' ' || is_forbidden(*from);

        if (!is_space) {
            text[length++] = *from;
        } else if (length > 0 && text[length - 1] != ' ') {
            text[length++] = ' ';
        }
    }
    while (length > 0 && text[length - 1] == ' ') {
        length--;
    }
    text[length] = '\0';
}

/*
 * Whether the library would leave the name without quotes in a formula though it needs them: plain letters and digits
 * that read as a number or a cell, such as 2020, B1 or R1C1.
 */
static bool reads_as_a_cell(const char *text)
{
    bool digit = false;

    for (; *text != '\0'; text++) {
        const unsigned char byte = (unsigned char)*text;

        if (byte >= 0x80 || (!isalnum(byte) && byte != '_' && byte != '.')) {
            return false;
        }
        digit = digit || isdigit(byte);
    }
    return digit;
}

/* Excel keeps this name for itself. */
static bool is_reserved(const char *text)
{
    const char *const reserved = "history";
    size_t at = 0;

    while (reserved[at] != '\0' && tolower((unsigned char)text[at]) == reserved[at]) {
        at++;
    }
    return reserved[at] == '\0' && text[at] == '\0';
}

static bool same(const char *one, const char *other)
{
    while (*one != '\0' && tolower((unsigned char)*one) == tolower((unsigned char)*other)) {
        one++;
        other++;
    }
    return *one == *other;
}

static bool is_taken(const struct sheet_names *self, const char *name)
{
    for (size_t index = 0; index < self->count; index++) {
        if (same(self->names[index], name)) {
            return true;
        }
    }
    return false;
}

/* `text` cut so that `behind` fits, and that behind it. free(). */
static char *with_behind(const char *text, const char *behind)
{
    static const char ellipsis[] = "…";
    const size_t room = SHEET_NAME_MOST - units(behind);
    char *name = mem_array(strlen(text) + sizeof ellipsis + strlen(behind), 1);

    strcpy(name, text);
    if (units(name) > room) {
        cut(name, room - 1);
        strcat(name, ellipsis);
    }
    return strcat(name, behind);
}

/* The text as a name, whether taken or not. free(). */
static char *plain_name(const char *wanted)
{
    char *text = mem_array(strlen(wanted) + sizeof "(sheet)", 1);

    strcpy(text, wanted);
    clean(text);
    if (*text == '\0') {
        strcpy(text, "sheet");
    }
    if (reads_as_a_cell(text) || is_reserved(text)) {
        const size_t length = strlen(text);

        memmove(text + 1, text, length);
        text[0] = '(';
        strcpy(text + 1 + length, ")");
    }
    return text;
}

const char *sheet_name(struct sheet_names *self, const char *wanted)
{
    char *text = plain_name(wanted);
    char *name = with_behind(text, "");

    for (size_t again = 2; is_taken(self, name); again++) {
        char behind[NUMBER_ROOM + sizeof " ()"] = " (";

        strcat(strcat(behind, number_text((double)again).text), ")");
        free(name);
        name = with_behind(text, behind);
    }
    free(text);
    self->names = mem_grow(self->names, self->count + 1, sizeof *self->names);
    self->names[self->count++] = name;
    return name;
}

void sheet_names_free(struct sheet_names *self)
{
    for (size_t index = 0; index < self->count; index++) {
        free(self->names[index]);
    }
    free(self->names);
    *self = (struct sheet_names) { .names = NULL };
}
