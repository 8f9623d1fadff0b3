#ifndef RUN_COMMAND_H
#define RUN_COMMAND_H

#include "messages.h"

/**
 * `xuewei run SCENARIO.yaml [--output DIR] [--tables none|gap|all]`: reads and resolves, runs, writes the result folder
 * (output/<scenario>/ unless told otherwise), then prints the tables for people. With --shard 3/8 runs the third of
 * eight parts of an ensemble alone and writes it to DIR.shards, for `xuewei merge`. Returns a status of sysexits.h.
 */
int run_command(int argc, char **argv, enum language language);

#endif
