/** `xuewei calibrate`: parameters of a model fitted to what was observed. */
#ifndef CALIBRATE_COMMAND_H
#define CALIBRATE_COMMAND_H

#include "messages.h"

/** Runs the verb; argv[0] is its name. Returns a status of sysexits.h. */
int calibrate_command(int argc, char **argv, enum language language);

#endif
