#include "age_cell.h"

#include <stdbool.h>
#include <string.h>

/*
 * How a group's two ages may be joined: hyphen, en dash, tilde (narrow and full-width, as yearbooks print it), and the
 * Chinese "to", which no spreadsheet takes for a date.
 */
static const char *const JOINTS[] = { "-", "\xe2\x80\x93", "~", "\xef\xbd\x9e", "\xe8\x87\xb3" };

/* As the tables of the census have it: 0-4岁, 85岁及以上. */
static const char YEARS[] = "\xe5\xb2\x81";
static const char ABOVE[] = "\xe5\xb2\x81\xe5\x8f\x8a\xe4\xbb\xa5\xe4\xb8\x8a";

static const char *const MONTHS[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
};

/** What is left of the text. */
struct rest {
    const char *text;
    size_t length;
};

static bool take(struct rest *rest, const char *word)
{
    const size_t length = strlen(word);

    if (rest->length < length || memcmp(rest->text, word, length) != 0) {
        return false;
    }
    rest->text += length;
    rest->length -= length;
    return true;
}

/* A whole number of up to `most` digits; a year's four, or an age's three without leading zeros. */
static bool take_digits(struct rest *rest, size_t most, size_t *number)
{
    size_t digits = 0;

    *number = 0;
    while (digits < rest->length && '0' <= rest->text[digits] && rest->text[digits] <= '9') {
        if (digits == most) {
            return false;
        }
        *number = 10 * *number + (size_t)(rest->text[digits++] - '0');
    }
    if (digits == 0 || (most == 3 && digits > 1 && rest->text[0] == '0')) {
        return false;
    }
    rest->text += digits;
    rest->length -= digits;
    return true;
}

static bool take_month(struct rest *rest)
{
    char word[4] = "";

    if (rest->length < 3) {
        return false;
    }
    for (size_t i = 0; i < 3; i++) {
        word[i] = (char)(rest->text[i] | 0x20);
    }
    for (size_t month = 0; month < sizeof MONTHS / sizeof *MONTHS; month++) {
        if (strcmp(word, MONTHS[month]) == 0) {
            rest->text += 3;
            rest->length -= 3;
            return true;
        }
    }
    return false;
}

/* 9-May, May-30, 9-May-24: a day or a year, a month's name, perhaps a year. */
static bool is_named_month(struct rest rest)
{
    size_t number = 0;

    if (take_month(&rest)) {
        return take(&rest, "-") && take_digits(&rest, 4, &number) && rest.length == 0;
    }
    if (!take_digits(&rest, 4, &number) || !take(&rest, "-") || !take_month(&rest)) {
        return false;
    }
    return rest.length == 0 || (take(&rest, "-") && take_digits(&rest, 4, &number) && rest.length == 0);
}

/* 2024/5/9, 2024-05-09, 5/9, or 5月9日 with or without a year. */
static bool is_numbered_date(struct rest rest)
{
    static const char *const PARTS[] = { "/", "-" }; /* 5-9 is a group */
    size_t number = 0;
    struct rest chinese = rest;

    if (take_digits(&chinese, 4, &number) && (take(&chinese, "\xe5\xb9\xb4") || take(&chinese, "\xe6\x9c\x88"))) {
        return true;
    }
    for (size_t form = 0; form < sizeof PARTS / sizeof *PARTS; form++) {
        struct rest left = rest;

        if (!take_digits(&left, 4, &number) || !take(&left, PARTS[form]) || !take_digits(&left, 4, &number)) {
            continue;
        }
        if (left.length == 0 ? form == 0
                             : take(&left, PARTS[form]) && take_digits(&left, 4, &number) && left.length == 0) {
            return true;
        }
    }
    return false;
}

static bool is_group(struct rest rest, struct age_group *group)
{
    if (!take_digits(&rest, 3, &group->first)) {
        return false;
    }
    if (take(&rest, "+") || take(&rest, ABOVE)) {
        group->last = AGE_OPEN;
        return rest.length == 0;
    }
    for (size_t joint = 0; joint < sizeof JOINTS / sizeof *JOINTS; joint++) {
        if (take(&rest, JOINTS[joint])) {
            const bool read = take_digits(&rest, 3, &group->last);

            take(&rest, YEARS);
            return read && rest.length == 0;
        }
    }
    return false;
}

enum age_cell age_cell_read(const char *text, size_t length, struct age_group *group)
{
    const struct rest all = { text, length };
    struct rest rest = all;

    if (is_group(all, group)) {
        return AGE_CELL_GROUP;
    }
    if (is_named_month(all) || is_numbered_date(all)) {
        return AGE_CELL_DATE;
    }
    *group = (struct age_group) { 0, 0 };
    if (take_digits(&rest, 3, &group->first) && rest.length == 0) {
        group->last = group->first;
    }
    return AGE_CELL_NUMBER;
}
