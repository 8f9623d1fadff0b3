/** A number as somebody wrote it into a file: read strictly, and told what is wrong with it. */
#ifndef FIGURE_H
#define FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "problems.h"
#include "words.h"

/** Where a figure stands, what it is called there, and the range allowed for it, ends included. */
struct figure_rule {
    const char *key;
    double low;
    double high;
    bool whole; /**< Only whole numbers. */
};

/** The rule of a standard error: an error of nothing would say that no figure was needed. */
struct figure_rule figure_error_rule(const char *key);

/**
 * Reads all `length` bytes at `text` as a number in the rule's range. False, with one problem at `place` that shows
 * what was found and what is allowed, for anything else: `2,4`, `010`, NaN, infinity, `0x10`, `1_000`, trailing text
 * ...
 */
bool figure_read(const char *text, size_t length, const struct figure_rule *rule, struct place place,
                 struct problems *problems, double *value);

/** Room for any text of found_text(), its closing NUL included. */
enum { FOUND_ROOM = 256 };

/** What was found, as a message shows it: long texts are cut short, after a whole character. */
struct found_text {
    char text[FOUND_ROOM];
};

struct found_text found_text(const char *text, size_t length);

/** Reports that `found` is none of the `count` words, with the nearest of them or all. */
void figure_report_word(const char *found, const char *key, const struct name *words, size_t count, struct place place,
                        struct problems *problems);

#endif
