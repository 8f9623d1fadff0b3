#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "csv_columns.h"
#include "csv_view.h"
#include "grid.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/* A table that is long enough to be read by halves: a row for each year, sex and age, with a long remark. */
enum { YEARS = 200, AGES = 80, ROWS = YEARS * 2 * AGES, FIRST_YEAR = 2000 };

/** What is done to a row of the table. */
struct fault {
    size_t row;
    size_t as;        /**< Its keys are those of this row. */
    const char *text; /**< Its figure; NULL: a good one. */
    bool twice;       /**< It stands twice. */
    bool empty_before;
};

static void write_row(FILE *stream, size_t row, const char *text, bool quoted)
{
    static const char *const sexes[] = { "m", "f" };
    const size_t year = FIRST_YEAR + row / (2 * (size_t)AGES);

    fprintf(stream, "%zu,%s,%zu,", year, sexes[row / AGES % 2], row % AGES);
    if (text == NULL) {
        fprintf(stream, "%zu.%zu", row, row % 7);
    } else {
        fputs(text, stream);
    }
    fprintf(stream, quoted ? ",\"%0150d\"\n" : ",%0150d\n", 0);
}

/* `quoted`: the last row has quotes, so that the table is read in one piece. */
static void write_table(const char *path, const struct fault *fault, bool quoted)
{
    FILE *stream = fopen(path, "w");

    cr_assert_not_null(stream);
    fputs("year,sex,age,people,remark\n", stream);
    for (size_t row = 0; row < ROWS; row++) {
        const bool here = row == fault->row;

        if (here && fault->empty_before) {
            fputs("\n", stream);
        }
        for (int time = 0; time <= (here && fault->twice); time++) {
            write_row(stream, here ? fault->as : row, here ? fault->text : NULL, quoted && row + 1 == ROWS);
        }
    }
    cr_assert_eq(fclose(stream), 0);
}

/** What was read. */
struct reading {
    bool good;
    size_t rows;
    double *values; /**< Owned; NULL where measuring failed. */
    char *said;     /**< Owned. */
};

/* All problems as they are printed. free(). */
static char *said_by(const struct problems *problems)
{
    char *text = NULL;
    size_t length = 0;
    FILE *stream = open_memstream(&text, &length);

    problems_print(problems, stream, ENGLISH);
    fclose(stream);
    return text;
}

static struct reading read_table(const char *path, bool by_halves)
{
    static const enum grid_has HAS[GRID_KEYS] = { GRID_WITHOUT, GRID_MUST, GRID_MUST, GRID_MUST };
    static const struct figure_rule rule = { "people", 0, 1e6, false };
    struct problems problems = { 0 };
    struct model model = { .ages = AGES, .town_count = 1, .base_year = FIRST_YEAR };
    struct model_source source = { .model = &model, .problems = &problems };
    struct reading reading = { false, 0, NULL, NULL };
    struct csv_table table;
    struct grid grid;

    cr_assert(csv_table_open(&table, path, (struct place) { NULL, 0, 0 }, NULL, 0, &problems));
    cr_assert_eq(csv_middle(&table) != NULL, by_halves);
    grid_start(&grid, &source, &table, HAS, GRID_AGES);
    const size_t column = csv_column(&table, "people", CSV_REQUIRED);

    if (grid_measure(&grid)) {
        double *values = NULL;

        reading.good = grid_fill(&grid, column, &rule, &values);
        reading.values = memcpy(malloc(grid_size(&grid) * sizeof *values), values, grid_size(&grid) * sizeof *values);
        cr_assert_eq(grid_size(&grid), ROWS);
    }
    reading.rows = grid.rows;
    reading.said = said_by(&problems);
    csv_table_close(&table);
    model_free(&model);
    problems_free(&problems);
    return reading;
}

/* Both ways give the same figures and say the same. Whether they are good. */
static bool read_both_ways(const struct fault *fault)
{
    char path[] = "/tmp/xuewei-halves-XXXXXX";
    struct reading readings[2];

    close(mkstemp(path));
    for (int halves = 0; halves < 2; halves++) {
        write_table(path, fault, halves == 0);
        readings[halves] = read_table(path, halves == 1);
    }
    unlink(path);
    cr_assert_eq(readings[0].good, readings[1].good);
    cr_assert_eq(readings[0].rows, readings[1].rows);
    assert_same_text(readings[1].said, readings[0].said);
    cr_assert_eq(readings[0].values == NULL, readings[1].values == NULL);
    if (readings[0].values != NULL) {
        cr_assert_eq(memcmp(readings[0].values, readings[1].values, ROWS * sizeof(double)), 0);
    }
    for (int halves = 0; halves < 2; halves++) {
        free(readings[halves].values);
        free(readings[halves].said);
    }
    return readings[0].good;
}

Test(grid_fill, halves_of_a_good_table)
{
    cr_assert(read_both_ways(&(struct fault) { .row = ROWS, .as = ROWS }));
}

Test(grid_fill, an_empty_line_in_the_middle)
{
    for (size_t row = ROWS / 2 - 2; row < ROWS / 2 + 2; row++) {
        cr_assert(read_both_ways(&(struct fault) { .row = row, .as = row, .empty_before = true }));
    }
}

/* The same problems at the same places. */
Test(grid_fill, halves_of_a_table_with_faults)
{
    const size_t first = 5;
    const size_t last = ROWS - 7;

    cr_assert_not(read_both_ways(&(struct fault) { .row = first, .as = first, .text = "many" }));
    cr_assert_not(read_both_ways(&(struct fault) { .row = last, .as = last, .text = "-1" }));
    cr_assert_not(read_both_ways(&(struct fault) { .row = last, .as = last, .twice = true }));
    cr_assert_not(read_both_ways(&(struct fault) { .row = first, .as = last }));
    cr_assert_not(read_both_ways(&(struct fault) { .row = last, .as = first }));
    cr_assert_not(read_both_ways(&(struct fault) { .row = last, .as = last, .text = "1,2" }));
}
