#include <string.h>

#include "age_cell.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

/** A cell and what it says; first and last only of groups and single ages. */
struct sample {
    const char *text;
    enum age_cell kind;
    size_t first;
    size_t last;
};

static const struct sample SAMPLES[] = {
    /* groups */
    { "0-4", AGE_CELL_GROUP, 0, 4 },
    { "5-9", AGE_CELL_GROUP, 5, 9 },
    { "100-104", AGE_CELL_GROUP, 100, 104 },
    { "9-5", AGE_CELL_GROUP, 9, 5 },
    { "5\xe2\x80\x93"
      "9",
      AGE_CELL_GROUP, 5, 9 },
    { "5至9", AGE_CELL_GROUP, 5, 9 },
    { "5-9岁", AGE_CELL_GROUP, 5, 9 },
    { "5~9岁", AGE_CELL_GROUP, 5, 9 },
    { "10～14", AGE_CELL_GROUP, 10, 14 },
    { "85+", AGE_CELL_GROUP, 85, AGE_OPEN },
    { "85岁及以上", AGE_CELL_GROUP, 85, AGE_OPEN },
    /* single ages */
    { "0", AGE_CELL_NUMBER, 0, 0 },
    { "100", AGE_CELL_NUMBER, 100, 100 },
    /* dates, as Excel writes them in English and Chinese */
    { "9-May", AGE_CELL_DATE, 0, 0 },
    { "14-Oct", AGE_CELL_DATE, 0, 0 },
    { "May-30", AGE_CELL_DATE, 0, 0 },
    { "9-May-24", AGE_CELL_DATE, 0, 0 },
    { "5月9日", AGE_CELL_DATE, 0, 0 },
    { "2024年5月9日", AGE_CELL_DATE, 0, 0 },
    { "5/9", AGE_CELL_DATE, 0, 0 },
    { "2024/5/9", AGE_CELL_DATE, 0, 0 },
    { "2024-05-09", AGE_CELL_DATE, 0, 0 },
    /* neither: to be refused as a number */
    { "", AGE_CELL_NUMBER, 0, 0 },
    { "5 - 9", AGE_CELL_NUMBER, 0, 0 },
    { "05-9", AGE_CELL_NUMBER, 0, 0 },
    { "5-09", AGE_CELL_NUMBER, 0, 0 },
    { "5-", AGE_CELL_NUMBER, 0, 0 },
    { "5-9-", AGE_CELL_NUMBER, 0, 0 },
    { "-5", AGE_CELL_NUMBER, 0, 0 },
    { "1000-1004", AGE_CELL_NUMBER, 0, 0 },
    { "85++", AGE_CELL_NUMBER, 0, 0 },
    { "85+岁", AGE_CELL_NUMBER, 0, 0 },
    { "9-Mai", AGE_CELL_NUMBER, 0, 0 },
    { "May", AGE_CELL_NUMBER, 0, 0 },
    { "m", AGE_CELL_NUMBER, 0, 0 },
    { "3.5", AGE_CELL_NUMBER, 0, 0 },
};

Test(age_cell, says_what_it_is)
{
    for (size_t i = 0; i < sizeof SAMPLES / sizeof *SAMPLES; i++) {
        const struct sample *sample = &SAMPLES[i];
        struct age_group group = { 7, 7 };
        const enum age_cell kind = age_cell_read(sample->text, strlen(sample->text), &group);

        cr_assert(kind == sample->kind, "'%s' is taken for kind %d", sample->text, (int)kind);
        if (sample->kind == AGE_CELL_GROUP || (kind == AGE_CELL_NUMBER && sample->last > 0)) {
            cr_assert(group.first == sample->first && group.last == sample->last, "'%s' is read as %zu to %zu",
                      sample->text, group.first, group.last);
        }
    }
}

/* The cell ends where the table says, whatever stands behind it in the file. */
Test(age_cell, ends_with_its_cell)
{
    struct age_group group = { 0, 0 };

    cr_assert(age_cell_read("5-99", 3, &group) == AGE_CELL_GROUP);
    cr_assert(eq(sz, group.last, 9));
    cr_assert(age_cell_read("5-9", 2, &group) == AGE_CELL_NUMBER);
    cr_assert(age_cell_read("85\xe5\xb2\x81\xe5\x8f\x8a\xe4\xbb\xa5\xe4\xb8\x8a", 6, &group) == AGE_CELL_NUMBER);
}
