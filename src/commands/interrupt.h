/** Ctrl-C while a long computation goes on: it is noticed, not obeyed at once, so that nothing is left half done. */
#ifndef INTERRUPT_H
#define INTERRUPT_H

#include <stdbool.h>

/** From here on Ctrl-C (SIGINT) and SIGTERM are only noted; a second one ends the program at once. */
void interrupt_watch(void);

/** Whether one has come since interrupt_watch(). */
bool interrupt_came(void);

/** From here on they end the program again. */
void interrupt_unwatch(void);

#endif
