/** Which instruction set is used on this machine. */
#ifndef ISA_CHOICE_H
#define ISA_CHOICE_H

#include <stdbool.h>

#include "isa.h"

/** Whether the machine has the set. */
bool isa_is_here(enum isa isa);

/**
 * Sets isa_in_use: the set of that name, or the best that the machine has where `word` is NULL or empty. False, with
 * nothing changed, if the machine has no set of that name.
 */
bool isa_choose(const char *word);

#endif
