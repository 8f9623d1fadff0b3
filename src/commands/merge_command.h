#ifndef MERGE_COMMAND_H
#define MERGE_COMMAND_H

#include "messages.h"

/**
 * `xuewei merge SCENARIO.yaml [--output DIR] [--shards N] [--tables none|gap|all] [--threads N]`: what `xuewei run`
 * would write and print, to the byte, from the parts that `run --shard` has left in DIR.shards. Returns a status of
 * sysexits.h: EX_DATAERR where parts are missing, damaged or of something else, each of them named.
 */
int merge_command(int argc, char **argv, enum language language);

#endif
