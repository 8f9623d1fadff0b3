/** Scripts for a cluster under Slurm: an array of jobs that run the parts of an ensemble, and a job that merges them.
 */
#ifndef SLURM_SCRIPT_H
#define SLURM_SCRIPT_H

#include <stddef.h>

#include "messages.h"
#include "problems.h"

/** What the scripts say. Names are as the user gave them and hold no control characters. All borrowed. */
struct slurm_script {
    const char *scenario;
    const char *output;  /**< The result's folder. */
    const char *folder;  /**< Of its parts; there the scripts go, too. */
    const char *program; /**< How a node reaches xuewei. */
    enum language language;
    size_t tasks;
    size_t task_megabytes;  /**< Memory to ask for, for a part. */
    size_t merge_megabytes; /**< And for merging. */
};

/**
 * Writes array.sh, merge.sh and submit.sh, each whole, in place of earlier ones. Returns EX_OK, or EX_CANTCREAT or
 * EX_IOERR with a report.
 */
int slurm_script_write(const struct slurm_script *self, struct problems *problems);

/** The line that submits: `sh 'output/x.shards/submit.sh'`. free(). */
char *slurm_script_submit(const struct slurm_script *self);

#endif
