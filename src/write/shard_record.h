/**
 * What tells whether two machines worked on the same thing: the record of program, scenario and inputs that a result
 * bears as provenance.json, without the list of files. Every shard has it, and merging compares.
 */
#ifndef SHARD_RECORD_H
#define SHARD_RECORD_H

#include <stdbool.h>

#include "inputs.h"
#include "problems.h"

/** The record of these inputs for this version of the program; NULL, with a report, where one is gone. free(). */
char *shard_record(const struct inputs *inputs, const char *version, struct problems *problems);

/** Whether both records are the same; else says at `file` what is not, the most telling difference first. */
bool shard_record_same(const char *found, const char *expected, const char *file, struct problems *problems);

#endif
