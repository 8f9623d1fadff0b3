#include <math.h>

#include "information.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(information, of_two_columns_that_do_the_same_the_first_is_told_of)
{
    const double slopes[] = { 1, 2, 2, 0, 1, 1 };
    bool told[3];

    information_told(slopes, 2, 3, 0, 1e-3, told);
    cr_assert(told[0]);
    cr_assert(told[1]);
    cr_assert(not(told[2]));
}

Test(information, what_moves_the_rows_too_little_is_not_told_of)
{
    const double slopes[] = { 1, 0, 0, 0.04, 0, 0 };
    bool told[2];

    information_told(slopes, 3, 2, 0, 0.05, told);
    cr_assert(told[0]);
    cr_assert(not(told[1]));
    information_told(slopes, 3, 2, 0, 0.03, told);
    cr_assert(told[1]);
}

Test(information, variances_are_those_of_the_inverse)
{
    /* J'J = {{2, 1}, {1, 2}}, its inverse {{2, -1}, {-1, 2}} / 3. */
    const double slopes[] = { 1, 0, 0, 1, 1, 1 };
    const double residuals[] = { 3, 0, 0 };
    const double expected[] = { 2.0 / 3, 2.0 / 3 };
    const double expected_step[] = { -2, 1 };
    double variance[2];
    double step[2];

    cr_assert(information_variances(slopes, residuals, 3, 2, variance, step));
    assert_close(variance, expected, 2, 1e-12, "variances");
    assert_close(step, expected_step, 2, 1e-12, "step");
}

Test(information, units_do_not_matter_to_variances)
{
    const double slopes[] = { 1e9, 0, 0, 1e-6, 1e9, 1e-6 };
    double variance[2];

    cr_assert(information_variances(slopes, NULL, 3, 2, variance, NULL));
    assert_near(variance[0] * 1e18, 2.0 / 3, 1e-9, "large");
    assert_near(variance[1] * 1e-12, 2.0 / 3, 1e-9, "small");
}

Test(information, no_rows_no_end_of_variance)
{
    /* A difference alone: neither of the two is told of. */
    const double slopes[] = { 1, -1 };
    double variance[2];

    cr_assert(information_variances(slopes, NULL, 1, 2, variance, NULL));
    cr_assert(isinf(variance[0]));
    cr_assert(isinf(variance[1]));
    const double none[] = { 0, 0 };

    cr_assert(information_variances(none, NULL, 1, 2, variance, NULL));
    cr_assert(isinf(variance[0]));
    const double broken[] = { NAN, 0 };

    cr_assert(not(information_variances(broken, NULL, 1, 2, variance, NULL)));
}
