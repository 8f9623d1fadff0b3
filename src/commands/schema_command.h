/** `xuewei schema`: what editors need to know of scenarios and of district.yaml. */
#ifndef SCHEMA_COMMAND_H
#define SCHEMA_COMMAND_H

#include "messages.h"

/** Prints the JSON Schema that argv[1] names, that of scenarios without one. Returns a status of sysexits.h. */
int schema_command(int argc, char **argv, enum language language);

#endif
