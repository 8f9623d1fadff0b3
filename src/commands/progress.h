/** How far a long computation has come, on the terminal of who waits for it. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

#include "messages.h"

/** Begin with progress_begin(). */
struct progress {
    enum language language;
    bool shown;    /**< Standard error is a terminal. */
    bool written;  /**< A line stands there. */
    double begun;  /**< Seconds of a clock that only goes forward. */
    double before; /**< When the line was written last. */
};

void progress_begin(struct progress *self, enum language language);

/** Says `done` of `all` and the time left, at most twice a second, and not of what is over in a second. */
void progress_say(struct progress *self, size_t done, size_t all);

/** Takes the line away. */
void progress_end(struct progress *self);

#endif
