/** Text gathered from parts, such as a list. */
#ifndef GATHERED_H
#define GATHERED_H

/** Starts as { .text = NULL }. */
struct gathered {
    char *text; /**< NULL as long as nothing was gathered. free(). */
};

/** Adds a part and, behind an earlier one, `between` before it. */
void gather(struct gathered *self, const char *between, const char *part);

#endif
