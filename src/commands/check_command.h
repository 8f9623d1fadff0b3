#ifndef CHECK_COMMAND_H
#define CHECK_COMMAND_H

#include "messages.h"

/** `xuewei check FILE.yaml|MODEL...`: reads and resolves each, runs nothing. Returns a status of sysexits.h. */
int check_command(int argc, char **argv, enum language language);

#endif
