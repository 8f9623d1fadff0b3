#include "csv_alike.h"

#include <stdio.h>
#include <string.h>

#include "csv_columns.h"
#include "number.h"
#include "support.h"

#include <criterion/criterion.h>

enum { TOWN, AGE, FIGURE, REMARK, WIDTH };

static const struct csv_likeness of[WIDTH] = { [TOWN] = { .as = CSV_SAME_TEXT },
                                               [AGE] = { CSV_WHOLE, 0, 150 },
                                               [FIGURE] = { CSV_DECIMAL, 0, 1e6 },
                                               [REMARK] = { .as = CSV_ANY_TEXT } };

/* Whether the second row, after `a,1,2,x`, is alike; its numbers. It is the next one for csv_next() if not. */
static bool is_alike(const char *row, double *numbers)
{
    char path[] = "/tmp/xuewei-alike-XXXXXX";
    struct problems problems = { .count = 0 };
    struct csv_table table;
    FILE *file = fdopen(mkstemp(path), "w");

    fprintf(file, "town,age,figure,note\na,1,2,x\n%s", row);
    fclose(file);
    cr_assert(csv_table_open(&table, path, (struct place) { .file = NULL }, NULL, 0, &problems));
    cr_assert(csv_next(&table));
    const bool alike = csv_next_alike(&table, of, numbers);

    cr_assert_eq(table.line, alike ? 3 : 2);
    cr_assert_eq(csv_next(&table), !alike, "%s", row);
    csv_table_close(&table);
    problems_free(&problems);
    remove(path);
    return alike;
}

Test(csv_alike, rows_that_are)
{
    static const struct {
        const char *row;
        double age;
        double figure;
    } ALIKE[] = { { "a,2,3,y\n", 2, 3 },
                  { "a,0,0,\n", 0, 0 },
                  { "a,150,0.1,\xe6\xb3\xa8\r\n", 150, 0.1 },
                  { "a,10,12345.678901234,z\n", 10, 12345.678901234 },
                  { "a,1,1000000,x\n", 1, 1000000 } };

    for (size_t i = 0; i < sizeof ALIKE / sizeof *ALIKE; i++) {
        double numbers[WIDTH];

        cr_assert(is_alike(ALIKE[i].row, numbers), "%s", ALIKE[i].row);
        cr_expect_eq(numbers[AGE], ALIKE[i].age, "%s", ALIKE[i].row);
        cr_expect_eq(numbers[FIGURE], ALIKE[i].figure, "%s", ALIKE[i].row);
    }
}

/* Another town, and all that csv_next() and its callers look at more closely. */
Test(csv_alike, rows_that_are_not)
{
    static const char *const OTHERS[] = {
        "b,2,3,y\n",
        "aa,2,3,y\n",
        ",2,3,y\n",
        "\"a\",2,3,y\n",
        "a,,3,y\n",
        "a,02,3,y\n",
        "a,2.0,3,y\n",
        "a,151,3,y\n",
        "a,-1,3,y\n",
        "a,2,-3,y\n",
        "a,2,+3,y\n",
        "a,2,.5,y\n",
        "a,2,5.,y\n",
        "a,2,1e3,y\n",
        "a,2,03,y\n",
        "a,2, 3,y\n",
        "a,2,nan,y\n",
        "a,2,1000001,y\n",
        "a,2,1234567890123456,y\n",
        "a,2,3,y",
        "a,2,3,\"y\"\n",
    };

    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        double numbers[WIDTH];

        cr_expect_not(is_alike(OTHERS[i], numbers), "%s", OTHERS[i]);
    }
}

/* Any decimal of up to 15 digits is the double that number_read() has. */
Test(csv_alike, numbers_as_number_read)
{
    unsigned long long state = 1;

    for (int i = 0; i < 300; i++) {
        char row[64];
        double numbers[WIDTH];
        double expected = 0;

        state = state * 6364136223846793005u + 1442695040888963407u;
        snprintf(row, sizeof row, "%llu.%0*llu", (state >> 33) % 100000, 1 + i % 10, (state >> 20) % 10);
        cr_assert(number_read(row, strlen(row), &expected), "%s", row);
        memmove(row + 4, row, strlen(row) + 1);
        memcpy(row, "a,2,", 4);
        strcat(row, ",\n");
        cr_assert(is_alike(row, numbers), "%s", row);
        cr_assert_eq(numbers[FIGURE], expected, "%s", row);
    }
}
