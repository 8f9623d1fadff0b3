/* Must fail: the memory is never given back. The body itself passes. */
#include <stdlib.h>

#include <criterion/criterion.h>

Test(honesty, leak)
{
    char *volatile lost = malloc(64);
    cr_assert(lost != NULL);
    lost = NULL;
}
