#include "csv_writer.h"

#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "number.h"
#include "support.h"

#include <criterion/criterion.h>

/* A table in memory. */
struct table {
    struct csv_writer csv;
    FILE *stream;
    char *text;
    size_t length;
};

static void begin(struct table *self)
{
    self->stream = open_memstream(&self->text, &self->length);
    cr_assert_not_null(self->stream);
    csv_writer_begin(&self->csv, self->stream);
}

static const char *end(struct table *self)
{
    cr_assert(csv_writer_end(&self->csv));
    fclose(self->stream);
    return self->text;
}

Test(csv_writer, texts_are_quoted_where_they_need_it)
{
    static const struct {
        const char *text;
        const char *cell;
    } cases[] = { { "plain", "plain" },
                  { "", "" },
                  { NULL, "" },
                  { "西镇", "西镇" },
                  { " spaces stay ", " spaces stay " },
                  { "a,b", "\"a,b\"" },
                  { "\"", "\"\"\"\"" },
                  { "a\"b\"c", "\"a\"\"b\"\"c\"" },
                  { "two\nlines", "\"two\nlines\"" },
                  { "two\r\nlines", "\"two\r\nlines\"" } };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct table table;
        begin(&table);
        csv_writer_number(&table.csv, 1);
        csv_writer_text(&table.csv, cases[i].text);
        csv_writer_row(&table.csv);

        char expected[64];
        snprintf(expected, sizeof expected, "1,%s\n", cases[i].cell);
        assert_same_text(end(&table), expected);
        free(table.text);
    }
}

Test(csv_writer, rows_header_mark_and_switches)
{
    static const char *const names[] = { "a", "b" };
    struct table table;

    begin(&table);
    csv_writer_bom(&table.csv);
    csv_writer_header(&table.csv, names, 2);
    csv_writer_switch(&table.csv, true);
    csv_writer_switch(&table.csv, false);
    csv_writer_row(&table.csv);
    csv_writer_known(&table.csv, NAN);
    csv_writer_known(&table.csv, -0.0);
    csv_writer_row(&table.csv);
    assert_same_text(end(&table), "\xEF\xBB\xBF"
                                  "a,b\nyes,no\n,0\n");
    free(table.text);
}

Test(csv_writer, a_figure_that_is_no_number_breaks_the_promise, .signal = SIGABRT)
{
    struct table table;

    begin(&table);
    csv_writer_number(&table.csv, NAN);
}

/* xorshift: any doubles will do, the same in every run. */
static double next_double(uint64_t *state)
{
    double value = 0;

    do {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        memcpy(&value, state, sizeof value);
    } while (!isfinite(value));
    return value;
}

Test(csv_writer, numbers_read_back_exactly_over_many_rooms)
{
    enum { COUNT = 40000 };
    uint64_t state = 88172645463325252U;
    struct table table;

    begin(&table);
    for (size_t i = 0; i < COUNT; i++) {
        csv_writer_number(&table.csv, next_double(&state));
        csv_writer_row(&table.csv);
    }
    const char *at = end(&table);
    cr_assert_gt(table.length, 4 * (size_t)CSV_WRITER_ROOM);
    state = 88172645463325252U;
    for (size_t i = 0; i < COUNT; i++) {
        const double expected = next_double(&state);
        const size_t length = strcspn(at, "\n");
        double value = 0;

        cr_assert(number_read(at, length, &value), "row %zu", i);
        cr_assert(value == expected, "row %zu: %.17g is not %.17g", i, value, expected);
        at += length + 1;
    }
    cr_assert_eq(*at, '\0');
    free(table.text);
}

Test(csv_writer, a_text_may_be_longer_than_the_room)
{
    const size_t length = 3 * (size_t)CSV_WRITER_ROOM + 7;
    char *text = calloc(length + 1, 1);
    struct table table;

    memset(text, 'x', length);
    text[length / 2] = '"';
    begin(&table);
    csv_writer_text(&table.csv, "first");
    csv_writer_text(&table.csv, text);
    csv_writer_row(&table.csv);
    end(&table);
    cr_assert_eq(table.length, strlen("first,") + length + 3 + 1);
    cr_assert_eq(memcmp(table.text, "first,\"xxx", 10), 0);
    free(table.text);
    free(text);
}

Test(csv_writer, a_full_disk_is_remembered_to_the_end)
{
    FILE *full = fopen("/dev/full", "wb");
    struct csv_writer csv;

    if (full == NULL) {
        cr_skip("there is no /dev/full");
    }
    csv_writer_begin(&csv, full);
    for (size_t i = 0; i < 50000; i++) {
        csv_writer_number(&csv, (double)i);
        csv_writer_row(&csv);
    }
    cr_assert_not(csv_writer_end(&csv));
    cr_assert_eq(errno, ENOSPC);
    fclose(full);
}

Test(csv_writer, a_full_disk_is_seen_when_all_fits_in_the_room)
{
    FILE *full = fopen("/dev/full", "wb");
    struct csv_writer csv;

    if (full == NULL) {
        cr_skip("there is no /dev/full");
    }
    csv_writer_begin(&csv, full);
    csv_writer_text(&csv, "short");
    cr_assert_not(csv_writer_end(&csv));
    cr_assert_eq(errno, ENOSPC);
    fclose(full);
}

/* The same calls, once as CSV, once as JSON. */
static void write_two_rows(struct csv_writer *csv)
{
    csv_writer_bom(csv);
    csv_writer_header(csv, (const char *const[]) { "town", "gap", "likely", "note" }, 4);
    csv_writer_text(csv, "441802006");
    csv_writer_number(csv, -1.5);
    csv_writer_switch(csv, true);
    csv_writer_text(csv, "</script>");
    csv_writer_row(csv);
    csv_writer_text(csv, "a\"b");
    csv_writer_known(csv, NAN);
    csv_writer_empty(csv, 2);
    csv_writer_row(csv);
}

Test(csv_writer, a_table_as_json)
{
    struct table table;
    struct json_writer json;

    table.stream = open_memstream(&table.text, &table.length);
    json_begin(&json, table.stream);
    csv_writer_begin_json(&table.csv, &json);
    write_two_rows(&table.csv);
    assert_same_text(end(&table),
                     "[\n  {\"town\": \"441802006\", \"gap\": -1.5, \"likely\": true, \"note\": \"\\u003c/script>\"},\n"
                     "  {\"town\": \"a\\\"b\", \"gap\": null, \"likely\": null, \"note\": null}\n]");
    free(table.text);
}

Test(csv_writer, a_table_without_rows_as_json)
{
    struct table table;
    struct json_writer json;

    table.stream = open_memstream(&table.text, &table.length);
    json_begin(&json, table.stream);
    csv_writer_begin_json(&table.csv, &json);
    csv_writer_header(&table.csv, (const char *const[]) { "town" }, 1);
    assert_same_text(end(&table), "[]");
    free(table.text);
}
