#include "shortest_decimal.h"

#include <float.h>

#include <criterion/criterion.h>

/* number_write() puts the digits to the test at large; here is what the numbers themselves look like. */
static const struct {
    double value;
    struct decimal decimal;
} KNOWN[] = {
    { 0, { 0, 0 } },
    { 1, { 1, 0 } },
    { 1200, { 12, 2 } },
    { 0.5, { 5, -1 } },
    { 0.1, { 1, -1 } },
    { 1e22, { 1, 22 } },
    { 1e23, { 1, 23 } },
    { 0x1p53, { 9007199254740992, 0 } },
    { 0x1p53 + 2, { 9007199254740994, 0 } },
    { 5e-324, { 5, -324 } },
    { DBL_MIN, { 22250738585072014, -324 } },
    { DBL_MAX, { 17976931348623157, 292 } },
    { 0x1p-44, { 5684341886080802, -29 } },
};

Test(shortest_decimal, known_ones)
{
    for (size_t i = 0; i < sizeof KNOWN / sizeof KNOWN[0]; i++) {
        const struct decimal decimal = shortest_decimal(KNOWN[i].value);

        cr_assert_eq(decimal.digits, KNOWN[i].decimal.digits, "%a", KNOWN[i].value);
        cr_assert_eq(decimal.exponent, KNOWN[i].decimal.exponent, "%a", KNOWN[i].value);
    }
}
