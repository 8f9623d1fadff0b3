#ifndef RUN_COMMAND_H
#define RUN_COMMAND_H

#include "messages.h"

/**
 * `xuewei run SCENARIO.yaml [--output DIR] [--tables none|gap|all] [--threads N]`: reads and resolves, runs the
 * scenario and, where it asks for one, its ensemble, writes the result folder (output/<scenario>/ unless told
 * otherwise), then prints the tables for people. With --shard 3/8 runs the third of eight parts of the ensemble alone
 * and writes it to DIR.shards, for `xuewei merge`. Returns a status of sysexits.h, or ENSEMBLE_STOPPED after Ctrl-C.
 */
int run_command(int argc, char **argv, enum language language);

#endif
