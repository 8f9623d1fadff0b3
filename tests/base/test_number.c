#include "number.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <criterion/criterion.h>

static const struct {
    const char *text;
    double value;
} READ[] = {
    { "0", 0 },
    { "-0", 0 },
    { "-0.0", 0 },
    { "7", 7 },
    { "-12.50", -12.5 },
    { "1.5e-3", 0.0015 },
    { "1.5E+3", 1500 },
    { "1e05", 1e5 },
    { "0.1", 0.1 },
    { "0e99999999999999999999999", 0 },
    { "9007199254740993", 9007199254740992.0 },
    { "9007199254740992.9999999999999999999", 9007199254740992.0 },
    { "9007199254740993.0000000000000000001", 9007199254740994.0 },
    { "1e23", 1e23 },
    { "1e22", 1e22 },
    { "2.2250738585072011e-308", 2.2250738585072011e-308 },
    { "4.9406564584124654e-324", 4.9406564584124654e-324 },
    { "2.4703282292062327e-324", 0 },
    { "2.4703282292062328e-324", 4.9406564584124654e-324 },
    { "1e-400", 0 },
    { "-1e-99999999999999999999999", 0 },
    { "1.7976931348623157e308", DBL_MAX },
    { "1.7976931348623158e308", DBL_MAX },
    { "0.000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000001e93", 1 },
};

Test(number, reads_the_nearest_double)
{
    for (size_t i = 0; i < sizeof READ / sizeof READ[0]; i++) {
        double value = -1;

        cr_assert(number_read(READ[i].text, strlen(READ[i].text), &value), "%s", READ[i].text);
        cr_assert_eq(memcmp(&value, &READ[i].value, sizeof value), 0, "%s read as %.17g", READ[i].text, value);
    }
}

Test(number, refuses_what_is_not_a_plain_decimal_number)
{
    static const char *const REFUSED[] = {
        "",
        " ",
        "-",
        "+1",
        "--1",
        "2,4",
        "2，4",
        "010",
        "00",
        "-01",
        ".5",
        "5.",
        "-.5",
        "1.e5",
        "1e",
        "1e+",
        "e5",
        "1e5.0",
        "nan",
        "NaN",
        "inf",
        "-Infinity",
        "0x10",
        "0x1p3",
        "1 ",
        " 1",
        "1\n",
        "1x",
        "2020x",
        "1_000",
        "1 000",
        "1-2",
        "1.2.3",
        "１",
        "1f",
        "1e1e1",
        "1%",
        "1e400",
        "-1e400",
        "1.7976931348623159e308",
        "1e99999999999999999999",
    };

    for (size_t i = 0; i < sizeof REFUSED / sizeof REFUSED[0]; i++) {
        double value = 42;

        cr_assert_not(number_read(REFUSED[i], strlen(REFUSED[i]), &value), "'%s' read as %g", REFUSED[i], value);
        cr_assert_eq(value, 42, "'%s' left a value", REFUSED[i]);
    }
    double value = 0;

    cr_assert_not(number_read("1\0", 2, &value));
}

Test(number, reads_no_further_than_its_length)
{
    double value = 0;

    cr_assert(number_read("12345", 2, &value));
    cr_assert_eq(value, 12);
    cr_assert(number_read("1e55", 3, &value));
    cr_assert_eq(value, 1e5);
}

Test(number, reads_very_long_numbers)
{
    enum { ZEROS = 100000 };
    char *text = malloc(ZEROS + 20);
    double value = 0;

    memset(text, '0', ZEROS + 2);
    text[1] = '.';
    strcpy(text + ZEROS + 2, "5e100001");
    cr_assert(number_read(text, strlen(text), &value));
    cr_assert_eq(value, 5);
    free(text);
}

static const struct {
    double value;
    const char *text;
} WRITTEN[] = {
    { 0, "0" },
    { -0.0, "0" },
    { 1, "1" },
    { -1, "-1" },
    { 0.1, "0.1" },
    { 0.3, "0.3" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.0 / 3, "0.3333333333333333" },
    { 1119901, "1119901" },
    { 123456.789, "123456.789" },
    { 100, "100" },
    { 1e-5, "0.00001" },
    { 1.2345e-5, "0.000012345" },
    { 9.999e-6, "9.999e-06" },
    { 1e-7, "1e-07" },
    { 1e16, "10000000000000000" },
    { 99999999999999984, "99999999999999980" },
    { 9007199254740993.0, "9007199254740992" },
    { 1e17, "1e+17" },
    { -1.5e300, "-1.5e+300" },
    { 1e22, "1e+22" },
    { 1e23, "1e+23" },
    { 1.0000000000000001e23, "1.0000000000000001e+23" },
    { 5e-324, "5e-324" },
    { 2.2250738585072014e-308, "2.2250738585072014e-308" },
    { 2.225073858507201e-308, "2.225073858507201e-308" },
    { DBL_MAX, "1.7976931348623157e+308" },
    { -DBL_MAX, "-1.7976931348623157e+308" },
    { 0x1p-44, "5.684341886080802e-14" }, /* the nearest of 16 digits, ...801, is too far on the narrow side */
    { 9.5367431640625e-07, "9.5367431640625e-07" },
    { 2e-323, "2e-323" },
    { -1.2345678901234567e-308, "-1.2345678901234567e-308" },
};

Test(number, writes_the_shortest_text)
{
    for (size_t i = 0; i < sizeof WRITTEN / sizeof WRITTEN[0]; i++) {
        char text[NUMBER_ROOM];
        const size_t length = number_write(text, WRITTEN[i].value);

        cr_assert_str_eq(text, WRITTEN[i].text);
        cr_assert_eq(length, strlen(text));
        cr_assert_str_eq(number_text(WRITTEN[i].value).text, text);
    }
}

/* The digits of a number's text without zeros at either end: 0.00120 is 12. */
static size_t significant_digits(const char *text, char *digits)
{
    size_t count = 0;

    for (const char *at = text; *at != '\0' && *at != 'e'; at++) {
        if ('0' <= *at && *at <= '9' && (count > 0 || *at != '0')) {
            digits[count++] = *at;
        }
    }
    while (count > 0 && digits[count - 1] == '0') {
        count--;
    }
    digits[count] = '\0';
    return count;
}

/* Whether printf's text of so many digits, or its neighbour away from zero, means `value`. */
static bool fewer_digits_do(double value, size_t digits)
{
    char text[40];
    char above[60];

    snprintf(text, sizeof text, "%.*e", (int)digits - 1, value);
    if (strtod(text, NULL) == value) {
        return true;
    }
    uint64_t whole = 0;

    for (const char *at = text; *at != 'e'; at++) {
        whole = '0' <= *at && *at <= '9' ? 10 * whole + (uint64_t)(*at - '0') : whole;
    }
    snprintf(above, sizeof above, "%llue%d", (unsigned long long)whole + 1,
             atoi(strchr(text, 'e') + 1) - (int)digits + 1);
    return strtod(above, NULL) == fabs(value);
}

/* Round trip, no shorter text, and the nearest of its length (printf's digits) unless that one does not come back. */
static void check_writing(double value)
{
    char text[NUMBER_ROOM];
    char digits[NUMBER_ROOM];
    char nearest[40];
    char nearest_digits[40];
    double back = 0;
    const size_t length = number_write(text, value);

    cr_assert(number_read(text, length, &back) && back == value, "%a is written %s", value, text);
    cr_assert_eq(strtod(text, NULL), value, "%a is written %s", value, text);

    const size_t count = significant_digits(text, digits);

    cr_assert(count >= 1 && count <= 17, "%s", text);
    if (count > 1) {
        cr_assert_not(fewer_digits_do(value, count - 1), "%a is written %s, not the shortest", value, text);
    }
    snprintf(nearest, sizeof nearest, "%.*e", (int)count - 1, value);
    if (strtod(nearest, NULL) == value) {
        significant_digits(nearest, nearest_digits);
        cr_assert_str_eq(digits, nearest_digits, "%a is written %s, not the nearest", value, text);
    }
}

/* Marsaglia's xorshift (2003): any bits will do. */
static uint64_t next_bits(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static double double_of(uint64_t bits)
{
    double value = 0;

    memcpy(&value, &bits, sizeof value);
    return value;
}

enum { RANDOM_CASES = 200000 };

Test(number, writes_any_double_rightly)
{
    uint64_t state = 20240901;

    for (int i = 0; i < RANDOM_CASES; i++) {
        const double value = double_of(next_bits(&state));

        if (isfinite(value) && value != 0) {
            check_writing(value);
        }
    }
}

Test(number, writes_figures_of_the_usual_size_rightly)
{
    uint64_t state = 7;

    for (int i = 0; i < RANDOM_CASES; i++) {
        const double share = (double)(next_bits(&state) >> 11) * 0x1p-53;

        check_writing(share * 100000 + 0x1p-60);
        check_writing(floor(share * 1e9 + 1) / 1000);
    }
}

Test(number, writes_every_power_of_two_and_its_neighbours_rightly)
{
    for (int exponent = 0; exponent < 2047; exponent++) {
        for (int offset = -1; offset <= 1; offset++) {
            const uint64_t bits = ((uint64_t)exponent << 52) + (uint64_t)(int64_t)offset;
            const double value = double_of(bits);

            if (exponent > 0 || offset > 0) {
                check_writing(value);
            }
        }
    }
    for (int shift = 0; shift < 52; shift++) {
        check_writing(double_of((uint64_t)1 << shift));
    }
}

Test(number, writes_every_power_of_ten_rightly)
{
    for (int exponent = -323; exponent <= 308; exponent++) {
        char text[20];

        snprintf(text, sizeof text, "1e%d", exponent);
        check_writing(strtod(text, NULL));
        check_writing(nextafter(strtod(text, NULL), 0) + 0x1p-1074);
    }
}

Test(number, reads_digits_as_the_library_does)
{
    uint64_t state = 99;

    for (int i = 0; i < RANDOM_CASES; i++) {
        char text[60];
        double value = 0;
        const uint64_t bits = next_bits(&state);
        const uint64_t digits = next_bits(&state) >> (bits % 64);

        snprintf(text, sizeof text, "%llu.%llue%d", (unsigned long long)digits, (unsigned long long)(bits >> 40),
                 (int)(bits >> 20 & 63) - 32);
        cr_assert(number_read(text, strlen(text), &value), "%s", text);
        cr_assert_eq(value, strtod(text, NULL), "%s", text);
    }
}

Test(number, does_not_mind_the_locale)
{
    static const char *const COMMA[] = { "de_DE.UTF-8", "de_DE.utf8", "fr_FR.UTF-8", "de_DE" };
    size_t i = 0;

    while (i < 4 && setlocale(LC_ALL, COMMA[i]) == NULL) {
        i++;
    }
    if (i == 4) {
        cr_skip_test("no locale with a decimal comma is installed");
    }
    double value = 0;

    cr_assert(number_read("3.14159265358979323846", 22, &value));
    cr_assert_eq(value, 0x1.921fb54442d18p+1);
    cr_assert_str_eq(number_text(2.5).text, "2.5");
    cr_assert_str_eq(number_decimals(1234.5, 1).text, "1,234.5");
}

static const struct {
    double value;
    int decimals;
    const char *text;
} FOR_PEOPLE[] = {
    { 0, 0, "0" },
    { -0.0, 0, "0" },
    { -0.4, 0, "0" },
    { -0.5, 0, "-1" },
    { 0.5, 0, "1" },
    { 1.5, 0, "2" },
    { 2.5, 0, "3" },
    { -2.5, 0, "-3" },
    { 0.49999999999999994, 0, "0" },
    { 4503599627370497.5, 0, "4,503,599,627,370,498" },
    { 999, 0, "999" },
    { 999.5, 0, "1,000" },
    { -1234, 0, "-1,234" },
    { 1119901, 0, "1,119,901" },
    { 999999.5, 0, "1,000,000" },
    { 123456789012345680, 0, "123,456,789,012,345,680" },
    { 999999999999999872, 6, "999,999,999,999,999,900.000000" },
    { -999999999999999872, 6, "-999,999,999,999,999,900.000000" },
    { 1e18, 0, "1e+18" },
    { 5e-324, 0, "0" },
    { 1.005, 2, "1.01" },
    { 2.675, 2, "2.68" },
    { 0.125, 2, "0.13" },
    { -0.004, 2, "0.00" },
    { -0.005, 2, "-0.01" },
    { 0.9996, 3, "1.000" },
    { 0.98, 2, "0.98" },
    { 1.112, 6, "1.112000" },
    { 1234567.891, 1, "1,234,567.9" },
    { 1e-7, 6, "0.000000" },
    { 5e-7, 6, "0.000001" },
    { 4.9999999999999e-7, 6, "0.000000" },
    { 0.1234567890123456, 6, "0.123457" },
    { 0.01234567890123456, 0, "0" },
    { 1.2345678901234567e-5, 6, "0.000012" },
};

Test(number, rounds_for_people)
{
    for (size_t i = 0; i < sizeof FOR_PEOPLE / sizeof FOR_PEOPLE[0]; i++) {
        const struct number_text text = number_decimals(FOR_PEOPLE[i].value, FOR_PEOPLE[i].decimals);

        cr_assert_str_eq(text.text, FOR_PEOPLE[i].text);
        if (FOR_PEOPLE[i].decimals == 0) {
            cr_assert_str_eq(number_whole(FOR_PEOPLE[i].value).text, FOR_PEOPLE[i].text);
        }
    }
}

static void drop_commas(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++) {
        if (*from != ',') {
            *to++ = *from;
        }
    }
    *to = '\0';
}

Test(number, rounds_for_people_as_printf_does_where_there_is_no_tie)
{
    uint64_t state = 3;

    for (int i = 0; i < RANDOM_CASES; i++) {
        const double share = (double)(next_bits(&state) >> 11) * 0x1p-53;
        const double value = share * pow(10, (int)(next_bits(&state) % 16) - 3);
        const int decimals = i % 7;
        struct number_text text = number_decimals(value, decimals);
        char expected[60];

        if (value * 1e6 > 1e8) {
            continue; /* where few digits follow the last decimal, the shortest text may end in a tie */
        }
        snprintf(expected, sizeof expected, "%.*f", decimals, value);
        drop_commas(text.text);
        cr_assert_str_eq(text.text, expected, "%.17g with %d decimals", value, decimals);
    }
}
