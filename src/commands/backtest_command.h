/** `xuewei backtest MODEL [--csv FILE]`: an earlier forecast beside what was observed since. */
#ifndef BACKTEST_COMMAND_H
#define BACKTEST_COMMAND_H

#include "messages.h"

/**
 * Projects from each origin of the model's `backtest` by what was known then, prints the errors to standard output and
 * the model's problems to standard error. --csv writes every comparison to a file too. Returns 0; 64 for wrong usage,
 * 65 for a bad model or one without anything to compare, 66 where there is none, 73 where the file cannot be made, 74
 * where it cannot be written.
 */
int backtest_command(int argc, char **argv, enum language language);

#endif
