#include "number.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "shortest_decimal.h"

/** A number's text taken apart: the digits before and after the point, the exponent. Borrowed from the text. */
struct parts {
    bool negative;
    const char *whole;
    size_t whole_length;
    const char *fraction;
    size_t fraction_length;
    long long exponent; /**< As written, or beyond any effect on a text that fits in memory. */
};

/* More digits than these may not fit in 64 bits. */
enum { SAFE_DIGITS = 19 };

/* Powers of ten that are doubles exactly: 5^22 < 2^53. */
static const double EXACT_POWER[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

enum { EXACT_POWERS = sizeof EXACT_POWER / sizeof EXACT_POWER[0] };

static size_t count_digits(const char *text, const char *end)
{
    const char *at = text;

    while (at < end && '0' <= *at && *at <= '9') {
        at++;
    }
    return (size_t)(at - text);
}

/* Reads e-05; false where no digits follow. Leaves `*at` behind them. */
static bool read_exponent(const char **at, const char *end, long long *exponent)
{
    const long long enough = 1000000000000000000 / 100;
    const char *text = *at + 1;
    const bool negative = text < end && *text == '-';

    text += text < end && (*text == '-' || *text == '+');
    const size_t digits = count_digits(text, end);

    *exponent = 0;
    for (size_t i = 0; i < digits; i++) {
        *exponent = *exponent < enough ? 10 * *exponent + (text[i] - '0') : *exponent;
    }
    *exponent = negative ? -*exponent : *exponent;
    *at = text + digits;
    return digits > 0;
}

static bool take_apart(const char *text, size_t length, struct parts *parts)
{
    const char *at = text;
    const char *const end = text + length;

    *parts = (struct parts) { .negative = at < end && *at == '-' };
    at += parts->negative;
    parts->whole = at;
    parts->whole_length = count_digits(at, end);
    if (parts->whole_length == 0 || (parts->whole_length > 1 && *at == '0')) {
        return false;
    }
    at += parts->whole_length;
    parts->fraction = at;
    if (at < end && *at == '.') {
        parts->fraction = at + 1;
        parts->fraction_length = count_digits(at + 1, end);
        if (parts->fraction_length == 0) {
            return false;
        }
        at += 1 + parts->fraction_length;
    }
    if (at < end && (*at == 'e' || *at == 'E') && !read_exponent(&at, end, &parts->exponent)) {
        return false;
    }
    return at == end;
}

static uint64_t append_digits(uint64_t number, const char *digits, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        number = 10 * number + (uint64_t)(digits[i] - '0');
    }
    return number;
}

/* One rounding of two exact doubles is right (Clinger 1990, section 4); false where the number does not allow it. */
static bool read_exactly(const struct parts *parts, double *value)
{
    if (parts->whole_length > SAFE_DIGITS || parts->fraction_length > SAFE_DIGITS - parts->whole_length) {
        return false;
    }
    const uint64_t whole = append_digits(0, parts->whole, parts->whole_length);
    const uint64_t digits = append_digits(whole, parts->fraction, parts->fraction_length);
    const long long exponent = parts->exponent - (long long)parts->fraction_length;

    if (digits > (uint64_t)1 << DBL_MANT_DIG || exponent <= -EXACT_POWERS || exponent >= EXACT_POWERS) {
        return false;
    }
    *value = exponent < 0 ? (double)digits / EXACT_POWER[-exponent] : (double)digits * EXACT_POWER[exponent];
    return true;
}

/* strtod() of the digits without their point, which a host program's locale may have made a comma. */
static double read_by_library(const struct parts *parts)
{
    const size_t digits = parts->whole_length + parts->fraction_length;
    const size_t room = digits + sizeof "e-9223372036854775808";
    char near[128];
    char *text = room <= sizeof near ? near : mem_array(room, 1);

    memcpy(text, parts->whole, parts->whole_length);
    memcpy(text + parts->whole_length, parts->fraction, parts->fraction_length);
    snprintf(text + digits, room - digits, "e%lld", parts->exponent - (long long)parts->fraction_length);
    const double value = strtod(text, NULL);

    if (text != near) {
        free(text);
    }
    return value;
}

bool number_read(const char *text, size_t length, double *value)
{
    struct parts parts;
    double size = 0;

    if (!take_apart(text, length, &parts)) {
        return false;
    }
    if (!read_exactly(&parts, &size)) {
        size = read_by_library(&parts);
    }
    if (size > DBL_MAX) {
        return false;
    }
    *value = parts.negative && size > 0 ? -size : size;
    return true;
}

/* 00 to 99, one behind the other. */
static const char PAIRS[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
    "4950515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495"
    "96979899";

static size_t digit_count(uint64_t number)
{
    static const uint64_t TENS[] = { 10ull,
                                     100ull,
                                     1000ull,
                                     10000ull,
                                     100000ull,
                                     1000000ull,
                                     10000000ull,
                                     100000000ull,
                                     1000000000ull,
                                     10000000000ull,
                                     100000000000ull,
                                     1000000000000ull,
                                     10000000000000ull,
                                     100000000000000ull,
                                     1000000000000000ull,
                                     10000000000000000ull,
                                     100000000000000000ull,
                                     1000000000000000000ull,
                                     10000000000000000000ull };
    /* a number of so many bits has bits * log10(2) digits, cut to a whole number, or one more */
    const size_t bits = 64 - (size_t)__builtin_clzll(number | 1);
    const size_t least = bits * 1233 >> 12;

    return least + (least == 0 || number >= TENS[least - 1] ? 1 : 0);
}

/* The eight last digits of what has eight at least. */
static void write_eight(char *end, uint32_t number)
{
    for (int pair = 1; pair <= 4; pair++) {
        memcpy(end - 2 * pair, &PAIRS[number % 100 * 2], 2);
        number /= 100;
    }
}

/* The digits of `number` to `text`, no closing NUL; how many. By pairs, and by 32 bits where it is longer than eight.
 */
static size_t write_digits(char *text, uint64_t number)
{
    const size_t count = digit_count(number);
    char *end = text + count;

    while (number >= 100000000) {
        write_eight(end, (uint32_t)(number % 100000000));
        number /= 100000000;
        end -= 8;
    }
    uint32_t rest = (uint32_t)number;

    while (rest >= 100) {
        end -= 2;
        memcpy(end, &PAIRS[rest % 100 * 2], 2);
        rest /= 100;
    }
    if (rest >= 10) {
        memcpy(end - 2, &PAIRS[rest * 2], 2);
    } else {
        end[-1] = (char)('0' + rest);
    }
    return count;
}

/* Most digits of a shortest decimal, and room to read as many from the last of them on. */
enum { DIGITS_MOST = 17, DIGITS_ROOM = 2 * DIGITS_MOST + 6 };

static char *write_zeros(char *text, int count)
{
    memset(text, '0', (size_t)count);
    return text + count;
}

/* 12345 as 1.2345e+17: with a sign and two digits at least, as everybody's printf() writes it. */
static char *write_scientific(char *text, const char *digits, int count, int exponent)
{
    *text++ = digits[0];
    if (count > 1) {
        *text++ = '.';
        memcpy(text, digits + 1, (size_t)(count - 1));
        text += count - 1;
    }
    *text++ = 'e';
    *text++ = exponent < 0 ? '-' : '+';
    const unsigned size = (unsigned)(exponent < 0 ? -exponent : exponent);

    if (size < 10) {
        *text++ = '0';
    }
    return text + write_digits(text, size);
}

/*
 * `before` of the `count` digits stand before the point; none or zeros to fill where it is negative or larger. Copies
 * are of a fixed length, which takes less than the right one: DIGITS_ROOM and NUMBER_ROOM have place for what is
 * beyond.
 */
static char *write_plain(char *text, const char *digits, int count, int before)
{
    if (before >= count) {
        memcpy(text, digits, DIGITS_MOST);
        return write_zeros(text + count, before - count);
    }
    if (before <= 0) {
        *text++ = '0';
        *text++ = '.';
        text = write_zeros(text, -before);
        memcpy(text, digits, DIGITS_MOST);
        return text + count;
    }
    memcpy(text, digits, DIGITS_MOST);
    text[before] = '.';
    memcpy(text + before + 1, digits + before, DIGITS_MOST);
    return text + count + 1;
}

size_t number_write(char *text, double value)
{
    assert(isfinite(value));
    const double size = fabs(value);
    char *end = text;

    if (value < 0) {
        *end++ = '-';
    }
    if (size < 0x1p53 && size == (double)(uint64_t)size) {
        end += write_digits(end, (uint64_t)size);
    } else {
        const struct decimal decimal = shortest_decimal(size);
        char digits[DIGITS_ROOM] = { '\0' };
        const int count = (int)write_digits(digits, decimal.digits);
        const int before = count + decimal.exponent;

        end = -5 < before && before <= 17 ? write_plain(end, digits, count, before)
                                          : write_scientific(end, digits, count, before - 1);
    }
    *end = '\0';
    assert(end - text < NUMBER_ROOM);
    return (size_t)(end - text);
}

struct number_text number_text(double value)
{
    struct number_text result;

    number_write(result.text, value);
    return result;
}

static uint64_t whole_power_of_ten(int exponent)
{
    uint64_t power = 1;

    while (exponent-- > 0) {
        power *= 10;
    }
    return power;
}

/** A rounded number: whole + fraction / 10^decimals. */
struct rounded {
    uint64_t whole;
    uint64_t fraction;
};

/* Rounds the decimal half up; it is below 10^18, so that all of it fits in 64 bits. */
static struct rounded round_decimal(struct decimal decimal, int decimals)
{
    const int places = -decimal.exponent;

    if (places <= 0) {
        return (struct rounded) { decimal.digits * whole_power_of_ten(-places), 0 };
    }
    if (places - decimals >= 18) {
        return (struct rounded) { 0, 0 }; /* digits < 10^17: less than half */
    }
    const uint64_t one = places < 18 ? whole_power_of_ten(places) : UINT64_MAX;
    struct rounded result = { decimal.digits / one, decimal.digits % one };

    if (places <= decimals) {
        result.fraction *= whole_power_of_ten(decimals - places);
    } else {
        const uint64_t unit = whole_power_of_ten(places - decimals);

        result.fraction = (result.fraction + unit / 2) / unit;
    }
    if (result.fraction == whole_power_of_ten(decimals)) {
        return (struct rounded) { result.whole + 1, 0 };
    }
    return result;
}

static char *write_with_commas(char *text, uint64_t number)
{
    char digits[20] = "";
    const size_t count = write_digits(digits, number);

    for (size_t i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0) {
            *text++ = ',';
        }
        *text++ = digits[i];
    }
    return text;
}

static char *write_fraction(char *text, uint64_t fraction, int decimals)
{
    for (int i = decimals; i-- > 0;) {
        text[i] = (char)('0' + fraction % 10);
        fraction /= 10;
    }
    return text + decimals;
}

struct number_text number_whole(double value)
{
    return number_decimals(value, 0);
}

struct number_text number_decimals(double value, int decimals)
{
    assert(isfinite(value) && 0 <= decimals && decimals <= 6);
    if (fabs(value) >= 1e18) {
        return number_text(value);
    }
    const struct rounded rounded = round_decimal(shortest_decimal(fabs(value)), decimals);
    struct number_text result;
    char *end = result.text;

    if (value < 0 && (rounded.whole > 0 || rounded.fraction > 0)) {
        *end++ = '-';
    }
    end = write_with_commas(end, rounded.whole);
    if (decimals > 0) {
        *end++ = '.';
        end = write_fraction(end, rounded.fraction, decimals);
    }
    *end = '\0';
    return result;
}
