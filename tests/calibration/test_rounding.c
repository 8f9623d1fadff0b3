#include <math.h>

#include "rounding.h"
#include "support.h"

#include <criterion/criterion.h>
#include <criterion/new/assert.h>

Test(rounding, a_thousandth_of_the_standard_error_or_less_is_left)
{
    assert_near(rounded_to_error(0.914987654, 0.089), 0.91499, 0, "0.089: a hundred-thousandth");
    assert_near(rounded_to_error(312.9473, 996), 312.9, 0, "996: a tenth");
    assert_near(rounded_to_error(1234567, 12345), 1234570, 0, "12,345: tens");
    assert_near(rounded_to_error(0.1 + 0.2, 1), 0.3, 0, "the nearest double to the decimal");
    assert_near(rounded_to_error(-0.00001, 1), 0, 0, "nothing");
    cr_assert(not(signbit(rounded_to_error(-0.00001, 1))), "no -0");
}

Test(rounding, what_has_no_digits_to_lose_stays)
{
    assert_near(rounded_to_error(1.0 / 3, 1e-15), 1.0 / 3, 0, "an error beyond the digits of a double");
    assert_near(rounded_to_error(1.0 / 3, 0), 1.0 / 3, 0, "no error");
    assert_near(rounded_to_error(1.0 / 3, NAN), 1.0 / 3, 0, "an error that is not known");
}

Test(rounding, never_moves_further_than_half_a_thousandth_of_the_error)
{
    for (int i = 1; i < 2000; i++) {
        const double error = pow(10, -6 + i * 0.006);
        const double value = 1e4 * sin((double)i);

        cr_assert(le(dbl, fabs(rounded_to_error(value, error) - value), 0.0005 * error * (1 + 1e-9)), "%g +- %g", value,
                  error);
    }
}
