/** Numbers as text and back, exactly, whatever the locale. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stddef.h>

/** Room for any text of number_write(), its closing NUL included, and for copies that go beyond its end. */
enum { NUMBER_ROOM = 48 };

/** A number's text by value, so that it can stand in an argument: number_text(x).text. */
struct number_text {
    char text[NUMBER_ROOM];
};

/**
 * Reads all `length` bytes at `text` as one decimal number: an optional minus, digits without leading zeros,
 * an optional fraction, an optional exponent (1.5e-3). False for anything else: empty, spaces, a plus, `2,4`,
 * `010`, `.5`, `5.`, `nan`, `inf`, hexadecimal, trailing text, or a value too large for a double.
 * The result is the nearest double (0 for a `-0` and for what is too small); `*value` is left alone on false.
 */
bool number_read(const char *text, size_t length, double *value);

/**
 * The shortest decimal text that number_read() gives back as the same double; no `-0`; plain notation from 1e-5
 * to below 1e17, else with an exponent (1e-07, 1e+17). `value` is finite. Returns the length; `text` has NUMBER_ROOM
 * bytes.
 */
size_t number_write(char *text, double value);

/** number_write() by value. */
struct number_text number_text(double value);

/**
 * For people: rounded to whole numbers, thousands parted by commas (`-1,234`); -0.4 is `0`. A half goes away from
 * zero, as one rounds number_write()'s text by hand: 2.5 is `3`. `value` is finite; from 1e18 as number_write().
 */
struct number_text number_whole(double value);

/** For people: as number_whole(), with exactly `decimals` (0..6) decimals: 2.675 with two is `2.68`. */
struct number_text number_decimals(double value, int decimals);

#endif
