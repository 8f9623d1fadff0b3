#ifndef SLURM_COMMAND_H
#define SLURM_COMMAND_H

#include "messages.h"

/**
 * `xuewei slurm SCENARIO.yaml --tasks N [--output DIR] [--program PATH]`: checks the scenario and writes, to
 * DIR.shards, what a cluster under Slurm needs to run it in N parts and merge them; tells how to submit. Returns a
 * status of sysexits.h.
 */
int slurm_command(int argc, char **argv, enum language language);

#endif
