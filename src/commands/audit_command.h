/** `xuewei audit MODEL [--strict] [--agreed] [--csv FILE]`: the plan against itself. */
#ifndef AUDIT_COMMAND_H
#define AUDIT_COMMAND_H

#include "messages.h"

/**
 * Prints what the model's plan disagrees with itself in, to standard output, and the model's problems to standard
 * error. --csv writes the findings to a file too; --agreed lists the checks that agreed. Returns 0; 1 with --strict
 * where something disagrees; 64 for wrong usage, 65 for a bad model, 66 where there is none, 73 where the file cannot
 * be made, 74 where it cannot be written.
 */
int audit_command(int argc, char **argv, enum language language);

#endif
