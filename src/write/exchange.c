/* For syscall(), which POSIX does not know; nor does its C library everywhere know renameat2(). */
#define _DEFAULT_SOURCE

#include "exchange.h"

#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

/* RENAME_EXCHANGE of linux/fs.h, which is not everywhere. */
enum { EXCHANGE_FLAG = 2 };

bool exchange(int parent, const char *a, const char *b)
{
#ifdef SYS_renameat2
    return syscall(SYS_renameat2, parent, a, parent, b, EXCHANGE_FLAG) == 0;
#else
    (void)parent, (void)a, (void)b, (void)EXCHANGE_FLAG;
    errno = ENOSYS;
    return false;
#endif
}
