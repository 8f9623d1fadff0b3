#ifndef PARAMETERS_COMMAND_H
#define PARAMETERS_COMMAND_H

#include "messages.h"

/** `xuewei parameters`: THE table of parameters for people. Returns a status of sysexits.h. */
int parameters_command(int argc, char **argv, enum language language);

#endif
