/** What becomes of a thread that finds no memory: apart from mem.h, since freestanding C has no setjmp.h. */
#ifndef MEM_ESCAPE_H
#define MEM_ESCAPE_H

#include <setjmp.h>

/**
 * Where all of mem.h jump to in this thread instead of ending the program, as the library wants it, which may not end
 * its host; NULL: they end it. What was being made is then lost. Returns where they jumped before.
 */
jmp_buf *mem_escape_to(jmp_buf *place);

#endif
