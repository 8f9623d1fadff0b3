#include "json_writer.h"

#include <float.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>

#include "support.h"

#include <criterion/criterion.h>

/* A document in memory. */
struct document {
    struct json_writer json;
    FILE *stream;
    char *text;
    size_t length;
};

static struct json_writer *begin(struct document *self)
{
    self->stream = open_memstream(&self->text, &self->length);
    cr_assert_not_null(self->stream);
    json_begin(&self->json, self->stream);
    return &self->json;
}

/* Ends the document, which must read as expected. */
static void end(struct document *self, const char *expected)
{
    json_end(&self->json);
    fclose(self->stream);
    assert_same_text(self->text, expected);
    free(self->text);
}

Test(json_writer, layouts)
{
    static const struct {
        enum json_layout layout;
        const char *expected;
    } rows[] = {
        { JSON_TIGHT, "{\"a\":[1,2],\"b\":{},\"c\":[]}\n" },
        { JSON_LINE, "{\"a\": [1, 2], \"b\": {}, \"c\": []}\n" },
        { JSON_LINES, "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}\n" },
    };

    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct document document;
        struct json_writer *json = begin(&document);

        json_object(json, rows[row].layout);
        json_key(json, "a");
        json_array(json, rows[row].layout);
        json_number(json, 1);
        json_number(json, 2);
        json_close(json);
        json_key(json, "b");
        json_object(json, rows[row].layout);
        json_close(json);
        json_key(json, "c");
        json_array(json, rows[row].layout);
        json_close(json);
        json_close(json);
        end(&document, rows[row].expected);
    }
}

Test(json_writer, objects_in_a_line_within_an_array_of_lines)
{
    struct document document;
    struct json_writer *json = begin(&document);

    json_array(json, JSON_LINES);
    for (int year = 2020; year < 2022; year++) {
        json_object(json, JSON_LINE);
        json_number_member(json, "year", year);
        json_boolean_member(json, "short", year == 2021);
        json_text_member(json, "note", year == 2021 ? "x" : NULL);
        json_close(json);
    }
    json_close(json);
    end(&document, "[\n  {\"year\": 2020, \"short\": false, \"note\": null},\n"
                   "  {\"year\": 2021, \"short\": true, \"note\": \"x\"}\n]\n");
}

Test(json_writer, texts)
{
    static const struct {
        const char *text;
        const char *expected;
    } rows[] = {
        { "", "\"\"\n" },
        { "镇街 \xf0\x9f\x8f\xab", "\"镇街 \xf0\x9f\x8f\xab\"\n" },
        { "a\"b\\c/", "\"a\\\"b\\\\c/\"\n" },
        { "\n\t\x1b\x7f", "\"\\u000a\\u0009\\u001b\\u007f\"\n" },
        { "</script><!--", "\"\\u003c/script>\\u003c!--\"\n" },
        { "=cmd()", "\"=cmd()\"\n" },
        { "\xc7\xe5\xb3\xc7", "\"\\ufffd\\ufffd\\ufffd\\ufffd\"\n" }, /* 清城 in GBK */
        { "a\xffz", "\"a\\ufffdz\"\n" },
        { "\xed\xa0\x80", "\"\\ufffd\\ufffd\\ufffd\"\n" }, /* a surrogate is no character */
        { "a\xe5\xad", "\"a\\ufffd\\ufffd\"\n" },          /* cut off */
    };

    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct document document;

        json_text(begin(&document), rows[row].text);
        end(&document, rows[row].expected);
    }
}

Test(json_writer, keys_are_texts)
{
    struct document document;
    struct json_writer *json = begin(&document);

    json_object(json, JSON_LINE);
    json_number_member(json, "</script>\"", 1);
    json_close(json);
    end(&document, "{\"\\u003c/script>\\\"\": 1}\n");
}

Test(json_writer, numbers)
{
    static const struct {
        double value;
        const char *expected;
    } rows[] = {
        { 0, "0\n" },
        { -0.0, "0\n" },
        { 0.1, "0.1\n" },
        { -1234.5, "-1234.5\n" },
        { 1e-7, "1e-07\n" },
        { 1e17, "1e+17\n" },
        { NAN, "null\n" },
        { INFINITY, "null\n" },
        { -INFINITY, "null\n" },
        { DBL_MAX, "1.7976931348623157e+308\n" },
    };

    setlocale(LC_ALL, "de_DE.UTF-8"); /* harmless where it is not installed */
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++) {
        struct document document;

        json_number(begin(&document), rows[row].value);
        end(&document, rows[row].expected);
    }
}
