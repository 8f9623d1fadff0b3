/* Asks whether clang can compile and link for WebAssembly at all. */
#include <math.h>
#include <string.h>

__attribute__((export_name("trial"))) double trial(double *to, const double *from, size_t count)
{
    memmove(to, from, count * sizeof *to);
    return floor(sqrt(to[0]));
}
