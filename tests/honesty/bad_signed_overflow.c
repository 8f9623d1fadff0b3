/* Must fail: the sum is larger than an int holds. The body itself passes. */
#include <limits.h>

#include <criterion/criterion.h>

Test(honesty, signed_overflow)
{
    volatile int large = INT_MAX;
    volatile int sum = large + 1;
    (void)sum;
}
