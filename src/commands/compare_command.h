/** `xuewei compare A B`: what differs between two forecasts, and why. */
#ifndef COMPARE_COMMAND_H
#define COMPARE_COMMAND_H

#include "messages.h"

/** `argv[0]` is the verb. Returns the exit status. */
int compare_command(int argc, char **argv, enum language language);

#endif
