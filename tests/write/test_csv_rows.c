#include "csv_rows.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "support.h"

#include <criterion/criterion.h>

/* Rows of different lengths, so that a piece that went astray would show. */
static void write_some(struct csv_writer *csv, const void *of, size_t first, size_t end)
{
    const double step = *(const double *)of;

    for (size_t row = first; row < end; row++) {
        csv_writer_number(csv, (double)row);
        csv_writer_number(csv, step * (double)row);
        csv_writer_text(csv, row % 7 == 0 ? "a,b" : "c");
        csv_writer_row(csv);
    }
}

struct text {
    char *text;
    size_t length;
};

/* A table of so many rows, by csv_rows() or by one call. */
static struct text table_of(size_t count, bool shared)
{
    static struct csv_writer csv;
    const double step = 1.0 / 3;
    struct text text = { NULL, 0 };
    FILE *stream = open_memstream(&text.text, &text.length);

    csv_writer_begin(&csv, stream);
    csv_writer_header(&csv, (const char *const[]) { "row", "part", "word" }, 3);
    if (shared) {
        csv_rows(&csv, write_some, &step, count);
    } else {
        write_some(&csv, &step, 0, count);
    }
    csv_writer_text(&csv, "the end");
    csv_writer_row(&csv);
    cr_assert(csv_writer_end(&csv));
    fclose(stream);
    return text;
}

Test(csv_rows, the_bytes_of_one_thread)
{
    static const size_t COUNTS[] = { 0, 1, 16383, 16384, 16385, 100000 };

    for (size_t i = 0; i < sizeof COUNTS / sizeof *COUNTS; i++) {
        struct text one = table_of(COUNTS[i], false);
        struct text shared = table_of(COUNTS[i], true);

        cr_assert_eq(shared.length, one.length, "%zu rows", COUNTS[i]);
        cr_assert_arr_eq(shared.text, one.text, one.length, "%zu rows", COUNTS[i]);
        free(one.text);
        free(shared.text);
    }
}

Test(csv_rows, a_full_disk_is_told)
{
    static struct csv_writer csv;
    const double step = 0.1;
    FILE *full = fopen("/dev/full", "w");

    if (full == NULL) {
        cr_skip_test("no /dev/full here");
    }
    csv_writer_begin(&csv, full);
    csv_rows(&csv, write_some, &step, 50000);
    errno = 0;
    cr_expect_not(csv_writer_end(&csv));
    cr_expect_eq(errno, ENOSPC);
    fclose(full);
}
