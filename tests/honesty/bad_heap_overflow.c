/* Must fail: one element past the end is read. The body itself passes. */
#include <stdlib.h>

#include <criterion/criterion.h>

Test(honesty, heap_overflow)
{
    volatile size_t beyond = 8;
    volatile double *values = calloc(8, sizeof *values);
    cr_assert(values != NULL);
    volatile double taken = values[beyond];
    (void)taken;
    free((void *)values);
}
